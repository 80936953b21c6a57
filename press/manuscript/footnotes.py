"""Reads notes (`[^1]` in the text, `[^1]: …` below it) as GitHub does, and shows them at the end with a way back.

Their addresses have a capital letter, as no heading's has. On paper they stand at the end of the part that refers to them:
see `cut` and `referred`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

UNUSED = "footnote_unused"
"""The type of the token that stands for a note which is not shown: nothing refers to it, or another has its name."""


def extend(parser: MarkdownIt) -> None:
    """Let `parser` read and show notes."""
    footnote_plugin(parser, inline=False)
    parser.core.ruler.before("footnote_tail", UNUSED, _unused)
    parser.add_render_rule("footnote_ref", _ref)
    parser.add_render_rule(
        "footnote_block_open", lambda *_: '<section class="tn-notes" role="doc-endnotes" aria-label="Notes"><ol>'
    )
    parser.add_render_rule("footnote_block_close", lambda *_: "</ol></section>\n")
    parser.add_render_rule("footnote_open", lambda _, tokens, index, *__: f'<li id="Note-{number(tokens[index])}">')
    parser.add_render_rule("footnote_close", lambda *_: "</li>\n")
    parser.add_render_rule("footnote_anchor", _back)


def number(token: Token) -> int:
    """The number of the note that a token is about, from 1."""
    return int(token.meta["id"]) + 1


def cut(tokens: Sequence[Token]) -> tuple[Sequence[Token], Mapping[int, tuple[Token, ...]]]:
    """A manuscript's tokens without its notes, and the blocks of each note by its number."""
    start = next((place for place, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    notes: dict[int, tuple[Token, ...]] = {}
    for token in tokens[start:]:
        if token.type == "footnote_open":
            now = number(token)
            notes[now] = ()
        elif not token.type.startswith("footnote_"):
            notes[now] = (*notes[now], token)
    return tokens[:start], notes


def referred(tokens: Iterable[Token]) -> tuple[int, ...]:
    """The numbers of the notes that a text refers to, each once and in order."""
    refs = (child for token in tokens for child in token.children or () if child.type == "footnote_ref")
    return tuple(dict.fromkeys(number(ref) for ref in refs))


def numbered(tokens: Iterable[Token]) -> list[Token]:
    """A part's blocks as they stand on paper: a note's number alone, with no link."""
    return [_numbered(token) for token in tokens]


def below(tokens: Iterable[Token], notes: Mapping[int, tuple[Token, ...]]) -> list[Token]:
    """The notes that a part's blocks refer to, as blocks to stand below it on paper; a note may refer to another."""
    numbers = list(referred(tokens))
    for at in numbers:
        numbers += [more for more in referred(notes[at]) if more not in numbers]
    found = [_led(at, token, place) for at in numbers for place, token in enumerate(numbered(notes[at]))]
    return [_html_block('<div class="tn-notes">'), *found, _html_block("</div>")] if found else []


def is_frame(token: Token) -> bool:
    """Whether a token of `numbered` or `below` is HTML of the press's own: a number, or the box round the notes."""
    return token.meta.get("frame", False) is True


def _numbered(token: Token) -> Token:
    if not referred([token]):
        return token
    children = [_sign(number(child)) if child.type == "footnote_ref" else child for child in token.children or ()]
    return token.copy(children=children)


def _led(at: int, token: Token, place: int) -> Token:
    """A note's block, the first of its texts with the note's number before it."""
    is_first = token.type == "inline" and place == 1
    gap = Token("text", "", 0, content=" ")
    return token.copy(children=[_sign(at), gap, *(token.children or ())]) if is_first else token


def _sign(at: int) -> Token:
    return Token("html_inline", "", 0, content=f"<sup>{at}</sup>", meta={"frame": True})


def _html_block(content: str) -> Token:
    return Token("html_block", "", 0, content=f"{content}\n", map=[0, 0], meta={"frame": True})


def _unused(state: StateCore) -> None:
    """Take out what nobody will see of the notes, and leave a token for each in the place where it was written."""
    refs = state.env.get("footnotes", {}).get("refs", {})
    if refs:
        state.tokens = list(_used(state.tokens, refs))


def _used(tokens: Sequence[Token], refs: Mapping[str, int]) -> Iterator[Token]:
    known: set[str] = set()
    dropped = 0
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = str(token.meta["label"])
            if dropped or label in known or refs[f":{label}"] < 0:
                dropped += 1
                yield Token(UNUSED, "", 0, map=token.map, hidden=True)
            known.add(label)
        if not dropped:
            yield token
        elif token.type == "footnote_reference_close":
            dropped -= 1


def _name(token: Token) -> str:
    again = token.meta.get("subId", 0)
    return f"Note-{number(token)}-back" + (f"-{again + 1}" if again else "")


def _ref(_: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
    at = number(tokens[index])
    link = f'<a href="#Note-{at}" id="{_name(tokens[index])}" role="doc-noteref" aria-label="Note {at}">{at}</a>'
    return f'<sup class="tn-ref">{link}</sup>'


def _back(_: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
    again = tokens[index].meta.get("subId", 0)
    said = f"Back to note {number(tokens[index])} in the text" + (f", place {again + 1}" if again else "")
    return f' <a class="tn-back" href="#{_name(tokens[index])}" role="doc-backlink" aria-label="{said}">↑</a>'
