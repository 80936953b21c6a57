"""Whatever a step may hold prints, each word of it, or is refused with its line. All words are test data."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from press import checks
from press.handouts.sheets import rendering
from press.handouts.typeset import pdf
from press.library import edition
from press.library.load import load
from press.manuscript.problem import Problem
from sheets import SITE, TODAY, activity, put

LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
PICTURE = "![Two rings](rings.png)"
COLUMNS = range(24)
WIDE = f"|{'|'.join(f'Column{n}broad' for n in COLUMNS)}|\n|{'---|' * len(COLUMNS)}\n|{'|'.join(f'Cell{n}' for n in COLUMNS)}|"
IN_A_TOOLKIT = 8  # as many as its cover has room for
USUAL = "Read the line aloud, then say what you see.\n\nMore, which is not printed.\n"


@dataclass(frozen=True)
class Case:
    """What a step holds: `first`, which stands on every sheet, and `rest`, which the facilitator's side has too.

    `refused` is how a message begins, `at` its line, counted from the first of the step's text; `fits` is False where only
    setting the sheets can tell. `pictures` are how many are painted on a sheet.
    """

    first: str
    rest: str = ""
    refused: str = ""
    at: int = 0
    fits: bool = True
    pictures: int = 0

    @property
    def text(self) -> str:
        return "\n\n".join(filter(None, (self.first, self.rest)))


CASES = {
    "a word": Case("Go."),
    "nothing": Case(""),
    "two paragraphs": Case("Alpha.", "Bravo charlie."),
    "a picture first": Case(PICTURE, "Alpha bravo.", pictures=1),
    "pictures alone": Case(f"{PICTURE} {PICTURE}", pictures=2),
    "a picture among words": Case(f"Alpha {PICTURE} bravo.", "Charlie.", pictures=1),
    "a quotation first": Case("> Alpha bravo\n> charlie", "Delta."),
    "a list in a quotation": Case("> - Alpha\n> - Bravo", "Charlie."),
    "a list first": Case("- Alpha\n- Bravo", "Charlie."),
    "numbers that begin at four": Case("4. Alpha\n5. Bravo", "Charlie."),
    "lists in lists": Case("- Alpha\n  - Bravo\n    1. Charlie\n- Delta", "Echo."),
    "paragraphs in a list": Case("- Alpha\n\n  Bravo\n\n- Charlie", "Delta."),
    "boxes to tick": Case("- [ ] Alpha\n- [x] Bravo", "Charlie."),
    "a table first": Case("| Alpha | Bravo |\n|---|---|\n| Charlie | Delta |", "Echo."),
    "code first": Case("```\nAlpha one\nBravo two\nCharlie three\n```", "Delta."),
    "code below": Case("Alpha.", "```\nBravo one\nCharlie two\nDelta three\n```"),
    "code among words": Case("Alpha `bravo(1)` charlie."),
    "a heading first": Case("#### Alpha\n\nBravo charlie.", "Delta."),
    "a heading with code below": Case("Alpha.", "#### Bravo `charlie`\n\nDelta."),
    "a note": Case("Alpha[^1] bravo.\n\n[^1]: Charlie delta."),
    "a rule first": Case("---\n\nAlpha bravo.", "Charlie."),
    "a rule between": Case("Alpha.", "---\n\nBravo."),
    "hard line breaks": Case("Alpha  \nbravo\\\ncharlie."),
    "struck words": Case("Alpha ~~bravo~~ charlie."),
    "bold and slanted": Case("**Alpha *bravo* charlie**"),
    "links as addresses": Case("Alpha <https://example.org/bravo> and https://example.org/charlie."),
    "characters written as codes": Case("Alpha &amp; bravo &lt;3 &copy; &#9744; charlie."),
    "escaped marks": Case("Alpha \\*bravo\\* \\# 5 charlie."),
    "spaces that do not break": Case("Alpha\u00a0bravo\u00a0charlie."),
    "names": Case("Nguyễn, Hawaiʻi, Yorùbá, Lakȟóta, √ and π: ☐ → ½."),
    "only lines to write on": Case("**Write (2 lines):** Alpha"),
    "two prompts in a row": Case("Alpha.\n\n**Write (2 lines):** Bravo\n\n**Write (1 line):** Charlie"),
    "a list of 60": Case("Alpha.", "\n".join(f"- Item{n}" for n in range(60))),
    "thirty lines": Case("Alpha.\n\n**Write (30 lines):** Bravo", refused="A page of a handout has no room for 30 lines", at=2),
    "no lines": Case("Alpha.\n\n**Write (0 lines):** Bravo", refused="This asks for no lines to write on.", at=2),
    "a prompt without words": Case("**Write (2 lines):**", refused="This line to write on doesn’t say what to write."),
    "a prompt without lines": Case("**Write:** Alpha", refused="This line to write on isn’t in its form"),
    "a prompt in a list": Case("Alpha.\n\n- **Write (2 lines):** Bravo", refused="Lines to write on can’t stand in a list", at=2),
    "a prompt in a quotation": Case("> **Write (2 lines):** Alpha", refused="Lines to write on can’t stand in a list"),
    "prompts run together": Case(
        "**Write (2 lines):** Alpha\n**Write (2 lines):** Bravo", refused="This line to write on is read as part", at=1
    ),
    "emoji": Case("Alpha\nbravo 🎉.", refused="The handouts’ fonts don’t have “🎉” (U+1F389), so this can’t be printed.", at=1),
    "Hebrew": Case("Alpha שלום.", refused="The handouts’ fonts don’t have “ו” (U+05D5)"),
    "a hidden remark": Case("<!-- Alpha -->\n\nBravo.", refused="The site leaves out hidden remarks."),
    "HTML": Case("Alpha.\n\n<div>Bravo</div>", refused="The site leaves out <div>", at=2),
    "indented by four": Case("    Alpha\n    Bravo", refused="These lines start with a tab or with four spaces"),
    "code without an end": Case("```\nAlpha", refused="This block of code never ends"),
    "a list of 200": Case("\n".join(f"- Item{n}" for n in range(200)), refused="“First try” is about", fits=False),
    "a word too long": Case(f"{LONG} alpha.", refused="A word, table or picture of “First try” is too wide", fits=False),
    "a table too wide": Case(
        f"Alpha.\n\n{WIDE}", refused="A word, table or picture of “First try” is too wide", at=2, fits=False
    ),
    "a wide table first": Case(WIDE, refused="A word, table or picture of “First try” is too wide", fits=False),
    "a paragraph too long": Case("Alpha. " * 500, refused="“First try” is about", fits=False),
}
PRINTED = {name: case for name, case in CASES.items() if not case.refused}
UNFIT = {name: case for name, case in CASES.items() if not case.fits}
REFUSED = {name: case for name, case in CASES.items() if case.refused and case.fits}


def written(root: Path, cases: dict[str, Case]) -> Path:
    """Toolkits with an activity for each case, whose first step has its text."""
    every = list(cases.items())
    for number, letter in zip(range(0, len(every), IN_A_TOOLKIT), "ABCDEFG", strict=False):
        _toolkit(root, letter, number, dict(every[number : number + IN_A_TOOLKIT]))
    return root


def _toolkit(root: Path, letter: str, first: int, cases: dict[str, Case]) -> None:
    names = [f"case-{number}" for number in range(first, first + len(cases))]
    texts = {
        name: activity(steps=3).replace(USUAL, f"{case.text}\n", 1) for name, case in zip(names, cases.values(), strict=True)
    }
    kit = f"kit-{letter.lower()}"
    put(root, kit, letter, **texts)
    for name, case in zip(names, cases.values(), strict=True):
        texts[name] = texts[name].replace("rings.png", f"{name}.png")
        (root / f"toolkits/{kit}/{name}.md").write_text(texts[name], encoding="utf-8")
        if case.pictures:
            Image.new("RGB", (400, 200), "#336699").save(root / f"toolkits/{kit}/{name}.png")


def found(root: Path, name: str, layouts: tuple[str, ...]) -> list[Problem]:
    """What is wrong with a case's manuscript: by the checks, and on setting its sheets in `layouts`."""
    books = load(root)
    ready = edition.prepare(books, "print", TODAY)
    every = rendering.sheets(ready, ("letter",), SITE, layouts) if layouts else ()
    unfit = [problem for sheet in every if sheet.activity in ("", name) for problem in pdf.typeset(sheet).problems]
    return [problem for problem in (*checks.run(books, TODAY), *unfit) if problem.path.endswith(f"/{name}.md")]


@pytest.fixture(scope="module")
def sheets_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[pypdfium2.PdfPage]]:
    """The pages of each case: of its panel three to a page, its card, and the sides of its own sheet."""
    root = written(tmp_path_factory.mktemp("odd"), PRINTED)
    ready = edition.prepare(load(root), "print", TODAY)
    pictures = [root / path for path in ready.pictures]
    pages: dict[str, list[pypdfium2.PdfPage]] = {}
    for sheet in rendering.sheets(ready, ("letter",), SITE, ("3-up", "activity")):
        made = pdf.typeset(sheet, pictures)
        assert made.problems == ()
        pages[sheet.activity or sheet.toolkit] = list(pypdfium2.PdfDocument(io.BytesIO(made.pdf)))
    return pages


def words(markdown: str) -> list[str]:
    """The words that a reader must find: not what a picture stands for, nor how a prompt is written."""
    plain = re.sub(
        r"!\[[^]]*\]\([^)]*\)|\*\*Write \(\d+ lines?\):\*\*|&\w+;|&#\d+;|^\[\^1\]:|https://example.org/",
        " ",
        markdown,
        flags=re.M,
    )
    return re.findall(r"[^\W\d_]{2,}\d*", plain)


def text(pages: list[pypdfium2.PdfPage]) -> str:
    return re.sub(r"\s|\ufffe", "", "".join(page.get_textpage().get_text_range() for page in pages))


def painted(page: pypdfium2.PdfPage) -> int:
    return sum(1 for found in page.get_objects() if found.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE)


@pytest.mark.pdf
@pytest.mark.parametrize("name", PRINTED)
def test_each_word_and_picture_of_a_step_is_on_paper(sheets_of: dict[str, list[pypdfium2.PdfPage]], name: str) -> None:
    case, number = PRINTED[name], list(PRINTED).index(name)
    participant, *facilitator = sheets_of[f"case-{number}"]
    panel = sheets_of[f"kit-{'abcdefg'[number // IN_A_TOOLKIT]}"][(number % IN_A_TOOLKIT + 1) // 3]
    for page in (participant, panel):
        assert [word for word in words(case.first) if word not in text([page])] == []
    assert [word for word in words(case.text) if word not in text(facilitator)] == []
    assert (painted(participant), sum(map(painted, facilitator))) == (case.pictures, case.pictures)
    assert "**" not in text([participant, *facilitator]) and "Write(" not in text([participant, *facilitator])


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_printed_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    case = REFUSED[name]
    root = written(tmp_path, {name: case})
    first = (root / "toolkits/kit-a/case-0.md").read_text(encoding="utf-8").split("\n").index("### Part 1 (5 minutes)") + 3
    said = [(problem.line, problem.what) for problem in found(root, "case-0", ())]
    assert [line for line, what in said if what.startswith(case.refused)] == [first + case.at], said


@pytest.mark.pdf
@pytest.mark.parametrize("name", UNFIT)
def test_what_is_too_long_or_too_wide_is_told_with_the_line_of_that_block(tmp_path: Path, name: str) -> None:
    case = UNFIT[name]
    root = written(tmp_path, {name: case})
    first = (root / "toolkits/kit-a/case-0.md").read_text(encoding="utf-8").split("\n").index("### Part 1 (5 minutes)") + 3
    said = [(problem.line, problem.what) for problem in found(root, "case-0", ("3-up", "activity")) if problem.rule == "fit"]
    assert {line for line, _ in said} == {first + case.at}, said
    assert any(what.startswith(case.refused) for _, what in said), said


@pytest.mark.pdf
def test_lines_that_the_checks_would_refuse_still_stop_no_run(tmp_path: Path) -> None:
    """A preview sets what it can: thirty lines are too many for a page, and no traceback."""
    root = written(tmp_path, {"thirty lines": CASES["thirty lines"]})
    said = [problem for problem in found(root, "case-0", ("activity",)) if problem.rule in ("fit", "print")]
    assert {problem.rule for problem in said} == {"fit"}
