"""Turns days in the stories' front matter that can't be true into problems.

That a value is a date at all, press/library/model.py sees to; whether a consent is in force, consent.py. Nothing that only
time changes is an error: a day that lies ahead withholds a story and stops no build.
"""

import datetime
from collections.abc import Iterator

from press.checks.rules import Rule, broken
from press.library.load import Library
from press.manuscript.problem import Problem

REAL = ("kind", "is not", "illustrative")
GRANTED, ENDS = "consent.granted", "consent.review_by"
TOO_EARLY = "1999-12-31"  # no story of this project and no consent is older

DATES = (
    *(
        Rule(
            "dates",
            (*when, (name, "is not after", TOO_EARLY)),
            name,
            "This day is before the year 2000.",
            "The year is probably mistyped: write it with four digits, such as 2026-11-22.",
        )
        for when, name in (((), "published"), ((REAL,), GRANTED), ((REAL,), ENDS))
    ),
    *(
        Rule(
            "dates",
            (*when, (name, "is after", "today")),
            name,
            f"The day of {what} lies ahead, so the story is withheld until then.",
            "If the day is right, leave it so; if not, correct it.",
            "review",
        )
        for when, name, what in (((), "published", "publication"), ((REAL,), GRANTED, "consent"))
    ),
)


def dates_can_be_true(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A story's days lie in this century; one that lies ahead is looked at, since it withholds the story."""
    for story in library.stories:
        yield from broken(DATES, story, today)
