"""Looks for signs that the handouts' fonts can't show, before another computer's font would be taken for them."""

import re
from html import unescape

from press.fonts import glyphs
from press.handouts.sheets.rendering import Sheet
from press.manuscript.problem import Problem

_PANEL = re.compile(r'<section class="panel[^>]* id="([^"]+)">(.*?)</section>', re.S)


def problems(sheet: Sheet) -> tuple[Problem, ...]:
    """A problem for each panel with signs that no font of the press has."""
    panels = {panel.id: panel for panel in sheet.panels}
    found = []
    for name, html in _PANEL.findall(sheet.html):
        strange = glyphs.missing(unescape(re.sub("<[^>]+>", "", html)))
        if strange:
            panel = panels[name]
            what = f"“{panel.title}” has signs that the handouts’ fonts don’t have: {' '.join(strange)}"
            found.append(Problem(panel.path, panel.line, "print", f"{what} .", "Write them in letters or with other signs."))
    return tuple(found)
