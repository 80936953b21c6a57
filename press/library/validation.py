"""Turns a validation fault into a teacher's words.

What a value must be stands in model.py; what it must be beside other values, and whether a day can be true, in press/checks.
"""

import difflib
import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

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


def validate(model: type[Fields], source: Source) -> tuple[Fields | None, tuple[Problem, ...]]:
    """The front matter as a record, or every fault in it at once."""
    try:
        return model.model_validate(source.front), ()
    except ValidationError as error:
        found = [_problem(model, source, detail) for detail in error.errors()]
        return None, tuple(sorted(set(found), key=lambda problem: problem.line))


def of_given(model: type[Fields], front: dict[str, Value]) -> tuple[tuple[str, str], ...]:
    """What is wrong with the values in `front` and how to mend it; fields that are not there yet are no fault."""
    try:
        model.model_validate(front)
    except ValidationError as error:
        return tuple(dict.fromkeys(_words(model, detail) for detail in error.errors() if detail["type"] != "missing"))
    return ()


def _problem(model: type[BaseModel], source: Source, detail: ErrorDetails) -> Problem:
    place = detail["loc"]
    what, mend = _words(model, detail)
    return Problem(source.path, source.line_of(*place), "front-matter", what, mend)


def _words(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = _name(detail["loc"])
    if given == "" and kind != "missing":
        return f"{name} has no value.", "Write one after the colon, or delete the line if the field is not needed."
    match kind:
        case "missing":
            return f"{name} is missing.", f"Add {_example(model, detail['loc'])}."
        case "extra_forbidden":
            return f"There is no field called {name}.", _nearest(model, detail["loc"])
        case "literal_error":
            return f"{name} is none of the values that it may have.", _choices(str(context["expected"]), str(given))
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
            return f"{name} should be a list.", f"Write it in square brackets: {_example(model, detail['loc'])}."
        case "string_type":
            return f"{name} should be one line of text.", "Write it on one line, in quotes if it has a bracket or a colon."
        case "model_type" | "dict_type":
            return f"{name} should be a group of fields.", "Indent its fields below it; the fields page shows how."
    if kind.startswith(("date", "time")):
        return f"{name} is not a date.", "Write year, month and day, such as 2026-11-22."
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


def _fields(model: type[BaseModel], place: tuple[str | int, ...]) -> dict[str, Any]:
    """The fields of the group that holds the last part of `place`."""
    fields: dict[str, Any] = dict(model.model_fields)
    for part in place[:-1]:
        if isinstance(part, str) and part in fields:
            inner = next(_models(fields[part].annotation), None)
            fields = dict(inner.model_fields) if inner else {}
    return fields


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _example(model: type[BaseModel], place: tuple[str | int, ...]) -> str:
    name = str(next(part for part in reversed(place) if isinstance(part, str)))
    info = _fields(model, place).get(name)
    example = info.examples[0] if info is not None and info.examples else ""
    return f"`{name}: {example}`" if example else f"`{name}:` and its fields"


def _nearest(model: type[BaseModel], place: tuple[str | int, ...]) -> str:
    names = list(_fields(model, place))
    near = difflib.get_close_matches(str(place[-1]), names, 1)
    return f"Did you mean `{near[0]}`?" if near else f"The fields are: {', '.join(names)}. Delete this line or rename it."


def _choices(expected: str, given: str) -> str:
    values = re.findall(r"'([^']*)'", expected)
    near = difflib.get_close_matches(given.lower(), values, 1)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Choose one: {', '.join(values)}." if len(values) <= 15 else "Write it in full, as on the fields page."
