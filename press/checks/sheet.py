"""Turns what an activity prints for people in the room into problems: marks for the sheet, the kit, and things that are named."""

import datetime
import re
from collections.abc import Iterator

from markdown_it.token import Token

from press.checks.reading import live
from press.library.kinds import ACTIVITY, is_a
from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.model import Activity
from press.manuscript import outline
from press.manuscript.outline import PER, SHEET, is_mark
from press.manuscript.problem import Problem
from press.manuscript.source import Source

OPENING = "Before you start"
PAIR = f"Put `{SHEET[0]}` before the blocks and `{SHEET[1]}` after them, each alone on a line."
PLACES = f"Only a step and “{OPENING}” can be marked for the participant’s sheet. Delete the mark, or move the blocks."
_THINGS = re.compile(r"\b(menu|cards?|frame|slips?|lines|grid|questions|rules|tests|ladder|form)\b", re.I)

_BLANK = re.compile(r"\b(?:[Bb]lank|[Ii]ndex|[Ss]ticky|[Ss]hared?) (?:cards?|slips?)\b")  # no press need print these


def sheet_marks_are_pairs(library: Library, today: datetime.date) -> Iterator[Problem]:
    """What an activity marks for the participant's sheet has a beginning and an end, in one step, with text between."""
    for source in live(library):
        if is_a(ACTIVITY, source):
            yield from _marks(source)


def _marks(source: Source) -> Iterator[Problem]:
    open_at, filled, place = 0, False, ""
    tops = {part.heading.line: part.heading.title for part in outline.sections(source)}
    steps = {step.line for step in outline.steps(source)}
    for token in source.tokens:
        line = source.body_line + (token.map[0] if token.map else 0)
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h2", "h3"):
            if open_at:
                yield Problem(source.path, open_at, "sheet", "What begins here for the participant’s sheet has no end.", PAIR)
                open_at = 0
            place = "step" if token.tag == "h3" and line in steps else tops.get(line, "")
        elif not is_mark(token, SHEET):
            filled = filled or token.type not in ("html_block",)
        elif token.level:
            yield Problem(
                source.path, line, "sheet", "A mark for the participant’s sheet stands inside a list or quotation.", PAIR
            )
        elif token.content.strip() == SHEET[0]:
            if open_at:
                yield Problem(source.path, line, "sheet", "This begins for the participant’s sheet what has begun already.", PAIR)
            elif place not in ("step", OPENING):
                yield Problem(source.path, line, "sheet", "No sheet shows what is marked here.", PLACES)
            open_at, filled = line, False
        else:
            if not open_at:
                yield Problem(source.path, line, "sheet", "What ends here for the participant’s sheet has no beginning.", PAIR)
            elif not filled:
                yield Problem(source.path, open_at, "sheet", "There is nothing between these marks for the sheet.", PAIR)
            open_at = 0
    if open_at:
        yield Problem(source.path, open_at, "sheet", "What begins here for the participant’s sheet has no end.", PAIR)


def kits_say_how_many(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each part of a kit says how many of it a group needs, and has something to print."""
    for activity in library.activities:
        top = outline.section(activity.source, outline.KIT)
        if top is not None:
            yield from _kit(activity, top)


def _kit(activity: Manuscript[Activity], top: outline.Section) -> Iterator[Problem]:
    example = "such as `### Slips (1 each)`"
    parts = outline.kit(activity.source)
    if not parts or top.tokens[0].type != "heading_open":
        what = "Here stands no part of the kit yet." if not parts else "This text belongs to no part of the kit."
        yield Problem(activity.path, top.heading.line, "kit", what, f"Begin each part with its own heading, {example}.")
    for part in parts:
        if not part.count:
            per = ", ".join(f"`{per}`" for per in PER)
            mend = f"End its heading with the number in brackets, {example}; after the number one of {per}."
            yield Problem(activity.path, part.line, "kit", f"“{part.title}” does not say how many a group needs.", mend)
        if not part.pieces:
            yield Problem(activity.path, part.line, "kit", f"“{part.title}” has nothing to print.", "Write it below its heading.")


def sheets_show_what_steps_name(library: Library, today: datetime.date) -> Iterator[Problem]:
    """What the participants are told to use in a step stands on their sheet, in the kit or among the materials (a note)."""
    for activity in library.activities:
        yield from _named(activity)


def _named(activity: Manuscript[Activity]) -> Iterator[Problem]:
    opening = outline.section(activity.source, OPENING)
    shown = _words(outline.marked(opening.tokens)) if opening else ""
    shown += " ".join(part.title for part in outline.kit(activity.source))
    shown += " ".join(_BLANK.findall(" ".join(activity.fields.materials)))
    for step in outline.steps(activity.source):
        if step.tools:
            shown += " " + _words(step.tools)
            continue  # what it marks is what it means
        told = " ".join([_words(step.lead), *(_words([asked.label]) for asked in step.prompts)])
        for thing in dict.fromkeys(found.lower() for found in _THINGS.findall(told)):
            if not re.search(rf"\b{re.escape(thing.rstrip('s'))}s?\b", shown, re.I):
                what = f"This step tells people to use “{thing}”, and their sheet does not show it."
                mend = f"Put `{SHEET[0]}` and `{SHEET[1]}` round it in its step, or print it in a section `## {outline.KIT}`."
                yield Problem(activity.path, step.line, "tools", what, mend, "review")


def _words(tokens: "tuple[Token, ...] | list[Token]") -> str:
    return " ".join(token.content for token in tokens if token.type == "inline")
