"""Turns web addresses that only lead on, that track who follows them, or that open for some people alone into notes.

The straight address is proposed where it can be read from the written one; nothing is asked of the web.
"""

import datetime
import ipaddress
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit

from press.checks.reading import live, pieces
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source


class Detour(NamedTuple):
    """What is to be said of an address, and how to mend it."""

    what: str
    mend: str


_LOOK = "Open it, and write the address of the page that it leads to."
WRAPPED = "This address leads to its page by a detour, where somebody can see who follows it."
TRACKED = "The end of this address is there to track who follows it."
BY_CHAT = "The end of this address tells that a chat program gave it."
SHORT = Detour("This is a short address: readers can't see where it leads, and one day it may lead nowhere.", _LOOK)
CLOSED = Detour(
    "This address may open only for people who were let in.",
    "Link to a page that everyone can read, or publish the document and link to that.",
)
NEAR = Detour("This address works on one computer or in one network only.", "Link to the page's address on the web.")

# Where a page's address stands in the address of one that leads on: a host, how the path begins, and the names of its part.
_WRAPPERS = (
    (r"(?:www\.)?google\.[a-z.]{2,6}", "/url", ("q", "url")),
    (r"lm?\.(?:facebook|messenger|instagram)\.com", "/", ("u",)),
    (r".+\.safelinks\.protection\.outlook\.com", "/", ("url",)),
    (r"statics\.teams\.cdn\.office\.net", "/evergreen-assets/safelinks", ("url",)),
    (r"slack-redir\.net", "/link", ("url",)),
    (r"(?:www\.)?youtube\.com", "/redirect", ("q",)),
    (r"duckduckgo\.com", "/l/", ("uddg",)),
    (r"(?:www\.)?linkedin\.com", "/redir/", ("url",)),
    (r"(?:www\.)?linkedin\.com", "/safety/go", ("url",)),
    (r"out\.reddit\.com", "/", ("url",)),
    (r"(?:www\.)?bing\.com", "/ck/a", ()),
    (r".+\.list-manage\.com", "/track/click", ()),
    (r".+\.sendgrid\.net", "/ls/click", ()),
)
_SHORT = frozenset(
    "t.co bit.ly bitly.com j.mp tinyurl.com goo.gl ow.ly buff.ly is.gd v.gd rb.gy cutt.ly shorturl.at t.ly lnkd.in fb.me tiny.cc "
    "rebrand.ly bl.ink trib.al dlvr.it amzn.to a.co g.co forms.gle s.id qr.ae nyti.ms wapo.st hubs.ly mailchi.mp u.to".split()
)
_TRACKS = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igsh(?:id)?|yclid|twclid|ttclid|li_fat_id|_hs(?:enc|mi)"
    r"|mkt_tok|vero_id|oly_(?:enc|anon)_id|_gl|ref_src",
    re.I,
)
_CHAT = re.compile(r"chatgpt|openai|perplexity|copilot|gemini|claude", re.I)
_SI = re.compile(r"(?:www\.|m\.|open\.)?(?:youtube\.com|youtu\.be|spotify\.com)")
_CLOSED = re.compile(
    r"docs\.google\.com/(?:a/[^/]+/)?(?:document|spreadsheets|presentation|drawings|forms)/(?:u/\d+/)?d/(?!e/)"
    r"(?!.*/(?:pub|pubhtml|embed|viewform)$)"
    r"|drive\.google\.com/|(?:classroom|mail|meet)\.google\.com/|[^/]+\.sharepoint\.com/|onedrive\.live\.com/|1drv\.ms/"
    r"|(?:www\.)?dropbox\.com/(?:home|s|scl|work)/|(?:www\.)?notion\.so/|teams\.microsoft\.com/|[^/]+\.slack\.com/"
    r"|outlook\.(?:office(?:365)?|live)\.com/|(?:[^/]+\.)?zoom\.us/j/|chatgpt\.com/c/|claude\.ai/chat/|gemini\.google\.com/app",
    re.I,
)
_BARE = re.compile(r"https?://[^\s<>()\[\]\"“”]{3,1000}", re.I)
_MAY_BE_SAID = re.compile(r"https?://[!-?A-_a-z~]{3,200}")  # no `@`, which may be part of somebody's own address


def addresses_lead_straight_to_their_page(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A web address leads to its page by no detour, tracks nobody, and opens for everyone."""
    for source in live(library):
        for line, address in _addresses(source):
            found = detour(address)
            if found:
                yield Problem(source.path, line, "detours", found.what, found.mend, "review")


def _addresses(source: Source) -> Iterator[tuple[int, str]]:
    profile = source.front.get("profile")
    if isinstance(profile, str):
        yield source.line_of("profile"), profile
    in_link = False
    for line, piece in pieces(source):
        if piece.type in ("link_open", "link_close"):
            in_link = piece.type == "link_open"
        if piece.type == "link_open":
            yield line, str(piece.attrGet("href") or "")
        elif piece.type == "text" and not in_link and "://" in piece.content:
            for found in _BARE.finditer(piece.content):
                yield line, found[0].rstrip(".,:;!?'’*_")


def detour(address: str) -> Detour | None:
    """What is to be said of a web address, if anything."""
    parts = _split(address)
    if parts is None:
        return None
    host = (parts.hostname or "").removesuffix(".")
    inner = _unwrapped(parts)
    if inner is not None:
        return Detour(WRAPPED, _write(_straight(inner)))
    if host.removeprefix("www.") in _SHORT and parts.path.strip("/"):
        return SHORT
    if _CLOSED.match(host + (parts.path or "/")):
        return CLOSED
    if _is_near(host):
        return NEAR
    tracking = [value for name, value in parse_qsl(parts.query) if _tracks(name, host)]
    if tracking:
        by_chat = any(map(_CHAT.search, tracking))
        mend = _write(_straight(address))
        return Detour(BY_CHAT, f"Read the page yourself. {mend}") if by_chat else Detour(TRACKED, mend)
    return None


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        return parts if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _write(address: str) -> str:
    return f"Write `{address}`." if _MAY_BE_SAID.fullmatch(address) and _split(address) else _LOOK


def _unwrapped(parts: SplitResult) -> str | None:
    """The address that a wrapper's leads to, "" where it can't be read; None where it is no wrapper's."""
    host = parts.hostname or ""
    if re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", host) and parts.path.startswith("/amp/s/"):
        return "https://" + parts.path.removeprefix("/amp/s/")
    if host == "urldefense.com" and "/v3/__" in parts.path:
        inner = re.search(r"/v3/__(https?:/+.*?)__;", urlunsplit(parts))
        return re.sub(r"^(https?:)/+", r"\1//", inner[1]) if inner and "*" not in inner[1] else ""
    asked = dict(parse_qsl(parts.query))
    if host.startswith("urldefense.") and "u" in asked:
        return unquote(asked["u"].replace("-", "%").replace("_", "/"))
    for pattern, path, names in _WRAPPERS:
        if re.fullmatch(pattern, host) and parts.path.startswith(path):
            return next((asked[name] for name in names if _split(asked.get(name, ""))), "" if not names or asked else None)
    return None


def _straight(address: str) -> str:
    """An address without further wrappers, and without what only tracks."""
    for _ in range(3):
        parts = _split(address)
        inner = _unwrapped(parts) if parts else None
        if not inner:
            break
        address = inner
    if not (parts := _split(address)):
        return ""
    host = parts.hostname or ""
    kept = [pair for pair in parts.query.split("&") if not _tracks(unquote(pair.partition("=")[0]), host)]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _tracks(name: str, host: str) -> bool:
    return bool(_TRACKS.fullmatch(name)) or (name == "si" and bool(_SI.fullmatch(host)))


def _is_near(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))
