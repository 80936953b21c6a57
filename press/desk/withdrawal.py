"""Takes a story down: its file keeps what the notice needs, and its pictures are deleted."""

import datetime
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from press.desk import naming
from press.desk.seen import Seen, seen
from press.disk import scratch
from press.disk.scratch import WORK
from press.library import edition
from press.library.load import Library
from press.manuscript import links


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
    source = naming.one(library, name)
    told = seen(library, source)
    return Plan(
        source.path, _kept(told, today), _pictures(library, source.path, told), tuple(_mentions(library, source.path, told)),
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


def _kept(story: Seen, today: datetime.date) -> str:
    """The file's new text: the day, and old addresses, which then lead to the notice."""
    day = story.withdrawn if re.fullmatch(r"\d{4}-\d\d-\d\d", story.withdrawn) else today.isoformat()
    plain = [name for name in story.aliases if re.fullmatch(r"[a-z0-9/-]+", name)]
    old = f"aliases: [{', '.join(plain)}]\n" if plain else ""
    return f"---\nwithdrawn: {day}\n{old}---\n"


def _pictures(library: Library, path: str, story: Seen) -> tuple[str, ...]:
    """The story's own pictures: those in its folder, and those it lists or shows that are no other manuscript's."""
    folder = str(PurePosixPath(path).parent)
    owners = edition.owners(library)
    mine = {f"{folder}/{file}" for file in map(unquote, story.pictures) if "/" not in file}
    own_folder = path.endswith("/index.md")
    return tuple(
        picture
        for picture in library.pictures
        if owners.get(picture, path) == path and (picture in mine or (own_folder and picture.startswith(f"{folder}/")))
    )


def _mentions(library: Library, path: str, story: Seen) -> Iterator[tuple[str, int]]:
    titles = [title.casefold() for title in story.titles if len(title.split()) > 1]
    for place, other in library.sources.items():
        if place == path:
            continue
        lines = {
            other.body_line + (block.map[0] if block.map else 0)
            for block, address in links.destinations(other.tokens)
            if links.is_relative(address) and links.target(address, place) == path
        }
        for number, line in enumerate(other.body.casefold().split("\n")) if titles else ():
            if any(title in line for title in titles):
                lines.add(other.body_line + number)
        yield from ((place, line) for line in sorted(lines))


def _is_saved(root: Path, path: str) -> bool | None:
    """Whether git has a commit with the file as it is now."""
    command = ["git", "status", "--porcelain", "--ignored", "--", path]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    return not done.stdout.strip()
