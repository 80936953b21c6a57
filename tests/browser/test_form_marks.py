"""What helps to write the story in the form: buttons for its marks, and lists that stay lists when they are pasted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

import forms
from showing import shown

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("context")]  # a draft that another test left is asked about

PASTE = """(area, [html, text]) => {
  const given = new DataTransfer();
  given.setData("text/html", html);
  given.setData("text/plain", text);
  area.focus();
  const event = new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true });
  return area.dispatchEvent(event);
}"""
# As Word for Windows puts it into the clipboard, cut down to what counts. Test data.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoListParagraph {mso-list:l0 level1 lfo1;}</style></head><body>
<!--StartFragment--><p class=MsoNormal>So <b>it</b> began:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>One<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp;
</span></span></span><![endif]><i>Two</i><o:p></o:p></p>
<!--EndFragment--></body></html>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a small project with the form."""
    with shown(forms.sound(tmp_path_factory.mktemp("marks"))) as url:
        yield url


@pytest.fixture
def area(page: Page, site: str) -> Locator:
    """The field for the story."""
    page.goto(site + "contribute/write/")
    page.wait_for_selector("[data-ready]")
    page.locator("[name=kind][value=illustrative]").check()
    return page.locator("#_text")


def test_the_buttons_write_marks_show_what_is_on_and_can_be_undone(area: Locator) -> None:
    page = area.page
    area.fill("One two\nthree")
    area.evaluate("area => area.setSelectionRange(4, 7)")
    bold = page.get_by_role("button", name="Bold")
    bold.click()
    expect(area).to_have_value("One **two**\nthree")
    expect(bold).to_have_attribute("aria-pressed", "true")
    bold.click()
    expect(area).to_have_value("One two\nthree")
    expect(bold).to_have_attribute("aria-pressed", "false")
    area.press("Control+a")
    page.get_by_role("button", name="Numbered list").click()
    expect(area).to_have_value("1. One two\n2. three")
    area.press("Control+z")
    expect(area).to_have_value("One two\nthree")


def test_the_buttons_are_one_bar_for_the_keyboard_and_letters_press_them_too(area: Locator) -> None:
    page = area.page
    area.fill("One")
    area.press("Control+i")
    expect(area).to_have_value("*One*")
    area.press("Shift+Tab")
    bar = page.get_by_role("toolbar", name="Marks for the story")
    expect(bar.get_by_role("button", name="Heading")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(bar.get_by_role("button", name="Link")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(area).to_have_value("## *One*")
    expect(area).to_be_focused()
    assert [one.get_attribute("tabindex") for one in bar.get_by_role("button").all()] == ["0", *["-1"] * 6]


def test_words_list_stays_one_in_the_middle_of_a_line_too_and_undo_takes_it_back(area: Locator) -> None:
    area.fill("Test data.")
    assert area.evaluate(PASTE, [WORD, "So it began:\n1.\tOne\no\tTwo"]) is False
    expect(area).to_have_value("Test data.So **it** began:\n1. One\n   - *Two*")
    area.press("Control+z")
    expect(area).to_have_value("Test data.")
    area.evaluate(PASTE, ["", "•\tOne\n•\tTwo"])
    expect(area).to_have_value("Test data.\n- One\n- Two")


def test_plain_words_are_pasted_by_the_browser_itself(area: Locator) -> None:
    assert area.evaluate(PASTE, ["<span>Plain words</span>", "Plain words"]) is True
    assert area.evaluate(PASTE, ["", "Plain words\n1. One"]) is True


def test_the_preview_shows_what_the_marks_mean(area: Locator) -> None:
    page = area.page
    area.fill("A **bold** and *slanted* word\n1. One\n   - Two\n2. Three\n> Words\nSource: A. Author, public domain.\n- Four")
    page.evaluate("document.querySelector('[data-check]').click()")
    preview = page.locator("[data-preview]")
    assert preview.locator("strong, em").all_inner_texts() == ["bold", "slanted"]
    assert preview.locator("ol > li > ul > li").all_inner_texts() == ["Two"]
    assert [one.evaluate("item => item.firstChild.textContent") for one in preview.locator("ol > li").all()] == ["One", "Three"]
    assert preview.locator("blockquote").all_inner_texts() == ["Words"]
    expect(page.locator("#_text-faults")).not_to_contain_text("quotation")
