"""Turns what other programs leave in a text, and this site would show as it stands, into problems: one for each kind.

What is looked for stands in `program_marks`. Code is passed over: a guide may show such marks.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from press.checks.program_marks import MARKS
from press.checks.reading import fields, live
from press.library.load import Library
from press.manuscript import normalize
from press.manuscript.problem import Problem
from press.manuscript.source import Source


def nothing_of_other_programs_is_left(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No mark of another program stands in a text, as it would be shown."""
    for source in live(library):
        front = [(line, normalize.seen(text)) for line, text in fields(source)]
        body = list(_body(source))
        whole = "\n".join(text for _, text in (*front, *body))
        for mark in MARKS:
            if not any(hint in whole for hint in mark.hints):
                continue
            line = _first(mark.pattern, front if mark.fields_only else (*front, *body))
            if line is not None:
                yield Problem(source.path, line, "left-behind", mark.what, mark.mend, mark.level)


def _first(pattern: re.Pattern[str], texts: Iterable[tuple[int, str]]) -> int | None:
    """The first line that has such a mark: each kind is told once, however often it stands in a text."""
    for line, text in texts:
        found = pattern.search(text)
        if found:
            return line + text.count("\n", 0, found.start())
    return None


def _body(source: Source) -> Iterator[tuple[int, str]]:
    for block in source.tokens:
        if block.children:
            yield source.body_line + (block.map[0] if block.map else 0), normalize.seen("".join(_words(block.children)))


def _words(children: Iterable[Token]) -> Iterator[str]:
    """What readers see, without code and without the addresses of links; a bar stands for the words of a page that is linked."""
    in_title = False
    for child in children:
        if child.type == "link_open":
            in_title = str(child.attrGet("href")).partition("#")[0].endswith(".md") or child.info == "auto"
        elif child.type == "link_close":
            in_title = False
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "image":
            yield from _words(child.children or ())
        else:
            yield "|" if in_title or child.type == "code_inline" else child.content if child.type == "text" else ""
