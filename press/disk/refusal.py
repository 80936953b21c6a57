"""Turns what a system refused into a plain sentence: a full disk, a folder that can only be read, a broken link."""

import errno
import re
from pathlib import Path

_FULL = "The disk is full. Make room on it, then run this again."
TOO_LARGE = "The system lets no file grow as large as this needs. Lift the limit (`ulimit -f`), then run this again."
_SAID = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "Your share of the disk is full. Make room, then run this again.",
    errno.EFBIG: TOO_LARGE,
    errno.EROFS: "{place} lies on a disk that can only be read. Work on a copy elsewhere.",
    errno.EACCES: "{place} may not be changed by you. Look at whose it is, or work on a copy elsewhere.",
    errno.EPERM: "{place} is protected from changes. Look at whose it is, or work on a copy elsewhere.",
    errno.ENOENT: "{place} is not there, or is a link that leads nowhere.",
    errno.ELOOP: "{place} is a link that leads to itself.",
    errno.ENOTDIR: "{place} would have to be a folder, and something else has its name. Rename or move that.",
    errno.EISDIR: "{place} would have to be a file, and a folder has its name. Rename or move that.",
    errno.EEXIST: "{place} is there already, as something else. Rename or move that.",
    errno.ENAMETOOLONG: "{place} has a name that is too long for this disk. Give it a shorter one.",
    errno.EBUSY: "{place} is in use by the system, as a disk of its own for instance. Choose another folder.",
    errno.EXDEV: "{place} is a disk of its own. Choose another folder.",
    errno.EMFILE: "Too many files are open at once. Close other programs, then run this again.",
    errno.ENFILE: "Too many files are open at once. Close other programs, then run this again.",
    errno.EIO: "The disk failed at {place}. Save what you can, then have it looked at.",
}
_FULL_IN_WORDS = re.compile(r"no space left|os error 28\b|disk quota|os error 122\b", re.I)
_LARGE_IN_WORDS = re.compile(r"file too large|os error 27\b", re.I)


def plain(error: OSError, root: Path | None = None) -> str:
    """What `error` means, and what to do. A path below `root` is given from there."""
    said = _SAID.get(error.errno or 0, "{place} can’t be read or written as it is.")
    return said.format(place=_shown(error.filename, root))


def in_words(report: str) -> str | None:
    """The same for the report of another program, where it is about the disk."""
    if _FULL_IN_WORDS.search(report):
        return _FULL
    return TOO_LARGE if _LARGE_IN_WORDS.search(report) else None


def _shown(name: object, root: Path | None) -> str:
    if not isinstance(name, str | bytes | Path) or not str(name):
        return "A file that is needed"
    path = Path(str(name))
    if root is not None and path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    shown = str(path)
    return shown if shown.isprintable() else "A file with an odd name"
