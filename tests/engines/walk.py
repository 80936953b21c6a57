"""What every engine must do alike: a walk through all that the site offers, written once. A test file names its engine.

It walks the real site under a path, where each kind of page stands, and a small one of test data at a domain's root.
"""

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

import manuscripts
import publication
import renewal
from browsing import TAKEN_DOWN, RootServer
from engines.engine import Engine
from publication import GLOSSARY, MAP, MAP_TITLE, STORIES, STORY, STORY_TITLE
from showing import shown

WIDTHS = (1280, 390, 320)
PAGES = manuscripts.page_of_each_kind() | {"notice": f"stories/{TAKEN_DOWN}/"}
WRITE = PAGES["form"]
BEYOND = """
const edge = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > edge) return [`the page is ${document.documentElement.scrollWidth} wide, not ${edge}`];
return [...document.body.querySelectorAll("*")]
  .filter((e) => !e.closest("thead, pre, .words-only, .md-skip, dialog") && e.getClientRects().length)
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((e) => e.getBoundingClientRect().right > edge + 1 || e.getBoundingClientRect().left < -1)
  .map((e) => `${e.tagName}: ${e.textContent.trim().slice(0, 40)}`);
"""
MARKED = """
const marks = CSS.highlights?.get("asked") ?? document.querySelectorAll("mark.asked");
return [...marks].map((one) => one.textContent ?? String(one));
"""
DRAFTS = """
return Object.keys(localStorage).filter((key) => key.startsWith("press.story."))
  .map((key) => JSON.parse(localStorage.getItem(key)).values.title).sort();
"""
TEXTS = DRAFTS.replace("values.title", "values.text")
# A story in the form: a field of each kind of control.
WRITTEN = {
    "kind": ["illustrative"],
    "title": ["Test data"],
    "text": ["A story of test data."],
    "themes": ["beliefs", "policy"],
    "state": ["Colorado"],
    "grades": ["middle"],
    "published": ["2026-01-02"],
}
FILLED = """
const found = {};
for (const [name, value] of new FormData(document.querySelector("[data-form]")))
  if (value && typeof value === "string") (found[name] ??= []).push(value);
return found;
"""
WORDS = "#_search-words"
MISSING = re.compile(r"404|Failed to load resource", re.IGNORECASE)  # that a page is missing is no fault of that page


def asking(go: Engine) -> WebElement:
    """The field for the words to look for, opened by its key: once more where the window was not yet the one that hears keys."""
    go.press("/")
    with contextlib.suppress(AssertionError):
        return go.find(WORDS)
    go.press("/")
    return go.find(WORDS)


class Walk:
    """The walk; a subclass says which engine goes."""

    start: Callable[[Path], Engine]

    @pytest.fixture(scope="class")
    @classmethod
    def browser(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
        engine = cls.start(tmp_path_factory.mktemp("engine"))
        yield engine
        engine.close()

    @pytest.fixture
    def go(self, browser: Engine) -> Iterator[Engine]:
        """The browser, at its widest, with no choice kept; it must have no complaint at the end."""
        browser.complaints()
        browser.width(WIDTHS[0])
        yield browser
        assert browser.complaints() == []

    @pytest.fixture(scope="class")
    @classmethod
    def root(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
        """Where a small publication stands, at a domain's root."""
        with shown(publication.write(tmp_path_factory.mktemp("walk")), RootServer) as url:
            yield url

    @pytest.mark.parametrize("name", PAGES)
    def test_each_kind_of_page_fits_each_width_and_the_console_is_silent(self, browser: Engine, address: str, name: str) -> None:
        browser.complaints()
        browser.width(WIDTHS[0])
        browser.open(address + PAGES[name])
        for width in WIDTHS:
            browser.width(width)
            assert browser.ask(BEYOND) == [], width
        said = browser.complaints()
        assert [line for line in said if name != "missing" or not MISSING.search(line)] == []

    def test_a_classic_scrollbar_takes_its_room(self, go: Engine, address: str) -> None:
        go.open(address)
        assert go.ask("return innerWidth - document.documentElement.clientWidth") > 0

    @pytest.mark.parametrize("start", ["", MAP])
    def test_the_search_is_opened_by_a_key_and_enter_opens_what_it_found(self, go: Engine, root: str, start: str) -> None:
        go.open(root + start)
        asking(go).send_keys(STORY_TITLE)
        go.says(".search__count", f"for “{STORY_TITLE}”")
        go.find(".hit", STORY_TITLE)
        go.find(WORDS).send_keys(Keys.ENTER)
        go.says("h1", STORY_TITLE)

    @pytest.mark.parametrize("missing", ["no-such-page", "no/such/page/"])
    def test_the_search_works_on_the_error_page_of_a_site_at_a_domains_root(self, go: Engine, root: str, missing: str) -> None:
        go.open(root + missing)
        asking(go).send_keys(STORY_TITLE)
        go.says(".search__count", f"for “{STORY_TITLE}”")
        go.click(".hit__title a", STORY_TITLE)
        go.says("h1", STORY_TITLE)
        assert go.driver.current_url.startswith(root + STORY)
        assert [line for line in go.complaints() if not MISSING.search(line)] == []

    def test_the_search_works_on_the_error_page_of_a_site_under_a_path(self, go: Engine, address: str) -> None:
        go.open(address + PAGES["missing"])
        go.click("[data-opens=search]", "Search")
        go.find(WORDS).send_keys(manuscripts.an_activity().fields.title)
        go.find(".hit", manuscripts.an_activity().fields.title)
        assert [line for line in go.complaints() if not MISSING.search(line)] == []

    def test_open_a_result_press_back_and_the_search_stands_as_it_was(self, go: Engine, root: str) -> None:
        titles = [title for title, state, *_ in STORIES if state == "Florida"]
        go.open(root + MAP)
        asking(go).send_keys("paragraph")
        go.says(".search__count", "for “paragraph”")
        go.choose("#_search select[name=state]", "Florida")
        go.says(".search__count", f"{len(titles)} results")
        go.click(".hit__title a", titles[-1])
        go.says("h1", titles[-1])
        go.find("[aria-label='Marked words']", "Your words are marked")
        assert set(go.ask(MARKED)) == {"paragraph"}
        assert "paragraph" not in go.driver.current_url
        fields = "return ['#_search-words', '#_search select[name=state]'].map((one) => document.querySelector(one).value)"
        for again in (go.driver.back, go.driver.refresh):  # the page as it was kept, and as it is loaded anew
            again()
            go.says(".search__count", f"{len(titles)} results for “paragraph”")
            go.wait(lambda: go.ask(fields) == ["paragraph", "Florida"], "the words and the filter to be as they were")
            go.wait(lambda: go.words(go.driver.switch_to.active_element) == titles[-1], "the focus to be on what was opened")
            assert len(go.all(".hit")) == len(titles)
        go.press(Keys.ESCAPE)
        go.wait(lambda: go.driver.current_url == root + MAP, "the page's own address")
        assert not go.all("#_search")

    def test_back_closes_the_search_and_on_opens_it_again(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        asking(go).send_keys("paragraph")
        go.says(".search__count", "for “paragraph”")
        go.driver.back()
        go.wait(lambda: not go.all("#_search"), "the search to close")
        assert go.driver.current_url == root + MAP
        go.driver.forward()
        go.says(".search__count", "for “paragraph”")
        go.find(".hit")

    def test_a_site_that_is_published_anew_while_people_read_is_searched_on(self, go: Engine, tmp_path: Path) -> None:
        with renewal.published(renewal.both(tmp_path), tmp_path / "place") as site:
            go.open(site.url)
            asking(go).send_keys("chair")
            go.find(".hit", "A chair too many")
            site.put("second")
            go.find(WORDS).clear()
            go.find(WORDS).send_keys(renewal.TITLE)
            go.find(".hit", renewal.TITLE)
            assert [line for line in go.complaints() if not MISSING.search(line)] == []

    def test_the_menu_opens_and_leads_on_a_phone(self, go: Engine, root: str) -> None:
        go.width(320)
        go.open(root)
        assert not go.all("#_menu")
        go.click("[aria-controls=_menu]")
        go.click("#_menu a", "Glossary")
        go.says("h1", "Glossary")

    def test_tab_goes_from_the_menu_button_to_its_first_link(self, go: Engine, root: str) -> None:
        go.width(320)
        go.open(root)
        go.ask("arguments[0].focus()", go.find("[aria-controls=_menu]"))
        go.press(Keys.ENTER)
        go.find("#_menu a", "Home")
        go.press(Keys.TAB)
        assert go.words(go.driver.switch_to.active_element) == "Home"

    def test_a_filtered_list_is_there_again_after_back(self, go: Engine, root: str) -> None:
        go.open(root + "stories/")
        _, before, _, role, _ = STORIES[0]
        go.choose("#find select[name=state]", before)
        count = sum(state == before for _, state, *_ in STORIES)
        go.says("#find [role=status]", f"{count} stories")
        go.click("#cards a", STORY_TITLE)
        go.says("h1", STORY_TITLE)
        go.driver.back()
        go.says("#find [role=status]", f"{count} stories")
        chosen = "return document.querySelector('#find select[name=state]').value"
        go.wait(lambda: go.ask(chosen) == before, "the filter to be as it was")
        assert len(go.all("#cards > li")) == count
        assert before in go.driver.current_url
        go.choose("#find select[name=role]", role.capitalize())
        both = sum((state, teller) == (before, role) for _, state, _, teller, _ in STORIES)
        go.says("#find [role=status]", f"{both} stor")
        assert before in go.driver.current_url

    def test_dark_colors_and_the_size_of_the_text_stay(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        color = "return getComputedStyle(document.body).backgroundColor"
        size = "return parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize)"
        light, usual = go.ask(color), go.ask(size)
        go.click("[data-colors-button]")
        go.wait(lambda: go.ask(color) != light, "dark colors")
        go.click("[data-tool=size]")
        go.click(".kit__sizes label:nth-of-type(4)")
        go.wait(lambda: go.ask(size) > usual, "large text")
        dark, large = go.ask(color), go.ask(size)
        go.driver.refresh()
        go.open(root + MAP)
        assert (go.ask(color), go.ask(size)) == (dark, large)
        go.click("[data-colors-button]")
        go.click("[data-tool=size]")
        go.click(".kit__sizes label:nth-of-type(1)")
        go.wait(lambda: (go.ask(color), go.ask(size)) == (light, usual), "what was there at first")

    def test_a_role_hides_what_is_the_others_and_stays(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        assert go.all(".tn-part.tn-principal")
        go.click(".view .choice label", "Teacher leader")
        go.wait(lambda: not go.all(".tn-part.tn-principal"), "the principal's part to go")
        go.driver.refresh()
        go.wait(lambda: not go.all(".tn-part.tn-principal"), "the principal's part to stay away")
        go.click(".view .choice label", "Both")
        go.find(".tn-part.tn-principal")

    def test_the_timer_runs_and_outlives_a_reload(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        go.click("[data-tool=timer]")
        go.says("[role=timer]", "2:5")
        go.says(".timer__count", f"Step 1 of {len(publication.STEPS)}")
        go.click(".dock button", "Next")
        go.says(".timer__step", publication.STEPS[1][0])
        go.driver.refresh()
        go.says(".timer__step", publication.STEPS[1][0])
        go.click(".dock button", "End")
        go.wait(lambda: not go.all("[role=timer]"), "the timer to go")

    def test_a_reference_and_a_link_are_copied_and_the_page_says_so(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        go.click("[data-tool=cite]")
        go.click("#_cite-dialog [data-copies]")
        go.says("#_cite-dialog .said", "copied")
        go.click("#_cite-dialog [data-closes]")
        go.click("[data-tool=link]")
        go.says("body > .said", "Link to this page copied")

    def test_a_term_shows_its_meaning_on_focus_and_leads_to_it(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        go.press(Keys.TAB)  # whoever moves by keyboard sees where the focus is, and what a term means
        go.ask("arguments[0].focus()", go.find("a[data-meaning]"))
        go.find("#_meaning", "What a group of test data has agreed to keep to.")
        go.press(Keys.ESCAPE)
        go.wait(lambda: not go.all("#_meaning"), "the meaning to go")
        go.click("a[data-meaning]")
        go.wait(lambda: GLOSSARY in go.driver.current_url, "the glossary")

    def test_the_skip_link_is_the_first_stop(self, go: Engine, root: str) -> None:
        go.open(root + MAP)
        go.press(Keys.TAB)
        assert go.words(go.driver.switch_to.active_element) == "Skip to content"
        go.press(Keys.ENTER)
        go.wait(lambda: MAP_TITLE in go.ask("return document.querySelector(':target')?.textContent ?? ''"), "the heading")

    # The form

    def test_a_draft_is_whole_after_back_and_after_a_reload(self, go: Engine, address: str) -> None:
        written(go, address)
        go.click(".text a[href*='contributing/protecting']")
        go.wait(lambda: WRITE not in go.driver.current_url, "the other page")
        go.driver.back()
        go.wait(lambda: fields(go) == WRITTEN, "the draft to be back")
        go.type("#_text", " And more.")
        more = fields(go)
        assert "And more." in more["text"][0]
        assert {**more, "text": WRITTEN["text"]} == WRITTEN
        go.wait(lambda: go.ask(TEXTS) == more["text"], "all of it to be kept")
        go.driver.refresh()
        go.wait(lambda: fields(go) == more, "the draft to be back")
        forgotten(go)

    def test_who_wants_no_draft_has_none_after_back(self, go: Engine, address: str) -> None:
        written(go, address)
        go.click("[data-keep]")
        go.says("[data-kept]", "Nothing is kept")
        go.click(".text a[href*='contributing/protecting']")
        go.wait(lambda: WRITE not in go.driver.current_url, "the other page")
        go.driver.back()
        kept = "return document.querySelector('[data-keep]')?.checked"
        go.wait(lambda: WRITE in go.driver.current_url and go.ask(kept) is False, "the tick to stay away")
        assert go.ask(DRAFTS) == []
        go.type("#_title", "!")
        go.ask("return new Promise((done) => setTimeout(done, 600))")
        assert go.ask(DRAFTS) == []
        forgotten(go)

    def test_two_tabs_keep_two_drafts_and_one_goes_on_with_the_others(self, go: Engine, address: str) -> None:
        written(go, address)
        first = go.driver.current_window_handle
        go.driver.switch_to.new_window("tab")
        second = go.driver.current_window_handle
        go.width(WIDTHS[0])
        go.open(address + WRITE)
        go.find("[data-drafts] li", "open in another tab")
        go.type("#_title", "Another")
        go.says("[data-kept]", "Kept at")
        assert go.ask(DRAFTS) == ["Another", "Test data"]
        go.click("[data-drafts] button", "Go on here")
        go.wait(lambda: fields(go) == WRITTEN, "the first tab's draft")
        go.type("#_title", " there")
        go.wait(lambda: "Test data there" in go.ask(DRAFTS), "the second tab to keep it")
        go.driver.switch_to.window(first)
        go.says("[data-kept]", "You went on with this draft in another tab.")
        go.type("#_title", " here")
        go.wait(lambda: go.ask(DRAFTS) == ["Another", "Test data here", "Test data there"], "all three to be kept")
        go.driver.switch_to.window(second)
        go.driver.close()
        go.driver.switch_to.window(first)
        forgotten(go)

    def test_on_a_phone_the_form_goes_step_by_step_and_back(self, go: Engine, address: str) -> None:
        written(go, address)
        go.width(390)
        go.open(address)  # at the first step again
        go.open(address + WRITE)
        go.says("[data-progress]", "Step 1 of 5:")
        assert not go.all("#_title")
        go.click("[data-next]", "The story")
        go.find("#_title")
        at = "return document.activeElement.textContent"
        go.wait(lambda: "Step 2 of 5:" in go.ask(at), "the focus to be where the step is told")
        go.press(Keys.TAB)
        go.wait(lambda: go.ask("return document.activeElement.id") == "_title", "the focus to be in the step's first field")
        go.driver.back()
        go.wait(lambda: "Step 1 of 5:" in go.ask(at), "the step before")
        assert not go.all("#_title")
        assert fields(go) == WRITTEN
        forgotten(go)

    def test_the_file_can_be_downloaded(self, go: Engine, address: str) -> None:
        written(go, address)
        go.click("[data-check]")
        go.click("[data-download]")
        assert "A story of test data." in go.downloaded().read_text(encoding="utf-8")
        forgotten(go)


def written(go: Engine, address: str) -> None:
    """Write `WRITTEN` into the form, in a browser that keeps nothing of an earlier story."""
    go.open(address + WRITE)
    go.ask("localStorage.clear()")
    go.open(address)
    go.open(address + WRITE)
    for name in ("kind", "grades", "themes"):
        for value in WRITTEN[name]:
            go.click(f"[name={name}][value={value}]")
    go.choose("#_state", *WRITTEN["state"])
    # Each engine has a calendar of its own, which no program can look into; this is what choosing a day comes to.
    picked = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
    go.ask(picked, go.find("#_published"), *WRITTEN["published"])
    go.type("#_title", *WRITTEN["title"])
    go.type("#_text", *WRITTEN["text"])
    go.says("[data-kept]", "Kept at")
    go.wait(lambda: go.ask(TEXTS) == WRITTEN["text"], "all of the draft to be kept")  # the rest was kept before
    assert fields(go) == WRITTEN


def fields(go: Engine) -> dict[str, list[str]]:
    """What stands in the form, by field; one that is empty is left out."""
    found: dict[str, list[str]] = go.ask(FILLED)
    return found


def forgotten(go: Engine) -> None:
    """Leave nothing in the form for the next test, and no question on leaving."""
    go.ask("localStorage.clear(); sessionStorage.clear()")
    go.driver.get("about:blank")
