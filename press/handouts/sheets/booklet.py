"""Turns a toolkit into a booklet: a title page, contents, the toolkit's opening text and every activity in full."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from press.handouts.sheets import activity_sheet, panels
from press.handouts.sheets.panels import ActivityPanel, Cover, Draft, Panel
from press.handouts.sheets.sections import Placement, PrintedSection, Reader
from press.library.edition import Edition, Volume
from press.library.manuscript import Manuscript
from press.library.model import Activity

OPENING = "About this toolkit"


@dataclass(frozen=True)
class Contents(Panel):
    """What is in the booklet, with the pages where it begins."""

    opening: "Opening"
    chapters: "tuple[Chapter, ...]"
    url: str
    address: str


@dataclass(frozen=True)
class Opening(Panel):
    """The text of the toolkit's opening page."""

    parts: tuple[PrintedSection, ...]


@dataclass(frozen=True)
class Chapter(Panel):
    """An activity: its facts and all its sections. `address` is its page on the site, as one types it."""

    activity: ActivityPanel
    purpose: str
    who: str
    leads: str
    materials: tuple[str, ...]
    address: str
    parts: tuple[PrintedSection, ...]


def drafts(edition: Edition, site_url: str, _across: int) -> Iterator[Draft]:
    """A booklet for each toolkit."""
    for volume in edition.volumes:
        yield _draft(edition, volume, site_url)


def _draft(edition: Edition, volume: Volume, site_url: str) -> Draft:
    toolkit = volume.toolkit
    colors = panels.accent(toolkit.fields.letter)
    near = {toolkit.path: "_toolkit--opening", **{entry.path: _place(entry) for entry in volume.activities}}
    placement = Placement(deeper=1, near=near)
    reader = Reader(edition, toolkit, site_url, placement)
    opening = Opening("_toolkit--opening", "opening", OPENING, toolkit.path, 1, parts=reader.parts())
    problems, chapters = list(reader.problems), []
    for number, activity in enumerate(volume.activities, 1):
        panel = panels.activity_panel(edition, toolkit, activity, number, site_url)
        reader = Reader(edition, activity, site_url, replace(placement, tile=panel.number))
        chapters.append(_chapter(activity, panel, reader.parts(colors)))
        problems += reader.problems
    cover = replace(panels.cover(volume, site_url), id="_toolkit--cover")
    contents = _contents(cover, opening, tuple(chapters))
    everything = (cover, contents, opening, *chapters)
    name = f"{panels.named(toolkit)}, booklet"
    return Draft(
        name=toolkit.name,
        title=name,
        path=toolkit.path,
        panels=everything,
        values=panels.values(toolkit),
        problems=tuple(problems),
    )


def _contents(cover: Cover, opening: Opening, chapters: tuple[Chapter, ...]) -> Contents:
    return Contents(
        "_toolkit--contents", "contents", "Contents", cover.path, 1,
        opening=opening, chapters=chapters, url=cover.url, address=cover.address,
    )  # fmt: skip


def _chapter(entry: Manuscript[Activity], panel: ActivityPanel, parts: tuple[PrintedSection, ...]) -> Chapter:
    fields = entry.fields
    return Chapter(
        _place(entry), "chapter", panel.title, entry.path, 1,
        activity=panel, purpose=fields.purpose, who=fields.who,
        leads=activity_sheet.leads(fields), materials=activity_sheet.materials(fields),
        address=panel.url.partition("://")[2].rstrip("/"), parts=parts,
    )  # fmt: skip


def _place(entry: Manuscript[Activity]) -> str:
    """Where the activity stands in its booklet."""
    return entry.name.rpartition("/")[2]
