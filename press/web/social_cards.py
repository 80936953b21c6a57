"""Draws the pictures that stand beside a shared link: one for each toolkit, and one for all other pages."""

import io
import textwrap
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from press.library.edition import Edition
from press.web.book import Asset

SIZE = (1200, 630)  # what Open Graph's readers cut to: https://developers.facebook.com/docs/sharing/webmasters/images/
MARGIN = 88
PRESS = Path(__file__).parents[1]
FONTS = PRESS / "fonts"
MARK = PRESS / "theme" / "assets" / "press" / "icon-192.png"
# Ground, words and lesser words, as in theme/assets/press/colors.css: --night, and --a, --b and --c.
GROUNDS = {"site": "#2c1a29", "tn-a": "#0b5a60", "tn-b": "#7c2850", "tn-c": "#8f4300"}
WORDS, LESSER = "#fffaf2", "#f3e6df"


def assets(edition: Edition, name: str, about: str) -> Iterator[Asset]:
    """The cards of the site called `name`, which is `about` something, as "assets/cards/HUE.png"."""
    yield Asset("assets/cards/site.png", Path(), False, draw("site", name, about, ""))
    for volume in edition.volumes:
        fields, hue = volume.toolkit.fields, f"tn-{volume.toolkit.fields.letter.lower()}"
        yield Asset(f"assets/cards/{hue}.png", Path(), False, draw(hue, fields.title, fields.summary, name))


def draw(hue: str, title: str, about: str, name: str) -> bytes:
    """One card as PNG: `title` large, `about` below it, `name` at the foot. The same words give the same bytes."""
    card = Image.new("RGB", SIZE, GROUNDS.get(hue, GROUNDS["site"]))
    pen = ImageDraw.Draw(card)
    mark = Image.open(MARK).convert("RGBA").resize((104, 104), Image.Resampling.LANCZOS)
    card.paste(mark, (MARGIN, 64), mark)
    large, small = _font("fraunces-600-normal.ttf", 76), _font("atkinson-hyperlegible-next-400-normal.ttf", 36)
    bold = _font("atkinson-hyperlegible-next-700-normal.ttf", 30)
    place = 212.0
    for text, font, color, wide, step in ((title, large, WORDS, 25, 88), (about, small, LESSER, 54, 50)):
        for line in textwrap.wrap(text, wide, max_lines=3, placeholder=" …"):
            pen.text((MARGIN, place), line, font=font, fill=color)
            place += step
        place += 18
    if name:
        pen.text((MARGIN, SIZE[1] - 84), name, font=bold, fill=WORDS)
    kept = io.BytesIO()
    card.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(kept, "PNG")  # four times as quick as the best
    return kept.getvalue()


def _font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / file, size)
