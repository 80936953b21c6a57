"""Turns docs/contributing/consent-form.md into a form to sign: list items become boxes to tick, prompts become lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup

from press.handouts.sheets import inline_html, panels
from press.handouts.sheets.panels import Draft, Panel
from press.handouts.sheets.writing import Writing
from press.library.edition import Edition
from press.manuscript import outline
from press.manuscript.outline import Section

NAME = "consent"
ONE = "Choose one."
PATH = "docs/contributing/consent-form.md"


@dataclass(frozen=True)
class Box:
    """A sentence with a box to tick; `name` is the field's name in the PDF."""

    name: str
    label: Markup
    line: int


@dataclass(frozen=True)
class FormPart:
    """A section of the form: its text, then its boxes and lines. Where its text says so, only one of the boxes can be ticked."""

    title: Markup
    line: int
    text: tuple[Markup, ...]
    boxes: tuple[Box, ...]
    prompts: tuple[Writing, ...]

    @property
    def one(self) -> bool:
        """Whether one of the boxes is to be chosen."""
        return ONE in self.text


@dataclass(frozen=True)
class Form(Panel):
    """The whole form, on one page."""

    lead: tuple[Markup, ...]
    parts: tuple[FormPart, ...]


def drafts(edition: Edition, site_url: str, across: int) -> Iterator[Draft]:
    """The form; none where the project has no such page. It has one panel, whatever `across` says."""
    page = next((doc for doc in edition.docs if doc.path == PATH), None)
    if page is None:
        return
    source, title = page.source, page.fields.title
    first = next((n for n, token in enumerate(source.tokens) if token.type == "heading_open"), len(source.tokens))
    parts = tuple(_part(section, number, source.body_line) for number, section in enumerate(outline.sections(source), 1))
    form = Form("form", "form", title, page.path, 1, lead=_text(source.tokens[:first]), parts=parts)
    color, tint = panels.accent("A")
    yield Draft(
        name=NAME,
        title=title,
        path=page.path,
        panels=(form,),
        values={"color": color, "tint": tint, "address": site_url.partition("://")[2].rstrip("/")},
    )


def _part(section: Section, number: int, body_line: int) -> FormPart:
    items = outline.list_items(section)
    prompts = tuple(prompt for token in section.tokens if (prompt := outline.prompt(token)))
    return FormPart(
        inline_html.title(section.words),
        section.heading.line,
        _text(section.tokens),
        tuple(Box(f"box-{number}-{n}", inline_html.inline(item), _line(item, body_line)) for n, item in enumerate(items, 1)),
        tuple(
            Writing(f"line-{number}-{n}", inline_html.inline([prompt.label]), prompt.lines) for n, prompt in enumerate(prompts, 1)
        ),
    )


def _line(tokens: Sequence[Token], body_line: int) -> int:
    return next((token.map[0] + body_line for token in tokens if token.map), 1)


def _text(tokens: Sequence[Token]) -> tuple[Markup, ...]:
    """The paragraphs that are no prompt and stand in no list."""
    return tuple(
        inline_html.inline([token])
        for token in tokens
        if token.type == "inline" and token.level == 1 and not outline.prompt(token)
    )
