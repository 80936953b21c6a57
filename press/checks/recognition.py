"""Turns words by which a student, a colleague or a school may be known into notes: rule 6 of "A story".

Patterns see what is usual and miss what is not: no note is no proof. They are a reviewer's help.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from press.checks import student_names
from press.checks.findings import Finding, problems
from press.checks.reading import looked_at, words
from press.checks.student_names import STUDENT
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source

_HINT = re.compile(r"[A-Za-z]+|\d+")


class _Telltale(NamedTuple):
    """What is looked for: its name, what to do about it, its pattern, and sets of words: a text with it has one of each.

    The words are as they stand in the text or in small letters.
    """

    what: str
    mend: str
    pattern: re.Pattern[str]
    hints: tuple[frozenset[str], ...]


def _listed(what: str, mend: str, phrases: str) -> _Telltale:
    """A telltale that is a list of words and phrases; a hyphen in a phrase stands for a space too."""
    listed = sorted(phrases.split(), reverse=True)
    pattern = "|".join(phrase.replace("-", "[- ]") for phrase in listed)
    hints = frozenset(max(phrase.split("-"), key=len) for phrase in listed)
    return _Telltale(what, mend, re.compile(rf"\b(?:{pattern})\b", re.I), (hints,))


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b"
_DATE = re.compile(
    rf"\b{_MONTH} {_DAY}(?<!May \d)(?<!May \d\d)|\bMay {_DAY}(?! [a-z-]+s\b)|\b{_DAY} (?:of )?{_MONTH}"
    r"|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
_UNITS = "two|three|four|five|six|seven|eight|nine"
_AGES = rf"(?:1?\d|one|{_UNITS}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_AGE = re.compile(rf"\b{_AGES}[- ]years?[- ]olds?\b|\b(?:aged?|turned|turning) {_AGES}\b", re.I)
# "One" is left out: stories use it for anyone.
_COUNT = re.compile(
    rf"\b(?:[2-9]|{_UNITS}|only|both) (?:of (?:my|our|the|those|these) )?(?:[\w-]+ ){{0,2}}?"
    rf"(?:{STUDENT}|famil(?:y|ies)|parents?|teachers?|colleagues?|newcomers?)\b",
    re.I,
)
_PEOPLE = _any_of(
    "student students pupil pupils child children kid kids boy boys girl girls son sons daughter daughters classmate classmates "
    "grader graders teenager teenagers family families parent parents teacher teachers colleague colleagues newcomer newcomers"
)
_NOT_FIRST = "The|A|An|Our|My|This|That|Every|Each|No|In|At|Middle|High|Elementary|Primary|Public|Charter"
_SCHOOL = re.compile(
    rf"\b(?!(?:{_NOT_FIRST}) )[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ ){{0,3}}?(?:Elementary|Middle|High|Charter|Magnet|Primary|Prep"
    r"|Preparatory|Academy|Schools?|ISD|Unified)\b|\b[PIM]\.?S\.? \d{1,3}\b|\bDistrict \d{1,3}\b"
)

TELLTALES = (
    _Telltale(
        "An exact date", "Write the season or the school year, such as “one fall”.",
        _DATE, (frozenset(f"{day:{form}}" for day in range(1, 32) for form in ("d", "02d")),),
    ),
    _Telltale(
        "An age", "Write the grade band, such as “a middle school student”.",
        _AGE, (_any_of("old olds age aged turned turning"),),
    ),
    _listed(
        "A word of health or diagnosis", "Leave it out, unless the story needs it and the person agreed.",
        "adhd anxiety-disorder asperger aspergers asthma autism autistic bipolar cancer cerebral-palsy deaf depressed depression "
        "diabetes diabetic diagnosed diagnoses diagnosis down-syndrome dyscalculia dyslexia dyslexic eating-disorder epilepsy "
        "epileptic hearing-aid hearing-aids hospitalized medicated medication medications ocd pregnancy pregnant ptsd "
        "schizophrenia schizophrenic seizure seizures suicidal suicide therapist therapists tourette wheelchair",
    ),
    _listed(
        "A word of special education or a support plan", "Leave it out, or say it of the school and not of a student.",
        "504 504s iep ieps individualized-education resource-room self-contained sped special-education speech-therapy",
    ),
    _listed(
        "A word of discipline or the law", "Make sure that nobody can tell which student is meant.",
        "arrest arrested arrests deportation deported detention detentions discipline-referral discipline-referrals evicted "
        "eviction expelled expulsion expulsions foster-care foster-child foster-home foster-parent foster-parents handcuffed "
        "handcuffs juvenile office-referral office-referrals probation restrained suspended suspension suspensions undocumented",
    ),
    _Telltale(
        "A small count of people", "For fewer than 10, write “some” or “a few”.",
        _COUNT, (_any_of(f"2 3 4 5 6 7 8 9 only both {_UNITS.replace('|', ' ')}"), _PEOPLE),
    ),
    _Telltale(
        "What may be the name of a school or district", "Write “our school”, unless the teller is named with it.",
        _SCHOOL,
        (_any_of("Elementary Middle High Charter Magnet Primary Prep Preparatory Academy School Schools ISD Unified S PS IS MS "
                 "District"),),
    ),
)  # fmt: skip

WHAT = "{telltale} stands here."
NAME = "What may be a student's name stands here.", "Leave out names, nicknames and initials: “a student”."


def find(source: Source) -> Iterator[Finding]:
    """Every place in a story by which somebody may be known."""
    texts = list(words(source))
    for line, text in texts:
        there = set(_HINT.findall(text))
        there.update([word.lower() for word in there])
        for telltale in TELLTALES:
            for found in () if any(map(there.isdisjoint, telltale.hints)) else telltale.pattern.finditer(text):
                yield Finding(
                    line + text.count("\n", 0, found.start()), WHAT.format(telltale=telltale.what), telltale.mend, found[0]
                )
    for line, name in student_names.names_in(texts):
        yield Finding(line, *NAME, name)


def nothing_tells_who_is_meant(library: Library, today: datetime.date) -> Iterator[Problem]:
    """In a story nothing tells who a student or colleague is: names, dates, ages, diagnoses, discipline, small counts."""
    for source in looked_at(library, "recognition"):
        yield from problems("recognition", find, source)
