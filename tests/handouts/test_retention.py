"""What lies in the handouts' folder from an earlier run goes once a story in it may no longer be printed."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from press import handouts
from press.handouts.store import artifacts, manifest, retention
from press.handouts.store.manifest import Handout
from press.library.edition import Edition
from projects import editions, small, story
from sheets import SITE, prepared

STORY, KEPT = "stories/one.md", "toolkits/inquiry/index.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of test data with one story."""
    root = small(tmp_path)
    (root / STORY).write_text(story(), encoding="utf-8")
    return root


def lay(out: Path, sources: dict[str, tuple[str, ...]], toolkit: str = "inquiry") -> tuple[Handout, ...]:
    """Put files into `out` as a run of another day would have left them, each with the manuscripts it was made from."""
    fresh = out.with_name("fresh")
    for folder in (out, fresh):
        folder.mkdir(parents=True)
    rows = []
    for stem, paths in sources.items():
        data = f"Test data, {stem}".encode()
        (fresh / f"{stem}.pdf").write_bytes(data)
        (fresh / f"{stem}.png").write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        rows.append(Handout(f"{stem}.pdf", stem, toolkit, "3-up", "a4", 1, len(data), digest, f"{stem}.png", "old", paths))
    artifacts.put(tuple(rows), fresh, out)
    return tuple(rows)


def without_the_story(root: Path) -> Edition:
    """The edition for print, after its story was taken down."""
    (root / STORY).write_text("---\nwithdrawn: 2026-11-22\n---\n", encoding="utf-8")
    return prepared(root)


def test_a_handout_whose_manuscripts_may_all_appear_stays(project: Path) -> None:
    rows = lay(project / "out", {"with": (KEPT, STORY), "without": (KEPT,)})
    assert retention.may_stay(rows, prepared(project), SITE) == rows


def test_a_handout_with_a_story_that_was_taken_down_may_not_stay(project: Path) -> None:
    rows = lay(project / "out", {"with": (KEPT, STORY), "without": (KEPT,)})
    assert retention.may_stay(rows, without_the_story(project), SITE) == rows[1:]


def test_pruning_takes_the_pdf_its_picture_and_its_place_in_the_zip(project: Path) -> None:
    out = project / "out"
    rows = lay(out, {"a-with": (KEPT, STORY), "b-without": (KEPT,), "c-without": (KEPT,)})
    (out / "mine.txt").write_text("mine")
    handouts.kept(without_the_story(project), SITE, out)
    assert manifest.read(out) == rows[1:]
    assert {path.name for path in out.iterdir()} == {
        "b-without.pdf", "b-without.png", "c-without.pdf", "c-without.png",
        "handouts.json", "inquiry-handouts.zip", "mine.txt",
    }  # fmt: skip
    with zipfile.ZipFile(out / "inquiry-handouts.zip") as packed:
        assert packed.namelist() == ["b-without.pdf", "c-without.pdf"]


def test_pruning_where_all_may_stay_or_nothing_lies_touches_nothing(project: Path) -> None:
    out = project / "out"
    handouts.kept(prepared(project), SITE, out)
    assert not out.exists()
    lay(out, {"with": (KEPT, STORY)})
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    handouts.kept(prepared(project), SITE, out)
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


@pytest.mark.slow
def test_a_site_built_without_making_handouts_offers_none_that_had_to_go(project: Path) -> None:
    from press.publishing import mkdocs_plugin

    lay(project / ".press" / "handouts", {"with": (KEPT, STORY), "without": (KEPT,)})
    without_the_story(project)
    mkdocs_plugin.build(project, project / "site", editions(project))
    assert (project / "site/handouts/without.pdf").exists()
    assert not list((project / "site/handouts").glob("with.*"))
