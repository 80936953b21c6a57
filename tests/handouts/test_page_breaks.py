"""No page of a handout begins or ends with one line of a paragraph, over all pages of all PDFs.

What the PDFs show is compared with what the sheets say: a paragraph that stands whole on no page must stand on two, one after
the other, with two lines or more on each.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
import tinyhtml5

from real import Real

pytestmark = pytest.mark.pdf

FEWEST = 2  # lines on either page
PARAGRAPHS = {"p", "li", "dd", "td", "th", "figcaption"}
BLOCKS = PARAGRAPHS | {"blockquote", "div", "dl", "dt", "figure", "h2", "h3", "h4", "h5", "ol", "section", "svg", "table", "ul"}
UNSEEN = re.compile(r"[\s\u00ad\u200b\u2060]+")  # between words, and where a line may be broken
MARK = re.compile(r"\(p\.\d+\)")  # a page's number, which only paper shows
Lines = Sequence[str]


def told(text: str) -> str:
    return MARK.sub("", UNSEEN.sub("", text))


def paragraphs(html: str) -> Iterator[str]:
    """The text of each that has no other within."""
    for element in tinyhtml5.parse(html, namespace_html_elements=False).iter():
        text = told("".join(element.itertext())) if element.tag in PARAGRAPHS else ""
        if text and not any(inner.tag in BLOCKS for inner in element.iter() if inner is not element):
            yield text


def pages(file: Path) -> list[Lines]:
    """The lines of each page, in the order in which they were written."""
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [
        [told(line) for line in re.split(r"[\r\n]+", text.replace("\ufffe\r\n", "-\n").replace("\ufffe", "-"))] for text in texts
    ]


def breaks(paragraph: str, shown: Sequence[Lines]) -> tuple[int, int] | None:
    """Nothing where the paragraph stands whole on a page; else its lines on one and on the next, 0 where it is not there."""
    joined = ["".join(lines) for lines in shown]
    if any(paragraph in page for page in joined):
        return None
    for number in range(len(shown) - 1):
        for cut in range(len(paragraph) - 1, 0, -1):
            before, after = paragraph[:cut], paragraph[cut:]
            if joined[number].find(before) >= 0 and joined[number + 1].find(after) >= 0:
                return _spanned(before, shown[number]), _spanned(after, shown[number + 1])
    return 0, 0


def _spanned(part: str, lines: Lines) -> int:
    at = "".join(lines).find(part)
    ends = [sum(map(len, lines[: number + 1])) for number in range(len(lines))]
    return sum(end > at and end - len(line) < at + len(part) for end, line in zip(ends, lines, strict=True) if line)


def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(published: Real) -> None:
    faults, whole, broken = [], 0, 0
    for sheet in published.sheets:
        if not sheet.flows:
            continue  # a panel stands on one page
        shown = pages(published.handouts / f"{sheet.stem}.pdf")
        for paragraph in paragraphs(sheet.html):
            found = breaks(paragraph, shown)
            whole, broken = whole + (found is None), broken + (found is not None)
            if found is not None and min(found) < FEWEST:
                faults.append(f"{sheet.stem}: {found} {paragraph[:90]}")
    print(f"{whole} paragraphs whole, {broken} on two pages")
    assert faults == []
    assert whole > 100


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (["Alpha bravo", "charlie delta"], ["Echo"], None),
        (["Before", "Alpha bravo"], ["charlie delta"], (1, 1)),
        (["Alpha", "bravo"], ["char", "lie delta", "After"], (2, 2)),
        (["Alpha", "bravo", "charlie"], ["delta"], (3, 1)),
        (["Alpha", "bravo"], ["delta"], (0, 0)),
    ],
)
def test_the_lines_on_either_page_are_counted(first: Lines, second: Lines, found: tuple[int, int] | None) -> None:
    shown = [[told(line) for line in lines] for lines in (first, second)]
    assert breaks("Alphabravocharliedelta", shown) == found
