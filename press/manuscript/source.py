"""Turns one manuscript file into front matter and body, each with its line numbers.

A manuscript comes from a stranger's computer: everything is measured before it is read, and nothing here
raises for what a file holds. YAML is taken as plain text values, lists and groups, so that a title `No` stays a title.
"""

import html
import re
import stat
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import yaml
from markdown_it.token import Token

from press.manuscript import leftovers, markdown, normalize
from press.manuscript.problem import Problem

MAX_BYTES = 100_000  # about 15,000 words; a story has 800
MAX_FRONT_BYTES = 8_000
MAX_DEPTH = 6
MAX_NESTING = 40  # list and quote marks in one line: no page needs so many
MAX_LINES = 4_000
MAX_BLOCK = 12_000  # characters without an empty line: the Markdown parser takes the square of a block's time
MAX_BRACKETS = 2_000  # each may repeat a long link definition
MAX_HEADINGS = 300

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Place: TypeAlias = "tuple[str | int, ...]"

_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_NO_FRONT = "The file does not start with its front matter."
_MERGED = "Two versions were merged here and the marks left in."
_KEEP_ONE = "Keep one version, and delete the other and these marks."
_AGAIN = "A second block of fields stands in the text."
_LEFT_OVER = "The fields end on this line, and all below it would be lost."
_SWALLOWED = "This field stands within the value above it, so it would not count."
_START_IT = "Make the first line `---`; see the fields page."
_AS_CODE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HEADING = re.compile(r"^[ >]*(#|-+[ \t]*$|=+[ \t]*$)", re.MULTILINE)
_FOREIGN = {
    b"PK\x03\x04": "a Word document or a zip file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich-text document",
    b"\xff\xd8\xff": "a photograph",
    b"\x89PNG": "a picture",
}


@dataclass(frozen=True)
class Source:
    """One file as read: its front matter as text values, its body, and where each stands.

    `lines` maps a place in the front matter, such as ("consent", "channels", 0), to its line in the file.
    """

    path: str
    front: dict[str, Value] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()

    def line_of(self, *place: str | int) -> int:
        """The line of a place in the front matter, or of the nearest group round it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    @cached_property
    def tokens(self) -> list[Token]:
        """The body as Markdown tokens; their `map` counts lines of the body from 0."""
        return markdown.parse(self.body)


class _Fault(Exception):
    """A reason why a file can't be read on."""

    def __init__(self, line: int, what: str, mend: str, rule: str = "front-matter") -> None:
        self.line, self.what, self.mend, self.rule = line, what, mend, rule


def read(path: Path, name: str, known: Collection[str], *, is_guide: bool) -> Source:
    """Read the manuscript at `path`, to be called `name` in messages; `known` are the names of all fields that there are.

    A guide may show fields as code. A file that can't be taken gives a Source without text, whose `problems` say why.
    """
    facts = path.lstat()
    if not stat.S_ISREG(facts.st_mode):
        return _unread(name, _Fault(1, "This is a link to another file.", "Put the file itself here.", "file"))
    if facts.st_size > MAX_BYTES:
        return _unread(name, _too_large(facts.st_size))
    return parse(path.read_bytes(), name, known, is_guide=is_guide)


def parse(data: bytes, name: str, known: Collection[str], *, is_guide: bool) -> Source:
    """What `read` makes of a file that holds `data`."""
    try:
        text = _text(data)
        marks = [
            _Fault(line, _MERGED, "Keep one version, and delete the other and these marks.", "file")
            for line in leftovers.marks(text)
        ]
        return _unread(name, *marks) if marks else Source(name, *_split(text, name, known, is_guide))
    except _Fault as fault:
        return _unread(name, fault)


def _unread(name: str, *faults: _Fault) -> Source:
    return Source(name, problems=tuple(Problem(name, fault.line, fault.rule, fault.what, fault.mend) for fault in faults))


def _too_large(size: int) -> _Fault:
    what = f"This file is too large: {size / 1000:,.0f} kB; a manuscript has at most {MAX_BYTES / 1000:.0f} kB."
    return _Fault(1, what, "Keep pictures in files of their own, or cut the text.", "file")


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _too_large(len(data))
    if not data.strip():
        raise _Fault(1, "This file is empty.", "Write the story in it, or delete it.", "file")
    for mark, kind in _FOREIGN.items():
        if data.startswith(mark):
            mend = "Open it, copy its text, and save that as plain text (UTF-8) with the ending .md."
            raise _Fault(1, f"This file is {kind}, only named .md.", mend, "file")
    return _decode(data)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Fault(1, "This file is saved as UTF-16.", "Save it again with the encoding UTF-8.", "file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = data.count(b"\n", 0, error.start) + 1
        what = "A character here can't be read, because the file is not saved as UTF-8."
        raise _Fault(broken, what, "In your editor choose “Save as” and the encoding UTF-8.", "file") from None
    text = normalize.plain(text.replace("\r\n", "\n").replace("\r", "\n"))
    for number, line in enumerate(text.split("\n"), 1):
        if normalize.is_refused(line) or any(map(_is_unseen, _AS_CODE.findall(line))):
            raise _Fault(number, "This line has a hidden character.", "Type the line again.", "file")
        if sum(line.count(c) for c in "[>") > MAX_NESTING or len(line) - len(line.lstrip()) > MAX_NESTING:
            raise _Fault(number, "This line nests too deep to be read.", "Use fewer brackets, quote marks or spaces.", "file")
    _measure(text)
    return text


def _is_unseen(written: str) -> bool:
    """Whether a character that is written as code, such as `&shy;`, is none that a reader would see."""
    sign = html.unescape(written)  # "" where no character has that number
    return not sign or normalize.hides(sign)


def _measure(text: str) -> None:
    """Refuse what would keep the Markdown parser busy for seconds."""
    block = start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if number > MAX_LINES:
            raise _Fault(number, f"This file has more than {MAX_LINES:,} lines.", "Cut it, or make two files of it.", "file")
        block, start = (block + len(line), start or number) if line.strip() else (0, 0)
        if block > MAX_BLOCK:
            what = f"This paragraph, list or table goes on for more than {MAX_BLOCK:,} characters."
            raise _Fault(start, what, "Put empty lines between its parts.", "file")
    for found, limit, name in (
        (text.count("["), MAX_BRACKETS, "square brackets"),
        (len(_HEADING.findall(text)), MAX_HEADINGS, "headings"),
    ):
        if found > limit:
            raise _Fault(1, f"This file has more than {limit:,} {name}.", "Cut it, or make two files of it.", "file")


def _split(
    text: str, name: str, known: Collection[str], is_guide: bool
) -> tuple[dict[str, Value], dict[Place, int], str, int, tuple[Problem, ...]]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _no_hyphens(1, "start") if normalize.is_dash(lines[0]) else _Fault(1, _NO_FRONT, _START_IT)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        dash = next((n for n, line in enumerate(lines[1:], 1) if normalize.is_dash(line)), None)
        raise (
            _no_hyphens(dash + 1, "end")
            if dash
            else _Fault(1, "The front matter has no end.", "Put a line `---` after its last field.")
        )
    front_text = normalize.plain_front("\n".join(lines[1:end]))
    if len(front_text.encode()) > MAX_FRONT_BYTES:
        raise _Fault(1, "The front matter is too long.", "Keep it short; the text goes below the second `---`.")
    front, places, problems = _Reader(front_text, name, known).read()
    again = leftovers.fields(lines[end + 1 :], known, is_guide=is_guide)
    if again is not None:
        raise _Fault(end + 2 + again, _AGAIN, "Keep one block of fields, at the top of the file, and delete the other.")
    return front, places, "\n".join(lines[end + 1 :]), end + 2, problems


def _no_hyphens(line: int, which: str) -> _Fault:
    what = f"This line should be three hyphens, the front matter's {which}; a program may have made a dash of them."
    return _Fault(line, what, "Type `---`, and nothing else, on it.")


def _line(event: yaml.Event) -> int:
    """The event's line in the file; the front matter starts on its second."""
    return (event.start_mark.line if event.start_mark else 0) + 2


class _Reader:
    """Builds values from YAML events; refuses what would let a small file grow large or run code."""

    def __init__(self, text: str, name: str, known: Collection[str]) -> None:
        self.text, self.name, self.known = text, name, known
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []

    def read(self) -> tuple[dict[str, Value], dict[Place, int], tuple[Problem, ...]]:
        try:
            self.events = iter(yaml.parse(self.text, Loader=_LOADER))
            for event in self.events:
                if isinstance(event, yaml.MappingStartEvent):
                    value = self._value(event, ())
                    assert isinstance(value, dict)
                    if not value:
                        break
                    self._end()
                    return value, self.lines, tuple(self.problems)
                if isinstance(event, yaml.NodeEvent):
                    break
        except yaml.YAMLError as error:
            raise self._unreadable(error) from None
        raise _Fault(2, "The front matter has no fields.", "Write each on a line of its own, as `title: My story`.")

    def _end(self) -> None:
        """See that nothing is left over: a line of three dots, or another `---`, ends what YAML reads as one text."""
        for event in self.events:
            if not isinstance(event, yaml.StreamEndEvent) and (
                getattr(event, "explicit", False) or not isinstance(event, yaml.DocumentEndEvent)
            ):
                raise _Fault(_line(event), _LEFT_OVER, "Delete the three dots or hyphens that begin it.")

    def _value(self, event: yaml.Event, place: Place) -> Value:
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Fault(line, "A value starts with `&` or `*`.", "Put it in quotes.")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise _Fault(line, "A value starts with `!`.", "Put it in quotes.")
        if len(place) > MAX_DEPTH:
            raise _Fault(line, "The front matter has groups within groups within groups.", "Use the form on the fields page.")
        self.lines.setdefault(place, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place)
        if isinstance(event, yaml.MappingStartEvent):
            return self._group(place)
        assert isinstance(event, yaml.ScalarEvent)
        self._swallows_none(event)
        return self._words(event.value, line)

    def _swallows_none(self, event: yaml.ScalarEvent) -> None:
        """See that a value of several lines holds no field: one that takes a story down would not count."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or end.line == start.line:
            return
        last = end.line if end.column else end.line - 1
        for number, text in enumerate(self.text.split("\n")[start.line + 1 : last + 1], start.line + 3):
            if leftovers.is_field(text, self.known):
                raise _Fault(number, _SWALLOWED, "Let it begin at the line's start, and see that the value above ends before it.")

    def _words(self, value: str, line: int) -> str:
        """A value or a name as one line. It may have been written with a backslash, so it is looked at anew."""
        if normalize.hides(value.replace("\n", " ")):
            raise _Fault(line, "This value has a hidden character.", "Type the value again.")
        return " ".join(normalize.plain(value).split())

    def _list(self, place: Place) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*place, len(values))))
        return values

    def _group(self, place: Place) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _Fault(line, "A field has no plain name.", "Write it as `name: value`.")
            key = self._words(event.value, line)
            self.lines.setdefault((*place, key), line)
            value = self._value(next(self.events), (*place, key))
            if key in values:
                what = "This field stands here a second time."
                self.problems.append(Problem(self.name, line, "front-matter", what, "Keep one of the two."))
            values.setdefault(key, value)
        return values

    def _unreadable(self, error: yaml.YAMLError) -> _Fault:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        number = mark.line if mark else 0
        lines = self.text.split("\n")
        number = min(number, len(lines) - 1)
        if "\t" in lines[number]:
            return _Fault(number + 2, "There is a tab in the front matter.", "Use spaces instead.")
        for near in (number, number - 1):
            if near >= 0 and lines[near].count(": ") + lines[near].endswith(":") > 1:
                straight = " straight" if re.search("[“”‘’]", lines[near]) else ""
                mend = f'Put the value in{straight} quotes: title: "Norms: a start".'
                return _Fault(near + 2, "This value has a colon in it.", mend)
        mend = "Look at quotes, colons and the spaces at the line's start."
        return _Fault(number + 2, "The front matter can't be read from here on.", mend)
