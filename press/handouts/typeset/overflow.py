"""Looks at a sheet as it was set: does every panel fit, and how much room is left in it?

Where the text runs on from page to page, `pagination` looks for what is too long or too wide.
A `document` is WeasyPrint's, as `pdf` rendered it; `box_tree` walks it.
Multi-column loses no text, so a panel that is too long goes on in the next column, and its boxes there say by how much.
"""

import math
from dataclasses import dataclass
from typing import Any

from press.handouts.sheets.panels import Design, Panel
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import longest, vertical_alignment
from press.handouts.typeset.box_tree import PX, SLIP, classes, lined, shows, walk
from press.manuscript.problem import Problem

SAFE = 1.0  # points kept back from each panel against rounding
HEAD, RULING = 21.0, 18.0  # points: the head of a `room` and the height of each ruled line below it, as in a layout's CSS
ROOM = HEAD + 2 * RULING  # the least worth printing
LOOSE, LOOSEST = 4.5, 9.5  # points between steps, beside ruled lines and without them

_MEND: dict[Design, str] = {
    "cover": "Shorten the toolkit’s summary or its activities’ titles.",
    "activity": "Shorten the first paragraphs of its steps, a Write prompt or the first debrief question.",
    "digest": "Shorten its title, the titles of its steps or the first debrief question.",
    "story": "Shorten its title, or move the excerpt’s marks so that a shorter passage stands between them.",
    "head": "Shorten the page’s title or its description.",
    "form": "Shorten the form: a sentence, a box to tick or a line.",
    "brief": "Shorten the actions in its table, its first paragraph or the one below the table.",
}


@dataclass(frozen=True)
class Fragment:
    """A panel's box in one column, that column's lower edge in pixels from the page's top, and the page's number, from 0."""

    box: Any
    bottom: float
    page: int

    @property
    def free(self) -> float:
        """Pixels between the box and the column's lower edge; below 0 where it reaches past."""
        return float(self.bottom - self.box.position_y - self.box.margin_height())

    @property
    def sticks_out(self) -> tuple[int, ...]:
        """The lines of the text and pictures that reach past the panel's right edge; 0 where that is not known."""
        edge = self.box.content_box_x() + self.box.width
        return tuple(line for box, line in lined(self.box) if shows(box) and box.position_x + box.width - edge > SLIP)


def problems(document: Any, sheet: Sheet) -> tuple[Problem, ...]:
    """What doesn't fit, each with its manuscript, the line of the step where it happens, and by how many lines."""
    parts = _parts(document)
    found = (_problem(panel, parts.get(panel.id, ()), sheet) for panel in sheet.panels)
    return tuple(problem for problem in found if problem)


def shares(document: Any, sheet: Sheet) -> str:
    """CSS that shares out what is left of each panel's height: looser steps, then ruled lines or white above its foot.

    A layout takes part through the variables `--loose`, `--room` and `--slack` and the class `room`; elements of the class
    `level`, which have ids, are lowered by `--drop` to stand level with those of the page's other panels.
    """
    found = _parts(document)
    pages: dict[int, dict[str, Fragment]] = {}
    for part, name in ((found[panel.id][0], panel.id) for panel in sheet.panels if not panel.spans):
        pages.setdefault(part.page, {})[name] = part
    return "\n".join(rule for parts in pages.values() for rule in _shared(parts))


def _shared(parts: dict[str, Fragment]) -> list[str]:
    """The rules for the panels of one page, by their ids."""
    measures = {name: _measure(part) for name, part in parts.items()}
    even = (
        vertical_alignment.align(tuple(measures.values()), LOOSEST)
        if all(measure.parts for measure in measures.values())
        else None
    )
    rules = []
    for index, (name, part) in enumerate(parts.items()):
        free, gaps = measures[name].free, measures[name].gaps
        loose = LOOSE if free - LOOSE * gaps >= ROOM else min(free / gaps, LOOSEST) if gaps else 0.0
        if even:
            loose, drops = even[0], even[1][index]
            free -= sum(drops)
            rules += [
                f"#{box.element.get('id')} {{ --drop: {down:.2f}pt }}" for box, down in zip(_levels(part), drops, strict=True)
            ]
        rest = free - loose * gaps
        room = 0.0
        if rest >= ROOM and any("room" in (child.get("class") or "").split() for child in part.box.element.iter()):
            room = HEAD + (rest - HEAD) // RULING * RULING
            rules.append(f"#{name} .room {{ display: block !important }}")  # a user's style sheet needs it to win
        slack = max(rest - room, 0.0)
        rules.append(f"#{name} {{ --loose: {loose:.2f}pt; --room: {room:.2f}pt; --slack: {slack:.2f}pt }}")
    return rules


def _measure(part: Fragment) -> vertical_alignment.Measure:
    """The panel in points: what is free, its steps, and its parts that want to stand level with those beside them."""
    steps = {id(box.element): box.position_y for box in walk(part.box) if "step" in classes(box)}
    places = [box.position_y for box in _levels(part)]
    parts = tuple((place / PX, sum(y < place for y in steps.values())) for place in places)
    return vertical_alignment.Measure(part.free / PX - SAFE, len(steps), parts)


def _levels(part: Fragment) -> list[Any]:
    return [box for box in walk(part.box) if "level" in classes(box)]


def _parts(document: Any) -> dict[str, tuple[Fragment, ...]]:
    found: dict[str, tuple[Fragment, ...]] = {}
    for number, page in enumerate(document.pages):
        bottom = page._page_box.content_box_y() + page._page_box.height
        for box in walk(page._page_box):
            if "frame" in classes(box):  # its panel ends where it ends, however much of the page there is
                bottom = box.content_box_y() + box.height
            if "panel" in classes(box):
                name = box.element.get("id")
                found[name] = (*found.get(name, ()), Fragment(box, bottom, number))
    return found


def _problem(panel: Panel, parts: tuple[Fragment, ...], sheet: Sheet) -> Problem | None:
    where = f"the {sheet.layout} handout ({sheet.paper.title} paper)"
    mend = _MEND.get(panel.design, "Ask the maintainers: this is the layout’s fault.")
    over = sum(part.box.margin_height() for part in parts[1:]) or max((-part.free for part in parts), default=math.inf)
    if over == math.inf:
        return Problem(panel.path, panel.line, "fit", f"“{panel.title}” is missing from {where}.", mend)
    if over > SLIP:
        lines = max(1, math.ceil(over / PX / sheet.leading - 0.2))
        what = f"“{panel.title}” is about {lines} line{'s' if lines > 1 else ''} too long for its panel of {where}."
        return Problem(panel.path, _line(parts, panel), "fit", what, mend)
    if wide := [line for part in parts for line in part.sticks_out]:
        what = f"A word, table or picture of “{panel.title}” is too wide for its panel of {where}."
        return Problem(panel.path, wide[0] or panel.line, "fit", what, "Use a shorter word or fewer columns.")
    return None


def _line(parts: tuple[Fragment, ...], panel: Panel) -> int:
    """The line of what is too long, or else of the first step that is not whole in the panel's own column, or the panel's."""
    if found := longest.line(part.box for part in parts):
        return found
    elements = [box.element for part in parts[1:] for box in walk(part.box) if box.element is not None]
    return min((int(line) for element in elements if (line := element.get("data-line"))), default=panel.line)
