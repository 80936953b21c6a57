"""Turns a manuscript into its prose: paragraphs and list items, their sentences and words, each with its line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from press.manuscript.source import Source


class Block(NamedTuple):
    """A paragraph, the text of a list item, or a table's cell; `line` is where it starts in the file."""

    line: int
    token: Token
    in_table: bool


_GAP = re.compile(r"[ \n—]+")
_LETTER = re.compile(r"\w")
# Each run is bounded: a line of ten thousand dots must not be walked through from each of its dots.
_END = re.compile(r"(?P<mark>[.!?…]{1,9})[\"”’')\]]{0,4}[ \n]{1,9}(?=[\"“‘'(\[]{0,4}(?P<next>[A-Z0-9`À-ÖØ-Þ][\w’']{0,30}))")
_STOP = re.compile(r"[.!?] (?=[A-Z])")
_TITLES = {"Dr", "Mr", "Mrs", "Ms", "Mx", "Prof", "St", "Rev", "Gov", "Sen", "Rep", "e.g", "i.e", "cf", "vs", "ca"}
_BEFORE_NUMBERS = {"No", "Nos", "no", "p", "pp", "Vol", "vol", "Ch", "ch", "Fig", "fig", "Sec", "Art", "ed"}
_MAY_BE_LAST = re.compile(r"(?:[A-Z]\.)*[A-HJ-Z]|[ap]\.m|etc|al|Ph\.D|Ed\.D|Inc|Jr|Sr")  # no lone I: it is a word
_SMALL_ABBREVIATIONS = {"cf", "vs", "ca", "no", "p", "pp", "vol", "ch", "fig", "ed", "etc", "al"}
_OPENERS = frozenset(
    "A After All An And Any As At Ask Before But By Do Each Every For From He Here How If In It Its Let Most No Not Now On One "
    "Or Our Say She Since So Some Such That The Their Then There These They This Those To Two Use We What When Where Which "
    "While Who Why With Write You Your".split()
)

# What the form for stories needs to find the same sentences in the browser (press/theme/assets/press/write/prose.js).
PATTERNS = {"gap": _GAP, "end": _END, "may_be_last": _MAY_BE_LAST}
LISTS = {"titles": _TITLES, "before_numbers": _BEFORE_NUMBERS, "small": _SMALL_ABBREVIATIONS, "openers": _OPENERS}


def blocks(source: Source) -> Iterator[Block]:
    """The prose of the body in order, without headings, code and lists of sources."""
    before, in_sources = "", False
    for index, token in enumerate(source.tokens):
        if token.type == "inline":
            if before == "heading_open":
                if source.tokens[index - 1].tag <= "h2":
                    in_sources = token.content.strip().lower() == "sources"
            elif not in_sources and not token.content.startswith(("Source:", "Sources:")):
                line = source.body_line + (token.map[0] if token.map else 0)
                yield Block(line, token, before in ("td_open", "th_open"))
        before = token.type


def text(token: Token, *, linked: bool = True) -> str:
    """A block's words without marks and addresses, its lines kept; where not `linked`, a bar stands for each link and code."""
    children = token.children or []
    if len(children) == 1 and children[0].type == "text":
        return children[0].content
    parts: list[str] = []
    within = 0
    for child in children:
        if child.type == "link_open":
            within += 1
        elif child.type == "link_close":
            within -= 1
            parts.append("" if linked else "|")
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "text" and (linked or not within):
            parts.append(child.content)
        elif child.type == "code_inline":
            parts.append(f"`{child.content}`" if linked else "|")
        elif child.type == "html_inline":
            parts.append("\n" * child.content.count("\n"))
    return "".join(parts)


def words(part: str) -> list[str]:
    """The words of a text, counted as a word processor does: what stands between spaces or long dashes."""
    return [word for word in _GAP.split(part) if _LETTER.search(word)]


def may_be_longer(block: str, most: int) -> bool:
    """Whether a sentence of the block may have more than `most` words: a quick look, which spares most blocks the closer one."""
    run = 0
    for piece in _STOP.split(block.replace("\n", " ").replace("—", " ")):
        run += piece.count(" ") + 1
        if run > most:
            return True
        if _plain_end(piece):
            run = 0
    return False


def sentences(block: str) -> Iterator[tuple[int, str]]:
    """The sentences of a block, each with the number of line breaks before it."""
    start = 0
    for found in _END.finditer(block):
        if _plain_end(block[start : found.start()]) or not _goes_on(block, start, found):
            yield block.count("\n", 0, start), block[start : found.end()].strip()
            start = found.end()
    if block[start:].strip():
        yield block.count("\n", 0, start), block[start:].strip()


def _plain_end(part: str) -> bool:
    """Whether the last word is plainly one: small letters, and no abbreviation."""
    last = part[part.rfind(" ") + 1 :]
    return last.isalpha() and last.islower() and last not in _SMALL_ABBREVIATIONS


def _goes_on(block: str, start: int, found: re.Match[str]) -> bool:
    """Whether the mark belongs to an abbreviation, an initial, an item's number or a pause within the sentence."""
    before = block[start : found.start()]
    if found["mark"] != ".":
        return found["mark"] in ("…", "...") and before[-1:].isspace()
    last = before[-24:].split()[-1].lstrip("(“\"‘'[") if before.strip() else ""
    if last in _BEFORE_NUMBERS:
        return found["next"].isdigit()
    if _MAY_BE_LAST.fullmatch(last):
        return found["next"] not in _OPENERS
    return last in _TITLES or (last.isdigit() and last == before.strip(" \n(“\"‘'["))
