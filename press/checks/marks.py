"""Turns marks that the site would show as they stand, since it makes nothing of them, into problems."""

import datetime
import re
from collections.abc import Iterator

from markdown_it.token import Token

from press.checks.links import UNTAKEN
from press.checks.mark_shapes import MARKS
from press.checks.reading import fields, live
from press.library.load import Library
from press.manuscript import brackets, footnotes
from press.manuscript.loose_marks import KEPT
from press.manuscript.problem import Problem
from press.manuscript.source import Source

WHAT = "These marks would be shown as they stand: {mark}."
OR_ESCAPE = "{mend} To show them so, put `\\` before the first."

# In a field nothing is a mark, so the whole ones stay as well.
OF_FIELDS = re.compile(
    r"\*\*[^\s*][^*]*\*\*|(?<![\w*])\*[^\W\d_](?:[^*\n]*[^\s*])?\*(?![\w*])|(?<![\w_])__?[^\W_](?:[^_]*[^\s_])?__?(?![\w_])"
    r"|`[^`]+`|~~[^~]+~~|\[[^\[\]\n]+\]\([^()\n]*\)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\{\{|\{%"
)
IN_FIELD = WHAT.format(mark="a field is shown letter by letter"), "Write it without."
UNUSED = (
    "This note is not shown, since nothing in the text refers to it, or another note has its name.",
    ("Put its mark, such as `[^1]`, where it belongs, or take it out."),
)
LOST = "This line would not be shown: it is read as the address of a link.", "Put `\\` before its first bracket."
UNDERLINED = "The line below makes a heading of this.", "Put an empty line between."
OPEN = "This block of code never ends, so all that follows is shown as code.", "Put a line with the same marks at its end."
DRAWN = "GitHub makes a drawing of this; the site shows it as code.", "Put a picture beside this file, or say it in words."
_DRAWINGS = frozenset("mermaid math geojson topojson stl".split())


def marks_are_understood(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No mark of Markdown, of GitHub or of another program stays in the text as readers see it."""
    for source in live(library):
        for line, what, mend in source.once("marks", find):
            yield Problem(source.path, line, "marks", what, mend)


def find(source: Source) -> Iterator[tuple[int, str, str]]:
    """The marks that stay in a manuscript's text or fields: their line, what is wrong, and how to mend it."""
    return iter(dict.fromkeys((*_in_fields(source), *_in_blocks(source), *_lost(source))))


def _in_fields(source: Source) -> Iterator[tuple[int, str, str]]:
    for line, text in fields(source):
        if OF_FIELDS.search(text):
            yield (line, *IN_FIELD)


def _in_blocks(source: Source) -> Iterator[tuple[int, str, str]]:
    before = Token("", "", 0)
    for block in source.tokens:
        line = source.body_line + (block.map[0] if block.map else 0)
        if block.type == footnotes.UNUSED:
            yield (line, *UNUSED)
        elif block.type == "fence":
            yield from ((line, *said) for said in _code(block, source))
        elif block.type == "inline":
            if before.type == "heading_open" and before.markup in ("-", "=") and block.content.endswith((*".!?:;,",)):
                yield (line, *UNDERLINED)
            yield from ((line + above, what, mend) for above, what, mend in _found(str(block.meta.get(KEPT, ""))))
        before = block


def _code(block: Token, source: Source) -> Iterator[tuple[str, str]]:
    if block.info.strip().partition(" ")[0].lower() in _DRAWINGS:
        yield DRAWN
    first, end = block.map or (0, 0)
    last = source.body.split("\n")[first:end][-1:]
    if end - first < 2 or not last[0].strip(" \t>").startswith(block.markup):
        yield OPEN


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    """What stayed in a block's words, each with the number of line feeds before it; one in a line."""
    taken: set[int] = set()
    for mark, pattern, mend in MARKS if text else ():
        for found in pattern.finditer(text):
            above = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip()))
            if above not in taken and not UNTAKEN.match(text, found.start()):  # that is the matter of "links"
                taken.add(above)
                yield above, WHAT.format(mark=mark), OR_ESCAPE.format(mend=mend)


def _lost(source: Source) -> Iterator[tuple[int, str, str]]:
    """Words in a line such as "[Teacher]: Yes.", which Markdown takes for the address of a link that nobody makes."""
    for found in brackets.definitions(source.body):
        address = found["bare"] or ""
        if address and not re.search(r"[/#]|\.\w|:", address):
            start = found.start() + len(found[0]) - len(found[0].lstrip("\n >"))
            yield (source.body_line + source.body.count("\n", 0, start), *LOST)
