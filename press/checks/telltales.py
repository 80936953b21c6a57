"""What else may tell who is meant: dates, ages, small counts, ways to reach somebody, and the names of schools.

The phrases that are looked for stand in tables (phrases/), with the words of which a text that has one has one, too. The words
are as they stand in the text or in small letters, and spare most texts the pattern.
"""

import re
from typing import NamedTuple

from press.checks.phrase_tables import Table


class Telltale(NamedTuple):
    """What is looked for, and what to do about it; of each set of `hints` a text that has it has a word."""

    what: str
    mend: str
    pattern: re.Pattern[str]
    hints: tuple[frozenset[str], ...]
    look: re.Pattern[str] | None = None
    """What is in all that the pattern finds, and is found sooner."""
    may_be_data: bool = False
    """Whether personal_data knows for sure of some of it: of that no guess is told besides."""


_DAYS, _AGES, _COUNTS, _CONTACTS, _SCHOOLS = map(Table, ("days", "ages", "counts", "contacts", "schools"))
_SEASON = "Write the season or the school year, such as “one fall”."
_SOME = "A small count of people", "For fewer than 10, write “some” or “a few”."

TELLTALES = (
    Telltale("An exact date", _SEASON, _DAYS.pattern("dates"), (_DAYS.hints("words of dates"),)),
    Telltale(
        "A day that can be looked up",
        _SEASON,
        _DAYS.pattern("events"),
        (_DAYS.hints("words of events: when"), _DAYS.hints("words of events: what")),
    ),
    Telltale(
        "An age",
        "Write the grade band, such as “a middle school student”.",
        _AGES.pattern("ages"),
        (_AGES.hints("words of ages"),),
        _AGES.look("look"),
    ),
    Telltale(*_SOME, _COUNTS.pattern("counts"), (_COUNTS.hints("words of counts"), _COUNTS.hints("words of counts: who"))),
    Telltale(
        *_SOME,
        _COUNTS.pattern("of all"),
        tuple(_COUNTS.hints(f"words of all: {part}") for part in ("of", "how many", "did")),
    ),
    Telltale(
        *_SOME,
        _COUNTS.pattern("alone"),
        (_COUNTS.hints("words of alone"), _COUNTS.hints("words of counts: who") | _COUNTS.hints("words of alone: who")),
    ),
    Telltale(
        "What may lead to somebody’s account, home or file",
        "Take it out: no number, no name of an account, no street.",
        _CONTACTS.pattern("contacts", besides="accounts"),
        (_CONTACTS.hints("words of contacts"),),
        may_be_data=True,
    ),
    Telltale(
        "What may be the name of a school or district",
        "Write “our school”, unless the teller is named with it.",
        _SCHOOLS.pattern("schools"),
        (_SCHOOLS.hints("words of schools"),),
    ),
)
