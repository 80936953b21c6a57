"""The form in steps, where the screen is narrow: with the keyboard alone, back and forth, and told at each step."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

import forms
from browsing import RootServer
from press.web.form import questions
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


@pytest.fixture
def phone(write: Page) -> Page:
    write.set_viewport_size({"width": 390, "height": 800})
    return write


def is_at(page: Page, words: str) -> None:
    expect(page.locator("[data-progress]")).to_be_focused()
    expect(page.locator("[data-progress]")).to_have_text(re.compile(rf"^\s*{words}\s*$"))


def test_on_a_phone_the_form_goes_step_by_step_and_back_with_the_keyboard_alone(phone: Page) -> None:
    expect(phone.get_by_label("Title", exact=True)).to_be_hidden()
    expect(phone.get_by_text("Step 1 of 5: Kind of story")).to_be_visible()
    phone.get_by_role("button", name="Next: The story").press("Enter")
    expect(phone.get_by_text(questions.REQUESTS["kind"])).to_be_visible()
    expect(phone.locator("[name=kind]").first).to_be_focused()
    phone.keyboard.press("Space")
    expect(phone.get_by_text(questions.REQUESTS["kind"])).to_be_hidden()
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="Next: The story")).to_be_focused()
    phone.keyboard.press("Enter")
    is_at(phone, "Step 2 of 6: The story")
    phone.keyboard.press("Tab")
    phone.keyboard.type("Test data")
    expect(phone.get_by_label("Title", exact=True)).to_have_value("Test data")
    phone.get_by_role("button", name="Next: Themes").press("Enter")
    is_at(phone, "Step 3 of 6: Themes and students")
    phone.get_by_role("button", name="Back").press("Enter")
    is_at(phone, "Step 2 of 6: The story")
    expect(phone.get_by_label("Title", exact=True)).to_have_value("Test data")
    phone.go_back()  # the phone's own way back
    is_at(phone, "Step 1 of 6: Kind of story")
    phone.go_forward()
    is_at(phone, "Step 2 of 6: The story")
    phone.reload()
    phone.wait_for_selector("[data-ready]")
    expect(phone.get_by_text("Step 2 of 6: The story")).to_be_visible()


def test_an_illustrative_story_has_one_step_less(phone: Page) -> None:
    phone.locator("[name=kind][value=illustrative]").check()
    for step in ("2 of 5: The story", "3 of 5: Themes and students", "4 of 5: Who tells it", "5 of 5: Look and send"):
        phone.get_by_role("button", name="Next").click()
        is_at(phone, f"Step {step}")
    expect(phone.get_by_role("button", name="Next")).to_be_hidden()


def test_the_summary_leads_to_the_step_of_a_field_and_a_button_leads_back(phone: Page) -> None:
    phone.locator("[name=kind][value=illustrative]").check()
    for _ in range(4):
        phone.get_by_role("button", name="Next").click()
    expect(phone.get_by_role("button", name="To the check")).to_be_hidden()
    forms.look(phone)
    phone.get_by_role("link", name=questions.REQUESTS["summary"]).click()
    expect(phone.get_by_label("One sentence")).to_be_focused()
    expect(phone.get_by_text("Step 2 of 5: The story")).to_be_visible()
    phone.get_by_role("button", name="To the check").click()
    is_at(phone, "Step 5 of 5: Look and send")
    expect(phone.locator("[data-summary]")).to_be_visible()


def test_on_a_wide_screen_all_of_it_is_there_and_a_window_made_narrow_shows_where_one_writes(write: Page) -> None:
    expect(write.locator("[data-progress]")).to_be_hidden()
    expect(write.get_by_role("button", name="Next")).to_be_hidden()
    write.get_by_label("State", exact=True).focus()
    write.set_viewport_size({"width": 390, "height": 800})
    expect(write.get_by_label("State", exact=True)).to_be_visible()
    expect(write.get_by_text("Step 4 of 5: Who tells it")).to_be_visible()
