import json
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from press import handouts
from press.handouts import workers
from press.handouts.sheets import figures, rendering
from press.handouts.store import manifest
from press.handouts.store.manifest import Handout
from press.handouts.typeset import pdf
from sheets import SITE, activity, contents, prepared, put, small, structure

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here", "these_layouts")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Handout, ...]]:
    """A folder with the handouts of a small toolkit on both papers."""
    root = tmp_path_factory.mktemp("project")
    return root / "out", handouts.make(small(root), handouts.Request(("letter", "a4")), SITE, root / "out")


@pytest.fixture(scope="module")
def reader(made: tuple[Path, tuple[Handout, ...]]) -> pypdf.PdfReader:
    return pypdf.PdfReader(made[0] / "alpha-3-up-letter.pdf")


def test_a_letter_page_lies_on_its_long_side(reader: pypdf.PdfReader) -> None:
    assert [float(side) for side in reader.pages[0].mediabox[2:]] == pytest.approx([792, 612])


def test_an_a4_page_has_that_papers_size(made: tuple[Path, tuple[Handout, ...]]) -> None:
    page = pypdf.PdfReader(made[0] / "alpha-3-up-a4.pdf").pages[0]
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx([841.89, 595.28], abs=0.1)


def test_a_handout_is_tagged_and_names_its_language_and_title(reader: pypdf.PdfReader) -> None:
    assert reader.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(reader.root_object["/Lang"]) == "en-US"
    assert reader.metadata is not None
    assert reader.metadata.title == "Toolkit A: Toolkit alpha"
    assert reader.metadata.creation_date is None, "a date would change the bytes"


def test_the_three_panels_are_read_from_left_to_right(reader: pypdf.PdfReader) -> None:
    text = " ".join(reader.pages[0].extract_text().split())
    places = [text.index(words) for words in ("Try the press", "What did First try", "What did Second try")]
    assert len(reader.pages) == 1
    assert places == sorted(places)


def test_each_activity_has_its_title_purpose_steps_question_and_the_way_to_pass(reader: pypdf.PdfReader) -> None:
    text = " ".join(reader.pages[0].extract_text().split())
    for words_ in (
        "First try",
        "Second try",
        "20 minutes",
        "Small group, 4 to 8",
        "Try the press.",
        "You may pass Test data: no school and no person.",
        "Part 4",
        "5 min",
        "What did Second try show?",
    ):
        assert words_ in text
    assert "not printed" not in text


def test_headings_lists_and_figures_are_tagged_as_such(reader: pypdf.PdfReader) -> None:
    elements = structure(reader)
    kinds = [str(element["/S"]) for element in elements]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 3, "the cover's list of activities and the two activities"
    assert kinds.count("/LI") == kinds.count("/LBody") == 2 + 2 * 4, "the activities and each one's steps"
    pictures = [element for element in elements if str(element["/S"]) == "/Figure"]
    assert all(str(element["/Alt"]).startswith("QR code to ") for element in pictures)
    assert len(pictures) == 3


def test_footers_are_artifacts(reader: pypdf.PdfReader) -> None:
    content = reader.pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b"/Pagination") >= 3


def test_links_are_printed_and_described_by_their_words(reader: pypdf.PdfReader) -> None:
    links = [note.get_object() for note in reader.pages[0]["/Annots"] if note.get_object()["/Subtype"] == "/Link"]  # type: ignore[attr-defined]
    assert {link["/F"] for link in links} == {4}
    assert "Full guide" in {link["/Contents"] for link in links}


def test_a_prompt_can_be_filled_in_and_is_named_by_its_words(reader: pypdf.PdfReader) -> None:
    field = (reader.get_fields() or {})["A1 step 4: What I see in “First try”"]
    assert field["/TU"] == "A1 step 4: What I see in “First try”"
    assert field["/FT"] == "/Tx"
    assert reader.root_object["/AcroForm"]["/NeedAppearances"].value is False  # type: ignore[index]


def test_the_last_page_is_filled_with_panels_to_write_on(tmp_path: Path) -> None:
    root = put(tmp_path, "alpha", "A", one=activity("One"), two=activity("Two"), three=activity("Three"))
    (sheet,) = rendering.sheets(prepared(root), ("letter",), SITE)
    assert [panel.title for panel in sheet.panels[3:]] == ["Three", "Next steps", "My notes"]


def test_a_toolkit_without_activities_gives_a_sheet_of_cover_plan_and_notes(tmp_path: Path) -> None:
    rows = handouts.make(prepared(put(tmp_path, "bare", "B")), handouts.Request(("letter",)), SITE, tmp_path / "out")
    text = pypdf.PdfReader(tmp_path / "out" / rows[0].file).pages[0].extract_text()
    assert rows[0].pages == 1
    assert all(words_ in text for words_ in ("Toolkit bare", "Next steps", "My notes"))


def test_qr_codes_lead_to_the_pages_of_the_site(tmp_path: Path) -> None:
    (sheet,) = rendering.sheets(small(tmp_path), ("letter",), SITE)
    for page in ("toolkits/alpha/", "toolkits/alpha/one/", "toolkits/alpha/two/"):
        assert f"page, {SITE}{page}</title>" in sheet.html


def test_a_qr_code_can_be_read(made: tuple[Path, tuple[Handout, ...]]) -> None:
    picture = pypdfium2.PdfDocument(made[0] / "alpha-3-up-letter.pdf")[0].render(scale=2.5).to_pil()
    found = {code.text for code in zxingcpp.read_barcodes(picture)}
    assert found == {f"{SITE}toolkits/alpha/", f"{SITE}toolkits/alpha/one/", f"{SITE}toolkits/alpha/two/"}


def test_what_does_not_fit_is_named_with_file_line_and_lines_and_the_old_pdfs_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    handouts.make(small(tmp_path), handouts.Request(("letter",)), SITE, out)
    before = contents(out)
    long = activity("Second try", lead="A very long first paragraph, which nobody would print. " * 8)
    (tmp_path / "toolkits/alpha/two.md").write_text(long, encoding="utf-8")
    (tmp_path / "toolkits/alpha/one.md").write_text(long.replace("Second", "First"), encoding="utf-8")
    with pytest.raises(handouts.Unprintable) as caught:
        handouts.make(prepared(tmp_path), handouts.Request(("letter",)), SITE, out)
    first, second = caught.value.problems
    step = long.split("\n").index("### Part 4 (5 minutes)") + 1
    assert (first.path, second.path) == ("toolkits/alpha/one.md", "toolkits/alpha/two.md")
    assert (second.line, second.rule) == (step, "fit")
    assert "“Second try” is about " in second.what
    assert "lines too long for its panel of the 3-up handout (Letter paper)." in second.what
    assert contents(out) == before
    assert not list(tmp_path.glob(".handouts-*"))


def test_the_number_of_lines_over_is_about_right(tmp_path: Path) -> None:
    def over(lead: str) -> int:
        text = put(tmp_path / str(len(lead)), "alpha", "A", one=activity("One", lead), two=activity("Two"))
        (sheet,) = rendering.sheets(prepared(text), ("letter",), SITE)
        (problem,) = pdf.typeset(sheet).problems
        return int(problem.what.split(" is about ")[1].split()[0])

    line = "Words of one line of the panel on test. "
    assert over(line * 12) - over(line * 11) in range(3, 6), "four steps, each one line longer"


def test_a_word_wider_than_its_panel_is_a_problem(tmp_path: Path) -> None:
    text = activity("Second try", lead=f"Say {'a' * 80} now.")
    root = put(tmp_path, "alpha", "A", one=activity(), two=text)
    (sheet,) = rendering.sheets(prepared(root), ("letter",), SITE)
    (problem,) = pdf.typeset(sheet).problems
    assert "too wide" in problem.what
    assert problem.path == "toolkits/alpha/two.md"


def test_a_sign_that_no_font_of_the_press_has_is_a_problem(tmp_path: Path) -> None:
    root = put(tmp_path, "alpha", "A", one=activity(lead="Say 你好 to one another."), two=activity("Second try"))
    (sheet,) = rendering.sheets(prepared(root), ("letter",), SITE)
    problems = pdf.typeset(sheet).problems
    assert problems[0].path == "toolkits/alpha/one.md"
    assert "你" in problems[0].what


@pytest.mark.parametrize(
    "fault",
    [
        '<img alt="x" src="missing.png">',
        '<img alt="x" src="https://example.org/x.png">',
        '<img src="../../../fonts/none.png">',
        '<p style="colour: red">x</p>',
    ],
)
def test_whatever_weasyprint_logs_is_a_problem(tmp_path: Path, fault: str) -> None:
    (sheet,) = rendering.sheets(small(tmp_path), ("letter",), SITE)
    broken = rendering.Sheet(**{**vars(sheet), "html": sheet.html.replace("<h1>", f"{fault}<h1>")})
    printed = pdf.typeset(broken)
    assert printed.pdf == b""
    assert {problem.rule for problem in printed.problems} == {"print"}
    assert not pdf.typeset(sheet).problems


def test_a_fault_inside_weasyprint_is_a_problem_and_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TypeError("not handled yet")

    monkeypatch.setattr("press.handouts.typeset.pdf.overflow.shares", fail)
    (sheet,) = rendering.sheets(small(tmp_path), ("letter",), SITE)
    (problem,) = pdf.typeset(sheet).problems
    assert "not handled yet" in problem.what


def test_the_same_manuscripts_give_the_same_bytes_from_another_folder(
    made: tuple[Path, tuple[Handout, ...]], tmp_path: Path
) -> None:
    again = handouts.make(small(tmp_path / "elsewhere"), handouts.Request(("letter", "a4")), SITE, tmp_path / "out")
    assert again == made[1]
    assert {name: data for name, (data, _) in contents(tmp_path / "out").items()} == {
        name: data for name, (data, _) in contents(made[0]).items()
    }


def test_a_second_run_writes_nothing_and_does_not_load_weasyprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready, out = small(tmp_path), tmp_path / "out"
    first = handouts.make(ready, handouts.Request(("letter",)), SITE, out)
    before = contents(out)
    monkeypatch.setattr(workers, "run", lambda *_: pytest.fail("was set again"))
    assert handouts.make(ready, handouts.Request(("letter",)), SITE, out) == first
    assert contents(out) == before


class Noted:
    """Collects what a run says that it is at."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def begin(self, stage: str, total: int | None = None) -> None:
        self.parts.append(f"{stage}: {total}")

    def reached(self, part: str, done: int) -> None:
        self.parts.append(part)


def test_only_the_changed_toolkit_is_set_again(tmp_path: Path) -> None:
    put(tmp_path, "alpha", "A", one=activity())
    put(tmp_path, "beta", "B", one=activity())
    handouts.make(prepared(tmp_path), handouts.Request(("letter",)), SITE, tmp_path / "out")
    (tmp_path / "toolkits/beta/one.md").write_text(activity("Another title"), encoding="utf-8")
    seen = Noted()
    handouts.make(prepared(tmp_path), handouts.Request(("letter",)), SITE, tmp_path / "out", handouts.Run(progress=seen))
    assert seen.parts == ["Setting the handouts: 1", "Toolkit B: Toolkit beta (Letter)"]


def test_a_pdf_that_was_changed_by_hand_is_made_again(tmp_path: Path) -> None:
    ready, out = small(tmp_path), tmp_path / "out"
    (row,) = handouts.make(ready, handouts.Request(("letter",)), SITE, out)
    (out / row.file).write_bytes(b"%PDF-broken")
    assert handouts.make(ready, handouts.Request(("letter",)), SITE, out) == (row,)
    assert (out / row.file).stat().st_size == row.bytes


def test_the_handouts_of_a_dropped_toolkit_are_removed_and_other_files_stay(tmp_path: Path) -> None:
    put(tmp_path, "alpha", "A", one=activity())
    put(tmp_path, "beta", "B", one=activity())
    out = tmp_path / "out"
    handouts.make(prepared(tmp_path), handouts.Request(("letter",)), SITE, out)
    (out / "mine.txt").write_text("mine")
    for path in (tmp_path / "toolkits/beta").iterdir():
        path.unlink()
    handouts.make(prepared(tmp_path), handouts.Request(("letter",)), SITE, out)
    assert {path.name for path in out.iterdir()} == {
        "alpha-3-up-letter.pdf",
        "alpha-3-up-letter.png",
        "handouts.json",
        "mine.txt",
    }


def test_one_toolkit_can_be_made_alone_and_the_others_stay(tmp_path: Path) -> None:
    put(tmp_path, "alpha", "A", one=activity())
    put(tmp_path, "beta", "B", one=activity())
    out = tmp_path / "out"
    handouts.make(prepared(tmp_path), handouts.Request(("letter",)), SITE, out)
    before = contents(out)["beta-3-up-letter.pdf"]
    (tmp_path / "toolkits/alpha/one.md").write_text(activity("Another title"), encoding="utf-8")
    rows = handouts.make(prepared(tmp_path), handouts.Request(("letter",), only="alpha"), SITE, out)
    assert [row.toolkit for row in rows] == ["alpha", "beta"]
    assert contents(out)["beta-3-up-letter.pdf"] == before


def test_the_check_alone_writes_nothing(tmp_path: Path) -> None:
    ready = small(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    handouts.check(ready, handouts.Request(("letter",)), SITE)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_manifest_reads_back_what_was_made(made: tuple[Path, tuple[Handout, ...]]) -> None:
    out, rows = made
    assert manifest.read(out) == rows
    assert [row.file for row in rows] == ["alpha-3-up-a4.pdf", "alpha-3-up-letter.pdf"]
    assert all((out / row.file).stat().st_size == row.bytes for row in rows)


@pytest.mark.parametrize("text", ["", "not JSON", "[]", '{"handouts": [{"file": "x.pdf"}]}', '{"handouts": 1}'])
def test_a_manifest_that_is_missing_or_of_another_version_is_empty(tmp_path: Path, text: str) -> None:
    assert manifest.read(tmp_path) == ()
    (tmp_path / "handouts.json").write_text(text)
    assert manifest.read(tmp_path) == ()


def test_a_thumbnail_is_640_pixels_wide_and_carries_no_metadata(made: tuple[Path, tuple[Handout, ...]]) -> None:
    with Image.open(made[0] / made[1][1].thumbnail) as picture:
        assert picture.size == (640, 495)
        assert picture.info == {}


def test_pages_of_the_site_and_sheets_need_no_weasyprint() -> None:
    modules = "press.handouts, press.handouts.sheets.layouts, press.handouts.store.manifest"
    code = f"import sys, {modules}; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_html_in_a_manuscript_stays_words(tmp_path: Path) -> None:
    text = activity('"<b>Bold</b> & co"', lead="Say <img src=x onerror=alert(1)> and [a link](../../docs/x.md).")
    (sheet,) = rendering.sheets(prepared(put(tmp_path, "alpha", "A", one=text)), ("letter",), SITE)
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; co" in sheet.html
    assert "onerror" not in sheet.html
    assert "and a" in sheet.html


def test_quotes_of_the_front_matter_are_set_as_a_printer_would(tmp_path: Path) -> None:
    text = activity(json.dumps("""It's "so" and 'so'..."""))
    (sheet,) = rendering.sheets(prepared(put(tmp_path, "alpha", "A", one=text)), ("letter",), SITE)
    assert "It’s “so” and ‘so’…" in sheet.html


def test_a_time_bar_shares_its_width_by_the_minutes() -> None:
    svg = b64decode(figures.time_bar([10, 30], "#000", "#ccc").partition(",")[2]).decode()
    assert 'width="24.40"' in svg
    assert 'x="25.00" width="75.00"' in svg


def test_one_paper_made_anew_leaves_the_other_where_it_is(tmp_path: Path) -> None:
    handouts.make(small(tmp_path / "project"), handouts.Request(("letter", "a4")), SITE, tmp_path / "out")
    rows = handouts.make(small(tmp_path / "again"), handouts.Request(("letter",)), SITE, tmp_path / "out")
    assert {row.paper for row in rows} == {"letter", "a4"}
    assert (tmp_path / "out" / "alpha-3-up-a4.pdf").is_file()
