"""Turns the stories' consent and attribution into problems: rules 1 to 5 of "A story"."""

import datetime
from collections.abc import Iterator
from typing import get_args

from press.library import Library, Manuscript
from press.model import Channel, Consent, Story
from press.problem import Problem

_TELLER = ("author", "school", "profile")
_HOW_SHOWN = "`named`, `first-name`, `pseudonym` or `anonymous`"


def real_stories_have_consent(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A real story says that its teller agreed, when, for which channels and until when."""
    for story in library.stories:
        if story.fields.kind == "illustrative":
            continue
        if story.fields.consent is None:
            what = "This kind of story was told by real people, and no consent is given."
            mend = "Add `consent:` with its fields, as on the fields page; without it the story stays unpublished."
            yield Problem(story.path, story.source.line_of("kind"), "consent", what, mend)
        else:
            yield from _in_force(story, story.fields.consent, today)


def _in_force(story: Manuscript[Story], consent: Consent, today: datetime.date) -> Iterator[Problem]:
    line = story.source.line_of
    if consent.granted > today:
        mend = "Write the day on which the form was signed."
        yield Problem(story.path, line("consent", "granted"), "consent", "The consent was given in the future.", mend)
    if consent.review_by <= consent.granted:
        what = "The consent ends before it begins."
        mend = "Let `review_by` be a day after `granted`."
        yield Problem(story.path, line("consent", "review_by"), "consent", what, mend)
    elif consent.review_by < today:
        what = f"The consent held until {consent.review_by}, so the story is withheld."
        mend = "Ask the teller again and write the new dates, or leave it so."
        yield Problem(story.path, line("consent", "review_by"), "consent", what, mend, "review")
    for channel in get_args(Channel):
        if channel not in consent.channels:
            what = f"The consent does not name “{channel}”, so the story is withheld there."
            mend = "If the teller wants that, leave it so; if not, ask and add it."
            yield Problem(story.path, line("consent", "channels"), "consent", what, mend, "review")


def attribution_is_kept(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A real story says how its teller is shown, and shows nothing beyond that."""
    for story in library.stories:
        fields, line = story.fields, story.source.line_of
        if fields.kind == "illustrative":
            continue
        if fields.attribution is None:
            what = "It is not said how the teller is shown."
            yield Problem(story.path, line("kind"), "attribution", what, f"Add `attribution:` with {_HOW_SHOWN}.")
        elif fields.attribution == "anonymous":
            yield from _anonymous(story)
        else:
            if fields.author is None:
                what = f"The teller is shown as “{fields.attribution}”, and no name to show is given."
                mend = "Add `author:` with the name to show, or write `attribution: anonymous`."
                yield Problem(story.path, line("attribution"), "attribution", what, mend)
            if fields.attribution != "named":
                for name in ("school", "profile"):
                    if getattr(fields, name):
                        what = f"`{name}` would show who the teller is, and the teller is not named in full."
                        mend = f"Delete the line `{name}`; it may stand only where `attribution` is `named`."
                        yield Problem(story.path, line(name), "attribution", what, mend)


def _anonymous(story: Manuscript[Story]) -> Iterator[Problem]:
    for name in _TELLER:
        if getattr(story.fields, name):
            what = f"The story is anonymous, and `{name}` would show who told it."
            yield Problem(story.path, story.source.line_of(name), "attribution", what, f"Delete the line `{name}`.")
    for number, picture in enumerate(story.fields.pictures):
        if picture.people:
            what = "The story is anonymous, and people can be seen in this picture."
            mend = "Take the picture out, or use one without people."
            yield Problem(story.path, story.source.line_of("pictures", number, "people"), "attribution", what, mend)


def illustrative_stories_have_no_teller(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A story that was written as an example claims no teller and nobody's consent."""
    for story in library.stories:
        if story.fields.kind != "illustrative":
            continue
        for name in ("consent", "attribution", *_TELLER):
            if getattr(story.fields, name) is not None:
                what = f"An illustrative story was told by nobody, so it has no `{name}`."
                mend = f"Delete `{name}`, or change `kind` if a real person told the story."
                yield Problem(story.path, story.source.line_of(name), "illustrative", what, mend)
