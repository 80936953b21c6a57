"""Turns signs that the handouts' fonts don't have, such as emoji, into notes."""

import datetime
from collections.abc import Iterator

from press.checks.reading import live
from press.fonts import glyphs
from press.library.kinds import ACTIVITY, STORY, TOOLKIT, is_a
from press.library.load import Library
from press.manuscript import outline
from press.manuscript.problem import Problem
from press.manuscript.source import Source

_ON_PAPER = (
    "title",
    "author",
    "school",
    "interviewer",
    "translator",
    "editor",
    "purpose",
    "who",
    "minutes_note",
    "materials",
    "summary",
    "pictures",
)
_NOT_OF_A_STORY = ("summary", "pictures")


def handouts_have_every_sign(library: Library, today: datetime.date) -> Iterator[Problem]:
    """The handouts' fonts have every sign of what is printed: other scripts and emoji are on the site alone."""
    for source in live(library):
        is_story = STORY.holds(source.path)
        if is_story and outline.excerpt(source.tokens):
            mend = "Leave it so, or write them in Latin letters."
            what = "The handouts' fonts don't have each sign here, so this story is on the site and not on the stories' sheet."
        elif is_a(ACTIVITY, source) or is_a(TOOLKIT, source):
            what, mend = "The handouts' fonts don't have each sign here, so it can't be printed.", "Use letters or other signs."
        else:
            continue
        for line in sorted(set(_lines(source, is_story))):
            yield Problem(source.path, line, "signs", what, mend, "review" if is_story else "error")


def _lines(source: Source, is_story: bool) -> Iterator[int]:
    for name in _ON_PAPER:
        value = source.front.get(name, "")
        if glyphs.missing(str(value)) and not (is_story and name in _NOT_OF_A_STORY):
            yield source.line_of(name)
    for token in outline.excerpt(source.tokens) if is_story else source.tokens:
        if token.type in ("inline", "fence", "code_block") and glyphs.missing(token.content):
            yield source.body_line + (token.map[0] if token.map else 0)
