"""Turns a manuscript's sections into what a page shows: safe HTML, with prompts as fields to fill in where they stand."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token
from markupsafe import Markup

from press.handouts.sheets import figures, inline_html
from press.handouts.sheets.writing import Writing
from press.library.edition import Edition
from press.library.manuscript import Manuscript
from press.library.model import Activity, Toolkit
from press.manuscript import footnotes, images, links, markdown, outline, sanitize
from press.manuscript.anchors import Anchor
from press.manuscript.markdown import Shown
from press.manuscript.problem import Problem

_KINDS = {".png": "image/png", ".webp": "image/webp"}
_STANDS_FOR = "press-picture-"  # and a number: a picture while the HTML is cleaned, which keeps no data: address
_PICTURE = re.compile(rf'src="{_STANDS_FOR}(\d+)"')
_PARTS_OF_A_TABLE = frozenset(("thead_open", "tbody_open", "tr_open", "th_open", "td_open"))  # too wide together, if at all
_START = re.compile(r'(?<=<ol) start="(\d+)"')


@dataclass(frozen=True)
class Timed:
    """A step with all its text. It begins `start` minutes into the activity; `bar` shows where in the time it lies."""

    title: Markup
    minutes: int
    start: int
    line: int
    bar: str
    pieces: tuple[Markup | Writing, ...]


@dataclass(frozen=True)
class PrintedSection:
    """A section as a page shows it. `id` is its address on the sheet, `line` that of its heading in the manuscript."""

    title: Markup
    id: str
    line: int
    pieces: tuple[Markup | Writing, ...]
    steps: tuple[Timed, ...] = ()


@dataclass(frozen=True)
class Placement:
    """How a manuscript stands on its sheet: its headings go down by `deeper` levels.

    `near` are the manuscripts that stand on the same sheet, by their paths, with their addresses there; other links lead to the
    site. Without `fields`, a prompt is shown in words. Where a manuscript stands on its sheet twice, `again` keeps the addresses
    within apart. `tile` is an
    activity's letter and number, which its steps' fields are named by.
    """

    deeper: int = 0
    near: Mapping[str, str] = field(default_factory=dict)
    fields: bool = True
    again: str = ""
    tile: str = ""


_ALONE = Placement()


class Reader:
    """Reads one manuscript for a sheet. `problems` are pictures that can't be shown.

    Its name starts the addresses and field names made from it, so that they are the only ones on the sheet.
    """

    def __init__(
        self,
        edition: Edition,
        entry: Manuscript[Activity] | Manuscript[Toolkit],
        site_url: str,
        placement: Placement = _ALONE,
    ) -> None:
        self.edition, self.entry, self.site_url = edition, entry, site_url
        self.placement = placement
        self.name = entry.name.rpartition("/")[2] if isinstance(entry.fields, Activity) else "_toolkit"
        self.prefix = self.name + placement.again
        self.problems: list[Problem] = []
        self._taken: set[str] = set()
        self._shown: list[str] = []
        self._credits: dict[str, str] = {}
        self._prompts = 0
        self._step = 0
        _, self._notes = footnotes.cut(entry.source.tokens)

    def parts(self, colors: tuple[str, str] = ("", "")) -> tuple[PrintedSection, ...]:
        """Every section in order. An activity's steps stand apart, with bars in the toolkit's `colors` (see `figures.span`)."""
        source, found = self.entry.source, []
        for section in outline.sections(source):
            steps = outline.steps(source) if isinstance(self.entry.fields, Activity) and section.heading.title == "Steps" else ()
            tokens = section.tokens
            if steps:
                first = next(place for place, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3")
                tokens = tokens[:first]
            anchor = f"{self.prefix}--{section.heading.anchor}"
            pieces, timed = self._pieces(tokens), self._timed(steps, colors)
            title = inline_html.title(section.words)
            found.append(PrintedSection(title, anchor, section.heading.line, pieces, timed))
        return tuple(found)

    def in_hand(self, colors: tuple[str, str] = ("", "")) -> tuple[Timed, ...]:
        """An activity's steps as the people in the room need them: what to do, what is marked for their sheet, and prompts."""
        steps = outline.steps(self.entry.source)
        return self._timed([replace(step, body=tuple(_without_headings(step.in_hand))) for step in steps], colors)

    def pieces(self, tokens: Sequence[Token]) -> tuple[Markup | Writing, ...]:
        """Some of the manuscript's blocks, as a page shows them."""
        return self._pieces(tokens)

    def block(self, tokens: Sequence[Token]) -> Markup:
        """Blocks that stand by themselves, and the notes to them; a heading among them is bold, since no part begins there."""
        numbered = [*footnotes.numbered(tokens), *footnotes.below(tokens, self._notes)]
        return self._html([*_without_headings(numbered)])

    def notes(self, tokens: Sequence[Token]) -> Markup:
        """The notes alone to which some blocks refer."""
        return self._html(footnotes.below(tokens, self._notes))

    def _timed(self, steps: Sequence[outline.Step], colors: tuple[str, str]) -> tuple[Timed, ...]:
        start, total, found = 0, sum(step.minutes for step in steps), []
        for self._step, step in enumerate(steps, 1):
            bar = figures.span(start, step.minutes, total, *colors)
            pieces = self._pieces(step.body)
            found.append(
                Timed(
                    title=inline_html.title(step.words),
                    minutes=step.minutes,
                    start=start,
                    line=step.line,
                    bar=bar,
                    pieces=pieces,
                )
            )
            start += step.minutes
        self._step = 0  # what follows belongs to no step
        return tuple(found)

    def _pieces(self, tokens: Sequence[Token]) -> tuple[Markup | Writing, ...]:
        """The blocks between prompts as HTML, and the prompts; then the notes to both."""
        found: list[Markup | Writing] = []
        tokens = [*footnotes.numbered(tokens), *footnotes.below(tokens, self._notes)]
        start = 0
        for place, token in enumerate(tokens):
            if prompt := outline.prompt(token):
                found += [self._html(tokens[start : place - 1]), self._writing(prompt)]
                start = place + 2
        return tuple(piece for piece in (*found, self._html(tokens[start:])) if piece)

    def _writing(self, prompt: outline.Prompt) -> Markup | Writing:
        self._prompts += 1
        label = inline_html.inline([prompt.label])
        if not self.placement.fields:
            return Markup('<p data-line="{}"><strong>Write:</strong> {}</p>').format(self._line(prompt.label), label)
        named = [child for child in prompt.label.children or () if not footnotes.is_frame(child)]  # a number is no part of it
        whose = f"{self.placement.tile} step {self._step}" if self.placement.tile and self._step else self.entry.fields.title
        title = f"{whose}: {inline_html.inline([prompt.label.copy(children=named)]).striptags()}"
        return Writing(f"{self.name}-{self._prompts}", label, prompt.lines, title, self._line(prompt.label))

    def _line(self, token: Token) -> int:
        return self.entry.source.body_line + (token.map[0] if token.map else 0)

    def _html(self, tokens: Sequence[Token]) -> Markup:
        tokens = [self._with_line(self._with_pictures(self._lowered(token))) for token in tokens]
        found = markdown.headings(tokens, self._taken)
        places = (Anchor(heading.found.github, f"{self.prefix}--{heading.anchor}") for heading in found)
        cleaned = sanitize.clean(markdown.render(tokens, self._resolve, places, look=self._look))
        shown = _PICTURE.sub(lambda found: f'src="{self._shown[int(found[1])]}"', cleaned)
        return Markup(_START.sub(lambda found: inline_html.numbered_from(int(found[1])), shown))  # cleaned above

    def _lowered(self, token: Token) -> Token:
        if not token.type.startswith("heading"):
            return token
        return token.copy(tag=f"h{min(int(token.tag[1]) + self.placement.deeper, 6)}")

    def _with_line(self, token: Token) -> Token:
        """The block with its line in the manuscript, for a message about what doesn't fit."""
        if token.nesting != 1 or not token.map or footnotes.is_frame(token) or token.type in _PARTS_OF_A_TABLE:
            return token
        return token.copy(attrs={**token.attrs, "data-line": self._line(token)})

    def _resolve(self, address: str) -> str:
        return address if address.startswith(_STANDS_FOR) else self.goal(address)

    def goal(self, address: str) -> str:
        """Where a link leads from the sheet: to its place there, to the site, or nowhere (see `links.goal_of`)."""
        path = self.entry.path
        if address.startswith("#"):
            return self._page(links.uri(path)) + links.place(address, self.entry.source)
        if not links.is_relative(address):
            return address
        if "#" not in address and (near := self.placement.near.get(links.target(address, path))):
            return f"#{near}"
        goal = links.goal_of(address, path, self.edition.goals)
        return self._page(goal.uri) + links.place(address, goal.source) if goal.uri else ""

    def _page(self, uri: str) -> str:
        return self.site_url + re.sub(
            r"(^|/)index\.md$|\.md$", lambda found: found[1] or ("" if found[0] == "index.md" else "/"), uri
        )

    def _with_pictures(self, block: Token) -> Token:
        """The block with its pictures' addresses replaced by numbers, save those that lead nowhere."""
        if not any(child.type == "image" for child in block.children or ()):
            return block
        children = [
            child.copy(attrs={**child.attrs, "src": self._picture(str(child.attrs["src"]), block)})
            if child.type == "image" and self.goal(str(child.attrs["src"]))
            else child
            for child in block.children or ()
        ]
        return block.copy(children=children)

    def _look(self, number: str) -> Shown:
        """Who made the picture that such a number stands for; its size on paper is the style sheet's."""
        return Shown(credit=self._credits.get(number, ""))

    def _picture(self, address: str, block: Token) -> str:
        """Take the picture at `address` in, without its metadata, and say what stands for it."""
        path = links.target(address, self.entry.path) if links.is_relative(address) else address
        try:
            if path not in self.edition.pictures:
                raise images.BadPicture("not among the project's pictures")
            data = images.encoded((self.edition.root / path).read_bytes())
        except (images.BadPicture, OSError):
            line = self._line(block)
            mend = "Put the picture beside the manuscript, list it there, and see that it opens."
            self.problems.append(Problem(self.entry.path, line, "print", f"The picture “{address}” can’t be shown.", mend))
            return ""
        kind = _KINDS.get(path[path.rfind(".") :].lower(), "image/jpeg")
        self._shown.append(f"data:{kind};base64,{b64encode(data).decode()}")
        number = f"{_STANDS_FOR}{len(self._shown) - 1}"
        self._credits[number] = self.edition.credits.get(path, "")
        return number


def _without_headings(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with each heading as a paragraph in bold."""
    is_heading = False
    for token in tokens:
        if is_heading and token.type == "inline":
            strong = Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)
            yield token.copy(children=[strong[0], *(token.children or ()), strong[1]])
        elif token.type.startswith("heading"):
            is_heading = token.nesting == 1
            yield token.copy(type=f"paragraph_{'open' if is_heading else 'close'}", tag="p")
        else:
            yield token
