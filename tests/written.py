"""Writes small manuscripts at random, each with the words that a reader must find: what Markdown has to offer, in every mixture.

Every word is test data and stands once: its last three digits count. What is written and what is shown come from the same hand,
and never through the program's own reading.
"""

import json
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from paint import paint
from press.manuscript.outline import ACTIVITY_SECTIONS, TOOLKIT_SECTIONS
from projects import STORY

# A word as it is written and as it is shown; {} is its number.
WORDS = (
    *(("kite{}", "kite{}"),) * 9, ("Über{}", "Über{}"), ("naïve{}", "naïve{}"), ("x_y{}", "x_y{}"), ("\\*star{}", "*star{}"),
    ("AT&amp;T{}", "AT&T{}"), ("half-way{}", "half-way{}"), ("a--b{}", "a--b{}"), ("wait...{}", "wait...{}"),
    ('"said{}"', '"said{}"'), ("it's{}", "it's{}"), ("50%{}", "50%{}"), ("a/b{}", "a/b{}"), ("\\[sic{}\\]", "[sic{}]"),
    ("p&lt;q{}", "p<q{}"), ("$5.{}", "$5.{}"), ("a@{}", "a@{}"), ("(aside{})", "(aside{})"), ("so:{}", "so:{}"),
    ("\\#1.{}", "#1.{}"), ("1\\.{}", "1.{}"), ("\\`tick{}\\`", "`tick{}`"), ("e\u0301{}", "e\u0301{}"), ("a * b{}", "a * b{}"),
    ("a < b{}", "a < b{}"), ("no\\_mark\\_{}", "no_mark_{}"), ("&copy;{}", "©{}"), ("&#35;{}", "#{}"), ("un**do**{}", "undo{}"),
    ("'90s{}", "'90s{}"), ("rock 'n' roll{}", "rock 'n' roll{}"), ("\\<b\\>{}", "<b>{}"), ("**kite{}**,", "kite{},"),
    ("(*kite{}*)", "(kite{})"), ('"**kite{}**"', '"kite{}"'), ("**kite**{}", "kite{}"), ("2 x 3 = 6.{}", "2 x 3 = 6.{}"),
    ("C++{}", "C++{}"), ("a|b{}", "a|b{}"), ("!kite{}", "!kite{}"), ("a^b{}", "a^b{}"), ("$x{}$", "$x{}$"), ("~5.{}", "~5.{}"),
    ("a---b{}", "a---b{}"), ("a ... b{}", "a ... b{}"), ("`` a`b{} ``", "a`b{}"), ("`a--b{}`", "a--b{}"),
    ('`"a"{}`', '"a"{}'), ("`p<q&amp;{}`", "p<q&amp;{}"), ("wait..{}", "wait..{}"), ("what????{}", "what????{}"),
    ("A-->B{}", "A-->B{}"), ("501(c)(3){}", "501(c)(3){}"), ("(tm){}", "(tm){}"),
    ("+-{}", "+-{}"), ("a,,{}", "a,,{}"), ("~~old{}~~", "old{}"), ("un~~do~~{}", "undo{}"), ("\\~kite{}\\~", "~kite{}~"),
    ("`*a*{}`", "*a*{}"), ("Mrs.{}", "Mrs.{}"), ("\\\\{}", "\\{}"),
)  # fmt: skip
PLAIN = (*WORDS[:9], *WORDS[9:11])
CALM = tuple(word for word in WORDS if "*" not in word[0].replace("\\*", ""))  # what may stand in stress
HEADINGS = (
    "kite{}",
    "Über{}",
    "naïve{}",
    "x_y{}",
    "half-way{}",
    "it's{}",
    "plan--do{}",
    "CO₂{}",
    "m²{}",
    "1½{}",
    "a/b{}",
    "Q&A{}",
)
PICTURE = "board.png"
KEEP = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."})


def typed(text: str) -> str:
    """A shown text with the signs that a keyboard has."""
    return text.translate(KEEP)


@dataclass(frozen=True)
class Written:
    """A manuscript of a kind, the words that its page shows below its opening, in order, and what its sheets show."""

    kind: str
    title: str
    text: str
    words: tuple[str, ...]
    printed: frozenset[str]
    on_panel: frozenset[str]
    has_picture: bool

    def path(self, number: int, toolkit: str = "") -> str:
        """Where it lies as the manuscript of that number; an activity in the folder of its `toolkit`."""
        if self.kind == "home":
            return "docs/index.md"
        folder = {"story": "stories", "page": "docs", "toolkit": "toolkits", "activity": f"toolkits/{toolkit}"}[self.kind]
        return f"{folder}/m{number}{'' if self.kind == 'activity' else '/index'}.md"

    def put(self, root: Path, number: int, toolkit: str = "") -> None:
        """Write it below `root`, with its picture."""
        path = self.path(number, toolkit)
        text = self.text.replace("UP/", "../" * path.count("/")).replace(PICTURE, f"m{number}.png")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        if self.has_picture:
            paint("plain", (root / path).parent / f"m{number}.png")


class Pen:
    """Writes for one manuscript, and remembers what it wrote. UP in an address stands for the way to the project's folder."""

    def __init__(self, chance: random.Random, is_story: bool = False) -> None:
        self.chance, self.is_story = chance, is_story
        self.shown: list[str] = []
        self.printed: list[str] = []
        self.on_panel: list[str] = []
        self.noted: list[str] = []
        self.anchors: list[str] = []
        self.definitions: list[str] = []
        self.has_picture = False
        self.count = 0

    def one_of(self, *choices: str) -> str:
        return self.chance.choice(choices)

    def times(self, least: int, most: int) -> int:
        return self.chance.randint(least, most)

    def word(self, words: Sequence[tuple[str, str]] = WORDS) -> str:
        """A word that stands nowhere else, as it is written."""
        written, shown = self.chance.choice(words)
        self.count += 1
        self.shown += shown.format(f"{self.count:03}").split()[-1:]  # of several words the last has the number
        return written.format(f"{self.count:03}")

    def words(self, words: Sequence[tuple[str, str]] = WORDS) -> str:
        return " ".join(self.word(words) for _ in range(self.times(1, 3)))

    # Within a line

    def address(self) -> str:
        """Where a link may lead: a heading above, another page, the web."""
        there = [
            "UP/docs/index.md", "UP/toolkits/inquiry/look.md", "UP/toolkits/inquiry/look.md#steps",
            "UP/toolkits/inquiry/look.md#look-15-minutes", "UP/toolkits/inquiry/index.md#sources",
            "https://example.org/a_(b)?c=1&d=%C3%BC#e", "https://example.org", "<https://example.org/a>",
        ]  # fmt: skip
        return self.chance.choice([*there, *(f"#{anchor}" for anchor in self.anchors)])

    def link(self) -> str:
        words = self.one_of("{}", "*{}*", "`{}`").format(self.word(PLAIN))
        forms = "[{0}]({1})", '[{0}]({1} "A title")', "[{0}][r{2}]", "[{0}][ R{2} ]", "[{0}](<{3}>)", "[{0}]", "[{0}][]"
        address, form, number = self.address(), self.one_of(*forms), len(self.definitions)
        if form in ("[{0}]", "[{0}][]"):
            self.definitions.append(f"[{words}]: {address}")
        elif "{2}" in form:
            self.definitions.append(f"[r{number}]: {address} {self.one_of('', '(A title)')}".rstrip(" "))
        return form.format(words, address, number, address.strip("<>"))

    def picture(self) -> str:
        self.has_picture = True
        return self.one_of(f"![Two squares]({PICTURE})", f'![Two "squares"]({PICTURE} "A title")')

    def inner_picture(self) -> str:
        """A picture in a line: in a link, by a name, or alone."""
        self.has_picture = True
        form, number = (
            self.one_of("![Two squares]({1})", "[![Two squares]({1})]({0})", "![Two squares][p{2}]"),
            len(self.definitions),
        )
        if "p{2}" in form:
            self.definitions.append(f"[p{number}]: {PICTURE} 'A title'")
        return form.format(self.address(), PICTURE, number)

    def note(self) -> str:
        """A word with a note, which stands at the end of the page."""
        word, number = self.word(PLAIN), len(self.noted)
        before = len(self.shown)
        self.definitions.append(f"[^n{number}]: {self.word(PLAIN)}")
        self.noted += self.shown[before:]
        del self.shown[before:]
        return f"{word}[^n{number}]"

    def by_itself(self) -> str:
        """An address that is a link by itself."""
        self.count += 1
        address = self.one_of("https://example.org/{}", "https://example.org/a_(b){}", "www.example.org/{}").format(
            f"{self.count:03}"
        )
        self.shown.append(address)
        return address if address.startswith("w") or self.times(0, 1) else f"<{address}>"

    def inline(self) -> str:
        forms: tuple[Callable[[], str], ...] = (
            *(self.words,) * 4, self.link, self.link, self.by_itself, self.inner_picture, self.note,
            lambda: f"*{self.words(CALM)}*", lambda: f"**{self.words(CALM)}**", lambda: f"***{self.words(CALM)}***",
            lambda: f"`{self.word(PLAIN)}`", lambda: f"**{self.link()}**", lambda: f"_{self.word(PLAIN)} **{self.word(PLAIN)}**_",
        )  # fmt: skip
        return self.chance.choice(forms)()

    def line(self, most: int = 3) -> str:
        return " ".join(self.inline() for _ in range(self.times(1, most)))

    def paragraph(self) -> str:
        text = self.prompt() if not self.times(0, 19) else self.line()
        for _ in range(self.times(0, 2)):
            bare = re.search(r"(?:www|https)\S*$", text)  # an address goes on to the next space, a backslash and all
            text += self.one_of(" ", "\n", "  \n", "\n" if bare else "\\\n") + self.line(2)
        return text

    def prompt(self) -> str:
        """Words to write on, wherever they may stand."""
        return f"**Write ({self.times(1, 3)} lines):** {self.word()} {self.word(PLAIN)}"

    # Blocks

    def listed(self, depth: int) -> str:
        first = self.times(0, 12)
        mark, end = self.one_of("-", "*", "+", "1"), self.one_of(".", ")")
        gap = self.one_of("\n", "\n\n")
        items = []
        for number in range(self.times(1, 3)):
            start = f"{first + number}{end} " if mark == "1" else f"{mark} "
            inner = self.one_of("", "", "", "[ ] ", "[x] ") + self.paragraph()
            if depth < 2 and self.times(0, 3) == 0:
                inner += gap + self.block(depth + 1)
            items.append(start + inner.replace("\n", "\n" + " " * len(start)).replace(f"\n{' ' * len(start)}\n", "\n\n"))
        return gap.join(items)

    def table(self) -> str:
        columns = self.times(1, 3)
        rows = [[self.cell() for _ in range(columns)] for _ in range(self.times(2, 4))]
        edge = self.one_of("|", "|", "") if columns > 1 else "|"
        lines = [f"{edge} {' | '.join(row)} {edge}".strip(" ") for row in rows]
        return "\n".join([lines[0], "|" + "|".join(self.one_of("---", ":-:", "--:") for _ in range(columns)) + "|", *lines[1:]])

    def cell(self) -> str:
        return (
            self.line(1).replace("|", "\\|")
            if self.times(0, 5)
            else self.word(PLAIN) + self.one_of(" ", " \\| ") + self.word(PLAIN)
        )

    def quote(self, depth: int) -> str:
        inner = self.block(depth + 1) if depth < 2 and self.times(0, 2) == 0 else self.paragraph()
        inner += "\n\nSource: Test data, 2020, fair use." if self.is_story else ""
        return "\n".join(f"> {line}".rstrip(" ") for line in inner.split("\n"))

    def code(self) -> str:
        fence = self.one_of("```", "~~~", "````")
        words = "\n".join(self.word(PLAIN) for _ in range(self.times(1, 3)))
        odd = self.one_of(
            "", "", "", "<!-- insert: toolkits -->", "## Kite", "**Write (2 lines):** Kite", "### Kite (5 minutes)", "---"
        )
        words += f"\n{odd}" if odd else ""
        return f"{fence}{self.one_of('', 'text')}\n{words}\n{fence}"

    def heading(self, level: int) -> str:
        words = [self.word([(word, word)]) for word in (self.one_of(*HEADINGS) for _ in range(self.times(1, 3)))]
        minutes = self.one_of("", "", " (6 minutes)")
        text = " ".join(words)
        if level == 2 and not self.times(0, 9):
            return f"{text}\n---"
        if not self.times(0, 4):
            return f"{'#' * level} {text} {self.word()} {self.line(1)}"
        if "&" not in text and "½" not in text and "₂" not in text and "²" not in text:
            kept = (text + minutes).lower().translate({ord(sign): None for sign in "'/()"})
            self.anchors.append(kept.replace(" ", "-"))
        return f"{'#' * level} {text}{minutes}{self.one_of('', '', ' ##')}"

    def joined(self) -> str:
        """A list or a quote right below a paragraph, or with a line that goes on below it."""
        start = self.one_of("- ", "1. ", "* ") if self.is_story else self.one_of("- ", "1. ", "> ")
        below = f"{self.line(1)}\n" if self.times(0, 1) else ""
        return f"{below}{start}{self.line(1)}\n{self.word(PLAIN)} {self.line(1)}"

    def block(self, depth: int = 0) -> str:
        forms: tuple[Callable[[], str], ...] = (
            self.paragraph, self.paragraph, lambda: self.listed(depth), lambda: self.listed(depth), self.code, self.joined,
            lambda: self.quote(depth), *((self.table, self.picture, lambda: "***") if not depth else ()),
        )  # fmt: skip
        return self.chance.choice(forms)()

    def blocks(self, least: int, most: int) -> list[str]:
        return [self.block() for _ in range(self.times(least, most))]

    def ended(self, parts: Sequence[str]) -> str:
        return "\n\n".join([*parts, *self.definitions]) + "\n"


def _front(pen: Pen, **fields: object) -> str:
    if pen.has_picture and "themes" in fields:  # stories and activities list theirs
        fields["pictures"] = [{"file": PICTURE, "people": "no"}]
    return "---\n" + "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()) + "\n---\n"


def _title(pen: Pen) -> str:
    return " ".join(f"{pen.one_of('Title', 'Ünder', 'Q & A', 'a_b', 'It’s', 'C#', '*', '[x]', '<b>')}" for _ in range(3))


def _made(kind: str, pen: Pen, front: dict[str, object], body: str) -> Written:
    text = _front(pen, **front) + body
    printed = frozenset(pen.shown + pen.noted) if kind in ("activity", "toolkit") else frozenset(pen.printed)
    return Written(kind, str(front["title"]), text, (*pen.shown, *pen.noted), printed, frozenset(pen.on_panel), pen.has_picture)


def story(chance: random.Random) -> Written:
    """A story, with an excerpt or without."""
    pen = Pen(chance, is_story=True)
    parts = pen.blocks(0, 1)
    for _ in range(pen.times(1, 2)):
        parts += [pen.heading(2), *pen.blocks(1, 3)]
        if pen.times(0, 2) == 0:
            parts += [pen.heading(3), *pen.blocks(1, 2)]
    if pen.times(0, 2) == 0:
        before = len(pen.shown)
        parts += ["<!-- excerpt -->", *(pen.one_of("{}", "- {}", "3. {}").format(pen.line()) for _ in range(2))]
        pen.printed = pen.shown[before:]
        parts += ["<!-- end of excerpt -->"]
    front: dict[str, object] = {**STORY, "title": _title(pen), "themes": ["beliefs"], "activities": ["inquiry/look"]}
    return _made("story", pen, front, pen.ended(parts))


def page(chance: random.Random) -> Written:
    """A page of docs/."""
    pen = Pen(chance)
    parts = pen.blocks(1, 2)
    for _ in range(pen.times(1, 3)):
        parts += [pen.heading(2), *pen.blocks(1, 3)]
    body = pen.ended(parts)
    return _made("page", pen, {"title": _title(pen), "description": "Test data."}, body)


def home(chance: random.Random) -> Written:
    """The home page: an opening, and parts that stand side by side."""
    pen = Pen(chance)
    parts = pen.blocks(1, 2)
    for _ in range(pen.times(0, 2)):
        parts += [pen.heading(2), *pen.blocks(0, 2), "<!-- insert: toolkits -->"]
        for _ in range(pen.times(0, 2)):
            parts += [pen.heading(3), *pen.blocks(1, 2)]
    return _made("home", pen, {"title": _title(pen), "description": "Test data."}, pen.ended(parts))


def activity(chance: random.Random) -> Written:
    """An activity with all its sections."""
    pen = Pen(chance)
    parts, total = list[str](), 0
    for title in ACTIVITY_SECTIONS:
        parts.append(f"## {title}")
        if title == "Steps":
            for _ in range(pen.times(1, 3)):
                minutes = pen.times(1, 20)
                total += minutes
                before = len(pen.shown)
                parts += [f"### {pen.word(PLAIN)} {pen.word()} ({minutes} minute{'s' * (minutes > 1)})", pen.line(2)]
                pen.on_panel += pen.shown[before:]
                parts += pen.blocks(0, 1)
                before = len(pen.shown)
                parts += [pen.prompt()] if pen.times(0, 1) else []
                pen.on_panel += pen.shown[before:]
        elif title == "Debrief":
            before = len(pen.shown)
            parts.append(f"- {pen.line(1)}")
            pen.on_panel += pen.shown[before:]
            parts += pen.blocks(0, 1)
        else:
            parts += pen.blocks(1, 1)
    front: dict[str, object] = {
        "title": _title(pen), "purpose": "Test data.", "who": "Test data.", "minutes": total, "group": "pairs",
        "materials": ["Paper"], "themes": ["beliefs"], "roles": ["teacher"],
    }  # fmt: skip
    return _made("activity", pen, front, pen.ended(parts))


def toolkit(chance: random.Random) -> Written:
    """A toolkit's opening page; LETTER and LISTED stand for what depends on its neighbours."""
    pen = Pen(chance)
    parts = list[str]()
    for title in TOOLKIT_SECTIONS:
        parts += [f"## {title}", *pen.blocks(1, 2)]
    text = pen.ended(parts)
    front: dict[str, object] = {"title": _title(pen), "letter": "LETTER", "summary": "Test data.", "activities": "LISTED"}
    return _made("toolkit", pen, front, text)


KINDS: Mapping[str, Callable[[random.Random], Written]] = {
    "story": story, "page": page, "home": home, "activity": activity, "toolkit": toolkit,
}  # fmt: skip
