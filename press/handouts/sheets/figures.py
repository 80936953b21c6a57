"""Turns an address, an activity's minutes or a sheet of paper into a small drawing (SVG)."""

import math
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache

import segno
from markupsafe import Markup

_SVG = "http://www.w3.org/2000/svg"
_OVERLAP = 0.06  # rows overlap by this much of a module, so that no viewer shows hairlines between them


@lru_cache(maxsize=512)  # each is on several sheets, and finding its best mask takes a while
def qr(url: str, title: str) -> Markup:
    """A QR code of `url` with a text alternative. It has no quiet zone: leave four modules of white round it."""
    rows = [list(row) for row in segno.make(url, error="m", micro=False, boost_error=False).matrix]
    size = len(rows)
    # Strokes, not outlines: half as much to draw, and there are three codes on a page.
    path = "".join(f"M{x} {y}.5h{length}" for y, row in enumerate(rows) for x, length in _runs(row))
    drawing = Markup(
        '<svg class="qr" xmlns="{0}" viewBox="0 0 {1} {1}"><title>{2}</title>'
        '<path stroke="#000" stroke-width="{3}" d="{4}"/></svg>'
    )
    return drawing.format(_SVG, size, title, 1 + _OVERLAP, path)


def _runs(row: Sequence[int]) -> list[tuple[int, int]]:
    """The dark stretches of a row: where each starts and how long it is, in modules."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and x and row[x - 1]:
            start, length = found[-1]
            found[-1] = (start, length + 1)
        elif dark:
            found.append((x, 1))
    return found


def time_bar(minutes: Sequence[int], color: str, tint: str) -> str:
    """A bar cut into the steps' shares of the time, dark and light in turn, as a `data:` address for a background."""
    total, gap = sum(minutes) or 1, 0.6
    x, parts = 0.0, []
    for number, share in enumerate(minutes):
        width = share / total * 100
        drawn = width if number == len(minutes) - 1 else max(width - gap, 0.4)
        parts.append(f'<rect x="{x:.2f}" width="{drawn:.2f}" height="3" fill="{tint if number % 2 else color}"/>')
        x += width
    return _data('viewBox="0 0 100 3" preserveAspectRatio="none"', "".join(parts))


def span(start: int, minutes: int, total: int, color: str, tint: str) -> str:
    """A bar of `total` minutes in light, with those from `start` in dark, as a `data:` address for a background."""
    total = total or 1
    x, width = start / total * 100, minutes / total * 100
    whole = f'<rect width="100" height="3" fill="{tint}"/>'
    return _data(
        'viewBox="0 0 100 3" preserveAspectRatio="none"',
        f'{whole}<rect x="{x:.2f}" width="{width:.2f}" height="3" fill="{color}"/>',
    )


def motif(number: int) -> str:
    """Rings for a cover, in white lines, as a `data:` address: one person, a circle of people, a system of circles."""
    shapes = (
        [(0.0, 0.0, 52), (0.0, 0.0, 34), (0.0, 0.0, 16)],
        [(*_round(turn / 6, 38), 22) for turn in range(6)],
        [(0.0, 0.0, 20), *((*_round(turn / 5 - 1 / 4, 40), 20) for turn in range(5))],
    )
    circles = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>' for x, y, r in shapes[number % len(shapes)])
    style = 'fill="none" stroke="#fff" stroke-width="1.4" stroke-opacity=".75"'
    return _data('viewBox="-70 -70 140 140"', f"<g {style}>{circles}</g>")


def _round(turn: float, radius: float) -> tuple[float, float]:
    """The place that far round a circle; a whole turn is 1."""
    return radius * math.cos(turn * math.tau), radius * math.sin(turn * math.tau)


def fold_marks(width: float, height: float, panels: int) -> str:
    """Short ticks at the page's upper and lower edge where it folds, as a `data:` address. Sizes in points."""
    ticks = "".join(
        f'<path d="M{width * n / panels:.2f} {top}v{length}" stroke="#8a8a8a" stroke-width=".6"/>'
        for n in range(1, panels)
        for top, length in ((12, 14), (height - 26, 14))
    )
    return _data(f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"', ticks)


def cut_marks(width: float, height: float, panels: int) -> str:
    """Crop marks at the page's edges with a fine broken line between to cut along, as a `data:` address. Sizes in points."""
    marks = "".join(
        f'<path d="M{x:.2f} 0v24M{x:.2f} {height - 24}V{height}" stroke="#111" stroke-width=".7"/>'
        f'<path d="M{x:.2f} 30V{height - 28}" stroke="#777" stroke-width=".5" stroke-dasharray="1 5" stroke-linecap="round"/>'
        for x in (width * n / panels for n in range(1, panels))
    )
    return _data(f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"', marks)


def _data(frame: str, shapes: str) -> str:
    svg = f'<svg xmlns="{_SVG}" {frame}>{shapes}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
