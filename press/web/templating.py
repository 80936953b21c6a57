"""Turns values into a page's Markdown through the templates in `press/templates/`.

The templates write Markdown with blocks of HTML in it. Every value is escaped for HTML by default; `md` escapes one for
Markdown; a manuscript's own body goes between the two halves as it is,
and is cleaned when it is rendered.
"""

import posixpath
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from press.library import wording
from press.manuscript import typographer

_OLD = 3_600.0  # seconds
_BLANK = re.compile(r"\n{3,}")
_MARKS = re.compile(r"[\\`*_{}\[\]#|~!]")
_MARKS_AND_SIGNS = re.compile(r"[\\`*_{}\[\]#|~!.-]")
# As codes, since not every converter takes a backslash before them: HTML's own signs, quotes, and what makes a bare address.
_CODES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "@": "&#64;"})
_TICKS = re.compile(r"`([^`]+)`")
_ADDRESS = re.compile(r"(https?|mailto|xmpp):|(www)\.", re.I)
_BODY = "\x00"  # stands for the body while a template is filled; no manuscript can hold it


@dataclass(frozen=True)
class Template:
    """A template by its name, such as "story"."""

    name: str

    def fill(self, uri: str, **values: object) -> tuple[str, str]:
        """The Markdown of the page at `uri` before and after its body; `to(...)` makes addresses relative to `uri`."""
        text = _environment().get_template(f"{self.name}.md").render(to=_to(uri), body=_BODY, **values)
        before, _, after = text.partition(_BODY)
        return _tidy(before), _tidy(after)


def draw(name: str, uri: str, **values: object) -> str:
    """A part of the page at `uri` that is the press's own HTML, from `press/templates/drawn/`: a form, a picture."""
    return _environment().get_template(f"drawn/{name}.html").render(to=_to(uri), **values).strip()


@contextmanager
def kept_compiled(folder: Path) -> Iterator[FileSystemBytecodeCache]:
    """Meanwhile, keep the templates in `folder`, compiled, from run to run. Gives what keeps them, for others to share."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("*.tmp"):  # of a run that was killed; another may be writing one now
        if time.time() - left.stat().st_mtime > _OLD:
            left.unlink(missing_ok=True)
    environment, kept = _environment(), FileSystemBytecodeCache(str(folder))
    before, environment.bytecode_cache = environment.bytecode_cache, kept
    try:
        yield kept
    finally:
        environment.bytecode_cache = before


def _tidy(text: str) -> str:
    return _BLANK.sub("\n\n", text).strip("\n")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("press", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["md"] = as_written
    environment.filters["code"] = _code
    environment.filters["size"] = _size
    environment.globals["wording"] = wording
    return environment


def as_written(text: object) -> Markup:
    """`text` with nothing in it that Markdown, its typographer or HTML would act on: a title is the same in every place."""
    marks = _MARKS_AND_SIGNS if typographer.may_change(str(text)) else _MARKS
    marked = marks.sub(r"\\\g<0>", str(text)).translate(_CODES)
    return Markup(_ADDRESS.sub(lambda found: f"{found[1]}&#58;" if found[1] else f"{found[2]}&#46;", marked))


def _code(text: str) -> Markup:
    """A message of the press, with what stands between its backticks as code."""
    return Markup(_TICKS.sub(r"<code>\1</code>", str(escape(text))))


def _size(number: int) -> str:
    """A number of bytes as readers know it: "88 kB", "1.2 MB"."""
    return f"{number / 1e6:.1f} MB" if number >= 999_500 else f"{number / 1e3:.0f} kB"


def _to(uri: str) -> Callable[[str], str]:
    here = address(uri) or "."

    def to(goal: str) -> str:
        path = address(goal) if goal.endswith(".md") else goal
        relative = posixpath.relpath(path or ".", here)
        return relative + "/" if goal.endswith(".md") else relative

    return to


def address(uri: str) -> str:
    """The page's folder on the site: "stories/the-list.md" is "stories/the-list", "index.md" is ""."""
    return re.sub(r"(^|/)index$", "", uri.removesuffix(".md"))
