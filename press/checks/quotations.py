"""Turns quotations without a source and a ground for their use into problems: rule 12 of "A story"."""

import datetime
import re
from collections.abc import Iterator

from markdown_it.token import Token

from press.checks.findings import Finding, problems
from press.checks.reading import looked_at, words
from press.library.load import Library
from press.manuscript import markdown
from press.manuscript.problem import Problem
from press.manuscript.source import Source

LONG = 40  # words between quotation marks: more than somebody in the story is likely to say
GROUNDS = "with permission, fair use, public domain, or the name of an open license such as CC BY 4.0"

SOURCE = re.compile(r"Source: *\S")
GROUND = re.compile(r"\b(?:with permission|by permission|fair use|public domain|CC BY|CC0|Creative Commons|open license)", re.I)
QUOTED = re.compile(r"[“\"]([^“”\"]{150,4000})[”\"]")

NO_SOURCE, NO_GROUND = "This quotation has no source.", "This quotation's source does not say why it may be used."
MEND = f"Write below it `Source:`, its author and title, and why you may use it: {GROUNDS}."
LONG_QUOTE = (
    "A long quotation stands here.",
    "If these are another writer's words, set them as a block quote (`>`) with their source below.",
)


def find(source: Source) -> Iterator[Finding]:
    """Each block quote without its two, and each long passage in quotation marks."""
    for index, token in enumerate(source.tokens):
        if token.type == "blockquote_open" and token.level == 0:
            text, named = _block(source.tokens, index)
            fault = _fault(named)
            if fault:
                line = source.body_line + (token.map[0] if token.map else 0)
                yield Finding(line, fault, MEND, text, "error")
    for line, text in words(source):
        for found in QUOTED.finditer(text):
            if len(found[1].split()) >= LONG:
                yield Finding(line + text.count("\n", 0, found.start()), *LONG_QUOTE, found[0])


def _block(tokens: list[Token], start: int) -> tuple[str, str]:
    """A block quote's words, and its source: the quote's last paragraph, or the one right below."""
    end = next(n for n in range(start, len(tokens)) if tokens[n].type == "blockquote_close" and tokens[n].level == 0)
    inside = [markdown.plain(token) for token in tokens[start:end] if token.type == "inline"]
    below = next((markdown.plain(token) for token in tokens[end + 1 : end + 3] if token.type == "inline"), "")
    named = next((text for text in (below, *inside[-1:]) if SOURCE.search(text)), "")
    return " ".join(inside), named


def _fault(named: str) -> str:
    if not named:
        return NO_SOURCE
    return "" if GROUND.search(named) else NO_GROUND


def quotations_have_source_and_ground(library: Library, today: datetime.date) -> Iterator[Problem]:
    """In a story, another writer's words have a source and a ground for their use."""
    for source in looked_at(library, "quotations"):
        yield from problems("quotations", find, source)
