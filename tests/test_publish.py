"""All or nothing: what becomes of the old site."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from projects import ROOT, small, story

from press import publish
from press.__main__ import main


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def old_and_new(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "site", tmp_path / "next"
    for folder, text in ((old, "old"), (new, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    return old, new


def test_the_new_site_takes_the_place_of_the_old(old_and_new: tuple[Path, Path]) -> None:
    old, new = old_and_new
    publish.swap(new, old)
    assert (old / "index.html").read_text() == "new"


def test_a_system_without_an_exchange_call_swaps_too(old_and_new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = old_and_new
    monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    publish.swap(new, old)
    assert (old / "index.html").read_text() == "new"
    assert sorted(path.name for path in old.parent.iterdir()) == ["site"]


def test_a_site_lost_between_two_renames_comes_back(tmp_path: Path) -> None:
    (tmp_path / ".press" / "old-site").mkdir(parents=True)
    (tmp_path / ".press" / "old-site" / "index.html").write_text("old")
    with publish.staging(tmp_path):
        assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    with publish.staging(tmp_path), pytest.raises(publish.Busy), publish.staging(tmp_path):
        pass


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".press" / "next-left").mkdir(parents=True)
    with publish.staging(tmp_path) as folder:
        assert [path.name for path in (tmp_path / ".press").glob("next-*")] == [folder.name]


def build(project: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "press", "--root", str(project), "site", "--no-handouts"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_project_is_found_by_a_relative_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small(tmp_path)
    monkeypatch.chdir(project.parent)
    assert main(["--root", project.name, "site", "--no-handouts"]) == 0
    assert (project / "site" / "index.html").is_file()


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_site_whole(tmp_path: Path) -> None:
    project = small(tmp_path)
    for number in range(60):
        (project / "stories" / f"number-{number}.md").write_text(story(), encoding="utf-8")
    out, errors = build(project).communicate()
    assert (project / "site" / "index.html").is_file(), out + errors
    before = files(project / "site")
    (project / "stories" / "one-more.md").write_text(story(), encoding="utf-8")
    killed = 0
    for moment in ("", "site/index.html", "site/stories", "site/pagefind"):
        running = build(project)
        while running.poll() is None:
            if any((folder / moment).exists() for folder in (project / ".press").glob("next-*")):
                running.send_signal(signal.SIGKILL)
                break
            time.sleep(0.001)
        killed += running.wait() == -signal.SIGKILL
        running.communicate()
        assert files(project / "site") == before
    assert killed == 4
    assert build(project).wait() == 0
    assert "stories/one-more/index.html" in files(project / "site")


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


def test_a_published_site_can_be_read_by_its_server(old_and_new: tuple[Path, Path]) -> None:
    old, new = old_and_new
    new.chmod(0o700)
    publish.swap(new, old)
    assert old.stat().st_mode & 0o777 == 0o755
