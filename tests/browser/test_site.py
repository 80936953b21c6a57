"""The finished site in a real browser: what readers see, click and type, and what they never load."""

import gzip
import itertools
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import manuscripts
from browsing import NARROW, TAKEN_DOWN, WIDE, barriers
from press.manuscript import outline

pytestmark = pytest.mark.browser

PAGES = manuscripts.page_of_each_kind() | {"notice": f"stories/{TAKEN_DOWN}/"}
PAGES.pop("form")  # test_form.py looks at it


def narrow(page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 720})


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill(words)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(f"for “{words}”")


def focused(page: Page) -> str:
    """The words of the element that has focus."""
    return str(page.evaluate("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"))


# What readers come for


def test_the_home_page_shows_the_toolkits_side_by_side_with_their_handouts(page: Page, address: str) -> None:
    page.goto(address)
    panels = page.locator(".tn-panel")
    count = len(manuscripts.web().volumes)
    expect(panels).to_have_count(count)
    boxes = [panels.nth(number).bounding_box() for number in range(count)]
    places = [(box["x"], box["y"], box["width"]) for box in boxes if box]
    assert len({round(y) for _, y, _ in places}) == 1
    assert all(left[0] + left[2] <= right[0] for left, right in itertools.pairwise(places))
    for number in range(count):
        links = panels.nth(number).locator("a[href$='.pdf']")
        picture = panels.nth(number).locator("img")
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        for place in range(links.count()):
            answer = page.request.get(str(links.nth(place).evaluate("link => link.href")))
            assert answer.ok
            assert answer.body().startswith(b"%PDF")


def test_searching_finds_an_activity_and_enter_opens_it(page: Page, address: str) -> None:
    title = manuscripts.an_activity().fields.title
    page.goto(address)
    search(page, title)
    first = page.locator(".hit").first
    expect(first.locator(".hit__title")).to_have_text(title)
    expect(first.locator(".hit__kicker")).to_contain_text("Activity")
    expect(first.locator("mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.url == address + PAGES["activity"]


def test_what_is_about_a_theme_comes_before_what_only_mentions_it(page: Page, address: str) -> None:
    theme = manuscripts.a_theme_of_one_word()
    page.goto(address)
    search(page, theme)
    expect(page.locator(".hit__kicker").first).to_contain_text(theme.capitalize())


def test_a_word_of_the_glossary_leads_to_its_own_entry(page: Page, address: str) -> None:
    term = manuscripts.a_rare_term()
    page.goto(address)
    search(page, term.name.lower())
    page.locator(".hit__places").get_by_role("link", name=term.name, exact=True).click()
    assert page.url == f"{address}{PAGES['glossary']}#{term.anchor}"


@pytest.mark.parametrize("minutes", ["today", 1, 99], ids=lambda minutes: f"{minutes}")
def test_an_old_address_of_a_step_leads_to_it_whatever_its_minutes(page: Page, address: str, minutes: int | str) -> None:
    step = next(found for found in outline.headings(manuscripts.an_activity().source) if found.found.also)
    name = step.found.also if minutes == "today" else f"{step.anchor}-{minutes}-minutes"
    heading = page.locator(f"[id='{step.anchor}']")
    page.goto(f"{address}{PAGES['activity']}#{name}")
    expect(heading).to_be_in_viewport()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(heading).not_to_be_in_viewport()
    page.evaluate("name => { location.hash = '#top'; location.hash = name; }", name)
    expect(heading).to_be_in_viewport()


def test_an_address_behind_the_hash_that_nobody_has_does_no_harm(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for name in ("no-such-place", "no-such-place-5-minutes", "%", "%ff-5-minutes", ""):
        page.goto(f"{address}{PAGES['glossary']}#{name}")
    assert faults == []


def test_filters_narrow_the_results_and_say_how_many_they_leave(page: Page, address: str) -> None:
    word = manuscripts.a_word_of_every_kind_of_page()
    page.goto(address)
    search(page, word)
    all_of_them = int(page.get_by_role("status").inner_text().split()[0])
    kind = page.get_by_label("Kind")
    kind.hover()
    expect(kind.locator("option").nth(1)).to_contain_text("(")
    offered = {text.rsplit(" ", 1)[0]: text for text in kind.locator("option").all_inner_texts()}
    stories = int(offered["Story"].rsplit("(", 1)[1].rstrip(")"))
    assert 0 < stories < all_of_them
    kind.select_option("Story")
    expect(page.get_by_role("status")).to_have_text(f"{stories} results for “{word}”")
    for text in page.locator(".hit__kicker").all_inner_texts():
        assert text.startswith("Story")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("status")).to_have_text(f"{all_of_them} results for “{word}”")
    expect(kind).to_be_focused()
    expect(page.get_by_role("button", name="Clear")).to_be_hidden()


def test_a_filter_alone_lists_what_there_is(page: Page, address: str) -> None:
    state = manuscripts.an_illustrative_story().fields.state
    page.goto(address)
    page.keyboard.press("Control+k")
    page.get_by_label("State").select_option(state)
    expect(page.get_by_role("status")).to_contain_text("result")
    for text in page.locator(".hit__kicker").all_inner_texts():
        assert state in text


def test_an_illustrative_story_carries_its_label_in_the_results(page: Page, address: str) -> None:
    title = manuscripts.an_illustrative_story().fields.title
    page.goto(address)
    search(page, title)
    story = page.locator(".hit").filter(has_text=title).first
    expect(story.locator(".tn-label")).to_have_text("Illustrative story: written as an example. No real person told it.")


def test_a_word_that_stands_nowhere_is_told_as_that_with_advice(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill("zzzzqqq")
    expect(page.get_by_role("status")).to_have_text("No page has “zzzzqqq”.")
    expect(page.get_by_role("dialog").get_by_role("link", name="All stories")).to_be_visible()


def test_arrows_walk_the_results_and_escape_gives_focus_back(page: Page, address: str) -> None:
    word = manuscripts.a_word_of_every_kind_of_page()
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    page.get_by_label("Words to look for").fill(word)
    expect(page.get_by_role("status")).to_contain_text(f"for “{word}”")
    page.keyboard.press("ArrowDown")
    assert focused(page) == page.locator(".hit a").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_a_slash_typed_into_the_search_is_a_slash(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.get_by_label("Words to look for")).to_have_value("a/b")


def test_a_step_of_the_timetable_leads_to_its_heading(page: Page, address: str) -> None:
    step = outline.steps(manuscripts.an_activity().source)[1].title
    page.goto(address + PAGES["activity"])
    page.locator(".tn-steps").get_by_role("link", name=step, exact=True).click()
    assert page.evaluate("document.querySelector(':target').textContent").startswith(step)


def test_activities_lead_on_to_one_another(page: Page, address: str) -> None:
    page.goto(address + PAGES["activity"])
    page.get_by_role("link", name="Next activity").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(manuscripts.the_activity_after_it().fields.title)


# Small screens, keyboards, dark rooms, no script


def test_the_menu_opens_and_closes_by_keyboard_on_a_narrow_screen(page: Page, address: str) -> None:
    narrow(page)
    page.goto(address)
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert focused(page) == "Home"
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(page.locator("#_menu")).to_be_hidden()


def test_no_link_of_the_closed_menu_takes_focus(page: Page, address: str) -> None:
    narrow(page)
    page.goto(address)
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('#_menu')")
    assert focused(page) == "Open the toolkits"


def test_focus_that_leaves_the_open_menu_closes_it(page: Page, address: str) -> None:
    narrow(page)
    page.goto(address)
    page.get_by_role("button", name="Menu").click()
    page.locator("#_menu a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator("#_menu")).to_be_hidden()


def test_the_skip_link_leads_to_the_heading(page: Page, address: str) -> None:
    for name in ("story", "missing"):
        page.goto(address + PAGES[name])
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(':target').tagName") == "H1"


def test_the_choice_of_dark_colors_sticks(page: Page, address: str) -> None:
    page.goto(address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark colors").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(address + PAGES["story"])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.get_by_role("button", name="Light colors").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light
    assert page.context.cookies() == []


def test_a_dark_system_gets_dark_colors_unless_light_was_chosen(page: Page, address: str) -> None:
    page.goto(address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.get_by_role("button", name="Light colors").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_screen_of_320_pixels(page: Page, address: str, name: str) -> None:
    narrow(page)
    page.goto(address + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    # What is cut off makes no scroll bar: look at each element with words of its own. A table's head is for screen readers.
    cut = page.evaluate(
        """() => [...document.body.querySelectorAll("*")]
        .filter(e => !e.closest("thead, pre, .words-only, .md-skip, dialog") && e.checkVisibility())
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .filter(e => e.getBoundingClientRect().right > innerWidth || e.getBoundingClientRect().left < 0)
        .map(e => e.tagName + ": " + e.textContent.trim().slice(0, 40))"""
    )
    assert cut == []


@pytest.mark.parametrize("name", ["activity", "story", "leaders", "toolkit"])
def test_the_largest_text_fits_a_screen_of_320_pixels(page: Page, address: str, name: str) -> None:
    page.add_init_script("localStorage.setItem('press.size', '4')")
    narrow(page)
    page.goto(address + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    wide = page.locator(".kit > button, .view *, .tn-head > *").evaluate_all(
        "all => all.filter(e => e.checkVisibility() && !e.closest('.words-only'))"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.textContent.trim())"
    )
    assert wide == []


def test_a_wide_table_scrolls_on_its_own_and_has_a_name(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(address + PAGES["leaders"])
    page.evaluate("document.querySelectorAll('.tn-table td').forEach(cell => { cell.style.whiteSpace = 'nowrap' })")
    regions = page.locator(".tn-table[role=region]")
    expect(regions.first).to_have_attribute("tabindex", "0")
    names = [region.get_attribute("aria-label") for region in regions.all()]
    assert len(set(names)) == len(names) > 1
    page.reload()
    expect(page.locator(".tn-table[tabindex]")).to_have_count(0)


def test_on_a_phone_a_table_is_read_row_by_row_beside_its_columns_names(page: Page, address: str) -> None:
    narrow(page)
    heads = manuscripts.table_rows(manuscripts.the_leaders_page())[0]
    page.goto(address + PAGES["leaders"])
    table = page.get_by_role("table").first
    cells = table.get_by_role("row").nth(1).get_by_role("cell").all()
    named = [cell.evaluate("cell => getComputedStyle(cell, '::before').content") for cell in cells]
    assert named == [f'"{head}"' for head in heads]
    boxes = [box for cell in cells if (box := cell.bounding_box())]
    assert len({box["x"] for box in boxes}) == 1
    assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
    assert table.get_by_role("columnheader").all_inner_texts() == heads
    expect(page.locator(".tn-table[role=region]")).to_have_count(0)


def test_without_javascript_the_pages_and_lists_are_there_and_the_search_is_not(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 720})
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("link", name="Glossary").first).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_have_count(0)
    expect(page.get_by_text("Search and the choice of colors need JavaScript")).to_be_visible()
    context.close()


# What the site never does, and how little it loads


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_host_and_the_console_is_silent(page: Page, address: str, name: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + PAGES[name], wait_until="networkidle")
    search(page, manuscripts.a_word_of_every_kind_of_page())
    expect(page.locator(".hit").first).to_be_visible()
    assert [url for url in asked if not url.startswith(address)] == []
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"] if name == "missing" else []
    assert said == expected


@pytest.mark.usefixtures("context")
def test_a_first_visit_to_a_story_loads_at_most_90_kb_without_fonts(page: Page, address: str) -> None:
    loaded: dict[str, bytes] = {}
    page.on("requestfinished", lambda request: loaded.update({request.url: _body(request)}))
    page.goto(address + PAGES["story"], wait_until="networkidle")
    sizes = {url: len(gzip.compress(body)) for url, body in loaded.items() if not url.endswith(".woff2")}
    assert sum(sizes.values()) <= 90_000, sizes
    assert not any("pagefind" in url for url in loaded), "the search loads on first use"


def _body(request: Any) -> bytes:
    response = request.response()
    return bytes(response.body()) if response else b""


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_moves_while_a_page_loads(page: Page, address: str, width: int) -> None:
    """Fonts come late here, as on a slow line. What moves as the window is resized is no fault, by the measure's own terms."""

    def late(route: Route) -> None:
        page.wait_for_timeout(50)
        route.continue_()

    page.set_viewport_size({"width": width, "height": 800})
    page.route("**/*.woff2", late)
    page.add_init_script(
        "window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(e => e.hadRecentInput || window.moved.push("
        "[e.value, ...e.sources.map(s => s.node?.className || s.node?.nodeName)])))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for name in ("home", "activity", "story"):
        page.goto(address + PAGES[name], wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        moved = page.evaluate("window.moved")
        assert sum(entry[0] for entry in moved) < 0.05, (name, moved)


# Barriers that a program can see


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_the_open_search(page: Page, address: str, axe: str, scheme: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    search(page, manuscripts.an_illustrative_story().fields.title)
    page.locator(".search details").evaluate("details => details.open = true")
    expect(page.locator(".hit").first).to_be_visible()
    assert barriers(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_the_open_menu_and_contents(page: Page, address: str, axe: str, scheme: Any) -> None:
    narrow(page)
    page.emulate_media(color_scheme=scheme)
    page.goto(address + PAGES["activity"])
    page.locator(".rail--narrow summary").click()
    assert barriers(page, axe) == []
    page.get_by_role("button", name="Menu").click()
    assert barriers(page, axe) == []
