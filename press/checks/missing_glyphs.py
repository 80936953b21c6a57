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
            so, mend = "this story is on the site and not on the stories’ sheet", "Leave it so, or write them in Latin letters."
        elif is_a(ACTIVITY, source) or is_a(TOOLKIT, source):
            so, mend = "this can’t be printed", "Use letters or other signs."
        else:
            continue
        for line, signs in sorted(_lines(source, is_story).items()):
            what = f"The handouts’ fonts don’t have {glyphs.named(signs)}, so {so}."
            yield Problem(source.path, line, "signs", what, mend, "review" if is_story else "error")


def _lines(source: Source, is_story: bool) -> dict[int, str]:
    """The signs that can't be printed, by their lines."""
    found: dict[int, str] = {}
    for name in _ON_PAPER:
        signs = glyphs.missing(str(source.front.get(name, "")))
        if signs and not (is_story and name in _NOT_OF_A_STORY):
            found[source.line_of(name)] = signs
    rows = source.body.split("\n")
    for token in outline.passage(source.tokens) if is_story else source.tokens:
        if token.type in ("inline", "fence", "code_block"):
            first, end = token.map or (0, 0)
            for sign in glyphs.missing(token.content):
                line = next((line for line in range(first, end) if sign in rows[line]), first)  # unless written as &#9786;
                found[source.body_line + line] = found.get(source.body_line + line, "") + sign
    return found
