"""Turns the faults that a form lets one make into what the program says about each: it is found out by making each fault once.

So the words for front matter stay in `library.validation` and those for files in `manuscript.decoding` and
`manuscript.front_matter`, and nowhere else.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from press.library import json_schema, kinds, validation
from press.library.model import Story
from press.manuscript import decoding, front_matter, normalize
from press.manuscript.source import Source, Value
from press.web.form import js_regex

SIZE = "{size}"  # stands in a message for what is counted
NUMBER = "{number}"  # for which of the pictures it is
_NAME = "stories/new.md"

Words = tuple[str, str]
Json = dict[str, Any]


def of_fields() -> dict[str, dict[str, Words]]:
    """What is said about each fault that a field can have in the form, by the field's name: "consent.granted"."""
    made = json_schema.story()
    sound = _examples(made["properties"])
    sound["consent"] = _examples(made["$defs"]["Consent"]["properties"])
    groups = {"": made, "consent": made["$defs"]["Consent"]}
    return {
        f"{group}.{name}".lstrip("."): {
            kind: _said(sound, group, name, value) for kind, value in _wrong(field, name in record["required"])
        }
        for group, record in groups.items()
        for name, field in record["properties"].items()
        if "$ref" not in str(field)
    }


def of_pictures() -> dict[str, dict[str, Words]]:
    """What is said about each fault that a picture's fields can have in the form, which gives the file its name."""
    about = json_schema.story()["$defs"]["Picture"]
    fields: Json = about["properties"]
    return {
        name: {kind: _of_picture(_examples(fields), name, value) for kind, value in _wrong(field, name in about["required"])}
        for name, field in fields.items()
        if name != "file"
    }


def _of_picture(picture: dict[str, Value], name: str, value: Any) -> Words:
    front: dict[str, Any] = {**_examples(json_schema.story()["properties"]), "pictures": [picture]}
    picture.pop(name, None)
    if value is not None:
        picture[name] = value
    what, mend = _only(front, value)
    return what.replace("entry 1", f"entry {NUMBER}"), mend


def _examples(fields: Json) -> dict[str, Value]:
    return {name: field["examples"][0] for name, field in fields.items() if field.get("examples")}


def _wrong(field: Json, needed: bool) -> Iterable[tuple[str, Any]]:
    """Each fault a field's schema lets one make, with a value that makes it; None leaves the field out."""
    if needed:
        yield "missing", None
    if "maxLength" in field:
        yield "long", "x" * (field["maxLength"] + 1)
    if "maxItems" in field:
        yield "many", [field["items"].get("enum", ["test/test"])[0]] * (field["maxItems"] + 1)
    if "pattern" in field:
        yield "pattern", "?"
    if field.get("format") == "date":
        yield "date", "?"


def _said(sound: Mapping[str, Value], group: str, name: str, value: Any) -> Words:
    front: dict[str, Any] = {key: dict(held) if isinstance(held, dict) else held for key, held in sound.items()}
    record = front[group] if group else front
    record.pop(name, None)
    if value is not None:
        record[name] = value
    return _only(front, value)


def _only(front: dict[str, Any], value: Any) -> Words:
    _, found = validation.validate(Story, Source(_NAME, front))
    (problem,) = found
    what = problem.what.replace(str(len(value)), SIZE, 1) if isinstance(value, str) and len(value) > 1 else problem.what
    return what, problem.mend


def of_files() -> Json:
    """Limits on a file as a whole, and what is said beyond them, found out in the same way."""
    front = b"---\ntitle: x\n---\n"
    limits = (
        ("bytes", decoding.MAX_BYTES, b"x" * (decoding.MAX_BYTES + 1)),
        ("block", decoding.MAX_BLOCK, front + b"x" * (decoding.MAX_BLOCK + 1)),
        ("lines", decoding.MAX_LINES, front + b"\n" * decoding.MAX_LINES),
        ("nesting", decoding.MAX_NESTING, front + b">" * (decoding.MAX_NESTING + 1)),
        ("brackets", decoding.MAX_BRACKETS, front + (b"[" * 10 + b"\n\n") * (decoding.MAX_BRACKETS // 10 + 1)),
        ("headings", decoding.MAX_HEADINGS, front + b"# x\n\n" * (decoding.MAX_HEADINGS + 1)),
        ("front", front_matter.MAX_FRONT_BYTES, b"---\n" + b"x" * (front_matter.MAX_FRONT_BYTES + 1) + b"\n---\n"),
    )
    unseen = {"hidden": js_regex.pattern(normalize.UNSEEN), "past": js_regex.pattern(normalize.PASSED_OVER)}
    return {**unseen, **{name: {"most": most, **_unread(data, name)} for name, most, data in limits}}


def _unread(data: bytes, name: str) -> Json:
    (problem,) = kinds.parse(data, _NAME).problems
    what = problem.what.replace(f"{len(data) / 1000:,.0f} kB;", f"{SIZE} kB;") if name == "bytes" else problem.what
    return {"rule": problem.rule, "words": (what, problem.mend)}
