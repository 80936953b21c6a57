"""The audit: every kind of page in a real browser, by axe-core, by keyboard, and by what it loads."""

import itertools
from typing import Any

import pytest
from playwright.sync_api import Page, Response

import manuscripts

pytestmark = pytest.mark.browser

# One page of each kind.
KINDS = (
    "home", "toolkits", "toolkit", "activity", "activities", "handouts", "stories", "story", "theme", "report", "leaders",
    "glossary", "form", "missing",
)  # fmt: skip
PAGES = manuscripts.page_of_each_kind()
# No rule and no part of a page is left out of the audit. What stands here is left out of the keyboard walk alone.
ENTERED_ONCE = "input[type=radio]"  # a group of radio buttons is one stop; arrows walk within it

WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", e => window.broken.push(e.violatedDirective + " " + e.blockedURI));
"""
# What has focus, whether it can be seen where it stands, and whether focus itself shows.
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  e.dataset.stop ??= String(window.stops = (window.stops ?? 0) + 1);
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1);
  const there = document.elementFromPoint(x, y);
  const label = e.labels?.[0];
  return {
    stop: e.dataset.stop,
    name: e.tagName + " " + (e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 40),
    shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(there && (e.contains(there) || there.contains(e) || label?.contains(there))),
    // A tile of the map shows focus by a thick edge: outlines of drawings are cut off.
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none"
      || parseFloat(getComputedStyle(e.querySelector("rect") ?? e).strokeWidth) >= 4,
  };
}"""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["home", "activity", "story", "stories", "form"])
def test_the_tab_key_reaches_everything_in_sight_and_leaves_again(page: Page, address: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(address + PAGES[name])
    stops: list[dict[str, Any]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["stop"] == stops[0]["stop"]):
            break
        if not stops or stop["stop"] != stops[-1]["stop"]:  # a date is several stops in one field
            stops.append(stop)
    else:
        pytest.fail(f"focus never leaves the page: {[stop['name'] for stop in stops[-4:]]}")
    assert len({stop["stop"] for stop in stops}) == len(stops), "the walk goes in circles"
    assert [stop["name"] for stop in stops if not stop["shown"]] == []
    assert [stop["name"] for stop in stops if stop["shown"] and stop["covered"]] == []
    assert [stop["name"] for stop in stops if not stop["ring"]] == []
    missed = page.evaluate(
        """once => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0 && !e.dataset.stop)
        .filter(e => !e.closest("[inert]") && !e.matches(once))
        .map(e => e.outerHTML.slice(0, 80))""",
        ENTERED_ONCE,
    )
    assert missed == []


@pytest.mark.parametrize("name", KINDS)
def test_the_pages_own_policy_is_never_broken_and_no_other_host_is_asked(page: Page, address: str, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(address + PAGES[name], wait_until="networkidle")
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill(manuscripts.a_word_of_every_kind_of_page())
    page.locator(".hit").first.wait_for()
    assert page.evaluate("window.broken") == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_the_pages_own_policy_stops_an_inline_script(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(address)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
    page.wait_for_function("window.broken.length > 0")
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("name", KINDS)
def test_what_is_pressed_is_24_pixels_or_has_room_around_it(page: Page, address: str, name: str) -> None:
    """WCAG 2.5.8; links within a sentence are excepted there, and what axe's own target-size rule counts is in the audit."""
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto(address + PAGES[name])
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, summary, input:not([type=checkbox]):not([type=radio])")]
        .filter(e => e.checkVisibility({visibilityProperty: true}))
        .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
        .filter(([box]) => box.width < 24 || box.height < 24).map(([, html]) => html)"""
    )
    assert small == []


@pytest.mark.usefixtures("context")
def test_a_first_visit_to_a_story_loads_at_most_50_kb_of_fonts_beside_its_90(page: Page, address: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # Playwright takes no built-in function
    page.goto(address + PAGES["story"], wait_until="networkidle")
    loaded = {answer.url: len(answer.body()) for answer in answers}
    assert any(url.endswith(".woff2") for url in loaded)
    fonts = sum(size for url, size in loaded.items() if url.endswith(".woff2"))  # compressed already
    assert fonts <= 50_000, loaded
    assert not any("pagefind" in url for url in loaded)


def test_nothing_moves_by_itself_for_who_asked_for_less_motion(page: Page, address: str) -> None:
    for name in ("home", "activity", "story"):
        page.goto(address + PAGES[name])
        moving = page.evaluate(
            "document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 1).map(a => a.animationName)"
        )
        assert moving == []


def test_in_forced_colors_controls_keep_an_edge_and_focus_shows(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(address + PAGES["activity"])
    page.keyboard.press("Tab")
    assert page.evaluate(STOP)["ring"]
    edges = page.locator("article button:visible").evaluate_all(
        "all => all.map(e => getComputedStyle(e)).map(s => s.borderTopStyle !== 'none' && parseFloat(s.borderTopWidth) >= 1)"
    )
    assert all(edges)


def test_headings_go_down_one_level_at_a_time(page: Page, address: str) -> None:
    for path in map(PAGES.__getitem__, KINDS):
        page.goto(address + path)
        levels = page.locator("main :is(h1, h2, h3, h4):visible").evaluate_all("all => all.map(h => Number(h.tagName[1]))")
        assert levels[0] == 1, path
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), path
