"""Turns the pictures that manuscripts show, list and leave lying into problems: rule 9 of "A story" and its neighbors."""

import datetime
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from press.checks import names
from press.checks.reading import live, pieces, taken_down
from press.library import edition, groups
from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.model import Activity, Story
from press.manuscript import decoding, markdown
from press.manuscript.problem import Problem
from press.manuscript.source import Source

SAYS_NOTHING = re.compile(
    r"(?:an? |the )?(?:image|img|picture|pic|photo|photograph|figure|fig|graphic|screenshot|drawing|alt|alt text|dsc|untitled)"
    r"[\s_.-]*\d*(?:\.\w+)?|[\d\s._-]+"
)
_IN_BRACKETS = "Write between the square brackets what it shows, such as `![Chairs in a circle](circle.jpg)`."
NO_WORDS = "This picture has no alternative text.", _IN_BRACKETS
NO_SENSE = "The alternative text does not say what this picture shows.", _IN_BRACKETS
NOT_THERE = "There is no picture of this name beside the manuscript.", "Add the file; big and small letters count."
PEOPLE = (
    "People can be seen in this picture, and no consent of theirs is given.",
    "Add `people_consent:` with the number the editors gave, or use a picture without people.",
)


def images_have_alt_text(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each picture says in words what it shows, for those who can't see it."""
    for source in live(library):
        for line, file, words in _shown(source):
            if not words:
                yield Problem(source.path, line, "alt-text", *NO_WORDS)
            elif SAYS_NOTHING.fullmatch(_bare(words)) or _bare(words) in (_bare(file), _bare(posixpath.splitext(file)[0])):
                yield Problem(source.path, line, "alt-text", *NO_SENSE)


def _shown(source: Source) -> Iterator[tuple[int, str, str]]:
    """Each picture in the text: its line, its file as written and its alternative text."""
    for line, piece in pieces(source):
        if piece.type == "image":
            yield line, unquote(str(piece.attrGet("src") or "")), markdown.plain(piece).strip()


def _bare(words: str) -> str:
    return re.sub(r"[\s_-]+", " ", words).strip().casefold()


def pictures_are_listed_and_lie_beside(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A picture's file lies beside its manuscript; a story lists in `pictures` what it shows."""
    there = set(library.pictures)
    owned = edition.owners(library) | taken_down(library)
    listed = {entry.path: {shown.file for shown in entry.fields.pictures} for entry in library.stories}
    for source in live(library):
        for line, file, _ in _shown(source):
            fault = _misplaced(source.path, file, there)
            if fault is None and f"{posixpath.dirname(source.path)}/{file}" not in owned and source.path not in listed:
                mend = "Write an index.md in this folder, or move the manuscript and its picture to a folder that has one."
                fault = "The folder of this picture has no opening page, so the picture would not be published.", mend
            if fault is None and file not in listed.get(source.path, {file}):
                fault = "This picture is not listed under `pictures` in the front matter.", _listing(file, listed[source.path])
            if fault:
                yield Problem(source.path, line, "pictures", *fault)
    yield from _listed_faults(library, there)


def _listing(file: str, others: set[str]) -> str:
    """How `file` is listed: beside the `others`, or as the first one."""
    place = "Below the last one there, write" if others else "Write `pictures:` alone on its line, below it"
    return next(group for group in groups.of(Story) if group.name == "pictures").entry(place, file)


def _misplaced(path: str, file: str, there: set[str]) -> tuple[str, str] | None:
    lies_beside = f"{posixpath.dirname(path)}/{file}" in there
    if lies_beside and "/" not in file and names.misfit(file):
        return names.PICTURE
    if file.lower().startswith("data:"):
        return decoding.PACKED
    if re.match(r"[\w+.-]+:|//", file):
        mend = "If you may use it, put the file beside this one, and write only its name."
        return "This picture lies elsewhere on the web or on a computer.", mend
    if "/" in file or "\\" in file:
        return "This picture does not lie beside the manuscript.", "Put the file beside this one, and write only its name."
    if not file:
        return "No file is given for this picture.", "Write its name in the round brackets."
    if names.misfit(file):
        return names.PICTURE
    if not lies_beside:
        return NOT_THERE
    return None


def _listed_faults(library: Library, there: set[str]) -> Iterator[Problem]:
    owners = taken_down(library)
    for entry, number, file in _listed(library):
        fault = _misplaced(entry.path, file, there)
        owner = owners.setdefault(f"{posixpath.dirname(entry.path)}/{file}", entry.path)
        if fault is None and owner != entry.path:
            fault = f"This picture belongs to {owner} already.", "Give this manuscript a copy under another name."
        if fault:
            yield Problem(entry.path, entry.source.line_of("pictures", number, "file"), "pictures", *fault)


def _listed(library: Library) -> Iterator[tuple[Manuscript[Story] | Manuscript[Activity], int, str]]:
    entries: tuple[Manuscript[Story] | Manuscript[Activity], ...] = (*library.stories, *library.activities)
    for entry in entries:
        for number, picture in enumerate(entry.fields.pictures):
            yield entry, number, picture.file


def people_in_pictures_agreed(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Where people can be seen, the number of their consent is given."""
    for entry, number, _ in _listed(library):
        picture = entry.fields.pictures[number]
        if picture.people and picture.people_consent is None:
            line = entry.source.line_of("pictures", number, "people")
            yield Problem(entry.path, line, "people", *PEOPLE)


def pictures_are_shown(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each picture file is shown by a manuscript beside it."""
    shown = {f"{posixpath.dirname(source.path)}/{file}" for source in live(library) for _, file, _ in _shown(source)}
    for path in library.pictures:
        if path not in shown:
            mend = "Show it with `![What it shows](its-name.jpg)`, or delete the file."
            yield Problem(path, 1, "unused-picture", "No manuscript shows this picture.", mend, "review")
