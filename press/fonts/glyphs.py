"""Says which signs of a text the handouts' fonts don't have; another computer's font would be taken for them."""

import re
from functools import lru_cache

from press.fonts import FACES, FOLDER

_USUAL = re.compile(r"[\x20-\x7e\n\xa0-\xac\xae-\xb4\xb6-\xff–—‘’“”…]*")  # what all faces have: spares most texts the fonts
_UNSEEN = frozenset("\n\u200c\u200d\ufe0e\ufe0f")  # joiners and selectors: the sheets leave them out
_FALLBACKS = ("Press Letters", "Press Signs")
_MOST = 4  # signs that a message names


def missing(text: str) -> str:
    """The signs of `text` that a face of the handouts lacks, each once and in order; line feeds count as there."""
    return "" if _USUAL.fullmatch(text) else "".join(sorted(set(text) - covered()))


def named(signs: str) -> str:
    """Signs as a message names them, each with its number in Unicode; of many, the first."""
    found = [f"“{sign}” (U+{ord(sign):04X})" for sign in signs[:_MOST]]
    return ", ".join([*found, f"and {len(signs) - _MOST} more"] if len(signs) > _MOST else found)


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """The signs that every text may use: those that all faces for reading have, or all faces of a family for the rest."""
    families: dict[str, frozenset[int]] = {}
    for family, weight, italic in FACES:
        own, key = signs_of(family, weight, italic), family if family in _FALLBACKS else ""
        families[key] = families.get(key, own) & own
    return frozenset(map(chr, frozenset().union(*families.values()))) | _UNSEEN


def signs_of(family: str, weight: int, italic: bool) -> frozenset[int]:
    """The Unicode values of the signs that a face has."""
    return frozenset(sign for signs in glyphs_of(FACES[family, weight, italic]).values() for sign in signs)


@lru_cache(maxsize=len(FACES))
def glyphs_of(file: str) -> dict[int, tuple[int, ...]]:
    """The Unicode values that each glyph of a font stands for, by its number."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # a fifth of a second, which most runs can spare

    font = TTFont(FOLDER / file)
    found: dict[int, tuple[int, ...]] = {}
    for sign, name in sorted(font.getBestCmap().items()):
        number = font.getGlyphID(name)
        found[number] = (*found.get(number, ()), sign)
    return found
