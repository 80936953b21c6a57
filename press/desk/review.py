"""Turns a library into what an editor must look at: each story, where it appears, until when, and the places to read."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any, get_args

from press import checks
from press.checks import places, quotations, readability, recognition, sensitive, traits
from press.checks.findings import Finder
from press.library import edition
from press.library.kinds import STORY
from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.model import Channel, Story
from press.manuscript.problem import Problem
from press.manuscript.source import Source

# The rules whose finders know the words; the rows of `checks.CHECKS` with these names print the same places without them.
FINDERS: dict[str, Finder] = {
    "recognition": recognition.find,
    "traits": traits.find,
    "place": places.find,
    "content-notes": sensitive.find,
    "quotations": quotations.find,
}
SOON = 60  # days before the end of a consent in which to ask again


@dataclass(frozen=True)
class Note:
    """A place to mend (`error`) or to look at (`review`), in the story's file or a picture of its own.

    `words` are those found there, on request only.
    """

    path: str
    line: int
    rule: str
    level: str
    what: str
    mend: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A story on the desk. `channels` say for each channel "yes" or why not; `days` are left until the consent's end."""

    path: str
    kind: str
    channels: dict[str, str]
    until: datetime.date | None
    days: int | None
    grade: float
    words: int
    told: tuple[str, ...]
    """What readers learn of a teller who is not named: state, grade band, role, and what the text adds."""
    notes: tuple[Note, ...]

    def count(self, level: str) -> int:
        """How many notes have that level."""
        return sum(note.level == level for note in self.notes)

    def ends_soon(self, days: int = SOON) -> bool:
        """Whether the consent has ended or will within `days`."""
        return self.days is not None and self.days <= days


def entries(library: Library, today: datetime.date, *, show: bool = False) -> tuple[Entry, ...]:
    """Every story with what is to be looked at, the next consent to end first. With `show`, the risky words are given too."""
    problems: dict[str, list[Problem]] = {}
    owners = edition.owners(library)
    for problem in checks.run(library, today):
        problems.setdefault(owners.get(problem.path, problem.path), []).append(problem)
    sound = {story.path: story for story in library.stories}
    gone = {story.path for story in library.withdrawn}
    found = []
    for path, source in library.sources.items():
        if STORY.holds(path):
            notes = _notes(source, problems.get(path, []), show)
            found.append(_gone(path, notes) if path in gone else _entry(source, sound.get(path), notes, today))
    return tuple(sorted(found, key=lambda entry: (entry.until or datetime.date.max, entry.path)))


def _entry(source: Source, story: Manuscript[Story] | None, notes: tuple[Note, ...], today: datetime.date) -> Entry:
    reading = readability.grade_of(source)
    told = (*traits.ALWAYS, *traits.told(source)) if traits.is_unnamed(source) else ()
    if story is None:
        nowhere = dict.fromkeys(get_args(Channel), "faulty")
        return Entry(
            path=source.path, kind="", channels=nowhere, until=None, days=None,
            grade=round(reading.grade, 1), words=reading.words, told=told, notes=notes,
        )  # fmt: skip
    consent = story.fields.consent if story.fields.kind != "illustrative" else None
    channels = {channel: _state(story.fields, channel, today) for channel in get_args(Channel)}
    until = consent.review_by if consent else None
    days = (until - today).days if until else None
    return Entry(
        path=source.path, kind=story.fields.kind, channels=channels, until=until, days=days,
        grade=round(reading.grade, 1), words=reading.words, told=told, notes=notes,
    )  # fmt: skip


def _gone(path: str, notes: tuple[Note, ...]) -> Entry:
    gone = dict.fromkeys(get_args(Channel), "withdrawn")
    return Entry(path=path, kind="withdrawn", channels=gone, until=None, days=None, grade=0.0, words=0, told=(), notes=notes)


def _state(story: Story, channel: Channel, today: datetime.date) -> str:
    """ "yes", or why the story may not appear on `channel`; without the web, print is on paper alone."""
    if edition.may_publish(story, channel, today):
        return "yes" if edition.may_publish(story, "web", today) else "by hand"
    if story.kind != "illustrative":
        if story.consent is None:
            return "no consent"
        if channel not in story.consent.channels:
            return "not agreed"
        if story.consent.review_by < today:
            return "ended"
    return "not yet"


def _notes(source: Source, problems: list[Problem], show: bool) -> tuple[Note, ...]:
    words: dict[tuple[str, int, str], list[str]] = {}
    for rule, find in FINDERS.items() if show else ():
        for found in find(source):
            words.setdefault((rule, found.line, found.what), []).append(" ".join(found.words.split()))
    return tuple(
        Note(p.path, p.line, p.rule, p.level, p.what, p.mend, tuple(dict.fromkeys(words.get((p.rule, p.line, p.what), ()))))
        for p in problems
    )


def as_json(found: tuple[Entry, ...], today: datetime.date) -> dict[str, Any]:
    """The desk as plain values, for other programs."""
    return {"today": today.isoformat(), "stories": [_plain(asdict(entry)) for entry in found]}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if not (key == "words" and inner == ())}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
