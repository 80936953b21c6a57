"""Turns a sheet's HTML into a tagged, fillable PDF; the only module that imports WeasyPrint.

A sheet is set twice: first to see whether each panel fits and how much of it stays free, then with that room shared out
(`overflow`; where the text runs on from page to page, `pagination`). `resource_allowlist` says which files may be read,
`tagging` mends what WeasyPrint leaves open for readers with assistive technology. WeasyPrint logs what goes wrong and carries
on; here a log record is a failure.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import urljoin

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from press import fonts
from press.handouts.sheets import layouts
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import archive, glyph_coverage, overflow, pagination
from press.handouts.typeset.resource_allowlist import Shelf
from press.handouts.typeset.tagging import finish
from press.manuscript.problem import Problem

_LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


@dataclass(frozen=True)
class Printed:
    """A sheet as a PDF with its number of pages, or the problems that stand in the way and no bytes."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Styles:
    """Style sheets as WeasyPrint parsed them once, with the fonts and counters that they ask for and what it `said` of them.

    Given to it beside the document, they rank below the document's own <style>, as they do where the document links to them.
    """

    parsed: tuple[CSS, ...]
    faces: FontConfiguration
    counters: CounterStyle
    said: tuple[str, ...]


class Fetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Reads from `resource_allowlist` alone. WeasyPrint logs a refusal, and a log record is a failure.

    Its own `allowed_protocols` is not enough: a link with rel=attachment could still embed any file of the machine.
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self.shelf = shelf

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The content at `url`. Raises ValueError or OSError where that refuses it."""
        found = self.shelf.read(url)
        if found is None:
            return super().fetch(url, headers)
        return URLFetcherResponse(found.url, found.content, {"Content-Type": found.kind})


def typeset(sheet: Sheet, pictures: Iterable[Path] = ()) -> Printed:
    """Set `sheet`, which may show `pictures` besides the project's own fonts and drawings.

    The same sheet gives the same bytes on each run and from any folder.
    """
    problems = glyph_coverage.problems(sheet)
    look = pagination if sheet.flows else overflow
    data, pages = b"", 0
    with _listening() as said:
        try:
            styles = _styles(tuple(urljoin(sheet.css.as_uri(), link) for link in _LINK.findall(sheet.html)))
            said += [text for text in styles.said if text not in said]
            html = HTML(string=_LINK.sub("", sheet.html), base_url=sheet.css.as_uri(), url_fetcher=_fetcher(pictures))
            document, tight = _tightened(html, styles, sheet)
            problems += look.problems(document, sheet)
            if not problems and not said:
                if shares := look.shares(document, sheet):
                    document = _render(html, styles, f"{tight}\n{shares}")
                    problems = look.problems(document, sheet)
                data, pages = _write(document), len(document.pages)
        except MemoryError:
            raise  # the worker says so, and a new one does the rest
        except Exception as error:  # a fault of WeasyPrint must not hide the other sheets' problems
            said.append(f"{type(error).__name__}: {error}")
    problems += tuple(_unsound(sheet, text) for text in said)
    return Printed(b"" if problems else data, pages, problems)


@lru_cache(maxsize=32)
def _styles(urls: tuple[str, ...]) -> Styles:
    faces, counters = FontConfiguration(), CounterStyle()
    with _listening() as said:
        read = partial(CSS, url_fetcher=_fetcher(), font_config=faces, counter_style=counters)
        parsed = tuple(read(url=url) for url in urls)
    return Styles(parsed, faces, counters, tuple(said))


def _fetcher(pictures: Iterable[Path] = ()) -> Fetcher:
    return Fetcher(Shelf((fonts.FOLDER, layouts.FOLDER), pictures))


def _render(html: HTML, styles: Styles, extra: str = "") -> Document:
    every = [*styles.parsed, CSS(string=extra)]
    faces, counters = styles.faces, styles.counters
    return html.render(font_config=faces, counter_style=counters, stylesheets=every, pdf_forms=True, output_intent=archive.INTENT)


def _tightened(html: HTML, styles: Styles, sheet: Sheet) -> tuple[Document, str]:
    """The sheet set for the first time, and the CSS that spared it a page, if any."""
    document = _render(html, styles)
    if sheet.flows and (tight := pagination.tighter(document, sheet)):
        closer = _render(html, styles, tight)
        if pagination.leaves(closer, sheet) < pagination.leaves(document, sheet):
            return closer, tight
    return document, ""


def _write(document: Document) -> bytes:
    options = {"pdf_variant": "pdf/ua-1", "pdf_forms": True, "pdf_identifier": True, "output_intent": archive.INTENT}
    data: bytes = document.write_pdf(finisher=finish, **options)
    strange = sorted({str(font.family) for font in document.fonts.values()} - fonts.FAMILIES)
    if strange:
        logging.getLogger("weasyprint").warning("It needs the fonts %s, which are not the press’s own", ", ".join(strange))
    return data


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What WeasyPrint logs as a warning or worse meanwhile, each text once and in order."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if (text := record.getMessage()) not in said:
                said.append(text)

    log, ear = logging.getLogger("weasyprint"), Ear(logging.WARNING)
    log.addHandler(ear)
    try:
        yield said
    finally:
        log.removeHandler(ear)


def _unsound(sheet: Sheet, text: str) -> Problem:
    what = f"The handout “{sheet.stem}” can’t be printed: {text.rstrip('.')}."
    return Problem(sheet.path, 1, "print", what, "If you can’t see why, ask the maintainers: this needs a look at the press.")
