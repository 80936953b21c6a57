"""Looks for signs that the handouts' fonts can't show, before another computer's font would be taken for them."""

import re
from functools import lru_cache
from html import unescape

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from press import fonts
from press.handouts.sheets import Sheet
from press.problem import Problem

_PANEL = re.compile(r'<section class="panel[^>]* id="([^"]+)">(.*?)</section>', re.S)


def problems(sheet: Sheet) -> tuple[Problem, ...]:
    """A problem for each panel with signs that no font of the press has."""
    panels = {panel.id: panel for panel in sheet.panels}
    found = []
    for name, html in _PANEL.findall(sheet.html):
        strange = sorted(set(unescape(re.sub("<[^>]+>", "", html))) - _covered())
        if strange:
            panel = panels[name]
            what = f"“{panel.title}” has signs that the handouts’ fonts don’t have: {' '.join(strange)}"
            found.append(Problem(panel.path, panel.line, "print", f"{what} .", "Write them in letters or with other signs."))
    return tuple(found)


@lru_cache(maxsize=1)
def _covered() -> frozenset[str]:
    """The signs that every text may use: those of the regular face, the heading's, and the fallback's."""
    faces = [set(TTFont(path).getBestCmap()) for path in sorted(fonts.FOLDER.glob("*.ttf"))]
    fallback = set(TTFont(fonts.FOLDER / "noto-sans-math-400-normal.ttf").getBestCmap())
    return frozenset(chr(sign) for sign in set.intersection(*(face for face in faces if face != fallback)) | fallback) | {"\n"}
