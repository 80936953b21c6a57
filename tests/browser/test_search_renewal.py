"""A site that is published anew while people read, and hosts that do not give all of the index: what a search says then.

The two editions are built truly (tests/renewal.py), and one takes the place of the other in one step, as in `publish`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

import renewal
from publication import STORIES
from renewal import Published

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("context")]

FAILED = "The search can’t be loaded just now. The lists below work without it."
RENEWED = "This site was published anew while you were reading."
PHRASE = '"longest table"'
# Endings that a host may not know, and a question that needs such a file.
ENDINGS = {
    r"words\.json": "margin",
    r"[0-9a-f]\.json": "margin",
    r"\.pf_fragment": "margin",
    r"\.pagefind": PHRASE,
    r"\.pf_meta": PHRASE,
    r"\.pf_index": PHRASE,
    r"pagefind-entry\.json": PHRASE,
    r"pagefind\.js": PHRASE,
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return renewal.both(tmp_path_factory.mktemp("editions"))


@pytest.fixture
def site(both: dict[str, Path], tmp_path: Path) -> Iterator[Published]:
    """The first edition, published."""
    with renewal.published(both, tmp_path) as found:
        yield found


@pytest.fixture(autouse=True)
def calm(page: Page) -> Iterator[None]:
    """No test may leave a fault that nobody has caught in the console."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield
    assert faults == []


def ask(page: Page, words: str) -> None:
    if not page.get_by_role("dialog").is_visible():
        page.keyboard.press("/")
    page.get_by_label("Words to look for").fill(words)


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(words)


def first(page: Page, title: str) -> None:
    expect(page.locator(".hit__title").first).to_have_text(title)


# A page is open, search was used, the site is published anew, another word is asked


@pytest.mark.parametrize(
    ("words", "title"),
    [("margin", "A note in the margin"), ("trumpet", "A trumpet in the yard"), (PHRASE, "The longest table")],
)
def test_a_word_asked_after_the_site_was_published_anew_is_found(page: Page, site: Published, words: str, title: str) -> None:
    page.goto(site.url)
    ask(page, "chair")
    first(page, "A chair too many")
    site.put("second")
    ask(page, words)
    first(page, title)
    page.locator(".hit__title a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_no_word_is_said_to_stand_nowhere_that_the_new_edition_has(page: Page, site: Published) -> None:
    page.goto(site.url)
    ask(page, "harpsichords")
    says(page, "“harpsichords”")
    expect(page.locator(".hit")).to_have_count(0)
    ask(page, "trumpets")
    expect(page.locator(".hit")).to_have_count(0)
    site.put("second")
    ask(page, "harpsichords")
    says(page, f"{len(STORIES) + 1} results for “harpsichords”")


def test_more_of_a_list_and_the_filters_are_had_from_the_new_edition(page: Page, site: Published) -> None:
    page.goto(site.url)
    ask(page, "paragraph")
    says(page, "results for “paragraph”")
    before = page.locator(".hit").count()
    site.put("second")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".hit").nth(before)).to_be_visible()
    site.put("first")
    page.get_by_label("State").hover()
    expect(page.get_by_label("State").locator("option").nth(1)).to_contain_text("(")
    page.get_by_label("State").select_option("Tennessee")
    says(page, "2 results for “paragraph”")


def test_whoever_opens_the_dialog_again_sees_what_the_new_edition_has(page: Page, site: Published) -> None:
    page.goto(site.url)
    ask(page, "passage")
    says(page, f"{len(STORIES)} results for “passage”")
    page.keyboard.press("Escape")
    site.put("second")
    page.keyboard.press("/")
    says(page, f"{len(STORIES) + 1} results for “passage”")


def test_a_site_that_was_renewed_and_cannot_be_searched_offers_to_load_the_page_with_the_words_kept(
    page: Page, site: Published
) -> None:
    page.goto(site.url + "glossary/")
    ask(page, "chair")
    first(page, "A chair too many")
    site.put("second")
    page.route(re.compile(r"search/[0-9a-f]+\.json"), lambda route: route.abort())
    ask(page, "trumpet")
    says(page, RENEWED)
    page.unroute_all()
    page.get_by_role("button", name="Load the page again").click()
    first(page, "A trumpet in the yard")
    expect(page.get_by_label("Words to look for")).to_have_value("trumpet")


# A host that doesn't know an ending


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("answer", ["missing", "blocked", "a page in its place"])
def test_a_host_that_does_not_know_an_ending_is_never_no_results(page: Page, site: Published, ending: str, answer: str) -> None:
    def refuse(route: Route) -> None:
        if answer == "blocked":
            route.abort()
        else:
            status = 404 if answer == "missing" else 200
            route.fulfill(status=status, content_type="text/html", body="<!doctype html><title>Not here</title>")

    page.route(re.compile(rf"{ending}(\?|$)"), refuse)
    page.goto(site.url)
    ask(page, ENDINGS[ending])
    says(page, FAILED)
    expect(page.locator(".hit")).to_have_count(0)
    expect(page.get_by_role("dialog").get_by_role("link", name="All stories")).to_be_visible()
    page.unroute_all()
    ask(page, "chair")
    first(page, "A chair too many")


def test_filters_that_cannot_be_had_are_no_answer(page: Page, site: Published) -> None:
    page.goto(site.url)
    ask(page, "paragraph")
    says(page, "results for “paragraph”")
    page.route("**/search/*.json", lambda route: route.abort())
    page.get_by_label("State").select_option("Tennessee")
    says(page, FAILED)
    page.unroute_all()
    page.get_by_label("State").select_option("Florida")
    says(page, "2 results for “paragraph”")


def test_a_dialog_whose_script_cannot_be_had_says_so_closes_and_tries_again(page: Page, site: Published) -> None:
    page.route("**/search-panel.js", lambda route: route.abort())
    page.goto(site.url)
    page.keyboard.press("/")
    says(page, FAILED)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_url(site.url)


# A slow line


def test_a_late_answer_is_waited_for_in_words_and_none_comes_over_a_later_question(page: Page, site: Published) -> None:
    waiting: list[Route] = []
    page.route("**/words.json", lambda route: waiting.append(route))
    page.goto(site.url)
    ask(page, "margin")
    says(page, "Searching …")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    ask(page, "chair")
    for route in waiting:
        route.continue_()
    first(page, "A chair too many")
    says(page, "1 result for “chair”")
    page.wait_for_url(f"{site.url}#search=chair")
    page.keyboard.press("Escape")
    page.wait_for_url(site.url)
