"""Turns the fields' font into what a PDF says of it, so that any viewer can type with it: a sign's code is its Unicode value.

WeasyPrint numbers a font's signs as the font does. A viewer that types has to find these numbers from the letters of a keyboard.
Chromium's (PDFium) writes the letter's own value where it finds none, which shows another sign, or loses it. Here both are one.
"""

import struct
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

import pydyf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from press import fonts
from press.handouts.typeset.objects import number

_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_FOOT = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_LINE = {"Ascent": 980, "Descent": -240}  # thousandths of the size: a line as high as those of the texts, whatever marks may need
_MOST = 100  # ranges in one block, by the standard


def recode(pdf: pydyf.PDF, font: Any) -> None:
    """Give the `font`, a dictionary of WeasyPrint's that no page uses, its signs by their Unicode values."""
    glyphs, widths, letters = _tables()
    inner = pdf.objects[number(font["DescendantFonts"][0])]
    for owner, key, content in ((inner, "CIDToGIDMap", glyphs), (font, "ToUnicode", letters)):
        stream = pydyf.Stream([content], compress=True)
        pdf.add_object(stream)
        owner[key] = stream.reference
    inner["W"] = pydyf.Array([part for first, run in widths for part in (first, pydyf.Array(run))])
    inner["DW"] = 600  # the empty box
    pdf.objects[number(inner["FontDescriptor"])].update(_LINE)


@lru_cache(maxsize=1)
def _tables() -> tuple[bytes, tuple[tuple[int, tuple[int, ...]], ...], bytes]:
    """The font's own number of each sign, the signs' widths in runs, and the map that says which letter each is."""
    font = TTFont(fonts.FIELDS)
    scale = 1000 / font["head"].unitsPerEm
    names = dict(sorted(font.getBestCmap().items()))
    glyphs = [0] * 0x10000  # another script's signs show as the empty box, so that one sees what is not shown
    for sign, name in names.items():
        glyphs[sign] = font.getGlyphID(name)
    runs = tuple((run[0], tuple(round(font["hmtx"][names[sign]][0] * scale) for sign in run)) for run in _runs(names))
    return struct.pack(f">{len(glyphs)}H", *glyphs), runs, _letters(tuple(_runs(names)))


def _runs(signs: dict[int, str]) -> Iterator[list[int]]:
    """The signs in stretches without a gap, none across a page of 256: a range of a map may not."""
    for _, run in groupby(enumerate(signs), key=lambda place: (place[1] - place[0], place[1] >> 8)):
        yield [sign for _, sign in run]


def _letters(runs: tuple[list[int], ...]) -> bytes:
    ranges = [b"<%04x> <%04x> <%04x>" % (run[0], run[-1], run[0]) for run in runs]
    blocks = [ranges[first : first + _MOST] for first in range(0, len(ranges), _MOST)]
    parts = [b"\n".join([b"%d beginbfrange" % len(block), *block, b"endbfrange"]) for block in blocks]
    return b"\n".join([_HEAD, *parts, _FOOT])
