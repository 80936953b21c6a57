"""Turns lines to write on that the sheets would show as raw text, or have no room for, into problems."""

import datetime
import re
from collections.abc import Iterator

from press.checks.reading import live
from press.library.kinds import ACTIVITY, TOOLKIT, is_a
from press.library.load import Library
from press.manuscript import outline
from press.manuscript.problem import Problem
from press.manuscript.source import Source

MOST = 20  # lines: as many as a page of a handout has room for beside its head
FORM = "`**Write (2 lines):** What I saw`"
_BEGUN = re.compile(
    r"[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*\*{0,2}write\b[ \t]*(?:\([ \t]*\d*[ \t]*lines?[ \t]*\)|(?=\*{0,2}:))", re.I
)


def write_lines_can_be_set(library: Library, today: datetime.date) -> Iterator[Problem]:
    """What asks people to write says what, on how many lines, and stands by itself."""
    for source in live(library):
        if is_a(ACTIVITY, source) or is_a(TOOLKIT, source):
            for line, what, mend in _faults(source):
                yield Problem(source.path, line, "write-lines", what, mend)


def _faults(source: Source) -> Iterator[tuple[int, str, str]]:
    rows = source.body.split("\n")
    for token in source.tokens:
        if token.type != "inline" or not token.map:
            continue
        prompt = outline.prompt(token)
        first, end = token.map
        if prompt and prompt.lines > MOST:
            what = f"A page of a handout has no room for {prompt.lines} lines to write on."
            yield source.body_line + first, what, f"Ask for {MOST} or fewer."
        for at in range(first, end):
            if _BEGUN.match(rows[at]) and not (prompt and at == first):
                yield (source.body_line + at, *_fault(rows[at], token.level, is_first=at == first))


def _fault(row: str, level: int, is_first: bool) -> tuple[str, str]:
    if level > 1:
        return "Lines to write on can’t stand in a list, a table or a quotation.", "Let the line begin with its two stars."
    if not is_first:
        return "This line to write on is read as part of the paragraph above.", "Put an empty line before it."
    if re.search(r"\(0+ ", row):
        return "This asks for no lines to write on.", f"Say how many, from 1 to {MOST}: {FORM}."
    if not row.rpartition(":")[2].strip(" \t*"):
        return "This line to write on doesn’t say what to write.", f"Add it after the colon: {FORM}."
    return "This line to write on isn’t in its form, so it would be shown as text.", f"Write {FORM}."
