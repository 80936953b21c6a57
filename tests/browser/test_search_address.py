"""A search in a real browser: its address, what Back and On bring, and the words marked on the page that a result opens.

The same in all three engines, in short: tests/engines/walk.py.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import publication
from browsing import NARROW, PREFIX, WIDE, barriers
from publication import GLOSSARY, MAP, MAP_TITLE, STORIES, STORY, STORY_TITLE
from showing import shown

pytestmark = pytest.mark.browser

WORD = "paragraph"  # stands in each story and in each activity
FLORIDA = [title for title, state, *_ in STORIES if state == "Florida"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of a small publication stands, under a path."""
    with shown(publication.write(tmp_path_factory.mktemp("address"))) as url:
        yield url


def words(page: Page) -> str:
    return page.get_by_label("Words to look for").input_value()


def ask(page: Page, asked: str) -> None:
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill(asked)
    found(page, asked)


def found(page: Page, asked: str) -> None:
    """Wait until the dialog shows what it has found."""
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(f"for “{asked}”")
    expect(page.locator(".hit").first).to_be_visible()


def titles(page: Page) -> list[str]:
    return page.locator(".hit__title").all_inner_texts()


def steps(page: Page) -> int:
    """How many steps the browser's history has."""
    return int(page.evaluate("history.length"))


def marked(page: Page) -> list[str]:
    return list(page.evaluate("[...(CSS.highlights?.get('asked') ?? [])].map(String)"))


# The address


def test_the_words_and_filters_stand_in_the_address_and_open_the_same_search_elsewhere(
    page: Page, context: BrowserContext, site: str
) -> None:
    page.goto(site + MAP)
    ask(page, f"{WORD} more")
    page.get_by_label("State").select_option("Florida")
    expect(page.locator(".hit")).to_have_count(len(FLORIDA))
    assert page.url == f"{site}{MAP}#search={WORD}%20more&state=Florida"
    other = context.new_page()
    other.goto(page.url)
    found(other, f"{WORD} more")
    assert (words(other), titles(other)) == (f"{WORD} more", titles(page))
    expect(other.get_by_label("State")).to_have_value("Florida")


@pytest.mark.parametrize("start", ["", "stories/", "no-such-page/"])
def test_an_address_with_a_search_opens_it_on_any_page(page: Page, site: str, start: str) -> None:
    page.goto(f"{site}{start}#search={WORD}")
    found(page, WORD)


@pytest.mark.parametrize("asked", ["50% of “all” & more", "a+b", "#1", "Nguyễn", "x=y&state=Ohio", "  spaced   out  "])
def test_whatever_is_typed_is_the_same_when_its_address_is_opened(page: Page, site: str, asked: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill(asked)
    expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("Words to look for")).to_have_value(asked)


def test_a_filter_that_no_entry_has_is_left_out(page: Page, site: str) -> None:
    page.goto(f"{site}#search={WORD}&state=Nowhere&unknown=1")
    found(page, WORD)
    expect(page.get_by_label("State")).to_have_value("")
    assert page.url == f"{site}#search={WORD}"


def test_no_server_is_sent_the_words(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers}"))
    page.goto(site)
    ask(page, WORD)
    page.locator(".hit a").first.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.go_back()
    found(page, WORD)
    assert not [request for request in asked if WORD in request]


def test_typing_takes_one_step_of_the_history_however_long_it_lasts(page: Page, site: str) -> None:
    page.goto(site)
    before = steps(page)
    for asked in (WORD, "test", "data"):
        ask(page, asked) if asked == WORD else page.get_by_label("Words to look for").fill(asked)
        found(page, asked)
    assert steps(page) == before + 1


# Closing


@pytest.mark.parametrize(
    ("how", "start"),
    [("Escape", f"{MAP}#before-you-start"), ("the button", ""), ("beside", "no-such-page/"), ("Back", "stories/?state=Florida")],
)
def test_closing_gives_the_page_its_own_address_back(page: Page, site: str, how: str, start: str) -> None:
    page.goto(site + start)
    before = steps(page)
    ask(page, WORD)
    if how == "Escape":
        page.keyboard.press("Escape")
    elif how == "the button":
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
    elif how == "beside":
        page.mouse.click(5, 700)
    else:
        page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_url(site + start)
    page.go_forward()
    found(page, WORD)
    assert steps(page) == before + 1


def test_back_after_closing_leaves_the_page(page: Page, site: str) -> None:
    page.goto(site + GLOSSARY)
    page.goto(site + MAP)
    ask(page, WORD)
    page.keyboard.press("Escape")
    page.wait_for_url(site + MAP)
    page.go_back()
    page.wait_for_url(site + GLOSSARY)


def test_closing_a_search_that_was_opened_by_its_address_leaves_the_page(page: Page, site: str) -> None:
    page.goto(f"{site}{MAP}#search={WORD}")
    found(page, WORD)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url == site + MAP
    expect(page.get_by_role("heading", level=1)).to_have_text(MAP_TITLE)


def test_opening_it_again_at_once_is_no_race(page: Page, site: str) -> None:
    page.goto(site)
    before = steps(page)
    ask(page, WORD)
    for _ in range(5):
        page.keyboard.press("Escape")
        page.keyboard.press("Control+k")
    page.wait_for_timeout(500)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_url(f"{site}#search={WORD}")
    assert steps(page) == before + 1


def test_a_list_below_the_search_keeps_its_filter_and_its_focus(page: Page, site: str) -> None:
    page.goto(f"{site}stories/?state=Florida")
    card = page.locator("#cards a").first
    expect(page.locator("#cards > li")).to_have_count(len(FLORIDA))
    card.focus()
    ask(page, WORD)
    page.keyboard.press("Escape")
    page.wait_for_url(f"{site}stories/?state=Florida")
    expect(card).to_be_focused()
    expect(page.locator("#cards > li")).to_have_count(len(FLORIDA))


# Open a result, press Back


def test_open_a_result_press_back_and_the_search_stands_as_it_was(page: Page, site: str) -> None:
    """Here no page is kept, so it is loaded anew; pages that are kept have a test in tests/engines/walk.py."""
    page.set_viewport_size({"width": WIDE, "height": 700})
    page.goto(site + MAP)
    ask(page, WORD)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".hit").nth(9)).to_be_visible()
    before, goal = titles(page), page.locator(".hit__title a").nth(9)
    name = goal.inner_text()
    goal.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert "search" not in page.url
    page.go_back()
    found(page, WORD)
    expect(page.locator(".hit")).to_have_count(len(before))
    assert (words(page), titles(page)) == (WORD, before)
    expect(page.locator(".hit__title a").nth(9)).to_be_focused()
    expect(page.locator(".hit__title a").nth(9)).to_be_in_viewport()
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_enter_opens_no_result_of_other_words(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, "chair")
    page.get_by_label("Words to look for").fill(STORY_TITLE)
    page.keyboard.press("Enter")
    found(page, STORY_TITLE)
    expect(page.locator(".hit__title").first).to_have_text(STORY_TITLE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(STORY_TITLE)


def test_a_result_on_the_page_that_is_open_leads_to_its_place_and_back(page: Page, site: str) -> None:
    page.set_viewport_size({"width": WIDE, "height": 300})
    page.goto(site + GLOSSARY)
    page.get_by_role("button", name="Search").focus()
    ask(page, "norm")
    place = page.locator(f".hit a[href*='{GLOSSARY}#']").first
    goal = str(place.evaluate("link => link.href"))
    place.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url == goal
    expect(page.locator(":target")).to_be_focused()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    assert {word.lower() for word in marked(page)} == {"norm"}
    page.go_back()
    found(page, "norm")


# The words on the page


def test_a_result_opens_its_page_with_the_words_marked(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, STORY_TITLE)
    page.locator(".hit__title a", has_text=STORY_TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(STORY_TITLE)
    bar = page.get_by_role("region", name="Marked words")
    expect(bar).to_contain_text(re.compile(r"Your words are marked in \d+ places?\."))
    assert {"blue", "door"} <= {word.lower() for word in marked(page)} <= {"blue", "door"}
    assert page.url == site + STORY, "a link that is sent on carries nothing"
    page.reload()
    expect(bar).to_be_visible()
    assert marked(page)


@pytest.mark.parametrize("how", ["Escape", "the button"])
def test_marks_can_be_taken_away_and_stay_away(page: Page, site: str, how: str) -> None:
    page.goto(site)
    ask(page, WORD)
    page.locator(".hit__title a").first.click()
    bar = page.get_by_role("region", name="Marked words")
    expect(bar).to_be_visible()
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name="Clear marks").click()
        expect(page.locator(":target, h1").last).to_be_focused()
    expect(bar).to_have_count(0)
    assert marked(page) == []
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(bar).to_have_count(0)


def test_a_page_that_is_opened_otherwise_has_no_marks(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, WORD)
    page.locator(".hit__title a").first.click()
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    page.goto(site + MAP)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("region", name="Marked words")).to_have_count(0)
    assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]


def test_words_that_are_not_in_sight_are_not_spoken_of(page: Page, site: str) -> None:
    page.goto(site + GLOSSARY)
    page.evaluate(
        "path => sessionStorage.setItem('press.marked', JSON.stringify({to: path, wanted: [['nowhere']]}))", f"{PREFIX}{GLOSSARY}"
    )
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("region", name="Marked words")).to_have_count(0)


def test_a_browser_that_cannot_color_text_gets_elements_and_loses_them_again(page: Page, site: str) -> None:
    page.add_init_script("delete CSS.__proto__.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined })")
    page.goto(site)
    ask(page, STORY_TITLE)
    page.locator(".hit__title a", has_text=STORY_TITLE).click()
    expect(page.locator("h1 mark.asked").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(STORY_TITLE)
    page.get_by_role("button", name="Clear marks").click()
    expect(page.locator("mark.asked")).to_have_count(0)
    assert page.evaluate("document.querySelector('h1').childNodes.length") == 1


def test_links_terms_and_tools_work_with_marks_about_them(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, "norm")
    page.locator(".hit__title a", has_text=MAP_TITLE).click()
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    page.keyboard.press("Tab")
    page.locator("a[data-meaning]").focus()
    expect(page.locator("#_meaning")).to_be_visible()
    page.get_by_role("button", name="Cite").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    page.locator("a[data-meaning]").click()
    page.wait_for_url(re.compile(GLOSSARY))


def test_where_storage_is_forbidden_the_page_opens_without_marks(page: Page, site: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error(name) } })"
    )
    page.goto(site)
    ask(page, STORY_TITLE)
    page.locator(".hit__title a", has_text=STORY_TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(STORY_TITLE)
    assert faults == []


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_no_barrier_where_words_are_marked(page: Page, site: str, axe: str, width: int, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(site)
    ask(page, STORY_TITLE)
    page.locator(".hit__title a", has_text=STORY_TITLE).click()
    page.set_viewport_size({"width": width, "height": 800})
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    assert barriers(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
