"""What is typed, pasted or ticked in a PDF is kept, and painted in PDFium and in Poppler, on every layout that has fields."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

import typing_in
from press import fonts
from press.handouts.sheets import consent_form, rendering
from press.handouts.typeset import pdf
from sheets import SITE, activity, prepared, put

pytestmark = pytest.mark.pdf

NAMES = "Nguyễn Thị Đặng ʻokina José Lakȟóta Yorùbá"
STORY = ("We sat in a circle, and whoever wanted to say what they saw had two minutes for it. " * 20)[:1483]
FORM = """---
title: Test data, a form
description: Test data.
---
Test data for a lead.

## First part

- First box

**Write (2 lines):** Full name

## Second part

Choose one.

- This
- That
"""
FIELDS = {  # of each layout, one with room for a name
    "3-up": "A1 step 4: What I see in “First try”",
    "3-up-notes": "Who with",
    "3-up-cut": "A1 step 4: What I see in “First try”, card 3 of 3",
    "booklet": "A1 step 4: What I see in “First try”",
    "activity": "A1 step 4: What I see in “First try”",
    "participant": "A1 step 4: What I see in “First try”",
    "form": "First part: Full name",
}
ACTIVITY = "activity"
SCALE = 6  # pixels a point
LEAST = 9.0  # points
Rect = tuple[float, float, float, float]
Look = Callable[[bytes, int, Rect, Path], Image.Image]


def pdfium(data: bytes, page: int, rect: Rect, _folder: Path) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        width, height = document[page].get_size()
        left, low, right, high = rect
        around = left, low, width - right, height - high
        picture: Image.Image = document[page].render(scale=SCALE, crop=around, may_draw_forms=True).to_pil().convert("L")
    return picture


def poppler(data: bytes, page: int, rect: Rect, folder: Path) -> Image.Image:
    if not shutil.which("pdftoppm"):
        pytest.fail("The tests look at PDFs with Poppler too, and there is none: install poppler-utils")
    (folder / "it.pdf").write_bytes(data)
    with pypdfium2.PdfDocument(data) as document:
        height = document[page].get_height()
    left, low, right, high = rect
    edges = left, height - high, right - left, high - low
    around = [part for flag, edge in zip("xyWH", edges, strict=True) for part in (f"-{flag}", str(round(SCALE * edge)))]
    which = ["-r", str(72 * SCALE), "-f", str(page + 1), "-l", str(page + 1), *around]
    subprocess.run(["pdftoppm", "-gray", *which, "-singlefile", "it.pdf", "it"], cwd=folder, check=True)
    return Image.open(folder / "it.pgm")


@dataclass(frozen=True)
class Field:
    """A field of a PDF, as it is on paper."""

    data: bytes
    name: str
    look: Look
    folder: Path

    @cached_property
    def _place(self) -> tuple[int, pypdf.generic.DictionaryObject]:
        return typing_in.widgets(pypdf.PdfReader(io.BytesIO(self.data)))[self.name]

    @property
    def value(self) -> str:
        return str(self._place[1].get("/V", ""))

    @property
    def size(self) -> float:
        """The size of what stands in it, in points."""
        look = self._place[1]["/AP"]["/N"].get_object().get_data()  # type: ignore[index]
        return min(float(size) for size in re.findall(rb"([\d.]+) Tf", look))

    @cached_property
    def rect(self) -> Rect:
        x0, y0, x1, y1 = map(float, self._place[1]["/Rect"])  # type: ignore[call-overload]
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    @cached_property
    def picture(self) -> Image.Image:
        """What is painted inside its edges: ink is white, all else is black."""
        return self._painted(self.rect)

    @property
    def with_line_below(self) -> Image.Image:
        """The same, with the line on which the field stands."""
        left, low, right, high = self.rect
        return self._painted((left, low - 2, right, high))

    def _painted(self, rect: Rect) -> Image.Image:
        page = self.look(self.data, self._place[0], rect, self.folder)
        return page.point(lambda value: 255 * (value < 160))

    @cached_property
    def letters(self) -> list[tuple[str, Rect]]:
        """Each letter that stands in it, with its place in pixels of the picture."""
        with pypdfium2.PdfDocument(self.data) as document:
            document.init_forms()
            document[self._place[0]].flatten()
            text = document[self._place[0]].get_textpage()
            left, low, right, high = self.rect
            signs = [(text.get_text_range(index, 1), text.get_charbox(index)) for index in range(text.count_chars())]
        return [
            (sign, (SCALE * (x0 - left), SCALE * (high - y1), SCALE * (x1 - left), SCALE * (high - y0)))
            for sign, (x0, y0, x1, y1) in signs
            if sign.strip() and left <= (x0 + x1) / 2 <= right and low <= (y0 + y1) / 2 <= high
        ]

    def over(self, empty: "Field") -> list[tuple[str, Image.Image]]:
        """Each letter with the ink that is not the page's own, ruled lines least of all."""
        new = ImageChops.subtract(self.picture, empty.picture)
        return [(sign, new.crop(tuple(map(round, place)))) for sign, place in self.letters]  # type: ignore[arg-type]


@cache
def _drawn(sign: str) -> Image.Image:
    """A sign as the fields' font has it."""
    font = ImageFont.truetype(fonts.FIELDS, 12 * SCALE)
    sheet = Image.new("L", (30 * SCALE, 30 * SCALE))
    ImageDraw.Draw(sheet).text((5 * SCALE, 5 * SCALE), sign, fill=255, font=font)
    return sheet.crop(sheet.getbbox())


def painted(glyph: Image.Image, among: set[str]) -> str:
    """Which sign a glyph shows, told by its shape alone; nothing where there is no ink."""
    bounds = glyph.getbbox()
    if bounds is None:
        return ""
    shape, shown = (24, 32), glyph.crop(bounds)

    def unlike(sign: str) -> float:
        known = _drawn(sign)
        difference = ImageChops.difference(shown.resize(shape), known.resize(shape))
        return ImageStat.Stat(difference).mean[0] / 255 + abs(shown.width / shown.height - known.width / known.height)

    return min(sorted(among), key=unlike)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A handout of test data of each layout with fields."""
    root = put(tmp_path_factory.mktemp("filled"), "alpha", "A", one=activity("First try"))
    (root / consent_form.PATH).parent.mkdir(parents=True)
    (root / consent_form.PATH).write_text(FORM, encoding="utf-8")
    return {sheet.layout: pdf.typeset(sheet).pdf for sheet in rendering.sheets(prepared(root), ("letter",), SITE)}


def test_every_layout_with_fields_is_tried(made: dict[str, bytes]) -> None:
    found = {layout for layout, data in made.items() if typing_in.widgets(pypdf.PdfReader(io.BytesIO(data)))}
    assert found == set(FIELDS)


@pytest.mark.parametrize("layout", FIELDS)
def test_a_name_of_any_kind_is_kept_whole_and_painted_letter_by_letter(
    made: dict[str, bytes], layout: str, tmp_path: Path
) -> None:
    data, name = typing_in.typed(made[layout], FIELDS[layout], NAMES), FIELDS[layout]
    due = NAMES.replace(" ", "")
    for look in (pdfium, poppler):
        field, empty = Field(data, name, look, tmp_path), Field(made[layout], name, look, tmp_path)
        assert field.value == NAMES
        assert "".join(sign for sign, _ in field.letters) == due, look.__name__
        among = {*due, "\U0010ffff"}  # what no font has shows as the empty box
        assert "".join(painted(glyph, among) for _, glyph in field.over(empty)) == due, look.__name__


@pytest.mark.parametrize("layout", FIELDS)
def test_typing_stops_when_the_field_is_full_and_all_that_it_took_stands_there(
    made: dict[str, bytes], layout: str, tmp_path: Path
) -> None:
    data, name = typing_in.typed(made[layout], FIELDS[layout], STORY), FIELDS[layout]
    for look in (pdfium, poppler):
        field, empty = Field(data, name, look, tmp_path), Field(made[layout], name, look, tmp_path)
        assert field.value
        assert STORY.startswith(field.value)
        assert field.size >= LEAST
        assert "".join(sign for sign, _ in field.letters) == field.value.replace(" ", "")
        assert [sign for sign, glyph in field.over(empty) if not glyph.getbbox()] == [], look.__name__


def test_a_whole_answer_of_1483_signs_stands_on_the_sheet_of_an_activity(made: dict[str, bytes]) -> None:
    data = typing_in.pasted(made[ACTIVITY], FIELDS[ACTIVITY], STORY)
    assert Field(data, FIELDS[ACTIVITY], pdfium, Path()).value == STORY


def filled(data: bytes, name: str, value: str, *, anew: bool) -> bytes:
    """The PDF with one field filled in by a program; `anew`, it asks viewers to draw all fields once more."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {name: value}, auto_regenerate=anew)
    assert writer.root_object["/AcroForm"]["/NeedAppearances"] == anew  # type: ignore[index]
    writer.write(stream := io.BytesIO())
    return stream.getvalue()


@pytest.mark.parametrize("anew", [True, False])
@pytest.mark.parametrize("layout", FIELDS)
def test_ruled_lines_stay_whichever_program_fills_in_a_field(
    made: dict[str, bytes], layout: str, anew: bool, tmp_path: Path
) -> None:
    name = FIELDS[layout]
    data = filled(made[layout], name, "Test data", anew=anew)
    for look in (pdfium, poppler):
        before, after = (Field(one, name, look, tmp_path).with_line_below for one in (made[layout], data))
        assert before.getbbox(), f"{look.__name__}: no ruled line is there"
        assert ImageChops.subtract(after, before).getbbox(), f"{look.__name__}: nothing was filled in"
        assert ImageChops.subtract(before, after).getbbox() is None, look.__name__


@pytest.mark.parametrize("look", [pdfium, poppler])
@pytest.mark.parametrize("anew", [True, False])
def test_a_box_that_a_program_ticks_is_ticked(made: dict[str, bytes], anew: bool, look: Look, tmp_path: Path) -> None:
    name = "First part: First box"
    on, off = (filled(made["form"], name, value, anew=anew) for value in ("/on", "/Off"))
    ticked, clear = (Field(data, name, look, tmp_path).picture for data in (on, off))
    assert ImageChops.subtract(ticked, clear).getbbox()


@pytest.mark.parametrize("look", [pdfium, poppler])
def test_of_boxes_that_exclude_each_other_the_second_choice_clears_the_first(
    made: dict[str, bytes], look: Look, tmp_path: Path
) -> None:
    this, that = "Second part: This", "Second part: That"
    first = typing_in.clicked(made["form"], this)
    second = typing_in.clicked(first, that)

    def ink(data: bytes) -> tuple[float, float]:
        found = [ImageStat.Stat(Field(data, name, look, tmp_path).picture).mean[0] for name in (this, that)]
        return found[0], found[1]

    clear = ink(made["form"])
    assert ink(first)[0] > clear[0] + 5
    assert ink(first)[1] == clear[1]
    assert ink(second)[0] == clear[0]
    assert ink(second)[1] > clear[1] + 5
