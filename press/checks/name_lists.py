"""Turns the packaged lists of names and places (lists/, whose headers name their sources) into sets to look up words in."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from press.library.vocabulary import STATES

_BETWEEN = re.compile("['’ʻ‘]")
_FOLDER = Path(__file__).with_name("lists")
# So many of each list the form for stories is given, which must stay light; the lists begin with the most frequent.
IN_FORM = {"given": 3_500, "family": 700, "places": 2_000, "common": 5_900}
ENDINGS = ("s", "es", "ed", "ing", "ly", "er", "ers")


class Lists(NamedTuple):
    """Names and places: given names, those of them that are also words, family names, places finer than a state, and others.

    And common words, without those that are another of them and an ending.
    """

    given: frozenset[str]
    words: frozenset[str]
    family: frozenset[str]
    places: frozenset[str]
    large: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=8)
def read(name: str) -> tuple[str, ...]:
    """The lines of the list of that name, without its header. Raises OSError."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


@lru_cache(maxsize=1)
def whole() -> Lists:
    """All that is packaged."""
    return _lists({})


@lru_cache(maxsize=1)
def in_form() -> Lists:
    """What the form is given."""
    return _lists(IN_FORM)


def _lists(most: dict[str, int]) -> Lists:
    given, words, family, places, common = (
        read(name)[: most.get(name)] for name in ("given", "given-words", "family", "places", "common")
    )
    large = frozenset(state for state, _ in STATES) | frozenset(read("large-places"))
    return Lists(frozenset(given), frozenset(words), frozenset(family), frozenset(places) - large, large, frozenset(common))


def forms(word: str) -> Iterator[str]:
    """A word in small letters, and those of which it may be one with an ending."""
    yield word
    yield from (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3)
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("ing"):
        yield f"{word[:-3]}e"
    if word.endswith("ed"):
        yield word[:-1]


def packed(words: Iterable[str]) -> str:
    """Words in their order, each without the beginning that it shares with the one before: its length, up to 9, stands for it."""
    parts, before = [], ""
    for word in sorted(words):
        shared = 0
        while shared < 9 and before[shared : shared + 1] == word[shared : shared + 1] != "":
            shared += 1
        parts.append(f"{shared}{word[shared:]}")
        before = word
    return "".join(parts)


def plain(word: str) -> str:
    """A name as the lists have it: DeShawn is Deshawn, José is Jose, O'Test is Otest, Feldman-Reyes is Feldman."""
    if word.isascii() and word.isalpha():
        return word[:1] + word[1:].lower()
    first = _BETWEEN.sub("", word.partition("-")[0])
    if not first.isascii():
        first = "".join(sign for sign in unicodedata.normalize("NFD", first) if not unicodedata.category(sign).startswith("M"))
    return first[:1] + first[1:].lower()
