"""Turns a word as it is written into the stems by which it is found. The site's script `search-stem.js` does the same.

A word is found however it is spelled: with or without accents, ʻokinas, apostrophes, hyphens and ligatures, in capital letters or
small ones. A word of several parts is found by each of them, and by the whole.
"""

import functools
import re
import unicodedata
from typing import Any

# These stand on nearly every page, so they are asked for in phrases alone. `search-words.js` has the same.
SMALL = frozenset(
    """a about also am an and any are arent as at be been but by can cant could couldnt did didnt do does doesnt dont for
    from get gets getting got gotten had has hasnt have havent how i if im in into is isnt it its ive lets may me my of
    on or our should shouldnt so someone something than that thats the their them then there theres these they theyre
    theyve this those to us was wasnt we were werent weve what whats when where which who whom whos why will with wont
    would wouldnt you your youre youve""".split()
)
_BETWEEN = re.compile(r"[\u2012-\u2015/\\…|]+|--+|\.{2,}")  # what stands between two words without a space
_INSIDE = re.compile("['\u2018\u2019\u02b9-\u02bf\u2032`\u00b4]")  # apostrophes and ʻokinas: left out
_PARTS = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile("['\u2019]s?$")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@functools.cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer  # it comes with thirty languages, and half of the commands need none

    return stemmer("english")


@functools.cache
def stem(word: str) -> str:
    """The stem of a plain word, as Snowball has it for English; so has Pagefind."""
    return str(_stemmer().stemWord(word))


def plain(text: str) -> str:
    """A text in small letters, without accents, apostrophes and ligatures."""
    folded = unicodedata.normalize("NFKC", _INSIDE.sub("", text)).lower().replace("ß", "ss").replace("ς", "σ")
    return "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.category(sign).startswith("M"))


@functools.lru_cache(maxsize=1 << 18)
def of_word(word: str) -> tuple[str, ...]:
    """The stems of what stands between two spaces: of the whole, where hyphens and the like join parts, then of each part.

    Small words have none.
    """
    found: dict[str, None] = {}
    for piece in _BETWEEN.split(plain(word)):
        parts = _PARTS.findall(piece)
        if _EDGES.sub("", piece) in SMALL:
            continue
        for each in ("".join(parts), *(part for part in parts if len(part) > 1 and part not in SMALL)):
            if each:
                found.setdefault(stem(each))
    return tuple(found)


def of_text(text: str) -> tuple[str, ...]:
    """The stems of each word of a text that someone asks for, one after another; a word of several parts has the whole."""
    return tuple(found[0] for word in text.split() if (found := of_word(word)))


def forms(word: str) -> tuple[str, ...]:
    """By what a word of a phrase is known: its stems, or a small word itself."""
    small = _EDGES.sub("", plain(word))
    return of_word(word) or ((small,) if small else ())


def shown(word: str) -> tuple[str, ...]:
    """The words in what stands between two spaces, as they are written, to be offered to someone who misspelled one."""
    pieces = (_POSSESSIVE.sub("", _EDGES.sub("", piece)) for piece in _BETWEEN.split(word))
    return tuple(piece for piece in pieces if len(piece) > 2 and not piece.isnumeric())
