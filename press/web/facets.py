"""Turns stories and activities into what lists and search filter by: the choices to offer, and a small index for the browser.

`STORIES` and `ACTIVITIES` are the tables: a row more is a filter more.

The index says only which entry of the list has which values. The cards themselves come from the list pages, so they are
written once. Measured, compressed: 2 kB for 200 stories, 5 kB for 1,000, 20 kB for 5,000; a list page adds some 6 kB, and the
first twelve cards lie on twelve pages at most. The search of words takes 45 kB and more before its first answer.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from press.library.model import Activity, Story, StoryKind
from press.library.vocabulary import GRADES, GROUPS, ROLES, STATES, THEMES

Fields = TypeVar("Fields", Story, Activity)

MINUTES = ("up to 30", "31 to 45", "46 to 60", "more than 60")


@dataclass(frozen=True)
class Facet(Generic[Fields]):
    """Something to filter by: its `name` in the address, its `title` on a list, its values in order, and where they stand.

    `in_search` is its title in the search dialog, which has stories and activities together; empty where search has none.
    """

    name: str
    title: str
    order: tuple[str, ...]
    values: Callable[[Fields], Sequence[str]]
    in_search: str = ""


@dataclass(frozen=True)
class Choice:
    """A facet as a list offers it: the values that there are, each with the number of its entries."""

    name: str
    title: str
    options: tuple[tuple[str, int], ...]


def time(minutes: int) -> str:
    """The entry of `MINUTES` that an activity of so many minutes falls into."""
    return MINUTES[(minutes > 30) + (minutes > 45) + (minutes > 60)]


STORIES: tuple[Facet[Story], ...] = (
    Facet("theme", "Theme", THEMES, lambda story: story.themes, "Theme"),
    Facet("role", "Told by", ROLES, lambda story: [story.role], "Role"),
    Facet("state", "State", tuple(state for state, _ in STATES), lambda story: [story.state], "State"),
    Facet("grade", "Grades", tuple(grades for grades, _ in GRADES), lambda story: [story.grades], "Grades"),
    Facet("told", "Kind of story", get_args(StoryKind), lambda story: [story.kind], "Told as"),
)
ACTIVITIES: tuple[Facet[Activity], ...] = (
    Facet("theme", "Theme", THEMES, lambda activity: activity.themes, "Theme"),
    Facet("role", "Who leads it", ROLES, lambda activity: activity.roles, "Role"),
    Facet("minutes", "Minutes", MINUTES, lambda activity: [time(activity.minutes)]),
    Facet("group", "Group", tuple(group for group, _ in GROUPS), lambda activity: [activity.group]),
)
_ALL: tuple[Facet[Any], ...] = (*STORIES, *ACTIVITIES)


@dataclass(frozen=True)
class Narrowing:
    """What search narrows its results by: its `name` in the index, its `title` and its `values`."""

    name: str
    title: str
    values: tuple[str, ...]


def on_page(kind: str, fields: Fields | None = None, facets: tuple[Facet[Fields], ...] = ()) -> dict[str, tuple[str, ...]]:
    """What search knows a page by: its `kind` for readers, and the values of those `facets` that search has."""
    found: dict[str, tuple[str, ...]] = {"kind": (kind,)}
    if fields is not None:
        found |= {facet.name: tuple(map(_capital, facet.values(fields))) for facet in facets if facet.in_search}
    return found


def _capital(value: str) -> str:
    return value[0].upper() + value[1:]


def choices(entries: Sequence[Fields], facets: tuple[Facet[Fields], ...]) -> tuple[Choice, ...]:
    """What a list of `entries` offers to filter by. A facet with one value alone would divide nothing: it is left out."""
    found = []
    for facet in facets:
        counts = Counter(value for entry in entries for value in facet.values(entry))
        options = tuple((value, counts[value]) for value in facet.order if counts[value])
        if len(options) > 1:
            found.append(Choice(facet.name, facet.title, options))
    return tuple(found)


def offered(pages: Iterable[Mapping[str, Sequence[str]]]) -> tuple[Narrowing, ...]:
    """What search narrows its results by: the values of `pages` by facet, in the lists' order; kinds in the alphabet's."""
    found: dict[str, set[str]] = {}
    for facets in pages:
        for name, values in facets.items():
            found.setdefault(name, set()).update(values)
    searched = [facet for facet in _ALL if facet.in_search]
    titles = {"kind": "Kind"} | {facet.name: facet.in_search for facet in searched}
    places = {facet.name: {value.lower(): place for place, value in enumerate(facet.order)} for facet in searched}

    def in_order(name: str) -> tuple[str, ...]:
        known = places.get(name, {})
        return tuple(sorted(found.get(name, ()), key=lambda value: (known.get(value.lower(), -1), value)))

    return tuple(Narrowing(name, title, in_order(name)) for name, title in titles.items())


def index(entries: Sequence[Fields], facets: tuple[Facet[Fields], ...]) -> str:
    """The index as JSON: for each facet on offer its values, and for each entry in the list's order their places among them."""
    offered = choices(entries, facets)
    by_name = {facet.name: facet for facet in facets}
    found = {}
    for choice in offered:
        values = [value for value, _ in choice.options]
        places = {value: place for place, value in enumerate(values)}
        of = [[places[value] for value in by_name[choice.name].values(entry)] for entry in entries]
        found[choice.name] = {"values": values, "of": of}
    return json.dumps({"entries": len(entries), "facets": found}, separators=(",", ":"))
