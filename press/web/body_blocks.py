"""Shapes what a manuscript says for its page: boxes to write in, sections that the theme can hide, bands, a timetable."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from press.manuscript import outline
from press.manuscript.outline import INSERTS
from press.manuscript.source import Source

_PROMPT = re.compile(r"^\*\*Write \(\d+ lines?\):\*\*")
_STEP = re.compile(r"^(### .+?) (\(\d{1,3} minutes?\))$")
_INSERT = re.compile(r"<!-- insert: (\w+) -->")
# The sections of an activity that only those who lead it need; two of them speak to one role alone.
PARTS = {
    "Before you start": "tn-facilitator",
    "What the facilitator says and does": "tn-facilitator",
    "What could go wrong": "tn-facilitator",
    "For teacher leaders": "tn-facilitator tn-teacher-leader",
    "For principals": "tn-facilitator tn-principal",
    "Short version": "tn-facilitator",
    "Remote version": "tn-facilitator",
}


# What stands in the place of some lines: the first of them, counted from 0; what stands first of several at one line; the line
# below the last; and the text.
Edit = tuple[int, int, int, str]


def activity(source: Source) -> str:
    """An activity's body, its prompts and the parts that not every reader needs in boxes, its steps' minutes set apart."""
    return _edited(source, [*_prompts(source), *_minutes(source), *_parts(source)])


def page(source: Source, insert: Callable[[str], str]) -> str:
    """A page's body with its prompts in boxes, and what `insert` gives for each mark of a part that is made."""
    return _edited(source, [*_prompts(source), *_inserts(source, insert)])


def home(source: Source, insert: Callable[[str], str], below: str) -> str:
    """The home page's body in bands: `below` ends the opening after its first block; "###" parts stand side by side."""
    lead = next((token.map[1] for token in source.tokens if token.map), 0)
    return _edited(source, [*_prompts(source), *_inserts(source, insert), (lead, 0, lead, f"\n{below}\n"), *_bands(source, lead)])


def _edited(source: Source, edits: list[Edit]) -> str:
    lines = source.body.split("\n")
    for start, _, end, text in sorted(edits, reverse=True):
        lines[start:end] = [text]
    return "\n".join(lines)


def _prompts(source: Source) -> Iterator[Edit]:
    """Each prompt as a box, its label whole: on a page there is nothing to write into."""
    lines = source.body.split("\n")
    for token in source.tokens:
        if token.map and outline.prompt(token):
            first, end = token.map
            label = _PROMPT.sub("**Write:**", "\n".join(lines[first:end]).lstrip(" "))
            yield first, 2, end, f'<div class="tn-prompt">\n\n{label}\n\n</div>\n'


def _minutes(source: Source) -> Iterator[Edit]:
    lines = source.body.split("\n")
    for heading in outline.headings(source):
        line = heading.line - source.body_line
        if _STEP.match(lines[line]):
            yield line, 2, line + 1, _STEP.sub(r'\1 <span class="tn-minutes">\2</span>', lines[line])


def _inserts(source: Source, insert: Callable[[str], str]) -> Iterator[Edit]:
    for token in source.tokens:
        found = _INSERT.fullmatch(token.content.strip()) if token.type == "html_block" and not token.level else None
        if found and token.map:
            yield token.map[0], 2, token.map[1], (insert(found[1]) if found[1] in INSERTS else "") + "\n"


def _parts(source: Source) -> Iterator[Edit]:
    found = [(part.heading.line - source.body_line, part.heading.title) for part in outline.sections(source)]
    for (start, title), (end, _) in zip(found, [*found[1:], (source.body.count("\n") + 1, "")], strict=True):
        if title in PARTS:
            yield start, 1, start, f'<section class="tn-part {PARTS[title]}">\n'
            yield end, 0, end, "\n</section>\n"


def _bands(source: Source, lead: int) -> Iterator[Edit]:
    """The boxes below the `lead`: a band from each "##" to the next, with a box for each "###" in it."""
    last = source.body.count("\n") + 1
    heads = [part.heading.line - source.body_line for part in outline.sections(source)]
    inner = [part.heading.line - source.body_line for part in outline.sections(source, 3)]
    is_more = any(token.map and lead <= token.map[0] < min([*heads, last]) for token in source.tokens)
    starts = [lead, *heads] if is_more else heads
    for start, end in pairwise([*starts, last]):
        yield start, 1, start, '<section class="tn-band">\n'
        ways = [line for line in inner if start <= line < end]
        for number, way in enumerate(ways):
            opened = "\n</section>\n" if number else '<div class="tn-ways">\n'
            yield way, 1, way, f'{opened}\n<section class="tn-way">\n'
        closed = "\n</section>\n\n</div>\n" if ways else ""
        yield end, 0, end, f"{closed}\n</section>\n"


def timetable(source: Source) -> list[dict[str, str | int]]:
    """An activity's steps: `title`, `minutes` and, as `anchor`, their places on the page."""
    anchors = {heading.line: heading.found for heading in outline.headings(source)}
    return [{"title": s.title, "minutes": s.minutes, "anchor": anchors[s.line].id} for s in outline.steps(source)]
