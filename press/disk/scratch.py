"""Gives a run a folder of its own to work in, and clears away the folders of runs that were killed.

What lies there may be text of a story that is taken down tomorrow, so nothing of it may stay: not in the system's temporary
folder, where nobody would look for it, and not beside what is published.
"""

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

WORK = ".press"  # what the press keeps between runs, in the project's folder; safe to delete
_NAME = "scratch"


@contextlib.contextmanager
def folder(base: Path) -> Iterator[Path]:
    """An empty folder below `base`, gone afterwards. Those that killed runs left there go first."""
    sweep(base)
    base.mkdir(parents=True, exist_ok=True)
    made, lock = _owned(base)
    try:
        made.mkdir()
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        _lock_of(made).unlink(missing_ok=True)
        lock.release()
        with contextlib.suppress(OSError):  # others are at work there, or something is kept
            base.rmdir()
            (base.parent if base.parent.name == WORK else base).rmdir()


def near(place: Path) -> Path:
    """Where to work on what will be renamed to `place`: on the same disk, and outside all that is published.

    That is the project's own folder for such things; where `place` lies in no project or on another disk, one beside it.
    """
    place = place.resolve()
    while (place.parent / "index.html").is_file() and place.parent != place:  # within a site
        place = place.parent
    home = next((above for above in place.parents if (above / WORK).is_dir() or (above / "mkdocs.yml").is_file()), None)
    if home is not None and _disk(home / WORK) == _disk(place.parent):
        return home / WORK / _NAME
    return place.parent / f"{WORK}-{_NAME}"


def sweep(base: Path) -> None:
    """Delete the folders below `base` whose owners are gone: nobody holds their lock any more."""
    for path in sorted(base.glob("run-*")):
        made = path.with_suffix("")
        with contextlib.suppress(OSError, Timeout), FileLock(_lock_of(made)).acquire(timeout=0):
            shutil.rmtree(made, ignore_errors=True)
            _lock_of(made).unlink(missing_ok=True)


def _owned(base: Path) -> tuple[Path, BaseFileLock]:
    """A name below `base` and its lock, which ends with this process. Held before the folder is made: none is without one."""
    while True:
        made = base / f"run-{secrets.token_hex(6)}"
        lock = FileLock(_lock_of(made))
        lock.acquire()
        if _lock_of(made).exists():
            return made, lock
        lock.release()  # another run swept it away in the moment before it was held


def _lock_of(made: Path) -> Path:
    return made.with_suffix(".lock")


def _disk(path: Path) -> int:
    """The number of the disk that `path` lies on, or will: that of the nearest folder above that is there."""
    while not path.exists():
        path = path.parent
    return path.stat().st_dev
