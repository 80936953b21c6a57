"""Turns a manuscript's words into small, safe pieces of HTML for print."""

from collections.abc import Iterable

from markdown_it.token import Token
from markupsafe import Markup, escape

from press.manuscript import footnotes

RUNT = 9  # characters
_KEPT = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "s_open": "<del>",
    "s_close": "</del>",
}


def inline(tokens: Iterable[Token]) -> Markup:
    """The words of the blocks' text with bold, italics and struck words only.

    A link keeps its words and loses its address: paper has no use for it, and the panel's QR code leads to the page.
    """
    return no_runt(Markup(" ").join(_marked(token) for token in tokens if token.type == "inline"))


def title(words: Token) -> Markup:
    """A heading's words with bold, italics and struck words only."""
    return _marked(words)


def numbered_from(first: int) -> Markup:
    """The attribute that has a list begin with the number `first`: WeasyPrint takes no notice of `start`."""
    return Markup("") if first == 1 else Markup(' style="counter-reset: list-item {}"').format(first - 1)


def no_runt(text: str) -> Markup:
    """`text` (escaped, unless it is HTML already) whose last word, where short, never stands alone on a line."""
    start, space, last = escape(text).rpartition(" ")
    return start + Markup("\u00a0") + last if space and len(last) <= RUNT and start.count(" ") > 1 else escape(text)


def unbroken(text: str) -> str:
    """`text`, kept on one line where it is as short as "A timer"."""
    return text.replace(" ", "\u00a0") if len(text) <= RUNT else text


def _marked(token: Token) -> Markup:
    parts: list[str] = []
    for child in token.children or ():
        if child.type in _KEPT:
            parts.append(_KEPT[child.type])
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif footnotes.is_frame(child):
            parts.append(child.content)
        elif child.type in ("text", "code_inline"):
            parts.append(escape(child.content))
    return Markup("".join(parts))  # every piece is escaped above or written here
