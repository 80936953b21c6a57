"""What a disk may do to a build: the old site or the new one, a plain sentence, and nothing left over."""

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache, lru_cache
from pathlib import Path

import pytest

import commands
from press.__main__ import main
from press.disk import lock, refusal, scratch, swap
from press.publishing import publish
from projects import ROOT, small, story

pytestmark = pytest.mark.slow

SITE = ("site", "--no-handouts")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def press(root: Path, *arguments: str, **more: object) -> commands.Done:
    """A run of the press, as a site without handouts unless told; in a process of its own where `more` is said of that."""
    if not more:
        return commands.press(root, *(arguments or SITE), well=False)
    command = [sys.executable, "-m", "press", "--root", str(root), *(arguments or SITE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload]
    return commands.Done(done.returncode, done.stdout, done.stderr)


def leftovers(root: Path) -> list[str]:
    """What no run should leave: work folders, wherever they may lie, and old sites."""
    found = [
        path for name in ("run-*", ".*-before*", ".press-scratch", ".handouts-*", "next-*", "*.part") for path in root.rglob(name)
    ]
    return sorted(str(path) for path in found)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "project")


def laid_out(root: Path) -> Path:
    root.mkdir()
    small(root)
    (root / "stories" / "one.md").write_text(story(), encoding="utf-8")
    return root


def add(project: Path, name: str = "two") -> None:
    (project / "stories" / f"{name}.md").write_text(story(title=f"Test data {name}"), encoding="utf-8")


def is_plain(said: str) -> bool:
    return "Traceback" not in said and "Errno" not in said and "Error" not in said


@lru_cache(maxsize=1)
def may_mount() -> bool:
    """Whether a disk of its own can be had here; without one, what it would say is put into its mouth."""
    with tempfile.TemporaryDirectory() as name:
        try:
            done = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", name], capture_output=True, check=False)
        except OSError:
            return False
        if done.returncode == 0:
            subprocess.run(["umount", "-l", name], check=True)
        return done.returncode == 0


@contextmanager
def disk(folder: Path, *options: str) -> Iterator[None]:
    """A disk of its own at `folder`, which only root may mount."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_5_a_site_that_is_a_link_stays_one_and_what_it_leads_to_is_renewed(project: Path, tmp_path: Path) -> None:
    www = tmp_path / "www" / "html"
    www.mkdir(parents=True)
    (project / "site").symlink_to(www)
    assert press(project).returncode == 0
    add(project)
    done = press(project)
    assert done.returncode == 0, done.stderr
    assert (project / "site").is_symlink() and (www / "stories/two/index.html").is_file()
    assert sorted(path.name for path in www.parent.iterdir()) == ["html"]


def test_5_a_link_to_another_disk_is_renewed_there(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with disk(other, "-o", "size=60m") if may_mount() else nullcontext():
        if not may_mount():
            monkeypatch.setattr(scratch, "_disk", lambda path: path.resolve().is_relative_to(other))
        (other / "html").mkdir()
        (project / "site").symlink_to(other / "html")
        for name in ("two", "three"):
            add(project, name)
            assert main(["--root", str(project), *SITE]) == 0
        assert (other / "html/stories/three/index.html").is_file()
        assert sorted(path.name for path in other.iterdir()) == ["html"]


def test_5_a_file_called_site_is_refused_before_anything_is_built(project: Path) -> None:
    (project / "site").write_text("mine")
    done = press(project)
    assert done.returncode == 1
    assert done.stderr == "`site` is a file, and the site’s folder needs that name. Rename the file or move it.\n"
    assert (project / "site").read_text() == "mine"


@pytest.mark.parametrize("goal", ["nowhere", "site", "file", "docs", "."])
def test_5_a_link_that_no_site_can_lie_behind_is_refused(project: Path, goal: str) -> None:
    (project / "file").write_text("mine")
    (project / "site").symlink_to(project / goal if goal != "site" else "site")
    before = files(project / "docs")
    done = press(project)
    assert done.returncode == 1
    assert is_plain(done.stderr) and "`site` is a" in done.stderr and len(done.stderr.splitlines()) == 1
    assert (project / "site").is_symlink() and (project / "file").read_text() == "mine" and files(project / "docs") == before


def test_5_a_mount_is_refused_before_anything_is_built(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    site = project / "site"
    if may_mount():
        with disk(site):
            done = press(project)
            said, code, there = done.stderr, done.returncode, list(site.iterdir())
        assert (said.count("Mount the folder above it instead."), len(said.splitlines()), code, there) == (1, 1, 1, [])
        return
    site.mkdir()
    (tmp_path / "mountinfo").write_text(f"36 35 98:0 / {site} rw - ext4 /dev/x rw\n")
    monkeypatch.setattr(publish, "_MOUNTS", tmp_path / "mountinfo")
    with pytest.raises(publish.NoPlace, match="Mount the folder above it instead"):
        publish.place(project)


def test_5_a_folder_mounted_from_the_same_disk_counts_as_a_mount(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    odd = tmp_path / "a folder"
    odd.mkdir()
    project.rename(odd / "project")
    (odd / "project" / "site").mkdir()
    written = str(odd / "project" / "site").replace(" ", r"\040")
    (tmp_path / "mountinfo").write_text(f"36 35 98:0 /x {written} rw - ext4 /dev/x rw\n")
    monkeypatch.setattr(publish, "_MOUNTS", tmp_path / "mountinfo")
    with pytest.raises(publish.NoPlace, match="Mount the folder above it instead"):
        publish.place(odd / "project")


def folders(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "site", tmp_path / "next"
    for folder, text in ((old, "old"), (new, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    return old, new


def test_the_new_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    swap.swap(new, old, "index.html")
    assert (old / "index.html").read_text() == "new"


def test_6_a_disk_without_an_exchange_swaps_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = folders(tmp_path)
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    swap.swap(new, old, "index.html")
    assert (old / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


_KILLED = """
import os, signal, sys
from pathlib import Path
from press.disk import swap
swap.exchange = lambda one, other: False
left = int(sys.argv[1])
real = Path.rename
def rename(self, goal):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return real(self, goal)
Path.rename = rename
def rmtree(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
swap.shutil.rmtree = rmtree
from press.__main__ import main
sys.exit(main(["--root", sys.argv[2], "site", "--no-handouts"]))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its site."""
    root = laid_out(tmp_path_factory.mktemp("built") / "project")
    assert press(root).returncode == 0
    return root


@pytest.fixture(scope="module")
def killed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """How a second build leaves it that is killed before its rename of that number, or as it deletes what it replaced."""

    @cache
    def leave(left: int) -> Path:
        root = shutil.copytree(built, tmp_path_factory.mktemp("killed") / "project", symlinks=True)
        add(root)
        command = [sys.executable, "-c", _KILLED, str(left), str(root)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
        return root

    return leave


@pytest.mark.parametrize("left", range(6))
@pytest.mark.parametrize("then", ["site", "faulty", "pdfs"])
def test_6_a_kill_at_any_step_without_an_exchange_loses_no_site(
    built: Path, killed: Callable[[int], Path], tmp_path: Path, left: int, then: str
) -> None:
    before = files(built / "site")
    project = shutil.copytree(killed(left), tmp_path / "project", symlinks=True)
    if then == "faulty":
        (project / "stories" / "bad.md").write_text(story(state="Atlantis"), encoding="utf-8")
    done = commands.pdfs(project, "--layout", "3-up", well=False) if then == "pdfs" else press(project)
    assert done.returncode == (1 if then == "faulty" else 0), done.stderr
    found = {name: data for name, data in files(project / "site").items() if not name.startswith("handouts/")}
    plain = {name for name in before if not name.startswith(("handouts/", "pagefind/", "search/"))}
    assert plain <= set(found)
    assert ("stories/two/index.html" in found) or {name: found[name] for name in plain} == {name: before[name] for name in plain}
    assert "stories/two/index.html" in found or then != "site"
    assert leftovers(project) == []


def test_7_a_full_disk_is_said_in_one_sentence_and_the_old_site_stays(project: Path, tmp_path: Path) -> None:
    if not may_mount():
        full_without_a_disk(project)
        return
    home = tmp_path / "disk"
    with disk(home, "-o", "size=14m"):
        subprocess.run(["cp", "-r", str(project), str(home / "project")], check=True)
        root = home / "project"
        assert press(root).returncode == 0
        before = files(root / "site")
        add(root)
        filler = home / "filler"
        for room in (0, 30, 300, 1500, 3000):
            free = os.statvfs(home).f_bavail * os.statvfs(home).f_frsize
            filler.write_bytes(b"\0" * max(free - room * 1000, 0))
            done = press(root)
            if done.returncode == 0:
                continue
            assert "The disk is full. Make room on it, then run this again" in done.stderr, done.stderr
            assert is_plain(done.stdout + done.stderr)
            assert files(root / "site") == before
            filler.unlink()
            assert leftovers(root) == []
        filler.unlink(missing_ok=True)
        assert press(root).returncode == 0
        assert "stories/two/index.html" in files(root / "site")


def full_without_a_disk(project: Path) -> None:
    assert press(project).returncode == 0
    before = files(project / "site")
    add(project)
    with pytest.MonkeyPatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(project / "site"))

        patch.setattr("mkdocs.utils.write_file", refuse)
        assert main(["--root", str(project), *SITE]) == 1
    assert files(project / "site") == before


def test_7_a_limit_on_files_is_said_in_one_sentence_and_the_old_site_stays(project: Path) -> None:
    assert press(project).returncode == 0
    before = files(project / "site")
    add(project)
    for size in (100, 4_000, 20_000):
        done = press(project, preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        assert done.returncode == 1
        assert refusal.TOO_LARGE.rstrip(".") in done.stderr, done.stderr
        assert is_plain(done.stdout + done.stderr)
        assert files(project / "site") == before
        assert leftovers(project) == []


def test_7_a_disk_that_can_only_be_read_is_said_in_one_sentence(project: Path, tmp_path: Path) -> None:
    if not may_mount():
        said = refusal.plain(OSError(errno.EROFS, "x", str(project / ".press")), project)
        assert said == ".press lies on a disk that can only be read. Work on a copy elsewhere."
        return
    home = tmp_path / "disk"
    with disk(home, "-o", "size=14m"):
        subprocess.run(["cp", "-r", str(project), str(home / "project")], check=True)
        assert press(home / "project").returncode == 0
        before = files(home / "project" / "site")
        add(home / "project")
        subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
        for command in (SITE, ("check", "--fit"), ("export", str(home / "project" / "export"))):
            done = press(home / "project", *command)
            assert done.returncode == 1
            assert "lies on a disk that can only be read" in done.stderr, done.stderr
            assert is_plain(done.stdout + done.stderr)
        assert press(home / "project", "check").returncode == 0
        assert files(home / "project" / "site") == before


def test_7_a_folder_that_may_not_be_changed_is_said_in_one_sentence(project: Path, tmp_path: Path) -> None:
    assert press(project).returncode == 0
    before = files(project / "site")
    add(project)
    for path in (project, *project.rglob("*"), *(above for above in tmp_path.parents if above.stat().st_uid == os.getuid())):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    for path in (project, project / ".press"):
        path.chmod(0o555)
    # Another user, from within: this one's Python may lie where no other can start it.
    other = "if os.geteuid() == 0:\n    os.seteuid(65534)"
    imports = "import os, sys, press.publishing.site, press.commands\nfrom press.__main__ import main"
    code = f"{imports}\n{other}\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "--root", str(project), *SITE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    for path in (project, project / ".press"):
        path.chmod(0o755)
    assert done.returncode == 1
    assert "may not be changed by you" in done.stderr, done.stderr
    assert is_plain(done.stderr)
    assert files(project / "site") == before


def test_7_a_second_build_is_told_to_wait_and_nothing_else(project: Path) -> None:
    with lock.only_one(project / ".press"):
        done = press(project)
    assert done.returncode == 1
    assert done.stderr == "Another build is at work in this folder. Wait for it, or stop it.\n"


def test_13_a_site_that_was_built_under_a_strict_umask_can_be_read_by_everyone(project: Path) -> None:
    done = press(project, "site", umask=0o077)
    assert done.returncode == 0, done.stderr
    for path in (project / "site", *(project / "site").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
    call = (
        "import sys, pathlib, build_pdfs; sys.exit(build_pdfs.main(['--layout', '3-up', '--force'], pathlib.Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", call, str(project)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False, umask=0o077).returncode == 0
    for path in (project / "site", *(project / "site").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
