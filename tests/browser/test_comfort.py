"""Reading and leading in a real browser: views for a role, the timer, the voice, text size, references, links, paper."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import publication
from browsing import NARROW, WIDE, barriers
from publication import GLOSSARY, MAP, MAP_TITLE, STORY, STORY_TITLE, THREES, TOOLKIT
from showing import shown

pytestmark = pytest.mark.browser

# A machine with one voice of its own; what it is asked to say is kept, and ends when the test says so.
VOICE = """
window.heard = [];
const voices = [
  {name: "Test far", lang: "en-US", localService: false, default: true},
  {name: "Test near", lang: "en-US", localService: true, default: false},
];
class Said { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = Said;
const speech = {
  getVoices: () => voices, addEventListener() {}, cancel() { window.heard.push("(stop)"); },
  speak(said) { window.heard.push(said.text); window.voice = said.voice.name; window.finish = () => said.onend(); },
};
Object.defineProperty(window, "speechSynthesis", {value: speech});
"""
# The texts in which a dot between two facts stands first on its line.
DOTS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.data.indexOf("·");
    if (at < 0 || !node.parentElement.checkVisibility()) continue;
    const place = document.createRange();
    place.setStart(node, at);
    place.setEnd(node, at + 1);
    const block = node.parentElement.closest("p, dd, li");
    const edge = block.getBoundingClientRect().left + parseFloat(getComputedStyle(block).paddingLeft);
    if (place.getBoundingClientRect().left <= edge + 2) found.push(block.textContent);
  }
  return found;
}"""
FAR = VOICE.replace("localService: true", "localService: false")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of a small publication stands."""
    with shown(publication.write(tmp_path_factory.mktemp("comfort"))) as url:
        yield url


def role(page: Page, name: str) -> Any:
    return page.get_by_role("radio", name=name)


def tool(page: Page, name: str) -> Any:
    return page.locator(".kit").get_by_role("button", name=name)


def listen(page: Page) -> None:
    """Start the voice; its part of the program comes when it is asked for first."""
    tool(page, "Listen").click()
    expect(page.locator(".is-read")).to_have_count(1)


def headings(page: Page) -> list[str]:
    """The headings of the text that a reader can see."""
    shown: list[str] = page.locator(".text h2").evaluate_all(
        "all => all.filter(h => h.checkVisibility({contentVisibilityAuto: true})).map(h => h.textContent.trim())"
    )
    return shown


# For whom an activity is shown


def test_each_role_sees_its_own_version_and_the_choice_holds_on_the_next_activity(page: Page, site: str) -> None:
    page.goto(site + MAP)
    assert {"For teacher leaders", "For principals"} <= set(headings(page))
    role(page, "Principal").check()
    assert "For teacher leaders" not in headings(page)
    page.get_by_role("link", name="Next activity").click()
    expect(role(page, "Principal")).to_be_checked()
    assert "For principals" in headings(page)
    assert "For teacher leaders" not in headings(page)
    role(page, "Both").check()
    page.reload()
    assert {"For teacher leaders", "For principals"} <= set(headings(page))
    assert page.context.cookies() == []


def test_arrow_keys_walk_through_the_roles(page: Page, site: str) -> None:
    page.goto(site + MAP)
    role(page, "Both").focus()
    page.keyboard.press("ArrowRight")
    expect(role(page, "Teacher leader")).to_be_checked()
    assert "For principals" not in headings(page)


def test_facilitators_notes_can_be_left_out(page: Page, site: str) -> None:
    page.goto(site + MAP)
    page.get_by_label("Facilitator’s notes").uncheck()
    left = ["Steps", "How anyone may pass or opt out", "Debrief", "What to read next", "Sources", "Stories that belong here"]
    assert headings(page) == left
    expect(role(page, "Principal")).to_be_disabled()
    page.reload()
    assert headings(page) == left
    page.get_by_label("Facilitator’s notes").check()
    assert headings(page)[0] == "Before you start"


def test_a_link_into_a_hidden_part_shows_it_and_keeps_the_choice_for_other_pages(page: Page, site: str) -> None:
    page.goto(site + MAP)
    role(page, "Teacher leader").check()
    page.locator(".rail--wide").get_by_role("link", name="For principals").click()
    expect(page.get_by_role("heading", name="For principals")).to_be_in_viewport()
    expect(role(page, "Both")).to_be_checked()
    page.goto(site + MAP + "#for-principals")
    page.reload()
    expect(page.get_by_role("heading", name="For principals")).to_be_in_viewport()
    page.goto(site + THREES)
    expect(role(page, "Teacher leader")).to_be_checked()


def test_a_search_within_the_page_finds_what_is_hidden(page: Page, site: str) -> None:
    page.goto(site + MAP)
    role(page, "Teacher leader").check()
    hidden = page.locator(".tn-principal")
    expect(hidden).to_have_attribute("hidden", "until-found")
    hidden.evaluate("part => part.dispatchEvent(new Event('beforematch', {bubbles: true}))")
    expect(page.get_by_role("heading", name="For principals")).to_be_visible()


def test_a_kept_choice_moves_nothing_while_the_page_loads(page: Page, site: str) -> None:
    page.goto(site + MAP)
    page.get_by_label("Facilitator’s notes").uncheck()
    tool(page, "Text size").click()
    page.get_by_role("radio", name="Larger", exact=True).check()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(site + MAP, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("window.moved") < 0.02


# The timer


@pytest.fixture
def timed(context: BrowserContext, page: Page, site: str) -> Page:
    """An activity whose timer has just been started, with a clock that the test moves."""
    page.clock.install(time="2026-11-22T09:00:00Z")
    page.goto(site + MAP)
    page.clock.pause_at("2026-11-22T09:01:00Z")
    page.get_by_role("button", name="Time the steps").click()
    return page


def test_the_timer_counts_a_step_down_pauses_and_goes_on(timed: Page) -> None:
    clock = timed.get_by_role("timer")
    expect(clock).to_have_text("3:00")
    expect(timed.get_by_role("button", name="Pause")).to_be_focused()
    timed.clock.run_for(50_000)
    expect(clock).to_have_text("2:10")
    timed.keyboard.press("Enter")
    timed.clock.run_for(60_000)
    expect(clock).to_have_text("2:10")
    timed.get_by_role("button", name="Go on").click()
    timed.clock.run_for(10_000)
    expect(clock).to_have_text("2:00")
    assert timed.title().startswith("2:00 Settle")


def test_the_start_of_a_step_is_said_with_its_number_name_and_minutes(timed: Page) -> None:
    said = timed.get_by_role("status")
    expect(said).to_have_text("Step 1 of 6, Settle, 3 minutes")
    timed.get_by_role("button", name="Next", exact=True).click()
    expect(said).to_have_text("Step 2 of 6, Draw your map, 10 minutes")
    timed.get_by_role("button", name="Large").click()  # what lies behind an open dialog is not announced
    timed.get_by_role("button", name="Next", exact=True).click()
    expect(timed.get_by_role("dialog").get_by_role("status")).to_have_text("Step 3 of 6, Weigh each part, 6 minutes")


def test_the_timer_goes_by_the_clock_and_not_by_ticks(timed: Page) -> None:
    timed.clock.fast_forward(100_000)  # as in a tab in the background: time passes, and at most one tick comes
    expect(timed.get_by_role("timer")).to_have_text("1:20")


def test_the_timer_writes_its_clock_once_a_second_and_nothing_else(timed: Page) -> None:
    """A screen reader looks at all that is written: with more to look at, it said the next step late or never."""
    timed.evaluate(
        "window.written = []; new MutationObserver(all => written.push(...all.map(one => one.target.getAttribute('role'))))"
        ".observe(document.querySelector('[role=timer]').closest('[role=region], section'), {childList: true, subtree: true})"
    )
    timed.clock.run_for(10_000)
    assert timed.evaluate("written") == ["timer"] * 10


def test_the_end_of_a_step_is_said_once_and_the_next_step_waits(timed: Page) -> None:
    timed.clock.run_for(180_000)
    expect(timed.get_by_role("status")).to_have_text("Time is up: Settle. Next: Draw your map, 10 minutes.")
    timed.clock.run_for(20_000)
    expect(timed.get_by_role("timer")).to_have_text("+0:20")
    expect(timed.get_by_role("status")).to_have_text("")
    timed.get_by_role("button", name="Next", exact=True).click()
    expect(timed.get_by_role("timer")).to_have_text("10:00")
    expect(timed.locator(".tn-steps [aria-current=step]")).to_contain_text("Draw your map")


def test_the_timer_outlives_a_look_at_another_page(timed: Page, site: str) -> None:
    timed.goto(site + GLOSSARY)
    timed.clock.run_for(60_000)
    timed.goto(site + MAP)
    timed.clock.run_for(1_000)
    expect(timed.get_by_role("timer")).to_have_text(re.compile(r"1:5\d"))
    timed.get_by_role("region", name="Timer").get_by_role("button", name="End").click()
    timed.reload()
    expect(timed.get_by_role("timer")).to_have_count(0)


def test_the_large_clock_fills_the_screen_and_escape_leaves_it(timed: Page) -> None:
    timed.get_by_role("button", name="Large").click()
    box = timed.get_by_role("timer").bounding_box()
    assert box
    assert box["height"] > 300
    timed.keyboard.press("Escape")
    expect(timed.get_by_role("dialog")).to_have_count(0)
    expect(timed.get_by_role("button", name="Large")).to_be_focused()
    expect(timed.get_by_role("timer")).to_have_text("3:00")


def test_the_last_step_ends_the_timer_and_gives_the_title_back(timed: Page) -> None:
    for _ in range(5):
        timed.get_by_role("button", name="Next", exact=True).click()
    expect(timed.get_by_role("timer")).to_have_text("3:00")
    timed.get_by_role("button", name="Finish").click()
    expect(timed.get_by_role("timer")).to_have_count(0)
    expect(timed.get_by_role("button", name="Time the steps")).to_be_focused()
    assert timed.title().startswith(MAP_TITLE)


@pytest.mark.usefixtures("context")
def test_the_timer_makes_no_sound_unless_asked(page: Page, site: str) -> None:
    page.add_init_script(
        "window.rung = 0; window.AudioContext = class { constructor() { window.rung += 1; throw Error('test'); } }"
    )
    page.clock.install()
    page.goto(site + MAP)
    page.get_by_role("button", name="Time the steps").click()
    page.clock.run_for(200_000)
    assert page.evaluate("window.rung") == 0
    page.get_by_role("button", name="Sound").click()
    assert page.evaluate("window.rung") == 1


# The voice


def test_the_page_is_read_paragraph_by_paragraph_with_a_voice_of_this_machine(page: Page, site: str) -> None:
    page.add_init_script(VOICE)
    page.goto(site + STORY)
    listen(page)
    bar = page.get_by_role("region", name="Reading aloud")
    assert page.evaluate("window.heard.at(-1)") == STORY_TITLE
    assert page.evaluate("window.voice") == "Test near"
    for _ in range(4):
        page.evaluate("window.finish()")
    assert "Illustrative story" in " ".join(page.evaluate("window.heard"))
    bar.get_by_role("button", name="On to").click()
    expect(page.locator(".is-read")).to_have_count(1)
    expect(page.locator(".is-read")).to_be_in_viewport()
    assert page.locator(".is-read").inner_text() == page.evaluate("window.heard.at(-1)")
    bar.get_by_role("button", name="Pause").click()
    assert page.evaluate("window.heard.at(-1)") == "(stop)"
    bar.get_by_role("button", name="Play").click()
    assert page.locator(".is-read").inner_text() == page.evaluate("window.heard.at(-1)")
    bar.get_by_role("button", name="Stop").click()
    expect(page.locator(".is-read")).to_have_count(0)
    expect(tool(page, "Listen")).to_be_focused()


def test_what_is_not_prose_is_not_read(page: Page, site: str) -> None:
    page.add_init_script(VOICE)
    page.goto(site + MAP)
    role(page, "Principal").check()
    listen(page)
    for _ in range(200):
        if page.get_by_role("region", name="Reading aloud").count() == 0:
            break
        page.evaluate("window.finish()")
    heard = page.evaluate("window.heard")
    assert "Draw your map (10 minutes)" in heard
    assert "For principals" in heard
    assert not {"For teacher leaders", "3 min", "Text size", STORY_TITLE} & set(heard)
    assert not any("Copy link" in words for words in heard)


@pytest.mark.parametrize("voices", ["", FAR], ids=["no voice", "only a company's server"])
def test_without_a_voice_of_the_machine_nothing_offers_to_read(page: Page, site: str, voices: str) -> None:
    page.add_init_script(voices or "Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto(site + STORY)
    expect(tool(page, "Text size")).to_be_visible()
    expect(tool(page, "Listen")).to_be_hidden()


# Size, references, links


def test_the_size_of_the_text_is_kept(page: Page, site: str) -> None:
    page.goto(site + STORY)
    size = "parseFloat(getComputedStyle(document.querySelector('.text > p')).fontSize)"
    usual = page.evaluate(size)
    tool(page, "Text size").click()
    page.get_by_role("radio", name="Largest").check()
    assert page.evaluate(size) > 1.2 * usual
    page.keyboard.press("Escape")
    expect(tool(page, "Text size")).to_be_focused()
    expect(page.locator(".kit__sizes")).to_be_hidden()
    page.goto(site + MAP)
    assert page.evaluate("document.documentElement.dataset.size") == "4"
    tool(page, "Text size").click()
    page.get_by_role("radio", name="Usual").check()
    page.goto(site + STORY)
    assert page.evaluate(size) == usual


def test_a_reference_is_shown_and_copied(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + STORY)
    tool(page, "Cite").click()
    dialog = page.get_by_role("dialog", name="Cite this page")
    expect(dialog).to_contain_text("“The Blue Door.” Teacher Networks for Educational Equity, 28 Oct. 2026")
    dialog.get_by_role("button", name="Copy APA").click()
    expect(dialog.get_by_role("status")).to_have_text("APA copied")
    wanted = f"Teacher Networks for Educational Equity. (2026, October 28). {STORY_TITLE} [Illustrative story]. {site}{STORY}"
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    page.keyboard.press("Escape")
    expect(tool(page, "Cite")).to_be_focused()
    page.get_by_text("Cite this page").first.click()
    expect(page.locator("details.cite")).to_contain_text("@misc{the-blue-door-2026")


def test_that_a_link_is_copied_is_said(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + MAP)
    said = page.get_by_role("status")
    expect(said).to_have_text("")  # it stands there before it speaks: what comes with its words is not announced
    tool(page, "Copy link").click()
    expect(said).to_have_text("Link to this page copied")
    page.get_by_role("button", name="Copy link to “For principals”").click()
    expect(said).to_have_text("Link copied")


def test_where_the_clipboard_is_forbidden_the_old_way_copies_or_the_reader_is_told(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false")
    page.goto(site + STORY)
    tool(page, "Copy link").click()
    expect(page.get_by_role("status")).to_contain_text("does not let pages copy")


def test_each_heading_gives_a_link_to_itself_and_keeps_its_name(context: BrowserContext, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + MAP + "?x=1#debrief")
    page.get_by_role("button", name="Copy link to “For principals”").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{MAP}#for-principals"
    expect(page.get_by_role("heading", name="For principals", exact=True)).to_be_visible()
    tool(page, "Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()") == site + MAP


def test_a_terms_meaning_can_be_pointed_at_and_escape_takes_it_away(page: Page, site: str) -> None:
    page.goto(site + MAP)
    term = page.locator("[data-meaning]").first
    term.hover()
    note = page.get_by_role("tooltip")
    expect(note).to_be_visible()
    note.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


# Paper, small screens, no script, barriers


def printed(page: Page) -> str:
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    return re.sub(r"\s+", " ", " ".join(sheet.get_textpage().get_text_bounded() for sheet in document))


def test_paper_shows_what_the_screen_shows_and_says_so(page: Page, site: str) -> None:
    page.goto(site + MAP)
    role(page, "Principal").check()
    words = printed(page)
    assert "Printed as it was shown: for a principal." in words
    assert "For principals" in words
    assert "For teacher leaders" not in words
    assert site + MAP in words
    assert re.search(r"1 of \d", words)
    for chrome in ("Copy link", "Text size", "Time the steps", "In this part", "Suggest a change", "Privacy"):
        assert chrome not in words


def test_a_toolkits_tools_stand_between_its_opening_and_its_activities(page: Page, site: str) -> None:
    page.goto(site + TOOLKIT)
    around = page.locator(".text > .kit").evaluate(
        "kit => [kit.previousElementSibling.className, kit.nextElementSibling.textContent]"
    )
    assert around[0] == "tn-head"
    assert around[1].strip().startswith("The activities")


def test_paper_is_light_where_the_screen_is_dark(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site + STORY)
    page.get_by_role("button", name="Light colors").click()
    page.get_by_role("button", name="Dark colors").click()
    page.emulate_media(media="print", color_scheme="dark")
    colors = page.evaluate("[document.body, document.querySelector('.tn-label')].map(e => getComputedStyle(e).backgroundColor)")
    assert colors == ["rgb(255, 255, 255)", "rgb(255, 255, 255)"]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_without_javascript_both_roles_and_the_references_are_there_and_no_dead_button(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + MAP)
    for name in ("For teacher leaders", "For principals", "What the facilitator says and does"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.get_by_text("Cite this page").first.click()
    expect(page.get_by_text("Teacher Networks for Educational Equity. (n.d.).")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_with_the_tools_open(page: Page, site: str, axe: str, scheme: Any, width: int) -> None:
    page.add_init_script(VOICE)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(site + MAP)
    page.get_by_label("Facilitator’s notes").uncheck()
    page.get_by_role("button", name="Time the steps").click()
    listen(page)
    tool(page, "Text size").click()
    assert barriers(page, axe) == []
    page.get_by_role("button", name="Large").click()
    assert barriers(page, axe) == []
    page.keyboard.press("Escape")
    tool(page, "Cite").click()
    assert barriers(page, axe) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_targets_are_large_and_focus_never_lies_below_the_dock(page: Page, site: str, width: int) -> None:
    page.add_init_script(VOICE)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + MAP)
    page.get_by_role("button", name="Time the steps").click()
    small = page.locator(".kit > button, .view button, .choice label, .check, .dock button, .to-here").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"
    )
    assert small == []
    page.locator(".text a").first.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            "() => { const at = document.activeElement, dock = document.querySelector('.dock');"
            " return !dock.contains(at) && at.getBoundingClientRect().top >= dock.getBoundingClientRect().top }"
        )
        assert not hidden


def test_no_script_fails_and_nothing_breaks_the_content_policy(page: Page, site: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(VOICE)
    page.goto(site + MAP)
    page.get_by_role("button", name="Time the steps").click()
    listen(page)
    tool(page, "Cite").click()
    assert said == []


def test_on_a_phone_no_line_of_facts_begins_with_a_dot(page: Page, site: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    for place in ("", "stories/", "activities/", STORY, MAP, TOOLKIT, "toolkits/"):
        page.goto(site + place)
        for size in ("1", "2", "3", "4"):
            page.evaluate("size => document.documentElement.dataset.size = size", size)
            assert page.evaluate(DOTS) == [], (place, size)
