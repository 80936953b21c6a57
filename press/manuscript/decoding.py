"""Turns a file's bytes into text that can be read in good time, or refuses it: too large, not UTF-8, something hidden."""

import html
import re

from press.manuscript import normalize
from press.manuscript.problem import Fault

MAX_BYTES = 100_000  # about 15,000 words; a story has 800
MAX_NESTING = 40  # brackets and quote marks in one line: no page needs so many
MAX_DEPTH = 20  # lists and quotations within each other
MAX_LINES = 4_000
MAX_BLOCK = 12_000  # characters without an empty line: the Markdown parser takes the square of a block's time
MAX_BRACKETS = 2_000  # each may repeat a long link definition
MAX_HEADINGS = 300

_MARKS = re.compile(r"[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])(?:[ \t]+|(?=>)|$))+")  # those that begin lists and quotations
_MARK = re.compile(r"[^\s>]+|>")
_AS_CODE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# A picture within the text, as Google Docs puts it at the end of its Markdown: `[image1]: <data:image/png;base64,…>`.
_PACKED = re.compile(
    rb"(?<!\\)(?:\](?:\(|:)[ \t]{0,3}<?|<img[^>\n]{0,200}src=[\"']?)data:image/[\w.+-]{1,20};base64,[A-Za-z0-9+/]{8}", re.I
)
PACKED = (
    "This picture is packed into the text.",
    "Save it as a file beside this one, show it with `![What it shows](its-name.jpg)`, and delete the packed one.",
)
_HEADING = re.compile(r"^[ >]*(#|-+[ \t]*$|=+[ \t]*$)", re.MULTILINE)
_FOREIGN = {
    b"PK\x03\x04": "a Word document or a zip file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich-text document",
    b"\xff\xd8\xff": "a photograph",
    b"\x89PNG": "a picture",
}


def too_large(size: int) -> Fault:
    """What is wrong with a file of `size` bytes, more than `MAX_BYTES`."""
    what = f"This file is too large: {size / 1000:,.0f} kB; a manuscript has at most {MAX_BYTES / 1000:.0f} kB."
    return Fault(1, what, "Keep pictures in files of their own, or cut the text.", "file")


def packed(data: bytes) -> tuple[Fault, ...]:
    """The pictures that are packed into the beginning of a file, by their lines: they, not the text, make it large."""
    head = data[:MAX_BYTES]
    lines = dict.fromkeys(head.count(b"\n", 0, found.start()) + 1 for found in _PACKED.finditer(head))
    return tuple(Fault(line, *PACKED, "file") for line in lines)


def text_of(data: bytes) -> str:
    """The text of a file that holds `data`, with its lines ended by \\n. Raises Fault."""
    if len(data) > MAX_BYTES:
        raise too_large(len(data))
    if not data.strip():
        raise Fault(1, "This file is empty.", "Write the story in it, or delete it.", "file")
    for mark, kind in _FOREIGN.items():
        if data.startswith(mark):
            mend = "Open it, copy its text, and save that as plain text (UTF-8) with the ending .md."
            raise Fault(1, f"This file is {kind}, only named .md.", mend, "file")
    return _decode(data)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Fault(1, "This file is saved as UTF-16.", "Save it again with the encoding UTF-8.", "file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = data.count(b"\n", 0, error.start) + 1
        what = "A character here can't be read, because the file is not saved as UTF-8."
        raise Fault(broken, what, "In your editor choose “Save as” and the encoding UTF-8.", "file") from None
    text = normalize.plain(text.replace("\r\n", "\n").replace("\r", "\n"))
    depth, body = _Depth(), text.count("\n", 0, max(text.find("\n---", 3), 0)) + 2
    for number, line in enumerate(text.split("\n"), 1):
        if normalize.is_refused(line) or any(map(_is_unseen, _AS_CODE.findall(line))):
            raise Fault(number, "This line has a hidden character.", "Type the line again.", "file")
        if sum(line.count(c) for c in "[>") > MAX_NESTING or (number > body and depth.at(line) > MAX_DEPTH):
            mend = "Use fewer brackets, quote marks, or lists within lists."
            raise Fault(number, "This line nests too deep to be read.", mend, "file")
    _measure(text)
    return text


class _Depth:
    """How many lists and quotations a line stands in: spaces alone open none, however many."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def at(self, line: str) -> int:
        """The depth of the next `line`, by where its marks stand and those above them."""
        if marks := _MARKS.match(line.expandtabs(4)):
            for mark in _MARK.finditer(marks[0]):
                while self._open and self._open[-1] >= mark.start():
                    self._open.pop()
                self._open.append(mark.start())
        return len(self._open)


def _is_unseen(written: str) -> bool:
    """Whether a character that is written as code, such as `&shy;`, is none that a reader would see."""
    sign = html.unescape(written)  # "" where no character has that number
    return not sign or normalize.hides(sign)


def _measure(text: str) -> None:
    """Refuse what would keep the Markdown parser busy for seconds."""
    block = start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if number > MAX_LINES:
            raise Fault(number, f"This file has more than {MAX_LINES:,} lines.", "Cut it, or make two files of it.", "file")
        block, start = (block + len(line), start or number) if line.strip() else (0, 0)
        if block > MAX_BLOCK:
            what = f"This paragraph, list or table goes on for more than {MAX_BLOCK:,} characters."
            raise Fault(start, what, "Put empty lines between its parts.", "file")
    for found, limit, name in (
        (text.count("["), MAX_BRACKETS, "square brackets"),
        (len(_HEADING.findall(text)), MAX_HEADINGS, "headings"),
    ):
        if found > limit:
            raise Fault(1, f"This file has more than {limit:,} {name}.", "Cut it, or make two files of it.", "file")
