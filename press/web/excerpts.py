"""Turns a manuscript into the little of it that other pages show: a first sentence, a passage, the time it takes to read."""

from press.manuscript import outline, sentences
from press.manuscript.source import Source


def opening(source: Source, title: str) -> str:
    """The first sentence of the section of that title, in plain words; empty where there is none."""
    part = outline.section(source, title)
    token = next((token for token in part.tokens if token.type == "inline"), None) if part else None
    found = next(sentences.sentences(sentences.text(token)), None) if token else None
    return found[1] if found else ""


def passage(source: Source) -> tuple[str, ...]:
    """The paragraphs between a story's excerpt marks, in plain words; none where it has no marks."""
    blocks = (token for token in outline.excerpt(source.tokens) if token.type == "inline")
    return tuple(sentences.text(block).replace("\n", " ") for block in blocks)


def reading_minutes(source: Source) -> int:
    """Minutes to read the body at 230 words a minute (Brysbaert 2019: 238 for English non-fiction, silently)."""
    return max(1, round(len(source.body.split()) / 230))
