"""Finds what YAML would leave out of the front matter, or run together, without a word: a value is to be what was written.

YAML takes ` #` for a remark, joins a line to the one above, and parts a value in brackets at each comma.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import yaml

from press.manuscript.leftovers import is_field

CUT = "What follows ` #` would be lost."
IN_QUOTES = "Put the value in quotes."
_ASIDE = "Delete it, or give it a line of its own that starts with `# `."
_NO_VALUE = "This line starts with `#`, so it would be left out."
_ENTRY = "Put it in quotes, or delete the line."
JOINED = "This line would be joined to the one above."
_ONE_LINE = "Write the value on one line."
_OR_ENTRIES = "Write the value on one line; a new entry of the list needs a comma before it, or a hyphen and a space."
PARTED = "A comma in square brackets ends an entry, so this value would be parted in two."
NO_GAP = "No space follows this hyphen.", "Put a space after it, if an entry of a list begins here."
ASKED = "This value starts with `?`, which would be lost."
_BULLETS = tuple("-–—•·*")
_OF_SEVERAL = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True)
class Scalar:
    """A name or value of the front matter: from where to where it stands, in lines and columns from 0, and in which style."""

    start: tuple[int, int]
    end: tuple[int, int]
    style: str
    value: str
    is_name: bool
    in_brackets: bool

    @property
    def last(self) -> int:
        """Its last line."""
        return self.end[0] if self.end[1] else max(self.end[0] - 1, self.start[0])


@dataclass(frozen=True)
class Lost:
    """What would be lost, on which line of the front matter, from 0; and how to mend it."""

    line: int
    what: str
    mend: str


def scalar(event: yaml.ScalarEvent, *, is_name: bool, in_brackets: bool) -> Scalar:
    """What the event of a name or value says of it."""
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None
    places = (start.line, start.column), (end.line, end.column)
    return Scalar(*places, event.style or "", event.value, is_name, in_brackets)


def lost(text: str, scalars: Sequence[Scalar], known: Collection[str]) -> Iterator[Lost]:
    """What of a front matter's `text` is in none of its `scalars`, or not as it was written; `known` are the fields' names."""
    lines = text.split("\n")
    yield from _remarks(lines, scalars, known)
    for one in scalars:
        if one.end <= one.start:  # one that is left out
            continue
        before = lines[one.start[0]][: one.start[1]]
        if not one.is_name and not one.style and re.fullmatch(r"\s*", before) and re.match(r"-[^\s-]", one.value):
            yield Lost(one.start[0], *NO_GAP)
        else:
            yield from _joined(lines, one)
            yield from _parted(lines, one)
            if before.endswith("?"):  # a mark of YAML's own, even without a space
                yield Lost(one.start[0], ASKED, IN_QUOTES)


def _remarks(lines: Sequence[str], scalars: Sequence[Scalar], known: Collection[str]) -> Iterator[Lost]:
    """What YAML takes for a remark and a person may not; a line of its own that starts with `# ` is one to both."""
    covered = [list(line) for line in lines]
    ending: dict[int, Scalar] = {}
    for one in scalars:
        _cover(covered, lines, one)
        ending[one.last] = one
    before: Scalar | None = None
    for number, signs in enumerate(covered):
        found = re.search(r"(?:^|(?<=[\s\[\]{},]))#", "".join(signs))
        if found and lines[number][: found.start()].strip():
            yield Lost(number, CUT, _mend(lines[number], found.start(), ending.get(number)))
        elif found and _is_meant(lines[number], found.start(), lines, before, known):
            yield Lost(number, _NO_VALUE, _ENTRY)
        before = ending.get(number, before)


def _cover(covered: list[list[str]], lines: Sequence[str], one: Scalar) -> None:
    """Blot out a name or value: a `#` within it begins no remark, and one right behind it does."""
    for number in range(one.start[0], min(one.last + 1, len(lines))):
        first = one.start[1] if number == one.start[0] else 0
        last = one.end[1] if number == one.end[0] else len(lines[number])
        if one.style in ("|", ">") and number == one.start[0]:
            head = _OF_SEVERAL.match(lines[number], first)
            last = head.end() if head else first
        covered[number][first:last] = " " * (last - first)


def _mend(line: str, column: int, value: Scalar | None) -> str:
    """What to do about a remark that follows something: it belongs to a value that may stand in quotes, or it doesn't."""
    if line[:column].rstrip().endswith((":", "-", ",", "[")):
        return IN_QUOTES if line[column + 1 :][:1].strip() else _ASIDE
    ends_here = value is not None and not value.style and not value.is_name and not line[value.end[1] : column].strip()
    return IN_QUOTES if ends_here else _ASIDE


def _is_meant(line: str, column: int, lines: Sequence[str], before: Scalar | None, known: Collection[str]) -> bool:
    """Whether a line that starts with `#` goes on from a value, or is one: `#1`, but not `# a remark` nor `#author: A`."""
    if before and not before.style and not before.is_name and before.value:
        first = lines[before.start[0]]
        if column > len(first) - len(first.lstrip(" -")):
            return True
    return bool(re.match(r"[^\s#]", line[column + 1 :])) and not is_field(line[column + 1 :], known)


def _joined(lines: Sequence[str], one: Scalar) -> Iterator[Lost]:
    """The first line that is joined to the one above; after `>` that was asked for, as long as no empty line is lost."""
    within = [number for number in range(one.start[0] + 1, min(one.last + 1, len(lines))) if lines[number].strip()]
    if one.style in ("|", ">"):
        if "\n" not in one.value.strip():
            return
        after_gap = [number for number in within[1:] if one.style == "|" or not lines[number - 1].strip()]
        within = after_gap or within[1:]
    if within:
        is_entry = one.in_brackets or any(lines[number].lstrip().startswith(_BULLETS) for number in (one.start[0], within[0]))
        yield Lost(within[0], JOINED, _OR_ENTRIES if is_entry else _ONE_LINE)


def _parted(lines: Sequence[str], one: Scalar) -> Iterator[Lost]:
    """An entry in brackets that a comma ends within round brackets or within a number."""
    if one.style or not one.in_brackets or one.is_name:
        return
    after = lines[one.end[0]][one.end[1] :]
    within = one.value.count("(") > one.value.count(")") and after.lstrip().startswith(",")
    if within or (one.value[-1:].isdigit() and re.match(r",\d{3}(?!\d)", after)):
        yield Lost(one.start[0], PARTED, IN_QUOTES)
