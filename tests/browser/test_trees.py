"""What each kind of page is to a screen reader: its accessibility tree in two engines, as kept in tests/trees for people to read.

Where a page is meant to change, RENEW=1 in the environment of this test writes them anew: read what changed.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import publication
from browsing import RootServer
from engines import trees
from engines.chromium import Chromium
from engines.firefox import Firefox
from press.library.vocabulary import CONTENT_NOTES
from projects import site_file, story
from publication import GLOSSARY, MAP, STORY, TOOLKIT
from showing import shown

pytestmark = pytest.mark.browser

KEPT = Path(__file__).parents[1] / "trees"
PAGES = {
    "home": "",
    "toolkits": "toolkits/",
    "toolkit": TOOLKIT,
    "activity": MAP,
    "activities": "toolkits/activities/",
    "stories": "stories/",
    "story": STORY,
    "story-with-a-content-note": "stories/a-warning-before/",
    "theme": "stories/themes/beliefs/",
    "state": "stories/states/florida/",
    "glossary": GLOSSARY,
    "guide": "guide/",
    "form": "contribute/write/",
    "form-of-a-real-story": "contribute/write/",
    "notice": "stories/taken-back/",
    "missing": "no-such-page/",
}
CHOSEN = {"form-of-a-real-story": "[name=kind][value=first-person]"}  # what is clicked before a page is read
GUIDE = """---
title: A guide
description: Test data.
---
Test data, with a [norm](glossary.md#norm).

## A table

| What | Why |
|---|---|
| test | data |

## A list

1. One.
2. Two.

> Said by nobody: test data.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small publication stands that has one page of each kind."""
    root = publication.write(tmp_path_factory.mktemp("trees"))
    menu = ("Glossary: glossary.md", "A guide: guide.md", "Write a story: contribute/write.md")
    (root / "mkdocs.yml").write_text(site_file(*menu), encoding="utf-8")
    (root / "docs" / "guide.md").write_text(GUIDE, encoding="utf-8")
    (root / "docs" / "contribute").mkdir()
    form = "---\ntitle: Write a story\ndescription: Test data.\n---\nTest data.\n"
    (root / "docs" / "contribute" / "write.md").write_text(form, encoding="utf-8")
    told = story(title="A warning before", content_notes=f"[{CONTENT_NOTES[0]}]", published="2026-09-01")
    (root / "stories" / "a-warning-before.md").write_text(told, encoding="utf-8")
    (root / "stories" / "taken-back.md").write_text("---\nwithdrawn: 2026-11-01\n---\n", encoding="utf-8")
    with shown(root, RootServer) as url:
        yield url


@pytest.fixture(scope="module", params=["Chromium", "Firefox"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium | Firefox]:
    folder = tmp_path_factory.mktemp("engine")
    found = Chromium(folder) if request.param == "Chromium" else Firefox(folder)
    found.width(1280)
    yield found
    found.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_screen_reader_gets_what_was_read_and_kept(engine: Chromium | Firefox, site: str, name: str) -> None:
    engine.open(site + PAGES[name])
    if name in CHOSEN:
        engine.click(CHOSEN[name])
        engine.says("[data-kept]", "Kept at")
    found = re.sub(r"Kept at [^.]+\.?", "Kept at (now)", trees.of(engine).replace(site.rstrip("/"), ""))
    kept = KEPT / engine.name.lower() / f"{name}.txt"
    if os.environ.get("RENEW"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def test_no_kept_tree_is_left_over() -> None:
    kept = {path.relative_to(KEPT).with_suffix("").as_posix() for path in KEPT.rglob("*.txt")}
    assert kept == {f"{engine}/{name}" for engine in ("chromium", "firefox") for name in PAGES}
