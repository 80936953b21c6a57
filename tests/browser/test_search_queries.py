"""What teachers ask, in a real browser: the right page comes first, and no page comes that has none of the words.

Each file in `queries/` is a list of questions, with the manuscripts of which one should come first, or none where no page has an
answer. They were written by people who had not seen the search. A question whose manuscripts are gone waits for a new one.
"""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import snowballstemmer
from playwright.sync_api import Page, expect

import manuscripts
from press.library import stems as words_of_the_press
from projects import ROOT
from real import Real

pytestmark = pytest.mark.browser

FILES = sorted((Path(__file__).parent / "queries").glob("*.json"))
# How many of a file's twenty questions may be answered wrongly: four of the forty by which the order was set, and more of those
# that were asked afterwards.
WRONG = {"teachers": 1, "more-teachers": 3, "unseen": 6}
SMALL = words_of_the_press.SMALL  # no page is an answer because it has one of these
STEM = snowballstemmer.stemmer("english").stemWord


class Words(HTMLParser):
    """The words of a page's article, as a reader has them before them: this test's own reading, with nothing of the press."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.title, self.depth, self.silent = "", "", 0, 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        self.silent += tag in ("script", "style", "svg")
        self.text += " "

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"
        self.silent -= tag in ("script", "style", "svg")
        self.text += " "

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.text += data


def stems(text: str) -> list[str]:
    """The stems of a text's words; what a hyphen joins is two words here, and one."""
    plain = text.lower().replace("’", "").replace("'", "")
    joined = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", plain)
    return [STEM(word) for word in re.findall(r"[a-z0-9]+", plain)] + [STEM(word.replace("-", "")) for word in joined]


def wanted(query: str) -> list[list[str]]:
    """What a page must have one of: each word asked for, and each other word that synonyms.txt has for it, as stems."""
    asked = stems(query)
    found = [[stem] for stem in asked if stem not in SMALL]
    for line in (ROOT / "synonyms.txt").read_text(encoding="utf-8").splitlines():
        name, colon, others = line.partition(":")
        key = stems(name)
        if colon and not line.startswith("#") and any(asked[at : at + len(key)] == key for at in range(len(asked))):
            found += [stems(other) for other in others.split(",")]
    return found


def has(text: list[str], run: list[str]) -> bool:
    """Whether the words of `run` follow one another in a text."""
    return any(text[at : at + len(run)] == run for at in range(len(text)))


def ask(page: Page, address: str, query: str) -> list[str]:
    """The addresses of all pages that a search finds, in order, below the site's own."""
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill(query)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(re.compile(r"result|No page has|nearly every page"))
    more = page.get_by_role("button", name="Show more")
    while more.is_visible():
        before = page.locator(".hit").count()
        more.click()
        expect(page.locator(".hit")).not_to_have_count(before)
    hits: list[str] = page.locator(".hit__title a").evaluate_all("links => links.map(link => link.href)")
    return [hit.removeprefix(address).partition("#")[0] for hit in hits]


def rows(file: Path) -> list[Any]:
    """The questions of a file whose manuscripts are there."""
    found = json.loads(file.read_text(encoding="utf-8"))
    return [row for row in found if not row["first"] or any((ROOT / path).is_file() for path in row["first"])]


def first(query: str) -> list[str]:
    """Where what should come first for a query of a file stands on the site; nowhere where its manuscripts are gone."""
    found = [path for file in FILES for row in rows(file) if row["query"] == query for path in row["first"]]
    return [manuscripts.address(path) for path in found if (ROOT / path).is_file()]


@pytest.mark.parametrize("query", ["PLC", "how to start a PLC"])
def test_plc_and_how_to_start_a_plc_give_the_toolkit_on_communities_of_practice_first(
    page: Page, published: Real, query: str
) -> None:
    right = first("PLC")
    assert right, "queries/ has “PLC” lead to a toolkit that is not there: give it the toolkit's new name"
    assert ask(page, published.url, query)[0] in right


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_teachers_ask_is_answered_by_the_right_page(page: Page, published: Real, file: Path) -> None:
    wrong = []
    for row in rows(file):
        found = ask(page, published.url, row["query"])
        right = [manuscripts.address(path) for path in row["first"]]
        if (found[:1] or [""])[0] not in right if right else found:
            wrong.append((row["query"], found[:3]))
    assert rows(file)
    assert len(wrong) <= WRONG[file.stem], wrong


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_page_is_found_that_has_no_word_asked_for_nor_its_stem_nor_a_listed_synonym(
    page: Page, published: Real, file: Path
) -> None:
    for row in rows(file):
        goals = wanted(row["query"])
        for hit in ask(page, published.url, row["query"]):
            text = stems(Words((published.root / "site" / hit / "index.html").read_text(encoding="utf-8")).text)
            assert any(has(text, goal) for goal in goals), (row["query"], hit)
