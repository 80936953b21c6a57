"""Signs that mean something to other programs stand on paper as they were written. All is test data."""

from pathlib import Path

import pypdfium2
import pytest

from press import handouts
from projects import activity, small, story
from sheets import SITE, prepared

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

WRITTEN = ("501(c)(3): (a) wait, (c) act.", "Wait.. what????", "A-->B")
TEXT = f"Say {' and '.join(WRITTEN)}"
FILES = {"stories": "stories-3-up", "activity": "inquiry-look-activity"}
TIMES = {"stories": 2, "activity": 7}  # a paragraph and an item; on two sides a step, a prompt, a question, and once a section


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text layers of a story's sheet and of an activity's, without spaces: a line may end within such signs."""
    root = small(tmp_path_factory.mktemp("written"))
    told = story(f"<!-- excerpt -->\n\n{TEXT}\n\n- {TEXT}\n\n<!-- end of excerpt -->\n")
    (root / "stories" / "one.md").write_text(told, encoding="utf-8")
    text = activity().replace("## Before you start\n\nTest data.", f"## Before you start\n\n{TEXT}")
    for old in ("Look at the page.", "What I saw", "What did you see?"):
        text = text.replace(old, TEXT)
    (root / "toolkits" / "inquiry" / "look.md").write_text(text, encoding="utf-8")
    handouts.make(prepared(root), handouts.Request(("letter",), layouts=tuple(FILES)), SITE, root / "out")
    return {layout: layer(root / "out" / f"{file}-letter.pdf") for layout, file in FILES.items()}


def layer(file: Path) -> str:
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(file))


@pytest.mark.parametrize("layout", FILES)
@pytest.mark.parametrize("words", WRITTEN)
def test_signs_stand_in_a_pdf_as_they_were_written(printed: dict[str, str], words: str, layout: str) -> None:
    assert printed[layout].count(words.replace(" ", "")) == TIMES[layout]
