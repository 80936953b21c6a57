"""Turns a table of rules on front matter into problems: the form for stories runs the same table in the browser.

A condition is a field, a verb and its values, such as `("consent.granted", "is after", "today")`; a day is compared with another
field, with "today", or with a day as it is written. Both interpreters, this one and `press/theme/assets/press/write/rules.js`,
know the verbs of `_VERBS` and no other; a test runs all cases through both.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from press.library.manuscript import Manuscript
from press.library.model import Story
from press.manuscript.problem import Level, Problem

Condition: TypeAlias = tuple[str, ...]
Given: TypeAlias = object  # a field's value; None where it isn't given


class Rule(NamedTuple):
    """When all conditions of `when` hold, `what` and `mend` are said at the field `at`; `{field}` stands for a value."""

    rule: str
    when: tuple[Condition, ...]
    at: str
    what: str
    mend: str
    level: Level = "error"


def broken(rules: Iterable[Rule], story: Manuscript[Story], today: datetime.date) -> Iterator[Problem]:
    """What the rules say about a story on the day `today`."""

    def value(name: str) -> Given:
        if name[:1].isdigit():
            return datetime.date.fromisoformat(name)
        found: Given = story.fields
        for part in name.split("."):
            found = getattr(found, part, None)
        return today if name == "today" else found

    for rule in rules:
        if all(_VERBS[verb](value(name), values, value) for name, verb, *values in rule.when):
            words = rule.what
            for name in (rule.at, *(condition[0] for condition in rule.when)):
                words = words.replace(f"{{{name}}}", str(value(name)))
            yield Problem(story.path, story.source.line_of(*rule.at.split(".")), rule.rule, words, rule.mend, rule.level)


def _later(one: Given, other: Given) -> bool | None:
    """Whether `one` is a later day than `other`; None where one of them isn't given."""
    both = isinstance(one, datetime.date) and isinstance(other, datetime.date)
    return one > other if both else None  # type: ignore[operator]


def _is_beyond(one: Given, other: Given, years: int) -> bool:
    """Whether `one` is later than the same day `years` years after `other`; for 29 February the last such day is the 28th."""
    if not isinstance(one, datetime.date) or not isinstance(other, datetime.date):
        return False
    return (one.year - years, one.month, one.day) > (other.year, other.month, other.day)


Verb: TypeAlias = Callable[[Given, list[str], Callable[[str], Given]], bool]
_VERBS: dict[str, Verb] = {
    "is": lambda given, values, _: given in values,
    "is not": lambda given, values, _: given not in values,
    "is given": lambda given, values, _: bool(given),
    "is missing": lambda given, values, _: given is None,
    "is after": lambda given, values, value: _later(given, value(values[0])) is True,
    "is not after": lambda given, values, value: _later(given, value(values[0])) is False,
    "is before": lambda given, values, value: _later(value(values[0]), given) is True,
    "is more years after": lambda given, values, value: _is_beyond(given, value(values[0]), int(values[1])),
    "has any of": lambda given, values, _: isinstance(given, str) and any(part in given for part in values),
    "lacks": lambda given, values, _: isinstance(given, list) and values[0] not in given,
}
