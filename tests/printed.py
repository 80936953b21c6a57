"""Reads what a PDF shows, line by line, beside the paragraphs that its sheet has."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw
import tinyhtml5

_PARAGRAPHS = {"p", "li", "dd", "td", "th", "figcaption"}
_BLOCKS = _PARAGRAPHS | {"blockquote", "div", "dl", "dt", "figure", "h2", "h3", "h4", "h5", "ol", "section", "svg", "table", "ul"}
_UNSEEN = re.compile(r"[\s\u00ad\u200b\u2060]+")  # between words, and where a line may be broken
_NUMBER = re.compile(r"\s?\(p\.\s\d+\)")  # a page's number, which only paper shows
BETWEEN = 8.0  # points between two lines at least; a raised number is lifted by less
_BROKEN = "\ufffe\x02"  # what PDFium reads where a line ends within a word


def told(text: str) -> str:
    """A text by its signs alone."""
    return _NUMBER.sub("", _UNSEEN.sub("", _NUMBER.sub("", text)))


def paragraphs(html: str) -> Iterator[str]:
    """What a sheet says, each text that has no other within, by its signs; a label that begins it stands apart."""
    for element in tinyhtml5.parse(html, namespace_html_elements=False).iter():
        if element.tag in _PARAGRAPHS and not any(inner.tag in _BLOCKS for inner in element.iter() if inner is not element):
            apart = [inner for inner in element if inner.tag == "strong" and element.tag == "li" and not element.text]
            text = "".join(element.itertext())
            for label in apart[:1]:
                text = text[len("".join(label.itertext())) :]
            if found := told(text):
                yield found


def scripts(html: str) -> Iterator[str]:
    """What a sheet has to read aloud, each script by its signs."""
    for element in tinyhtml5.parse(html, namespace_html_elements=False).iter("blockquote"):
        yield told("".join(element.itertext()))


@dataclass(frozen=True)
class Line:
    """What stands at one height of a page: its words, the size of its smallest letter and its height above the page's lower edge.

    Sizes and heights in points.
    """

    words: str
    size: float = 0.0
    height: float = 0.0


@dataclass(frozen=True)
class Page:
    """The lines of a page, in the order in which they were written, and how high it is in points."""

    lines: tuple[Line, ...]
    height: float = 0.0

    @cached_property
    def signs(self) -> str:
        """All its lines by their signs."""
        return "".join(told(line.words) for line in self.lines)

    def lines_of(self, part: str) -> list[str]:
        """The lines, or pieces of lines, in which a part of its signs stands."""
        at = self.signs.find(part)
        found, end = [], 0
        for line in self.lines:
            start, end = end, end + len(told(line.words))
            first, last = max(at, start), min(at + len(part), end)
            if first < last:
                found.append(_piece(_NUMBER.sub("", line.words), first - start, last - start))
        return found


def _piece(line: str, first: int, last: int) -> str:
    """A line from one of its signs to before another, with the spaces between."""
    places = [place for place, sign in enumerate(line) if told(sign)]
    return line[places[first] : places[last - 1] + 1]


def pages(file: Path) -> list[Page]:
    """The pages of a PDF."""
    with pypdfium2.PdfDocument(file) as document:
        return [Page(tuple(_lines(page)), page.get_height()) for page in document]


def _lines(page: Any) -> Iterator[Line]:
    """Its lines: PDFium's own are joined where a heading of no height stands beside them."""
    words, smallest, base = "", math.inf, 0.0
    for size, height, sign in _signs(page):
        if abs(height - base) > BETWEEN and told(sign):
            yield Line(words, smallest, base)
            words, smallest, base = "", math.inf, height
        words += "-" if sign in _BROKEN else sign
        smallest = min(smallest, size) if sign.isalpha() else smallest
    yield Line(words, smallest, base)


def _signs(page: Any) -> Iterator[tuple[float, float, str]]:
    """Each sign of a page of PDFium's but the ends of its lines, with its size and its height in points."""
    text, matrix = page.get_textpage(), pypdfium2.raw.FS_MATRIX()
    for index in range(text.count_chars()):
        sign = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, index))
        if sign not in "\r\n":
            pypdfium2.raw.FPDFText_GetMatrix(text.raw, index, matrix)
            yield pypdfium2.raw.FPDFText_GetFontSize(text.raw, index) * math.hypot(matrix.c, matrix.d), matrix.f, sign
