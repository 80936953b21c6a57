"""What is written is what is published: each page of the real site says what GitHub's own program reads in its manuscript.

Words, headings, lists, tables, quotations and links stand on the page in the manuscript's order, with nothing between them, but
for what `BETWEEN` and `OTHERWISE` list. Addresses are found here a second way, from paths alone.
"""

import posixpath
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from urllib.parse import unquote

import pytest

import manuscripts
from press.library.edition import Edition
from press.library.manuscript import Manuscript
from press.web.form import questions
from real import Real
from structure import Parts, read
from suites.github import as_on_github

pytestmark = pytest.mark.slow

# Where other words may stand between two stretches of a manuscript, and why.
BETWEEN = {
    "a mark": "`<!-- insert: … -->` is where a generated part goes; the excerpt's marks say what is printed, and show nothing.",
    "a home page's opening": "After its first paragraph the home page offers where to begin.",
}
# Where the page says it otherwise, and why.
OTHERWISE = {
    "Write (2 lines)": "A prompt tells paper how many lines to rule; on a page there are none.",
    "a minute's anchor": "A step's address goes without its minutes, so that it stays when they change.",
    "signs": "Quotes, dashes and the ellipsis are the typographer's.",
    "boxes": "A box to tick is drawn; GitHub has a form's field.",
    "the way back": "A note's arrow back is named otherwise.",
}
_WRITE = re.compile(r"<strong>Write \(\d+ lines?\):</strong>")  # not what stands as code, as in a guide


def written(entry: Manuscript[Any], site: str, pages: dict[str, str]) -> list[Parts]:
    """The stretches of a manuscript as GitHub reads them, with links as they lead on the site."""
    html = _WRITE.sub("<strong>Write:</strong>", as_on_github(entry.source.body))
    html = re.sub(r'(href|src)="([^"]*)"', lambda found: f'{found[1]}="{_led(found[2], entry.path, site, pages)}"', html)
    if not pages[entry.path]:  # the home page
        html = html.replace("</p>", "</p><!-- -->", 1)
    parts = read(html, site + pages[entry.path])
    return [list(stretch) for is_mark, stretch in groupby(parts, lambda part: part == "<!>") if not is_mark]


def _led(href: str, path: str, site: str, pages: dict[str, str]) -> str:
    """Where the address `href` in the manuscript at `path` leads on the site."""
    if href.startswith("#") or re.match(r"[a-z]+:", href):
        return href
    goal, mark, anchor = href.partition("#")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(goal)))
    place = pages.get(found, found.removeprefix("docs/"))
    return site + place + mark + anchor


def misplaced(stretches: list[Parts], page: Parts) -> Iterator[str]:
    """The first words of each stretch that does not stand on the page as a whole, below the ones before."""
    at = 0
    for stretch in stretches:
        found = _place(stretch, page, at)
        if found is None:
            yield _difference(stretch, page[at:])
        else:
            at = found + len(stretch)


def _place(stretch: Parts, page: Parts, start: int) -> int | None:
    size = len(stretch)
    return next((at for at in range(start, len(page) - size + 1) if page[at : at + size] == stretch), None)


def _difference(stretch: Parts, page: Parts) -> str:
    """Where a stretch goes on otherwise on the page, at the place that is most like it."""

    def alike(at: int) -> int:
        pairs = zip(stretch, page[at:], strict=False)
        return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(stretch), len(page) - at))

    best = max(range(len(page)), key=alike, default=0)
    same = alike(best)
    first = max(same - 3, 0)
    return f"written: {' '.join(stretch[first : same + 8])} | shown: {' '.join(page[best + first : best + same + 8])}"


def entries(edition: Edition) -> list[Manuscript[Any]]:
    """The manuscripts whose text is shown. The form for stories stands in the place of its page's text."""
    return [entry for entry in edition.entries if entry.path != questions.PATH]


def test_the_words_headings_lists_tables_and_links_of_each_page_are_githubs_reading_of_its_manuscript(published: Real) -> None:
    edition = manuscripts.web()
    pages = {entry.path: manuscripts.address(entry.path) for entry in edition.entries}
    faults, count = [], 0
    for entry in entries(edition):
        html = (published.root / "site" / pages[entry.path] / "index.html").read_text(encoding="utf-8")
        stretches = written(entry, published.url, pages)
        count += sum(map(len, stretches))
        page = read(html, published.url + pages[entry.path], "article")
        faults += [f"{entry.path}: {fault}" for fault in misplaced(stretches, page)]
    print(f"{len(entries(edition))} manuscripts, {count} words and marks compared")
    assert faults == []


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("<p>One two.</p><ol start=4><li>Three</ol>", ""),
        ("<div>Before.</div><p>One two.</p><ol start=4><li>Three</ol><p>After.</p>", ""),
        ("<p>One.</p><ol start=4><li>Three</ol>", "written: One two."),
        ("<p>One two.</p><ol><li>Three</ol>", "written: One two. <ol 4>"),
        ("<p>One two.</p><p>Between.</p><ol start=4><li>Three</ol>", "written: One two. <ol 4>"),
        ("<p>One <em>two</em>.</p><ol start=4><li>Three</ol>", "written: One two."),
    ],
)
def test_what_is_lost_added_or_otherwise_is_seen(shown: str, said: str) -> None:
    stretches = [read(as_on_github("One two.\n\n4. Three\n").replace("</li>", "").replace("</ol>", ""), "")]
    page = read(f"<article>{shown.replace('</ol>', '')}</article>", "", "article")
    assert " | ".join(misplaced(stretches, page)).startswith(said)
    assert bool(list(misplaced(stretches, page))) == bool(said)
