"""All or nothing: what becomes of the old site."""

import subprocess
import sys
from pathlib import Path

import pytest

from press.__main__ import main
from press.disk import lock
from press.publishing import publish
from projects import ROOT, small, story


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    with publish.staging(tmp_path), pytest.raises(lock.Busy), publish.staging(tmp_path):
        pass


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    for left in ("next-left", ".handouts-left"):  # as versions before named them
        (tmp_path / ".press" / left).mkdir(parents=True)
    with publish.staging(tmp_path) as folder:
        kept = {path.name for path in (tmp_path / ".press").iterdir()}
        assert folder.parent == tmp_path / ".press" / "scratch"
    assert kept == {"lock", "scratch"}


def build(project: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "press", "--root", str(project), "site", "--no-handouts"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_a_project_is_found_by_a_relative_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small(tmp_path)
    monkeypatch.chdir(project.parent)
    assert main(["--root", project.name, "site", "--no-handouts"]) == 0
    assert (project / "site" / "index.html").is_file()


@pytest.mark.slow
def test_a_broken_story_leaves_the_old_site_whole(tmp_path: Path) -> None:
    project = small(tmp_path)
    assert build(project).wait() == 0
    before = files(project / "site")
    (project / "stories" / "broken.md").write_text(story(state="Atlantis"), encoding="utf-8")
    running = build(project)
    out, errors = running.communicate()
    assert running.returncode == 1
    assert out.startswith("stories/broken.md:6: `state` is none of the values that it may have.")
    assert "the site you had is untouched" in errors
    assert files(project / "site") == before
