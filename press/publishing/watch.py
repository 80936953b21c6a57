"""Says when one of a project's files has changed: it looks at their times again and again.

Systems tell of changes too, but each in its own way, not for folders that come later, and not on every disk.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import press
from press.library import settings, synonyms
from press.library.folders import FOLDERS

_PAUSE = 0.2  # seconds between two looks
_QUIET = 0.05  # seconds without a further change: an editor may write a file in several steps

Marks = dict[str, tuple[int, int, int]]


def watched(root: Path) -> tuple[Path, ...]:
    """What a site is made from: the texts, the settings, the theme and the templates; some of it may not be there yet."""
    own = (*FOLDERS, settings.FILE, synonyms.FILE, "press/theme", "press/templates")
    return (*(root / name for name in own), Path(press.__file__).parent / "templates")


def marks(paths: tuple[Path, ...]) -> Marks:
    """What tells whether a file is another than before, for each file at or below the `paths`."""
    found: Marks = {}
    for name in (name for path in paths for name in _files(path)):
        try:
            facts = Path(name).stat()
        except OSError:  # gone again, or a link that leads nowhere
            continue
        found[name] = facts.st_mtime_ns, facts.st_size, facts.st_ino
    return found


def _files(path: Path) -> Iterator[str]:
    """The files at or below `path`, but for those that editors and systems keep beside them."""
    if not path.is_dir():
        yield str(path)
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        yield from (f"{folder}/{name}" for name in names if not name.startswith(".") and not name.endswith("~"))


def changed(paths: tuple[Path, ...], before: Marks) -> Marks:
    """Wait until a file is another than `before`, and then until all is quiet; the marks of now."""
    while (now := marks(paths)) == before:
        time.sleep(_PAUSE)
    while True:
        time.sleep(_QUIET)
        later = marks(paths)
        if later == now:
            return now
        now = later
