"""Finds where the fields of a group stand elsewhere than below its name, and says once how the group is written.

A group is `consent` or `pictures`: a field that holds fields. Each way to write it wrong gives several faults, and has one cause.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from press.manuscript.source import Place, Value

_NO_GROUP = {"model_type", "dict_type", "list_type"}


@dataclass(frozen=True)
class Group:
    """A field called `name` that holds the `fields` of a record, or of several that each begin with a hyphen."""

    name: str
    fields: dict[str, FieldInfo]
    is_list: bool

    @property
    def how(self) -> str:
        """How it is written, whole, with gaps for what only the contributor knows."""
        if self.is_list:
            example = (next(iter(self.fields.values())).examples or ["…"])[0]
            return self.entry(f"Write `{self.name}:` alone on its line, below it", example)
        wanted = [name for name, info in self.fields.items() if info.is_required()] or list(self.fields)
        return f"Write `{self.name}:` alone on its line, and below it, each after two spaces: {_listed(wanted)}."

    def entry(self, place: str, value: str) -> str:
        """How one of a list is written at `place`, whole: `value` stands first, and the other fields are asked for."""
        first, *others = self.fields
        needed = [f", and below that {self._asked(name)}" for name in others if self.fields[name].is_required()]
        more = [self._asked(name) for name in others if not self.fields[name].is_required()]
        where_they_apply = f" Where they apply, add {', and '.join(more)}." if more else ""
        return f"{place} `  - {first}: {value}`{''.join(needed)}.{where_they_apply}"

    def _asked(self, name: str) -> str:
        """A field of an entry, and what to write into it, as the model's description begins."""
        words = re.split("[;:.]", self.fields[name].description or "…")[0]
        return f"`    {name}:` with {words[0].lower()}{words[1:]}"


@dataclass(frozen=True)
class Told:
    """One cause, at a place of the front matter; and how to mend it."""

    place: Place
    what: str
    mend: str


def of(model: type[BaseModel]) -> Iterator[Group]:
    """The groups that a manuscript's front matter may have."""
    for name, info in model.model_fields.items():
        inner = record(info.annotation)
        if inner:
            is_list = any(get_origin(part) is list for part in (info.annotation, *get_args(info.annotation)))
            yield Group(name, dict(inner.model_fields), is_list)


def record(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, if it holds one or a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := record(part))), None)


def sort(
    model: type[BaseModel], front: dict[str, Value], details: Sequence[ErrorDetails]
) -> tuple[list[Told], list[ErrorDetails]]:
    """The causes that lie in how a group is written, and the faults that have another."""
    told, rest = [], list(details)
    for group in of(model):
        mine = [one for one in rest if one["loc"][:1] == (group.name,)]
        strays = [one for one in rest if one["type"] == "extra_forbidden" and one["loc"][0] in group.fields]
        if strays:
            told.append(_strays(group, front, [str(one["loc"][0]) for one in strays]))
            rest = [one for one in rest if one not in strays and not (one in mine and _is_caused(one))]
        elif shapeless := [one for one in mine if _is_shapeless(one)]:
            told.append(Told(shapeless[0]["loc"], f"`{group.name}` needs fields of its own below it.", group.how))
            rest = [one for one in rest if one not in mine]
        elif (number := _parted(group, mine)) is not None:
            what = f"This hyphen begins another entry of `{group.name}`, and both lack a field."
            mend = "Put a space in its place, so that the line belongs to the entry above."
            told.append(Told((group.name, number), what, mend))
            rest = [one for one in rest if one not in mine or one["type"] != "missing"]
    return told, rest


def _strays(group: Group, front: dict[str, Value], names: Sequence[str]) -> Told:
    """Fields of a group that begin at the line's start."""
    these, them = ("These belong", "each") if len(names) > 1 else ("This belongs", "it")
    what = f"{these} under `{group.name}:`."
    if group.is_list:
        return Told((names[0],), what, group.how)
    above = "" if group.name in front else f"Write `{group.name}:` alone on the line above, and "
    mend = f"{above}{'put' if above else 'Put'} two spaces before {them}."
    return Told((names[0],), what, mend)


def _is_caused(detail: ErrorDetails) -> bool:
    """Whether a group lacks something, as it does where its fields stand elsewhere."""
    return detail["type"] == "missing" or _is_shapeless(detail)


def _is_shapeless(detail: ErrorDetails) -> bool:
    """Whether the group, or an entry of it, has no fields at all: no value, one word, or a list where there is none."""
    at_group = len(detail["loc"]) == 1 or isinstance(detail["loc"][-1], int)
    return at_group and detail["type"] in _NO_GROUP


def _parted(group: Group, details: Sequence[ErrorDetails]) -> int | None:
    """The second of two entries next to each other, each of which lacks what the other has."""
    lacking = {one["loc"][1]: one["input"] for one in details if one["type"] == "missing" and len(one["loc"]) == 3}
    for number, fields in lacking.items():
        before = lacking.get(number - 1) if group.is_list and isinstance(number, int) else None
        if before is not None and isinstance(number, int) and not set(before) & set(fields):
            return number
    return None


def _listed(names: Sequence[str]) -> str:
    marked = [f"`{name}:`" for name in names]
    return f"{', '.join(marked[:-1])} and {marked[-1]}" if len(marked) > 1 else marked[0]
