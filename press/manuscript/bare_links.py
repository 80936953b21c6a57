"""Reads addresses that stand bare in a text as links, as GitHub does (https://github.github.com/gfm/#autolinks-extension-).

Where GitHub's program and its specification differ, this does as the program: `"https://…"` in quotes is a link too.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SCHEME = re.compile(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.I)
_MAY_STAND_BEFORE_WWW = frozenset(" \t\n*_~(")
_HOST = re.compile(r"[^\s!-,/:-@\[-^`{-~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2027\u2030-\u205e]+")
_RUN = re.compile(r"[^ \t\n\v\f\r<]*")
_ENDING = re.compile(r"(?:[?!.,:*_~'\"]|&[A-Za-z]+;|;)\Z")
_E_MAIL = re.compile(r"(?:mailto:)?[A-Za-z0-9.+_-]{1,200}@(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){1,200}")
_BRACKETS = re.compile(r"\\.|[\[\]]", re.S)


def extend(parser: MarkdownIt) -> None:
    """Let `parser` find bare addresses."""
    # A text is read in one go up to a sign that may mean something, and so does this one.
    parser.inline.terminator_re = re.compile(parser.inline.terminator_re.pattern + r"|www\.")
    parser.inline.ruler.push("bare_web", _web)
    parser.core.ruler.after("inline", "bare_mail", _mail)


def trimmed(address: str) -> str:
    """An address without the marks that end a sentence or close a bracket round it."""
    while True:
        ending = _ENDING.search(address[-40:])
        if ending:
            address = address[: -len(ending[0])]
        elif address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1]
        else:
            return address


def _web(state: StateInline, silent: bool) -> bool:
    """An inline rule: an address that begins with http://, https://, ftp:// or www."""
    if silent or state.linkLevel:
        return False
    start = _start(state)
    if start is None or _is_in_brackets(state.src[:start]):
        return False
    run = _RUN.match(state.src, start, state.posMax)
    address = trimmed(run[0]) if run else ""
    href = state.md.normalizeLink(address if "://" in address[:8] else f"http://{address}")
    if not _has_host(address) or not state.md.validateLink(href):
        return False
    state.pending = state.pending[: len(state.pending) - (state.pos - start)]
    for token in _link(address, href, 0):
        made = state.push(token.type, token.tag, token.nesting)
        made.attrs, made.info, made.content = token.attrs, token.info, token.content
    state.pos = start + len(address)
    return True


def _start(state: StateInline) -> int | None:
    """Where an address begins whose "://" or "www." stands here."""
    src, pos = state.src, state.pos
    if src.startswith("www.", pos):
        return pos if not pos or src[pos - 1] in _MAY_STAND_BEFORE_WWW else None
    found = _SCHEME.search(src[max(pos - 6, 0) : pos]) if src.startswith("://", pos) else None
    return pos - len(found[0]) if found and state.pending.endswith(found[0]) else None


def _is_in_brackets(before: str) -> bool:
    """Whether a square bracket is open where the text `before` ends: there GitHub looks for no address."""
    depth = 0
    for found in _BRACKETS.finditer(before) if "[" in before else ():
        depth = max(depth + {"[": 1, "]": -1}.get(found[0], 0), 0)
    return depth > 0


def _has_host(address: str) -> bool:
    found = _HOST.match(address, address.find("://") + 3 if "://" in address[:8] else 0)
    labels = found[0].split(".") if found else []
    is_long = len(labels) > 11  # then underscores are taken
    return bool(found and labels[0].strip("-_") and address[4:]) and (is_long or "_" not in "".join(labels[-2:]))


def _mail(state: StateCore) -> None:
    """A core rule: e-mail addresses in what is text and not yet a link."""
    for block in state.tokens:
        if block.children and "@" in block.content:
            block.children = list(_with_mail(block.children))


def _with_mail(children: list[Token]) -> Iterator[Token]:
    depth = 0
    for token in children:
        depth += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type != "text" or depth or "@" not in token.content:
            yield token
            continue
        at = 0
        for found in _E_MAIL.finditer(token.content):
            address, after = found[0], token.content[found.end() : found.end() + 1]
            if after != "@" and address[-1].isalpha() and "." in address.partition("@")[2]:
                yield Token("text", "", 0, content=token.content[at : found.start()], level=token.level)
                yield from _link(address, "mailto:" + address.removeprefix("mailto:"), token.level)
                at = found.end()
        yield token.copy(content=token.content[at:])


def _link(address: str, href: str, level: int) -> tuple[Token, Token, Token]:
    return (
        Token("link_open", "a", 1, attrs={"href": href}, info="auto", level=level),
        Token("text", "", 0, content=address, level=level + 1),
        Token("link_close", "a", -1, info="auto", level=level),
    )
