"""Looks for signs that the handouts' fonts can't show, before another computer's font would be taken for them."""

import re
from collections.abc import Iterator
from html import unescape

from press.fonts import glyphs
from press.handouts.sheets.panels import Panel
from press.handouts.sheets.rendering import Sheet
from press.manuscript.problem import Problem

_PANEL = re.compile(r'<section class="panel[^>]* id="([^"]+)">(.*?)</section>', re.S)
_LINE = re.compile(r'data-line="(\d+)"')


def problems(sheet: Sheet) -> tuple[Problem, ...]:
    """A problem for each part of a panel with signs that no font of the press has."""
    panels = {panel.id: panel for panel in sheet.panels}
    return tuple(
        problem for name, html in _PANEL.findall(sheet.html) if name in panels for problem in _in_panel(panels[name], html)
    )


def _in_panel(panel: Panel, html: str) -> Iterator[Problem]:
    first, *parts = _LINE.split(html)
    for line, part in ((panel.line, first), *zip(map(int, parts[::2]), parts[1::2], strict=True)):
        if strange := glyphs.missing(unescape(re.sub("<[^>]*>|^[^<>]*>", "", part))):
            what = f"“{panel.title}” has signs that the handouts’ fonts don’t have: {glyphs.named(strange)}."
            yield Problem(panel.path, line, "print", what, "Write them in letters or with other signs.")
