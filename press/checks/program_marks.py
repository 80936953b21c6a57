"""The marks that other programs leave in a text: a row names each program's habit and what to do.

A pattern looks at one line, so that the form for stories, which has a line for each paragraph, finds the same.
"""

import re
from typing import NamedTuple

from press.manuscript.problem import Level


class Mark(NamedTuple):
    """What is looked for, what it is, what to do about it; and whether a front matter's lines alone are looked at.

    A text that has none of the `hints` has no such mark: most texts are spared the closer look.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    what: str
    mend: str
    level: Level = "error"
    fields_only: bool = False


def _mark(hints: str, pattern: str, what: str, mend: str, level: Level = "error") -> Mark:
    return Mark(tuple(hints.split("~")), re.compile(pattern, re.M), what, mend, level)


_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?"
_DAY = r"\d{1,2}/\d{1,2}/\d{2,4}"
_OBSIDIAN = (
    _mark(
        "%%",
        r"%%[^%\n]+%%|(?<![\w%=&?/])%%(?!%)",
        "Obsidian hides a remark between `%%` and `%%`; here it would be published, though it was meant for nobody.",
        "Delete the remark and its marks.",
    ),
    _mark(
        "![[",
        r"!\[\[[^\[\]\n]+\]\]",
        "Obsidian shows a file with `![[` and `]]`; here these marks would be shown.",
        "Write a picture as `![What it shows](its-name.jpg)`, with its file beside this one.",
    ),
    _mark(
        "[[",
        r"(?<!!)\[\[[^\[\]\n]+\]\]",
        "Obsidian links with `[[` and `]]`; here these marks would be shown.",
        "Write the link as `[its words](its-page.md)`, or its words alone.",
    ),
    _mark(
        "==",
        r"(?<![=\w])==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?![=\w])",
        "Obsidian highlights words with `==`; here these marks would be shown.",
        "Delete them, or write `**` in their place.",
    ),
    _mark(
        "#",
        r"^(?:[Tt]ags?:? *)?#(?!\d)\w[\w/-]*(?:[ ,]+#(?!\d)\w[\w/-]*)+ *$|^#(?!\d)\w\w*/[\w/-]+ *$",
        "Obsidian and other programs sort texts by words with `#`; here they would be shown.",
        "Delete the line; a story's themes stand under `themes`.",
    ),
    _mark(
        "^",
        r"(?:(?<=\s)|^)\^[A-Za-z0-9][A-Za-z0-9-]{2,}$",
        "Obsidian names a paragraph with `^` and a word at its end; here they would be shown.",
        "Delete the `^` and that word.",
    ),
)
_GOOGLE_AND_NOTION = (
    _mark(
        "{#",
        r"\{#[\w.:-]+[^{}\n]*\}$",
        "Google Docs and other programs write a heading's address behind it, as `{#…}`; here it would be shown.",
        "Delete it: each heading has an address without it.",
    ),
    _mark(
        "\\",
        r"\\[-!#.*_+=()\[\]>~`&|{}]",
        "Google Docs writes a backslash before such a sign; here it would be shown.",
        "Delete the backslash.",
    )._replace(fields_only=True),
    _mark(
        "Created~Last edited~Date created~Assignee~Status~Tags~Priority",
        r"^(?:Created(?: by| time)?|Last edited(?: by| time)?|Date created|Assignee|Status|Tags|Priority): +[^\s#]",
        "Notion writes a page's properties as lines above its text; here they would be published.",
        "Delete them, unless this line is part of the text.",
        "review",
    ),
)
_CHATS = (
    _mark(
        ":",
        r"(?<![\w:/])(?::(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*|[+-]1):)+(?![\w:/])",
        "Chat programs make a picture of a word between colons; here it would be shown as that word.",
        "Delete it, or put the picture itself.",
    ),
    _mark(
        " Today~ Yesterday~/~]",
        rf"^.{{1,60}} [—–-] (?:Today|Yesterday|{_DAY})(?:,| at)? {_CLOCK}$|^\[?{_DAY},? {_CLOCK}(?:\]| [—–-]) .{{1,60}}:"
        rf"|^.{{1,60}} \[{_CLOCK}\]$",
        "Chat programs put a person's name and the time above what they wrote; here these would be published.",
        "Delete the line, and ask the person before you quote them.",
    ),
    _mark(
        "Sure~Certainly~Absolutely~Of course~s an AI~hope this~Would you~Let me know~knowledge~Here",
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
        "【~oai~turn~[cite~\ue200~\ue201~\ue202~\ue203~\ue204",
        r"【[^】\n]{0,80}†[^】\n]{0,80}】|:contentReference\[oaicite:|\[oai_?c?itation:|oaicite:\d"
        r"|\[cite(?:_start|_end|: ?\d[\d, ]*)\]"
        r"|\b(?:cite)?turn\d+(?:search|view|news|file|fetch|image)\d+" + "|[\ue200-\ue204]",
        "Chat programs mark their sources like this, and nobody else can follow it.",
        "Write the source itself on a line that starts with `Source:`, or delete the mark.",
    ),
)
_OFFICE = (
    _mark(
        "Error! ",
        r"\bError! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid"
        r"|No (?:bookmark|text|topic|table))",
        "Word writes this where a reference of its own leads nowhere.",
        "Write what the words should lead to, or delete it.",
    ),
    _mark(
        "Comment~Formatted: ~{",
        r"\[Comment ?[A-Z]{0,3}\d+\]|\bComment(?:ed)? \[[A-Z]{0,3}\d+\](?:R\d+)?:"
        r"|^Formatted: (?:Font|Indent|Normal|Left|List|Space)"
        r"|\{(?:\+\+|--|–|~~|>>|==)[^{}\n]*(?:\+\+|--|–|~~|<<|==)\}|\{\.(?:insertion|deletion|comment-start|comment-end)\b",
        "A word processor left the mark of a comment or of a tracked change; here it would be published.",
        "Accept or reject all changes there, and delete this.",
    ),
    _mark(
        "mso-~MsoNormal~Normal 0~Style Def",
        r"\bmso-[a-z]+[a-z-]*:|\bMsoNormal\b|\bNormal 0 false false false\b|/\* Style Definitions \*/",
        "Word left a part of its styles; here it would be shown.",
        "Delete it, and paste the text without its formatting.",
    ),
    _mark(
        "[cid~[image",
        r"\[(?:cid|image): ?[^\]\n]+\]",
        "A mail program put this in the place of a picture.",
        "Delete it, or show the picture: `![What it shows](its-name.jpg)`, with its file beside this one.",
    ),
    _mark(
        "wrote:",
        r"^On .{6,80} wrote:$",
        "A mail program puts this above a message that is answered; it tells who wrote when.",
        "Delete the line, and ask the person before you quote them.",
        "review",
    ),
    _mark(
        "Page ~P a g e~|",
        r"^(?:Page \d{1,4} of \d{1,4}|\d{1,4} ?\| ?P ?a ?g ?e|P ?a ?g ?e ?\| ?\d{1,4})$",
        "A word processor or a PDF put a page's number here, in the middle of the text.",
        "Delete the line.",
    ),
    _mark(
        "WEBVTT~>",
        r"^(?:WEBVTT\b|(?:\d\d:)?\d\d:\d\d[.,]\d{3} \S{1,3} (?:\d\d:)?\d\d:\d\d[.,]\d{3})",
        "A program that records meetings writes the time above each line; here it would be shown.",
        "Delete these lines.",
    ),
)
MARKS = (*_OBSIDIAN, *_GOOGLE_AND_NOTION, *_CHATS, *_OFFICE)
TAGS = _OBSIDIAN[4].pattern
