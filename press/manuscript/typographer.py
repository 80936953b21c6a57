"""Turns what a keyboard has into what a typographer sets, by one rule for titles and running text: quotes, dashes, the ellipsis.

Nothing else changes: `(c)`, `..` and `????` stay as they were written. The form in the browser is given `SIGNS` and `ELIDED`,
and does the same (press/theme/assets/press/write/typographer.js); a test compares both.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# What is looked for and what stands in its place. Arrows (`-->`) and longer rows of hyphens or dots are none of these.
SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(r"(?<![-<])---(?![->])"), "—"),
    (re.compile(r"(?<!\S)--(?!\S)|^--(?=[^-\s>])|(?<=[^-\s<])--(?=[^-\s>]|$)", re.M), "–"),
)
# Where letters or a century are left out at a word's beginning, which looks like a quote that opens.
ELIDED = re.compile(
    r"(?<!\w)'(?=\d\ds?(?![\w'])|(?:tis|twas|twere|twill|til|till|em|cause|cuz|bout|round|neath|nother|nuff|kay)(?![\w']))"
    r"|(?<!\w)'(?=n'(?!\w))|(?<=\W'n)'(?!\w)",
    re.I,
)
_ANY = re.compile(r"\.{3}|--|[\"']")  # a quick look
_QUOTE = re.compile(r"[\"']")
_QUOTES = {'"': "“”", "'": "‘’"}
_APOSTROPHE = "’"
_ASCII_MARKS = "$+<=>^`|~"  # signs to Unicode; beside a quote they count as punctuation, as in CommonMark

Edit = tuple[int, int, str]


def may_change(text: str) -> bool:
    """Whether `line` could act on `text`, or on a part of it."""
    return bool(_ANY.search(text))


def line(text: str) -> str:
    """A line of front matter, or a piece of running text, with the typographer's signs and quotes."""
    return _edited(text, _edits(text)) if may_change(text) else text


def set_signs(state: StateCore) -> None:
    """A rule for markdown-it: `line` in all running text. Code, escaped signs and bare addresses stay as they are.

    Each paragraph is looked at whole, so that a quote knows what stands before it in bold, in code or in a link.
    """
    for block in state.tokens:
        if block.children and may_change(block.content):
            _set(block.children)


def _set(children: Sequence[Token]) -> None:
    """Act on the texts among a block's `children` that may change; what stands between them is seen, and kept."""
    free, seen, at = [], [], 0
    for token, shown, is_free in _shown(children):
        if is_free:
            free.append((at, at + len(shown), token))
        seen.append(shown)
        at += len(shown)
    edits = _edits("".join(seen))
    for first, last, token in free:
        mine = edits[bisect_left(edits, (first,)) : bisect_left(edits, (last,))]
        token.content = _edited(token.content, [(start - first, end - first, new) for start, end, new in mine if end <= last])


def _shown(children: Sequence[Token]) -> Iterator[tuple[Token, str, bool]]:
    """Each of the pieces with the words that readers see of it, and whether these may change."""
    in_address = False
    for token in children:
        if token.type in ("link_open", "link_close") and token.info == "auto":
            in_address = token.type == "link_open"
        elif token.type in ("softbreak", "hardbreak"):
            yield token, "\n", False
        elif token.type == "image":
            yield token, "\ufffc", False
        elif token.type in ("text", "text_special", "code_inline"):
            yield token, token.content, token.type == "text" and not in_address


def _edits(text: str) -> list[Edit]:
    """What changes in `text`: where it starts and ends, and what stands there then."""
    signs = [(found.start(), found.end(), sign) for pattern, sign in SIGNS for found in pattern.finditer(text)]
    return sorted([*signs, *((at, at + 1, quote) for at, quote in _quotes(text))])


def _edited(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


def _quotes(text: str) -> Iterator[tuple[int, str]]:
    """Each quote and apostrophe that is plain in its meaning; one without its other half stays as it was typed."""
    elided = {found.start() for found in ELIDED.finditer(text)} if "'" in text else set()
    opened: list[tuple[int, str]] = []
    for found in _QUOTE.finditer(text):
        at, sign = found.start(), found[0]
        opens, closes = _sides(text, at)
        if at in elided:
            yield at, _APOSTROPHE
        elif closes and any(mark == sign for _, mark in opened):
            while opened[-1][1] != sign:
                opened.pop()
            yield opened.pop()[0], _QUOTES[sign][0]
            yield at, _QUOTES[sign][1]
        elif opens:
            opened.append((at, sign))
        elif sign == "'" and _before(text, at) != "space" and not _is_foot(text, at):
            yield at, _APOSTROPHE


def _sides(text: str, at: int) -> tuple[bool, bool]:
    """Whether the quote at `at` can open a quotation, and whether it can close one, by what stands on its two sides."""
    before, after = _before(text, at), _kind(text[at + 1 : at + 2])
    opens = after != "space" and (after != "mark" or before != "letter")
    closes = before != "space" and (before != "mark" or after != "letter")
    return (before == "mark", after == "mark") if opens and closes else (opens, closes)


def _before(text: str, at: int) -> str:
    return _kind(text[at - 1] if at else "")


def _kind(sign: str) -> str:
    if not sign or sign.isspace():
        return "space"
    return "mark" if sign in _ASCII_MARKS or unicodedata.category(sign).startswith("P") else "letter"


def _is_foot(text: str, at: int) -> bool:
    """Whether the sign stands for feet or minutes: after a digit, and not within a word."""
    return text[at - 1 : at].isdigit() and not text[at + 1 : at + 2].isalpha()
