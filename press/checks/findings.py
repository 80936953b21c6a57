"""What a reviewer's eye is led to: words in a story, their line, and what to do about them."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from press.manuscript.problem import Level, Problem
from press.manuscript.source import Source


class Finding(NamedTuple):
    """One place to look at. `words` are those found there: they go to an editor's own screen only, never into a log."""

    line: int
    what: str
    mend: str
    words: str
    level: Level = "review"


Finder = Callable[[Source], Iterator[Finding]]


def problems(rule: str, find: Finder, source: Source) -> Iterator[Problem]:
    """The findings as problems, which don't hold the words; one for all that is alike on a line."""
    for line, what, mend, _, level in source.once(rule, lambda text: _without_words(find(text))):
        yield Problem(source.path, line, rule, what, mend, level)


def _without_words(found: Iterator[Finding]) -> Iterable[Finding]:
    return dict.fromkeys(finding._replace(words="") for finding in found)
