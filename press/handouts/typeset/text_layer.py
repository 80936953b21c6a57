"""Mends what a PDF says of its glyphs, where WeasyPrint 70 gives a mark the words of its letter, and the letter none.

A glyph that first came in a cluster of several, such as ẹ́, has the cluster's text or none at all, wherever it comes again.
"""

import re
import unicodedata
from typing import Any

from press.fonts import FACES
from press.fonts.glyphs import glyphs_of

_ENTRY = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


def mend(document: Any, pdf: Any) -> None:
    """Let each glyph that stands for a letter or a mark of its own say so."""
    faces = {font.name: _glyphs(font) for font in document.fonts.values() if not font.used_in_forms}
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Type0" and item["BaseFont"] in faces:
            stream = pdf.objects[int(bytes(item["ToUnicode"]).split()[0])].stream
            stream[:] = [_mended(line, faces[item["BaseFont"]]) for line in stream]


def _glyphs(font: Any) -> dict[int, tuple[int, ...]]:
    family, weight, italic = str(font.family), int(font.weight), bool(font.style)
    file = FACES.get((family, weight, italic)) or FACES.get((family, weight, False)) or FACES.get((family, 400, False))
    return glyphs_of(file) if file else {}


def _mended(line: Any, glyphs: dict[int, tuple[int, ...]]) -> Any:
    found = _ENTRY.fullmatch(line) if isinstance(line, bytes) else None
    if found is None or not (own := glyphs.get(int(found[1], 16))):
        return line
    text = bytes.fromhex(found[2].decode()).decode("utf-16-be")
    if text and not (len(text) > 1 and any(map(unicodedata.combining, text))):
        return line
    sign = next((sign for sign in own if chr(sign) in text), own[0])
    return b"<%s> <%s>" % (found[1], chr(sign).encode("utf-16-be").hex().encode())
