"""Turns a toolkit and its activities into the panels of a sheet, each with the manuscript it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from markdown_it.token import Token
from markupsafe import Markup

from press.handouts.sheets import figures, inline_html
from press.handouts.sheets.sections import Placement, Reader
from press.handouts.sheets.writing import Writing
from press.library.edition import Edition, Volume
from press.library.manuscript import Manuscript
from press.library.model import Activity, Toolkit
from press.manuscript import footnotes, outline, sentences
from press.manuscript.problem import Problem

PASSING = "How anyone may pass or opt out"
# One accent a toolkit, by its letter: 6:1 or more on white, and apart from one another in gray.
ACCENTS = (("#0b5a60", "#9cc6c6"), ("#7c2850", "#d9aec2"), ("#8f4300", "#e2b98f"))

Design: TypeAlias = Literal[
    "activity", "brief", "chapter", "contents", "cover", "digest", "facilitator", "form", "head", "kit", "more", "next",
    "notes", "opening", "participant", "plan", "story",
]  # fmt: skip
"""What a panel looks like: the name of its template in its layout's folder, and of its class in the style sheet."""


@dataclass(frozen=True)
class Panel:
    """A third of a sheet. `id` is unique on its sheet; `path` and `line` say where its text can be shortened."""

    id: str
    design: Design
    title: str
    path: str
    line: int
    spans: ClassVar[bool] = False
    """Whether it stands above the columns, across them all."""


@dataclass(frozen=True)
class Draft:
    """What a handout says, before it has a paper: `values` are what its layout shows besides the panels.

    `name` starts its files' names and is the `toolkit` of its row in the manifest. `problems` are what the manuscript at
    `path` lacks for it. `activity` is the activity's name where the handout is about one alone.
    """

    name: str
    title: str
    path: str
    panels: tuple[Panel, ...]
    values: dict[str, str]
    problems: tuple[Problem, ...] = ()
    activity: str = ""


@dataclass(frozen=True)
class PrintedStep:
    """A numbered step as the panel shows it; `line` is its line in the manuscript.

    Its first block, at the line `at`, is `lead` where that is a paragraph of words, else `block`, which also has the notes to it.
    """

    title: Markup
    minutes: int
    line: int
    lead: Markup
    prompts: tuple[Writing, ...]
    block: Markup
    at: int


@dataclass(frozen=True)
class Cover(Panel):
    """The first panel: what the toolkit is for and what is in it. `entries` are titles with minutes."""

    letter: str
    summary: str
    entries: tuple[tuple[str, int], ...]
    time: str
    motif: str
    url: str
    qr: Markup
    address: str


@dataclass(frozen=True)
class ActivityPanel(Panel):
    """An activity, to be led and done from one panel. `copy` tells it from others with the same text on its sheet.

    `at` has the lines of its fields in the manuscript; `problems` are pictures that can't be shown.
    """

    number: str
    minutes: int
    note: str
    people: str
    purpose: str
    bar: str
    steps: tuple[PrintedStep, ...]
    question: Markup
    passing: str
    has_tools: bool
    url: str
    qr: Markup
    at: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    copy: str = ""


def drafts(edition: Edition, site_url: str, across: int) -> Iterator[Draft]:
    """A handout for each toolkit."""
    for volume in edition.volumes:
        toolkit = volume.toolkit
        yield Draft(
            name=toolkit.name,
            title=named(toolkit),
            path=toolkit.path,
            panels=in_reading_order(edition, volume, site_url, across),
            values=values(toolkit),
        )


def named(toolkit: Manuscript[Toolkit]) -> str:
    """The toolkit's letter and title: "Toolkit A: Personal inquiry"."""
    return f"Toolkit {toolkit.fields.letter}: {toolkit.fields.title}"


def values(toolkit: Manuscript[Toolkit]) -> dict[str, str]:
    """What every layout shows of the toolkit besides its panels."""
    color, tint = accent(toolkit.fields.letter)
    return {"letter": toolkit.fields.letter, "toolkit": toolkit.fields.title, "color": color, "tint": tint}


def in_reading_order(edition: Edition, volume: Volume, site_url: str, across: int) -> tuple[Panel, ...]:
    """The panels of `volume` in reading order: a multiple of `across`."""
    found: list[Panel] = [cover(volume, site_url)]
    for number, activity in enumerate(volume.activities, 1):
        found.append(activity_panel(edition, volume.toolkit, activity, number, site_url))
    path = volume.toolkit.path
    closing = [Panel("next-steps", "next", "Next steps", path, 1)]
    closing += [Panel(f"notes-{n}", "notes", "My notes", path, 1) for n in range(1, across)]
    return (*found, *closing[: -len(found) % across])


def accent(letter: str) -> tuple[str, str]:
    """The color of the toolkit with that letter, and a light tint of it, as CSS writes them."""
    return ACCENTS[(ord(letter) - ord("A")) % len(ACCENTS)]


def address_of(toolkit: Manuscript[Toolkit], site_url: str) -> str:
    """The web address of the toolkit's opening page."""
    return f"{site_url}toolkits/{toolkit.name}/"


def cover(volume: Volume, site_url: str) -> Cover:
    """The panel that says what the toolkit is for and what is in it."""
    toolkit, fields = volume.toolkit, volume.toolkit.fields
    url = address_of(toolkit, site_url)
    return Cover(
        "cover", "cover", fields.title, toolkit.path, toolkit.source.line_of("summary"),
        letter=fields.letter,
        summary=fields.summary,
        entries=tuple((entry.fields.title, entry.fields.minutes) for entry in volume.activities),
        time=_duration(sum(entry.fields.minutes for entry in volume.activities)),
        motif=figures.motif(ord(fields.letter) - ord("A")),
        url=url,
        qr=figures.qr(url, f"QR code to the toolkit’s page, {url}"),
        address=url.partition("://")[2].rstrip("/"),
    )  # fmt: skip


def activity_panel(
    edition: Edition, toolkit: Manuscript[Toolkit], activity: Manuscript[Activity], number: int, site_url: str
) -> ActivityPanel:
    """The panel of the toolkit's activity with that `number`, from 1."""
    fields, source = activity.fields, activity.source
    name = activity.name.rpartition("/")[2]
    url = f"{site_url}toolkits/{activity.name}/"
    color, tint = accent(toolkit.fields.letter)
    top = outline.section(source, "Steps")
    reader = Reader(edition, activity, site_url, Placement(fields=False))
    steps = _steps(activity, name, f"{toolkit.fields.letter}{number}", reader)
    return ActivityPanel(
        name, "activity", fields.title, activity.path, top.heading.line if top else 1,
        number=f"{toolkit.fields.letter}{number}",
        minutes=fields.minutes,
        note=fields.minutes_note or "",
        people=fields.people,
        purpose=fields.purpose,
        bar=figures.time_bar([step.minutes or 1 for step in steps], color, tint),
        steps=steps,
        question=_question(activity),
        passing=_passing(activity),
        has_tools=bool(outline.kit(source)) or any(step.tools for step in outline.steps(source)),
        url=url,
        qr=figures.qr(url, f"QR code to the activity’s page, {url}"),
        at={field: source.line_of(field) for field in ("title", "minutes_note", "materials", "purpose")},
        problems=tuple(reader.problems),
    )  # fmt: skip


def _steps(activity: Manuscript[Activity], name: str, tile: str, reader: Reader) -> tuple[PrintedStep, ...]:
    made, count = [], 0
    for place, step in enumerate(outline.steps(activity.source), 1):
        prompts = []
        for prompt in step.prompts:
            count += 1
            label, line = inline_html.inline([prompt.label]), activity.source.body_line + (prompt.label.map or [0])[0]
            prompts.append(Writing(f"{name}-{count}", label, prompt.lines, f"{tile} step {place}: {label.striptags()}", line))
        lead, block = _lead(step.lead, reader)
        at = activity.source.body_line + (step.lead[0].map or [0])[0] if step.lead else step.line
        made.append(PrintedStep(inline_html.title(step.words), step.minutes, step.line, lead, tuple(prompts), block, at))
    return tuple(made)


def _lead(tokens: Sequence[Token], reader: Reader) -> tuple[Markup, Markup]:
    """A step's first block: as words, with the notes to them apart, where it is a paragraph without pictures; else whole."""
    is_words = [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    if is_words and not any(child.type == "image" for child in tokens[1].children or ()):
        return inline_html.inline(footnotes.numbered(tokens)), reader.notes(tokens)
    return Markup(""), reader.block(tokens)


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def _question(activity: Manuscript[Activity]) -> Markup:
    part = outline.section(activity.source, "Debrief")
    items = outline.list_items(part) if part else ()
    return inline_html.inline(items[0]) if items else Markup("")


def _passing(activity: Manuscript[Activity]) -> str:
    """The first sentence of how to pass: what fits a pocket. The whole of it stands on the participant's sheet."""
    part = outline.section(activity.source, PASSING)
    first = next((token for token in part.tokens if token.type == "inline"), None) if part else None
    return next((sentence for _, sentence in sentences.sentences(sentences.text(first))), "") if first else ""
