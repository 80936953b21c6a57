"""Every page of the real site in a real browser: some of them each time, and all in `make soak`."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browsing import NARROW, WIDE, barriers
from real import Real
from soaking import some

pytestmark = [pytest.mark.browser, pytest.mark.soak]


def pages(site: Path) -> list[str]:
    """The address of each page below the site's own, whether the map of the site names it or not."""
    return sorted(path.parent.relative_to(site).as_posix().removeprefix(".") + "/" for path in site.rglob("index.html"))


def test_no_page_has_a_barrier_or_is_wider_than_a_phone_or_complains(page: Page, published: Real, axe: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in some(pages(published.root / "site"), 6):
        page.goto(published.url + name.lstrip("/"), wait_until="networkidle")
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 800})
            assert barriers(page, axe) == [], f"{name} at {width} pixels"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert said == [], name


def test_the_map_of_the_site_names_pages_that_are_there(published: Real) -> None:
    site = published.root / "site"
    found = [entry.text or "" for entry in ET.parse(site / "sitemap.xml").iter() if entry.tag.endswith("loc")]
    assert len(found) > 20
    assert {address.removeprefix(published.url) for address in found} <= {name.lstrip("/") for name in pages(site)}
