"""Lays random manuscripts out as projects, and reads what came of them: the words of a page below its opening, and of a PDF."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2

from projects import activity
from written import Written, typed

_MINE = re.compile(r"(?<!\d)\d{3}(?!\d)")
_APART = frozenset(
    "address article aside br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section sup td th tr ul".split()
)
_EMPTY = frozenset("area base br col hr img input link meta source wbr".split())
MOST_LISTED = 4  # activities of a toolkit; more, and its panels are too full


def home(number: int, made: Mapping[int, Written]) -> str:
    """The toolkit that an activity is listed by: its neighbours share those that were made, and the project's own."""
    kits = ["inquiry", *(f"m{n}" for n, one in made.items() if one.kind == "toolkit")]
    listed = [n for n, one in made.items() if one.kind == "activity"]
    return kits[listed.index(number) % len(kits)] if number in listed else ""


def project_of(root: Path, made: Mapping[int, Written]) -> None:
    """Fill the small project at `root` with the manuscripts that were `made`, by their numbers."""
    kits = {"inquiry": ["look"]}
    for number, one in made.items():
        one.put(root, number, home(number, made))
        if one.kind == "activity":
            kits.setdefault(home(number, made), []).append(f"m{number}")
    letters = iter("BCDEFGHIJKLMNOPQRSTUVWXYZ")
    for number, one in made.items():
        if one.kind == "toolkit":
            (root / "toolkits" / f"m{number}" / "look.md").write_text(activity(), encoding="utf-8")
            kits.setdefault(f"m{number}", []).insert(0, "look")
            path = root / one.path(number)
            path.write_text(path.read_text(encoding="utf-8").replace('"LETTER"', next(letters)), encoding="utf-8")
    for name, listed in kits.items():
        path = root / "toolkits" / name / "index.md"
        text = path.read_text(encoding="utf-8").replace("[look]", '"LISTED"').replace('"LISTED"', f"[{', '.join(listed)}]", 1)
        path.write_text(text, encoding="utf-8")
    menu = "\nnav:\n" + "".join(f"  - m{number}/index.md\n" for number, one in made.items() if one.kind == "page")
    site = root / "mkdocs.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("\nnav:\n", menu), encoding="utf-8")


def words(html: str) -> list[str]:
    """The words of a page's article below its opening, as typed, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return typed("".join(reader.found)).split()


def mine(word: str) -> bool:
    """Whether it is a word of a random manuscript: those are numbered, and no mere numbers, as a file's size is."""
    return bool(_MINE.search(word)) and not word.isdigit()


class _Reader(HTMLParser):
    """Gathers the text of the article; a block's edge is a space."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        passed = (
            "tn-head" in given.get("class", "").split() or "data-pagefind-ignore" in given or tag in ("script", "style", "svg")
        )
        if tag in _APART:
            self.found.append(" ")
        if tag not in _EMPTY:
            self.open.append((tag, passed))

    def handle_endtag(self, tag: str) -> None:
        if tag in _APART:
            self.found.append(" ")
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(passed for _, passed in self.open):
            self.found.append(data)


def article(page: Path) -> str:
    """The article of a built page."""
    text = page.read_text(encoding="utf-8")
    return text[text.index("<article") : text.index("</article>")]


def unprinted(pdf: Path, asked: Sequence[str]) -> list[str]:
    """Those of the words that don't stand in a PDF, whose lines may part a word."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return [word for word in asked if _squeezed(word) not in _squeezed(text)]


def _squeezed(text: str) -> str:
    """A text without spaces and hyphens: where a line ends, a PDF's reader can't tell which were written."""
    return unicodedata.normalize("NFC", re.sub(r"[\s\u00ad\ufffe-]", "", typed(text)))
