"""Looks at a sheet whose text runs on from page to page: is all of it there, and is it well broken?

A `document` is WeasyPrint's, as `pdf` rendered it; `box_tree` walks it. What must stay on one leaf, a page or two, is a panel of
the design "participant".
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from press.handouts.sheets.panels import Panel
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import longest
from press.handouts.typeset.box_tree import PX, SLIP, classes, placed, shows, walk
from press.manuscript.problem import Problem

RULING = 24.0  # points between ruled lines, as in layouts/portrait/portrait.css
HEAD = 25.0  # points: the margin and label of a `room`, as in layouts/activity/sheet.css
LOOSE, MOST = 5.0, 9  # points more between two steps; ruled lines for a prompt
FEW = 130.0  # points of text on a last page that are worth setting closer for
FEW_IN_COLUMNS = 60.0  # the same of a text in two columns
CLOSER = "--line: 13pt; --between: 2pt"  # as in layouts/booklet/sheet.css
# As in layouts/participant/sheet.css
TIGHT = "--size: 10.5pt; --line: 13.5pt; --gap: 3pt; --apart: 5pt; --below: 6pt; --name: 26pt; --bar: 12pt"
SPARED = 240.0  # points that this spares at most
LEAF = 2  # pages of a participant's sheet at most: printed on both sides, it stays one sheet in the hand
SAFE = 1.0  # points kept back against rounding
_IN_LINES = ("LineBox", "InlineBox", "TextBox")  # as wide as their text
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Place:
    """Where something stands: its page from 1, the right edge in pixels that it may reach, its panel, heading and line."""

    page: int
    edge: float
    panel: str = ""
    heading: Any = None
    line: int = 0
    aside: bool = False


@dataclass(frozen=True)
class Sign:
    """A run of text or a picture, and where it stands."""

    place: Place
    box: Any


def problems(document: Any, sheet: Sheet) -> tuple[Problem, ...]:
    """What is lost, too long for its page, too wide, or a heading that stands alone, each with its manuscript and line."""
    panels = {panel.id: panel for panel in sheet.panels}
    signs = [sign for number, page in enumerate(document.pages, 1) for sign in _signs(page._page_box, Place(number, math.inf))]
    found = [*_lost(document, sheet), *_too_long(document, signs, sheet), *_too_tall(document, sheet)]
    for sign in signs:
        panel = panels.get(sign.place.panel)
        if panel and sign.box.position_x + sign.box.width - sign.place.edge > SLIP:
            what = f"A word, table or picture of “{panel.title}” is too wide for {_where(sheet)}."
            found.append(Problem(panel.path, sign.place.line or panel.line, "fit", what, "Use a shorter word or fewer columns."))
    found += _alone(signs, panels, sheet)
    return tuple(dict.fromkeys(found))


def shares(document: Any, sheet: Sheet) -> str:
    """CSS that gives what is left of a page to write on. A layout takes part with the classes `step`, `lines` and `room`.

    What is left of a participant's page goes to its prompts as more ruled lines, then to notes or white above its foot. What is
    left after a facilitator's text goes to notes. A kit's pieces get one height. A text that ends a few lines down a page is set
    closer, which mostly spares that page.
    """
    rules = []
    found = _boxes(document)
    for panel in sheet.panels:
        boxes = found[panel.id]
        bottom, box = boxes[-1]
        if panel.design == "participant":
            rules += _share(panel.id, boxes)
        elif panel.design == "facilitator":
            ends = [child.position_y + child.height for child in walk(box) if shows(child)]
            if len(boxes) > 1 and (max(ends) - box.content_box_y()) / PX < FEW_IN_COLUMNS:
                rules.append(f"#{panel.id} {{ {CLOSER} }}")
            else:
                rules += _room(panel.id, (bottom - ends[-1]) / PX - HEAD)[0]
        elif panel.design == "kit":
            rules += _cut(panel.id, boxes)
        elif len(boxes) > 1 and box.margin_height() / PX < FEW:
            rules.append(f"#{panel.id} {{ {CLOSER} }}")
    return "\n".join(rules)


def tighter(document: Any, sheet: Sheet) -> str:
    """CSS that may bring a participant's text of little more than a page onto one; whoever sets it sees if it does."""
    found = _boxes(document)
    sides = [panel.id for panel in sheet.panels if panel.design == "participant"]
    over = [name for name in sides if len(found[name]) == LEAF and found[name][-1][1].margin_height() / PX < SPARED]
    return "\n".join(f"#{name} {{ {TIGHT} }}" for name in over)


def leaves(document: Any, sheet: Sheet) -> int:
    """The pages of all participants' sides."""
    found = _boxes(document)
    return sum(len(found[panel.id]) for panel in sheet.panels if panel.design == "participant")


def _share(name: str, boxes: Sequence[tuple[float, Any]]) -> list[str]:
    rooms, loose = [], LOOSE
    for bottom, box in boxes:
        last = box if box is boxes[-1][1] else [child for child in walk(box) if "step" in classes(child)][-1]
        free = (bottom - last.position_y - last.margin_height()) / PX - SAFE
        steps = sum("step" in classes(child) for child in walk(box)) + 1
        rooms.append((box, free, steps))
        loose = max(0.0, min(loose, free / steps))
    rules: list[str] = []
    for box, room, steps in rooms:
        free = room - loose * steps
        lines = {part.element.get("id"): round(part.height / PX / RULING) for part in walk(box) if "lines" in classes(part)}
        rows = dict(lines)
        while free >= RULING and (short := [key for key in rows if rows[key] < MOST]):
            rows[min(short, key=lambda key: rows[key] / lines[key])] += 1
            free -= RULING
        rules += [f"#{key} {{ height: {count * RULING}pt !important }}" for key, count in rows.items()]
    notes, taken = _room(name, free)
    return [*rules, *notes, f"#{name} {{ --loose: {loose:.2f}pt; --slack: {free - taken:.2f}pt }}"]


def _cut(name: str, boxes: Sequence[tuple[float, Any]]) -> list[str]:
    """The pieces of a kit at one height, so that cuts run straight; copies that would begin another page are taken out."""
    pieces = [piece for _, box in boxes for piece in walk(box) if "piece" in classes(piece)]
    whole = {piece.element.get("id"): piece for piece in pieces}
    bottom, frame = next((end, box) for end, part in boxes for box in walk(part) if "pieces" in classes(box))
    height = (bottom - frame.content_box_y()) / PX - SAFE
    tallest = max(piece.border_height() for piece in whole.values()) / PX
    across = 1 if "wide" in classes(frame) else 2
    own = int(frame.element.get("data-set"))
    most = max(1, min(int(height // tallest), math.ceil(len(whole) / across)))
    down = next((rows for rows in range(most, 0, -1) if rows * across % own == 0), most)  # whole sets, and no gap in the grid
    copies = max(1, down * across // own)
    out = [key for key, piece in whole.items() if int(piece.element.get("data-copy")) > copies]
    rules = [f"#{key} {{ display: none !important }}" for key in out]
    return [*rules, f"#{name} {{ --piece: {height / down:.2f}pt }}"]


def _room(name: str, free: float) -> tuple[list[str], float]:
    """Notes in a panel's `free` points, where they are worth printing, and the points that they take."""
    room = (free - HEAD) // RULING * RULING
    if room < 3 * RULING:
        return [], 0.0
    shown = "display: block !important"  # a user's style sheet needs it to win
    return [f"#{name} .room {{ {shown}; --room: {room:.2f}pt }}"], HEAD + room


def _lost(document: Any, sheet: Sheet) -> Iterator[Problem]:
    """The panels that are not there, and the sections of those that are."""
    there = {box.element.get("id") for page in document.pages for box in walk(page._page_box) if box.element is not None}
    for panel in sheet.panels:
        parts = getattr(panel, "parts", ())
        for name, title, line in ((panel.id, panel.title, panel.line), *((part.id, part.title, part.line) for part in parts)):
            if name not in there:
                what = f"“{title}” is missing from {_where(sheet)}."
                yield Problem(panel.path, line, "fit", what, "Ask the maintainers: this is the layout’s fault.")


def _too_long(document: Any, signs: Sequence[Sign], sheet: Sheet) -> Iterator[Problem]:
    """The participant's sides that don't fit their leaf, by how many lines, and the step where it happens."""
    boxes = _boxes(document)
    for panel in sheet.panels:
        parts = boxes.get(panel.id, [])
        if panel.design != "participant" or len(parts) <= LEAF:
            continue
        used, room = 0.0, 0.0
        for _, box in parts[LEAF:]:
            shown = (child.position_y + child.height for child in walk(box) if shows(child))
            used += max(shown, default=box.position_y) - box.position_y
        lines = max(1, math.ceil((used - room) / PX / sheet.leading - 0.2))
        own = [sign.place for sign in signs if sign.place.panel == panel.id]
        line = longest.line(box for _, box in parts)
        line = line or min((place.line for place in own if place.page >= own[0].page + LEAF and place.line), default=panel.line)
        over = f"{lines} line{'s' if lines > 1 else ''}"
        what = f"The participant’s side of “{panel.title}” is about {over} too long for its two pages"
        mend = "Shorten its steps, what is marked for the sheet, or how to pass; or ask for fewer lines to write."
        yield Problem(panel.path, line, "fit", f"{what} of {_where(sheet)}.", mend)


def _too_tall(document: Any, sheet: Sheet) -> Iterator[Problem]:
    """The pieces of a kit that don't fit a page: nobody could cut them out whole."""
    for panel in sheet.panels:
        if panel.design == "kit":
            found = [piece for _, box in _boxes(document)[panel.id] for piece in walk(box) if "piece" in classes(piece)]
            names = [piece.element.get("id") for piece in found]
            for piece in found:
                if names.count(piece.element.get("id")) > 1 and piece.element.get("data-copy") == "1":
                    what = f"A piece of “{panel.title}” is too long for a page of {_where(sheet)}."
                    mend = "Shorten it, or cut it in two with a line `---` of its own."
                    yield Problem(panel.path, int(piece.element.get("data-line")), "fit", what, mend)


def _alone(signs: Sequence[Sign], panels: dict[str, Panel], sheet: Sheet) -> Iterator[Problem]:
    """The headings at the foot of a page or column whose text begins in the next one."""
    heading: Any = None
    top = 0.0  # of the heading's first line: its last may stand lower than the text beside it
    for sign, after in pairwise(sign for sign in signs if sign.place.panel and not sign.place.aside):
        here, there = sign.place, after.place
        if here.heading is not heading:
            top, heading = sign.box.position_y, here.heading
        if here.heading is None or here.panel != there.panel or here.heading is there.heading:
            continue
        if there.page > here.page or after.box.position_y + after.box.height < top:
            panel = panels[here.panel]
            what = (
                f"The heading “{' '.join(''.join(here.heading.itertext()).split())}” stands alone at the foot of page {here.page}"
            )
            mend = "Add or take out a line before it; if that is no help, ask the maintainers."
            yield Problem(panel.path, here.line or panel.line, "fit", f"{what} of {_where(sheet)}.", mend)


def _where(sheet: Sheet) -> str:
    return f"the {sheet.layout} handout ({sheet.paper.title} paper)"


def _boxes(document: Any) -> dict[str, list[tuple[float, Any]]]:
    """Each panel's box on each of its pages, with that page's lower edge in pixels."""
    found: dict[str, list[tuple[float, Any]]] = {}
    for page in document.pages:
        bottom = page._page_box.content_box_y() + page._page_box.height
        for box in walk(page._page_box):
            if "panel" in classes(box):
                found.setdefault(box.element.get("id"), []).append((bottom, box))
    return found


def _signs(box: Any, place: Place) -> Iterator[Sign]:
    """Each text and picture below the box, which stands in `place`."""
    box = placed(box)
    if shows(box):
        yield Sign(place, box)
    for child in getattr(box, "children", None) or ():
        yield from _signs(child, _within(placed(child), place))


def _within(box: Any, place: Place) -> Place:
    """The place inside the box, which itself stands in `place`."""
    out = box.is_absolutely_positioned() or box.is_floated()
    if getattr(box, "children", None) and type(box).__name__ not in _IN_LINES:
        edge = float(box.content_box_x() + box.width)
        place = replace(place, edge=edge if out else min(edge, place.edge))
    place = replace(place, aside=place.aside or out)
    element = box.element
    if element is None or box.element_tag != element.tag:
        return place
    if "panel" in classes(box):
        place = replace(place, panel=element.get("id"))
    if line := element.get("data-line"):
        place = replace(place, line=int(line))
    return replace(place, heading=element, aside=False) if element.tag in _HEADINGS else place
