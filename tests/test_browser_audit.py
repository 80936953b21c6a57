"""The audit: every kind of page in a real browser, by what it loads, its policy, its motion and its headings."""

import itertools

import pytest
from playwright.sync_api import Page, Response

pytestmark = pytest.mark.browser

# One page of each kind. What axe-core finds on them is in test_browser.py.
KINDS = {
    "home": "",
    "toolkits": "toolkits/",
    "toolkit": "toolkits/personal-inquiry/",
    "activity": "toolkits/personal-inquiry/race-story-timeline/",
    "activities": "activities/",
    "handouts": "handouts/",
    "stories": "stories/",
    "story": "stories/the-pins-went-north/",
    "theme": "stories/themes/beliefs/",
    "report": "report/",
    "leaders": "leaders/",
    "glossary": "glossary/",
    "form": "contribute/write/",
    "missing": "no-such-page/",
}
WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", e => window.broken.push(e.violatedDirective + " " + e.blockedURI));
"""


@pytest.mark.parametrize("name", KINDS)
def test_the_pages_own_policy_is_never_broken_and_no_other_host_is_asked(page: Page, address: str, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(address + KINDS[name], wait_until="networkidle")
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill("listening")
    page.locator(".hit").first.wait_for()
    assert page.evaluate("window.broken") == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_the_pages_own_policy_stops_an_inline_script(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(address)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
    page.wait_for_function("window.broken.length > 0")
    assert page.evaluate("window.ran") is None


def test_a_first_visit_to_a_story_loads_at_most_50_kb_of_fonts_beside_its_90(page: Page, address: str) -> None:
    answers: list[Response] = []
    page.on("response", answers.append)
    page.goto(address + KINDS["story"], wait_until="networkidle")
    loaded = {answer.url: len(answer.body()) for answer in answers}
    assert any(url.endswith(".woff2") for url in loaded)
    fonts = sum(size for url, size in loaded.items() if url.endswith(".woff2"))  # compressed already
    assert fonts <= 50_000, loaded
    assert not any("pagefind" in url for url in loaded)


def test_nothing_moves_by_itself_for_who_asked_for_less_motion(page: Page, address: str) -> None:
    for name in ("home", "activity", "story"):
        page.goto(address + KINDS[name])
        moving = page.evaluate(
            "document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 1).map(a => a.animationName)"
        )
        assert moving == []


def test_headings_go_down_one_level_at_a_time(page: Page, address: str) -> None:
    for path in KINDS.values():
        page.goto(address + path)
        levels = page.locator("main :is(h1, h2, h3, h4):visible").evaluate_all("all => all.map(h => Number(h.tagName[1]))")
        assert levels[0] == 1, path
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), path
