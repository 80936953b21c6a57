"""Sets aside what a reader with assistive technology would hear again and again: running lines, and copies of a card.

Both are artifacts (ISO 14289-1, 7.8): on the paper, and in no branch of the structure tree. The credit and the licence below
cards that are cut apart are running lines too, but said nowhere else on such a sheet, so the first card ends with them.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pydyf

from press.handouts.typeset.box_tree import classes, walk
from press.handouts.typeset.objects import number

COPY = "again"  # the class of a panel that repeats the one before it


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Change `pdf` in place, right before it is written."""
    root = pdf.objects[number(pdf.catalog["StructTreeRoot"])]
    trunk = pdf.objects[number(root["K"][0])]
    boxes = (box for page in document.pages for box in walk(page._page_box))
    panels = [box for box in boxes if box.element is not None and box.element_tag == "section"]
    if copies := [box for box in panels if COPY in classes(box)]:
        is_card = "panel" in classes(copies[0])  # what is cut out of a kit says itself whose it is
        _say_once(pdf, trunk, panels, _lines_below(document.pages[0]) if is_card else 0)
    numbers = pdf.objects[number(root["ParentTree"])]["Nums"]
    _mark(pdf, dict(zip(numbers[::2], numbers[1::2], strict=True)), _living(pdf, trunk.number))


def _say_once(pdf: pydyf.PDF, trunk: Any, panels: list[Any], lines: int) -> None:
    """Of a copy only its fields stay in the tree; the panel before it ends with the lines that run below it."""
    sections = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("S") == "/Sect"]
    both = list(zip(panels, sections, strict=True))  # both in the order of the text
    first = next(section for box, section in both if COPY not in classes(box))
    for section in (section for box, section in both if COPY in classes(box)):
        forms = [pdf.objects[place] for place in sorted(_living(pdf, section.number)) if pdf.objects[place].get("S") == "/Form"]
        section["K"] = pydyf.Array([form.reference for form in forms])
        for form in forms:
            form["P"] = section.reference
    for line in islice(_running_lines(pdf, trunk), lines):
        line["S"], line["P"] = "/P", first.reference
        first["K"].append(line.reference)


def _lines_below(page: Any) -> int:
    """How many lines the page's first margin with words has."""
    margins = (box for box in page._page_box.children if type(box).__name__ == "MarginBox")
    return next(len(margin.children) for margin in margins if margin.children)


def _running_lines(pdf: pydyf.PDF, trunk: Any) -> Iterator[Any]:
    """What WeasyPrint made of the margins of pages: it says what it belongs to, and hangs there on nothing."""
    for item in pdf.objects:
        is_branch = isinstance(item, pydyf.Dictionary) and "S" in item and item.get("P") == trunk.reference
        if is_branch and item.reference not in trunk["K"]:
            yield item


def _mark(pdf: pydyf.PDF, parents: dict[Any, Any], living: set[int]) -> None:
    """What belongs to no branch of the tree is an artifact. WeasyPrint marks it as content."""
    for page in (item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"):
        owners = parents[page["StructParents"]]
        loose = {mark for mark, owner in enumerate(owners) if number(owner) not in living}
        operators = pdf.objects[number(page["Contents"])].stream
        for index, operator in enumerate(operators):
            if operator == b"BDC" and _number_of(operators[index - 1]) in loose:
                operators[index - 2], operators[index - 1] = "/Artifact", b"<</Type /Pagination>>"
        for mark in loose:
            owners[mark] = "null"


def _living(pdf: pydyf.PDF, start: int) -> set[int]:
    """The numbers of the structure elements that the tree reaches from there."""
    found, waiting = set(), [start]
    while waiting:
        place = waiting.pop()
        found.add(place)
        for kid in pdf.objects[place].get("K", ()):
            if isinstance(kid, bytes) and "S" in pdf.objects[number(kid)]:
                waiting.append(number(kid))
    return found


def _number_of(operand: Any) -> int | None:
    found = re.search(rb"/MCID (\d+)", bytes(getattr(operand, "data", operand)))
    return int(found[1]) if found else None
