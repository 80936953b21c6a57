"""Turns an activity into sheets of its own: what participants have in hand, alone or with the facilitator's side after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from press.handouts.sheets import inline_html, panels
from press.handouts.sheets.panels import PASSING, ActivityPanel, Draft, Panel
from press.handouts.sheets.sections import Placement, PrintedSection, Reader, Timed
from press.handouts.sheets.writing import Writing
from press.library.edition import Edition, Volume
from press.library.manuscript import Manuscript
from press.library.model import Activity
from press.manuscript import outline
from press.manuscript.problem import Problem

OPENING = "Before you start"


@dataclass(frozen=True)
class ParticipantSide(Panel):
    """What everyone in the room has in hand: the steps with their tools, fields to write in, and how to pass.

    `before` is what to keep in mind all along. It must fit on a leaf: one page, or two.
    """

    activity: ActivityPanel
    purpose: str
    before: tuple[Markup | Writing, ...]
    steps: tuple[Timed, ...]
    passing: PrintedSection | None


@dataclass(frozen=True)
class FacilitatorSide(Panel):
    """The activity's whole text, with its steps in full."""

    activity: ActivityPanel
    who: str
    leads: str
    materials: tuple[str, ...]
    to_print: tuple[str, ...]
    parts: tuple[PrintedSection, ...]


def drafts(edition: Edition, site_url: str, _across: int) -> Iterator[Draft]:
    """A handout for each activity."""
    for volume in edition.volumes:
        for number, activity in enumerate(volume.activities, 1):
            yield _draft(edition, volume, activity, number, site_url)


def participants(edition: Edition, site_url: str, _across: int) -> Iterator[Draft]:
    """The participant's side alone, for each activity: printed on both sides, no script stands on its back."""
    for volume in edition.volumes:
        for number, activity in enumerate(volume.activities, 1):
            panel = panels.activity_panel(edition, volume.toolkit, activity, number, site_url)
            reader = _reader(edition, activity, site_url, panel.number)
            yield _made(volume, activity, (_participant(activity, panel, reader),), "participant’s sheet", reader.problems)


def _draft(edition: Edition, volume: Volume, activity: Manuscript[Activity], number: int, site_url: str) -> Draft:
    fields = activity.fields
    panel = panels.activity_panel(edition, volume.toolkit, activity, number, site_url)
    reader = Reader(edition, activity, site_url, Placement(deeper=1, fields=False))
    parts = reader.parts(panels.accent(volume.toolkit.fields.letter))
    sides = (
        _participant(activity, panel, _reader(edition, activity, site_url, panel.number)),
        FacilitatorSide(
            f"{panel.id}--facilitator", "facilitator", panel.title, panel.path, 1,
            activity=panel, who=fields.who, leads=leads(fields), materials=materials(fields), to_print=_to_print(activity),
            parts=tuple(part for part in parts if part.title not in (PASSING, outline.KIT)),
        ),
    )  # fmt: skip
    return _made(volume, activity, sides, "activity sheet", reader.problems)


def _made(
    volume: Volume, activity: Manuscript[Activity], sides: tuple[Panel, ...], what: str, problems: Sequence[Problem]
) -> Draft:
    return Draft(
        name=volume.toolkit.name,
        title=f"{activity.fields.title}, {what}",
        path=activity.path,
        panels=sides,
        values=panels.values(volume.toolkit),
        problems=tuple(problems),
        activity=activity.name.rpartition("/")[2],
    )


def _reader(edition: Edition, activity: Manuscript[Activity], site_url: str, tile: str) -> Reader:
    return Reader(edition, activity, site_url, Placement(deeper=1, again="--in-hand", tile=tile))


def _participant(activity: Manuscript[Activity], panel: ActivityPanel, reader: Reader) -> ParticipantSide:
    parts = {part.heading.title: part for part in outline.sections(activity.source)}
    opening, passing = parts.get(OPENING), parts.get(PASSING)
    return ParticipantSide(
        panel.id, "participant", panel.title, panel.path, panel.line,
        activity=panel,
        purpose=activity.fields.purpose,
        before=reader.pieces(outline.marked(opening.tokens)) if opening else (),
        steps=reader.in_hand(),
        passing=PrintedSection(Markup(PASSING), "", passing.heading.line, reader.pieces(passing.tokens)) if passing else None,
    )  # fmt: skip


def _to_print(activity: Manuscript[Activity]) -> tuple[str, ...]:
    """What to print before people come, and how many."""
    kit = (f"{part.title}, {part.amount}" for part in outline.kit(activity.source))
    return ("The participant’s sheet, 1 for each person", *kit)


def materials(fields: Activity) -> tuple[str, ...]:
    """What to bring, short things on one line."""
    return tuple(inline_html.unbroken(item) for item in fields.materials)


def leads(fields: Activity) -> str:
    """Who can lead the activity, in a line."""
    return ", ".join(fields.roles).capitalize()
