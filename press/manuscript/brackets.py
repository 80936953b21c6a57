"""Turns the addresses of links and pictures in a Markdown text into others, and leaves every other letter as it was.

Tokens don't tell where in the text they stand, and a text made from tokens would not be the one that was written; so this
reads the brackets as CommonMark does (https://spec.commonmark.org/0.31.2/#links): code, tags and escaped signs are none.
"""

import re
from collections.abc import Callable, Iterator

_PIECES = re.compile(
    r"""
    (?P<fence>^[ ]{0,3}(?P<mark>`{3,}|~{3,})[^\n]*(?:\n(?![ ]{0,3}(?P=mark)[`~]*[ \t]*$)[^\n]*)*  # to its end, or the text's
        (?:\n[ ]{0,3}(?P=mark)[`~]*[ \t]*$)?)
    | (?<!`)(?P<tick>`+)(?!`)
    | \\. | <[A-Za-z/!][^<>\n]*>
    | (?P<gap>\n[ \t]*\n) | (?P<open>!?\[) | (?P<close>\])
    """,
    re.M | re.X,
)
# What begins another block, and so ends the paragraph that a code span may go on in.
_OTHER = r"[ ]{0,3}(?:`{3,}|~{3,}|\#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|1[.)](?:[ \t]|$)|[-=]+[ \t]*$)"
_ENDS = re.compile(rf"\n(?:[ \t]*$|[ ]{{0,3}}>|{_OTHER})", re.M)
_ENDS_QUOTED = re.compile(rf"\n(?:[ \t>]*$|(?:[ ]{{0,3}}>)*{_OTHER})", re.M)
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
# What may stand in the line before a definition: nothing, a heading, a line across, the end of code.
_BEFORE = re.compile(r"(?:^|\n)[ >]*(?:#{1,6}[ \t][^\n]*|[-=*_][-=*_ ]*|`{3,}[^\n]*|~{3,}[^\n]*)?[ \t]*\n\Z")

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
    for start, close, opened in _pairs(text):
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
    """Each `[label]: address` outside of code that begins a paragraph or follows another: within one it is plain words."""
    found = list(_DEFINITION.finditer(text))
    code = [piece.span() for piece in _PIECES.finditer(text) if piece["fence"]] if found else []
    last = 0
    for one in found:
        begins = one.start() == last or _BEFORE.search(text, max(one.start() - 200, 0), one.start())
        if begins and not any(start <= one.start() < end for start, end in code):
            last = one.end()
            yield one


def _pairs(text: str) -> Iterator[tuple[int, int, int]]:
    """Each pair of square brackets: where it starts, with a picture's "!", where it closes, and where its words start."""
    above: list[tuple[int, int]] = []
    at = 0
    while piece := _PIECES.search(text, at):
        at = _after_code(text, piece) if piece["tick"] else piece.end()
        if piece["gap"] is not None:
            above.clear()
        elif piece["open"]:
            above.append(piece.span())
        elif piece["close"] and above:
            start, opened = above.pop()
            yield start, piece.start(), opened


def _after_code(text: str, ticks: re.Match[str]) -> int:
    """Where the code ends that begins with `ticks`; where no such ticks close it within its paragraph, they are plain."""
    line = text[text.rfind("\n", 0, ticks.start()) + 1 : ticks.start()]
    end = (_ENDS_QUOTED if line.lstrip(" ").startswith(">") else _ENDS).search(text, ticks.end())
    closing = re.compile(rf"(?<!`){ticks['tick']}(?!`)").search(text, ticks.end(), end.start() if end else len(text))
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
