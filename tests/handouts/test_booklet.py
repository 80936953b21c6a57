"""The booklet of a whole toolkit. All words but the project's own are test data."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from press import handouts
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pagination, pdf
from press.manuscript import outline
from real import Real
from sheets import SITE, TABLE, activity, prepared, put, structure, written

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]


def booklets(root: Path, papers: tuple[str, ...] = ("letter",)) -> list[Sheet]:
    """The booklets of the project at `root`."""
    return [sheet for sheet in rendering.sheets(prepared(root), papers, SITE) if sheet.layout == "booklet"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a booklet of two activities of test data, on both papers."""
    root = tmp_path_factory.mktemp("booklet")
    text = f"## Before you start\n\nSee [the second](two.md) and [its steps](two.md#steps).\n\n{TABLE}\n"
    long = activity("First try", steps=12).replace("## Before you start\n", text)
    put(root, "alpha", "A", one=long, two=activity("Second try"))
    handouts.make(prepared(root), handouts.Request(("letter", "a4"), layouts=("booklet",)), SITE, root / "out")
    return root / "out"


@pytest.fixture(scope="module")
def reader(made: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(made / "alpha-booklet-letter.pdf")


def chapters(reader: pypdf.PdfReader) -> dict[str, int]:
    """The bookmarks of the first level, with their pages from 1."""
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    return {str(entry.title): (reader.get_destination_page_number(entry) or 0) + 1 for entry in entries}


def test_a_toolkit_has_one_upright_booklet_on_each_paper(made: Path) -> None:
    assert {path.name for path in made.glob("*.pdf")} == {"alpha-booklet-letter.pdf", "alpha-booklet-a4.pdf"}
    page = pypdf.PdfReader(made / "alpha-booklet-a4.pdf").pages[0]
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx([595.28, 841.89], abs=0.1)


def test_it_begins_with_title_contents_and_opening_and_has_a_bookmark_for_each_part(reader: pypdf.PdfReader) -> None:
    found = chapters(reader)
    assert list(found) == ["Toolkit alpha", "Contents", "About this toolkit", "First try", "Second try"]
    assert list(found.values())[:3] == [1, 2, 3]
    first = written(reader.pages[0])
    assert all(words in first for words in ("Toolkit A", "Toolkit alpha", "Try the press with test data.", "2 activities"))
    sections = [entry.title for entry in next(entry for entry in reader.outline[::-1] if isinstance(entry, list))]  # type: ignore[union-attr]
    assert sections == list(outline.ACTIVITY_SECTIONS)


def test_the_contents_name_the_page_where_each_part_begins(reader: pypdf.PdfReader) -> None:
    contents, found = written(reader.pages[1]), chapters(reader)
    for title in ("About this toolkit", "First try", "Second try"):
        after = contents.partition(title)[2].lstrip(". ")
        assert after.startswith(str(found[title]))


def test_every_section_of_each_activity_is_there_with_its_facts(reader: pypdf.PdfReader) -> None:
    start = chapters(reader)["Second try"] - 1
    text = " ".join(written(page) for page in reader.pages[start:])
    for words in (*outline.ACTIVITY_SECTIONS, "A2", "20 minutes", "Small group, 4 to 8", "A pen; Paper", "Part 4", "5 min"):
        assert words in text
    assert f"{SITE.partition('://')[2]}toolkits/alpha/two" in text.replace(" ", "")


def test_prompts_can_be_filled_in_and_no_two_share_a_name_or_description(reader: pypdf.PdfReader) -> None:
    fields = reader.get_fields() or {}
    assert {name: field["/TU"] for name, field in fields.items()} == {
        asked: asked for asked in ("A1 step 12: What I see in “First try”", "A2 step 4: What I see in “Second try”")
    }


def test_running_lines_name_the_activity_except_where_it_begins(reader: pypdf.PdfReader) -> None:
    start = chapters(reader)["First try"] - 1
    assert "A1 First try" not in written(reader.pages[start])
    assert "A1 First try" in written(reader.pages[start + 1])
    assert f"Page {start + 1} of {len(reader.pages)} · CC BY 4.0" in written(reader.pages[start])
    assert "CC BY 4.0" not in written(reader.pages[0])


def test_a_link_within_the_booklet_says_its_page_and_others_lead_to_the_site(reader: pypdf.PdfReader) -> None:
    found = chapters(reader)
    page = reader.pages[found["First try"] - 1]
    assert f"the second (p. {found['Second try']})" in written(page).replace("\u00a0", " ")
    links = [note.get_object() for note in page["/Annots"] if note.get_object()["/Subtype"] == "/Link"]  # type: ignore[attr-defined]
    assert f"{SITE}toolkits/alpha/two/#steps" in {link["/A"]["/URI"] for link in links if "/A" in link}


def test_headings_go_down_level_by_level_and_tables_have_header_cells(reader: pypdf.PdfReader) -> None:
    kinds = [str(element["/S"]) for element in structure(reader)]
    levels = [int(kind[2]) for kind in kinds if kind in ("/H1", "/H2", "/H3", "/H4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert kinds.count("/TH") == 2


def test_a_word_too_wide_for_the_booklet_is_named_with_file_and_line(tmp_path: Path) -> None:
    text = activity("Second try").replace("More, which is not printed.", f"Say {'a' * 120}.", 1)
    (sheet,) = booklets(put(tmp_path, "alpha", "A", one=activity(), two=text))
    (problem,) = pdf.typeset(sheet).problems
    assert (problem.path, problem.line) == ("toolkits/alpha/two.md", text.split("\n").index(f"Say {'a' * 120}.") + 1)
    assert "too wide for the booklet handout (Letter paper)" in problem.what


def test_a_picture_that_cannot_be_shown_stops_the_booklet(tmp_path: Path) -> None:
    text = activity().replace("## Before you start\n", "## Before you start\n\n![A board](none.png)\n")
    root = put(tmp_path, "alpha", "A", one=text)
    (root / "toolkits" / "alpha" / "none.png").write_bytes(b"no picture")
    with pytest.raises(handouts.Unprintable) as caught:
        handouts.make(prepared(root), handouts.Request(("letter",), layouts=("booklet",)), SITE, root / "out")
    assert [(problem.path, problem.rule) for problem in caught.value.problems] == [("toolkits/alpha/one.md", "print")]
    assert not (root / "out").exists()


def test_an_activity_that_ends_a_few_lines_down_a_page_is_set_closer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pages(sheet: Sheet, closer: str) -> int:
        with monkeypatch.context() as patch:
            patch.setattr(pagination, "CLOSER", closer)
            return pdf.typeset(sheet).pages

    def spared(paragraphs: int) -> int:
        filler = "## Before you start\n" + "\nWords of test data that fill a line of the booklet.\n" * paragraphs
        root = put(tmp_path / str(paragraphs), "alpha", "A", one=activity().replace("## Before you start\n", filler))
        (sheet,) = booklets(root)
        return pages(sheet, "color: inherit") - pages(sheet, pagination.CLOSER)

    assert 1 in (spared(paragraphs) for paragraphs in range(20, 26))


def test_a_toolkit_without_activities_has_a_booklet_of_three_pages(tmp_path: Path) -> None:
    (sheet,) = booklets(put(tmp_path, "bare", "B"))
    printed = pdf.typeset(sheet)
    assert (printed.pages, printed.problems) == (3, ())


def test_the_same_manuscripts_give_the_same_bytes_twice(tmp_path: Path) -> None:
    (sheet,) = booklets(put(tmp_path, "alpha", "A", one=activity()))
    assert pdf.typeset(sheet).pdf == pdf.typeset(replace(sheet)).pdf


def test_every_toolkit_of_the_project_fits_both_papers(published: Real) -> None:
    found = published.sheets_of("booklet")
    assert len(found) == 2 * len(published.printed.volumes) > 0
    assert {sheet.stem for sheet in found} <= set(published.rows), "a sheet that does not fit is not made"
