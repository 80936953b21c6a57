"""Turns the schema of a story into the steps of the form that teachers write one in.

The fields, their choices and limits come from the schema; the order, the questions and the advice from `questions`.
"""

from collections.abc import Iterator
from typing import Any

from press.library import json_schema
from press.library.edition import Edition
from press.web.form import questions
from press.web.form.parts import Field, Fieldset, Step

_RADIOS = 5  # more choices than that are a list to open


def steps(edition: Edition) -> tuple[Step, ...]:
    """The form's steps, with the activities of `edition` to choose from."""
    known = {field.name: field for field in _fields(json_schema.story(), edition)}
    asked = {name for _, parts in questions.STEPS for _, _, names in parts for name in names}
    rest = tuple(name for name in known if name not in asked)

    def made(title: str, parts: tuple[questions.Part, ...]) -> Step:
        more = rest if title == questions.STEPS[-1][0] else ()
        return Step(
            title, tuple(Fieldset(of, advice, tuple(known[name] for name in (*names, *more))) for of, advice, names in parts)
        )

    return tuple(made(title, parts) for title, parts in questions.STEPS)


def _fields(made: dict[str, Any], edition: Edition) -> Iterator[Field]:
    yield Field(questions.TEXT, questions.QUESTIONS[questions.TEXT], "About 400 to 1,000 words.", "text", True)
    for group, record in (("", made), ("consent.", made["$defs"]["Consent"])):
        for name, about in record["properties"].items():
            if group + name not in questions.LEFT_OUT and "$ref" not in about.get("items", {}):
                yield _field(group + name, about, name in record["required"], edition)


def _field(name: str, about: dict[str, Any], needed: bool, edition: Edition) -> Field:
    choices = about.get("enum") or about.get("items", {}).get("enum") or ()
    meanings = questions.MEANINGS.get(name, {})
    words = tuple((value, _capital(value), meanings.get(value, "")) for value in choices)
    groups = _activities(edition) if name == "activities" else (("", words),) if words else ()
    hint = "" if meanings else questions.HINTS.get(name, about["description"].replace("`", ""))
    return Field(
        name,
        questions.QUESTIONS.get(name, about["title"]),
        f"{hint} At most {about['maxItems']}.".strip() if "maxItems" in about else hint,
        _widget(name, about),
        needed or name in questions.NEEDED_OF_TELLERS,
        about.get("maxLength", about.get("maxItems", 0)),
        groups,
        questions.REAL if name.startswith("consent.") else questions.OF_KINDS.get(name, ()),
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
