"""Takes a story down: its file keeps what the notice needs, and its pictures are deleted."""

import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from press.checks.reading import near
from press.desk import naming
from press.disk import scratch
from press.disk.scratch import WORK
from press.library import edition
from press.library.kinds import STORY
from press.library.load import Library
from press.manuscript import links
from press.manuscript.source import Source


class NoStory(Exception):
    """There is no such story, or more than one; the text says so to an editor."""


@dataclass(frozen=True)
class Plan:
    """What taking a story down would do.

    `pictures` would be deleted; `mentions` are places in other manuscripts that link to the story or hold its title.
    `is_saved` says whether git has the story's newest text; None where git can't say.
    """

    path: str
    text: str
    pictures: tuple[str, ...]
    mentions: tuple[tuple[str, int], ...]
    is_saved: bool | None


def plan(library: Library, name: str, today: datetime.date) -> Plan:
    """What to do to take down the story called `name`, as `naming` takes it. Raises NoStory."""
    source = _find(library, name)
    return Plan(
        source.path, _kept(source, today), _pictures(library, source), tuple(_mentions(library, source)),
        _is_saved(library.root, source.path),
    )  # fmt: skip


def carry_out(root: Path, plan: Plan) -> None:
    """Write the story's file anew in one step, then delete its pictures and the copies that builds keep of pictures."""
    path = root / plan.path
    with scratch.folder(scratch.near(path)) as folder:
        beside = folder / path.name
        beside.write_text(plan.text, encoding="utf-8", newline="\n")
        beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    for picture in plan.pictures:
        (root / picture).unlink(missing_ok=True)
    shutil.rmtree(root / WORK / "pictures", ignore_errors=True)


def _find(library: Library, asked: str) -> Source:
    found = naming.meant(library, asked)
    if len(found) > 1:
        raise NoStory(f"Several stories may be meant: {', '.join(one.path for one in found)}. Name one by its file.")
    if not found:
        near_name = near(STORY.name_meant(asked), (name for path in library.sources if (name := STORY.name_at(path))))
        mend = f"Did you mean {near_name}?" if near_name else "Give its file, its title or its address on the site."
        raise NoStory(f"There is no story of this name in stories/. {mend}")
    return found[0]


def _kept(source: Source, today: datetime.date) -> str:
    """The file's new text: the day, and old addresses, which then lead to the notice."""
    given, aliases = source.front.get("withdrawn"), source.front.get("aliases")
    day = given if isinstance(given, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", given) else today.isoformat()
    plain = (
        [name for name in aliases if isinstance(name, str) and re.fullmatch(r"[a-z0-9/-]+", name)]
        if isinstance(aliases, list)
        else []
    )
    old = f"aliases: [{', '.join(plain)}]\n" if plain else ""
    return f"---\nwithdrawn: {day}\n{old}---\n"


def _pictures(library: Library, source: Source) -> tuple[str, ...]:
    """The story's own pictures: those in its folder, and those it lists or shows that are no other manuscript's."""
    folder = str(PurePosixPath(source.path).parent)
    owners = edition.owners(library)
    listed = source.front.get("pictures")
    named = {str(one.get("file", "")) for one in listed if isinstance(one, dict)} if isinstance(listed, list) else set[str]()
    named |= {unquote(address) for _, address in links.destinations(source.tokens)}
    mine = {f"{folder}/{file}" for file in named if "/" not in file}
    own_folder = source.path.endswith("/index.md")
    return tuple(
        path
        for path in library.pictures
        if owners.get(path, source.path) == source.path and (path in mine or (own_folder and path.startswith(f"{folder}/")))
    )


def _mentions(library: Library, source: Source) -> Iterator[tuple[str, int]]:
    given = source.front.get("title")
    title = given.casefold() if isinstance(given, str) and len(given.split()) > 1 else ""
    for path, other in library.sources.items():
        if path == source.path:
            continue
        lines = {
            other.body_line + (block.map[0] if block.map else 0)
            for block, address in links.destinations(other.tokens)
            if links.is_relative(address) and links.target(address, path) == source.path
        }
        if title:
            lines |= {other.body_line + n for n, line in enumerate(other.body.split("\n")) if title in line.casefold()}
        yield from ((path, line) for line in sorted(lines))


def _is_saved(root: Path, path: str) -> bool | None:
    """Whether git has a commit with the file as it is now."""
    command = ["git", "status", "--porcelain", "--ignored", "--", path]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    return not done.stdout.strip()
