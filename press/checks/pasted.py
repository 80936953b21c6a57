"""Turns lines that were pasted from a word processor, and would look odd on the page, into problems."""

import datetime
import re
from collections.abc import Iterator, Sequence

from press.checks.program_marks import TAGS
from press.checks.reading import live
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source

# The form for stories makes a list of them; the last ones are Wingdings' as Word writes them.
BULLETS = "•●○◦▪▫■□‣⁃∙·➢➤❖✓✔\uf0a7\uf0b7\uf0d8\uf0fc"
_BULLET = re.compile(rf"^[ \t]*(?:[{BULLETS}][ \t\u00a0]{{1,20}}|[o§][\t\u00a0]{{1,20}})\S")
# Lines that look like a list's, and would run together: a dash, or a number or letter that Markdown does not take for an item's.
_LOOKS_LISTED = {
    "dash": re.compile(r"[ \t]*[–—―−‐‑]{1,2}[ \t\u00a0]{1,20}\S"),
    "letter": re.compile(r"[ \t]*(?:\((?:[A-Za-z]|\d{1,2})\)|[A-Za-z][.)])[ \t\u00a0]{0,20}[^\s.)]"),
    "number": re.compile(r"[ \t]*\d{1,2}[.)](?:[ \t\u00a0]{1,20}\S|[^\W\d])"),
}
NO_LIST = {
    "dash": ("These dashes make no list here, so their lines would run together.", "Start each line with `- ` instead."),
    "letter": (
        "These letters or numbers make no list here, so their lines would run together.",
        "Start each line with `- `, or with `1. `, `2. ` and so on.",
    ),
    "number": (
        "These numbers make no list here, so their lines would run together.",
        "Put a space after each, as in `1. `, and an empty line before the first.",
    ),
}
_NO_SPACE = re.compile(r"^ {0,3}#{1,6}[^\W_]")


def pasted_lines_are_plain(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No paragraph starts with a tab, no item with a word processor's bullet, no heading without a space."""
    for source in live(library):
        for line, what, mend in _found(source):
            yield Problem(source.path, line, "pasted", what, mend)


def _found(source: Source) -> Iterator[tuple[int, str, str]]:
    quoted = 0
    for token in source.tokens:
        quoted += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        line = source.body_line + (token.map[0] if token.map else 0)
        if token.type == "code_block":
            what = "These lines start with a tab or with four spaces, so they would look like a program's text."
            yield line, what, "Let them start at the beginning of the line."
        elif token.type == "inline":
            for number, text in enumerate(token.content.split("\n"), line):
                if _BULLET.match(text):
                    yield number, "This bullet makes no list here.", "Start the line with `- ` instead."
                elif _NO_SPACE.match(text) and not re.match(TAGS, text):
                    yield number, "This would be no heading, since no space follows its `#`.", "Put a space after the last `#`."
            if not quoted:  # there, lines that begin with a dash are what people say to each other
                yield from _run_together(token.content.split("\n"), line)


def _run_together(lines: Sequence[str], first: int) -> Iterator[tuple[int, str, str]]:
    """Two lines or more below each other that look like a list's; a list of that look is told once, on its first line."""
    for look, pattern in _LOOKS_LISTED.items():
        alike = [pattern.match(text) is not None for text in lines]
        for number in range(len(lines) - 1):
            starts = alike[number] and alike[number + 1] and not (number and alike[number - 1])
            if starts and (look == "dash" or not lines[number].endswith(("  ", "\\"))):
                yield first + number, *NO_LIST[look]
