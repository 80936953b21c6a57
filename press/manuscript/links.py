"""Turns a manuscript's links, which work on GitHub, into links between the site's pages.

On GitHub `docs/` lies beside `toolkits/` and `stories/`; on the site its pages lie at the root. A link to what is not
published today leads to what stands in its place, so that no consent that ends can leave a dead one behind.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from press.manuscript import anchors, brackets
from press.manuscript.source import Source

ROOT = "docs/"  # the folder whose pages lie at the root of the site; as library.folders.ROOT, which lies above this


@dataclass(frozen=True)
class Goals:
    """What links may lead to: the manuscripts that have a page, the stories whose page is a notice, and the pictures.

    `instead` has the page that stands for any other manuscript of a folder: a list, for stories.
    """

    pages: Mapping[str, Source] = field(default_factory=dict)
    notices: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    instead: tuple[tuple[str, str], ...] = ()


def uri(path: str) -> str:
    """Where the file at the project's `path` lies on the site, as a Markdown page: "docs/about.md" is "about.md"."""
    return path.removeprefix(ROOT)


def destinations(tokens: Iterable[Token]) -> Iterator[tuple[Token, str]]:
    """Each link or picture in the text, as the block that holds it and the address as written."""
    for block in tokens:
        for child in block.children or ():
            address = child.attrGet("href" if child.type == "link_open" else "src")
            if child.type in ("link_open", "image") and isinstance(address, str):
                yield block, address


def is_relative(address: str) -> bool:
    """Whether the address points to a file of the project."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.path) and not (parts.scheme or parts.netloc or address.startswith(("/", "\\")))


def target(address: str, path: str) -> str:
    """The project's path that `address` points to from the file at `path`, without its anchor."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(urlsplit(address).path)))


@dataclass(frozen=True)
class Goal:
    """Where a link leads: the page's place on the site, and the manuscript whose headings an anchor may name, if it may."""

    uri: str = ""
    source: Source | None = None


def goal_of(address: str, path: str, goals: Goals) -> Goal:
    """Where a relative link in the manuscript at `path` leads.

    A story that is not on the web gives the list of stories (`Goals.instead`); a notice has no headings, so it is linked
    without anchor. What else is not there, a picture of such a story too, gives no goal: the words stay and the link goes.
    """
    found = target(address, path)
    if found in goals.pages:
        return Goal(uri(found), goals.pages[found])
    if found in goals.notices or found in goals.pictures:
        return Goal(uri(found))
    standing = (page for folder, page in goals.instead if found.startswith(folder) and found.endswith(".md"))
    return Goal(next(standing, ""))


def place(address: str, source: Source | None) -> str:
    """What a page's address has behind it, for a link as it is written: `#` and the heading's place on the page of `source`.

    "" where nothing can be named there. What is no heading of the text may be one that its page has besides.
    """
    _, mark, anchor = address.partition("#")
    if source is None:
        return ""
    found = source.places.get(anchors.key(anchor))
    return mark + (quote(found) if found else anchor)


def on_site(body: str, path: str, goals: Goals) -> str:
    """The `body` of the manuscript at `path` with its links as they hold between the site's pages, as plain Markdown."""
    return brackets.readdressed(body, lambda written: _moved(written, path, goals))


def _moved(written: str, path: str, goals: Goals) -> str:
    """The address for one as it is written; "" for one that leads nowhere today."""
    address = normalizeLink(unescapeAll(written))
    if not is_relative(address):
        return written
    goal, (_, mark, anchor) = goal_of(address, path, goals), address.partition("#")
    here = posixpath.dirname(uri(path)) or "."
    kept = mark + anchor if goal.source else ""  # other generators make a heading's address as GitHub does
    return quote(posixpath.relpath(goal.uri, here), safe="/!$&'*+,;=@~") + kept if goal.uri else ""
