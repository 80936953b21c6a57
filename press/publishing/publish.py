"""Says where the finished site goes, and puts it there: all of it, or nothing.

The new site is built beside the old one, looked over (`soundness`), and put in its place in one step. Whatever
fails or is killed on the way, the old site stays as it was.
"""

import contextlib
import datetime
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from press.disk import lock, scratch, swap
from press.disk.scratch import WORK

_SIGN = "index.html"  # a whole site has one
_OURS = ("docs", "toolkits", "stories", "press", "tests", ".git", WORK)
_LEFT = ("next-*", ".handouts-*")  # what versions before 0.2 left behind when they were killed
_MOUNTS = Path("/proc/self/mountinfo")


class NoPlace(Exception):
    """The site can't be put where it belongs; the text says why and what to do. Nothing was changed."""


def place(root: Path) -> Path:
    """The folder that the site of the project at `root` goes to: `site`, or where that leads as a link. Raises NoPlace.

    A link may lead to a web root elsewhere: then what it leads to is replaced, and the link stays.
    """
    site = root / "site"
    try:
        goal = site.resolve(strict=site.is_symlink())
    except (OSError, RuntimeError) as error:  # a loop is the second before Python 3.13
        raise NoPlace("`site` is a link that leads nowhere. Make the folder that it names, or delete the link.") from error
    if goal.exists() and not goal.is_dir():
        raise NoPlace("`site` is a file, and the site’s folder needs that name. Rename the file or move it.")
    if _is_mounted(goal):
        raise NoPlace(
            "`site` is a disk of its own (a mount, as of a container), so it can’t be replaced in one step. "
            "Mount the folder above it instead."
        )
    if root.is_relative_to(goal) or any(goal.is_relative_to(root / name) for name in _OURS):
        raise NoPlace("`site` is a link to a folder of the project itself, which the site would replace. Let it lead elsewhere.")
    return goal


@contextlib.contextmanager
def staging(root: Path) -> Iterator[Path]:
    """An empty folder to build in, on the disk of the site; gone afterwards, with those that killed runs left.

    A site that a killed run took away is brought back first. Raises Busy, NoPlace, OSError.
    """
    with lock.only_one(root / WORK):
        goal = restored(root)
        scratch.sweep(root / WORK / "scratch")
        for left in (path for pattern in _LEFT for path in (root / WORK).glob(pattern)):
            shutil.rmtree(left, ignore_errors=True)
        with scratch.folder(scratch.near(goal)) as folder:
            yield folder


def restored(root: Path) -> Path:
    """The folder of the site (see `place`), which is there again if a killed run had taken it away. Ask with the lock held."""
    goal = place(root)
    swap.recover(goal, _SIGN)
    return goal


def put(new: Path, root: Path) -> None:
    """Put the folder `new`, which lies in what `staging` gave, in the place of the site. Raises NoPlace, OSError."""
    swap.open_to_all(new)
    try:
        swap.swap(new, place(root), _SIGN)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise NoPlace("`site` is a disk of its own, so it can’t be replaced. Mount the folder above it instead.") from error
        raise


def _is_mounted(folder: Path) -> bool:
    """Whether a disk or a folder from elsewhere is mounted there; `ismount` does not see the latter (Python, os.path)."""
    if not folder.exists():
        return False
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return os.path.ismount(folder)
    mounts = {line.split(" ")[4] for line in lines}
    written = str(folder)
    for sign, code in (("\\", r"\134"), (" ", r"\040"), ("\t", r"\011"), ("\n", r"\012")):  # proc(5)
        written = written.replace(sign, code)
    return os.path.ismount(folder) or written in mounts


def today() -> datetime.date:
    """The day that consents are weighed on (UTC)."""
    return datetime.datetime.now(datetime.UTC).date()
