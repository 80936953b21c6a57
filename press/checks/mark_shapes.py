"""The marks that authors write and the site makes nothing of: how each looks where it stayed, and how it is written."""

import re
from typing import NamedTuple

from press.manuscript.loose_marks import EDGE, HIDDEN


class Mark(NamedTuple):
    """What an author meant to write, how it looks where it failed, and how it is written."""

    mark: str
    pattern: re.Pattern[str]
    mend: str


_NOTE = "Begin a paragraph with `**Note:**` instead."
_PLAIN = "Take them out: a manuscript has none."
_BOXES = "note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|important|caution|hint|attention"
_CODES = (
    "amp|nbsp|lt|gt|quot|apos|copy|reg|trade|mdash|ndash|hellip|shy|deg|frac12|frac14|frac34|times|ntilde|Ntilde|szlig"
    "|[rl][sd]quo|[A-Za-z](?:acute|grave|uml|circ|tilde|cedil)"
)


def _mark(mark: str, pattern: str, mend: str) -> Mark:
    return Mark(mark, re.compile(pattern, re.M), mend)


# In the order in which they are looked for; where one was found, no other is told on that line.
MARKS = (
    _mark("a note's box, `[!NOTE]`", r"^\[!\w+\]", _NOTE),
    _mark("a box, `:::` or `!!!`", rf"^[ \t]*(?::{{3,}}|(?:!!!|\?\?\?\+?) +(?:{_BOXES})\b)", _NOTE),
    _mark("a template's, `{{ }}` or `{% %}`", r"\{\{[^\n]{0,200}?\}\}|\{%[^\n]{0,200}?%\}|\{#[^\n]{0,200}?#\}", _PLAIN),
    _mark("a class, `{: }`", r"\{ ?[:.][\w.#: =\"'-]{1,100}\}", _PLAIN),
    _mark(
        "a table's, `|`",
        r"^(?:[ \t]*\|[^\n|]*\||[^\n|]*\S[ \t]\|[ \t][^\n]*\n[^\n|]*\S[ \t]\|[ \t])[\s\S]*",
        "Below a table's first line put one of hyphens, such as `| --- | --- |`, with as many columns.",
    ),
    _mark(
        "a note's, `[^1]`, without its text",
        rf"\[\^[^\]\s{HIDDEN}]+\]",
        "Write the note on a line of its own, such as `[^1]: Its text.`",
    ),
    _mark("a note within the text, `^[`", r"\^\[", "Write `[^1]`, and on a line of its own `[^1]: Its text.`"),
    _mark(
        "a formula's, `$`",
        r"^\$\$$|\$\$[^\s$][^$]*\$\$|\$(?=[^\s$])[^$\n]{0,200}[\\^_=][^$\n]{0,200}(?<=\S)\$(?![\d$])",
        "Say it in words.",
    ),
    _mark("a formula's, `\\`", r"\\(?:[a-zA-Z]{2,20}\{|(?:newpage|pagebreak|clearpage)\b)", "Say it in words, or take it out."),
    _mark(
        "a link's, `]( )`",
        r"\]\([^()\n]{0,200}\s[^()\n]{0,200}\)",
        "An address has no space: rename the file, or write `%20` for each space.",
    ),
    _mark("a link's, `]( )`", r"\]\(", "Close each bracket, and put no link inside another."),
    _mark(
        "a link's, `[ ][ ]`",
        r"\[[^\[\]\n]+\]\[[^\[\]\n]*\]",
        "Write the address in round brackets, such as `[the report](../report.md)`.",
    ),
    _mark("a link's, `[ ] ( )`", rf"\[[^\[\]\n]+\] \({EDGE}", "Put no space between `]` and `(`."),
    _mark(
        "a link's address, `[ ]:`",
        rf"^\[[^\]\n]+\]:[ \t]*(?:{EDGE}|<|\.{{0,2}}/|\S+\.(?:md|html?|png|jpe?g|webp)\b)",
        "Put an empty line before it, and no space into the address.",
    ),
    _mark("a forum's, `[/b]`", r"\[/[a-z]{1,10}\]", "Write `**bold**` and `*italic*`, and links as `[words](address)`."),
    _mark("a box to tick, `[ ]`", r"^\[ ?\]|^\[[xX]\](?=[^\W\d_])", "Write `- [ ] ` at the line's beginning, with both spaces."),
    _mark("a row of contents, `[TOC]`", r"^\[(?:TOC|toc|_TOC_)\]$", "Take it out: the page has its own."),
    _mark(
        "bold or italic words', `*`",
        rf"(?<![\w*])\*{{2,}}(?=[^\s*])|(?:^|\s)\*\*\s[^*\n]+\*\*|(?<![\w*])\*(?=[^\W\d_][^*\n]*\s\*(?!\w))|\*{EDGE}(?=\w)",
        "Put the same marks right before the first word and right after the last.",
    ),
    _mark(
        "bold or italic words', `_`",
        r"(?<![\w_])__(?=[^\W_])|(?<![\w_])_(?=[^\W\d_][^_\n]*\s_(?!\w))",
        "Put the same marks right before the first word and right after the last.",
    ),
    _mark("struck words', `~~`", r"~~", "Put `~~` right before the first word and right after the last."),
    _mark("code's, a backtick", r"`", "Put one before and one after."),
    _mark("a heading's, `===`", r"^={2,}[ \t]*$", "Begin the heading's line with `## ` instead."),
    _mark("a heading's, `#######`", r"^#{7,}[ \t]", "A heading has at most six `#`."),
    _mark("a letter's code, `&amp`", rf"&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|{_CODES})(?![\w;])", "Type the letter itself."),
    _mark("a letter's code, `&…;`", r"&[A-Za-z][A-Za-z0-9]{1,31};", "Type the letter itself."),
    _mark("raised words', `^`", r"(?<=\w)\^[^\s^]{1,20}\^", "Write the words plainly."),
    _mark(
        "a list's, without a space",
        r"^[-+*][^\W\d_][^\n]*\n[-+*][^\W\d_]",
        "Put a space after each mark, and an empty line above the list.",
    ),
    _mark("a word's explanation, `: `", r"(?<=\n): +\S", "Write it as a sentence, or as an item of a list."),
    _mark("`+++`", r"^\+{3,}[ \t]*$", _PLAIN),
    _mark("a backslash", rf"(?<![\\{HIDDEN}])\\[ \t]*\Z", "Take it out."),
)
