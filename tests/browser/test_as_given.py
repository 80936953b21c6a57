"""Numbers and pictures as they were given, in a real browser: no number cut off, no text that jumps, the right colors."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

import colors
from browsing import NARROW, WIDE
from projects import activity, site_file, small, story
from showing import shown

pytestmark = pytest.mark.browser

CREDIT = "Drawing by a tester's hand"
PATCH = (200, 60, 60)
LISTS = "4. Fourth\n5. Fifth\n\n   10. Tenth\n   11. Eleventh\n\n998) Many\n999) More\n1000) Most\n\n12345. All\n"
# On each kind of page that can show a picture, one that is larger than a page needs and one that is small.
PAGES = {
    "story": "stories/one/",
    "activity": "toolkits/inquiry/look/",
    "toolkit": "toolkits/inquiry/",
    "page": "more/",
}
# The width of each list's longest number and its space, and the room that it has, in pixels.
NUMBERS = """() => [...document.querySelectorAll(".text ol:not([role])")].map((list) => {
  const items = [...list.children];
  const longest = list.start + items.length - 1;
  const style = getComputedStyle(items[0], "::marker");
  const probe = document.createElement("span");
  probe.style.cssText = `position: absolute; white-space: pre; font: ${style.font}; font-weight: 700`;
  probe.textContent = `${longest}. `;
  items[0].append(probe);
  const wide = probe.getBoundingClientRect().width;
  probe.remove();
  const edge = items[0].getBoundingClientRect().left;
  return { longest, wide, room: parseFloat(getComputedStyle(list).paddingLeft), left: edge - wide };
})"""

PLACE = "text => text.getBoundingClientRect().top + window.scrollY"  # from the head of the page, however far it is scrolled


def painted(size: tuple[int, int], **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, PATCH).save(out, "PNG", **options)
    return out.getvalue()


def project(root: Path) -> Path:
    """A small project with a large picture in Display P3, a small one, and lists, on each kind of page."""
    small(root)
    (root / "mkdocs.yml").write_text(site_file("More: more.md"), encoding="utf-8")
    text = f"{LISTS}\n![Red, large](large.png)\n\nBetween.\n\n![Red, small](small.png)\n\nThe end of the text.\n"
    (root / "stories" / "one").mkdir()
    listed = f"\n  - file: large.png\n    people: no\n    credit: {CREDIT}\n  - file: small.png\n    people: no"
    (root / "stories/one/index.md").write_text(story(text, pictures=listed), encoding="utf-8")
    (root / "docs/more.md").write_text(f"---\ntitle: More\ndescription: Test data.\n---\n{text}", encoding="utf-8")
    look = activity().replace("themes:", f"pictures:{listed}\nthemes:")
    folder = root / "toolkits" / "inquiry"
    (folder / "look.md").write_text(look.replace("## Debrief\n\n", f"## Debrief\n\n{text}\n"), encoding="utf-8")
    opening = (folder / "index.md").read_text(encoding="utf-8")
    (folder / "index.md").write_text(f"{opening}\n\n{text}", encoding="utf-8")
    for place in (root / "stories" / "one", root / "docs", folder):
        (place / "large.png").write_bytes(painted((2400, 900), icc_profile=colors.profile(colors.DISPLAY_P3, 2.2)))
        (place / "small.png").write_bytes(painted((120, 80)))
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with shown(project(tmp_path_factory.mktemp("given"))) as url:
        yield url


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("size", ["1", "4"], ids=["usual letters", "the largest"])
def test_long_list_numbers_are_not_clipped_on_a_phone(page: Page, site: str, kind: str, size: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(site + PAGES[kind])
    page.evaluate("size => document.documentElement.dataset.size = size", size)
    found = page.evaluate(NUMBERS)
    assert {row["longest"] for row in found} >= {5, 11, 1000, 12345}
    assert [row for row in found if row["wide"] > row["room"] + 1 or row["left"] < 0] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


@pytest.mark.parametrize("kind", PAGES)
def test_pictures_have_width_and_height_so_that_text_does_not_jump(page: Page, site: str, kind: str) -> None:
    page.route("**/*.png", lambda route: None)  # no picture comes, for now
    page.goto(site + PAGES[kind], wait_until="commit")
    last = page.get_by_text("The end of the text.")
    last.scroll_into_view_if_needed()
    sizes = page.locator(".text img").evaluate_all("all => all.map(i => [i.getAttribute('width'), i.getAttribute('height')])")
    assert sizes == [["1600", "600"], ["120", "80"]]
    before = last.evaluate(PLACE)
    page.unroute("**/*.png")  # and what was held goes its way
    come = "all => Promise.all(all.map(i => (i.loading = 'eager', i.decode()))).then(() => all.map(i => i.naturalWidth))"
    assert page.locator(".text img").evaluate_all(come) == [1600, 120]
    assert last.evaluate(PLACE) == before


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_picture_keeps_its_shape_and_is_never_wider_than_its_page(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + PAGES["story"])
    boxes = page.locator(".text img").evaluate_all("all => all.map(i => [i.offsetWidth, i.offsetHeight])")
    assert boxes[0][0] <= width
    assert boxes[0][0] / boxes[0][1] == pytest.approx(1600 / 600, rel=0.02)
    assert boxes[1] == [120, 80]


def test_a_browser_shows_the_color_that_was_meant(page: Page, site: str) -> None:
    page.goto(site + PAGES["story"])
    seen = page.locator(".text img").first.evaluate("""async (image) => {
      image.loading = "eager";
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 4;
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0, 4, 4);
      return [...pen.getImageData(1, 1, 1, 1).data].slice(0, 3);
    }""")
    wanted = colors.shown(colors.DISPLAY_P3, 2.2, PATCH)
    assert max(abs(one - other) for one, other in zip(seen, wanted, strict=True)) <= 2


@pytest.mark.parametrize("kind", ["story", "activity"])
def test_who_made_a_picture_stands_below_it(page: Page, site: str, kind: str) -> None:
    page.goto(site + PAGES[kind])
    credit = page.get_by_text(CREDIT.replace("'", "’"), exact=True)
    above, below = page.locator(".text img").first.bounding_box(), credit.bounding_box()
    assert above and below
    assert 0 <= below["y"] - (above["y"] + above["height"]) < 20
    assert page.locator(".tn-credit").count() == 1
