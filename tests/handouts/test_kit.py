"""What an activity marks for the participant's sheet stands there, and its kit is printed to be cut, all pieces often enough."""

import re
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from press import handouts
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pdf
from sheets import SITE, activity, prepared, put, structure

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

SLIP = "A line for the slip.\n\n| | Not yet | Sometimes | Mostly | Yes |\n|---|---|---|---|---|\n| Heard to the end | | | | |\n"
THREE = "Card one says this.\n\n---\n\nCard two says that.\n\n---\n\nCard three asks.\n\n**Write (2 lines):** What will you do?\n"
CARDS = f"{THREE}\n---\n\nCard four ends it.\n"
KIT = f"## Kit\n\n### Slips (1 each)\n\n{SLIP}\n### Cards (1 a group)\n\n{CARDS}\n### A poster (1 in all)\n\nFor the wall.\n\n"


def marked(text: str) -> str:
    """The activity `text`, with tools in its first two steps and something to keep in mind."""
    first, second = (
        "Part 1 (5 minutes)\n\nRead the line aloud, then say what you see.",
        "Part 2 (5 minutes)\n\nRead the line aloud",
    )
    text = text.replace(
        first, f"{first}\n\n<!-- sheet -->\n\nThe menu:\n\n4. Four turns.\n5. Five minutes.\n\n<!-- end of sheet -->"
    )
    text = text.replace(
        second, f"{second}\n\n<!-- sheet -->\n\n| Rung | Mine |\n|---|---|\n| Saw | |\n\n<!-- end of sheet -->\n\nAnd on"
    )
    return text.replace(
        "## Before you start\n", "## Before you start\n\n<!-- sheet -->\n\nAsk no student.\n\n<!-- end of sheet -->\n"
    )


def with_kit(words: str = KIT) -> str:
    return activity().replace("## What to read next", words + "## What to read next")


def the(layout: str, root: Path) -> Sheet:
    (sheet,) = rendering.sheets(prepared(root), ("letter",), SITE, only=(layout,))
    return sheet


def printed(sheet: Sheet, file: Path) -> list[str]:
    """The words of each page of the sheet as it is set."""
    found = pdf.typeset(sheet)
    assert found.problems == ()
    file.write_bytes(found.pdf)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(file).pages]


@pytest.mark.parametrize("layout", ["participant", "activity"])
def test_what_is_marked_stands_on_the_participants_side_in_its_place(tmp_path: Path, layout: str) -> None:
    first, *_ = printed(the(layout, put(tmp_path, "alpha", "A", one=marked(activity()))), tmp_path / "one.pdf")
    places = [
        first.index(words)
        for words in ("Ask no student.", "Part 1", "The menu", "Four turns", "Five minutes", "Part 2", "Rung", "Part 3")
    ]
    assert places == sorted(places)
    assert "not printed" not in first


def test_a_participants_sheet_has_no_word_of_the_facilitators(tmp_path: Path) -> None:
    pages = printed(the("participant", put(tmp_path, "alpha", "A", one=marked(activity()))), tmp_path / "one.pdf")
    assert len(pages) == 1
    assert "What could go wrong" not in pages[0]
    assert "How anyone may pass or opt out" in pages[0]


@pytest.mark.parametrize(("times", "count"), [(4, 1), (16, 2)])
def test_a_participants_sheet_is_one_page_or_both_of_a_leaf(tmp_path: Path, times: int, count: int) -> None:
    root = put(tmp_path, "alpha", "A", one=activity(lead="So many words that a page is filled by what they say. " * times))
    pages = printed(the("participant", root), tmp_path / "one.pdf")
    assert len(pages) == count
    assert "How anyone may pass" in pages[-1]
    assert all("First try" in page for page in pages), "each page says what it belongs to"


def test_a_kit_has_every_piece_as_often_as_fits_and_each_part_begins_a_page(tmp_path: Path) -> None:
    slips, cards, poster = printed(the("kit", put(tmp_path, "alpha", "A", one=with_kit())), tmp_path / "one.pdf")
    assert "Slips 1 for each person" in slips
    assert slips.count("A line for the slip.") == slips.count("Sometimes") > 1
    counts = {
        cards.count(words) for words in ("Card one says", "Card two says", "Card three asks", "What will you do?", "Card four")
    }
    assert len(counts) == 1, "no set of cards lacks one"
    assert counts.pop() > 1
    assert poster.count("For the wall.") == 1


def test_pieces_of_a_part_are_of_one_height_so_that_cuts_run_straight(tmp_path: Path) -> None:
    document = the("kit", put(tmp_path, "alpha", "A", one=with_kit()))
    printed(document, tmp_path / "one.pdf")
    words = pypdfium2.PdfDocument(tmp_path / "one.pdf")[1].get_textpage()
    tops: dict[float, set[float]] = {}
    for said in ("Card one", "Card two", "Card three", "Card four"):
        search = words.search(said)
        while place := search.get_next():
            left, _, _, top = words.get_charbox(place[0], loose=True)
            tops.setdefault(round(left), set()).add(round(top))
    (first, second) = (sorted(column) for column in tops.values())
    assert first[-len(second) :] == second, "both columns are cut at the same heights"
    gaps = {after - before for before, after in pairwise(first)}
    assert max(gaps) - min(gaps) <= 1


def test_three_cards_to_write_on_fill_a_page_one_below_the_other(tmp_path: Path) -> None:
    root = put(tmp_path, "alpha", "A", one=with_kit(KIT.replace(CARDS, THREE)))
    _, cards, _ = printed(the("kit", root), tmp_path / "one.pdf")
    assert [cards.count(words) for words in ("Card one says", "Card two says", "Card three asks")] == [1, 1, 1]
    words = pypdfium2.PdfDocument(tmp_path / "one.pdf")[1].get_textpage()
    places = [
        words.get_charbox(found[0]) for said in ("one", "two", "three") if (found := words.search(f"Card {said}").get_next())
    ]
    assert len({round(left) for left, *_ in places}) == 1
    gaps = [before[3] - after[3] for before, after in pairwise(places)]
    assert gaps[0] == pytest.approx(gaps[1], abs=1)


def test_a_prompt_of_a_kit_has_one_field_and_lines_on_each_copy(tmp_path: Path) -> None:
    printed(the("kit", put(tmp_path, "alpha", "A", one=with_kit())), tmp_path / "one.pdf")
    fields = pypdf.PdfReader(tmp_path / "one.pdf").get_fields() or {}
    assert len(fields) == 1


def test_an_activity_without_a_kit_has_no_sheet_of_one(tmp_path: Path) -> None:
    root = put(tmp_path, "alpha", "A", one=activity("One"), two=with_kit().replace("First try", "Two"))
    rows = handouts.make(prepared(root), handouts.Request(("letter",), layouts=("kit",)), SITE, tmp_path / "out")
    assert [row.activity for row in rows if row.layout == "kit"] == ["two"]


def test_the_facilitator_is_told_what_to_print_and_how_many(tmp_path: Path) -> None:
    pages = printed(the("activity", put(tmp_path, "alpha", "A", one=with_kit())), tmp_path / "one.pdf")
    told = "The participant’s sheet, 1 for each person; Slips, 1 for each person; Cards, 1 for each group; A poster, 1 in all"
    assert told in pages[1]


def test_a_piece_longer_than_a_page_is_a_problem_at_its_line(tmp_path: Path) -> None:
    text = with_kit("## Kit\n\n### Letter (1 each)\n\nShort.\n\n---\n\n" + "This goes on and on. " * 400 + "\n\n")
    (problem, *_) = pdf.typeset(the("kit", put(tmp_path, "alpha", "A", one=text))).problems
    assert problem.line == next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith("This goes on"))
    assert problem.what == "A piece of “Letter” is too long for a page of the kit handout (Letter paper)."


def test_a_kits_headings_go_down_one_by_one(tmp_path: Path) -> None:
    text = with_kit("## Kit\n\n### Slips (1 each)\n\n#### A name\n\nWords.\n\n### Cards (1 each)\n\n#### Another\n\nWords.\n\n")
    printed(the("kit", put(tmp_path, "alpha", "A", one=text)), tmp_path / "one.pdf")
    kinds = [str(element["/S"]) for element in structure(pypdf.PdfReader(tmp_path / "one.pdf"))]
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    "block",
    [
        "- [ ] Yes\n- [ ] No",
        "- One\n- Two",
        "4. Four\n5. Five",
        "| One | Two |\n|---|---|\n| Three | |",
        "> A script to say.",
        "#### A heading",
        "**Write (2 lines):** What will you do?",
        "```\nA line of code\n```",
    ],
)
@pytest.mark.parametrize("after", ["", "\n\nMore words."])
def test_a_piece_may_begin_with_any_block_and_stays_on_the_page_of_its_heading(tmp_path: Path, block: str, after: str) -> None:
    text = with_kit(f"## Kit\n\n### Slips (1 each)\n\n{block}{after}\n\n")
    (page,) = printed(the("kit", put(tmp_path, "alpha", "A", one=text)), tmp_path / "one.pdf")
    assert page.count("First try · CC BY 4.0") > 2
