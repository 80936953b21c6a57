"""Turns the model into a JSON Schema of a story's front matter, and that into help for editors: what a field is, what it may say.

The site serves the schema; the form for stories and the snippet for VS Code are made from it. A test fails where a file is not
what the model says, and `make fields` writes all of them anew.
"""

import json
from collections.abc import Iterator
from typing import Any

import yaml

from press.library.model import Story

PATH = "press/story.schema.json"
SNIPPET_PATH = ".vscode/stories.code-snippets"
_DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that editors know best
_MAX_CHOICES = 15  # a list that one looks through; the states are left to be typed
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"

Schema = dict[str, Any]


def story() -> Schema:
    """The schema of a story's front matter: closed, with a title, a description and an example for each field."""
    made = _plain(Story.model_json_schema())
    for record in (made, *made["$defs"].values()):
        for name, field in record["properties"].items():
            field["title"] = name.replace("_", " ").capitalize()
    return {"$schema": _DIALECT, **made, "title": "A story’s front matter"}


def text() -> str:
    """The schema as the file at `PATH` holds it."""
    return json.dumps(story(), ensure_ascii=False, indent=2) + "\n"


def _plain(node: Any) -> Any:
    """`node` without what only the program knows: values that stand for "not given", examples as YAML text."""
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    found = {name: _plain(part) for name, part in node.items() if name != "default"}
    if "anyOf" in found:
        (given,) = (part for part in found.pop("anyOf") if part.get("type") != "null")
        found = {**given, **found}
    if found.get("type") == "boolean":  # YAML 1.2 takes yes and no for words
        found = {**found, "type": ["boolean", "string"], "enum": [True, False, "yes", "no"]}
    if isinstance(found.get("examples"), list):
        found["examples"] = [_value(example) for example in found["examples"]]
    return found


def _value(example: Any) -> Any:
    return yaml.load(example, Loader=yaml.BaseLoader) if isinstance(example, str) else example


def snippet() -> str:
    """A snippet for VS Code that writes a story's front matter, with the choices to pick from.

    VS Code knows snippets by itself; its YAML extension does not read front matter in Markdown (vscode-yaml #207).
    """
    schema = story()
    lines = ["---", *_lines(schema, schema["$defs"]), "---", "", "## ${90:What I saw}", "", "$0"]
    entry = {
        "prefix": "story",
        "description": "The front matter of a story, with its choices",
        "scope": "markdown",
        "body": lines,
    }
    return json.dumps({"A story’s front matter": entry}, ensure_ascii=False, indent=2) + "\n"


def _lines(schema: Schema, groups: Schema) -> Iterator[str]:
    """A line for each field, in the model's order; what is not always needed stands there too, to be filled in or deleted."""
    stops = iter(range(1, 90))
    for name, field in schema["properties"].items():
        group = field.get("$ref", "").removeprefix("#/$defs/")
        if group:
            yield f"{name}:"
            yield from (f"  {inner}: {_stop(next(stops), about)}" for inner, about in groups[group]["properties"].items())
        elif "$ref" not in field.get("items", {}):
            yield f"{name}: {_stop(next(stops), field, today=name == 'published')}"


def _stop(number: int, field: Schema, today: bool = False) -> str:
    """A place to fill in, with the choices where there are few. Never an example: a made-up consent would pass for one."""
    if field.get("type") == "array":
        return f"[{_stop(number, field['items'])}]"
    choices = field.get("enum", [])
    if 0 < len(choices) <= _MAX_CHOICES:
        return f"${{{number}|{','.join(choices)}|}}"
    return f"${{{number}:{_TODAY}}}" if today else f"${number}"
