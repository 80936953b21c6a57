from pathlib import Path

import pypdf
import pytest

from press import handouts
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pdf
from real import Real
from sheets import SITE, activity, heard, prepared, put, structure

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

PAPERS = ("letter", "a4")


def cards(root: Path, papers: tuple[str, ...] = ("letter",)) -> list[Sheet]:
    """The sheets to cut of the project at `root`."""
    return [sheet for sheet in rendering.sheets(prepared(root), papers, SITE) if sheet.layout == "3-up-cut"]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> pypdf.PdfReader:
    """An activity of test data, to cut."""
    root = put(tmp_path_factory.mktemp("cut"), "alpha", "A", one=activity("First try"), two=activity("Second try"))
    handouts.make(prepared(root), handouts.Request(("letter",)), SITE, root / "out")
    return pypdf.PdfReader(root / "out/alpha-two-3-up-cut-letter.pdf")


def test_an_activity_has_one_page_with_three_like_cards(reader: pypdf.PdfReader) -> None:
    (page,) = reader.pages
    text = " ".join(page.extract_text().split())
    assert text.count("What did Second try show?") == text.count("Part 4") == 3
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx([792, 612])


def test_each_card_carries_the_whole_footer(reader: pypdf.PdfReader) -> None:
    text = " ".join(reader.pages[0].extract_text().split())
    assert text.count("Teacher Networks for Educational Equity") == 3
    assert text.count("Toolkit A: Toolkit alpha · CC BY 4.0") == 3


def test_no_two_fields_share_a_name_or_a_description(reader: pypdf.PdfReader) -> None:
    notes = [note.get_object() for page in reader.pages for note in page["/Annots"]]  # type: ignore[attr-defined]
    fields = [note for note in notes if note["/Subtype"] == "/Widget"]
    assert len({str(field["/T"]) for field in fields}) == len(fields) >= 3
    assert len({str(field["/TU"]) for field in fields}) == len(fields)
    assert "A2 step 4: What I see in “Second try”, card 2 of 3" in {str(field["/TU"]) for field in fields}


def test_three_copies_are_read_once_with_credit_and_licence_and_each_has_its_own_fields(reader: pypdf.PdfReader) -> None:
    (page,) = reader.pages
    said = heard(page)
    assert said.count("What did Second try show?") == said.count("Teacher Networks for Educational Equity") == 1
    assert said.index("What did Second try show?") < said.index("CC BY 4.0")
    notes = [entry.get_object() for entry in page["/Annots"]]  # type: ignore[attr-defined]
    fields = [note for note in notes if note["/Subtype"] == "/Widget"]
    assert len([element for element in structure(reader) if str(element["/S"]) == "/Form"]) == len(fields)
    assert len({str(field["/TU"]).rpartition(", ")[2] for field in fields}) == 3


def test_headings_begin_at_the_first_level_and_the_activity_has_one_bookmark(reader: pypdf.PdfReader) -> None:
    kinds = [kind for element in structure(reader) if (kind := str(element["/S"])) in ("/H1", "/H2", "/H3")]
    assert kinds == ["/H1", "/H2"]
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Second try"]


def test_what_does_not_fit_a_card_is_named_with_file_and_lines(tmp_path: Path) -> None:
    (sheet,) = cards(put(tmp_path, "alpha", "A", one=activity(lead="Far too many words for a card. " * 20)))
    problems = pdf.typeset(sheet).problems
    assert {(problem.path, problem.rule) for problem in problems} == {("toolkits/alpha/one.md", "fit")}
    assert "lines too long for its panel of the 3-up-cut handout (Letter paper)." in problems[0].what


def test_a_toolkit_without_activities_has_no_sheet_to_cut(tmp_path: Path) -> None:
    assert cards(put(tmp_path, "bare", "B")) == []


def test_every_activity_of_the_project_fits_its_card(published: Real) -> None:
    found = published.sheets_of("3-up-cut")
    assert [sheet.pages for sheet in found] == [
        1 for volume in published.printed.volumes for _ in volume.activities for _ in PAPERS
    ]
    assert [published.rows[sheet.stem].pages for sheet in found] == [1 for _ in found]
