"""Turns what MkDocs logs during a build into the press's plain words, each with the manuscript that it is about."""

import contextlib
import logging
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateSyntaxError

UNKNOWN = "The site can't be built. Please show this to a maintainer: {}"
_QUOTED = re.compile(r"'([^']*)'")
_SITE_FILE = "mkdocs.yml"
_TEMPLATES = (".html", ".md", ".xml")  # Jinja writes a template's own file and line into a traceback

Where = Callable[[str], str]  # the manuscript of a page, by its place on the site


def _omitted(line: str, where: Where) -> Iterator[str]:
    for uri in re.findall(r"^  - (.+)$", line, re.M):
        yield f"{where(uri)}: This page stands in no menu. Add it to `nav` in {_SITE_FILE}, or delete this file."


def _heading(line: str, where: Where) -> Iterator[str]:
    page = _QUOTED.search(line)
    yield f"{where(page[1] if page else '')}: A link leads to a heading that is not there. Look at what stands after its `#`."


def _menu(line: str, where: Where) -> Iterator[str]:
    yield f"{_SITE_FILE}: The menu leads to a page that is not there. Look at its name under `nav`, or delete the line."


def _setting(line: str, where: Where) -> Iterator[str]:
    name = _QUOTED.search(line)
    yield f"{_SITE_FILE}: The setting `{name[1] if name else ''}` can't be used as it is written. Look at it, or delete it."


def _page(line: str, where: Where) -> Iterator[str]:
    page = _QUOTED.search(line)
    yield f"{where(page[1] if page else '')}: This page can't be made. Please show this to a maintainer: {_in_one_line(line)}"


# How MkDocs 1.6 begins its lines, and what the press says in their place.
_KNOWN: tuple[tuple[str, Callable[[str, Where], Iterator[str]]], ...] = (
    ("The following pages exist in the docs directory", _omitted),
    ("Doc file ", _heading),
    ("A reference to ", _menu),
    ("An absolute path to ", _menu),
    ("Config value ", _setting),
    ("Error reading page ", _page),
    ("Error building page ", _page),
)


class _Keeping(logging.Handler):
    """Keeps warnings and errors, as the logger's name and its text, and prints none."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.name, record.getMessage()))


@contextlib.contextmanager
def kept() -> Iterator[list[tuple[str, str]]]:
    """What MkDocs and its plugins warn of meanwhile; nothing of it is printed."""
    logger, handler = logging.getLogger("mkdocs"), _Keeping()
    before, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def told(lines: list[tuple[str, str]], sources: Mapping[str, str]) -> str:
    """The kept `lines` in plain words, one fault a line; `sources` are the manuscripts of the pages."""
    found: list[str] = []
    for logger, line in lines:
        if logger == "mkdocs.plugins.press":  # the press's own are in its words already
            found.append(_in_one_line(line))
        else:
            say = next((say for start, say in _KNOWN if line.startswith(start)), None)
            found += say(line, lambda uri: sources.get(uri) or uri) if say else [UNKNOWN.format(_in_one_line(line))]
    return "\n".join(dict.fromkeys(found))


def why(lines: list[tuple[str, str]], sources: Mapping[str, str], error: Exception) -> str:
    """What ended the build: what was logged before, and the place in a template where it did."""
    place = _in_template(error)
    said = [told(lines, sources)]
    if place or not said[0]:
        said.append(place + in_plain_words(error))
    return "\n".join(filter(None, said))


def _in_template(error: Exception) -> str:
    """The file and line of the template that `error` is about, as the start of a message; "" where it is about none."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_short(error.filename or error.name or '')}:{error.lineno}: "
    found = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    return next((f"{_short(name)}:{line}: " for name, line in reversed(found) if name.endswith(_TEMPLATES)), "")


def _short(name: str) -> str:
    """A template's file from the folder that has all of them."""
    _, mark, after = Path(name).as_posix().rpartition("/press/")
    return mark.lstrip("/") + after if mark else Path(name).name


def in_plain_words(error: Exception) -> str:
    """What ended the build, where nothing was logged before."""
    return UNKNOWN.format(f"{type(error).__name__}: {_in_one_line(str(error))}")


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
