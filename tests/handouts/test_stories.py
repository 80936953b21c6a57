"""The stories' sheet: what stands on it, what may not, and what is said where it can't be printed. All is test data."""

import datetime
from pathlib import Path

import pypdf
import pytest

from press import handouts
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.sheets.stories import StoryPanel
from press.handouts.store import manifest
from press.handouts.store.manifest import Handout
from press.handouts.typeset import pdf
from press.library import edition
from press.library.load import load
from press.library.model import LABELS
from projects import CONSENT, REAL, small, story
from real import Real
from sheets import SITE, TODAY, prepared, structure
from soaking import some

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

PAPERS = ("letter", "a4")
LAYOUT = ("stories",)
TEXT = "Test data for a passage that is read aloud."


def told(*blocks: str, **fields: str) -> str:
    """A sound story whose excerpt has these blocks, with text before and after it."""
    passage = "\n\n".join(blocks or (TEXT,))
    body = f"## Before\n\nTest data before.\n\n<!-- excerpt -->\n\n{passage}\n\n<!-- end of excerpt -->\n\nTest data after.\n"
    return story(body, **fields)


def write(root: Path, **stories: str) -> Path:
    """A small project with these stories."""
    small(root)
    for name, text in stories.items():
        (root / "stories" / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return root


def sheet(root: Path) -> Sheet:
    """The stories' sheet on Letter paper."""
    (found,) = rendering.sheets(prepared(root), ("letter",), SITE, LAYOUT)
    return found


def panel(root: Path, **fields: str) -> StoryPanel:
    """The panel of a story with these fields."""
    found = sheet(write(root, one=told(**fields))).panels[0]
    assert isinstance(found, StoryPanel)
    return found


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> pypdf.PdfReader:
    """Two stories on one page: an illustrative one with content notes, and one that a teller told."""
    root = write(
        tmp_path_factory.mktemp("stories"),
        newer=told("It's *here*, with [a link](two.md).", title="Test data, newer", content_notes="[racism, loss]"),
        older=told(TEXT, title="Test data, older", published="2025-01-01", **REAL),
    )
    handouts.make(prepared(root), handouts.Request(("letter",), layouts=LAYOUT), SITE, root / "out")
    return pypdf.PdfReader(root / "out/stories-3-up-letter.pdf")


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(reader.pages[0].extract_text().split())


def test_a_page_lies_on_its_long_side_and_is_filled_with_notes(reader: pypdf.PdfReader) -> None:
    (page,) = reader.pages
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx([792, 612])
    text = text_of(reader)
    assert text.index("Test data, newer") < text.index("Test data, older") < text.index("My notes")


def test_the_label_and_the_content_notes_stand_before_the_text(reader: pypdf.PdfReader) -> None:
    text = text_of(reader)
    places = [
        text.index(said)
        for said in ("Test data, newer", LABELS["illustrative"], "this story touches on racism, loss.", "It’s here, with a")
    ]
    assert places == sorted(places)
    assert text.count(LABELS["illustrative"]) == 1, "the other one is a real person's"


def test_only_the_excerpt_is_printed(reader: pypdf.PdfReader) -> None:
    assert TEXT in text_of(reader)
    assert "Test data before" not in text_of(reader)
    assert "Test data after" not in text_of(reader)


def test_each_story_is_a_heading_of_the_first_level(reader: pypdf.PdfReader) -> None:
    kinds = [kind for element in structure(reader) if (kind := str(element["/S"])).startswith("/H")]
    assert kinds == ["/H1"] * 3


def test_links_and_qr_codes_lead_to_the_whole_story_and_to_its_activity(reader: pypdf.PdfReader) -> None:
    links = [note.get_object() for note in reader.pages[0]["/Annots"] if note.get_object()["/Subtype"] == "/Link"]  # type: ignore[attr-defined]
    goals = {str(link["/A"]["/URI"]): str(link["/Contents"]) for link in links}
    assert goals == {
        f"{SITE}stories/newer/": "Read the whole story",
        f"{SITE}stories/older/": "Read the whole story",
        f"{SITE}toolkits/inquiry/look/": "A1 Look closely",
    }
    alternatives = {str(element["/Alt"]) for element in structure(reader) if str(element["/S"]) == "/Figure"}
    assert f"QR code to the whole story, {SITE}stories/newer/" in alternatives


def test_the_lines_to_write_on_are_named_by_their_story(reader: pypdf.PdfReader) -> None:
    names = {str(field["/TU"]) for field in (reader.get_fields() or {}).values()}
    assert names == {"What I notice in Test data, newer", "What I notice in Test data, older", "My notes"}


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, ""),
        ({"attribution": "pseudonym", "author": "Test Data"}, "Test Data (not the writer’s own name)"),
        ({"attribution": "named", "author": "Test Data", "school": "Test School"}, "Test Data, Test School"),
        ({"attribution": "first-name", "author": "Test"}, "Test"),
        ({"attribution": "anonymous"}, "The writer’s name is left out"),
    ],
)
def test_who_speaks_is_shown_as_the_teller_agreed(tmp_path: Path, fields: dict[str, str], shown: str) -> None:
    real = {"kind": "first-person", "consent": CONSENT} if fields else {}
    assert panel(tmp_path, **real, **fields).teller == shown


def test_who_helped_to_tell_it_is_printed_below_the_teller(tmp_path: Path) -> None:
    helped = {"interviewer": "Test Asker", "translator": "Test Turner", "editor": "Test Mender"}
    made = sheet(write(tmp_path, one=told(**{**REAL, **helped, "kind": "interview"}), two=told()))
    panels = {found.id: found for found in made.panels if isinstance(found, StoryPanel)}
    assert panels["story-one"].helpers == (
        "Interviewed by Test Asker\u00a0· Translated by Test Turner\u00a0· Edited by Test Mender"
    )
    assert panels["story-two"].helpers == ""
    assert made.html.count('<p class="helpers">') == 1
    assert made.html.index("(not the writer") < made.html.index("Interviewed by Test Asker")


def test_a_story_whose_helper_has_a_name_in_another_script_is_on_the_site_alone(tmp_path: Path) -> None:
    made = sheet(write(tmp_path, one=told(**{**REAL, "editor": "漢字"}), two=told()))
    assert [found.id for found in made.panels if isinstance(found, StoryPanel)] == ["story-two"]


def test_a_composite_story_has_its_label(tmp_path: Path) -> None:
    assert panel(tmp_path, **{**REAL, "kind": "composite"}).label == LABELS["composite"]


@pytest.mark.parametrize("channels", ["[web]", "[print]"])
def test_a_story_for_one_channel_alone_is_not_in_a_pdf_that_is_printed_and_lies_on_the_site(
    tmp_path: Path, channels: str
) -> None:
    root = write(tmp_path, one=told(**{**REAL, "consent": CONSENT.replace("[web, print]", channels)}))
    assert rendering.sheets(prepared(root), PAPERS, SITE, LAYOUT) == ()


def test_a_story_for_print_alone_is_on_the_sheet_to_give_out_by_hand_and_leads_to_no_page_of_its_own(tmp_path: Path) -> None:
    root = write(tmp_path, one=told(**{**REAL, "consent": CONSENT.replace("[web, print]", "[print]")}))
    by_hand = edition.prepare(load(root), "print", TODAY, by_hand=True)
    (found,) = rendering.sheets(by_hand, ("letter",), SITE, LAYOUT)
    shown = next(panel for panel in found.panels if isinstance(panel, StoryPanel))
    assert (shown.path, shown.url) == ("stories/one.md", f"{SITE}stories/")
    assert "Read other stories" in found.html


def test_a_story_without_an_excerpt_is_left_out(tmp_path: Path) -> None:
    found = sheet(write(tmp_path, one=told(), two=story()))
    assert [panel.path for panel in found.panels if panel.design == "story"] == ["stories/one.md"]
    assert found.sources == ("stories/one.md",)


def test_lists_and_quotations_keep_their_form_and_html_stays_words(tmp_path: Path) -> None:
    root = write(tmp_path, one=told("1. One & two\n2. Three", "> Said\n>\n> again"))
    html = " ".join(sheet(root).html.split())
    assert '<ol data-line="19"><li data-line="19">One &amp; two</li><li data-line="20">Three</li></ol>' in html
    assert '<blockquote data-line="22"><p data-line="22">Said</p><p data-line="24">again</p></blockquote>' in html


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a table"),
        ("Look: ![A picture](one.png)", "a picture"),
        ("### A heading", "a heading"),
        ("```\ncode\n```", "a block of code"),
    ],
)
def test_what_has_no_place_in_an_excerpt_is_named_with_file_and_line(tmp_path: Path, block: str, what: str) -> None:
    root = write(tmp_path, one=told(TEXT, block), two=told())
    with pytest.raises(handouts.Unprintable) as caught:
        handouts.make(prepared(root), handouts.Request(PAPERS, layouts=LAYOUT), SITE, root / "out")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("stories/one.md", 21)
    assert f"has {what}, which can’t stand on the stories’ sheet." in problem.what
    assert not (root / "out" / manifest.NAME).exists()


def test_what_has_no_place_in_a_note_to_an_excerpt_is_named_too(tmp_path: Path) -> None:
    text = told("Test data.[^1]") + "\n[^1]: Look:\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n"
    (problem,) = sheet(write(tmp_path, one=text)).problems
    assert problem.line == text[: text.index("| a |")].count("\n") + 1
    assert "has a table, which can’t stand on the stories’ sheet." in problem.what


def test_a_story_with_a_note_in_another_script_is_on_the_site_alone(tmp_path: Path) -> None:
    made = sheet(write(tmp_path, one=told("Test data.[^1]") + "\n[^1]: 漢字\n", two=told()))
    assert [found.id for found in made.panels if isinstance(found, StoryPanel)] == ["story-two"]


def test_an_excerpt_that_does_not_fit_is_named_with_file_line_and_lines(tmp_path: Path) -> None:
    (problem,) = pdf.typeset(sheet(write(tmp_path, one=told(*[TEXT * 5] * 6), two=told()))).problems
    assert (problem.path, problem.rule) == ("stories/one.md", "fit")
    assert problem.line in range(19, 30), "a paragraph that goes on in the next column"
    assert "lines too long for its panel of the stories handout (Letter paper)." in problem.what
    assert "move the excerpt’s marks" in problem.mend


def test_a_toolkit_called_stories_is_a_problem(tmp_path: Path) -> None:
    root = write(tmp_path, one=told(activities="[stories/look]"))
    (root / "toolkits/inquiry").rename(root / "toolkits/stories")
    (problem,) = sheet(root).problems
    assert (problem.path, problem.mend) == ("toolkits/stories/index.md", "Give this toolkit’s folder another name.")


def made(root: Path, papers: tuple[str, ...], today: datetime.date = TODAY, only: str | None = None) -> tuple[Handout, ...]:
    ready = edition.prepare(load(root), "print", today)
    return handouts.make(ready, handouts.Request(papers, layouts=("3-up", "stories"), only=only), SITE, root / "out")


@pytest.mark.parametrize(
    "change",
    [
        ("", "2030-01-02"),  # its consent has ended
        ("author: Test Data", "author: Other Name"),
        (TEXT, "Test data with a sentence taken out."),
        ("[web, print]", "[print]"),
    ],
)
def test_a_sheet_on_a_paper_that_was_not_asked_for_keeps_nothing_that_was_taken_back(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    root = write(tmp_path, one=told(**REAL), two=told(title="Test data, two"))
    made(root, PAPERS)
    assert (root / "out/stories-3-up-a4.pdf").exists()
    assert (root / "out/stories-handouts.zip").exists()
    old, new = change
    path = root / "stories/one.md"
    path.write_text(path.read_text().replace(old, new) if old else path.read_text(), encoding="utf-8")
    today = TODAY if old else datetime.date.fromisoformat(new)
    rows = made(root, ("letter",), today, only="inquiry")
    assert not [row for row in rows if row.layout == "stories"], "neither paper was asked for, and both were of another day"
    assert not list((root / "out").glob("stories-*"))
    assert (root / "out/inquiry-3-up-a4.pdf").exists(), "what has no story in it stays"


def test_a_sheet_of_stories_stays_where_nothing_of_it_has_changed(tmp_path: Path) -> None:
    root = write(tmp_path, one=told(**REAL), two=story())
    first = made(root, PAPERS)
    path = root / "stories/two.md"
    path.write_text(path.read_text().replace("Test data for a body.", "Test data for another."), encoding="utf-8")
    assert made(root, ("letter",), only="inquiry") == first


def test_a_run_with_nothing_to_do_brings_no_story_back(tmp_path: Path) -> None:
    import build_pdfs

    layouts = ["--layout", "3-up,stories"]
    root = write(tmp_path, one=told(**REAL), two=told(title="Test data, two"))
    assert build_pdfs.main([*layouts, "--paper", "both"], root) == 0
    (root / "stories/one.md").write_text("---\nwithdrawn: 2026-11-22\n---\n", encoding="utf-8")
    for arguments in (["--only", "inquiry"], ["--only", "inquiry"], ["--paper", "both"]):
        assert build_pdfs.main([*layouts, *arguments], root) == 0
        left = manifest.read(root / "site/handouts")
        assert not [row for row in left if "stories/one.md" in row.sources]
    assert [row.sources for row in left if row.layout == "stories"] == [("stories/two.md",)] * 2


def test_every_story_of_the_project_fits_and_gives_the_same_bytes_twice(published: Real) -> None:
    (layout,) = LAYOUT
    found = published.sheets_of(layout)
    stories = {entry.path for entry in published.printed.stories}
    assert {panel.path for panel in found[0].panels if panel.design == "story"} == stories
    assert [published.rows[sheet.stem].pages for sheet in found] == [sheet.pages for sheet in found]
    for one in some(found):
        assert pdf.typeset(one).pdf == published.pdf(one)


@pytest.mark.parametrize(
    "block", ["> Test data.\n>\n> Source: Test data, 2020, fair use.", "1. > Test data", "- a\n  - b\n    - c"]
)
def test_an_excerpt_may_end_with_a_quotation_or_a_list_within_a_list(tmp_path: Path, block: str) -> None:
    assert pdf.typeset(sheet(write(tmp_path, one=told(block)))).problems == ()
