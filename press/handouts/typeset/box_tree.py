"""Walks the boxes that WeasyPrint made of a sheet, for those who look whether it came out well.

Its boxes are private: look again at each new version.
"""

from collections.abc import Iterator
from typing import Any

PX = 96 / 72  # CSS pixels in a point
SLIP = 0.75  # pixels that rounding may cost


def walk(box: Any) -> Iterator[Any]:
    """The box and all below it, in the order of the text."""
    box = placed(box)
    yield box
    for child in getattr(box, "children", None) or ():
        yield from walk(child)


def placed(box: Any) -> Any:
    """The box itself, where what stands in the tree is only its place."""
    return getattr(box, "_box", box)


def lined(box: Any, line: int = 0) -> Iterator[tuple[Any, int]]:
    """The box and all below it, each with the line in the manuscript of the innermost element with one that it stands in."""
    box = placed(box)
    if box.element is not None and box.element_tag == box.element.tag:
        line = int(box.element.get("data-line") or line)
    yield box, line
    for child in getattr(box, "children", None) or ():
        yield from lined(child, line)


def shows(box: Any) -> bool:
    """Whether it is text or a picture."""
    return hasattr(box, "text") or hasattr(box, "replacement")  # a TextBox, a ReplacedBox


def classes(box: Any) -> list[str]:
    """The classes of the box's element; none for the anonymous boxes that share it."""
    if box.element is None or type(box.style).__name__ == "AnonymousStyle" or box.element_tag != box.element.tag:
        return []
    return (box.element.get("class") or "").split()
