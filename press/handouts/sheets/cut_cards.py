"""Turns an activity into cards: the same panel three times on a page, to cut apart for small groups."""

from collections.abc import Iterator
from dataclasses import replace

from press.handouts.sheets import panels
from press.handouts.sheets.panels import ActivityPanel, Draft, PrintedStep
from press.library.edition import Edition


def drafts(edition: Edition, site_url: str, across: int) -> Iterator[Draft]:
    """A handout for each activity: `across` copies of it."""
    for volume in edition.volumes:
        toolkit = volume.toolkit
        for number, activity in enumerate(volume.activities, 1):
            panel = panels.activity_panel(edition, toolkit, activity, number, site_url)
            cards = tuple(_copy(panel, copy, across) for copy in range(1, across + 1))
            name = activity.name.rpartition("/")[2]
            yield Draft(
                name=toolkit.name,
                title=f"{panel.title}, cards to cut",
                path=activity.path,
                panels=cards,
                values=panels.values(toolkit),
                activity=name,
            )


def _copy(panel: ActivityPanel, copy: int, copies: int) -> ActivityPanel:
    """The panel with fields of its own: a PDF fills in all fields of one name at once."""
    ending = f", card {copy} of {copies}"
    return replace(
        panel, id=f"{panel.id}-card-{copy}", copy=ending, steps=tuple(_step(step, copy, ending) for step in panel.steps)
    )


def _step(step: PrintedStep, copy: int, ending: str) -> PrintedStep:
    return replace(
        step,
        prompts=tuple(
            replace(prompt, name=f"{prompt.name}-card-{copy}", title=f"{prompt.title}{ending}") for prompt in step.prompts
        ),
    )
