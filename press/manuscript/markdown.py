"""Turns Markdown into tokens and HTML; the one dialect of the checks, the site and the handouts.

The dialect is CommonMark with what GitHub adds (tables, and see `github`), so a contributor's preview tells the truth.
markdown-it-py also bounds its nesting, which Python-Markdown doesn't (a deep list ends it with an error).
"""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from press.manuscript import anchors, decoding, github, typographer
from press.manuscript.anchors import Anchor


@dataclass(frozen=True)
class Heading:
    """A heading, its level (1 to 6), where it is found on GitHub and on its page, and its line in the text, from 0."""

    title: str
    level: int
    found: Anchor
    line: int

    @property
    def anchor(self) -> str:
        """Its address on the page."""
        return self.found.id


# The ARIA role of each part of a table (HTML Accessibility API Mappings 1.0).
ROLES: Mapping[str, str] = MappingProxyType(
    {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}
)

_WRITTEN = "written"
_SAID = frozenset(("text", "text_special", "code_inline"))  # not a picture's words, which GitHub passes over


# The classes of lists whose numbers have one digit, two, three, four and more.
ROOM = ("", "tn-digits-2", "tn-digits-3", "tn-digits-4", "tn-digits-9")


@dataclass(frozen=True)
class Shown:
    """How a picture is shown: its width and height in pixels, 0 where they are not known, and who made it."""

    width: int = 0
    height: int = 0
    credit: str = ""


Look: TypeAlias = Callable[[str], Shown]  # for the picture at an address as the manuscript has it


def bare(address: str) -> Shown:
    """A picture of which nothing is known."""
    return Shown()


class _Renderer(RendererHTML):
    """Writes addresses on headings and in links without touching the tokens, which others read too."""

    def heading_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """A heading with the next of the anchors given for this text, and its other address, where it has one, in front."""
        anchor: Anchor = next(env["anchors"])
        also = f'<span id="{anchor.also}"></span>' if anchor.also else ""
        return f'<{tokens[index].tag} id="{anchor.id}">{also}'

    def table_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """A table in a box of its own. On a phone, one of three columns or more is read row by row."""
        end = next(at for at in range(index, len(tokens)) if tokens[at].type == "thead_close")
        env["columns"] = [plain(token) for token in tokens[index:end] if token.type == "inline"]
        box = '<div class="tn-table tn-table--rows">' if len(env["columns"]) > 2 else '<div class="tn-table">'
        return box + self._table_part(tokens, index, options, env)

    def table_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """The end of the table and its box."""
        return self.renderToken(tokens, index, options, env) + "</div>\n"

    def tr_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """A row; its cells are counted from the first column."""
        env["labels"] = iter(env["columns"])
        return self._table_part(tokens, index, options, env)

    def td_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """A cell, with the name of its column to show beside it on a phone."""
        return self._table_part(tokens, index, options, env, {"data-label": next(env["labels"])})

    def _table_part(
        self,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: dict[str, Any],
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """With its role written out: set as blocks, a table is none to some screen readers unless it says so."""
        token = tokens[index]
        part = token.copy(attrs={**token.attrs, "role": ROLES[token.tag], **more})
        return self.renderToken([part, tokens[index + 1]], 0, options, env)

    thead_open = tbody_open = th_open = _table_part

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """A link to where its address leads on the site, if anywhere; one to a glossary entry carries the entry's meaning."""
        token = tokens[index].copy(attrs={**tokens[index].attrs})
        written = str(token.attrs["href"])
        token.attrs["href"] = goal = env["resolve"](written)
        env["linked"] = bool(goal)
        if not goal:
            return ""
        path, _, anchor = written.partition("#")
        if anchor and path.endswith("glossary.md") and (meaning := env["meanings"].get(anchors.key(anchor))):
            token.attrs["data-meaning"] = meaning
        if token.info == "auto":  # its words are where it leads
            return f'<a class="tn-address" href="{escapeHtml(goal)}">'
        return self.renderToken([token], 0, options, env)

    def link_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """The end of a link, if it leads anywhere; none lies in another."""
        return self.renderToken(tokens, index, options, env) if env["linked"] else ""

    def ordered_list_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
        """A list that says how much room its numbers need."""
        token = tokens[index]
        if room := room_for(numbers(tokens, index)):
            token = token.copy(attrs={**token.attrs, "class": room})
        return self.renderToken([token, *tokens[index + 1 : index + 2]], 0, options, env)

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        """A picture, loaded when it is near, its place kept free until then; its words alone where it may not be shown.

        Who made it stands below.
        """
        token = tokens[index].copy(attrs={**tokens[index].attrs, "loading": "lazy"})
        written = str(token.attrs["src"])
        token.attrs["src"] = goal = env["resolve"](written)
        if not goal:
            return escapeHtml(plain(token))
        shown: Shown = env["look"](written)
        if shown.width:
            token.attrs["width"], token.attrs["height"] = shown.width, shown.height
        credit = f'<small class="tn-credit">{escapeHtml(shown.credit)}</small>' if shown.credit else ""
        return super().image([token], 0, options, env) + credit


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Beyond its own 20 levels the parser would leave text out without a word; decoding.py refuses what nests deeper than this.
    options = {"html": True, "maxNesting": 3 * decoding.MAX_DEPTH}
    parser = MarkdownIt("commonmark", options, renderer_cls=_Renderer)
    parser.enable(["table", "replacements"])
    parser.core.ruler.after("inline", "written", _keep_written)
    parser.core.ruler.at("replacements", typographer.set_signs)
    github.extend(parser)
    return parser


def parse(text: str) -> list[Token]:
    """The block tokens of `text`; inline tokens hang below them as `children`."""
    return _parser().parse(text)


def headings(tokens: Sequence[Token], taken: set[str] | None = None) -> tuple[Heading, ...]:
    """Every heading of the text, in order; none gets an address that is `taken`, where one is given."""
    starts = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    written = (tokens[index + 1].meta.get(_WRITTEN, "") for index in starts)
    found = zip(starts, anchors.of(written, set() if taken is None else taken), strict=True)
    return tuple(_heading(tokens[index], tokens[index + 1], anchor) for index, anchor in found)


def _heading(start: Token, words: Token, anchor: Anchor) -> Heading:
    return Heading(plain(words).strip(), int(start.tag[1]), anchor, start.map[0] if start.map else 0)


def _keep_written(state: StateCore) -> None:
    """A rule for markdown-it: keep a heading's words before any sign is set, as GitHub makes an address of them."""
    for start, words in pairwise(state.tokens):
        if start.type == "heading_open":
            parts = (child.content for child in words.children or () if child.type in _SAID)
            words.meta[_WRITTEN] = "".join(parts)


def render(
    tokens: Sequence[Token],
    resolve: Callable[[str], str] = str,
    places: Iterable[Anchor] | None = None,
    meanings: Mapping[str, str] = MappingProxyType({}),
    look: Look = bare,
) -> str:
    """HTML of `tokens`, not yet cleaned: pass it through `press.manuscript.sanitize`.

    `resolve` gives the address to write for a link or picture, or "" where its words stand alone; `places` those of the
    headings, in order; `meanings` those of the glossary's entries by their address in a manuscript's link; `look` how a
    picture is shown.
    """
    found = places if places is not None else (heading.found for heading in headings(tokens))
    env = {"resolve": resolve, "anchors": iter(found), "meanings": meanings, "look": look}
    return str(_parser().renderer.render(tokens, _parser().options, env))


def numbers(tokens: Sequence[Token], index: int) -> range:
    """The numbers of the ordered list that opens at `index` among `tokens`."""
    level, first, count = tokens[index].level, int(tokens[index].attrs.get("start", 1)), 0
    for token in tokens[index + 1 :]:
        if token.type == "ordered_list_close" and token.level == level:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return range(first, first + count)


def room_for(listed: range) -> str:
    """The class of a list with these numbers, by their digits; empty where they have one."""
    return ROOM[min(len(str(max(listed, default=0))), len(ROOM)) - 1]


def plain(token: Token) -> str:
    """The words of an inline token, without marks."""
    if not token.children:
        return token.content if token.type in ("inline", "text", "code_inline") else ""
    parts = []
    for child in token.children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(plain(child))
    return "".join(parts)
