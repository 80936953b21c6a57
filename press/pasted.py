"""Turns what word processors and phones put into a text, where nobody sees it, into what was meant.

Each character is taken out or made a plain space, so that lines keep their numbers. Marks that turn the reading order round
(U+202D, U+202E) are not among them: a text with those is refused, since it may say one thing and mean another.
"""

import re

_NOTHING = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark within
# A phone puts these round a name that is written from right to left; browsers find the direction without them.
_DIRECTIONS = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"

_ANYWHERE = str.maketrans(dict.fromkeys(_NOTHING + _DIRECTIONS, "") | {"\v": " "})  # \v: Word's line break
_IN_FRONT = str.maketrans(dict.fromkeys(_SPACES, " "))
_MARK = re.compile(rf"^([ >]{{0,40}}(?:#{{1,6}}|[-*+]|\d{{1,3}}[.)]))[{_SPACES}]+", re.M)


def plain(text: str) -> str:
    """`text` without what nobody sees; a no-break space after a heading's or an item's mark becomes a space."""
    return _MARK.sub(r"\1 ", text.translate(_ANYWHERE))


def plain_front(text: str) -> str:
    """The lines of a front matter with plain spaces alone: no value needs another."""
    return text.translate(_IN_FRONT)


def is_dash(line: str) -> bool:
    """Whether a line is a dash that a word processor made of three hyphens."""
    return bool(line.strip()) and set(line.strip()) <= set("-‐‑‒–—―−") and line.strip() != "---"
