"""A list keeps its own numbers on paper: painted, and in the text layer of each layout that shows lists. All is test data."""

from pathlib import Path

import pypdfium2
import pytest

import painted
from press import handouts
from projects import activity, small, story
from sheets import SITE, prepared

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

LISTS = (
    "4. Fourth\n5. Fifth\n\n   1. Inner one\n   2. Inner two\n6. Sixth\n\n7) Seventh\n8) Eighth\n\n"
    "0. Zeroth\n1. First\n\n998) Many\n999) More\n1000) Most\n"
)
WANTED = {
    "Fourth": "4.", "Fifth": "5.", "Inner one": "1.", "Inner two": "2.", "Sixth": "6.", "Seventh": "7.", "Eighth": "8.",
    "Zeroth": "0.", "First": "1.", "Many": "998.", "More": "999.", "Most": "1000.",
}  # fmt: skip
IN_A_STEP = {"Said in a step": "41.", "Said after it": "42."}
LAYOUTS = {"stories": "stories-3-up", "activity": "inquiry-look-activity", "booklet": "inquiry-booklet"}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sheets of a story whose excerpt has lists, and of an activity that has them in a section and in a step."""
    root = small(tmp_path_factory.mktemp("lists"))
    told = story(f"Before.\n\n<!-- excerpt -->\n\n{LISTS}\n<!-- end of excerpt -->\n\nAfter.\n")
    (root / "stories" / "one.md").write_text(told, encoding="utf-8")
    text = activity().replace("## Before you start\n\nTest data.", f"## Before you start\n\n{LISTS}")
    text = text.replace("Talk in pairs.", "Talk in pairs.\n\n41. Said in a step\n42. Said after it")
    (root / "toolkits" / "inquiry" / "look.md").write_text(text, encoding="utf-8")
    handouts.make(prepared(root), handouts.Request(("letter",), layouts=tuple(LAYOUTS)), SITE, root / "out")
    return root / "out"


def before(file: Path, words: str) -> set[str]:
    """What stands in the text layer to the left of `words`, on their line and within half an inch, wherever they stand."""
    found = set()
    for page in pypdfium2.PdfDocument(file):
        text = page.get_textpage()
        search = text.search(words, match_case=True, match_whole_word=True)
        while place := search.get_next():
            left, bottom, _, top = text.get_charbox(place[0])
            found.add(text.get_text_bounded(left - 36, bottom - 1, left - 0.5, top).strip())
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_4_a_and_5_b_read_so_in_the_text_layer_not_1_and_2(printed: Path, layout: str) -> None:
    file = printed / f"{LAYOUTS[layout]}-letter.pdf"
    assert {words: before(file, words) for words in WANTED} == {words: {number} for words, number in WANTED.items()}


@pytest.mark.parametrize("layout", ["activity", "booklet"])
def test_a_list_in_a_step_keeps_its_numbers_too(printed: Path, layout: str) -> None:
    file = printed / f"{LAYOUTS[layout]}-letter.pdf"
    assert {words: before(file, words) for words in IN_A_STEP} == {words: {number} for words, number in IN_A_STEP.items()}


def drawn_before(file: Path, words: str) -> set[str]:
    """The numbers that are painted to the left of `words`, as their pixels show."""
    return {painted.number(place.before(36)) for place in painted.places(file, words)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_4_a_and_5_b_are_painted_so_not_1_and_2(printed: Path, layout: str) -> None:
    file = printed / f"{LAYOUTS[layout]}-letter.pdf"
    assert {words: drawn_before(file, words) for words in WANTED} == {words: {number} for words, number in WANTED.items()}


@pytest.mark.parametrize("layout", ["activity", "booklet"])
def test_a_list_in_a_step_is_painted_with_its_numbers_too(printed: Path, layout: str) -> None:
    file = printed / f"{LAYOUTS[layout]}-letter.pdf"
    assert {words: drawn_before(file, words) for words in IN_A_STEP} == {words: {number} for words, number in IN_A_STEP.items()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_long_number_is_painted_over_the_left_edge_of_its_column(printed: Path, layout: str) -> None:
    for page in pypdfium2.PdfDocument(printed / f"{LAYOUTS[layout]}-letter.pdf"):
        text = page.get_textpage()
        long, short = text.search("1000.").get_next(), text.search("4.").get_next()
        if long and short:
            assert text.get_charbox(long[0])[0] >= text.get_charbox(short[0])[0] - 6
            return
    pytest.fail("no page has both")
