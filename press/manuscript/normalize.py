"""Turns what word processors and phones put into a text, where nobody sees it, into what was meant.

What programs leave by themselves is taken out or made a plain space, so that lines keep their numbers. What only hides words
from people and from the checks, or turns the reading order round, is refused: such a text may say one thing and mean another.
What writing needs stays: joiners (Persian, Hindi, families of emoji), one variation selector a sign, flags spelled with tags.
"""

import re

# Soft hyphen, zero-width space, word joiner, byte-order mark within, a formula's unseen signs, the place of a lost picture.
_NOTHING = "\u00ad\u200b\u2060-\u2064\ufeff\ufffc"
# A phone puts these round a name that is written from right to left; browsers find the direction without them.
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_JOINERS, _SELECTORS, _OF_IDEOGRAPHS = "\u200c\u200d", "\ufe00-\ufe0f", "\U000e0100-\U000e01ef"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufffd"
# The rest of Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt), marks of annotations and of hieroglyphs' order,
# and the code points that are no characters.
_HIDES = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufffb\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\ufdd0-\ufdef"
) + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
# A region's flag: a black flag, its letters as tags, and the tag that ends it (Unicode Technical Standard 51, ED-14).
_FLAG = "\U0001f3f4[\U000e0061-\U000e007a]{2}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,4}\U000e007f"

# What is not to stand in a text; where its first group finds something, that may.
UNSEEN = re.compile(f"({_FLAG})|[{_CONTROLS}{_HIDES}{_NOTHING}{_DIRECTIONS}]")
# What checks look past, so that it parts no name and no number.
PASSED_OVER = re.compile(f"[{_JOINERS}{_SELECTORS}{_OF_IDEOGRAPHS}{_HIDES}{_NOTHING}{_DIRECTIONS}]")
_REFUSED = re.compile(f"({_FLAG})|[{_CONTROLS}{_HIDES}]")
_LEFT = re.compile(f"[{_NOTHING}{_DIRECTIONS}]")
_TOO_MANY = re.compile(  # more than writing needs, which then spell something
    f"[{_JOINERS}]{{3,}}|(?<=[{_SELECTORS}{_OF_IDEOGRAPHS}])[{_SELECTORS}{_OF_IDEOGRAPHS}]+"
    f"|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd])[{_OF_IDEOGRAPHS}]"
)
_ANYWHERE = str.maketrans({"\v": " ", "\u2800": " "})  # Word's line break; the blank between words in Braille
_IN_FRONT = str.maketrans(dict.fromkeys(_SPACES, " "))
_MARK = re.compile(rf"^([ >]{{0,40}}(?:#{{1,6}}|[-*+]|\d{{1,3}}[.)]))[{_SPACES}]+", re.M)


def plain(text: str) -> str:
    """`text` without what programs leave; a no-break space after a heading's or an item's mark becomes a space."""
    text = text.translate(_ANYWHERE)
    return text if text.isascii() else _MARK.sub(r"\1 ", _TOO_MANY.sub("", _LEFT.sub("", text)))


def plain_front(text: str) -> str:
    """The lines of a front matter with plain spaces alone: no value needs another."""
    return text.translate(_IN_FRONT)


def is_refused(text: str) -> bool:
    """Whether `text`, made plain, still has a character that only hides, or turns the reading order round."""
    return not (text.isascii() and text.isprintable()) and any(not found[1] for found in _REFUSED.finditer(text))


def hides(text: str) -> bool:
    """Whether a name or a decoded text has a character that nobody sees and no script needs."""
    return not (text.isascii() and text.isprintable()) and any(not found[1] for found in UNSEEN.finditer(text))


def seen(text: str) -> str:
    """`text` as people see it, for whoever looks for words in it."""
    return text if text.isascii() else PASSED_OVER.sub("", text)


def is_dash(line: str) -> bool:
    """Whether a line is a dash that a word processor made of three hyphens."""
    return bool(line.strip()) and set(line.strip()) <= set("-‐‑‒–—―−") and line.strip() != "---"
