"""Turns the headings of every manuscript into problems, and texts that are missing altogether."""

import datetime
from collections.abc import Iterator

from press.checks.reading import live
from press.library.load import Library
from press.manuscript import outline
from press.manuscript.problem import Problem
from press.manuscript.source import Source

NO_TEXT = "There is no text.", "Write it below the second `---`."


def headings_step_down_one_by_one(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Headings start at `##`, go down one level at a time, and have words; and there is text."""
    for source in live(library):
        if all(token.type == "html_block" for token in source.tokens):
            yield Problem(source.path, source.body_line, "headings", *NO_TEXT)
        for line, what, mend in (*_levels(source), *_hidden(source)):
            yield Problem(source.path, line, "headings", what, mend)


def _levels(source: Source) -> Iterator[tuple[int, str, str]]:
    level = 1
    for heading in outline.headings(source):
        marks = "#" * heading.level
        if not heading.title:
            yield heading.line, "This heading has no words.", "Write them, or delete the line."
        if heading.level == 1:
            yield heading.line, "The title stands in the front matter already, so a heading can't be `#`.", "Start it with `##`."
        elif heading.level > level + 1:
            what = f"This heading is `{marks}`, which skips a level after the one above it."
            yield heading.line, what, f"Start it with `{'#' * (level + 1)}`."
        level = heading.level


def _hidden(source: Source) -> Iterator[tuple[int, str, str]]:
    for token in source.tokens:
        if token.type == "heading_open" and token.level > 0 and token.map:
            line = source.body_line + token.map[0]
            yield line, "This heading stands inside a list or quotation.", "Start it at the beginning of a line, or make it bold."
