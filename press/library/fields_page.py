"""Turns the model into the page that explains every front-matter field to contributors."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from press.library.kinds import KINDS, NOTICE, STORY
from press.library.model import Consent, Picture, values_of

PATH = "docs/contributing/fields.md"
# Below the kind of manuscript that they stand in first.
_WITHIN: Mapping[str, tuple[tuple[type[BaseModel], str], ...]] = {
    STORY.name: ((Consent, "Consent, inside a real story"), (Picture, "A picture, inside a story or an activity"))
}
_OPENING = """\
---
title: Fields
description: Every field that can stand at the top of a story, a toolkit, an activity or a page.
---

Every manuscript starts with a few lines between two lines of `---`: its front matter. Each line has a field’s name, a colon
and a value. A value is the text that you write, on one line: `yes`, `12:30` and `1.10` stay so in a title. Put it in quotes
if it has a colon or ` #` in it, or starts with a sign. A line that starts with `# ` is a remark, and no reader sees it.

A field that is not listed here is a mistake, and the check says so. So is a value that would be cut, joined or read as
something else. This page is made from the program’s own rules, so the two can’t drift apart.
"""


def page() -> str:
    """The whole page as Markdown."""
    return _OPENING + "".join(f"\n## {title}\n\n{_about(model)}\n\n{_table(model)}" for model, title in _titles())


def _titles() -> Iterator[tuple[type[BaseModel], str]]:
    """The records that front matter is made of, each with its heading: a story, as most who look here write one, first."""
    for kind in sorted(KINDS, key=lambda kind: (kind is not STORY, kind is not NOTICE)):
        yield kind.model, kind.heading
        yield from _WITHIN.get(kind.name, ())


def _about(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _table(model: type[BaseModel]) -> str:
    rows = ["| Field | Needed | What it says | Example |", "|---|---|---|---|"]
    for name, info in model.model_fields.items():
        example = f"`{name}: {info.examples[0]}`" if info.examples else f"`{name}:` and its fields"
        rows.append(f"| `{name}` | {'yes' if info.is_required() else 'no'} | {_meaning(info)} | {example} |")
    return "\n".join(rows) + "\n"


def _meaning(info: FieldInfo) -> str:
    values = [value for value in values_of(info) if f"`{value}`" not in (info.description or "")]
    limits = [part for part in info.metadata if getattr(part, "max_length", None)]
    size = f" At most {limits[-1].max_length} characters." if limits and str in _plain(info.annotation) else ""
    listed = ""
    if 0 < len(values) <= 15:
        listed = " One of: " + ", ".join(f"`{value}`" for value in values) + "."
    return (info.description or "") + size + listed


def _plain(annotation: Any) -> set[Any]:
    return {annotation, *(part for part in get_args(annotation) if part is not NoneType)}
