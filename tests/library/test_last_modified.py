"""The days of last change: what git knows, and nothing where it can't. The repositories are test data."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from press.library import last_modified
from projects import ROOT


def git(root: Path, *arguments: str, when: str = "2026-01-02T23:30:00-05:00") -> None:
    who = {f"GIT_{role}_{what}": f"test@{role}.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    days = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **who, **days}, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "origin"
    (root / "stories").mkdir(parents=True)
    git(root, "init", "-q")
    for name in ("one", "two"):
        (root / "stories" / f"{name}.md").write_text(f"{name}\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "both")
    (root / "stories" / "two.md").write_text("changed\n", encoding="utf-8")
    git(root, "commit", "-qam", "two", when="2026-03-04T12:00:00Z")
    return root


def test_each_file_has_the_day_of_its_latest_commit_by_universal_time(root: Path) -> None:
    days = {"stories/one.md": datetime.date(2026, 1, 3), "stories/two.md": datetime.date(2026, 3, 4)}
    assert last_modified.last_changed(root) == days


def test_a_file_that_differs_from_its_commit_or_has_none_has_no_day(root: Path) -> None:
    (root / "stories" / "one.md").write_text("other\n", encoding="utf-8")
    (root / "stories" / "new.md").write_text("new\n", encoding="utf-8")
    assert set(last_modified.last_changed(root)) == {"stories/two.md"}
    git(root, "add", ".")
    assert set(last_modified.last_changed(root)) == {"stories/two.md"}


def test_a_project_below_the_repositorys_top_knows_its_own_files(root: Path) -> None:
    (root / "book" / "docs").mkdir(parents=True)
    (root / "book" / "docs" / "index.md").write_text("x\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "book", when="2026-05-06T12:00:00Z")
    assert last_modified.last_changed(root / "book") == {"docs/index.md": datetime.date(2026, 5, 6)}


def test_a_shallow_clone_knows_nothing_rather_than_something_false(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "shallow")
    assert last_modified.last_changed(tmp_path / "shallow") == {}


@pytest.fixture
def windows(root: Path, tmp_path: Path) -> Path:
    """A checkout by a git that is set as on Windows, where what git keeps has this project's attributes."""
    (root / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    git(root, "add", ".")
    git(root, "commit", "-qm", "attributes")
    git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", str(root), "windows")
    return tmp_path / "windows"


def test_a_checkout_by_git_for_windows_has_the_same_bytes_and_days(root: Path, windows: Path) -> None:
    for name in ("one", "two"):
        assert (windows / "stories" / f"{name}.md").read_bytes() == (root / "stories" / f"{name}.md").read_bytes()
    assert last_modified.last_changed(windows) == last_modified.last_changed(root) != {}


def test_a_file_whose_lines_another_program_ends_otherwise_keeps_its_day(root: Path, windows: Path) -> None:
    (windows / "stories" / "one.md").write_bytes(b"one\r\n")
    assert last_modified.last_changed(windows) == last_modified.last_changed(root)


def test_without_a_repository_or_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_modified.last_changed(tmp_path) == {}
    monkeypatch.setenv("PATH", "")
    assert last_modified.last_changed(tmp_path) == {}
