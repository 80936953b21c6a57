"""Turns a manuscript's body into sections, and an activity's steps into what the panel and the page need."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from press.manuscript import footnotes, markdown
from press.manuscript.anchors import MINUTES
from press.manuscript.markdown import Heading
from press.manuscript.source import Source

ACTIVITY_SECTIONS = (
    "Before you start",
    "Steps",
    "What the facilitator says and does",
    "How anyone may pass or opt out",
    "Debrief",
    "What could go wrong",
    "For teacher leaders",
    "For principals",
    "Short version",
    "Remote version",
    "What to read next",
    "Sources",
)
KIT = "Kit"  # what is printed to be cut, filled in or handed out; an activity may have one
KIT_AFTER = "Remote version"
TOOLKIT_SECTIONS = (
    "Who it is for",
    "What we take from the report",
    "How long, and in what order",
    "What you will have at the end",
    "A plan for one meeting, one term, one year",
    "Sources",
)

_PROMPT = re.compile(r"^\*\*Write \((?P<lines>[1-9]\d?) lines?\):\*\* (?P<label>.+)$", re.S)
_REF = re.compile(r"\[\^[^\]\s]+\]")  # a note's mark; beside ruled lines stands no note
EXCERPT = ("<!-- excerpt -->", "<!-- end of excerpt -->")
SHEET = ("<!-- sheet -->", "<!-- end of sheet -->")  # blocks between them stand on the participant's sheet
# How many of a kit's part there must be, as its heading ends: "Slips (1 each)".
PER = {
    "each": "for each person",
    "a pair": "for each pair",
    "a group": "for each group",
    "a table": "for each table",
    "in all": "in all",
}
_COUNT = re.compile(rf"^(?P<title>.+?) ?\((?P<count>\d{{1,3}}) (?P<per>{'|'.join(PER)})\)$")
# `<!-- insert: NAME -->` in docs/: the toolkits side by side, the newest story, how to reach the editors, the report's numbers
# as a drawing, the leaders' brief and the form for consent to download.
INSERTS = ("toolkits", "story", "contact", "numbers", "brief", "form")


@dataclass(frozen=True)
class Section:
    """A heading, its `words` with their marks, and the blocks below it, up to the next heading of its level or above."""

    heading: Heading
    words: Token
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Prompt:
    """Words to write on: a label, as an inline token, and the number of ruled lines below it."""

    label: Token
    lines: int


@dataclass(frozen=True)
class Step:
    """A timed step. `lead` is its first block, which the handout prints; `minutes` is 0 where none is given.

    `words` are its title with its marks.
    """

    title: str
    words: Token
    minutes: int
    line: int
    lead: tuple[Token, ...]
    prompts: tuple[Prompt, ...]
    body: tuple[Token, ...]
    """All its blocks, those of the lead and the prompts too."""

    @property
    def tools(self) -> tuple[Token, ...]:
        """The blocks that are marked for the participant's sheet: what one works with in this step."""
        return marked(self.body)

    @property
    def in_hand(self) -> tuple[Token, ...]:
        """What the participant's sheet prints of it, in order: the lead, the blocks marked for it, and the prompts."""
        kept: list[Token] = []
        lead, within = {id(token) for token in self.lead}, False
        for block in blocks(self.body):
            if is_mark(block[0], SHEET):
                within = block[0].content.strip() == SHEET[0]
            elif within or id(block[0]) in lead or any(prompt(token) for token in block):
                kept += block
        return tuple(kept)


@dataclass(frozen=True)
class KitPart:
    """Sheets to print and cut: `pieces` are what a thematic break cuts them into, `count` how many there must be `per` what.

    `count` is 0 where its heading doesn't say.
    """

    title: str
    count: int
    per: str
    line: int
    pieces: tuple[tuple[Token, ...], ...]

    @property
    def amount(self) -> str:
        """How many of them, as one reads it: "1 for each person"."""
        return f"{self.count} {PER[self.per]}" if self.count else ""


def headings(source: Source) -> tuple[Heading, ...]:
    """Every heading of the body, in order, with its line in the file."""
    return tuple(replace(found, line=found.line + source.body_line) for found in markdown.headings(source.tokens))


def sections(source: Source, level: int = 2) -> tuple[Section, ...]:
    """The sections under headings of `level`, in order; notes belong to none."""
    return source.once(f"sections {level}", lambda text: _sections(text, level))


def _sections(source: Source, level: int) -> Iterator[Section]:
    places = [index for index, token in enumerate(source.tokens) if token.type == "heading_open"]
    starts = [
        (heading, index) for heading, index in zip(headings(source), places, strict=True) if source.tokens[index].level == 0
    ]
    text, _ = footnotes.cut(source.tokens)
    for number, (heading, index) in enumerate(starts):
        if heading.level != level:
            continue
        end = next((i for head, i in starts[number + 1 :] if head.level <= level), len(text))
        yield Section(heading, source.tokens[index + 1], tuple(source.tokens[index + 3 : end]))


def section(source: Source, title: str) -> Section | None:
    """The `##` section of that title."""
    return next((part for part in sections(source) if part.heading.title == title), None)


def steps(source: Source) -> tuple[Step, ...]:
    """The `###` headings below "Steps", with their minutes."""
    top = section(source, "Steps")
    if top is None:
        return ()
    after = [part for part in sections(source, 2) if part.heading.line > top.heading.line]
    end = after[0].heading.line if after else None
    parts = [
        part for part in sections(source, 3) if part.heading.line > top.heading.line and (end is None or part.heading.line < end)
    ]
    return tuple(_step(part) for part in parts)


def _step(part: Section) -> Step:
    found = MINUTES.match(part.heading.title)
    title = found["title"].strip() if found else part.heading.title
    minutes = int(found["minutes"]) if found else 0
    prompts = [asked for token in part.tokens if (asked := prompt(token))]
    return Step(title, _untimed(part.words, title), minutes, part.heading.line, _lead(part.tokens), tuple(prompts), part.tokens)


def _untimed(words: Token, title: str) -> Token:
    """A heading's words as far as its `title` goes: without the minutes."""
    left, children = len(title), []
    for child in words.children or ():
        said = markdown.plain(Token("inline", "", 0, children=[child]))
        if left or not said:
            children.append(child.copy(content=child.content[:left]) if len(said) > left else child)
        left -= min(left, len(said))
    return words.copy(children=children)


def kit(source: Source) -> tuple[KitPart, ...]:
    """What the activity has printed to be cut, filled in or handed out, in order."""
    top = section(source, KIT)
    if top is None:
        return ()
    below = [part.heading.line for part in sections(source) if part.heading.line > top.heading.line]
    end = below[0] if below else float("inf")
    return tuple(_kit_part(part) for part in sections(source, 3) if top.heading.line < part.heading.line < end)


def _kit_part(part: Section) -> KitPart:
    found = _COUNT.match(part.heading.title)
    pieces: list[list[Token]] = [[]]
    for token in part.tokens:
        if token.type == "hr" and token.level == 0:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return KitPart(
        found["title"] if found else part.heading.title,
        int(found["count"]) if found else 0,
        found["per"] if found else "",
        part.heading.line,
        tuple(tuple(piece) for piece in pieces if piece),
    )


def blocks(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The outermost blocks, each with all its tokens."""
    start = 0
    for place, token in enumerate(tokens, 1):
        if token.level == 0 and token.nesting <= 0:
            yield tuple(tokens[start:place])
            start = place


def is_mark(token: Token, marks: tuple[str, str]) -> bool:
    """Whether the token is one of a pair of marks, such as `EXCERPT`."""
    return token.type == "html_block" and token.content.strip() in marks


def marked(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The blocks of an activity that are marked for the participant's sheet."""
    found: list[Token] = []
    within = False
    for block in blocks(tokens):
        if is_mark(block[0], SHEET):
            within = block[0].content.strip() == SHEET[0]
        elif within:
            found += block
    return tuple(found)


def _lead(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The first block: a heading with what stands below it; none where that is a prompt, or for the participant's sheet alone."""
    found = [block for block in blocks(tokens) if block[0].type != "hr" and not _is_remark(block[0])]
    if not found or is_mark(found[0][0], SHEET) or any(prompt(token) for token in found[0]):
        return ()
    rest = [token for block in found[1:] for token in block]
    return (*found[0], *_lead(rest)) if found[0][0].type == "heading_open" else found[0]


def _is_remark(token: Token) -> bool:
    return token.type == "html_block" and not is_mark(token, SHEET)


def prompt(token: Token) -> Prompt | None:
    """The prompt that a paragraph's inline token is, where it is one."""
    if token.type != "inline" or token.level != 1:
        return None
    found = _PROMPT.match(token.content)
    if found is None:
        return None
    children = token.children or []
    start = next(n for n, child in enumerate(children, 1) if child.type == "strong_close")
    first = children[start].copy(content=children[start].content.lstrip(" "))  # its words, as read within their paragraph
    rest = [child for child in children[start + 1 :] if child.type != "footnote_ref"]
    return Prompt(token.copy(content=_REF.sub("", found["label"]), children=[first, *rest]), int(found["lines"]))


def list_items(part: Section) -> tuple[tuple[Token, ...], ...]:
    """The items of the section's first list, as blocks."""
    items, depth, start = [], 0, 0
    for index, token in enumerate(part.tokens):
        if token.type == "list_item_open":
            depth += 1
            if depth == 1:
                start = index + 1
        elif token.type == "list_item_close":
            depth -= 1
            if depth == 0:
                items.append(tuple(part.tokens[start:index]))
        elif token.type.endswith("list_close") and depth == 0:
            break
    return tuple(items)


def table(part: Section) -> tuple[tuple[Token, ...], ...]:
    """The cells of the section's first table, row by row, its header row first; none where it has no table."""
    rows: list[tuple[Token, ...]] = []
    for token in part.tokens:
        if token.type == "tr_open":
            rows.append(())
        elif token.type == "inline" and rows:
            rows[-1] = (*rows[-1], token)
        elif token.type == "table_close":
            break
    return tuple(rows)


def excerpt(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The blocks of a story between its excerpt marks; none where it has no marks."""
    places = [n for n, token in enumerate(tokens) if token.type == "html_block" and token.content.strip() in EXCERPT]
    return tuple(tokens[places[0] + 1 : places[1]]) if len(places) == 2 else ()


def passage(tokens: Sequence[Token]) -> list[Token]:
    """A story's excerpt as it stands on paper, with the notes to it below; empty where the story has no marks."""
    found = excerpt(tokens)
    _, notes = footnotes.cut(tokens)
    return [*footnotes.numbered(found), *footnotes.below(found, notes)]
