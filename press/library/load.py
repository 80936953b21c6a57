"""Reads every manuscript once; the only walker of `toolkits/`, `stories/` and `docs/`."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from press.library import kinds, misplaced_files, validation
from press.library.manuscript import FOLDERS, Fields, Manuscript
from press.library.misplaced_files import PICTURES
from press.library.model import Activity, Doc, Story, Toolkit, Withdrawn
from press.manuscript.problem import Problem
from press.manuscript.source import Source

MAX_FOLDERS = 8
_IGNORED = {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep"}  # what computers leave behind by themselves


@dataclass(frozen=True)
class Library:
    """All that the three folders hold.

    `sources` has every manuscript as read, those with faults too; the typed tuples hold only the sound ones.
    `pictures` are the paths of picture files. Paths are relative to `root`, with `/`.
    """

    root: Path
    sources: dict[str, Source]
    toolkits: tuple[Manuscript[Toolkit], ...]
    activities: tuple[Manuscript[Activity], ...]
    stories: tuple[Manuscript[Story], ...]
    withdrawn: tuple[Manuscript[Withdrawn], ...]
    docs: tuple[Manuscript[Doc], ...]
    pictures: tuple[str, ...]
    problems: tuple[Problem, ...]

    def activities_of(self, toolkit: Manuscript[Toolkit]) -> tuple[Manuscript[Activity], ...]:
        """A toolkit's sound activities in the order that its opening page gives."""
        found = {activity.name: activity for activity in self.activities}
        names = [f"{toolkit.name}/{name}" for name in toolkit.fields.activities]
        return tuple(found[name] for name in names if name in found)


def load(root: Path) -> Library:
    """Read the folders below `root`. Never raises for what a file holds: see `Library.problems`."""
    paths, problems = _walk(root)
    sources: dict[str, Source] = {}
    for path in paths:
        if path.endswith(".md"):
            text = kinds.read(root / path, path)
            fault = misplaced_files.wrong_folder(path, text.front)
            if fault:  # read no further: as another kind, it would have a fault in each line
                problems.append(Problem(path, 1, "file", *fault))
            else:
                sources[path] = text
    found: dict[str, list[Manuscript[BaseModel]]] = {"toolkit": [], "activity": [], "story": [], "withdrawn": [], "doc": []}
    for path, text in sources.items():
        problems.extend(text.problems)
        kind, name, model = _kind(path, text)
        if kind is None or model is None:
            problems.append(Problem(path, 1, "file", *misplaced_files.no_folder(path)))
        elif text.front:
            fields, faults = validation.validate(model, text)
            problems.extend(faults)
            if fields is not None:
                found[kind].append(Manuscript(name, fields, text))
    return Library(
        root,
        sources,
        toolkits=tuple(sorted(_only(found["toolkit"], Toolkit), key=lambda entry: (entry.fields.letter, entry.name))),
        activities=_only(found["activity"], Activity),
        stories=_only(found["story"], Story),
        withdrawn=_only(found["withdrawn"], Withdrawn),
        docs=_only(found["doc"], Doc),
        pictures=tuple(path for path in paths if path.lower().endswith(PICTURES)),
        problems=tuple(problems),
    )


def _only(entries: list[Manuscript[BaseModel]], model: type[Fields]) -> tuple[Manuscript[Fields], ...]:
    return tuple(Manuscript(entry.name, entry.fields, entry.source) for entry in entries if isinstance(entry.fields, model))


def _kind(path: str, text: Source) -> tuple[str | None, str, type[BaseModel] | None]:
    """What kind of manuscript lies at `path`, its name and its model."""
    parts = PurePosixPath(path).with_suffix("").parts
    match parts:
        case ("docs", *rest):
            return "doc", "/".join(rest), Doc
        case ("toolkits", toolkit, "index"):
            return "toolkit", toolkit, Toolkit
        case ("toolkits", toolkit, name):
            return "activity", f"{toolkit}/{name}", Activity
        case ("stories", name) | ("stories", name, "index"):
            if "withdrawn" in text.front:
                return "withdrawn", name, Withdrawn
            return "story", name, Story
    return None, "", None


def _walk(root: Path) -> tuple[list[str], list[Problem]]:
    """The files of the three folders in a fixed order, and what lies there that should not."""
    paths: list[str] = []
    problems = list(misplaced_files.outside(root, FOLDERS))
    for folder in FOLDERS:
        for path, facts in _files(root, folder):
            fault = misplaced_files.no_manuscript(path, facts)
            if fault:
                problems.append(Problem(path, 1, "file", *fault))
            else:
                paths.append(path)
    return paths, problems


def _files(root: Path, folder: str) -> Iterator[tuple[str, os.stat_result | None]]:
    try:
        names = sorted(os.listdir(root / folder))
    except OSError:
        return
    for name in names:
        path = f"{folder}/{name}"
        if not name.isprintable() or path.count("/") > MAX_FOLDERS:
            yield "".join(c if c.isprintable() else "?" for c in path), None
            continue
        facts = (root / path).lstat()
        if stat.S_ISDIR(facts.st_mode):
            yield from _files(root, path)
        elif name.lower() not in _IGNORED:
            yield path, facts
