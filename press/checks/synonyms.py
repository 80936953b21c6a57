"""Turns what is wrong with synonyms.txt, the other words that the search looks for, into problems."""

import datetime
from collections.abc import Iterator

from press.library import synonyms
from press.library.load import Library
from press.manuscript.problem import Problem


def synonyms_say_what_stands_for_what(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each line of synonyms.txt says what a reader may type, and what to look for."""
    _, problems = synonyms.read(library.root)
    yield from problems
