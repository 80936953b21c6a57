"""Turns HTML into its text and structure, so that two ways of writing one thing compare as equal."""

import re
from html.parser import HTMLParser
from typing import TypeAlias

_BLOCKS = frozenset("blockquote br div h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul".split())
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_OURS = "class=tn-address"  # on an address that is a link by itself
# What the press adds to every heading and picture, and to a list of many numbers.
_ADDED = {*((f"h{level}", "id") for level in range(1, 7)), ("img", "loading"), ("ol", "class")}
Part: TypeAlias = "str | tuple[str, ...]"
EDGE: Part = ("div",)


def parts(html: str) -> list[Part]:
    """The tags, as tuples with their attributes, and the texts of `html`; quotes are straight, spaces fall together."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    around = [EDGE, *reader.found, EDGE]
    tidied = [_tidy(*three) for three in zip(around[:-2], reader.found, around[2:], strict=True)]
    return [part for part in tidied if part]


def straight(text: str) -> str:
    """`text` with the quotes that a keyboard has."""
    return text.translate(_STRAIGHT)


def _tidy(before: Part, part: Part, after: Part) -> Part:
    """A text without the spaces at the edges of blocks, which nobody sees."""
    if isinstance(part, str):
        part = part.lstrip(" ") if _is_edge(before) else part
        part = part.rstrip(" ") if _is_edge(after) else part
    return part


def _is_edge(part: Part) -> bool:
    return isinstance(part, tuple) and part[0].lstrip("/") in _BLOCKS


class _Reader(HTMLParser):
    """Gathers tags and texts; within a `pre`, spaces are kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Part] = []
        self.kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kept += tag == "pre"
        kept = (f"{name}={value or ''}" for name, value in attrs if (tag, name) not in _ADDED)
        self.found.append((tag, *sorted(pair for pair in kept if pair != _OURS)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.kept -= tag == "pre"
        self.found.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        text = straight(data) if self.kept else re.sub(r"\s+", " ", straight(data))
        last = self.found[-1] if self.found else EDGE
        if isinstance(last, str):
            self.found[-1] = last + text
        else:
            self.found.append(text)

    def handle_comment(self, data: str) -> None:
        self.found.append(("!", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("!", decl))

    def handle_pi(self, data: str) -> None:
        self.found.append(("?", data))
