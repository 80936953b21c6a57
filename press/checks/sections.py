"""Turns the sections of activities and toolkits into problems: missing, unknown, misplaced, twice or empty."""

import datetime
from collections.abc import Iterator, Sequence

from press.checks.reading import live, near
from press.library.kinds import kind_at
from press.library.load import Library
from press.manuscript import outline
from press.manuscript.outline import Section
from press.manuscript.problem import Problem
from press.manuscript.source import Source


def sections_are_whole_and_in_order(library: Library, today: datetime.date) -> Iterator[Problem]:
    """An activity and a toolkit's opening page, each by its kind, have all their sections, in order, no other, and none empty."""
    for source in live(library):
        kind = kind_at(source.path, source.front)
        if kind and kind.sections:
            yield from _faults(source, kind.sections, kind.optional)


def _faults(source: Source, wanted: Sequence[str], optional: Sequence[str]) -> Iterator[Problem]:
    found = outline.sections(source)
    known: dict[str, Section] = {}
    missing = [title for title in wanted if title not in {part.heading.title for part in found}]
    for part in found:
        title, line = part.heading.title, part.heading.line
        if title in known:
            what = f"The section “{title}” stands here a second time."
            yield Problem(source.path, line, "sections", what, "Join the two.")
        elif title in wanted:
            known[title] = part
        elif title:
            meant = near(title, missing)
            if meant:
                missing.remove(meant)
            yield _unknown(source, line, meant)
        if title in wanted and not _has_text(part):
            yield Problem(source.path, line, "sections", f"The section “{title}” is empty.", "Write its text below it.")
    asked = [title for title in wanted if title not in optional or title in known]
    yield from _missing(source, asked, [title for title in missing if title not in optional], known)
    yield from _misplaced(source, wanted, list(known.values()))


def _unknown(source: Source, line: int, meant: str | None) -> Problem:
    what = "This is not one of the sections that belong here."
    mend = f"Did you mean “{meant}”?" if meant else "Make it a part of the section above, with `###`."
    return Problem(source.path, line, "sections", what, mend)


def _has_text(part: Section) -> bool:
    kinds = [token.type for token in part.tokens]
    headings = kinds.count("heading_open")
    return len(kinds) > 3 * headings + kinds.count("html_block")


def _missing(source: Source, wanted: Sequence[str], missing: list[str], known: dict[str, Section]) -> Iterator[Problem]:
    for title in missing:
        before = wanted[: wanted.index(title)]
        line = max((known[name].heading.line for name in before if name in known), default=source.body_line)
        where = f"after “{before[-1]}”" if before else "at the beginning"
        what = f"The section “{title}” is missing."
        yield Problem(source.path, line, "sections", what, f"Add `## {title}` {where}.")


def _misplaced(source: Source, wanted: Sequence[str], found: list[Section]) -> Iterator[Problem]:
    """The fewest sections that would have to move."""
    places = [wanted.index(part.heading.title) for part in found]
    chains: list[list[int]] = []  # the longest run in order that ends at each section
    for place in places:
        chains.append([*max((chain for chain in chains if chain[-1] < place), key=len, default=[]), place])
    kept = max(chains, key=len, default=[])
    for part, place in zip(found, places, strict=True):
        if place not in kept:
            where = f"after “{wanted[place - 1]}”" if place else "at the beginning"
            what = f"The section “{part.heading.title}” stands in the wrong place."
            yield Problem(source.path, part.heading.line, "sections", what, f"Move it {where}.")
