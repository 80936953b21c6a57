"""Turns a folder of manuscripts into the finished site: all of it, or nothing.

The new site is built beside the old one, looked over (see `press.soundness`), and put in its place in one step. Whatever
fails or is killed on the way, the old site stays as it was.
"""

import contextlib
import ctypes
import datetime
import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

WORK = ".press"  # what a build keeps between runs; safe to delete
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renamex_np(2)
_AT_FDCWD = -100


class Busy(Exception):
    """Another build is at work in this folder."""


@contextlib.contextmanager
def staging(root: Path) -> Iterator[Path]:
    """An empty folder beside the site to build in; gone afterwards, with those that killed builds left.

    Raises Busy while another build holds the lock. The lock is the system's own, so it ends with its process.
    """
    work = root / WORK
    work.mkdir(exist_ok=True)
    with (work / "lock").open("w") as lock:
        _hold(lock.fileno())
        for left in work.glob("next-*"):
            shutil.rmtree(left, ignore_errors=True)
        _restore(root / "site", work)
        folder = Path(tempfile.mkdtemp(prefix="next-", dir=work))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _hold(number: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has none; two builds at once are then the user's to avoid
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Busy("Another build is at work in this folder. Wait for it, or stop it.") from error


def swap(new: Path, site: Path) -> None:
    """Put the folder `new` in the place of `site`, in one step where the system can."""
    new.chmod(0o755)  # a temporary folder is its owner's alone; a site is for everyone
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        return
    old = new.with_name("old-site")
    site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _restore(site: Path, work: Path) -> None:
    """Bring back the old site where a build was killed between its two renames."""
    old = work / "old-site"
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one system call; False where the system has none."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if platform.system() == "Linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    if platform.system() == "Darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(names[0], names[1], _EXCHANGE) == 0)
    return False


def today() -> datetime.date:
    """The day that consents are weighed on (UTC)."""
    return datetime.datetime.now(datetime.UTC).date()
