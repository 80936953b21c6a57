"""Drafts in several tabs of a browser: each keeps its own, and none writes over another's."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

import forms
from browsing import RootServer
from showing import shown

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("context")]  # a draft that another test left is asked about


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small publication stands, with the form."""
    with shown(forms.written(tmp_path_factory.mktemp("form")), RootServer) as url:
        yield url


@pytest.fixture
def write(page: Page, site: str) -> Page:
    return forms.opened(page, site)


TITLES = """() => Object.keys(localStorage).filter((key) => key.startsWith("press.story."))
  .map((key) => JSON.parse(localStorage.getItem(key)).values.title).sort()"""


def another(page: Page, site: str) -> Page:
    """Another tab, with the form."""
    return forms.opened(page.context.new_page(), site)


def kept(page: Page, title: str) -> None:
    """Type a title, and wait until it is kept."""
    page.get_by_label("Title", exact=True).fill(title)
    page.wait_for_function(f"title => ({TITLES})().includes(title)", arg=title)


def test_two_tabs_keep_two_drafts_and_a_third_one_asks_which_to_go_on_with(write: Page, site: str) -> None:
    kept(write, "One")
    other = another(write, site)
    expect(other.get_by_label("Title", exact=True)).to_have_value("")
    drafts = other.get_by_role("group", name="Which story do you want to go on with?")
    expect(drafts.get_by_role("listitem")).to_contain_text("and open in another tab")
    expect(drafts.get_by_role("button", name="Delete")).to_have_count(0)
    expect(other.locator("[data-status]")).to_contain_text("Choose above which to go on with.")
    drafts.get_by_role("button", name="Begin a new story").click()
    expect(drafts).to_be_hidden()
    kept(other, "Two")
    kept(write, "One, and more")
    assert write.evaluate(TITLES) == ["One, and more", "Two"]
    third = another(write, site)
    expect(third.get_by_role("group", name="Which story").get_by_role("listitem")).to_have_count(2)


def test_a_draft_goes_on_in_another_tab_and_the_first_one_says_so_and_takes_nothing_back(write: Page, site: str) -> None:
    kept(write, "One")
    other = another(write, site)
    other.get_by_role("button", name="Go on here with “One”").click()
    expect(other.get_by_label("Title", exact=True)).to_have_value("One")
    expect(write.locator("[data-kept]")).to_contain_text("You went on with this draft in another tab.")
    kept(other, "One there")
    kept(write, "One here")
    assert write.evaluate(TITLES) == ["One here", "One there"]
    for page, title in ((write, "One here"), (other, "One there")):
        page.reload()
        page.wait_for_selector("[data-ready]")
        expect(page.get_by_label("Title", exact=True)).to_have_value(title)


def test_where_no_tab_shows_a_draft_it_is_back_and_of_two_one_is_chosen_and_one_deleted(write: Page, site: str) -> None:
    kept(write, "One")
    other = another(write, site)
    kept(other, "Two")
    context = write.context
    for page in (write, other):
        page.close()
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(site + forms.PAGE)
    page.get_by_role("button", name="Delete “One”").click()
    expect(page.locator("[data-drafts-list] li")).to_have_count(1)
    page.close()
    page = another(context.new_page(), site)
    expect(page.get_by_label("Title", exact=True)).to_have_value("Two")
    expect(page.locator("[data-drafts]")).to_be_hidden()


def test_who_types_before_choosing_loses_neither_story(write: Page, site: str) -> None:
    kept(write, "One")
    other = another(write, site)
    other.get_by_label("Title", exact=True).fill("Two")
    other.get_by_role("button", name="Go on here with “One”").click()
    expect(other.get_by_label("Title", exact=True)).to_have_value("One")
    assert other.evaluate(TITLES) == ["One", "Two"]


def test_where_the_browser_can_not_tell_which_tabs_are_open_it_is_asked(write: Page, site: str) -> None:
    write.context.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    write.reload()
    kept(write, "One")
    other = another(write, site)
    other.get_by_role("button", name="Go on here with “One”").click()
    kept(other, "One there")
    kept(write, "One here")
    assert write.evaluate(TITLES) == ["One here", "One there"]


def test_the_draft_of_an_earlier_version_is_back(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("""localStorage.setItem("press.story", '{"kind": "interview", "title": "Test data", "themes": ["beliefs"]}')""")
    page.goto(site + forms.PAGE)
    expect(page.get_by_label("Title", exact=True)).to_have_value("Test data")
    expect(page.locator("[name=kind][value=interview]")).to_be_checked()
    expect(page.locator("[name=themes][value=beliefs]")).to_be_checked()
    assert page.evaluate(TITLES) == ["Test data"]


def test_who_turns_to_another_tab_at_once_has_the_last_letters_in_the_draft(write: Page) -> None:
    kept(write, "One")
    titles = write.evaluate(
        """() => {
          const title = document.getElementById("_title");
          title.value = "One, and the last letters";
          title.dispatchEvent(new InputEvent("input", { bubbles: true }));
          Object.defineProperty(document, "hidden", { get: () => true });
          document.dispatchEvent(new Event("visibilitychange"));
          return ("""
        + TITLES
        + ")() }"
    )
    assert titles == ["One, and the last letters"]
