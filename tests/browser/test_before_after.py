"""The pictures of a proposal's pages, before and after, as the workflow draws them."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import readings
from press.commands import main
from projects import REAL, ROOT, Project, site_file, small, story

pytestmark = pytest.mark.browser

DOC = "---\ntitle: More\ndescription: Test data.\n---\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose last commit changes two pages and a told story, adds a story with a fault and leaves the rest."""
    project = Project(small(tmp_path_factory.mktemp("pictures")))
    project.write("mkdocs.yml", site_file("more.md"))
    project.write("docs/more.md", DOC + "First words.\n")
    project.write("stories/example.md", story("First words.\n"))
    project.write("stories/told.md", story("First words.\n", **REAL))
    project.write("stories/same.md", story("The same words.\n"))
    project.commit()
    project.write("docs/more.md", DOC + "Second words, and a line more.\n\nIt is test data.\n")
    project.write("stories/example.md", story("Second words.\n"))
    project.write("stories/told.md", story("Second words.\n", **{**REAL, "author": "Other Data"}))
    project.write("stories/faulty.md", story("[x](nowhere.md)\n"))
    project.commit()
    for command in (["summary", "--json", str(project.root / "summary.json")], ["preview", "--no-handouts"]):
        assert main(["--root", str(project.root), *command]) == 0
    return project


def drawn(project: Project, *options: str, path: str = os.environ["PATH"]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "tools/pictures.py"), "--root", str(project.root), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": path}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def pictures(project: Project) -> dict[str, Path]:
    done = drawn(project, "--out", str(project.root / "pictures"))
    assert done.returncode == 0, done.stderr
    return {path.stem: path for path in (project.root / "pictures").iterdir()}


def test_each_changed_page_is_drawn_before_and_after_and_no_other(pictures: dict[str, Path]) -> None:
    changed = {f"{name}-{when}" for name in ("more", "stories_example") for when in ("before", "after")}
    assert set(pictures) == changed | {"stories_told-after", "stories_faulty-after"}


def test_a_told_story_is_not_drawn_as_it_was(pictures: dict[str, Path]) -> None:
    assert "stories_told-before" not in pictures


def test_a_picture_shows_the_whole_page_and_no_more_and_what_was_changed(pictures: dict[str, Path]) -> None:
    for name in ("more", "stories_example"):
        with Image.open(pictures[f"{name}-before"]) as before, Image.open(pictures[f"{name}-after"]) as after:
            assert before.width == after.width == 1280 and 600 < before.height <= after.height < 3_000
            assert before.convert("RGB").tobytes() != after.convert("RGB").tobytes()
            assert len(before.convert("RGB").getcolors(1 << 20) or ()) > 100  # words have soft edges: it is no empty page


def test_without_a_commit_of_before_the_pages_of_today_are_drawn(project: Project, tmp_path: Path) -> None:
    done = drawn(project, "--since", "no-such-commit", "--out", str(tmp_path / "out"))
    assert done.returncode == 0 and "Git has no “no-such-commit”" in done.stderr
    assert {path.stem.rpartition("-")[2] for path in (tmp_path / "out").iterdir()} == {"after"}


@pytest.mark.parametrize("missing", ["browser", "summary"])
def test_what_is_missing_is_said_in_a_sentence(tmp_path: Path, missing: str) -> None:
    project = Project(small(tmp_path))
    path = str(Path(shutil.which("git") or "").parent) if missing == "summary" else str(tmp_path)
    done = drawn(project, path=path)
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


@pytest.mark.parametrize("how", ["deleted", "withdrawn", "for print alone", "unreadable", "changed", "moved"])
def test_nothing_of_before_shows_a_told_story_that_is_not_shown_with_the_same_words_today(tmp_path: Path, how: str) -> None:
    (tmp_path / "project").mkdir()
    project = Project(small(tmp_path / "project"))
    text = story("Marker text.\n", **{**REAL, "title": "Marker title", "summary": "Marker summary."})
    project.write("stories/told.md", text)
    project.write("stories/same.md", story("Lasting text.\n", **REAL))
    project.commit()
    told = project.root / "stories/told.md"
    if how in ("deleted", "moved"):
        told.unlink()
    new = {
        "withdrawn": "---\nwithdrawn: 2026-01-01\n---\n",
        "for print alone": text.replace("[web, print]", "[print]"),
        "unreadable": text.replace("grades: middle", "grades: muddle"),
        "changed": text.replace("Marker", "Other"),
    }.get(how)
    if new:
        told.write_text(new, encoding="utf-8")
    if how == "moved":
        project.write("stories/moved.md", text)
    project.git("add", ".")
    project.git("commit", "-qm", "test data")
    (tmp_path / "out").mkdir()
    site = runpy.run_path(str(ROOT / "tools/pictures.py"))["_before"](project.root, "HEAD^", tmp_path / "out")
    assert [path for path, words in readings.of(site) if "Marker" in words] == []
    assert "Lasting text." in (site / "stories/same/index.html").read_text(encoding="utf-8")
