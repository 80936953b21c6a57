"""Turns a manuscript's text into its front matter, with the line of each value, and its body.

YAML is taken as plain text values, lists and groups, so that a title `No` stays a title.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from press.manuscript import as_written, leftovers, normalize, unreadable
from press.manuscript.as_written import Scalar
from press.manuscript.problem import Fault, Problem

MAX_FRONT_BYTES = 8_000
MAX_DEPTH = 6

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Place: TypeAlias = "tuple[str | int, ...]"

_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_NO_FRONT = "The file does not start with its front matter."
_START_IT = "Make the first line `---`; see the fields page."
_ESCAPED = "\\---"
_BACKSLASH = "Google Docs put a backslash before these three hyphens.", "Delete the backslash."
_AGAIN = "A second block of fields stands in the text."
_LEFT_OVER = "The fields end on this line, and all below it would be lost."
_SWALLOWED = "This field stands within the value above it, so it would not count."
_BEGIN = "Let it begin at the line's start, and see that the value above ends before it."
_BELOW = "Delete the spaces before it; or, if it belongs under the field above, delete that one's value."


@dataclass(frozen=True)
class Parts:
    """A manuscript in two: its fields with the line of each place, and its body, which begins on `body_line`."""

    front: dict[str, Value]
    lines: dict[Place, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def split(text: str, name: str, known: Collection[str], *, is_guide: bool) -> Parts:
    """The two parts of `text`, a file called `name`; `known` are the names of all fields. Raises Fault."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        if lines[0].strip() == _ESCAPED:
            raise Fault(1, *_BACKSLASH)
        raise _no_hyphens(1, "start") if normalize.is_dash(lines[0]) else Fault(1, _NO_FRONT, _START_IT)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        escaped = next((n for n, line in enumerate(lines) if line.strip() == _ESCAPED), None)
        if escaped is not None:
            raise Fault(escaped + 1, *_BACKSLASH)
        dash = next((n for n, line in enumerate(lines[1:], 1) if normalize.is_dash(line)), None)
        raise (
            _no_hyphens(dash + 1, "end")
            if dash
            else Fault(1, "The front matter has no end.", "Put a line `---` after its last field.")
        )
    front_text = normalize.plain_front("\n".join(lines[1:end]))
    if len(front_text.encode()) > MAX_FRONT_BYTES:
        raise Fault(1, "The front matter is too long.", "Keep it short; the text goes below the second `---`.")
    front, places, problems = _Reader(front_text, name, known).read()
    again = leftovers.fields(lines[end + 1 :], known, is_guide=is_guide)
    if again is not None:
        raise Fault(end + 2 + again, _AGAIN, "Keep one block of fields, at the top of the file, and delete the other.")
    return Parts(front, places, body="\n".join(lines[end + 1 :]), body_line=end + 2, problems=problems)


def _no_hyphens(line: int, which: str) -> Fault:
    what = f"This line should be three hyphens, the front matter's {which}; a program may have made a dash of them."
    return Fault(line, what, "Type `---`, and nothing else, on it.")


def _line(event: yaml.Event) -> int:
    """The event's line in the file; the front matter starts on its second."""
    return (event.start_mark.line if event.start_mark else 0) + 2


class _Reader:
    """Builds values from YAML events; refuses what would let a small file grow large or run code."""

    def __init__(self, text: str, name: str, known: Collection[str]) -> None:
        self.text, self.name, self.known = text, name, known
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.scalars: list[Scalar] = []
        self.brackets: list[int] = []  # the lines of those that are open

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
                    self._is_as_written()
                    return value, self.lines, tuple(self.problems)
                if isinstance(event, yaml.NodeEvent):
                    break
        except yaml.YAMLError as error:
            raise self._unreadable(error) from None
        told = unreadable.no_fields(self.text.split("\n"), self.known)
        raise told or Fault(2, "The front matter has no fields.", "Write each on a line of its own, as `title: My story`.")

    def _end(self) -> None:
        """See that nothing is left over: a line of three dots, or another `---`, ends what YAML reads as one text."""
        for event in self.events:
            if not isinstance(event, yaml.StreamEndEvent) and (
                getattr(event, "explicit", False) or not isinstance(event, yaml.DocumentEndEvent)
            ):
                raise Fault(_line(event), _LEFT_OVER, "Delete the three dots or hyphens that begin it.")

    def _is_as_written(self) -> None:
        """See that nothing was left out of a value without a word, or joined to it."""
        for lost in as_written.lost(self.text, self.scalars, self.known):
            self.problems.append(Problem(self.name, lost.line + 2, "front-matter", lost.what, lost.mend))

    def _refuse_marks(self, event: yaml.Event) -> None:
        """Raise Fault for what YAML does with a name or value that starts with a mark of its own."""
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Fault(line, *unreadable.marked(self.text.split("\n")[line - 2], self.known))
        if getattr(event, "tag", None):
            raise Fault(line, "A value starts with `!`.", "Put it in quotes.")

    def _value(self, event: yaml.Event, place: Place) -> Value:
        line = _line(event)
        self._refuse_marks(event)
        if len(place) > MAX_DEPTH:
            raise Fault(line, "The front matter has groups within groups within groups.", "Use the form on the fields page.")
        self.lines.setdefault(place, line)
        if isinstance(event, yaml.SequenceStartEvent):
            outside, self.brackets = self.brackets, [*self.brackets, line] if event.flow_style else self.brackets
            values = self._list(place)
            self.brackets = outside
            return values
        if isinstance(event, yaml.MappingStartEvent):
            return self._group(place)
        assert isinstance(event, yaml.ScalarEvent)
        self._swallows_none(event)
        self.scalars.append(as_written.scalar(event, is_name=False, in_brackets=bool(self.brackets)))
        return self._words(event.value, line)

    def _swallows_none(self, event: yaml.ScalarEvent) -> None:
        """See that a value of several lines holds no field: one that takes a story down would not count."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or end.line == start.line:
            return
        last, lines = end.line if end.column else end.line - 1, self.text.split("\n")
        for number, text in enumerate(lines[start.line + 1 : last + 1], start.line + 3):
            if not leftovers.is_field(text, self.known):
                continue
            if self.brackets:
                raise Fault(self.brackets[-1], unreadable.NO_END[0], unreadable.NO_END[1].format("]"))
            is_text = event.style in ("|", ">")
            told = None if is_text else unreadable.within(lines, start.line, min(last, number - 2), self.known)
            raise told or Fault(number, _SWALLOWED, _BEGIN if is_text else _BELOW)

    def _words(self, value: str, line: int) -> str:
        """A value or a name as one line. It may have been written with a backslash, so it is looked at anew."""
        if normalize.hides(value.replace("\n", " ")):
            raise Fault(line, "This value has a hidden character.", "Type the value again.")
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
            self._refuse_marks(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise Fault(line, "A field has no plain name.", "Write it as `name: value`.")
            self.scalars.append(as_written.scalar(event, is_name=True, in_brackets=bool(self.brackets)))
            key = self._words(event.value, line)
            self.lines.setdefault((*place, key), line)
            value = self._value(next(self.events), (*place, key))
            if key in values:
                what = "This field stands here a second time."
                self.problems.append(Problem(self.name, line, "front-matter", what, "Keep one of the two."))
            values.setdefault(key, value)
        return values

    def _unreadable(self, error: yaml.YAMLError) -> Fault:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        return unreadable.fault(self.text.split("\n"), mark.line if mark else 0, self.known)
