"""Puts a finished folder in the place of another: in one step where the system can, and never so that both are lost."""

import contextlib
import ctypes
import errno
import os
import platform
import shutil
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renamex_np(2)
_AT_FDCWD = -100


def swap(new: Path, place: Path, sign: str) -> None:
    """Put the folder `new` in the place of the folder `place`, which may not be there yet.

    `sign` is a file that a whole folder has: `recover` tells by it which of two is whole. What stood there before is deleted,
    or lies where `new` was. Raises OSError; then what stood there still does.
    """
    if not place.exists():
        new.rename(place)
        return
    if not place.is_dir():  # the system would exchange a file and a folder without a word
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    if exchange(new, place):
        return
    before = _before(place)
    recover(place, sign)
    try:
        place.rename(before)
        new.rename(place)
    except BaseException:  # Ctrl-C as well
        if before.exists() and not place.exists():
            before.rename(place)
        raise
    shutil.rmtree(before, ignore_errors=True)


def open_to_all(folder: Path) -> None:
    """Let everyone read the folder and all in it: a web server is another user than the one who builds, whatever the umask."""
    for path, _, files in os.walk(folder):
        Path(path).chmod(0o755)
        for name in files:
            Path(path, name).chmod(0o644)


def recover(place: Path, sign: str) -> None:
    """Bring back what stood at `place` where a run was killed between the two renames of `swap`; clear it away otherwise."""
    before = _before(place)
    if not before.is_dir():
        return
    if not (place / sign).is_file():
        with contextlib.suppress(FileNotFoundError):
            place.rename(place.with_name(f"{before.name}-cut-short"))
        before.rename(place)
    for left in (before, place.with_name(f"{before.name}-cut-short")):
        shutil.rmtree(left, ignore_errors=True)


def _before(place: Path) -> Path:
    """Where the old folder lies between the two renames: beside its place, so that any run finds it."""
    return place.with_name(f".{place.name}-before")


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one system call; False where the system or the disk has none."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if platform.system() == "Linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    if platform.system() == "Darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(names[0], names[1], _EXCHANGE) == 0)
    return False
