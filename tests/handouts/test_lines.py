"""What is printed can be read at arm's length, and to the end: its letters are large enough, its lines neither long nor alone.

All pages of all PDFs are read. What they show is compared with what their sheets say.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from printed import Line, Page, pages, paragraphs, scripts, told
from real import Real

pytestmark = pytest.mark.pdf

LEAST, RUNNING = 9.0, 10.0  # points: of any letter, and of text that runs on
HEAD, FOOT = 54.0, 60.0  # points from a page's edges: what stands there is no text, but says where one is
LICENCE = "CC BY 4.0"  # ends the line on a piece to cut out that says where it comes from
# Signs in a line: in longer ones the eye loses its way back. Letters differ in width, so that of many lines some have a few more.
LONGEST, RARELY, OF = 80, 84, 200
FEWEST = 2  # lines of a paragraph on a page
BROKEN = "-"


@pytest.fixture(scope="module")
def shown(published: Real) -> dict[str, list[Page]]:
    """The pages of each PDF by its sheet's stem."""
    found = {sheet.stem: pages(published.handouts / f"{sheet.stem}.pdf") for sheet in published.sheets}
    assert len(found) > 100
    return found


def small(line: Line, page: Page) -> bool:
    """Whether the line is smaller than it may be."""
    is_text = FOOT < line.height < page.height - HEAD and not line.words.strip().endswith(LICENCE)
    return line.size < (RUNNING if is_text else LEAST) - 0.01


def test_no_letter_is_smaller_than_nine_points_and_none_of_the_text_than_ten(shown: dict[str, list[Page]]) -> None:
    lines = [(stem, line) for stem, found in shown.items() for page in found for line in page.lines if small(line, page)]
    assert lines == []


def test_lines_of_a_text_have_at_most_eighty_signs_and_one_in_two_hundred_a_few_more(
    published: Real, shown: dict[str, list[Page]]
) -> None:
    long: dict[str, list[str]] = {sheet.layout: [] for sheet in published.sheets}
    count = dict.fromkeys(long, 0)
    for sheet in published.sheets:
        for paragraph in paragraphs(sheet.html):
            page = next((page for page in shown[sheet.stem] if paragraph in page.signs), None)
            lines = page.lines_of(paragraph) if page else []
            count[sheet.layout] += len(lines)
            long[sheet.layout] += [f"{sheet.stem}: {line}" for line in lines if len(line) > LONGEST]
            assert [line for line in lines if len(line) > RARELY] == [], sheet.stem
    assert {layout: lines for layout, lines in long.items() if len(lines) * OF > count[layout]} == {}
    assert sum(count.values()) > 1000


def breaks(paragraph: str, found: Sequence[Page]) -> tuple[int, int] | None:
    """Nothing where the paragraph stands whole on a page; else its lines on one and on the next, 0 where it is not there."""
    if any(paragraph in page.signs for page in found):
        return None
    for one, other in pairwise(found):
        for cut in range(len(paragraph) - 1, 0, -1):
            before, after = paragraph[:cut], paragraph[cut:]
            if before in one.signs and after in other.signs:
                return len(one.lines_of(before)), len(other.lines_of(after))
    return 0, 0


def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(published: Real, shown: dict[str, list[Page]]) -> None:
    faults, whole, broken = [], 0, 0
    for sheet in published.sheets:
        if not sheet.flows:
            continue  # a panel stands on one page
        for paragraph in paragraphs(sheet.html):
            found = breaks(paragraph, shown[sheet.stem])
            whole, broken = whole + (found is None), broken + (found is not None)
            if found is not None and min(found) < FEWEST:
                faults.append(f"{sheet.stem}: {found} {paragraph[:90]}")
    print(f"{whole} paragraphs whole, {broken} on two pages")
    assert faults == []
    assert whole > 1000


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
def test_the_lines_on_either_page_are_counted(first: list[str], second: list[str], found: tuple[int, int] | None) -> None:
    leaves = [Page(tuple(map(Line, lines))) for lines in (first, second)]
    assert breaks(told("Alpha bravo charlie delta"), leaves) == found


def test_whoever_reads_a_script_aloud_turns_no_page(published: Real, shown: dict[str, list[Page]]) -> None:
    faults, count = [], 0
    for sheet in published.sheets:
        for script in scripts(sheet.html) if sheet.flows else ():
            count += 1
            if not any(script in page.signs for page in shown[sheet.stem]):
                faults.append(f"{sheet.stem}: {script[:90]}")
    assert faults == []
    assert count > 50


def test_a_line_ends_within_a_word_only_at_a_hyphen_that_was_written(shown: dict[str, list[Page]]) -> None:
    manuscripts = " ".join(path.read_text(encoding="utf-8") for path in Path().glob("*/**/*.md"))
    for stem, found in shown.items():
        for page in found:
            for line, after in pairwise(page.lines):
                if re.search(rf"\w{BROKEN}$", line.words):
                    word = re.findall(r"[\w-]+", line.words)[-1] + re.findall(r"\w+", after.words)[0]
                    assert word in manuscripts, f"{stem}: {word}"
