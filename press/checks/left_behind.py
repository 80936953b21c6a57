"""Turns what other programs leave in a text, and this site would show as it stands, into problems: one for each kind.

Each row of `MARKS` names the program's habit and what to do. Code is passed over: a guide may show such marks.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown_it.token import Token

from press.checks.reading import live
from press.library.load import Library
from press.manuscript import normalize
from press.manuscript.problem import Level, Problem
from press.manuscript.source import Source


class Mark(NamedTuple):
    """What is looked for, what it is, what to do about it; and whether a front matter's lines alone are looked at."""

    pattern: re.Pattern[str]
    what: str
    mend: str
    level: Level = "error"
    fields_only: bool = False


def _mark(pattern: str, what: str, mend: str, level: Level = "error", *, fields_only: bool = False) -> Mark:
    return Mark(re.compile(pattern, re.M), what, mend, level, fields_only)


_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?"
_DAY = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_OBSIDIAN = (
    _mark(
        r"%%[^%\n]+%%|(?<![\w%=&?/])%%(?!%)",
        "Obsidian hides a remark between `%%` and `%%`; here it would be published, though it was meant for nobody.",
        "Delete the remark and its marks.",
    ),
    _mark(
        r"!\[\[[^\[\]\n]+\]\]",
        "Obsidian shows a file with `![[` and `]]`; here these marks would be shown.",
        "Write a picture as `![What it shows](its-name.jpg)`, with its file beside this one.",
    ),
    _mark(
        r"(?<!!)\[\[[^\[\]\n]+\]\]",
        "Obsidian links with `[[` and `]]`; here these marks would be shown.",
        "Write the link as `[its words](its-page.md)`, or its words alone.",
    ),
    _mark(
        r"(?<![=\w])==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?![=\w])",
        "Obsidian highlights words with `==`; here these marks would be shown.",
        "Delete them, or write `**` in their place.",
    ),
    _mark(
        r"^(?:[Tt]ags?:? *)?#(?!\d)\w[\w/-]*(?:[ ,]+#(?!\d)\w[\w/-]*)+ *$|^#(?!\d)\w\w*/[\w/-]+ *$",
        "Obsidian and other programs sort texts by words with `#`; here they would be shown.",
        "Delete the line; a story's themes stand under `themes`.",
    ),
    _mark(
        r"(?:(?<=\s)|^)\^[A-Za-z0-9][A-Za-z0-9-]{2,}$",
        "Obsidian names a paragraph with `^` and a word at its end; here they would be shown.",
        "Delete the `^` and that word.",
    ),
)
_GOOGLE_AND_NOTION = (
    _mark(
        r"\{#[\w.:-]+[^{}\n]*\}$",
        "Google Docs and other programs write a heading's address behind it, as `{#…}`; here it would be shown.",
        "Delete it: each heading has an address without it.",
    ),
    _mark(
        r"\\[-!#.*_+=()\[\]>~`&|{}]",
        "Google Docs writes a backslash before such a sign; here it would be shown.",
        "Delete the backslash.",
        fields_only=True,
    ),
    _mark(
        r"^(?:Created(?: by| time)?|Last edited(?: by| time)?|Date created|Assignee|Status|Tags|Priority): +[^\s#]",
        "Notion writes a page's properties as lines above its text; here they would be published.",
        "Delete them, unless this line is part of the text.",
        "review",
    ),
)
_CHATS = (
    _mark(
        r"(?<![\w:/])(?::(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*|[+-]1):)+(?![\w:/])",
        "Chat programs make a picture of a word between colons; here it would be shown as that word.",
        "Delete it, or put the picture itself.",
    ),
    _mark(
        rf"^.{{1,60}} [—–-] (?:Today|Yesterday|{_DAY})(?:,| at)? {_CLOCK}$|^\[?{_DAY},? {_CLOCK}(?:\]| [—–-]) .{{1,60}}:"
        rf"|^.{{1,60}} \[{_CLOCK}\]$",
        "Chat programs put a person's name and the time above what they wrote; here these would be published.",
        "Delete the line, and ask the person before you quote them.",
    ),
    _mark(
        r"^(?:Sure|Certainly|Absolutely|Of course)(?:!|,|\.| thing!)"
        r" (?:[Hh]ere(?:[’']s| is| are)|I(?:[’']d|[’']ll| can| would))\b"
        r"|\bAs an AI(?: (?:language )?(?:model|assistant))?,|\b[Aa]s an AI (?:language )?(?:model|assistant)\b"
        r"|^I hope this helps|^Would you like me to\b|^Let me know if you(?:[’']d| would) like\b"
        r"|\bmy (?:last )?knowledge cutoff\b"
        r"|^Here(?:[’']s| is) (?:a|the|your) (?:revised|polished|rewritten|improved|edited|cleaned-up) ",
        "Chat programs that write texts speak of themselves like this.",
        "If a program wrote it, delete it; a story is in its teller's own words.",
        "review",
    ),
    _mark(
        r"【[^】\n]*†[^】\n]*】|:contentReference\[oaicite:|\[oai_?c?itation:|oaicite:\d|\[cite(?:_start|_end|: ?\d[\d, ]*)\]"
        r"|\b(?:cite)?turn\d+(?:search|view|news|file|fetch|image)\d+" + "|[\ue200-\ue204]",
        "Chat programs mark their sources like this, and nobody else can follow it.",
        "Write the source itself on a line that starts with `Source:`, or delete the mark.",
    ),
)
_OFFICE = (
    _mark(
        r"\bError! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid"
        r"|No (?:bookmark|text|topic|table))",
        "Word writes this where a reference of its own leads nowhere.",
        "Write what the words should lead to, or delete it.",
    ),
    _mark(
        r"\[Comment ?[A-Z]{0,3}\d+\]|\bComment(?:ed)? \[[A-Z]{0,3}\d+\](?:R\d+)?:"
        r"|^Formatted: (?:Font|Indent|Normal|Left|List|Space)"
        r"|\{(?:\+\+|--|–|~~|>>|==)[^{}\n]*(?:\+\+|--|–|~~|<<|==)\}|\{\.(?:insertion|deletion|comment-start|comment-end)\b",
        "A word processor left the mark of a comment or of a tracked change; here it would be published.",
        "Accept or reject all changes there, and delete this.",
    ),
    _mark(
        r"\bmso-[a-z]+[a-z-]*:|\bMsoNormal\b|\bNormal 0 false false false\b|/\* Style Definitions \*/",
        "Word left a part of its styles; here it would be shown.",
        "Delete it, and paste the text without its formatting.",
    ),
    _mark(
        r"\[(?:cid|image): ?[^\]\n]+\]",
        "A mail program put this in the place of a picture.",
        "Delete it, or show the picture: `![What it shows](its-name.jpg)`, with its file beside this one.",
    ),
    _mark(
        r"^On .{6,80} wrote:$",
        "A mail program puts this above a message that is answered; it tells who wrote when.",
        "Delete the line, and ask the person before you quote them.",
        "review",
    ),
    _mark(
        r"^(?:Page \d{1,4} of \d{1,4}|\d{1,4} ?\| ?P ?a ?g ?e|P ?a ?g ?e ?\| ?\d{1,4})$",
        "A word processor or a PDF put a page's number here, in the middle of the text.",
        "Delete the line.",
    ),
    _mark(
        r"^(?:WEBVTT\b|(?:\d\d:)?\d\d:\d\d[.,]\d{3} \S{1,3} (?:\d\d:)?\d\d:\d\d[.,]\d{3})",
        "A program that records meetings writes the time above each line; here it would be shown.",
        "Delete these lines.",
    ),
)
MARKS = (*_OBSIDIAN, *_GOOGLE_AND_NOTION, *_CHATS, *_OFFICE)
TAGS = _OBSIDIAN[4].pattern
_FIELDS = ("title", "summary", "description", "purpose", "who", "minutes_note")


def nothing_of_other_programs_is_left(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No mark of another program stands in a text, as it would be shown."""
    for source in live(library):
        fields, body = list(_fields(source)), list(_body(source))
        for mark in MARKS:
            line = _first(mark.pattern, fields if mark.fields_only else (*fields, *body))
            if line is not None:
                yield Problem(source.path, line, "left-behind", mark.what, mark.mend, mark.level)


def _first(pattern: re.Pattern[str], texts: Iterable[tuple[int, str]]) -> int | None:
    """The first line that has such a mark: each kind is told once, however often it stands in a text."""
    for line, text in texts:
        found = pattern.search(text)
        if found:
            return line + text.count("\n", 0, found.start())
    return None


def _fields(source: Source) -> Iterator[tuple[int, str]]:
    for name in _FIELDS:
        value = source.front.get(name)
        if isinstance(value, str):
            yield source.line_of(name), normalize.seen(value)
    listed = source.front.get("materials")
    for number, value in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(value, str):
            yield source.line_of("materials", number), normalize.seen(value)


def _body(source: Source) -> Iterator[tuple[int, str]]:
    for block in source.tokens:
        if block.children:
            yield source.body_line + (block.map[0] if block.map else 0), normalize.seen("".join(_words(block.children)))


def _words(children: Iterable[Token]) -> Iterator[str]:
    """What readers see, without code and without the addresses of links; a bar stands for the words of a page that is linked."""
    in_title = False
    for child in children:
        if child.type == "link_open":
            in_title = str(child.attrGet("href")).partition("#")[0].endswith(".md") or child.info == "auto"
        elif child.type == "link_close":
            in_title = False
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "image":
            yield from _words(child.children or ())
        else:
            yield "|" if in_title or child.type == "code_inline" else child.content if child.type == "text" else ""
