"""Turns lines that were pasted from a word processor, and would look odd on the page, into problems."""

import datetime
import re
from collections.abc import Iterator

from press.checks.reading import live
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source

BULLETS = "•●○◦▪▫■□‣⁃·➢✓✔"  # the form for stories makes a list of them
_BULLET = re.compile(rf"^[ \t]*(?:[{BULLETS}][ \t\u00a0]{{1,20}}|o[\t\u00a0]{{1,20}})\S")
_NO_SPACE = re.compile(r"^ {0,3}#{1,6}[^\W_]")


def pasted_lines_are_plain(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No paragraph starts with a tab, no item with a word processor's bullet, no heading without a space."""
    for source in live(library):
        for line, what, mend in _found(source):
            yield Problem(source.path, line, "pasted", what, mend)


def _found(source: Source) -> Iterator[tuple[int, str, str]]:
    for token in source.tokens:
        line = source.body_line + (token.map[0] if token.map else 0)
        if token.type == "code_block":
            what = "These lines start with a tab or with four spaces, so they would look like a program's text."
            yield line, what, "Let them start at the beginning of the line."
        elif token.type == "inline":
            for number, text in enumerate(token.content.split("\n"), line):
                if _BULLET.match(text):
                    yield number, "This bullet makes no list here.", "Start the line with `- ` instead."
                elif _NO_SPACE.match(text):
                    yield number, "This would be no heading, since no space follows its `#`.", "Put a space after the last `#`."
