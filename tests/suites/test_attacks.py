"""Attacks on a page's text, in a real browser: none runs anything, loads anything from elsewhere, or acts when it is clicked.

Each is cleaned on its own, as a manuscript's body is, and all of a suite then stand on one page: a story's, as the site has it,
or the same without its policy, so that the cleaner is not helped. Where something is found, it is found again with half of them.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browsing import NARROW
from projects import small, story
from showing import shown
from suites import Refused, data, on_page
from suites.listening import listen, without_policy

pytestmark = pytest.mark.browser

# Headings that are called as the parts of the frame are, whose addresses a script or a label may ask for.
PARTS = (
    "Menu",
    "Search",
    "Search title",
    "Search words",
    "Sizes",
    "Cite",
    "Cite 1",
    "Cite title",
    "Cite dialog",
    "_search",
    "__skip",
)
PLACE, ADDRESS = "The place of the attacks.", "stories/frame/"
# What is not to be found in an attack's box.
LOOK = """() => {
  const acts = "script,style,link,meta,base,iframe,frame,frameset,object,embed,applet,form,input,button,select,textarea," +
    "template,noscript,svg,math,video,audio,source,portal,dialog,slot,xmp,plaintext,marquee,isindex,keygen";
  const found = [];
  for (const box of document.querySelectorAll("[data-attack]"))
    for (const element of box.querySelectorAll("*")) {
      const say = (what) => found.push(box.dataset.attack + ": " + what);
      if (element.matches(acts) || element.localName.includes("-") || element.shadowRoot) say("<" + element.localName + ">");
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on") || ["style", "srcdoc", "is", "slot", "srcset", "ping"].includes(name)) say(name);
        if (!/^(?:id|class|title|alt|lang|dir|role|data-.*|aria-.*)$/.test(name) && URL.canParse(value, document.baseURI))
          if (!/^(?:https?|mailto):$/.test(new URL(value, document.baseURI).protocol)) say(name + "=" + value);
      }
    }
  return found;
}"""
TOUCH = """() => {
  for (const element of document.querySelectorAll("[data-attack], [data-attack] *"))
    for (const [kind, type] of [[MouseEvent, "mouseover"], [MouseEvent, "click"], [FocusEvent, "focus"], [Event, "toggle"]]) {
      const event = new kind(type, { bubbles: true, cancelable: true });
      if (type === "click" && element.closest("a[href^=http], a[href^=mailto]")) continue;
      element.addEventListener(type, (own) => own.preventDefault(), { once: true });
      element.dispatchEvent(event);
    }
}"""
SUITES = ("dompurify", "xss-filters", "naughty-strings")
Boxes = Sequence[tuple[int, str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = small(tmp_path_factory.mktemp("attacked"))
    (root / "stories" / "frame.md").write_text(story(f"## What I saw\n\n{PLACE}\n"), encoding="utf-8")
    parts = "\n\n".join(f"## {part}\n\nTest data." for part in PARTS)
    (root / "stories" / "parts.md").write_text(story(parts), encoding="utf-8")
    with shown(root) as url:
        yield url


def cleaned(suite: str) -> Boxes:
    """What the site would have of each attack, by its number in the suite; those that the press does not read are left out."""
    found = []
    for number, attack in enumerate(data(suite)):
        try:
            found.append((number, on_page(attack)))
        except Refused as refusal:
            assert re.fullmatch(r"stories/test-data\.md:\d+: [A-Z][^\n]+\. [A-Z][^\n]+\. \[file\]", str(refusal))
    return found


def heard_of(page: Page, site: str, boxes: Boxes, has_policy: bool) -> list[str]:
    """All that happens on the page with these boxes."""
    heard = listen(page, site)

    def frame(route: Route) -> None:
        html = (response := route.fetch()).text()
        inside = "".join(f'<div data-attack="{number}">{box}</div>\n' for number, box in boxes)
        assert PLACE in html
        html = html.replace(f"<p>{PLACE}</p>", inside)
        route.fulfill(response=response, body=html if has_policy else without_policy(html))

    page.route(f"**/{ADDRESS}", frame)
    page.route(re.compile("%00"), lambda route: route.abort())  # the tests' server knows no such file name
    page.goto(site + ADDRESS, wait_until="networkidle")
    heard += page.evaluate(LOOK)
    page.evaluate(TOUCH)
    page.wait_for_timeout(200)
    assert page.url == site + ADDRESS
    return heard


def guilty(look: Callable[[Boxes], list[str]], boxes: Boxes) -> list[str]:
    """What is heard, by the halves in which it is heard, down to single attacks; nothing if nothing is."""
    heard = look(boxes)
    if not heard or len(boxes) == 1:
        return [f"attack {boxes[0][0]}: {heard}"] if heard else []
    half = len(boxes) // 2
    return guilty(look, boxes[:half]) + guilty(look, boxes[half:]) or heard


@pytest.mark.parametrize("has_policy", [True, False], ids=["with the policy", "without"])
@pytest.mark.parametrize("suite", SUITES)
def test_no_attack_does_anything(chromium: Browser, site: str, suite: str, has_policy: bool) -> None:
    def look(boxes: Boxes) -> list[str]:
        context = chromium.new_context()
        try:
            return heard_of(context.new_page(), site, boxes, has_policy)
        finally:
            context.close()

    boxes = cleaned(suite)
    print(f"{suite}: {len(data(suite))} attacks, {len(boxes)} read and cleaned")
    assert guilty(look, boxes) == []


# Each as it was written, and what is to be heard of it: so the same look could have found something.
ELSEWHERE = "https://elsewhere.example/x.png"
TOLD_ON = (
    ("<img src=x onerror=alert(1)>", "alert"),
    ("<p onmouseover=confirm(1)>x</p>", "confirm"),
    ("<iframe srcdoc='<script>prompt(1)</script>'></iframe>", "prompt"),
    ("<svg><a onclick=print()>x</a></svg>", "print"),
    ("<style>x{}</style><script>console.log(1)</script>", "console: 1"),
    (f"<img src={ELSEWHERE}>", f"request: {ELSEWHERE}"),
    ("<a href='jav\tascript:alert(1)'>x</a>", "6: href=jav\tascript:alert(1)"),
    ("<p style='color: red'>x</p>", "7: style"),
    ("<math></math>", "8: <math>"),
)


def test_what_is_not_cleaned_is_heard_without_the_policy(page: Page, site: str) -> None:
    heard = heard_of(page, site, [(number, attack) for number, (attack, _) in enumerate(TOLD_ON)], has_policy=False)
    assert {wanted for _, wanted in TOLD_ON} <= set(heard)


def test_what_is_not_cleaned_is_held_up_by_the_policy(page: Page, site: str) -> None:
    heard = heard_of(page, site, [(number, attack) for number, (attack, _) in enumerate(TOLD_ON)], has_policy=True)
    assert not {"alert", "confirm", "prompt", "print", "console: 1"} & set(heard)
    assert {"violation: script-src-attr", "violation: script-src-elem", "violation: img-src"} <= set(heard)


def test_a_text_with_the_names_of_the_frames_parts_leaves_them_working(page: Page, site: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(site + "stories/parts/")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert {"search", "_search", "x-search", "menu", "_menu", "x-skip"} <= set(ids)
    assert sorted(ids) == sorted(set(ids))
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Menu", exact=True).get_by_role("link", name="Stories")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(
        page.get_by_role("dialog", name="Search", exact=True).get_by_role("searchbox", name="Words to look for")
    ).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Cite", exact=True).click()
    expect(page.get_by_role("dialog", name="Cite this page")).to_be_visible()
