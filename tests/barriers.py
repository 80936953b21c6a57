"""What axe-core must not find on a page of any kind, written once; a test file for each width, so that they run side by side."""

from typing import Any

import pytest
from playwright.sync_api import Page

import manuscripts
from browsing import TAKEN_DOWN, barriers

PAGES = manuscripts.page_of_each_kind() | {"notice": f"stories/{TAKEN_DOWN}/"}


class Audit:
    """Every kind of page at one width, in light and in dark colors. No rule and no part of a page is left out."""

    width: int

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("name", PAGES)
    def test_axe_finds_no_barrier(self, page: Page, address: str, axe: str, name: str, scheme: Any) -> None:
        page.set_viewport_size({"width": self.width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.goto(address + PAGES[name])
        assert barriers(page, axe) == []
