"""Turns a list of what a proposal changes into a comment that everyone may read; imports nothing that must be installed.

The list comes from a run of the proposal's own code, which may be a stranger's. So `read` takes it as data: paths, known
words and numbers pass, and nothing else. No text of a manuscript is in it.
"""

import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

KINDS = ("toolkit", "activity", "story", "notice", "page", "picture", "unread")
CHANNELS = ("web", "print")
MOST = 100  # rows; a comment may have 65,536 signs (GitHub)

_PATH = re.compile(r"(?:stories|toolkits|docs)(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,80}){1,8}")
_PAGE = re.compile(r"(?:[a-z0-9][a-z0-9.-]{0,80}/){0,8}index\.html")
_RULE = re.compile(r"[a-z][a-z-]{1,30}")


class Unreadable(Exception):
    """The list is not one that the press writes."""


@dataclass(frozen=True)
class Place:
    """A line to mend (`error`) or to look at (`review`), by the name of its rule."""

    line: int
    rule: str
    level: str


@dataclass(frozen=True)
class Change:
    """A file that a proposal adds or changes.

    `kind` is in KINDS, `channels` are those it would appear on today, and `page` is its page within the built site; empty
    where it has none.
    """

    path: str
    kind: str
    channels: tuple[str, ...]
    page: str
    places: tuple[Place, ...]


def text(changes: tuple[Change, ...], hidden: int = 0) -> str:
    """`changes` as JSON, with the number of files whose names are not shown."""
    return json.dumps({"changes": [asdict(change) for change in changes], "hidden": hidden}, indent=1) + "\n"


def shown(path: str) -> bool:
    """Whether the name of a file may stand in a comment: plain letters only, so that it can't be taken for anything else."""
    return _PATH.fullmatch(path) is not None


def read(given: str) -> tuple[tuple[Change, ...], int]:
    """What `text` wrote. Raises Unreadable for anything else."""
    try:
        found = json.loads(given)
        changes = tuple(_change(row) for row in found["changes"][:MOST])
        hidden = int(found["hidden"]) + max(len(found["changes"]) - MOST, 0)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable("This is not a list of changes that the press writes.") from error
    return changes, hidden


def _change(row: dict[str, object]) -> Change:
    path, kind, page = str(row["path"]), str(row["kind"]), str(row["page"])
    channels, places = row["channels"], row["places"]
    if not isinstance(channels, list) or not isinstance(places, list):
        raise TypeError
    made = tuple(Place(int(place["line"]), str(place["rule"]), str(place["level"])) for place in places[:MOST])
    sound = shown(path) and kind in KINDS and (not page or _PAGE.fullmatch(page))
    sound = sound and all(channel in CHANNELS for channel in channels)
    if not sound or not all(_RULE.fullmatch(place.rule) and place.level in ("error", "review") for place in made):
        raise ValueError
    return Change(path, kind, tuple(channels), page, made)


def markdown(changes: tuple[Change, ...], hidden: int = 0, run: str = "") -> str:
    """A comment about `changes`; `run` is the address of the run that has the preview to download."""
    if not changes and not hidden:
        return "This proposal changes no toolkit, story or page.\n"
    mend = sum(place.level == "error" for change in changes for place in change.places)
    look = sum(place.level == "review" for change in changes for place in change.places)
    lines = ["### What this proposal changes", "", _verdict(mend, look), ""]
    lines += ["| File | What it is | It would appear | To mend | To look at |", "|---|---|---|---|---|", *map(_row, changes)]
    if hidden:
        lines += ["", f"{hidden} more {'file is' if hidden == 1 else 'files are'} not listed here."]
    pages = [change.page for change in changes if change.page and "web" in change.channels]
    if run and not mend:
        steps = "unpack it, run `python -m http.server` in its folder and open `http://localhost:8000`"
        lines += ["", f"**Preview:** download “site” from [this run]({run}), {steps}. The handouts are in `handouts/`."]
        lines += ["Look at " + ", ".join(f"`{page}`" for page in pages[:10]) + "."] if pages else []
    if mend or look:
        lines += ["", "Each line is marked under “Files changed”, with what to do."]
    return "\n".join(lines) + "\n"


def _verdict(mend: int, look: int) -> str:
    if mend:
        return f"**{mend} {'thing' if mend == 1 else 'things'} to mend** before this can be published."
    if look:
        return f"Nothing to mend. {look} {'thing' if look == 1 else 'things'} for an editor to look at."
    return "Nothing to mend."


def _row(change: Change) -> str:
    mend = [place for place in change.places if place.level == "error"]
    look = [place for place in change.places if place.level == "review"]
    where = {(): "nowhere yet", ("web",): "on the site", ("print",): "in print"}.get(change.channels, "on the site and in print")
    where = {"picture": "with its page", "notice": "as a short notice"}.get(change.kind, where)
    return f"| `{change.path}` | {change.kind} | {where} | {_lines(mend)} | {_lines(look)} |"


def _lines(places: list[Place]) -> str:
    return ", ".join(f"line {place.line} ({place.rule})" for place in places[:20]) or "–"


if __name__ == "__main__":
    try:
        print(markdown(*read(Path(sys.argv[1]).read_text(encoding="utf-8")), run=sys.argv[2]), end="")
    except Unreadable as error:
        sys.exit(str(error))
