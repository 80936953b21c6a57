"""Turns the room that is left in panels side by side into looser lines and level parts: the same parts at the same height."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """A panel as it was set, in points: the room `free` below it, how many `gaps` can widen, and its `parts`.

    A part that wants to stand level with those of the other panels is its place and the number of gaps above it.
    """

    free: float
    gaps: int
    parts: tuple[tuple[float, int], ...]


def align(panels: Sequence[Measure], loosest: float, step: float = 0.25) -> tuple[float, tuple[tuple[float, ...], ...]] | None:
    """How far to widen every gap, at most `loosest`, and to lower each part of each panel; None where it can't be done."""
    if not panels or len({len(panel.parts) for panel in panels}) != 1:
        return None
    for count in range(int(loosest / step), -1, -1):
        loose = count * step
        drops = _drops(panels, loose)
        if all(panel.free - loose * panel.gaps >= sum(down) for panel, down in zip(panels, drops, strict=True)):
            return loose, drops
    return None


def _drops(panels: Sequence[Measure], loose: float) -> tuple[tuple[float, ...], ...]:
    """For each panel, how far each of its parts must go down to stand level with the lowest of its like."""
    lowered = [0.0] * len(panels)
    drops: list[list[float]] = [[] for _ in panels]
    for number in range(len(panels[0].parts)):
        places = [
            panel.parts[number][0] + loose * panel.parts[number][1] + down for panel, down in zip(panels, lowered, strict=True)
        ]
        for index, place in enumerate(places):
            drops[index].append(max(places) - place)
            lowered[index] += max(places) - place
    return tuple(map(tuple, drops))
