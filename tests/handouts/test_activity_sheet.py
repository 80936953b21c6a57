"""The sheet of one activity: the participant's side and the facilitator's. All words but the project's own are test data."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from press import handouts
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pdf
from real import Real
from sheets import FACT, SITE, TABLE, activity, prepared, put, structure, written

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]


def alone(root: Path, papers: tuple[str, ...] = ("letter",)) -> list[Sheet]:
    """The activity sheets of the project at `root`."""
    return [sheet for sheet in rendering.sheets(prepared(root), papers, SITE) if sheet.layout == "activity"]


def problems(root: Path, text: str) -> list[tuple[str, int, str]]:
    """What is wrong with the sheet of an activity of that text: file, line and words."""
    (sheet,) = alone(put(root, "alpha", "A", one=text))
    return [(problem.path, problem.line, problem.what) for problem in pdf.typeset(sheet).problems]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with two activities of test data, on both papers."""
    root = tmp_path_factory.mktemp("alone")
    text = activity("Second try").replace("## Before you start\n", f"## Before you start\n\n{TABLE}")
    put(root, "alpha", "A", one=activity("First try"), two=text)
    handouts.make(prepared(root), handouts.Request(("letter", "a4"), layouts=("activity",)), SITE, root / "out")
    return root / "out"


@pytest.fixture(scope="module")
def reader(made: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(made / "alpha-two-activity-letter.pdf")


def test_each_activity_has_an_upright_sheet_on_each_paper(made: Path) -> None:
    names = {path.name for path in made.glob("*.pdf")}
    assert names == {f"alpha-{name}-activity-{paper}.pdf" for name in ("one", "two") for paper in ("letter", "a4")}
    for paper, size in (("letter", (612, 792)), ("a4", (595.28, 841.89))):
        page = pypdf.PdfReader(made / f"alpha-one-activity-{paper}.pdf").pages[0]
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx(size, abs=0.1)


def test_the_first_page_is_the_participants_and_the_next_the_facilitators(reader: pypdf.PdfReader) -> None:
    first, second = written(reader.pages[0]), written(reader.pages[1])
    for words in ("Second try", "20 minutes", "Part 4", "What I see in", "How anyone may pass", "What did Second try show?"):
        assert words in first
    for words in ("For the facilitator", "Before you start", "More, which is not printed.", "Too little time.", "A pen"):
        assert words in second
        assert words not in first


def test_the_participant_has_more_room_to_write_than_the_prompt_asks_for(reader: pypdf.PdfReader) -> None:
    notes = [note.get_object() for note in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    (field,) = [note for note in notes if note["/Subtype"] == "/Widget" and str(note["/T"]).startswith("A2 step 4: ")]
    _, low, _, high = field["/Rect"]
    assert abs(float(high) - float(low)) >= 4 * 24, "two lines of 24 points were asked for"


def test_tables_lists_and_headings_are_tagged_as_such(reader: pypdf.PdfReader) -> None:
    elements = structure(reader)
    kinds = [str(element["/S"]) for element in elements]
    assert kinds.count("/TH") == kinds.count("/TD") == 2
    assert {str(element["/A"]["/Scope"]) for element in elements if str(element["/S"]) == "/TH"} == {"/Column"}  # type: ignore[index]
    assert "/BlockQuote" in kinds
    levels = [int(kind[2]) for kind in kinds if kind in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_participants_side_that_is_too_long_is_named_with_step_and_lines(tmp_path: Path) -> None:
    text = activity(lead="Far more words than a page with room to write can take, which nobody would read. " * 22)
    (found,) = problems(tmp_path, text)
    assert found[0] == "toolkits/alpha/one.md"
    assert found[1] == text.split("\n").index("### Part 3 (5 minutes)") + 1, "the step where the second page ends"
    assert found[2].startswith("The participant’s side of “First try” is about ")
    assert found[2].endswith(" lines too long for its two pages of the activity handout (Letter paper).")


def test_the_number_of_lines_over_is_about_right(tmp_path: Path) -> None:
    line = "These words of test data fill a line of the participant’s page, nearly all of it. "

    def over(count: int) -> int:
        ((_, _, what),) = problems(tmp_path / str(count), activity(lead=line * count))
        return int(what.split(" is about ")[1].split()[0])

    assert over(29) - over(28) == 2, "no step is cut in two: of four, two stand beyond the leaf, each one line longer"


@pytest.mark.parametrize("wide", ["a" * 90, "| " + "b" * 40 + " | " + "c" * 40 + " |\n|---|---|\n| x | y |"])
def test_a_word_or_table_wider_than_its_column_is_a_problem(tmp_path: Path, wide: str) -> None:
    text = activity().replace("## Before you start\n", f"## Before you start\n\n{wide}\n")
    ((path, line, what), *_) = problems(tmp_path, text)
    assert (path, line) == ("toolkits/alpha/one.md", text.split("\n").index("## Before you start") + 3)
    assert "too wide for the activity handout" in what


def test_a_heading_that_would_stand_alone_at_the_foot_of_a_page_is_a_problem(tmp_path: Path) -> None:
    (sheet,) = alone(put(tmp_path, "alpha", "A", one=activity()))

    def said(height: int) -> list[tuple[int, str]]:
        style = "@page { size: 300pt; margin: 0 } body, h2, p { margin: 0; font: 10pt/12pt Fraunces; break-after: auto }"
        body = f'<p>Top</p><div style="height: {height}pt"></div><h2 data-line="7">Alone</h2><p>Its text.</p>'
        html = f'<html lang="en"><title>x</title><style>{style}</style><section class="panel" id="one">{body}</section></html>'
        bare = replace(sheet, html=html, panels=(replace(sheet.panels[0], design="chapter"),))
        return [(problem.line, problem.what) for problem in pdf.typeset(bare).problems if problem.rule == "fit"]

    assert said(250) == []
    assert said(270) == [(7, "The heading “Alone” stands alone at the foot of page 1 of the activity handout (Letter paper).")]


def test_a_sheet_that_lost_a_side_is_a_problem(tmp_path: Path) -> None:
    (sheet,) = alone(put(tmp_path, "alpha", "A", one=activity()))
    broken = replace(sheet, html=sheet.html.replace('id="one--facilitator"', 'id="elsewhere"'))
    (problem,) = pdf.typeset(broken).problems
    assert "“First try” is missing from the activity handout" in problem.what


def test_every_activity_of_the_project_fits_both_papers(published: Real) -> None:
    found = published.sheets_of("activity")
    count = sum(len(volume.activities) for volume in published.printed.volumes)
    assert len(found) == 2 * count > 0
    assert {sheet.stem for sheet in found} <= set(published.rows), "a sheet that does not fit is not made"


def test_a_long_activity_stays_within_three_pages(tmp_path: Path) -> None:
    text = activity("First try", steps=8).replace(FACT, f"{FACT} " * 8)
    (long,) = alone(put(tmp_path, "alpha", "A", one=text))
    assert pdf.typeset(long).pages == 3, "one for the participant, two for the facilitator"


def test_a_block_of_code_is_set_in_the_presss_own_fonts(tmp_path: Path) -> None:
    text = activity("First try").replace("## Before you start\n", "## Before you start\n\n```\none\ntwo\nthree\n```\n")
    assert problems(tmp_path, text) == []
