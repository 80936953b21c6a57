"""Turns the glossary page into its terms, whose meanings stand beside each link to them."""

from dataclasses import dataclass

from press.manuscript import markdown, outline
from press.manuscript.source import Source

PATH = "docs/glossary.md"


@dataclass(frozen=True)
class Term:
    """An entry: its name, its anchor in a manuscript's link to it, and its first paragraph as plain words."""

    name: str
    anchor: str
    meaning: str


def terms(source: Source) -> tuple[Term, ...]:
    """Every `###` entry of the glossary at `source`, in order."""
    return tuple(
        Term(entry.heading.title, entry.heading.found.github, meaning)
        for entry in outline.sections(source, 3)
        if (meaning := _first_paragraph(entry))
    )


def _first_paragraph(entry: outline.Section) -> str:
    found = next((token for token in entry.tokens if token.type == "inline"), None)
    return " ".join(markdown.plain(found).split()) if found else ""
