"""What holds for a handout of any layout: it can be filled in, its codes lead somewhere, it is read in order, it is the same."""

import datetime
import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageStat
from pypdf.generic import DictionaryObject

import build_pdfs
from press.handouts.sheets import layouts
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pdf
from press.publishing import publish
from real import Real
from sheets import FACT, activity, contents, put
from soaking import some

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

LAYOUTS = [layout.name for layout in layouts.LAYOUTS]
WITH_BOXES = {"leaders", "form"}
WITHOUT_CODES = {"form", "kit"}
SCALE = 2.5  # pixels a point
Look = Callable[[bytes, int, Path], Image.Image]


def drawn(published: Real, layout: str) -> list[tuple[Sheet, bytes]]:
    """A handout of the layout that was made from the project's own manuscripts, with its sheet; all of them in `make soak`."""
    return [(sheet, published.pdf(sheet)) for sheet in some(published.sheets_of(layout))]


def fields(reader: pypdf.PdfReader) -> list[tuple[int, DictionaryObject]]:
    """The number of the page and the field itself, for each field that can be filled in."""
    notes = ((number, note.get_object()) for number, page in enumerate(reader.pages) for note in page.get("/Annots", ()))
    return [(number, note) for number, note in notes if note["/Subtype"] == "/Widget"]


def pdfium(data: bytes, page: int, _folder: Path) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        picture: Image.Image = document[page].render(scale=SCALE, may_draw_forms=True).to_pil().convert("L")
    return picture


def poppler(data: bytes, page: int, folder: Path) -> Image.Image:
    if not shutil.which("pdftoppm"):
        pytest.fail("The tests look at PDFs with Poppler too, and there is none: install poppler-utils")
    (folder / "it.pdf").write_bytes(data)
    number = str(page + 1)
    command = ["pdftoppm", "-gray", "-r", str(72 * SCALE), "-f", number, "-l", number, "-singlefile", "it.pdf", "it"]
    subprocess.run(command, cwd=folder, check=True)
    return Image.open(folder / "it.pgm")


def darkness(picture: Image.Image, rect: Any, height: float) -> float:
    """How much ink stands inside a field."""
    (left, right), (low, high) = sorted(map(float, rect[::2])), sorted(map(float, rect[1::2]))
    inside = (SCALE * (left + 1), SCALE * (height - high + 1), SCALE * (right - 1), SCALE * (height - low - 1))
    return 255 - float(ImageStat.Stat(picture.crop(inside)).mean[0])


def filled(data: bytes, page: int, name: str, value: str) -> bytes:
    """The PDF with one field filled in."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.update_page_form_field_values(writer.pages[page], {name: value}, auto_regenerate=False)
    writer.write(stream := io.BytesIO())
    return stream.getvalue()


@pytest.mark.soak
@pytest.mark.parametrize("look", [pdfium, poppler])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_filled_in_shows(published: Real, layout: str, look: Look, tmp_path: Path) -> None:
    for sheet, data in drawn(published, layout):
        found = fields(pypdf.PdfReader(io.BytesIO(data)))
        kinds = {str(note["/FT"]): (page, note) for page, note in reversed(found)}
        if layout != "kit":  # what a kit asks to fill in is as its activity has it
            assert ("/Tx" in kinds) or layout == "leaders"
            assert ("/Btn" in kinds) == (layout in WITH_BOXES)
        for kind, (page, note) in kinds.items():
            name, height = str(note["/T"]), float(pypdf.PdfReader(io.BytesIO(data)).pages[page].mediabox.height)
            values = ("/Off", "/on") if kind == "/Btn" else (" ", "Test data WWWW")  # the ruling goes once there is a value
            made = [filled(data, page, name, value) for value in values]
            empty, full = (darkness(look(one, page, tmp_path), note["/Rect"], height) for one in made)
            assert full > empty + 0.3, f"{sheet.stem}: {kind} {name}"


@pytest.mark.soak
@pytest.mark.parametrize("layout", LAYOUTS)
def test_codes_lead_where_their_words_say(published: Real, layout: str) -> None:
    for sheet, data in drawn(published, layout):
        due = set(re.findall(rf"<title>[^<]*({re.escape(published.url)}[^<]*)</title>", sheet.html))
        assert bool(due) != (layout in WITHOUT_CODES), sheet.stem
        with pypdfium2.PdfDocument(data) as document:
            pictures = [page.render(scale=SCALE).to_pil() for page in document]
        assert {code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)} == due, sheet.stem


@pytest.mark.soak
@pytest.mark.parametrize("layout", LAYOUTS)
def test_panels_are_read_in_their_order(published: Real, layout: str) -> None:
    for sheet, data in drawn(published, layout):
        text = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages)
        at = 0
        for panel in sheet.panels:
            title = "".join(panel.title.split())
            at = text.find(title, at) + 1
            assert at, f"{sheet.stem}: “{panel.title}” does not follow the panel before it"


@pytest.mark.soak
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_handout_set_once_more_has_the_same_bytes(published: Real, layout: str) -> None:
    for sheet, data in drawn(published, layout):
        assert pdf.typeset(sheet).pdf == data, sheet.stem


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project of test data: a toolkit of two activities."""
    return sound(tmp_path / "here")


def sound(root: Path) -> Path:
    """Write such a project at `root`."""
    root.mkdir()
    (root / "mkdocs.yml").write_text("site_url: https://site.example/\nextra:\n  repository: https://code.example/press\n")
    return put(root, "alpha", "A", one=activity("First try"), two=activity("Second try"))


def test_another_folder_and_another_day_change_no_byte(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = sound(tmp_path / "a-folder-elsewhere")
    assert build_pdfs.main(["--jobs", "1"], project) == 0
    later = publish.today() + datetime.timedelta(days=40)
    monkeypatch.setattr(publish, "today", lambda: later)
    assert build_pdfs.main(["--jobs", "2"], there) == 0
    first, second = ({name: data for name, (data, _) in contents(root / "site/handouts").items()} for root in (project, there))
    assert first == second
    assert {name.rpartition(".")[2] for name in first} == {"pdf", "png", "zip", "json"}
    assert len([name for name in first if name.endswith(".pdf")]) == 9, "three of the toolkit, three of each activity"


@pytest.mark.parametrize(("layout", "words"), [("3-up", 200), ("3-up-notes", 200), ("3-up-cut", 200), ("activity", 1200)])
def test_many_words_more_stop_it_and_harm_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], layout: str, words: int
) -> None:
    assert build_pdfs.main(["--layout", layout], project) == 0
    before = contents(project / "site/handouts")
    path, more = project / "toolkits/alpha/two.md", "Some words of test data. " * (words // 5)
    text = path.read_text(encoding="utf-8")
    old = "What did Second try show?" if layout == "3-up-notes" else "Read the line aloud"
    path.write_text(text.replace(old, more + old, 1), encoding="utf-8")
    capsys.readouterr()
    assert build_pdfs.main(["--layout", layout], project) == 1
    said = capsys.readouterr().err
    assert re.search(rf"toolkits/alpha/two\.md:\d+: .*about \d+ lines too long for its [a-z ]+ of the {layout} handout", said), (
        said
    )
    assert contents(project / "site/handouts") == before


def test_a_paragraph_for_the_facilitator_sets_only_what_shows_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main([], project) == 0
    before = contents(project / "site/handouts")
    path = project / "toolkits/alpha/two.md"
    path.write_text(path.read_text(encoding="utf-8").replace(FACT, f"{FACT}\n\nA paragraph more.", 1), encoding="utf-8")
    assert build_pdfs.main([], project) == 0
    after = contents(project / "site/handouts")
    changed = {name for name in after if name.endswith(".pdf") and after[name] != before[name]}
    assert changed == {"alpha-booklet-letter.pdf", "alpha-two-activity-letter.pdf"}
    assert build_pdfs.main(["--force"], project) == 0
    assert {name: data for name, (data, _) in contents(project / "site/handouts").items()} == {
        name: data for name, (data, _) in after.items()
    }
