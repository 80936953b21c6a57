"""Looks over a built site before it is published: it is whole, each address on it leads somewhere, and it loads only its own."""

import posixpath
import re
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

MOST = 20  # faults that are named

# The quick look finds whatever may be an address in a tag, and words in a text that look so. It may say too much and never
# too little: a value is taken whole, and one that a quotation mark in a text has torn has an angle bracket in it. Only a page
# where something looks amiss is given to the parser, which takes ten times as long.
_USUAL = ("href", "src")
_MAY_BE = tuple(re.compile(rf"""{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*))""") for name in _USUAL)
_LINK = re.compile(r"""<link((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_CANONICAL = ' rel="canonical"'  # as press/theme writes it, on every page
# All else that may have an address, written as nh3 and the press's templates do; none of it is on a usual page.
_RARE = ("srcset=", "poster=", "action=", "background=", "<object", "url(", "@import", "<base", "<style", 'http-equiv="refresh')

_CSS = re.compile(r"""url\(\s*["']?([^"')]*?)["']?\s*\)|@import\s+["']([^"']*)["']""", re.I)
_REFRESH = re.compile(r"""^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']*)""", re.I)
_ADDRESSES = {"href", "xlink:href", "src", "poster", "data", "action", "formaction", "background"}
_FOLLOWED = {"a", "area", "form", "button", "input"}  # their addresses are gone to, and not loaded
_SAID = {"canonical", "alternate", "license", "me", "author", "prev", "next", "help"}  # kinds of <link> that load nothing

Ask = Callable[[str], bool]


class NotSound(Exception):
    """The new site is not sound; the text says why, one reason a line."""


def look_over(site: Path, must_have: tuple[str, ...]) -> None:
    """Make sure that the `site` has the files that it `must_have`, that no address on it is dead, and that it loads only its own.

    Raises NotSound with what is wrong.
    """
    there = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    faults = [f"{name} is missing" for name in must_have if name not in there]
    known: dict[tuple[str, str], bool] = {}  # pages share most of their addresses
    for page in sorted(name for name in there if name.endswith(".html")):
        faults += _faults(page, (site / page).read_text(encoding="utf-8"), there, known)
    if faults:
        more = [f"… and {len(faults) - MOST} more"] if len(faults) > MOST else []
        raise NotSound("\n".join(faults[:MOST] + more))


def _faults(page: str, html: str, there: set[str], known: dict[tuple[str, str], bool]) -> list[str]:
    folders = _above(page)

    def is_dead(address: str) -> bool:
        # The error page's addresses start at the site's own, which is not this folder's.
        return page != "404.html" and _dead(address, folders, there, known)

    if not _looks_amiss(html, is_dead):
        return []
    found = set(_Addresses.on(html))
    dead = {address for address, _ in found if is_dead(address)}
    foreign = {address for address, is_loaded in found if is_loaded and _is_foreign(address)}
    return [f"{page}: {address} leads nowhere" for address in sorted(dead)] + [
        f"{page}: loads {address} from another host" for address in sorted(foreign)
    ]


def _looks_amiss(html: str, is_dead: Ask) -> bool:
    """Whether the parser has to read the page."""
    small = html.lower()
    if any(word in small for word in _RARE) or any(small.count(name) != html.count(name) for name in (*_USUAL, "<link")):
        return True
    for name, pattern in zip(_USUAL, _MAY_BE, strict=True):
        for values in set(pattern.findall(html)):
            address = unescape("".join(values))
            if "<" in address or is_dead(address) or (name == "src" and _is_foreign(address)):
                return True
    links = _LINK.findall(html)
    return len(links) != html.count("<link") or any("//" in link and _CANONICAL not in link for link in links)


class _Addresses(HTMLParser):
    """Collects each address in a page's tags, and whether a browser loads what is there by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []
        self._in_style = False

    @classmethod
    def on(cls, html: str) -> list[tuple[str, bool]]:
        """The addresses on the page `html`."""
        parser = cls()
        parser.feed(html)
        parser.close()
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        given = {name: value or "" for name, value in reversed(attrs)}  # the first counts, as in a browser
        said = tag == "link" and bool(_SAID.intersection(given.get("rel", "").lower().split()))
        is_loaded = tag not in _FOLLOWED and not said
        self.found += [
            (given[name].strip(), is_loaded) for name in _ADDRESSES.intersection(given) if name != "data" or tag == "object"
        ]
        for name in ("srcset", "imagesrcset"):
            self.found += [(address, True) for address in _of_set(given.get(name, ""))]
        self._css(given.get("style", ""))
        if (
            tag == "meta"
            and given.get("http-equiv", "").lower() == "refresh"
            and (to := _REFRESH.match(given.get("content", "")))
        ):
            self.found.append((to[1].strip(), False))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._css(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def _css(self, text: str) -> None:
        self.found += [("".join(parts).strip(), True) for parts in _CSS.findall(text)]


def _of_set(text: str) -> Iterator[str]:
    """The addresses of a `srcset`: each is followed by its size, and by a comma."""
    return (part.split()[0] for part in re.split(r",\s+|,(?=\S+\s)", text) if part.split())


def _is_foreign(address: str) -> bool:
    return bool(re.match(r"(?:https?:|ftp:)?[\\/]{2}", address, re.I))


def _above(page: str) -> list[str]:
    """The folder of `page` and those above it, the site's own last."""
    folders = page.split("/")[:-1]
    return ["/".join(folders[:depth]) for depth in range(len(folders), -1, -1)]


def _dead(address: str, folders: list[str], there: set[str], known: dict[tuple[str, str], bool]) -> bool:
    up = 0
    while up < len(folders) - 1 and address.startswith("../", 3 * up):
        up += 1
    place = folders[up], address[3 * up :]
    if place not in known:
        known[place] = _leads_nowhere(place[1], place[0], there)
    return known[place]


def _leads_nowhere(address: str, folder: str, there: set[str]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    if parts.scheme or parts.netloc or not parts.path:
        return False
    path = unquote(parts.path)
    goal = posixpath.normpath(posixpath.join(folder, path))
    return posixpath.join(goal, "index.html").removeprefix("./") not in there and (goal not in there or path.endswith("/"))
