"""Turns HTML in a manuscript, which the site leaves out, into problems; the marks that the press knows are none."""

import datetime
import re
from collections.abc import Iterator

from markdown_it.token import Token

from press.checks.reading import live, looked_at, pieces
from press.library.kinds import kind_near
from press.library.load import Library
from press.manuscript.outline import EXCERPT
from press.manuscript.problem import Problem
from press.manuscript.source import Source

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
# Only these are named in a message: what stands in angle brackets may as well be somebody's name.
_KNOWN = re.compile(
    "a|abbr|article|aside|audio|b|base|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|"
    "figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|math|meta|nav|"
    "noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|summary|"
    "sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr"
)

ASIDE = (
    "Notion writes a box of its own as <aside>, which the site leaves out.",
    "Delete its two lines, and write what stands between them as a paragraph, or as a quotation whose lines start with `> `.",
)
OFFICE = "Word left a mark of its own here, which the site leaves out.", "Delete it, and paste the text without its formatting."
UNPAIRED, HOLLOW = "The excerpt's marks are not one beginning and one end.", "There is no text between the excerpt's marks."
PAIR = f"Put `{EXCERPT[0]}` before the passage and `{EXCERPT[1]}` after it, once each and alone on a line."


def manuscripts_hold_no_html(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A manuscript is plain Markdown; HTML would not be published."""
    for source in live(library):
        opened: set[str] = set()
        for line, text in _html(source):
            tag = _TAG.match(text.strip())
            if tag and text.lstrip().startswith("</") and tag[1].lower() in opened:
                continue  # told where it begins
            if tag:
                opened.add(tag[1].lower())
            if text.strip() not in _marks(source):
                yield Problem(source.path, line, "html", *_words(text, source))


def _html(source: Source) -> Iterator[tuple[int, str]]:
    for token in _blocks(source):
        yield source.body_line + (token.map[0] if token.map else 0), token.content
    for line, piece in pieces(source):
        if piece.type == "html_inline":
            yield line, piece.content


def _blocks(source: Source) -> Iterator[Token]:
    return (token for token in source.tokens if token.type == "html_block")


def _marks(source: Source) -> tuple[str, ...]:
    kind = kind_near(source.path, source.front)
    return kind.marks if kind else ()


def _words(text: str, source: Source) -> tuple[str, str]:
    if text.lstrip().startswith("<!--"):
        marks = ", ".join(f"`{mark}`" for mark in _marks(source))
        known = f" Only {marks} may stand here, each alone on its line." if marks else ""
        return f"The site leaves out hidden remarks.{known}", "Delete it."
    tag = _TAG.match(text.strip())
    if tag and tag[1].lower() == "aside":
        return ASIDE
    if tag and re.match("[ovw]:", text.strip().lstrip("</")):
        return OFFICE
    if tag and _KNOWN.fullmatch(tag[1].lower()):
        return f"The site leaves out <{tag[1].lower()}>.", "Delete it."
    return "The site leaves out what stands in these angle brackets.", "Delete it, or use round brackets."


def excerpt_marks_are_a_pair(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Where a story marks its excerpt, it does so once, from a beginning to an end, with text between."""
    for source in looked_at(library, "excerpt"):
        yield from _pair(source)


def _pair(source: Source) -> Iterator[Problem]:
    found = [(number, token) for number, token in enumerate(source.tokens) if token.type == "html_block"]
    marks = [(number, token) for number, token in found if token.content.strip() in EXCERPT]
    if not marks:
        return
    first, line = marks[0][0], source.body_line + (marks[0][1].map or [0])[0]
    if [token.content.strip() for _, token in marks] != list(EXCERPT):
        yield Problem(source.path, line, "excerpt", UNPAIRED, PAIR)
    elif any(token.level for _, token in marks):
        yield Problem(source.path, line, "excerpt", "A mark of the excerpt stands inside a list or quotation.", PAIR)
    elif marks[1][0] == first + 1:
        yield Problem(source.path, line, "excerpt", HOLLOW, PAIR)
