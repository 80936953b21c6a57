"""All or nothing: what becomes of the old site."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from press.__main__ import main
from press.disk import lock, swap
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


def test_a_file_in_the_way_of_what_is_cleared_keeps_no_build_from_beginning(tmp_path: Path) -> None:
    (tmp_path / ".press").mkdir()
    (tmp_path / ".press" / "next-note").write_text("test data")
    with publish.staging(tmp_path) as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_the_site_goes_to_the_folder_site_whether_it_is_there_or_not(tmp_path: Path) -> None:
    assert publish.place(tmp_path) == tmp_path / "site"
    (tmp_path / "site").mkdir()
    assert publish.place(tmp_path) == tmp_path / "site"


def test_a_link_leads_the_site_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "www").mkdir()
    (tmp_path / "project" / "site").symlink_to(tmp_path / "www")
    assert publish.place(tmp_path / "project") == tmp_path / "www"


@pytest.mark.parametrize(
    ("goal", "why"),
    [
        ("nowhere", "leads nowhere"),
        ("site", "leads nowhere"),
        (".", "a folder of the project itself"),
        ("..", "a folder of the project itself"),
        ("docs", "a folder of the project itself"),
        ("press/theme", "a folder of the project itself"),
        (".git", "a folder of the project itself"),
        ("note", "is a file"),
    ],
)
def test_a_link_that_no_site_can_lie_behind_is_refused(tmp_path: Path, goal: str, why: str) -> None:
    project = tmp_path / "a" / "project"
    for name in ("docs", "press/theme", ".git"):
        (project / name).mkdir(parents=True)
    (project / "note").write_text("test data")
    (project / "site").symlink_to(goal)
    with pytest.raises(publish.NoPlace, match=why):
        publish.place(project)


def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let these lines stand where Linux lists what is mounted."""
    (tmp_path / "mountinfo").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    monkeypatch.setattr(publish, "_MOUNTS", tmp_path / "mountinfo")


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("plain", "plain"),
        ("a b", r"a\040b"),
        ("a\tb", r"a\011b"),
        ("a\nb", r"a\012b"),
        (r"a\b", r"a\134b"),
        (r"\040", r"\134040"),
    ],
)
def test_a_mounted_site_is_refused_however_its_name_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, listed: str
) -> None:
    (tmp_path / name / "site").mkdir(parents=True)
    mounted(tmp_path, monkeypatch, f"36 35 98:0 /x {tmp_path}/{listed}/site rw - ext4 /dev/x rw")
    with pytest.raises(publish.NoPlace, match="Mount the folder above it instead"):
        publish.place(tmp_path / name)


def test_what_is_mounted_elsewhere_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    mounted(tmp_path, monkeypatch, f"36 35 98:0 {site} /mnt rw - ext4 /dev/x rw", f"37 35 98:0 / /srv {site} - ext4 /dev/x rw")
    assert publish.place(tmp_path) == site


@pytest.mark.parametrize("listed", [True, False])
def test_the_system_is_asked_for_mounts_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: bool) -> None:
    (tmp_path / "site").mkdir()
    if listed:
        mounted(tmp_path, monkeypatch, "36 35 98:0 / / rw - ext4 /dev/x rw")
    else:  # as where the system is not Linux
        monkeypatch.setattr(publish, "_MOUNTS", tmp_path / "nowhere")
    assert publish.place(tmp_path) == tmp_path / "site"
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    with pytest.raises(publish.NoPlace, match="Mount the folder above it instead"):
        publish.place(tmp_path)


def test_what_is_not_there_yet_is_no_mount_though_it_was_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounted(tmp_path, monkeypatch, f"36 35 98:0 / {tmp_path / 'site'} rw - ext4 /dev/x rw")
    assert publish.place(tmp_path) == tmp_path / "site"


def test_a_new_site_takes_the_place_of_the_old_one_and_everyone_may_read_it(tmp_path: Path) -> None:
    for name in ("site", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    (tmp_path / "new").chmod(0o700)
    publish.put(tmp_path / "new", tmp_path)
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV])
def test_a_disk_that_only_shows_in_the_last_step_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    with pytest.raises(publish.NoPlace, match="Mount the folder above it instead"):
        broken(tmp_path, monkeypatch, OSError(code, "test data"))


def test_another_fault_of_the_last_step_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match="test data"):
        broken(tmp_path, monkeypatch, OSError(errno.ENOSPC, "test data"))


def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError) -> None:
    """Put a new site into place where the system refuses that with `fault`."""

    def refuse(*_: object) -> None:
        raise fault

    (tmp_path / "new").mkdir()
    monkeypatch.setattr(swap, "swap", refuse)
    publish.put(tmp_path / "new", tmp_path)


def test_a_killed_run_s_site_is_brought_back(tmp_path: Path) -> None:
    (tmp_path / ".site-before").mkdir()
    (tmp_path / ".site-before" / "index.html").write_text("test data")
    assert publish.restored(tmp_path) == tmp_path / "site"
    assert (tmp_path / "site" / "index.html").read_text() == "test data"


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
