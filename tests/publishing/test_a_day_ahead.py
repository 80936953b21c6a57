"""A story whose day lies ahead is in nothing that readers get, told or made up, until that day: one gate, and every way out."""

import dataclasses
import datetime
import shutil
from pathlib import Path

import pytest

from press.handouts.sheets.layouts import LAYOUTS
from press.library import edition
from press.library.edition import Editions
from press.library.load import load
from press.publishing import export
from press.web import feeds, pages, social_cards
from projects import REAL, TODAY, small, story

TOMORROW = TODAY + datetime.timedelta(days=1)
BODY = "## What I saw\n\n<!-- excerpt -->\n\nSecretword of a body.\n\n<!-- end of excerpt -->\n"


def written(root: Path, today: datetime.date) -> dict[str, str]:
    """All that readers get on the day `today`, by what it is: pages and files of the site, drafts of handouts, the export."""
    library = load(root)
    made = Editions(edition.prepare(library, "web", today), edition.prepare(library, "print", today))
    book = pages.bind(made.web)
    cards = social_cards.assets(made.web, "Test", "Test data.")
    assets = (*book.assets, *feeds.assets(made.web, "https://test.example/", "Test"), *cards)
    found = {page.uri: repr(page) for page in book.pages}
    found |= {asset.uri: (asset.content or b"").decode("utf-8", "replace") for asset in assets}
    for layout in LAYOUTS:
        drafts = layout.drafts(made.printed, "https://test.example/", layout.across)
        found[layout.name] = "".join(str(dataclasses.asdict(draft)) for draft in drafts)
    folder = root / "export"
    shutil.rmtree(folder, ignore_errors=True)
    export.write(root, made, folder)
    return found | {str(path): path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("told", [{}, REAL], ids=["illustrative", "real"])
def test_published_tomorrow_is_withheld_everywhere_until_that_day(tmp_path: Path, told: dict[str, str]) -> None:
    root = small(tmp_path)
    fields = {"title": "Secretword ahead", "summary": "Secretword of a summary.", "published": TOMORROW.isoformat(), **told}
    (root / "stories" / "secret-one.md").write_text(story(BODY, **fields), encoding="utf-8")
    (root / "stories" / "open-one.md").write_text(
        story(BODY.replace("Secretword", "Openword"), title="Openword"), encoding="utf-8"
    )
    today, then = written(root, TODAY), written(root, TOMORROW)
    assert {name for name, text in today.items() if "Secretword" in text or "secret-one" in text or "secret-one" in name} == set()
    shown = {name for name, text in then.items() if "Secretword" in text}
    assert {name for name, text in today.items() if "Openword" in text} and len(shown) >= 4
    assert any("stories.xml" in name for name in shown) and any(layout.name in shown for layout in LAYOUTS)
