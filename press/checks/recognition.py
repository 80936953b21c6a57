"""Turns words by which a student, a colleague or a school may be known into notes: rule 6 of "A story".

Patterns see what is usual and miss what is not: no note is no proof. They are a reviewer's help.
"""

import datetime
import re
from collections.abc import Iterator

from press.checks import circumstances, person_names, personal_data, places, telltales
from press.checks.findings import Finding, problems
from press.checks.name_lists import Lists
from press.checks.reading import looked_at, words
from press.checks.telltales import Telltale
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source

HINT = re.compile(r"[A-Za-z]+|\d+|[@_$]")
WORD = re.compile(r"[\w’'ʻ‘-]+")
LONG = re.compile(r"\d{4}|[a-z]\d\d|\d-[A-Z]")
TELLTALES = (*telltales.TELLTALES, *circumstances.CIRCUMSTANCES)
# Most words are a hint of nothing: without them each row's look takes no time.
_HINTS = frozenset(word for telltale in TELLTALES for hints in telltale.hints for word in hints)

WHAT = "{telltale} stands here."
NAME = "What may be somebody's name stands here.", "Leave out names, nicknames and initials: “a student”, “a colleague”."
GUESS = (
    "What may be the name of a person, a place or a school stands here.",
    "Leave it out, unless all the world may know it: “a student”, “our town”.",
)
TITLED = "What may be a colleague's name stands here.", "Write what somebody does, where many do it: “a colleague”, “a coach”."


def find(source: Source, lists: Lists | None = None) -> Iterator[Finding]:
    """Every place in a story by which somebody may be known; names by `lists`, or by all that is packaged."""
    texts, told = list(words(source)), personal_data.Told(source)
    for line, text in texts:
        for telltale in _worth_a_look(text):
            for found in telltale.found(text):
                if not (telltale.may_be_data and told.covers(line, text, *found.span())):
                    what = WHAT.format(telltale=telltale.what)
                    yield Finding(line + text.count("\n", 0, found.start()), what, telltale.mend, found[0])
    teller = source.front.get("author")
    known = {word for _, text in texts for word in told_words(text)}
    for name in person_names.names_in(texts, lists, teller if isinstance(teller, str) else "", known):
        yield Finding(name.line, *(TITLED if name.is_titled else GUESS if name.is_guess else NAME), name.words)


def told_words(text: str) -> Iterator[str]:
    """The words of places, addresses and accounts that are such for sure."""
    for found in places.PLACE.finditer(text):
        yield from WORD.findall(found[0])
    for _, start, end in personal_data.spans(text):
        yield from WORD.findall(text[start:end])


def _worth_a_look(text: str) -> Iterator[Telltale]:
    """The telltales whose words stand in `text`."""
    seen = set(HINT.findall(text))
    there = _HINTS & (seen | {word.lower() for word in seen})
    if LONG.search(text):
        there |= {"#"}
    for telltale in TELLTALES:
        if not any(map(there.isdisjoint, telltale.hints)) and (telltale.look is None or telltale.look.search(text)):
            yield telltale


def nothing_tells_who_is_meant(library: Library, today: datetime.date) -> Iterator[Problem]:
    """In a story nothing tells who a student or colleague is: names, dates, ages, diagnoses, discipline, small counts."""
    for source in looked_at(library, "recognition"):
        yield from problems("recognition", find, source)
