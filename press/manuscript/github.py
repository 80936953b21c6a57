"""Teaches the parser what GitHub shows beyond CommonMark: struck words, bare addresses as links, boxes to tick, and notes.

Tables are markdown-it's own. Mathematics, diagrams and GitHub's coloured boxes are not shown: the check "marks" tells of them.
"""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from press.manuscript import bare_links, footnotes, loose_marks

# What a box to tick is called, and what stands in it, by whether it is ticked.
_BOXES = {False: ("To do", "\u00a0"), True: ("Done", "✓")}


def extend(parser: MarkdownIt) -> None:
    """Let `parser` read and show what GitHub does."""
    parser.enable("strikethrough")
    parser.options["strikethrough_single_tilde"] = True
    parser.options["tasklists"] = True
    bare_links.extend(parser)
    footnotes.extend(parser)
    loose_marks.extend(parser)
    parser.add_render_rule("list_item_open", _item_open)
    parser.core.ruler.push("boxes", _without_classes)
    parser.add_render_rule("s_open", lambda *_: "<del>")
    parser.add_render_rule("s_close", lambda *_: "</del>")


def is_ticked(token: Token) -> bool | None:
    """Whether the box of a list's item is ticked; None where it has no box."""
    return token.meta.get("checked") if token.type == "list_item_open" else None


def box(ticked: bool) -> str:
    """A box as HTML: drawn by the style sheets, and named for those who hear a page."""
    name, sign = _BOXES[ticked]
    return f'<span class="tn-box" role="img" aria-label="{name}">{sign}</span> '


def _item_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: dict[str, Any]) -> str:
    ticked = is_ticked(tokens[index])
    if ticked is None:
        return self.renderToken(tokens, index, options, env)
    return f'<li class="tn-task">{box(ticked)}'


def _without_classes(state: StateCore) -> None:
    """Take out the classes that the parser gives a list with boxes."""
    for token in state.tokens:
        if token.type in ("bullet_list_open", "ordered_list_open", "list_item_open"):
            token.attrs.pop("class", None)
