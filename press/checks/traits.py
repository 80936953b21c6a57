"""Turns traits of an unnamed teller that add up into notes: rule 7 of "A story"."""

import datetime
import re
from collections.abc import Iterator

from press.checks.findings import Finding, problems
from press.checks.reading import looked_at, words
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source

ALWAYS = ("state", "grade band", "role")  # front matter asks every story for these

_SUBJECTS = (
    "math|mathematics|algebra|geometry|science|biology|chemistry|physics|English|literature|reading|history|civics|geography"
    "|social studies|art|music|band|choir|drama|theater|PE|physical education|health|Spanish|French|Latin|Arabic|Chinese"
    "|computer science"
)
_RACES = (
    "Black|white|White|Brown|Asian|Latin[aox]|Latine|Hispanic|Native(?: American)?|Indigenous|African American|Asian American|"
    "biracial|multiracial|Arab|Pacific Islander"
)
_TELLERS = "teacher|woman|man|principal|counselor|coach|educator|leader|colleague|mother|father|adult|person"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
TRAITS = {
    "subject": re.compile(
        rf"\b(?:{_SUBJECTS}) (?:teachers?|class(?:es|room)?|department|lessons?|coach)\b"
        rf"|\b(?:teach(?:es|ing)?|taught) (?:{_SUBJECTS})\b"
    ),
    "exact grade": re.compile(
        rf"\b(?:(?:{_ORDINALS})|\d{{1,2}}(?:st|nd|rd|th))[- ]grade(?:rs?)?\b"
        r"|\b[Gg]rades? \d{1,2}\b|\b[Kk]indergart(?:en|ners?)\b"
    ),
    "year": re.compile(r"\b(?:19[5-9]|20[0-4])\d\b"),
    "race": re.compile(
        rf"\b(?:{_RACES}) (?:{_TELLERS})\b|\b(?:I am|I'm|I’m|[Aa]s|is|was) (?:an? |one of |the only )?(?:{_RACES})\b"
    ),
}  # fmt: skip

WHAT = f"The teller is not named, and besides {', '.join(ALWAYS[:-1])} and {ALWAYS[-1]} the text may tell the {{trait}}."
MEND = "Together they may point to one person: leave out what the story does not need."


def told(source: Source) -> dict[str, tuple[int, str]]:
    """The traits that the text adds to those of the front matter: each with the first line and words that tell it."""
    found: dict[str, tuple[int, str]] = {}
    for line, text in words(source):
        for trait, pattern in TRAITS.items():
            if trait not in found and (match := pattern.search(text)):
                found[trait] = line + text.count("\n", 0, match.start()), match[0]
    return found


def is_unnamed(source: Source) -> bool:
    """Whether a real person told this and is not shown with the full name."""
    return source.front.get("kind") != "illustrative" and source.front.get("attribution") != "named"


def find(source: Source) -> Iterator[Finding]:
    """Each trait of an unnamed teller that the text adds."""
    for trait, (line, seen) in told(source).items() if is_unnamed(source) else ():
        yield Finding(line, WHAT.format(trait=trait), MEND, seen)


def traits_do_not_add_up(library: Library, today: datetime.date) -> Iterator[Problem]:
    """An unnamed teller's text adds no trait to the three that front matter shows: state, grade band and role."""
    for source in looked_at(library, "traits"):
        yield from problems("traits", find, source)
