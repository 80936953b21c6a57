"""Turns what a keyboard has into what a typographer sets: signs in running text, and quotes in the lines of front matter.

Running text goes through `SIGNS` and through markdown-it's own rule for quotes, which sees a paragraph whole. The form in the
browser is given `SIGNS`, so what it looks at is what the checks look at.
"""

import re

from markdown_it.rules_core import StateCore

# What is looked for and what stands in its place, in the order in which they act; as markdown-it's rule "replacements".
SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\(c\)", re.I), "©"),
    (re.compile(r"\(r\)", re.I), "®"),
    (re.compile(r"\(tm\)", re.I), "™"),
    (re.compile(r"\+-"), "±"),
    (re.compile(r"\.{2,}"), "…"),
    (re.compile(r"(?<=[?!])…"), ".."),
    (re.compile(r"([?!])\1{3,}"), r"\1\1\1"),
    (re.compile(r",{2,}"), ","),
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<!\S)--(?!\S)"), "–"),
    (re.compile(r"(?:^|(?<=[^-\s]))--(?=[^-\s]|$)", re.M), "–"),
)
_ANY = re.compile(r"\((?:c|r|tm)\)|\+-|\.\.|\?{4}|!{4}|,,|--", re.I)  # a quick look
# In the order in which they act: pairs, what stands within a word or for the century, single pairs, and what ends a word.
_QUOTES = (
    (re.compile(r'"([^"]*)"'), r"“\1”"),
    (re.compile(r"(?<=\w)'(?=\w)|'(?=\d\ds?\b)"), "’"),
    (re.compile(r"(?<![^\s(\[—–“])'([^']*[^'\s])'(?!\w)"), r"‘\1’"),
    (re.compile(r"(?<=\w)'"), "’"),
)


def may_change(text: str) -> bool:
    """Whether `signs` could act on `text`, or on a part of it."""
    return bool(_ANY.search(text))


def signs(text: str) -> str:
    """A piece of running text with the typographer's signs."""
    for pattern, sign in SIGNS if may_change(text) else ():
        text = pattern.sub(sign, text)
    return text


def set_signs(state: StateCore) -> None:
    """A rule for markdown-it: `signs` in all text but addresses that are links by themselves."""
    for block in state.tokens:
        in_address, children = False, block.children or []
        escaped = [child.content if child.type == "text_special" else "" for child in children]
        for token, before, after in zip(children, ["", *escaped], [*escaped[1:], ""], strict=False):
            if token.type in ("link_open", "link_close") and token.info == "auto":
                in_address = token.type == "link_open"
            elif token.type == "text" and not in_address:
                token.content = _between(before, token.content, after)


def _between(before: str, text: str, after: str) -> str:
    """`text` with its signs, but for what goes on with an escaped sign beside it: who writes `\\---` means three hyphens."""
    rest = text.lstrip(before) if before else text
    inner = rest.rstrip(after) if after else rest
    return text[: len(text) - len(rest)] + signs(inner) + rest[len(inner) :]


def quotes(line: str) -> str:
    """A line of front matter with the typographer's quotes."""
    for pattern, quote in _QUOTES:
        line = pattern.sub(quote, line)
    return line
