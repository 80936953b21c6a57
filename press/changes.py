"""Says what a proposal changes: each file that git names, with its kind, where it would appear and what is to mend."""

import datetime
import subprocess
from collections.abc import Iterable
from pathlib import Path

from press import checks, edition, links
from press.library import Library
from press.manuscript import FOLDERS
from press.stray import PICTURES
from press.summary import CHANNELS, Change, Place, shown


class NoHistory(Exception):
    """Git can't say what was changed since then."""


def since(root: Path, commit: str) -> tuple[str, ...]:
    """The paths of toolkits, stories and docs that differ from `commit` and are still there. Raises NoHistory."""
    command = ["git", "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--end-of-options", commit, "--", *FOLDERS]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistory(f"Git can’t say what has changed since “{commit}”.") from error
    return tuple(sorted(path for path in done.stdout.split("\0") if path))


def of(library: Library, paths: Iterable[str], today: datetime.date) -> tuple[tuple[Change, ...], int]:
    """What became of `paths`, and the number of those whose names can't be shown in public."""
    kinds = _kinds(library)
    published: dict[str, list[str]] = {}
    for channel in CHANNELS:
        ready = edition.prepare(library, "web" if channel == "web" else "print", today)
        entries = (*ready.stories, *library.toolkits, *library.activities, *(library.docs if channel == "web" else ()))
        for entry in entries:
            published.setdefault(entry.path, []).append(channel)
    places: dict[str, list[Place]] = {}
    for problem in checks.run(library, today):
        places.setdefault(problem.path, []).append(Place(problem.line, problem.rule, problem.level))
    found, hidden = [], 0
    for path in paths:
        if not shown(path):
            hidden += 1
            continue
        channels = tuple(published.get(path, ()))
        page = _page(path) if "web" in channels or kinds.get(path) == "notice" else ""
        found.append(Change(path, kinds.get(path, "unread"), channels, page, tuple(places.get(path, ()))))
    return tuple(found), hidden


def _kinds(library: Library) -> dict[str, str]:
    found = {path: "picture" for path in library.pictures if path.lower().endswith(PICTURES)}
    groups = (("toolkit", library.toolkits), ("activity", library.activities), ("story", library.stories))
    for kind, entries in (*groups, ("notice", library.withdrawn), ("page", library.docs)):
        found.update((entry.path, kind) for entry in entries)
    return found


def _page(path: str) -> str:
    place = links.uri(path).removesuffix(".md")
    return f"{place}.html" if place == "index" or place.endswith("/index") else f"{place}/index.html"
