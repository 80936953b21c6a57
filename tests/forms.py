"""Writes a small publication with the form for stories, and does in it what a writer does."""

from pathlib import Path

from playwright.sync_api import Page, expect

import publication
from projects import site_file, small

PAGE = "contribute/write/"


def written(folder: Path) -> Path:
    """The small publication in a folder of its own, with the page that has the form."""
    return _added(publication.write(folder), "Glossary: glossary.md")


def sound(folder: Path) -> Path:
    """The small project that the checks have nothing to say against, in `folder`, with that page."""
    small(folder)
    return _added(folder)


def _added(root: Path, *menu: str) -> Path:
    (root / "mkdocs.yml").write_text(site_file(*menu, "Write a story: contribute/write.md"), encoding="utf-8")
    (root / "docs" / "contribute").mkdir()
    form = "---\ntitle: Write a story\ndescription: Test data.\n---\nTest data.\n"
    (root / "docs" / "contribute" / "write.md").write_text(form, encoding="utf-8")
    return root


def opened(page: Page, site: str) -> Page:
    """The page with the form, once it is ready to be filled in."""
    page.goto(site + PAGE)
    page.wait_for_selector("[data-ready]")
    return page


def look(page: Page) -> None:
    """Press the button that checks the story."""
    page.get_by_role("button", name="Check and show").click()
    expect(page.locator("[data-summary]")).to_be_focused()
