"""Turns what git says has changed into a list: each file with its kind, where it would appear and what is to mend."""

import datetime
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from press import checks
from press.library import edition
from press.library.folders import FOLDERS
from press.library.kinds import KINDS, NOTICE, STORY
from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.misplaced_files import PICTURES
from press.review.strict_json import NUMBERS
from press.review.summary import CHANNELS, Change, Place, page, shown


class NoHistory(Exception):
    """Git can't say what was changed since then."""


def since(root: Path, commit: str) -> tuple[str, ...]:
    """The paths of toolkits, stories and docs that differ from `commit`, also those that are gone. Raises NoHistory."""
    command = ["git", "diff", "--name-only", "-z", "--no-renames", "--end-of-options", commit, "--", *FOLDERS]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise NoHistory(f"Git can’t say what has changed since “{commit}”.") from error
    return tuple(sorted(path for path in done.stdout.decode("utf-8", "replace").split("\0") if path))


def described(library: Library, paths: Iterable[str], today: datetime.date) -> tuple[tuple[Change, ...], int]:
    """What became of `paths`, and the number of those whose names can't be shown in public.

    A file that was not changed and has something to mend is listed too: where a story goes, a link to it may stand elsewhere.
    """
    changed = set(paths)
    kinds, channels = _kinds(library), _channels(library, today)
    places: dict[str, list[Place]] = {}
    faulty = set()
    for problem in checks.run(library, today):
        places.setdefault(problem.path, []).append(Place(min(max(problem.line, 1), NUMBERS), problem.rule, problem.level))
        if problem.level == "error":
            faulty.add(problem.path)
    found = []
    for path in filter(shown, sorted(changed)):
        kind = kinds.get(path, "unread" if os.path.lexists(library.root / path) else "removed")
        # A text that can't be read shows its messages in the preview.
        is_shown = "web" in channels.get(path, ()) or kind == "notice" or (kind == "unread" and path in faulty)
        address = page(path) if is_shown else ""
        found.append(Change(path, kind, channels.get(path, ()), address, tuple(places.get(path, ()))))
    for path in filter(shown, sorted(faulty - changed)):
        found.append(Change(path, "unchanged", (), "", tuple(place for place in places[path] if place.level == "error")))
    return tuple(found), sum(not shown(path) for path in changed | faulty)


def _channels(library: Library, today: datetime.date) -> dict[str, tuple[str, ...]]:
    """On which channels each manuscript appears today, by its path."""
    found: dict[str, tuple[str, ...]] = {}
    for channel in CHANNELS:
        ready = edition.prepare(library, "web" if channel == "web" else "print", today)
        for entry in (*ready.stories, *_always(library, channel)):
            found[entry.path] = (*found.get(entry.path, ()), channel)
    return found


def _always(library: Library, channel: str) -> Iterator[Manuscript[Any]]:
    """What appears on `channel` whatever day it is: of the kinds that need no consent."""
    for kind in KINDS:
        if kind not in (STORY, NOTICE) and channel in kind.channels:
            yield from library.entries_of(kind)


def _kinds(library: Library) -> dict[str, str]:
    found = {path: "picture" for path in library.pictures if path.lower().endswith(PICTURES)}
    found.update((entry.path, entry.kind.name) for kind in KINDS for entry in library.entries_of(kind))
    return found
