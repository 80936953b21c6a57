"""Finds what is too long in a panel that doesn't fit: the part that is much longer than the others, if there is one.

WeasyPrint's boxes stand in a panel that may go on in the next column or page; what goes on there is one part.
"""

from collections.abc import Iterable
from statistics import median
from typing import Any

from press.handouts.typeset.box_tree import placed

MUCH = 2  # times the height that half of the parts have at most
MOST = 0.5  # of a part: such a share of it is what makes it long


class _Part:
    """What an element with a line takes of the height, and the parts within it."""

    def __init__(self) -> None:
        self.height = 0.0
        self.parts: dict[Any, _Part] = {}


def line(boxes: Iterable[Any]) -> int:
    """The line of the part of a panel's `boxes` that is too long; 0 where none stands out."""
    whole = _Part()
    for box in boxes:
        _add(box, whole)
    if len(whole.parts) < 2:
        return 0
    element, part = max(whole.parts.items(), key=lambda item: item[1].height)
    if part.height < MUCH * median(each.height for each in whole.parts.values()):
        return 0
    while part.parts:
        inner, within = max(part.parts.items(), key=lambda item: item[1].height)
        if within.height < MOST * part.height:
            break
        element, part = inner, within
    return int(element.get("data-line"))


def _add(box: Any, whole: _Part, within: Any = None) -> None:
    """The parts below a box, into those of the `whole` that it stands in, the element `within`."""
    for child in getattr(box, "children", None) or ():
        child = placed(child)
        element = child.element
        own = element is not None and element.get("data-line") and child.element_tag == element.tag
        if own and hasattr(child, "margin_height"):
            # A table's box stands in another of the same element
            part = whole if element is within else whole.parts.setdefault(element, _Part())
            if type(child.style).__name__ != "AnonymousStyle":
                part.height += float(child.margin_height())
            _add(child, part, element)
        else:
            _add(child, whole, within)
