"""Keeps, for the check "marks", the words of each block as readers see them where a mark may have stayed among them.

Only here it can be told what was meant: a sign that its author escaped, and one that the parser could make nothing of, are the
same letter afterwards.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

HIDDEN = "\ue000"  # in the place of code, of an escaped sign, of a picture, of an address
EDGE = "\ue001"  # where bold, italic or struck words and links begin and end
KEPT = "loose"  # under this name it lies in the block's `meta`
# A quick look: no other sign is a mark in the middle of a text, nor at the beginning of one of its lines.
_MAY_BE = re.compile(r"[*_~`\[\]{}|$^=&\\]|^[ \t]*(?:[:!?+#-]|\d{1,9}[.)])", re.M)
_EDGES = frozenset(f"{kind}_{side}" for kind in ("em", "strong", "s", "link") for side in ("open", "close"))


def extend(parser: MarkdownIt) -> None:
    """Let `parser` keep such words."""
    parser.core.ruler.before("replacements", "loose_marks", _keep)


def _keep(state: StateCore) -> None:
    for block in state.tokens:
        if block.children:
            text = "".join(_shown(block.children))
            if _MAY_BE.search(text):
                block.meta[KEPT] = text


def _shown(children: Iterable[Token]) -> Iterator[str]:
    in_address = False
    for token in children:
        if token.type in ("link_open", "link_close") and token.info == "auto":
            in_address = token.type == "link_open"
        if token.type in _EDGES:
            yield EDGE
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "text" or token.content[:1] == "\\" != token.content:  # before a letter a backslash is one
            yield HIDDEN * len(token.content) if in_address else token.content
        else:
            yield HIDDEN + "\n" * token.content.count("\n")
