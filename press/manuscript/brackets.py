"""Turns the addresses of links and pictures in a Markdown text into others, and leaves every other letter as it was.

The parser tells on which lines a block stands, but not where in it a link does, and a text made from tokens would not be the one
that was written; so within a block this reads the brackets as CommonMark does (https://spec.commonmark.org/0.31.2/#links).
"""

import re
from collections.abc import Callable, Iterator

from press.manuscript import markdown

_PIECES = re.compile(r"(?<!`)(?P<tick>`+)(?!`)|\\.|<[A-Za-z/!][^<>\n]*>|(?P<open>!?\[)|(?P<close>\])")
_ADDRESS = (
    r"(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.)*\))(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))"
)
_TITLE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"""
_INLINE = re.compile(rf"\(\s*{_ADDRESS}(?:\s+{_TITLE})?\s*\)")
_LABEL = re.compile(r"\[(?P<label>(?:[^\[\]\\]|\\.)*)\]")
# A note's label begins with "^", and is none.
_DEFINITION = re.compile(
    r"^[ >]*(?:(?:[-+*]|\d{1,9}[.)])[ ]{1,4})*\[(?!\^[^\s\]]+\]:)(?P<label>(?:[^\[\]\\]|\\.)+)\]:"
    rf"[ \t]*\n?[ \t]*{_ADDRESS}(?:[ \t]*\n?[ \t]+{_TITLE})?[ \t]*(?:\n|\Z)",
    re.M,
)
Edit = tuple[int, int, str]


def readdressed(text: str, address_of: Callable[[str], str]) -> str:
    """`text` with what `address_of` gives for each address, as written, in its place.

    Where that is "", the link or picture goes and its words stay.
    """
    edits, known, gone, spans = list[Edit](), set[str](), set[str](), list[tuple[int, int]]()
    for found in definitions(text):
        new = _new(found, address_of)
        edits.append(_emptied(found) if new is None else new)
        spans.append(found.span())
        (gone if new is None else known).add(_folded(found["label"]))
    last, tail = -1, (0, 0)  # where the last link began, and where what follows its words stands: its address or label
    for start, close, opened in (pair for first, end in _stretches(text, "inline") for pair in _pairs(text, first, end)):
        is_picture = text[start] == "!"
        if (last >= opened and not is_picture) or any(first <= start < end for first, end in (tail, *spans)):
            continue  # what holds a link and so is none, or a label
        label, after, dropped = _LABEL.match(text, close + 1), close + 1, False
        name = _folded((label and label["label"]) or text[opened:close])
        if inline := _INLINE.match(text, after):
            new = _new(inline, address_of)
            after, dropped = inline.end(), new is None
            if new is not None:
                edits.append(new)
        elif name in known or name in gone:
            after, dropped = label.end() if label else after, name in gone
        else:
            continue
        tail, last = (close, after), last if is_picture else start
        if dropped:
            edits += [(start, opened, ""), (close, after, "")]
    return _edited(text, edits)


def _new(found: re.Match[str], address_of: Callable[[str], str]) -> Edit | None:
    """What to write in the place of an address; None where its link goes."""
    name = "bare" if found["bare"] is not None else "pointed"
    old = found[name]
    new = address_of(old)
    if not new and old:
        return None
    start, end = found.span(name)
    return (start, end, old) if new == old else (start - (name == "pointed"), end + (name == "pointed"), new)


def _emptied(found: re.Match[str]) -> Edit:
    """A definition without its address. It stays, for an empty line in its place could part or join what stands round it."""
    name = "bare" if found["bare"] is not None else "pointed"
    start, end = found.span(name)
    return start - (name == "pointed"), end + (name == "pointed"), "<>"


def definitions(text: str) -> Iterator[re.Match[str]]:
    """Each `[label]: address` that is one: it stands outside of all that is shown."""
    if "]:" in text:
        shown = [span for kind in ("inline", "fence", "code_block", "html_block") for span in _stretches(text, kind)]
        for found in _DEFINITION.finditer(text):
            if not any(start <= found.start() < end for start, end in shown):
                yield found


def _stretches(text: str, kind: str) -> list[tuple[int, int]]:
    """Where the blocks of a kind begin and end; the cells of a table's row stand in one."""
    lines = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
    maps = dict.fromkeys(tuple(token.map) for token in markdown.parse(text) if token.type == kind and token.map)
    return [(lines[first], lines[min(end, len(lines) - 1)]) for first, end in maps]


def _pairs(text: str, first: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Each pair of square brackets in a block: where it starts, with a picture's "!", where it closes, where its words start."""
    above: list[tuple[int, int]] = []
    at = first
    while piece := _PIECES.search(text, at, end):
        at = _after_code(text, piece, end) if piece["tick"] else piece.end()
        if piece["open"]:
            above.append(piece.span())
        elif piece["close"] and above:
            start, opened = above.pop()
            yield start, piece.start(), opened


def _after_code(text: str, ticks: re.Match[str], end: int) -> int:
    """Where the code ends that begins with `ticks`; where no such ticks close it within its block, they are plain."""
    closing = re.compile(rf"(?<!`){ticks['tick']}(?!`)").search(text, ticks.end(), end)
    return closing.end() if closing else ticks.end()


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def _edited(text: str, edits: list[Edit]) -> str:
    parts, at = [], 0
    for start, end, new in sorted(edits):
        if start >= at:  # what lies within a definition that went is gone already
            parts += [text[at:start], new]
            at = end
    return "".join((*parts, text[at:]))
