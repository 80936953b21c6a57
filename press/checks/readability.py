"""Turns texts into their reading grade, and a library into the table of grades that an editor reads.

The grade is the one of Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas … for Navy Enlisted
Personnel" (1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Its limits: it knows how long words and sentences
are, and nothing of what they say. A short rare word counts as easy, a long familiar one ("elementary") as hard, and a text
of few sentences swings widely. It was made for adults' manuals. So it is a guide for an editor and never stops publishing.

Syllables are counted by rule, since pyphen finds places to hyphenate, not syllables ("about", "every" and "many" come out
short). Against the CMU Pronouncing Dictionary the rule is right for 99 in 100 of the words on these pages, to which it was
fitted, and for 91 in 100 of all entries, names included. Pyphen is right for 93 on these pages and 5% short in sum, so its
grade is 0.8 too low. A number counts as one syllable.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from press.library.load import Library
from press.manuscript import sentences
from press.manuscript.source import Source

HIGH = 9  # US grade 9 is a reading age of 14 to 15


class Reading(NamedTuple):
    """A text's grade and its number of words."""

    grade: float
    words: int


_VOWELS = re.compile(r"[aeiouy]+")
_MUTE = re.compile(
    r"[^laeiouy]e$|[aeiouyrl]le$|(?:[^aeiouycgsxzhl]|[aeiouyrl]l|[^sc]h)es$|[^aeiouydt]ed$"
    r"|[aeiouy][^aeiouy]+e(?=(?:ment|ful|less|ness|ly|ty|thing|body|times?|lines?|work|where|fore)(?:s|ly|hand)?$)"
)
_APART = re.compile(r"[^cgqstx]i[ao]|[cs]ia(?!l|n)|[^qg]u[ao](?!r)|eo(?!u|n|ple)|[aeiouy]ing|iet|sm\b|[ds]n't")
_ODD = {"people": 2, "our": 2, "ours": 2, "hour": 2, "hours": 2, "idea": 3, "ideas": 3, "business": 2, "colleague": 2} | {
    "colleagues": 2, "someone": 2, "anyone": 3, "ourselves": 3, "somebody": 3, "being": 2, "maybe": 2, "science": 2,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables an English word has; the parts of a hyphenated word are counted one by one."""
    return sum(_syllables(part) for part in re.findall(r"[a-z']+", word.lower().replace("’", "'"))) or 1


def _syllables(part: str) -> int:
    stem = part.removesuffix("'s").strip("'")
    if stem in _ODD:
        return _ODD[stem]
    count = len(_VOWELS.findall(stem)) + len(_APART.findall(stem)) - len(_MUTE.findall(stem))
    return max(count, 1)


def of_sentences(cut: Iterable[str]) -> Reading:
    """The reading grade of a text that was cut into sentences; 0 where it has no words."""
    counts = [found for sentence in cut if (found := sentences.words(sentence))]
    words = [word for found in counts for word in found]
    if not words:
        return Reading(0.0, 0)
    long_words = sum(map(syllables, words)) / len(words)
    return Reading(0.39 * len(words) / len(counts) + 11.8 * long_words - 15.59, len(words))


def grade_of(source: Source) -> Reading:
    """The reading grade of a manuscript's prose: no headings, tables, code or lists of sources."""
    found = (sentences.text(block.token) for block in sentences.blocks(source) if not block.in_table)
    return of_sentences(sentence for text in found for _, sentence in sentences.sentences(text))


def table(library: Library) -> str:
    """Each activity and story with its grade and words, the hardest first."""
    texts = [entry.source for entry in (*library.activities, *library.stories)]
    rows = sorted(((grade_of(source), source.path) for source in texts), key=lambda row: (-row[0].grade, row[1]))
    lines = [f"{read.grade:5.1f} {'*' if read.grade > HIGH else ' '} {read.words:6,}  {path}" for read, path in rows]
    note = f"Reading grades are US school years (Flesch–Kincaid); * is above {HIGH}, a reading age of 14 to 15. They are a guide."
    return "\n".join([note, "grade    words  text", *lines])
