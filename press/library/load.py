"""Reads every manuscript once; the only walker of their folders."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from press.library import kinds, misplaced_files, validation
from press.library.folders import FOLDERS
from press.library.kinds import KINDS, Fields, Kind
from press.library.manuscript import Manuscript
from press.library.misplaced_files import PICTURES
from press.library.model import Activity, Doc, Story, Toolkit, Withdrawn
from press.manuscript.problem import Problem
from press.manuscript.source import Known, Source

MAX_FOLDERS = 8
_KNOWN = (kinds.TOOLKIT, kinds.ACTIVITY, kinds.STORY, kinds.NOTICE, kinds.PAGE)  # each has a place of its own in the press
_IGNORED = {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep"}  # what computers leave behind by themselves


@dataclass(frozen=True)
class Library:
    """All that the folders hold.

    `sources` has every manuscript as read, those with faults too; `entries` only the sound ones, by the name of their kind.
    `pictures` are the paths of picture files. Paths are relative to `root`, with `/`.
    """

    root: Path
    sources: dict[str, Source]
    entries: Mapping[str, tuple[Manuscript[Any], ...]]
    pictures: tuple[str, ...]
    problems: tuple[Problem, ...]

    def entries_of(self, kind: Kind[Fields]) -> tuple[Manuscript[Fields], ...]:
        """The sound manuscripts of a kind, in the order of their paths."""
        return self.entries.get(kind.name, ())

    @cached_property
    def toolkits(self) -> tuple[Manuscript[Toolkit], ...]:
        """The toolkits, in the order of their letters."""
        return tuple(sorted(self.entries_of(kinds.TOOLKIT), key=lambda entry: (entry.fields.letter, entry.name)))

    @property
    def activities(self) -> tuple[Manuscript[Activity], ...]:
        """The activities of all toolkits."""
        return self.entries_of(kinds.ACTIVITY)

    @property
    def stories(self) -> tuple[Manuscript[Story], ...]:
        """The stories, those that may not appear among them."""
        return self.entries_of(kinds.STORY)

    @property
    def withdrawn(self) -> tuple[Manuscript[Withdrawn], ...]:
        """What is left of the stories that were taken down."""
        return self.entries_of(kinds.NOTICE)

    @property
    def docs(self) -> tuple[Manuscript[Doc], ...]:
        """The hand-written pages."""
        return self.entries_of(kinds.PAGE)

    @property
    def others(self) -> tuple[Manuscript[Any], ...]:
        """The manuscripts of kinds that the press has no more to do with than to show each as a page."""
        return tuple(entry for kind in KINDS if kind not in _KNOWN for entry in self.entries_of(kind))

    def activities_of(self, toolkit: Manuscript[Toolkit]) -> tuple[Manuscript[Activity], ...]:
        """A toolkit's sound activities in the order that its opening page gives."""
        found = {activity.name: activity for activity in self.activities}
        names = [f"{toolkit.name}/{name}" for name in toolkit.fields.activities]
        return tuple(found[name] for name in names if name in found)


def load(root: Path, known: Known | None = None) -> Library:
    """Read the folders below `root`. Never raises for what a file holds: see `Library.problems`.

    What is `known` is read anew only where its file has changed, and what is read is known from then on.
    """
    paths, problems = _walk(root)
    sources: dict[str, Source] = {}
    for path in paths:
        if path.endswith(".md"):
            text = _read(root / path, path, {} if known is None else known)
            fault = misplaced_files.wrong_folder(path, text.front)
            if fault:  # read no further: as another kind, it would have a fault in each line
                problems.append(Problem(path, 1, "file", *fault))
            else:
                sources[path] = text
    entries: dict[str, list[Manuscript[Any]]] = {}
    for path, text in sources.items():
        problems.extend(text.problems)
        kind = kinds.kind_at(path, text.front)
        if kind is None:
            problems.append(Problem(path, 1, "file", *misplaced_files.no_folder(path)))
        elif text.front:
            fields, faults = validation.validate(kind.model, text)
            problems.extend(faults)
            if fields is not None:
                entries.setdefault(kind.name, []).append(Manuscript(kind.name_at(path) or "", fields, text, kind))
    return Library(
        root,
        sources,
        {name: tuple(found) for name, found in entries.items()},
        pictures=tuple(path for path in paths if path.lower().endswith(PICTURES)),
        problems=tuple(problems),
    )


def _read(file: Path, path: str, known: Known) -> Source:
    facts = file.lstat()
    mark = facts.st_mtime_ns, facts.st_ctime_ns, facts.st_size, facts.st_ino, facts.st_mode
    if path not in known or known[path][0] != mark:
        known[path] = mark, kinds.read(file, path)
    return known[path][1]


def _walk(root: Path) -> tuple[list[str], list[Problem]]:
    """The files of the folders in a fixed order, and what lies there that should not."""
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
