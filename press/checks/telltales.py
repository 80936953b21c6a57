"""What else may tell who is meant: dates, ages, small counts, ways to reach somebody, and the names of schools.

The phrases that are looked for stand in tables (phrases/), with the words of which a text that has one has one, too. The words
are as they stand in the text or in small letters, and spare most texts the pattern.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from press.checks.phrase_tables import Table

# How far from what is found the words may stand that it needs near it, before and after.
BEFORE, AFTER = 120, 80
_SENTENCE_ENDS = ".?!"


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
    near: re.Pattern[str] | None = None
    """What must stand near it in its sentence, where not all that the pattern finds counts."""

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Each place in a text where it stands."""
        for found in self.pattern.finditer(text):
            if self.near is None or self._is_near(text, *found.span()):
                yield found

    def _is_near(self, text: str, start: int, end: int) -> bool:
        assert self.near is not None
        first = max(text.rfind(sign, max(0, start - BEFORE), start) + 1 for sign in _SENTENCE_ENDS) or max(0, start - BEFORE)
        ends = (text.find(sign, end, end + AFTER) for sign in _SENTENCE_ENDS)
        last = min((place for place in ends if place >= 0), default=end + AFTER)
        return bool(self.near.search(text, first, start) or self.near.search(text, end, last))


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
