"""Turns the stories' consent and attribution into problems: rules 1 to 5 of "A story".

Nothing that only time changes is an error: a day that has passed or lies ahead withholds a story and stops no build.
"""

import datetime
from collections.abc import Iterator
from typing import get_args

from press.checks.dates import ENDS, GRANTED, REAL, TOO_EARLY
from press.checks.rules import Rule, broken
from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.model import OF_EXAMPLES, Channel, Story
from press.manuscript.problem import Problem

_TELLER = ("author", "school", "profile")
_HELPERS = ("interviewer", "translator", "editor")
_HOW_SHOWN = "`named`, `first-name`, `pseudonym` or `anonymous`"
_MOST_YEARS = "3"  # what a teller agreed to longer ago is not what they would surely say today
_BETWEEN_WORDS = (*" \t\n.,;/&+_·", "\u1680", "\u205f")  # what no first name of one word has; other spaces are plain by then

CONSENT = (
    Rule(
        "consent",
        (REAL, ("consent", "is missing")),
        "kind",
        "This kind of story was told by real people, and no consent is given.",
        "Add `consent:` with its fields, as on the fields page; without it the story stays unpublished.",
    ),
    Rule(
        "consent",
        (REAL, (ENDS, "is not after", GRANTED), (ENDS, "is after", TOO_EARLY)),
        ENDS,
        "The consent ends before it begins.",
        "Let `review_by` be a day after `granted`.",
    ),
    Rule(
        "consent",
        (
            REAL,
            (ENDS, "is more years after", GRANTED, _MOST_YEARS),
            (GRANTED, "is after", TOO_EARLY),
            ("consent.reason", "is missing"),
        ),
        ENDS,
        "The consent holds for more than three years.",
        "Let `review_by` be at most three years after `granted`, or say why it holds for longer under `reason`.",
    ),
    Rule(
        "consent",
        (REAL, (ENDS, "is after", GRANTED), (ENDS, "is before", "today"), (ENDS, "is after", TOO_EARLY)),
        ENDS,
        "The consent held until {consent.review_by}, so the story is withheld.",
        "Ask the teller again and write the new dates, or leave it so.",
        "review",
    ),
    *(
        Rule(
            "consent",
            (REAL, ("consent.channels", "lacks", channel)),
            "consent.channels",
            f"The consent does not name “{channel}”, so the story is withheld there.",
            "If the teller wants that, leave it so; if not, ask and add it.",
            "review",
        )
        for channel in get_args(Channel)
    ),
    Rule(
        "consent",
        (REAL, ("consent.evidence", "is", OF_EXAMPLES)),
        "consent.evidence",
        "This number stands in the guide’s examples, and is nobody’s consent, so the story is withheld.",
        "Write the number under which the editors keep the signed form.",
        "review",
    ),
)
ATTRIBUTION = (
    Rule(
        "attribution",
        (REAL, ("attribution", "is missing")),
        "kind",
        "It is not said how the teller is shown.",
        f"Add `attribution:` with {_HOW_SHOWN}.",
    ),
    *(
        Rule(
            "attribution",
            (REAL, ("attribution", "is", "anonymous"), (name, "is given")),
            name,
            f"The story is anonymous, and `{name}` would show who told it.",
            f"Delete the line `{name}`.",
        )
        for name in _TELLER
    ),
    Rule(
        "attribution",
        (REAL, ("attribution", "is given"), ("attribution", "is not", "anonymous"), ("author", "is missing")),
        "attribution",
        "The teller is shown as “{attribution}”, and no name to show is given.",
        "Add `author:` with the name to show, or write `attribution: anonymous`.",
    ),
    Rule(
        "attribution",
        (REAL, ("attribution", "is", "first-name"), ("author", "has any of", *_BETWEEN_WORDS)),
        "author",
        "Only a first name should stand there, and this is more than one word.",
        "If all of it is the first name, leave it so; if not, take the rest out.",
        "review",
    ),
    *(
        Rule(
            "attribution",
            (REAL, ("attribution", "is", "first-name", "pseudonym"), (name, "is given")),
            name,
            f"`{name}` would show who the teller is, and the teller is not named in full.",
            f"Delete the line `{name}`; it may stand only where `attribution` is `named`.",
        )
        for name in ("school", "profile")
    ),
    *(
        Rule(
            "attribution",
            (REAL, ("attribution", "is", "anonymous", "pseudonym", "first-name"), (name, "is given")),
            name,
            "The teller is not named in full, and somebody who knows the teller is named here.",
            "Leave it so if the person agreed, is no student, and gives nobody away; if not, delete the line.",
            "review",
        )
        for name in _HELPERS
    ),
    Rule(
        "attribution",
        (("kind", "is given"), ("kind", "is not", "interview"), ("interviewer", "is given")),
        "interviewer",
        "An interviewer is named here, and the story is no interview.",
        "Delete the line `interviewer`, or write `kind: interview`.",
    ),
)
# Of the pictures of a real story.
SEEN = "The story is anonymous, and people can be seen in this picture.", "Take the picture out, or use one without people."
CREDITED = (
    "The teller is not named in full, and this says who made the picture.",
    "Leave it so if it is somebody else, or names nobody; if not, delete the line `credit`.",
)
ILLUSTRATIVE = tuple(
    Rule(
        "illustrative",
        (("kind", "is", "illustrative"), (name, "is given")),
        name,
        f"An illustrative story was told by nobody, so it has no `{name}`.",
        f"Delete `{name}`, or change `kind` if a real person told the story.",
    )
    for name in ("consent", "attribution", *_TELLER)
)


def real_stories_have_consent(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A real story says that its teller agreed, when, for which channels and until when."""
    for story in library.stories:
        yield from broken(CONSENT, story, today)


def attribution_is_kept(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A real story says how its teller is shown, and shows nothing beyond that."""
    for story in library.stories:
        yield from broken(ATTRIBUTION, story, today)
        if story.fields.kind != "illustrative":
            yield from _in_pictures(story)


def _in_pictures(story: Manuscript[Story]) -> Iterator[Problem]:
    """What the pictures of a real story show of a teller who is not named."""
    for number, picture in enumerate(story.fields.pictures):
        if picture.people and story.fields.attribution == "anonymous":
            yield Problem(story.path, story.source.line_of("pictures", number, "people"), "attribution", *SEEN)
        if picture.credit and story.fields.attribution in ("anonymous", "pseudonym", "first-name"):
            yield Problem(story.path, story.source.line_of("pictures", number, "credit"), "attribution", *CREDITED, "review")


def illustrative_stories_have_no_teller(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A story that was written as an example claims no teller and nobody's consent."""
    for story in library.stories:
        yield from broken(ILLUSTRATIVE, story, today)
