"""Turns docs/leaders.md into one sheet: for each toolkit, what a principal and a teacher leader do.

The page needs no marks of its own. A `##` section whose first link leads to a toolkit's opening page is that toolkit's
panel: its first paragraph, its table (a column for each role, an action in each cell) and the paragraph below the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markdown_it.token import Token
from markupsafe import Markup

from press.handouts.sheets import figures, inline_html, panels
from press.handouts.sheets.panels import Draft, Panel
from press.library.edition import Edition, Volume
from press.library.manuscript import Manuscript
from press.library.model import Doc
from press.manuscript import anchors, links, markdown, outline
from press.manuscript.outline import Section
from press.manuscript.problem import Problem

NAME = "leaders"
WARNING = "What not to do"  # the section whose first point stands at the sheet's head


@dataclass(frozen=True)
class Head(Panel):
    """The sheet's title and what it is for, across all panels, and `warning`, what no leader may do."""

    summary: str
    warning: Markup
    url: str
    address: str
    spans: ClassVar[bool] = True


@dataclass(frozen=True)
class Action:
    """An action with a box to tick: `name` is the field's name in the PDF, `label` tells it from all others on the sheet."""

    name: str
    line: int
    condition: Markup
    text: Markup
    label: str


@dataclass(frozen=True)
class RoleActions:
    """All that one role does, under its name."""

    id: str
    role: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Brief(Panel):
    """A toolkit for leaders: what it takes, each role's actions, and where to start (on `start_line`)."""

    letter: str
    color: str
    tint: str
    lead: Markup
    parts: tuple[RoleActions, ...]
    start: Markup
    start_line: int
    url: str
    qr: Markup


def drafts(edition: Edition, site_url: str, across: int) -> Iterator[Draft]:
    """The sheet for leaders; none where no section of docs/leaders.md is about a toolkit, or there is no such page."""
    page = next((doc for doc in edition.docs if doc.name == NAME), None)
    found = [(volume, _section(page, volume)) for volume in edition.volumes] if page else []
    if not page or not any(section for _, section in found):
        return
    made, problems = [], []
    for volume, section in found:
        if section is None:
            problems.append(_missing(page, volume))
        elif len(outline.table(section)) < 2:
            mend = "Give it one with the columns “Condition”, “Principal” and “Teacher leader”, as the other sections have."
            what = f"“{section.heading.title}” has no table of actions, so it can’t be printed for leaders."
            problems.append(Problem(page.path, section.heading.line, NAME, what, mend))
        else:
            made.append(_brief(page, volume, section, site_url))
        if volume.toolkit.name == NAME:
            what = "The sheet for leaders needs the name “leaders” for its own file."
            problems.append(Problem(volume.toolkit.path, 1, NAME, what, "Give this toolkit’s folder another name."))
    yield Draft(
        name=NAME,
        title=page.fields.title,
        path=page.path,
        panels=(_head(page, site_url), *made),
        values={},
        problems=tuple(problems),
    )


def _section(page: Manuscript[Doc], volume: Volume) -> Section | None:
    for section in outline.sections(page.source):
        first = next((address for _, address in links.destinations(section.tokens)), "")
        if links.is_relative(first) and links.target(first, page.path) == volume.toolkit.path:
            return section
    return None


def _missing(page: Manuscript[Doc], volume: Volume) -> Problem:
    title = volume.toolkit.fields.title
    what = f"There is no section about the toolkit “{title}”, so leaders would miss it in print."
    mend = f"Add a `##` section whose first link leads to ../{volume.toolkit.path}, with a table as the others have."
    return Problem(page.path, 1, NAME, what, mend)


def _head(page: Manuscript[Doc], site_url: str) -> Head:
    url = f"{site_url}{links.uri(page.path).removesuffix('.md')}/"
    never = outline.section(page.source, WARNING)
    items = outline.list_items(never) if never else ()
    return Head(
        "sheet", "head", page.fields.title, page.path, page.source.line_of("title"),
        summary=page.fields.description,
        warning=inline_html.inline(items[0]) if items else Markup(""),
        url=url,
        address=url.partition("://")[2].rstrip("/"),
    )  # fmt: skip


def _brief(page: Manuscript[Doc], volume: Volume, section: Section, site_url: str) -> Brief:
    toolkit = volume.toolkit
    color, tint = panels.accent(toolkit.fields.letter)
    url = panels.address_of(toolkit, site_url)
    table = next(index for index, token in enumerate(section.tokens) if token.type == "table_open")
    start = _paragraph(section.tokens[table:])
    line = page.source.body_line
    return Brief(
        toolkit.name, "brief", toolkit.fields.title, page.path, section.heading.line,
        letter=toolkit.fields.letter,
        color=color,
        tint=tint,
        lead=inline_html.inline(_paragraph(section.tokens[:table])),
        parts=_parts(toolkit.name, outline.table(section), line),
        start=inline_html.inline(start),
        start_line=_line(start[0], line) if start else section.heading.line,
        url=url,
        qr=figures.qr(url, f"QR code to the toolkit’s page, {url}"),
    )  # fmt: skip


def _parts(toolkit: str, table: Sequence[Sequence[Token]], body_line: int) -> tuple[RoleActions, ...]:
    """The table's columns but the first, whose cells say what each row is about."""
    header, *rows = table
    found, taken = [], set[str]()
    for column, title in enumerate(header[1:], 1):
        role = markdown.plain(title)
        name = f"{toolkit}-{anchors.slug(role, taken)}"
        filled = [row for row in rows if row[column].content]
        actions = tuple(_action(f"{name}-{n}", role, row[0], row[column], body_line) for n, row in enumerate(filled, 1))
        found.append(RoleActions(name, role, actions))
    return tuple(found)


def _action(name: str, role: str, condition: Token, cell: Token, body_line: int) -> Action:
    label = f"{role}, {markdown.plain(condition).lower()}: {markdown.plain(cell)}"
    return Action(name, _line(cell, body_line), inline_html.inline([condition]), inline_html.inline([cell]), label)


def _paragraph(tokens: Sequence[Token]) -> Sequence[Token]:
    """The first paragraph among blocks, as its three tokens."""
    place = next((n for n, token in enumerate(tokens) if token.type == "paragraph_open" and token.level == 0), None)
    return () if place is None else tokens[place : place + 3]


def _line(token: Token, body_line: int) -> int:
    return (token.map[0] if token.map else 0) + body_line
