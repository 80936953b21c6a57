"""Turns the schema of a story into the parts of the form that teachers write one in: questions, choices, advice.

The fields, their choices and limits come from the schema. Only the order, the questions and the advice stand here; a field that
is asked for nowhere here comes in the last part, so that a new field of the model is in the form at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from press.library import json_schema
from press.library.edition import Edition

PATH = "docs/contribute/write.md"  # the page that the form stands on
TEXT = "text"  # the story itself, which is no field of the front matter
_RADIOS = 5  # more choices than that are a list to open


@dataclass(frozen=True)
class Field:
    """One thing to fill in. `widget` is line, lines, text, date, address, choice, list or many; `choices` are (value, words)
    in groups, each with its name. `told` are fields of real stories alone."""

    name: str
    question: str
    hint: str
    widget: str
    needed: bool = False
    most: int = 0
    choices: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = ()
    told: bool = False


@dataclass(frozen=True)
class Fieldset:
    """A section of the form: its title, advice beside it, and its fields."""

    title: str
    advice: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def told(self) -> bool:
        """Whether the whole part is for real stories alone."""
        return all(field.told for field in self.fields)


_FIELDSETS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "What kind of story is it?",
        (
            "Say how the story came about. Readers are told, so nobody takes an example for a report.",
            "A real story needs the consent of whoever tells it, and goes to the editors in private. An illustrative one may be "
            "proposed in public.",
        ),
        ("kind",),
    ),
    (
        "Your story",
        (
            "Tell what you saw, did or changed yourself, from where you stood. What a student lived through is the student’s "
            "story: tell your part in it.",
            "Use no names but your own. Leave out dates, ages, places and small numbers.",
            "Each line is a paragraph. Begin a line with ## and a space to make it a heading, with - and a space to make it an "
            "item of a list.",
        ),
        ("title", "summary", TEXT),
    ),
    (
        "Where you stood",
        ("Role, state and grade band are enough. Anything finer, such as a city or a school, helps people guess who is meant.",),
        ("role", "state", "grades"),
    ),
    (
        "What it is about",
        (
            "Themes help readers find the story. The activities stand below it, for those who want to try something next.",
            "A content note tells readers what is coming before the first line.",
        ),
        ("themes", "activities", "content_notes"),
    ),
    (
        "Students in it",
        ("Nobody should be able to point at a student, not even at your own school. If in doubt, leave the detail out.",),
        ("student_details",),
    ),
    (
        "How the teller is shown",
        (
            "You decide how much of you is shown, and can take less later. What was printed or copied stays out there.",
            "Anonymous means no name, no school, no page about you. Then nothing of that kind may stand in the file either.",
        ),
        ("attribution", "author", "school", "profile"),
    ),
    (
        "Consent",
        (
            "The editors ask for consent on paper, keep the form and give it a number. Have you no number yet? Leave this part "
            "empty: the check then says that consent is missing, and the editors fill it in with you.",
            "Never make up a number. Never put the form itself, or anyone’s address, into the file.",
        ),
        ("consent.granted", "consent.channels", "consent.review_by", "consent.reason", "consent.evidence"),
    ),
    (
        "The last bits",
        (
            "Today’s date will do; the editors change it when the story appears.",
            "Whoever asked, translated or edited can be named, if they agreed. Never name a student.",
        ),
        ("published", "interviewer", "translator", "editor"),
    ),
)
_QUESTIONS = {
    "kind": "Kind of story",
    "title": "Title",
    "summary": "One sentence that says what it is about",
    TEXT: "The story",
    "role": "Role of the teller",
    "state": "State",
    "grades": "Grades",
    "themes": "Themes",
    "activities": "Activities that go with it",
    "content_notes": "Content notes",
    "student_details": "Students",
    "attribution": "How the teller is shown",
    "author": "Name to show",
    "school": "School",
    "profile": "Page about the author",
    "consent.granted": "Day on the signed form",
    "consent.channels": "Where the story may appear",
    "consent.review_by": "Last day on which the consent holds",
    "consent.reason": "Why it holds for longer than three years",
    "consent.evidence": "Number from the editors",
    "published": "Day of first publication",
    "interviewer": "Who asked in the interview",
    "translator": "Who translated it",
    "editor": "Who edited it",
}
# Said instead of the model's description, where that only repeats the question.
_HINTS = {
    "title": "Short, and in your own words.",
    "summary": "It stands on the story's card and in search results.",
    "role": "",
    "grades": "",
    "themes": "",
    "activities": "Choose what a reader could try after this story.",
    "author": "Leave it out if the teller is anonymous.",
    "school": "Only if the school agreed too.",
    "published": "",
    "interviewer": "If this person wishes to be named.",
    "translator": "If this person wishes to be named.",
    "editor": "If this person wishes to be named.",
    "consent.granted": "",
    "consent.review_by": "Then the story is hidden until the teller is asked again. At most three years after the form’s day.",
}
_MEANINGS = {
    "kind": {
        "first-person": "You tell what you lived through yourself.",
        "interview": "Somebody told you, and agreed that you write it down.",
        "composite": "Made from several people’s real accounts.",
        "illustrative": "Made up as an example. Nobody real told it.",
    },
    "student_details": {
        "none": "No student appears.",
        "removed": "Students appear, and nothing points to any of them.",
        "composite": "Details of several students are mixed.",
    },
    "attribution": {
        "named": "With the full name.",
        "first-name": "With the first name alone.",
        "pseudonym": "With a name that is not the teller’s own.",
        "anonymous": "With no name at all.",
    },
    "consent.channels": {"web": "on this site", "print": "in printed handouts"},
}
# What the form has no place for: the editors add pictures, with the consent of the people in them, and old addresses.
_LEFT_OUT = ("pictures", "consent", "aliases")
_OF_REAL_STORIES = ("attribution", "author", "school", "profile")


def parts(edition: Edition) -> tuple[Fieldset, ...]:
    """The form's parts, with the activities of `edition` to choose from."""
    known = {field.name: field for field in _fields(json_schema.story(), edition)}
    asked = [name for _, _, names in _FIELDSETS for name in names]
    rest = [name for name in known if name not in asked]
    named = [(title, advice, names) for title, advice, names in _FIELDSETS]
    last_title, last_advice, last_names = named.pop()
    named.append((last_title, last_advice, (*last_names, *rest)))
    return tuple(Fieldset(title, advice, tuple(known[name] for name in names)) for title, advice, names in named)


def _fields(made: dict[str, Any], edition: Edition) -> Iterator[Field]:
    yield Field(TEXT, _QUESTIONS[TEXT], "About 400 to 1,000 words.", "text", True)
    for group, record in (("", made), ("consent.", made["$defs"]["Consent"])):
        for name, about in record["properties"].items():
            if group + name not in _LEFT_OUT and "$ref" not in about.get("items", {}):
                yield _field(group + name, about, name in record["required"], edition)


def _field(name: str, about: dict[str, Any], needed: bool, edition: Edition) -> Field:
    choices = about.get("enum") or about.get("items", {}).get("enum") or ()
    meanings = _MEANINGS.get(name, {})
    words = tuple((value, _capital(value), meanings.get(value, "")) for value in choices)
    groups = _activities(edition) if name == "activities" else (("", words),) if words else ()
    hint = "" if meanings else _HINTS.get(name, about["description"].replace("`", ""))
    return Field(
        name,
        _QUESTIONS.get(name, about["title"]),
        f"{hint} At most {about['maxItems']}.".strip() if "maxItems" in about else hint,
        _widget(name, about),
        needed,
        about.get("maxLength", about.get("maxItems", 0)),
        groups,
        name in _OF_REAL_STORIES or name.startswith("consent."),
    )


def _widget(name: str, about: dict[str, Any]) -> str:
    if about.get("type") == "array":
        return "many"
    if "enum" in about:
        return "choice" if len(about["enum"]) <= _RADIOS else "list"
    if about.get("format") == "date":
        return "date"
    if about.get("pattern") == "^https://":
        return "address"
    return "lines" if about.get("maxLength", 0) > 100 else "line"


def _activities(edition: Edition) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    return tuple(
        (volume.toolkit.fields.title, tuple((entry.name, entry.fields.title, "") for entry in volume.activities))
        for volume in edition.volumes
    )


def _capital(value: str) -> str:
    return (value[:1].upper() + value[1:]).replace("First-", "First ")
