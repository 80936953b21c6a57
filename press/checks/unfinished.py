"""Turns parts that are still to be written into problems: the marks that `press new` leaves."""

import datetime
from collections.abc import Iterator

from press.checks.reading import live
from press.library.load import Library
from press.manuscript.problem import Problem

TO_WRITE = "**To write:**"
SAID = "This part is still to be written.", "Put your own words in place of the line, its mark too."


def all_parts_are_written(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No part of a manuscript is still to be written."""
    for source in live(library):
        for token in source.tokens if TO_WRITE in source.body else ():
            if token.type == "inline" and token.content.startswith(TO_WRITE):
                line = source.body_line + (token.map[0] if token.map else 0)
                yield Problem(source.path, line, "unfinished", *SAID)
