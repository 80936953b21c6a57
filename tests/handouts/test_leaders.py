import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp

import build_pdfs
from manuscripts import table_rows, the_leaders_page, web
from press import handouts
from press.handouts.sheets import layouts, rendering
from press.handouts.sheets.leaders import WARNING
from press.handouts.store.manifest import Handout
from press.handouts.typeset import vertical_alignment
from press.handouts.typeset.vertical_alignment import Measure
from press.library import edition
from press.library.edition import Edition
from press.library.load import load
from press.manuscript import markdown, outline
from real import Real
from sheets import activity, put, structure

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

TODAY = datetime.date(2026, 11, 22)
SITE = "https://site.example/press/"
PAPERS = ("letter", "a4")
NAMES = ("alpha", "beta", "gamma")


def section(name: str, action: str = "Do the first thing well.") -> str:
    """A toolkit's section of the leaders' page, of test data."""
    return (
        f"## About {name}\n\n[This toolkit](../toolkits/{name}/index.md) is test data on {name}.\n\n"
        "| Condition | Principal | Teacher leader |\n|---|---|---|\n"
        f"| Time | {action} | Lead {name} on time. |\n| Space | Find a room for {name}. | Keep **copies** of nothing. |\n\n"
        f"Where you start with {name}: here.\n"
    )


def page(*sections: str) -> str:
    """The leaders' page, of test data."""
    front = "---\ntitle: For leaders\ndescription: Test data for what the sheet is for.\n---\nTest data.\n\n"
    return front + "\n".join(sections) + "\n## What not to do\n\n- **Never do this.** It is test data.\n- Nor that.\n"


def project(root: Path, text: str) -> Path:
    """Three toolkits and a page for leaders."""
    for letter, name in zip("ABC", NAMES, strict=True):
        put(root, name, letter, one=activity())
    (root / "docs").mkdir()
    (root / "docs/leaders.md").write_text(text, encoding="utf-8")
    return root


def prepared(root: Path) -> Edition:
    books = load(root)
    assert not books.problems
    return edition.prepare(books, "print", TODAY)


def words(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("\u00a0", " ").split())


def refused(root: Path) -> handouts.Unprintable:
    with pytest.raises(handouts.Unprintable) as caught:
        handouts.check(prepared(root), handouts.Request(PAPERS, only="leaders"), SITE)
    return caught.value


@pytest.fixture(scope="module", autouse=True)
def these_layouts() -> Iterator[None]:
    """The layouts that these tests are about; each of the others has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layouts, "LAYOUTS", tuple(layout for layout in layouts.LAYOUTS if layout.name in ("3-up", "leaders")))
        yield


@pytest.fixture(scope="module")
def real(published: Real) -> tuple[Path, tuple[Handout, ...]]:
    """The sheet of the project's own page, on both papers."""
    return published.handouts, tuple(row for row in published.rows.values() if row.layout == "leaders")


def reader(real: tuple[Path, tuple[Handout, ...]], paper: str = "letter") -> pypdf.PdfReader:
    return pypdf.PdfReader(real[0] / f"leaders-3-up-{paper}.pdf")


def test_the_sheet_is_one_page_on_each_paper(real: tuple[Path, tuple[Handout, ...]]) -> None:
    assert [(row.file, row.toolkit, row.layout, row.pages) for row in real[1]] == [
        ("leaders-3-up-a4.pdf", "leaders", "leaders", 1),
        ("leaders-3-up-letter.pdf", "leaders", "leaders", 1),
    ]
    for paper, width in (("letter", 792), ("a4", 841.89)):
        (sheet,) = reader(real, paper).pages
        assert float(sheet.mediabox.width) == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_head_and_the_panels_are_read_in_order(real: tuple[Path, tuple[Handout, ...]], paper: str) -> None:
    text = words(reader(real, paper).pages[0].extract_text())
    toolkits = [volume.toolkit.fields for volume in web().volumes]
    never = outline.section(the_leaders_page().source, WARNING)
    warning = next(markdown.plain(token) for token in never.tokens if token.type == "inline") if never else ""
    heads = [the_leaders_page().fields.title, warning, *(f"{toolkit.letter} {toolkit.title}" for toolkit in toolkits)]
    assert warning
    places = [text.index(words(title)) for title in heads]
    assert places == sorted(places)
    assert text.count(" Principal ") == text.count(" Teacher leader ") == len(toolkits)


def test_each_action_of_the_manuscript_is_printed_once_and_none_besides(real: tuple[Path, tuple[Handout, ...]]) -> None:
    head, *rest = table_rows(the_leaders_page())
    rows = [cells for cells in rest if cells != head]
    written = [words(re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", cell)) for row in rows for cell in row[1:]]
    printed = words(reader(real).pages[0].extract_text())
    assert [action for action in written if printed.count(action) != 1] == []
    fields = (reader(real).get_fields() or {}).values()
    assert sorted(words(str(field["/TU"])).partition(": ")[2] for field in fields) == sorted(written)
    assert len(written) == 2 * len(rows) >= 2 * len(web().volumes)


def test_a_ticked_box_shows_in_the_picture_of_the_page(real: tuple[Path, tuple[Handout, ...]], tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=real[0] / "leaders-3-up-letter.pdf")
    name = next(name for name in writer.get_fields() or () if name.startswith("Teacher leader, "))
    writer.update_page_form_field_values(writer.pages[0], {name: "/on"}, auto_regenerate=False)
    writer.write(tmp_path / "ticked.pdf")
    (box,) = (note.get_object()["/Rect"] for note in writer.pages[0]["/Annots"] if note.get_object().get("/T") == name)  # type: ignore[attr-defined]
    x0, y0, x1, y1 = map(float, box)
    inside = [2 * side for side in (min(x0, x1) + 2, 612 - max(y0, y1) + 2, max(x0, x1) - 2, 612 - min(y0, y1) - 2)]

    def darkest(path: Path) -> int:
        with pypdfium2.PdfDocument(path) as document:
            document.init_forms()
            picture = document[0].render(scale=2, may_draw_forms=True).to_pil().convert("L")
        return int(picture.crop(tuple(map(round, inside))).getextrema()[0])

    assert darkest(real[0] / "leaders-3-up-letter.pdf") > 240
    assert darkest(tmp_path / "ticked.pdf") < 120


def test_each_box_is_named_by_its_role_condition_and_words(real: tuple[Path, tuple[Handout, ...]]) -> None:
    fields = reader(real).get_fields() or {}
    condition, action = table_rows(the_leaders_page())[1][:2]
    label = next(str(field["/TU"]) for field in fields.values() if str(field["/TU"]).startswith("Principal, "))
    assert label.startswith(f"Principal, {condition.lower()}: {words(action).partition(' ')[0]} ")
    assert {str(field["/FT"]) for field in fields.values()} == {"/Btn"}


def test_headings_lists_boxes_and_codes_are_tagged_as_such(real: tuple[Path, tuple[Handout, ...]]) -> None:
    kinds = [str(element["/S"]) for element in structure(reader(real))]
    panels = ["/H2", "/Figure", "/H3", "/H3"] * len(web().volumes)
    assert [kind for kind in kinds if kind in ("/H1", "/H2", "/H3", "/Figure")] == ["/H1", *panels]
    assert kinds.count("/LI") == kinds.count("/LBody") == kinds.count("/Form") == len(reader(real).get_fields() or ())


def test_the_codes_lead_to_the_toolkits_pages(real: tuple[Path, tuple[Handout, ...]], published: Real) -> None:
    for row in real[1]:
        picture = pypdfium2.PdfDocument(real[0] / row.file)[0].render(scale=2.5).to_pil()
        assert {code.text for code in zxingcpp.read_barcodes(picture)} == {
            f"{published.url}toolkits/{volume.toolkit.name}/" for volume in published.printed.volumes
        }


def test_the_same_page_gives_the_same_bytes(real: tuple[Path, tuple[Handout, ...]], published: Real, tmp_path: Path) -> None:
    again = handouts.make(published.printed, handouts.Request(PAPERS, only="leaders"), published.url, tmp_path / "out")
    assert again == real[1]
    assert all((tmp_path / "out" / row.file).read_bytes() == (real[0] / row.file).read_bytes() for row in again)


def test_the_roles_stand_level_in_all_panels(tmp_path: Path) -> None:
    short, long = section("alpha"), section("beta", "Do the first thing, and say in a few more words how and when. " * 2)
    root = project(tmp_path, page(short, long, section("gamma")))
    handouts.make(prepared(root), handouts.Request(("letter",), only="leaders"), SITE, root / "out")
    with pypdfium2.PdfDocument(root / "out/leaders-3-up-letter.pdf") as document:
        text = document[0].get_textpage()
        for role in ("Principal", "Teacher leader"):
            finder = text.search(role, match_case=True, match_whole_word=True)
            places = [text.get_charbox(found[0])[1] for found in iter(finder.get_next, None)]
            assert len(places) == 3
            assert max(places) - min(places) < 0.1


def test_what_does_not_fit_is_named_with_the_line_of_its_row(tmp_path: Path) -> None:
    text = page(section("alpha"), section("beta", "Far too many words for a cell. " * 60), section("gamma"))
    problems = refused(project(tmp_path, text)).problems
    assert {(problem.path, problem.rule) for problem in problems} == {("docs/leaders.md", "fit")}
    assert text.split("\n")[problems[0].line - 1].startswith("| Time | Far too many words")
    assert "“Toolkit beta” is about " in problems[0].what
    assert "lines too long for its panel of the leaders handout" in problems[0].what
    assert problems[0].mend.startswith("Shorten the actions in its table")


def test_a_toolkit_without_a_section_is_named_once(tmp_path: Path) -> None:
    (problem,) = refused(project(tmp_path, page(section("alpha"), section("gamma")))).problems
    assert str(problem).startswith("docs/leaders.md:1: There is no section about the toolkit “Toolkit beta”")
    assert "../toolkits/beta/index.md" in problem.mend


def test_a_section_without_a_table_is_named_with_its_line(tmp_path: Path) -> None:
    bare = "## About beta\n\n[This toolkit](../toolkits/beta/index.md) is test data.\n"
    text = page(section("alpha"), bare, section("gamma"))
    (problem,) = refused(project(tmp_path, text)).problems
    assert problem.line == text.split("\n").index("## About beta") + 1
    assert "has no table of actions" in problem.what


def test_a_toolkit_may_not_take_the_sheets_name(tmp_path: Path) -> None:
    root = project(tmp_path, page(*map(section, NAMES), section("leaders")))
    put(root, "leaders", "D", one=activity())
    (problem,) = refused(root).problems
    assert (problem.path, problem.rule) == ("toolkits/leaders/index.md", "leaders")


@pytest.mark.parametrize("text", [None, page()])
def test_without_a_page_about_the_toolkits_there_is_no_such_sheet(tmp_path: Path, text: str | None) -> None:
    root = project(tmp_path, text or page())
    if text is None:
        (root / "docs/leaders.md").unlink()
    assert {sheet.toolkit for sheet in rendering.sheets(prepared(root), PAPERS, SITE)} == set(NAMES)


def test_making_one_toolkit_alone_leaves_the_leaders_sheet(tmp_path: Path) -> None:
    root = project(tmp_path, page(*map(section, NAMES)))
    handouts.make(prepared(root), handouts.Request(("letter",)), SITE, root / "out")
    rows = handouts.make(prepared(root), handouts.Request(("letter",), only="alpha", force=True), SITE, root / "out")
    assert [row.toolkit for row in rows] == ["alpha", "beta", "gamma", "leaders"]
    assert (root / "out/leaders-3-up-letter.pdf").is_file()


def test_html_and_links_in_a_cell_stay_words(tmp_path: Path) -> None:
    text = page(section("alpha", "Say <b>this</b> & see [norms](glossary.md#norm)."), section("beta"), section("gamma"))
    (sheet,) = (s for s in rendering.sheets(prepared(project(tmp_path, text)), ("letter",), SITE) if s.toolkit == "leaders")
    assert "Say this &amp; see" in sheet.html
    assert "glossary.md" not in sheet.html


def test_the_command_lists_and_makes_the_leaders_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, page(*map(section, NAMES)))
    (root / "mkdocs.yml").write_text("site_url: https://site.example/\nextra:\n  repository: https://code.example/press\n")
    assert build_pdfs.main(["--list"], root) == 0
    assert "\nleaders: For leaders\n    --layout leaders: " in capsys.readouterr().out
    assert build_pdfs.main(["--only", "leaders"], root) == 0
    assert sorted(path.name for path in (root / "site/handouts").glob("*.pdf")) == ["leaders-3-up-letter.pdf"]


def test_parts_go_down_to_the_lowest_of_their_like_and_lines_share_the_rest() -> None:
    one, two = Measure(50, 4, ((10, 0), (60, 2))), Measure(20, 4, ((10, 0), (80, 2)))
    assert vertical_alignment.align((one, two), 9) == (5.0, ((0.0, 20.0), (0.0, 0.0)))


def test_parts_that_cannot_stand_level_are_left_where_they_are() -> None:
    full, tall = Measure(5, 2, ((10, 0),)), Measure(5, 2, ((40, 0),))
    assert vertical_alignment.align((full, tall), 9) is None
    assert vertical_alignment.align((full, Measure(5, 2, ())), 9) is None
    assert vertical_alignment.align((), 9) is None
