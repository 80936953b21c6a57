"""Shapes what a manuscript says for its page: boxes to write in, sections that the theme can hide, bands, a timetable."""

import re

from press.manuscript import outline
from press.manuscript.source import Source

_PROMPT = re.compile(r"^\*\*Write \(\d+ lines?\):\*\* (.+)$", re.M)
_STEP = re.compile(r"^(### .+?) (\(\d{1,3} minutes?\))$", re.M)
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


def activity(source: Source) -> str:
    """An activity's body, its prompts and the parts that not every reader needs in boxes, its steps' minutes set apart."""
    return _STEP.sub(r'\1 <span class="tn-minutes">\2</span>', prompts(_parts(source)))


def prompts(body: str) -> str:
    """`body` with its prompts as boxes: on a page there is nothing to write into."""
    return _PROMPT.sub(r'<div class="tn-prompt">\n\n**Write:** \1\n\n</div>', body)


def _parts(source: Source) -> str:
    lines = source.body.split("\n")
    found = [(part.heading.line - source.body_line, part.heading.title) for part in outline.sections(source)]
    for (start, title), (end, _) in reversed(list(zip(found, [*found[1:], (len(lines), "")], strict=True))):
        if title in PARTS:
            inner = "\n".join(lines[start:end]).strip("\n")
            lines[start:end] = [f'<section class="tn-part {PARTS[title]}">', "", inner, "", "</section>", ""]
    return "\n".join(lines)


def timetable(source: Source) -> list[dict[str, str | int]]:
    """An activity's steps: `title`, `minutes` and, as `anchor`, their places on the page."""
    anchors = {heading.line: heading.found for heading in outline.headings(source)}
    return [{"title": s.title, "minutes": s.minutes, "anchor": anchors[s.line].id} for s in outline.steps(source)]


def bands(body: str, below: str) -> str:
    """The home page's text in bands: `below` ends the opening after its first paragraph; "###" parts stand side by side."""
    lead, _, rest = body.strip().partition("\n\n")
    made = []
    for band in re.split(r"\n(?=## )", rest) if rest else ():
        head, *ways = re.split(r"\n(?=### )", band)
        inner = "\n\n".join(f'<section class="tn-way">\n\n{way.strip()}\n\n</section>' for way in ways)
        side_by_side = f'\n\n<div class="tn-ways">\n\n{inner}\n\n</div>' if ways else ""
        made.append(f'<section class="tn-band">\n\n{head.strip()}{side_by_side}\n\n</section>')
    return "\n\n".join([lead, below, *made])
