"""Three checkers look at every PDF, made from the project's own manuscripts, and at PDFs with a fault planted in them."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import pdf_checkers
from press.handouts.sheets import rendering
from press.handouts.typeset import pdf
from real import Real
from sheets import SITE, TABLE, activity, prepared, put

pytestmark = pytest.mark.pdf

MANY = ("one", "two", "three", "four", "five", "six")


def test_no_checker_finds_anything_in_any_pdf(published: Real) -> None:
    paths = sorted(published.handouts.glob("*.pdf"))
    assert len(paths) == len(published.sheets)
    assert pdf_checkers.found_in(paths) == {}


def elements(document: pikepdf.Pdf, kind: str) -> list[Any]:
    """The structure elements of a kind, in the order in which they lie in the file."""
    items = (item for item in document.objects if isinstance(item, pikepdf.Dictionary))
    return [item for item in items if item.get("/S") == kind and item.get("/Type") == "/StructElem" and len(item.get("/K", []))]


def annotations(document: pikepdf.Pdf, kind: str) -> list[Any]:
    """The annotations of a kind."""
    return [note for page in document.pages for note in page.get("/Annots", []) if note.get("/Subtype") == kind]


def drop(item: Any, key: str) -> None:
    """Take an entry out of a dictionary, where it is there."""
    if key in item:
        del item[key]


def no_alternative(document: pikepdf.Pdf) -> None:
    del elements(document, "/Figure")[0]["/Alt"]


def no_language(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def no_scope(document: pikepdf.Pdf) -> None:
    for cell in elements(document, "/TH"):
        del cell["/A"]["/Scope"]
    for cell in elements(document, "/TD"):
        drop(cell["/A"], "/Headers")


def backwards(document: pikepdf.Pdf) -> None:
    for section in elements(document, "/Sect"):
        section["/K"] = pikepdf.Array(reversed(list(section["/K"])))


def no_order_of_tabs(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        del page["/Tabs"]


def no_name_of_a_field(document: pikepdf.Pdf) -> None:
    del annotations(document, "/Widget")[0]["/TU"]


def no_words_of_a_link(document: pikepdf.Pdf) -> None:
    del annotations(document, "/Link")[0]["/Contents"]


def no_title_shown(document: pikepdf.Pdf) -> None:
    document.Root["/ViewerPreferences"]["/DisplayDocTitle"] = False


def a_heading_skipped(document: pikepdf.Pdf) -> None:
    for heading in elements(document, "/H2"):
        heading["/S"] = pikepdf.Name("/H4")


def words_set_aside(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        content = page.Contents.read_bytes()
        page.Contents.write(re.sub(rb"/Span\s*<</MCID \d+>>\s*BDC", b"/Artifact BMC", content))


def no_letters_of_a_font(document: pikepdf.Pdf) -> None:
    fonts = document.pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        drop(font, "/ToUnicode")


def no_bookmarks(document: pikepdf.Pdf) -> None:
    del document.Root["/Outlines"]


def no_claim(document: pikepdf.Pdf) -> None:
    words = document.Root["/Metadata"].read_bytes()
    document.Root["/Metadata"].write(words.replace(b"pdfuaid:part", b"pdfuaid:party"))


def no_font_file(document: pikepdf.Pdf) -> None:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            drop(item, "/FontFile2")


FAULTS = (
    no_alternative, no_language, no_scope, backwards, no_order_of_tabs, no_name_of_a_field, no_words_of_a_link, no_title_shown,
    a_heading_skipped, words_set_aside, no_letters_of_a_font, no_bookmarks, no_claim, no_font_file,
)  # fmt: skip


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A booklet of test data with all that can go wrong: headings, lists, tables, codes, links, fields, bookmarks."""
    root = tmp_path_factory.mktemp("faults")
    leads = {name: f"Read the page called {name} aloud with those beside you, then say what you see." for name in MANY}
    texts = {name: activity(f"Try {name}", lead).replace("## Debrief", f"{TABLE}\n## Debrief", 1) for name, lead in leads.items()}
    (sheet,) = [
        sheet
        for sheet in rendering.sheets(prepared(put(root, "alpha", "A", **texts)), ("letter",), SITE)
        if sheet.layout == "booklet"
    ]
    printed = pdf.typeset(sheet)
    assert printed.problems == ()
    assert printed.pages >= 10
    return printed.pdf


@pytest.fixture(scope="module")
def before(booklet: bytes, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The rules that complain of it as it is: activities with one text look like running lines."""
    found = planted(booklet, lambda document: None, tmp_path_factory.mktemp("before"))
    assert found <= {"outloud PAG-001"}
    return found


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_is_found_by_one_of_them_at_least(
    booklet: bytes, before: set[str], fault: Callable[[pikepdf.Pdf], None], tmp_path: Path
) -> None:
    assert planted(booklet, fault, tmp_path) - before


def planted(data: bytes, fault: Callable[[pikepdf.Pdf], None], folder: Path) -> set[str]:
    """The checkers' rules that complain of the PDF once the fault is in it."""
    with pikepdf.open(io.BytesIO(data)) as document:
        fault(document)
        document.save(folder / "it.pdf")
    return {finding.partition(":")[0] for finding in pdf_checkers.found(folder / "it.pdf")}
