"""Turns an activity into a sheet of its own: the participant's side on one page, then the facilitator's side."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.handouts.sheets import panels
from press.handouts.sheets.panels import ActivityPanel, Draft, Panel
from press.handouts.sheets.sections import Placement, PrintedSection, Reader
from press.library.edition import Edition, Volume
from press.library.manuscript import Manuscript
from press.library.model import Activity

PASSING = "How anyone may pass or opt out"


@dataclass(frozen=True)
class ParticipantSide(Panel):
    """What everyone in the room has in hand: the steps, fields to write in, and how to pass. It must fit its page."""

    activity: ActivityPanel
    purpose: str
    passing: PrintedSection | None


@dataclass(frozen=True)
class FacilitatorSide(Panel):
    """The activity's whole text, with its steps in full."""

    activity: ActivityPanel
    who: str
    leads: str
    parts: tuple[PrintedSection, ...]


def drafts(edition: Edition, site_url: str, _across: int) -> Iterator[Draft]:
    """A handout for each activity."""
    for volume in edition.volumes:
        for number, activity in enumerate(volume.activities, 1):
            yield _draft(edition, volume, activity, number, site_url)


def _draft(edition: Edition, volume: Volume, activity: Manuscript[Activity], number: int, site_url: str) -> Draft:
    toolkit, fields = volume.toolkit, activity.fields
    letter = toolkit.fields.letter
    color, tint = panels.accent(letter)
    panel = panels.activity_panel(toolkit, activity, number, site_url)
    reader = Reader(edition, activity, site_url, Placement(deeper=1, fields=False))
    parts = reader.parts((color, tint))
    passing = next((part for part in parts if part.title == PASSING), None)
    sides = (
        ParticipantSide(
            panel.id, "participant", panel.title, panel.path, panel.line,
            activity=panel, purpose=fields.purpose, passing=passing,
        ),
        FacilitatorSide(
            f"{panel.id}--facilitator", "facilitator", panel.title, panel.path, 1,
            activity=panel, who=fields.who, leads=leads(fields),
            parts=tuple(part for part in parts if part is not passing),
        ),
    )  # fmt: skip
    title = f"{panel.title}, activity sheet"
    return Draft(
        name=toolkit.name,
        title=title,
        path=activity.path,
        panels=sides,
        values=panels.values(toolkit),
        problems=tuple(reader.problems),
        activity=panel.id,
    )


def leads(fields: Activity) -> str:
    """Who can lead the activity, in a line."""
    return ", ".join(fields.roles).capitalize()
