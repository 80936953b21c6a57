"""Names and signs of all kinds print: each letter of the Latin script, its marks, and common signs. All is test data."""

import io
import re
import unicodedata
from pathlib import Path

import pypdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from press import fonts
from press.fonts import glyphs
from press.handouts.sheets import letters, rendering
from press.handouts.typeset import pdf
from press.handouts.typeset.pdf import Printed
from sheets import SITE, activity, prepared, put

NAMES = "Nguyễn Thị Đặng Hawaiʻi Yorùbá Ọ̀ṣun ẹ́kọ̀ọ́ Lakȟóta čhaŋ Diné yáʼátʼééh Łódź Şule x̣ʷ ɪŋ ə".split()
SIGNS = "√2 π ☐ ☑ → ½ ⅓ ∞ ★ ⭐ ❓ ① ✗ x² CO₂ ‰ ∑ 5′ €".split()
LAYOUTS = ("3-up", "3-up-notes", "3-up-cut", "booklet", "activity")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Each layout of an activity whose title, step and sections have names and signs, plain, bold and in italics."""
    words = " ".join((*NAMES, *SIGNS))
    text = activity(title="Hawaiʻi Nguyễn ẹ́kọ̀ √π ☐", lead=f"{words} **{words}** *{words}*", steps=1)
    root = put(tmp_path_factory.mktemp("letters"), "alpha", "A", one=text.replace("Too little time.", f"{words}."))
    every = rendering.sheets(prepared(root), ("letter",), SITE, LAYOUTS)
    return {sheet.layout: pdf.typeset(sheet) for sheet in every}


@pytest.mark.pdf
@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_and_signs_print_in_our_own_fonts(printed: dict[str, Printed], layout: str) -> None:
    made = printed[layout]
    assert made.problems == ()
    named = {str(font) for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages for font in _fonts(page)}
    assert {font.partition("+")[2] for font in named} >= {"Press-Letters", "Press-Signs"}
    assert {re.sub("-(Bold|Italic|Semi-Bold|Oblique).*", "", font.partition("+")[2]) for font in named} <= {
        family.replace(" ", "-") for family in fonts.FAMILIES
    }


def _fonts(page: pypdf.PageObject) -> list[object]:
    found = page["/Resources"].get_object()["/Font"].get_object()  # type: ignore[index]
    return [font.get_object()["/BaseFont"] for font in found.values()]


@pytest.mark.pdf
@pytest.mark.parametrize("layout", ["3-up", "booklet", "activity"])
def test_names_and_signs_read_in_the_text_layer_as_they_were_written(printed: dict[str, Printed], layout: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(printed[layout].pdf)).pages
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in pages)).replace("\ufe0e", "")
    assert [word for word in (*NAMES, *SIGNS) if text.count(unicodedata.normalize("NFC", word)) < 3] == []


def test_a_letter_typed_in_parts_is_set_whole_and_marks_stand_in_the_font_of_their_letter() -> None:
    typed = unicodedata.normalize("NFD", "<title>x̣</title><p title='ẹ́'>Nguyễn ẹ́kọ̀, x̣ʷ") + "☑\ufe0f ⭐</p>"
    assert letters.well_set(typed) == (
        unicodedata.normalize("NFD", "<title>x̣</title><p title='ẹ́'>")
        + unicodedata.normalize("NFC", 'Nguyễn <span class="marked">ẹ́kọ̀</span>, <span class="marked">x̣ʷ</span>☑ ⭐\ufe0e</p>')
    )
    assert letters.well_set("<p>“Plain” – words…</p>") == "<p>“Plain” – words…</p>"


def test_what_is_missing_is_named_with_its_number_and_of_many_the_first() -> None:
    assert glyphs.missing("".join((*NAMES, *SIGNS)) + "\u200d\ufe0f") == ""
    assert glyphs.named(glyphs.missing("Hi 🎉 you")) == "“🎉” (U+1F389)"
    assert glyphs.named(glyphs.missing("नमस्ते")).endswith(", and 2 more")


def test_the_style_sheets_declare_the_faces_that_there_are_and_the_site_has_what_names_need() -> None:
    css = (fonts.FOLDER / "print.css").read_text(encoding="utf-8")
    every = sorted([*fonts.FACES.values(), fonts.FIELDS.name])
    assert sorted(re.findall(r"url\(([^)]+)\)", css)) == every
    assert sorted(path.name for path in fonts.FOLDER.glob("*.ttf")) == every
    web = (fonts.FOLDER / "web.css").read_text(encoding="utf-8")
    files = re.findall(r"url\(([^)]+)\)[^;]*; unicode-range: ([^}]+) }", web)
    assert sorted(path.name for path in fonts.FOLDER.glob("*.woff2")) == sorted(name for name, _ in files)
    shown = {sign for name, ranges in files for sign in _signs(fonts.FOLDER / name) if _is_in(sign, ranges)}
    assert {sign for word in NAMES for sign in map(ord, word)} - shown == set()
    assert set(map(ord, "√☐☑→½⅓∞★✗²₂‰∑←✓≠①⭐€")) - shown == set()


def _signs(path: Path) -> set[int]:
    return set(TTFont(path).getBestCmap())


def _is_in(sign: int, ranges: str) -> bool:
    bounds = (part.strip().removeprefix("U+").partition("-") for part in ranges.split(","))
    return any(int(first, 16) <= sign <= int(last or first, 16) for first, _, last in bounds)


def test_each_family_has_its_licence() -> None:
    """One file for each package that a font was made from."""
    for name in (
        "atkinson-hyperlegible-next",
        "fraunces",
        "noto-sans",
        "noto-sans-math",
        "noto-sans-symbols",
        "noto-sans-symbols-2",
    ):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts.FOLDER / f"{name}-OFL.txt").read_text(encoding="utf-8")
