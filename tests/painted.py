"""Looks at a PDF as it is painted: where words stand, what ink is on and beside them, and which numbers it draws.

Only where words stand is asked of the text layer; all else is told from pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from press import fonts

SCALE = 8  # pixels for a point
_INK = 160  # what is darker than this, of 255, is ink: the text's black and gray, and the toolkits' colors
_ALL = 250  # of 255: a row or a column of ink without a gap
_SMALL = 3  # points: no figure is as low, and no full stop as high
_SHAPE = (24, 32)


@dataclass(frozen=True)
class Place:
    """Where words stand on a page, in points from its lower left corner."""

    file: Path
    page: int
    left: float
    bottom: float
    right: float
    top: float

    @cached_property
    def ink(self) -> Image.Image:
        """What is painted there: ink is white, all else is black."""
        page = _page(self.file, self.page)
        edges = (self.left, page.height / SCALE - self.top, self.right, page.height / SCALE - self.bottom)
        return page.crop(tuple(round(edge * SCALE) for edge in edges))  # type: ignore[arg-type]

    @property
    def is_struck(self) -> bool:
        """Whether a line goes through the words from the first to the last."""
        return _has_line(self.ink)

    def before(self, points: float, beyond: float = 1) -> "Place":
        """What stands on the same line, up to that far before the words; so far `beyond` their own height looks too."""
        return Place(self.file, self.page, self.left - points, self.bottom - beyond, self.left - 0.5, self.top + beyond)

    def after(self, points: float) -> "Place":
        """What stands on the same line, up to that far after the words."""
        return Place(self.file, self.page, self.right + 0.2, self.bottom - 1, self.right + points, self.top + 1)


def places(file: Path, words: str) -> list[Place]:
    """Each place where `words` stand on one line of a PDF, in order."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(file)):
        text = page.get_textpage()
        search = text.search(words, match_case=True, match_whole_word=True)
        while place := search.get_next():
            boxes = [text.get_charbox(index) for index in range(place[0], place[0] + place[1])]
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            found.append(Place(file, number, min(lefts), min(bottoms), max(rights), max(tops)))
    return found


def number(place: Place) -> str:
    """The number that is painted in a place, told by the shapes of its figures alone."""
    return "".join("." if glyph.height < _SMALL * SCALE else _figure(glyph) for glyph in _glyphs(place.ink))


def box(place: Place, side: float) -> str:
    """Which box to tick, of about `side` points, is painted in a place: "ticked" or "empty"; "none" where none is."""
    bounds = place.ink.getbbox()
    if not bounds:
        return "none"
    frame = place.ink.crop(bounds)
    width, height, edge = frame.width, frame.height, round(0.4 * SCALE)
    edges = [(0, 0, width, edge), (0, height - edge, width, height), (0, 0, edge, height), (width - edge, 0, width, height)]
    is_square = all(abs(length / SCALE - side) < 1 for length in (width, height))
    if not is_square or min(ImageStat.Stat(frame.crop(part)).mean[0] for part in edges) < _ALL:
        return "none"
    inner = frame.crop((2 * SCALE, 2 * SCALE, width - 2 * SCALE, height - 2 * SCALE))
    return "ticked" if inner.getbbox() else "empty"


def _has_line(ink: Image.Image) -> bool:
    """Whether a row of pixels is ink from end to end, but for the white before the first letter and after the last."""
    inner = ink.crop((SCALE, 0, ink.width - SCALE, ink.height))
    rows = inner.resize((1, inner.height), Image.Resampling.BOX)
    return ImageStat.Stat(rows).extrema[0][1] >= _ALL


@cache
def _page(file: Path, number: int) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(file)[number].render(scale=SCALE, grayscale=True).to_pil()
    return picture.point(lambda value: 255 * (value < _INK))


def _glyphs(ink: Image.Image) -> Iterator[Image.Image]:
    """The signs in a row of them, each cut out at its edges."""
    columns = [any(ink.crop((x, 0, x + 1, ink.height)).getextrema()) for x in range(ink.width)]
    start = None
    for x, is_inked in enumerate([*columns, False]):
        if is_inked and start is None:
            start = x
        elif not is_inked and start is not None:
            yield _trimmed(ink.crop((start, 0, x, ink.height)))
            start = None


def _trimmed(ink: Image.Image) -> Image.Image:
    return ink.crop(ink.getbbox())


def _figure(glyph: Image.Image) -> str:
    """The figure that a sign is most like, as the fonts of the press draw it."""

    def unlike(shape: Image.Image) -> float:
        wide = abs(glyph.width / glyph.height - shape.width / shape.height)
        return ImageStat.Stat(ImageChops.difference(glyph.resize(_SHAPE), shape.resize(_SHAPE))).mean[0] / 255 + wide

    return min(_figures(), key=lambda known: unlike(known[1]))[0]


@cache
def _figures() -> tuple[tuple[str, Image.Image], ...]:
    """The ten figures in the two weights that lists have."""
    found = []
    for weight in (400, 700):
        font = ImageFont.truetype(fonts.FOLDER / f"atkinson-hyperlegible-next-{weight}-normal.ttf", 12 * SCALE)
        for figure in "0123456789":
            sheet = Image.new("L", (20 * SCALE, 20 * SCALE))
            ImageDraw.Draw(sheet).text((2 * SCALE, 2 * SCALE), figure, fill=255, font=font)
            found.append((figure, _trimmed(sheet)))
    return tuple(found)
