"""Turns one sheet into its PDF and a picture of its first page: what a worker does."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from press.manuscript.problem import Problem

if TYPE_CHECKING:
    from press.handouts.sheets.rendering import Sheet

THUMBNAIL = 640  # pixels wide


@dataclass(frozen=True)
class Made:
    """A sheet as a PDF and a PNG of its first page, or the problems that stand in the way."""

    pdf: bytes
    png: bytes
    pages: int
    problems: tuple[Problem, ...]


def typeset(sheet: Sheet, pictures: tuple[Path, ...]) -> Made:
    """Set `sheet`: what a worker does. WeasyPrint takes a second to start, and starts here alone."""
    from press.handouts.typeset import pdf

    printed = pdf.typeset(sheet, pictures)
    return Made(printed.pdf, _thumbnail(printed.pdf) if printed.pdf else b"", printed.pages, printed.problems)


def _thumbnail(data: bytes) -> bytes:
    """A PNG of the first page, in 64 colors and without metadata."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        picture = page.render(scale=THUMBNAIL / page.get_width(), may_draw_forms=False).to_pil().convert("RGB")
    stream = io.BytesIO()
    # A tenth of the time that the default ways to find colors and to compress take, for no more bytes.
    picture.quantize(64, Image.Quantize.FASTOCTREE, dither=0).save(stream, "PNG", compress_level=6)
    return stream.getvalue()
