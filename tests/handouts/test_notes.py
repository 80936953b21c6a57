from pathlib import Path

import pypdf
import pytest

from press import handouts
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pdf
from real import Real
from sheets import SITE, activity, prepared, put, structure

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

PAPERS = ("letter", "a4")
LAYOUT = ("3-up-notes",)


def notes(root: Path, papers: tuple[str, ...] = ("letter",)) -> tuple[Sheet, ...]:
    """The notes pages of the project at `root`."""
    return rendering.sheets(prepared(root), papers, SITE, LAYOUT)


def four(root: Path) -> Path:
    """A toolkit of test data with four activities: two pages."""
    titles = {"one": "First try", "two": "Second try", "three": "Third try", "four": "Fourth try"}
    return put(root, "alpha", "A", **{name: activity(title) for name, title in titles.items()})


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> pypdf.PdfReader:
    root = four(tmp_path_factory.mktemp("notes"))
    handouts.make(prepared(root), handouts.Request(("letter",), layouts=LAYOUT), SITE, root / "out")
    return pypdf.PdfReader(root / "out/alpha-3-up-notes-letter.pdf")


def words_of(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def test_pages_stand_upright_with_three_activities_down_each(reader: pypdf.PdfReader) -> None:
    first, second = reader.pages
    assert [float(side) for side in first.mediabox[2:]] == pytest.approx([612, 792])
    found = [words_of(first).index(f"What did {title} show?") for title in ("First try", "Second try", "Third try")]
    assert found == sorted(found)
    assert "What did Fourth try show?" in words_of(second)


def test_a_digest_has_time_people_steps_and_question_and_no_more(reader: pypdf.PdfReader) -> None:
    text = words_of(reader.pages[0])
    for said in ("Toolkit A", "A1 · 20 minutes · Small group, 4 to 8", "Part 4 5 min", "Full guide and short version"):
        assert said in text
    assert "Read the line aloud" not in text, "what a step says stays in the other handouts"


def test_the_last_page_is_filled_with_a_plan_and_the_way_to_the_rest(reader: pypdf.PdfReader, tmp_path: Path) -> None:
    text = words_of(reader.pages[1])
    assert text.index("Fourth try") < text.index("My next step") < text.index("The whole toolkit")
    assert "site.example/press/toolkits/alpha" in text.replace("/ alpha", "/alpha")
    (sheet,) = notes(put(tmp_path, "beta", "B", **{name: activity(name) for name in ("one", "two", "three")}))
    assert [panel.design for panel in sheet.panels] == ["digest"] * 3


def test_the_lines_beside_each_activity_can_be_written_on(reader: pypdf.PdfReader) -> None:
    fields = reader.get_fields() or {}
    assert {str(field["/TU"]) for field in fields.values()} == {
        *(f"Notes beside {title} try" for title in ("First", "Second", "Third", "Fourth")),
        "Notes beside My next step", "Notes beside The whole toolkit", "What I will do", "By when", "Who with",
    }  # fmt: skip


def test_each_field_of_notes_stands_right_of_its_activity_and_is_as_high(reader: pypdf.PdfReader) -> None:
    places = [
        [float(side) for side in field["/Rect"]]
        for note in reader.pages[0]["/Annots"]  # type: ignore[attr-defined]
        if (field := note.get_object())["/Subtype"] == "/Widget"
    ]
    assert len(places) == 3
    for left, high, right, low in places:
        assert left > 612 / 2
        assert right <= 612 - 34
        assert high - low == pytest.approx(12 * 18), "twelve lines, 18 points apart"


def test_headings_are_those_of_the_toolkit_and_its_activities(reader: pypdf.PdfReader) -> None:
    kinds = [kind for element in structure(reader) if (kind := str(element["/S"])).startswith("/H")]
    assert kinds == ["/H1"] + ["/H2"] * 6


def test_what_does_not_fit_its_third_is_named_with_file_and_lines(tmp_path: Path) -> None:
    (sheet,) = notes(put(tmp_path, "alpha", "A", one=activity(), two=activity("Second try", steps=16)))
    (problem,) = pdf.typeset(sheet).problems
    assert (problem.path, problem.rule) == ("toolkits/alpha/two.md", "fit")
    assert "“Second try” is about " in problem.what
    assert "lines too long for its panel of the 3-up-notes handout (Letter paper)." in problem.what


def test_two_lines_more_are_two_lines_over(tmp_path: Path) -> None:
    def over(steps: int) -> int:
        root = put(tmp_path / str(steps), "alpha", "A", one=activity(steps=steps))
        (problem,) = pdf.typeset(notes(root)[0]).problems
        return int(problem.what.split(" is about ")[1].split()[0])

    assert over(16) - over(14) == 2


def test_a_word_wider_than_its_frame_is_a_problem(tmp_path: Path) -> None:
    (sheet,) = notes(put(tmp_path, "alpha", "A", one=activity("W" * 40)))
    (problem,) = pdf.typeset(sheet).problems
    assert "too wide" in problem.what


def test_a_toolkit_without_activities_has_no_notes_pages(tmp_path: Path) -> None:
    assert notes(put(tmp_path, "bare", "B")) == ()


def test_every_activity_of_the_project_fits(published: Real) -> None:
    (layout,) = LAYOUT
    found = published.sheets_of(layout)
    assert len(found) == len(PAPERS) * len(published.printed.volumes)
    assert [published.rows[sheet.stem].pages for sheet in found] == [sheet.pages for sheet in found]
