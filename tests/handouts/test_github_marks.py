"""What GitHub shows beyond CommonMark is shown on paper too, in each layout: boxes to tick, struck words, bare addresses, notes.

Each place has a struck word of its own, and the same word in the plural beside it, which is not struck. All is test data.
"""

from pathlib import Path

import pypdf
import pypdfium2
import pytest

import painted
from press import handouts
from projects import activity, small, story
from sheets import SITE, prepared

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

PLACES = {
    "lead": "heron", "prompt": "otter", "question": "lynx", "section": "robin", "opening": "crane", "excerpt": "egret",
    "leaders": "bison", "cell": "moose", "start": "tapir", "warning": "shrew", "form": "finch", "box": "quail", "line": "stoat",
}  # fmt: skip
FILES = {
    "3-up": "inquiry-3-up", "3-up-notes": "inquiry-3-up-notes", "3-up-cut": "inquiry-look-3-up-cut", "booklet": "inquiry-booklet",
    "activity": "inquiry-look-activity", "leaders": "leaders-3-up", "stories": "stories-3-up", "form": "consent-form",
}  # fmt: skip
SHOWN = {
    "3-up": ("lead", "prompt", "question"),
    "3-up-notes": ("question",),
    "3-up-cut": ("lead", "prompt", "question"),
    "booklet": ("lead", "prompt", "question", "section", "opening"),
    "activity": ("lead", "prompt", "question", "section"),
    "leaders": ("leaders", "cell", "start", "warning"),
    "stories": ("excerpt",),
    "form": ("form", "box", "line"),
}
TITLES = {  # headings have a struck word, and no address and note
    **dict.fromkeys(("3-up", "3-up-notes", "3-up-cut", "activity"), ("gecko",)),
    "booklet": ("gecko", "koala"),
    "form": ("camel",),
}
WITH_PROMPTS = ("3-up", "3-up-cut")  # what a prompt notes stands below it, since what is to be written is never cut
WITH_BLOCKS = ("booklet", "activity", "stories")  # the others show words of a line alone
BOXES = {"Ask first": "empty", "Told then": "ticked", "Ask at length": "empty", "Told at length": "ticked"}
TASKS = "- [ ] Ask first\n- [x] Told then\n\n* [ ] Ask at length\n\n* [x] Told at length\n"
NOTE = "[^1]: These words say more.\n"


def words(place: str) -> str:
    """A sentence with a struck word, a bare address and a note."""
    name = PLACES[place]
    return f"Not ~~{name}~~ but {name}s, see https://site.example/x{name} and tell.[^1]"


def write(root: Path) -> Path:
    """A project with such sentences wherever a handout shows a text."""
    text = activity().replace("Look at the page.", words("lead")).replace("What I saw", words("prompt"))
    text = text.replace("### Look (15", "### Not ~~gecko~~ but geckos (15")
    text = text.replace("- What did you see?", f"- [ ] {words('question')}")
    text = text.replace("## Before you start\n", f"## Before you start\n\n{words('section')}\n\n{TASKS}")
    made = {
        "toolkits/inquiry/look.md": f"{text}\n{NOTE}",
        "stories/one.md": story(f"<!-- excerpt -->\n\n{words('excerpt')}\n\n{TASKS}\n<!-- end of excerpt -->\n\n{NOTE}"),
        "docs/leaders.md": (
            "---\ntitle: For leaders\ndescription: Test data.\n---\n## Inquiry\n\n"
            f"[This toolkit](../toolkits/inquiry/index.md) is test data. {words('leaders')}\n\n"
            f"| Condition | Principal | Teacher leader |\n|---|---|---|\n| Time | {words('cell')} | Test data. |\n\n"
            f"{words('start')}\n\n## What not to do\n\n- [ ] {words('warning')}\n\n{NOTE}"
        ),
        "docs/contributing/consent-form.md": (
            "---\ntitle: Test form\ndescription: Test data.\n---\n## Not ~~camel~~ but camels\n\n"
            f"{words('form')}\n\n- [ ] {words('box')}\n\n**Write (1 line):** {words('line')}\n\n{NOTE}"
        ),
    }
    (root / "docs" / "contributing").mkdir()
    for path, content in made.items():
        (root / path).write_text(content, encoding="utf-8")
    index = root / "toolkits" / "inquiry" / "index.md"
    opening = f"## Who it is for\n\n{words('opening')}"
    changed = index.read_text(encoding="utf-8").replace("## Who it is for\n\nTest data.", opening)
    index.write_text(f"{changed}\n## Not ~~koala~~ but koalas\n\nTest data.\n\n{NOTE}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of each layout."""
    root = write(small(tmp_path_factory.mktemp("marks")))
    handouts.make(prepared(root), handouts.Request(("letter",), layouts=tuple(FILES)), SITE, root / "out")
    return {layout: root / "out" / f"{file}-letter.pdf" for layout, file in FILES.items()}


def text(file: Path) -> str:
    """The text layer of a PDF."""
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file))


@pytest.mark.parametrize("layout", FILES)
def test_no_mark_is_left_as_it_was_typed(printed: dict[str, Path], layout: str) -> None:
    assert [mark for mark in ("~", "[", "]", "<", "^") if mark in text(printed[layout])] == []


@pytest.mark.parametrize("layout", FILES)
def test_old_between_tildes_is_struck_and_nothing_else(printed: dict[str, Path], layout: str) -> None:
    for name in (*(PLACES[place] for place in SHOWN[layout]), *TITLES.get(layout, ())):
        struck, others = painted.places(printed[layout], name), painted.places(printed[layout], f"{name}s")
        assert [place.is_struck for place in struck] == [True] * len(others), name
        assert [place.is_struck for place in others] == [False] * len(struck), name
        assert struck


@pytest.mark.parametrize("layout", FILES)
def test_a_bare_address_can_be_read(printed: dict[str, Path], layout: str) -> None:
    whole = "".join(text(printed[layout]).split())
    addresses = [f"see https://site.example/x{PLACES[place]} and tell".replace(" ", "") for place in SHOWN[layout]]
    assert [address for address in addresses if address not in whole] == []


@pytest.mark.parametrize("layout", ["booklet", "activity"])
def test_a_bare_address_leads_there_where_links_do(printed: dict[str, Path], layout: str) -> None:
    pages = pypdf.PdfReader(printed[layout]).pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots", ())]
    assert f"https://site.example/x{PLACES['section']}" in {str(note["/A"].get("/URI")) for note in notes if "/A" in note}


@pytest.mark.parametrize("layout", WITH_BLOCKS)
def test_a_box_to_tick_is_painted_before_its_words_ticked_or_not(printed: dict[str, Path], layout: str) -> None:
    found = {said: {painted.box(place.before(16, 3), 9) for place in painted.places(printed[layout], said)} for said in BOXES}
    assert found == {said: {box} for said, box in BOXES.items()}


@pytest.mark.parametrize("layout", [*WITH_BLOCKS, *WITH_PROMPTS])
def test_a_note_has_its_number_and_stands_below_with_it(printed: dict[str, Path], layout: str) -> None:
    numbers = [painted.number(place.after(9)) for place in painted.places(printed[layout], "tell")]
    below = [painted.number(place.before(8)) for place in painted.places(printed[layout], "These words say more")]
    assert ".1" in numbers
    assert below and set(below) == {"1"}


@pytest.mark.parametrize("layout", sorted({*FILES} - {*WITH_BLOCKS} - {*WITH_PROMPTS}))
def test_where_no_note_stands_no_number_leads_to_it(printed: dict[str, Path], layout: str) -> None:
    assert "These words say more" not in text(printed[layout])
    assert {painted.number(place.after(9)) for place in painted.places(printed[layout], "tell")} <= {".", ""}
