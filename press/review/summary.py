"""Turns a list of what a proposal changes into JSON, back from it, and into a table that everyone may read.

The JSON comes from a run of the proposal's own code, which may be a stranger's. So `read` takes it as data: paths, known
words and small numbers pass, and nothing else. No text of a manuscript is in it. Imports nothing that must be installed.
"""

import json
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from press.library.folders import KINDS_IN, ROOT
from press.review import strict_json
from press.review.strict_json import Unreadable as Unreadable
from press.review.strict_json import need

KINDS = (*(kind for kinds in KINDS_IN.values() for kind in kinds), "picture", "unread", "removed", "unchanged")
CHANNELS = ("web", "print")
OFFERS = ("preview", "pictures")  # what a run may leave to download
LEVELS = ("error", "review")  # the worst first
ROWS, PLACES = 250, 30  # of a list; the largest that `text` writes stays below what `read` takes
MOST = 100  # rows of a table
ROOM = 50_000  # signs of a table; a comment may have 65,536 in all (GitHub)
HEADING = "### What this proposal changes"

_PATH = re.compile(rf"(?:{'|'.join(KINDS_IN)})(?:/[A-Za-z0-9][A-Za-z0-9._-]{{0,80}}){{1,8}}")
_RULE = re.compile(r"[a-z][a-z-]{1,30}")
COLUMNS = ("File", "What it is", "It would appear", "To mend", "To look at")


@dataclass(frozen=True)
class Place:
    """A line to mend (`error`) or to look at (`review`), by the name of its rule."""

    line: int
    rule: str
    level: str


@dataclass(frozen=True)
class Change:
    """A file that a proposal adds, changes or removes, or that has something to mend though it is "unchanged".

    `kind` is in KINDS, `channels` are those it would appear on today, and `page` is its page within the built site; empty
    where it has none.
    """

    path: str
    kind: str
    channels: tuple[str, ...]
    page: str
    places: tuple[Place, ...]

    def count(self, level: str) -> int:
        """How many of its places are of that level."""
        return sum(place.level == level for place in self.places)


def text(changes: tuple[Change, ...], hidden: int = 0) -> str:
    """`changes` as JSON, with the number of files that are not listed: the first ROWS, each with PLACES, the worst first."""
    kept = [replace(change, places=_worst(change.places)) for change in changes[:ROWS]]
    lines = ",\n".join(json.dumps(asdict(change)) for change in kept)
    return f'{{"changes": [\n{lines}\n], "hidden": {hidden + len(changes) - len(kept)}}}\n'


def _worst(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return places if len(places) <= PLACES else tuple(sorted(places, key=lambda place: LEVELS.index(place.level))[:PLACES])


def shown(path: str) -> bool:
    """Whether the name of a file may stand in a comment: plain letters only, so that it can't be taken for anything else."""
    return _PATH.fullmatch(path) is not None


def page(path: str) -> str:
    """Where the manuscript at `path` has its page within the built site; empty for any other file."""
    if not path.endswith(".md"):
        return ""
    place = path.removeprefix(f"{ROOT}/").removesuffix(".md")
    return f"{place}.html" if place == "index" or place.endswith("/index") else f"{place}/index.html"


def load(path: Path) -> tuple[tuple[Change, ...], int]:
    """What the file at `path` lists. Raises Unreadable, for a missing file too."""
    return read(strict_json.file(path))


def read(given: str) -> tuple[tuple[Change, ...], int]:
    """What `text` wrote: the changes, and the number of files that are not listed. Raises Unreadable for anything else."""
    rows, hidden = strict_json.values(strict_json.parse(given), "changes", "hidden")
    changes = tuple(map(_change, strict_json.rows(rows, ROWS)))
    strict_json.differ([change.path for change in changes])
    return changes, strict_json.number(hidden, 0)


def _change(row: Any) -> Change:
    path, kind, channels, place, places = strict_json.values(row, "path", "kind", "channels", "page", "places")
    need(type(path) is str and shown(path))
    found = [strict_json.word(channel, CHANNELS) for channel in strict_json.rows(channels, len(CHANNELS))]
    strict_json.differ(found)
    kind, place = strict_json.word(kind, KINDS), strict_json.word(place, ("", page(path)))
    return Change(path, kind, tuple(found), place, tuple(map(_place, strict_json.rows(places, PLACES))))


def _place(row: Any) -> Place:
    line, rule, level = strict_json.values(row, "line", "rule", "level")
    need(type(rule) is str and _RULE.fullmatch(rule) is not None)
    return Place(strict_json.number(line, 1), rule, strict_json.word(level, LEVELS))


def markdown(changes: tuple[Change, ...], hidden: int = 0, run: str = "") -> str:
    """What a run reports, as Markdown; `run` is the address of the run that has the preview to download."""
    if not changes and not hidden:
        return "This proposal changes no toolkit, story or page.\n"
    parts = [HEADING, verdict(changes), table(COLUMNS, map(row, changes), hidden)]
    return "\n\n".join([*parts, *(preview(changes, run) if run else ()), *marks(changes)]) + "\n"


def verdict(changes: Iterable[Change]) -> str:
    """What the run found to mend and to look at, as what it is: its own word."""
    found = tuple(changes)
    mend, look = sum(change.count("error") for change in found), sum(change.count("review") for change in found)
    if mend:
        return f"**The proposal’s own run reported: {_things(mend)} to mend** before this can be published."
    more = f", {_things(look)} for an editor to look at" if look else ""
    return f"The proposal’s own run reported: nothing to mend{more}."


def _things(count: int) -> str:
    return f"{count} {'thing' if count == 1 else 'things'}"


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], hidden: int = 0) -> str:
    """A table as Markdown, and how many files are not listed: the `hidden` ones and those it has no room for."""
    lines = [_line(columns), "|" + "---|" * len(columns)]
    room = ROOM
    for count, cells in enumerate(rows):
        line = _line(cells)
        room -= len(line) + 1
        if room < 0 or count >= MOST:
            hidden += 1
        else:
            lines.append(line)
    if hidden:
        lines += ["", f"{hidden} more {'file is' if hidden == 1 else 'files are'} not listed here."]
    return "\n".join(lines)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def row(change: Change) -> tuple[str, ...]:
    """The cells of a change: its file, what it is, where it would appear, what is to mend and to look at."""
    where = {(): "nowhere yet", ("web",): "on the site", ("print",): "in print"}.get(change.channels, "on the site and in print")
    where = {"picture": "with its page", "notice": "as a short notice", "removed": "nowhere"}.get(change.kind, where)
    kind = {"unchanged": "not changed here"}.get(change.kind, change.kind)
    return f"`{change.path}`", kind, where, _lines(change, "error"), _lines(change, "review")


def _lines(change: Change, level: str) -> str:
    found = [place for place in change.places if place.level == level]
    return ", ".join(f"line {place.line} ({place.rule})" for place in found[:20]) or "–"


def preview(changes: Iterable[Change], run: str, offered: Collection[str] = ("preview",)) -> list[str]:
    """How to look at what the `run` built, where it has something to download: of OFFERS what is `offered`."""
    found = tuple(changes)
    said = []
    if "pictures" in offered:
        said.append(
            f"**Pictures:** download “pictures” from [this run]({run}) and unpack it. It shows each changed page before and "
            "after, and needs no other program."
        )
    if "preview" in offered:
        mend = any(change.count("error") for change in found)
        instead = " What is to mend stands in the place of its page." if mend else ""
        pages = [f"`{change.page}`" for change in found if change.page and ("web" in change.channels or change.count("error"))]
        look = f"\nLook at {', '.join(pages[:10])}." if pages else ""
        said.append(
            f"**Preview:** download “preview” from [this run]({run}), unpack it, run `python -m http.server` in its folder and "
            f"open `http://localhost:8000`. The handouts are in `handouts/`.{instead}{look}"
        )
    return said


def marks(changes: Iterable[Change]) -> list[str]:
    """Where the lines are marked, if there are any."""
    return ["Each line is marked under “Files changed”, with what to do."] if any(change.places for change in changes) else []


if __name__ == "__main__":
    try:
        print(markdown(*load(Path(sys.argv[1])), run="".join(sys.argv[2:3])), end="")
    except (Unreadable, IndexError):
        sys.exit("This is not a list of changes that the press writes. Make it anew with: make summary")
