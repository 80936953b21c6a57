"""Turns one manuscript file into front matter and body, each with its line numbers.

A manuscript comes from a stranger's computer: everything is measured before it is read (`decoding`), and nothing here
raises for what a file holds. `front_matter` tells the fields from the text.
"""

import stat
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from markdown_it.token import Token

from press.manuscript import anchors, decoding, front_matter, leftovers, markdown
from press.manuscript.front_matter import Place, Value
from press.manuscript.problem import Fault, Problem

__all__ = ["Known", "Place", "Source", "Value", "parse", "read"]

T = TypeVar("T")

_COMPARED = (
    "This line comes from a list of changes between two versions, and is no part of either.",
    "Delete such lines, and the `+` or `-` before the others.",
)
_MERGED = "Two versions were merged here and the marks left in."


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
    _found: dict[str, tuple[Any, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def line_of(self, *place: str | int) -> int:
        """The line of a place in the front matter, or of the nearest group round it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def once(self, name: str, look: "Callable[[Source], Iterable[T]]") -> tuple[T, ...]:
        """What a look at this text finds; whoever asks again by the same name of a look is given the same."""
        if name not in self._found:
            self._found[name] = tuple(look(self))
        return self._found[name]

    @cached_property
    def tokens(self) -> list[Token]:
        """The body as Markdown tokens; their `map` counts lines of the body from 0."""
        return markdown.parse(self.body)

    @cached_property
    def places(self) -> dict[str, str]:
        """Where each heading is found on its page, by what a link in a manuscript has behind `#` (see `anchors.key`)."""
        found = (heading.found for heading in reversed(markdown.headings(self.tokens)))
        return {anchors.key(anchor.github): anchor.id for anchor in found}


Known = dict[str, tuple[tuple[int, ...], Source]]
"""Manuscripts as they were read before, by their paths, with what tells whether a file is another since."""


def read(path: Path, name: str, known: Collection[str], *, is_guide: bool) -> Source:
    """Read the manuscript at `path`, to be called `name` in messages; `known` are the names of all fields that there are.

    A guide may show fields as code. A file that can't be taken gives a Source without text, whose `problems` say why.
    """
    facts = path.lstat()
    if not stat.S_ISREG(facts.st_mode):
        return _unread(name, Fault(1, "This is a link to another file.", "Put the file itself here.", "file"))
    if facts.st_size > decoding.MAX_BYTES:
        with path.open("rb") as file:
            return _unread(name, *decoding.packed(file.read(decoding.MAX_BYTES)) or (decoding.too_large(facts.st_size),))
    return parse(path.read_bytes(), name, known, is_guide=is_guide)


def parse(data: bytes, name: str, known: Collection[str], *, is_guide: bool) -> Source:
    """What `read` makes of a file that holds `data`."""
    try:
        pictures = decoding.packed(data)
        if pictures:
            return _unread(name, *pictures)
        text = decoding.text_of(data)
        marks = [
            Fault(line, _MERGED, "Keep one version, and delete the other and these marks.", "file")
            for line in leftovers.marks(text)
        ]
        marks += [Fault(line, *_COMPARED, "file") for line in leftovers.compared(text, is_guide=is_guide)]
        if marks:
            return _unread(name, *marks)
        parts = front_matter.split(text, name, known, is_guide=is_guide)
        return Source(name, parts.front, parts.lines, parts.body, parts.body_line, parts.problems)
    except Fault as fault:
        return _unread(name, fault)


def _unread(name: str, *faults: Fault) -> Source:
    return Source(name, problems=tuple(Problem(name, fault.line, fault.rule, fault.what, fault.mend) for fault in faults))
