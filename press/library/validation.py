"""Turns a validation fault into a teacher's words.

What a value must be stands in model.py; what it must be beside other values, and whether a day can be true, in press/checks.
"""

import difflib
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from press.library import groups, mends
from press.library.model import values_of
from press.manuscript.problem import Problem
from press.manuscript.source import Source, Value

Fields = TypeVar("Fields", bound=BaseModel)

_EXAMPLES = {
    r"^C-[0-9]{4,8}$": "Write the number the editors gave, such as `C-0042`; never a name, signature or e-mail address.",
    r"[A-Za-z]{2}": "Say why in a few words, such as “The teller asked for five years”.",
    r"^[A-Z]$": "Write one capital letter, such as `A`.",
    r"^https://": "Write an address that starts with https://.",
    r"^[a-z0-9-]+/[a-z0-9-]+$": "Write toolkit and activity, such as `personal-inquiry/identity-map`.",
    r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$": "Write what stood after the site's own address, such as "
    "`stories/the-list`, without `.md` and without slashes at the ends.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters, digits and hyphens, such as `identity-map`.",
}
# What only the contributor knows: it is asked for, and nothing is offered to copy.
_ASKED = {
    "granted": "the day on which the teller agreed: year, month and day",
    "channels": "where it may appear, as the teller agreed: `web`, `print` or both, in square brackets",
    "review_by": "the last day on which the consent holds: year, month and day",
    "evidence": "the number under which the editors keep the signed form",
    "people": "`yes` if a person can be seen or known in it, otherwise `no`",
    "student_details": "`none` if no student appears in the story, otherwise `removed` or `composite`",
    "state": "the name of the state, in full",
    "published": "the day of first publication: year, month and day",
}


def validate(model: type[Fields], source: Source) -> tuple[Fields | None, tuple[Problem, ...]]:
    """The front matter as a record, or every fault in it at once."""
    try:
        return model.model_validate(source.front), ()
    except ValidationError as error:
        told, rest = groups.sort(model, source.front, error.errors())
        found = {Problem(source.path, source.line_of(*one.place), "front-matter", one.what, one.mend) for one in told}
        found |= {_problem(model, source, detail) for detail in _causes(model, source, rest)}
        return None, tuple(sorted(found, key=lambda problem: (problem.line, problem.what)))


def of_given(model: type[Fields], front: dict[str, Value]) -> tuple[tuple[str, str], ...]:
    """What is wrong with the values in `front` and how to mend it; fields that are not there yet are no fault."""
    try:
        model.model_validate(front)
    except ValidationError as error:
        return tuple(dict.fromkeys(_words(model, detail) for detail in error.errors() if detail["type"] != "missing"))
    return ()


def _causes(model: type[BaseModel], source: Source, details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The faults without those that follow from another: a field that is missing since its name is misspelled, and one
    whose lines can't be read as they are written."""
    renamed = {
        (*one["loc"][:-1], near) for one in details if one["type"] == "extra_forbidden" and (near := _near(model, one["loc"]))
    }
    return [
        one
        for one in details
        if not (one["type"] == "missing" and one["loc"] in renamed) and not (one["loc"] in source.lines and _is_told(source, one))
    ]


def _is_told(source: Source, detail: ErrorDetails) -> bool:
    """Whether reading has found a problem on the lines of this value."""
    first = source.line_of(*detail["loc"])
    ends = min((line for line in source.lines.values() if line > first), default=source.body_line)
    return any(first <= problem.line < ends for problem in source.problems)


def _problem(model: type[BaseModel], source: Source, detail: ErrorDetails) -> Problem:
    place = detail["loc"]
    what, mend = _words(model, detail)
    return Problem(source.path, source.line_of(*place), "front-matter", what, mend)


def _words(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = _name(detail["loc"])
    if given == "" and kind != "missing":
        asked = _ASKED.get(_field_of(detail["loc"]))
        wanted = f"Write {asked}." if asked else "Write one after the colon, or delete the line if the field is not needed."
        return f"{name} has no value.", wanted
    match kind:
        case "missing":
            return f"{name} is missing.", _ask(model, detail["loc"])
        case "extra_forbidden":
            return f"There is no field called {name}.", _nearest(model, detail["loc"])
        case "literal_error":
            return f"{name} is none of the values that it may have.", _word(detail["loc"], given, context)
        case "string_too_long" | "too_long" if isinstance(given, str):
            size = f"{len(str(given))} characters; it may have {context['max_length']}"
            return f"{name} is too long: {size}.", "Shorten it."
        case "string_pattern_mismatch":
            return f"{name} is not written as it should be.", _EXAMPLES[str(context["pattern"])]
        case "too_short" | "too_long":
            wanted = f"at least {context['min_length']}" if kind == "too_short" else f"at most {context['max_length']}"
            return f"{name} has too {'few' if kind == 'too_short' else 'many'} entries.", f"Give {wanted}."
        case "greater_than_equal" | "less_than_equal":
            if "ge" in context:
                return f"{name} is too small.", f"Give a number of at least {context['ge']}."
            return f"{name} is too large.", f"Give a number of at most {context['le']}."
        case "list_type":
            return f"{name} should be a list.", _list(model, detail["loc"], given)
        case "string_type":
            return f"{name} should be one line of text.", "Write it on one line, in quotes if it has a bracket or a colon."
    if kind.startswith(("date", "time")):
        return f"{name} is not a date.", mends.day(given)
    if kind.startswith("int"):
        return f"{name} is not a whole number.", "Write it in digits, such as 35."
    if kind.startswith("bool"):
        return f"{name} should say yes or no.", "Write `yes` or `no`."
    return f"{name} can't be used as it is.", "Compare it with the fields page."


def _name(place: tuple[str | int, ...]) -> str:
    words = [_field(part) if isinstance(part, str) else f"entry {part + 1}" for part in place]
    return ", ".join(words) or "The front matter"


def _field(name: str) -> str:
    """A field's name as given, unless it may be somebody's name or address: logs are public."""
    return f"`{name}`" if re.fullmatch(r"[a-z_-]{1,40}", name) else "`…`"


def _field_of(place: tuple[str | int, ...]) -> str:
    return str(next(part for part in reversed(place) if isinstance(part, str)))


def _fields(model: type[BaseModel], place: tuple[str | int, ...]) -> dict[str, Any]:
    """The fields of the group that holds the last part of `place`."""
    fields: dict[str, Any] = dict(model.model_fields)
    for part in place[:-1]:
        if isinstance(part, str) and part in fields:
            inner = groups.record(fields[part].annotation)
            fields = dict(inner.model_fields) if inner else {}
    return fields


def _ask(model: type[BaseModel], place: tuple[str | int, ...]) -> str:
    """What to add: a value to choose, where there are few; what only the contributor knows is asked for."""
    name = _field_of(place)
    info = _fields(model, place).get(name)
    if name in _ASKED:
        return f"Add `{name}:` with {_ASKED[name]}."
    values = tuple(values_of(info)) if info is not None else ()
    example = str(info.examples[0]) if info is not None and info.examples else ""
    if values and example.startswith("["):
        return f"Add `{name}:` with one or more of these in square brackets: {', '.join(values)}."
    if values:
        return f"Add `{name}:` with one of these: {', '.join(values)}."
    return f"Add `{name}:` and a value, such as `{name}: {example}`." if example else f"Add `{name}:` and its fields."


def _list(model: type[BaseModel], place: tuple[str | int, ...], given: object) -> str:
    name = _field_of(place)
    info = _fields(model, place).get(name)
    return mends.listed(name, str(given), tuple(values_of(info)) if info is not None else ())


def _nearest(model: type[BaseModel], place: tuple[str | int, ...]) -> str:
    near = _near(model, place)
    if near:
        return f"Did you mean `{near}`?"
    return f"The fields are: {', '.join(_fields(model, place))}. Delete this line or rename it."


def _near(model: type[BaseModel], place: tuple[str | int, ...]) -> str | None:
    given = re.sub(r"[ -]", "_", str(place[-1]).lower())
    return next(iter(difflib.get_close_matches(given, list(_fields(model, place)), 1)), None)


def _word(place: tuple[str | int, ...], given: object, context: dict[str, Any]) -> str:
    expected = tuple(re.findall(r"'([^']*)'", str(context["expected"])))
    return mends.word(_field_of(place), given, expected, is_entry=isinstance(place[-1], int))
