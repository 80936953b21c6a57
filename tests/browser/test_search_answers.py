"""What a search answers in a real browser, on a small site whose every word is test data."""

import itertools
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import NARROW, barriers
from projects import small
from showing import shown

pytestmark = pytest.mark.browser

Look: TypeAlias = tuple[Any, int]  # a color scheme, and the window's width
PAGES = {
    "his": "His history is his. I think so, said D. before the bell.",
    "racism": "On racism, and what it does to those whom it hits.",
    "table": "Their community of practice meets at one table.\n\n## What else\n\nEach inquiry’s cycle ends.",
    "hall": "What a student says in the hall.\n\n## Slips\n\nA slip.\n\n## Slurs\n\nNobody says a slur here. A slur does harm.",
    "work": "We look at student work, and at the work of students, and so on.",
    "island": "A school in Hawaiʻi, on the \ufb01rst island. Its café is open.",
    "plan": "A plan under Section 504 of the law.",
    "short": "Whoever knows an IEP may tell.",
    "long": "An Individualized Education Program is for one child.",
}
SYNONYMS = """
PLC: community of practice
racist: racism
IEP: Individualized Education Program
IDEA: Individuals with Disabilities Education Act
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with these pages stands, and an editor's file of synonyms."""
    root = small(tmp_path_factory.mktemp("answers"))
    for name, text in PAGES.items():
        page = f"---\ntitle: Page {name}\ndescription: Test data.\n---\n{text}\n"
        (root / "docs" / f"{name}.md").write_text(page, encoding="utf-8")
    (root / "synonyms.txt").write_text(SYNONYMS, encoding="utf-8")
    with shown(root) as url:
        yield url


@pytest.fixture
def dialog(page: Page, site: str) -> Locator:
    """The search, open."""
    page.goto(site)
    page.keyboard.press("/")
    return page.get_by_role("dialog")


def words(dialog: Locator) -> Locator:
    return dialog.get_by_label("Words to look for")


def ask(dialog: Locator, query: str, said: str) -> list[str]:
    """The titles of what is found for a query, of which the panel says `said`."""
    words(dialog).fill(query)
    expect(dialog.get_by_role("status")).to_have_text(said)
    return dialog.locator(".hit__title").all_inner_texts()


@pytest.mark.parametrize("query", ["Hispanic", "Islamophobia", "IDEA", "disability"])
def test_a_word_that_stands_nowhere_is_told_and_no_shorter_word_answers_for_it(dialog: Locator, query: str) -> None:
    assert ask(dialog, query, f"No page has “{query}”.") == []
    expect(dialog.get_by_role("link", name="All stories")).to_be_visible()


@pytest.mark.parametrize("query", ["his", "His", "504", "café", "cafe"])
def test_a_word_that_stands_is_found_whatever_its_length(dialog: Locator, query: str) -> None:
    assert len(ask(dialog, query, f"1 result for “{query}”")) == 1


def test_racist_finds_the_page_on_racism_and_tells_so(dialog: Locator) -> None:
    said = "No page has “racist”. Looked for “racism” instead. 1 result."
    assert ask(dialog, "racist", said) == ["Page racism"]


def test_plc_and_how_to_start_a_plc_find_the_community_of_practice(dialog: Locator) -> None:
    instead = "No page has “PLC”. Looked for “community of practice” instead."
    assert ask(dialog, "PLC", f"{instead} 1 result.") == ["Page table"]
    words(dialog).fill("how to start a PLC")
    expect(dialog.get_by_role("status")).to_contain_text("Looked for “community of practice” instead.")
    expect(dialog.locator(".hit__title").first).to_have_text("Page table")
    expect(dialog.locator(".hit mark").first).to_have_text("community of practice")


def test_iep_finds_the_pages_that_have_it_and_those_that_have_its_words_written_out(dialog: Locator) -> None:
    said = "2 results for “IEP”. Also looked for “Individualized Education Program”."
    assert sorted(ask(dialog, "IEP", said)) == ["Page long", "Page short"]


def test_a_question_in_plain_words_is_answered_by_its_rare_word_and_leads_to_its_section(dialog: Locator) -> None:
    words(dialog).fill("what do I say when a student uses a slur")
    expect(dialog.locator(".hit__title").first).to_have_text("Page hall")
    assert str(dialog.locator(".hit__title a").first.get_attribute("href")).endswith("/hall/#slurs")


def test_inquiry_cycel_pasted_and_typed_slowly_gives_the_same(page: Page, dialog: Locator) -> None:
    said = "No page has “cycel”. 2 results for “inquiry”."
    pasted = ask(dialog, "inquiry cycel", said)
    words(dialog).fill("")
    expect(dialog.get_by_role("status")).to_have_text("")
    words(dialog).press_sequentially("inquiry cycel", delay=250)
    expect(dialog.get_by_role("status")).to_have_text(said)
    assert dialog.locator(".hit__title").all_inner_texts() == pasted
    assert "Page table" in pasted


def test_near_words_stand_under_a_heading_of_their_own_and_ask_when_they_are_pressed(dialog: Locator) -> None:
    ask(dialog, "inquiry cycel", "No page has “cycel”. 2 results for “inquiry”.")
    expect(dialog.get_by_role("heading", name="Words near “cycel”")).to_be_visible()
    dialog.get_by_role("button", name="cycle", exact=True).click()
    mended = "inquiry cycel".replace("cycel", "cycle")
    expect(words(dialog)).to_have_value(mended)
    expect(words(dialog)).to_be_focused()
    expect(dialog.get_by_role("status")).to_have_text(f"1 result for “{mended}”")
    expect(dialog.get_by_role("heading", name=re.compile("Words near"))).to_have_count(0)


@pytest.mark.parametrize("query", ['"student work"', "“student work”", "„student work“", "«student work»", "“student work”."])
def test_a_phones_quotes_are_straight_quotes(dialog: Locator, query: str) -> None:
    words(dialog).fill(query)
    expect(dialog.get_by_role("status")).to_contain_text("1 result for “student work")
    assert dialog.locator(".hit__title").all_inner_texts() == ["Page work"]


@pytest.mark.parametrize(("query", "marked"), [("Hawaii", "Hawaiʻi,"), ("Hawaiʻi", "Hawaiʻi,"), ("hawai'i", "Hawaiʻi,")])
def test_hawaii_finds_hawaiʻi_and_marks_it_as_it_is_written(dialog: Locator, query: str, marked: str) -> None:
    assert ask(dialog, query, f"1 result for “{query}”") == ["Page island"]
    expect(dialog.locator(".hit mark")).to_have_text(marked)


def test_first_finds_a_page_with_a_ligature(dialog: Locator) -> None:
    assert ask(dialog, "first", "1 result for “first”") == ["Page island"]


def test_a_title_comes_before_a_text(dialog: Locator) -> None:
    words(dialog).fill("table")
    expect(dialog.get_by_role("status")).to_have_text("1 result for “table”")
    words(dialog).fill("plan")
    expect(dialog.locator(".hit__title").first).to_have_text("Page plan")
    expect(dialog.locator(".hit__title mark").first).to_have_text("plan")


@pytest.mark.parametrize("look", [*itertools.product(["light", "dark"], [1280, NARROW])], ids=str)
def test_axe_finds_no_barrier_in_near_words(page: Page, dialog: Locator, axe: str, look: Look) -> None:
    scheme, width = look
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    ask(dialog, "inquiry cycel", "No page has “cycel”. 2 results for “inquiry”.")
    expect(dialog.get_by_role("button", name="cycle", exact=True)).to_be_visible()
    assert barriers(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_file_of_synonyms_is_no_page(site: str, page: Page) -> None:
    answer = page.request.get(f"{site}synonyms.txt")
    assert answer.status == 404
