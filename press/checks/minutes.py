"""Turns the activities' minutes and group sizes into problems."""

import datetime
from collections.abc import Iterator

from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.model import Activity
from press.manuscript import outline
from press.manuscript.problem import Problem


def steps_add_up(library: Library, today: datetime.date) -> Iterator[Problem]:
    """An activity has steps, each gives its minutes, and together they take as long as the activity."""
    for activity in library.activities:
        top = outline.section(activity.source, "Steps")
        if top is not None:  # where it is missing, `sections` says so
            yield from _steps(activity, top.heading.line)


def _steps(activity: Manuscript[Activity], top: int) -> Iterator[Problem]:
    steps = outline.steps(activity.source)
    if not steps:
        mend = "Put at least one below it, such as `### Settle (5 minutes)`."
        yield Problem(activity.path, top, "minutes", "“Steps” has no step.", mend)
        return
    for step in steps:
        if not step.minutes:
            mend = "End its heading with them in brackets, such as `### Settle (5 minutes)`."
            yield Problem(activity.path, step.line, "minutes", "This step does not give its minutes.", mend)
    total, wanted = sum(step.minutes for step in steps), activity.fields.minutes
    if total != wanted and all(step.minutes for step in steps):
        what = f"The steps take {_minutes(total)} together, and `minutes` says {wanted}."
        line = activity.source.line_of("minutes")
        yield Problem(activity.path, line, "minutes", what, "Change the steps or the sum, so that both are the same.")


def _minutes(count: int) -> str:
    return f"{count} minute" if count == 1 else f"{count} minutes"


def small_groups_have_a_size(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A small group says how small and how large it may be."""
    for activity in library.activities:
        fields, line = activity.fields, activity.source.line_of
        if fields.group == "small group":
            for name, example in (("smallest", 4), ("largest", 8)):
                if getattr(fields, name) is None:
                    what = f"A small group needs its size, and `{name}` is missing."
                    mend = f"Add a number of people, such as `{name}: {example}`."
                    yield Problem(activity.path, line("group"), "group", what, mend)
        if fields.smallest and fields.largest and fields.smallest > fields.largest:
            what = f"`smallest` is {fields.smallest}, and `largest` is {fields.largest}."
            yield Problem(activity.path, line("smallest"), "group", what, "Let `largest` be the larger number.")
