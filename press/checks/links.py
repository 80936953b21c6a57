"""Turns links that would be dead on the site or on GitHub into problems."""

import datetime
import posixpath
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it.token import Token

from press.checks.reading import is_withdrawn, live, near, pieces, taken_down
from press.library import edition
from press.library.folders import FOLDERS
from press.library.load import Library
from press.library.misplaced_files import PICTURES
from press.manuscript import anchors, links
from press.manuscript.problem import Level, Problem
from press.manuscript.source import Source

*_FIRST, _LAST = (f"{folder}/" for folder in FOLDERS)
_THE_FOLDERS = f"{', '.join(_FIRST)} and {_LAST}"


class Fault(NamedTuple):
    """What is wrong with a link and how to mend it."""

    what: str
    mend: str
    level: Level = "error"


MAX_GUESSES = 50  # each looks through all names, and a text may have a thousand dead links

# The parser takes no link with these schemes, nor one with a space in its address: they are left as text.
UNTAKEN = re.compile(r"\](?:\(|:)\s{0,3}<?(?:(?P<bad>javascript|vbscript|data):|(?P<disk>file:|[a-z]:[\\/]|\\\\))", re.I)
_SAFE = re.compile(r"[a-z0-9./_-]{1,120}")  # what may be repeated: no address and no name with capitals

OWN_DISK = Fault(
    "This leads to a file on one computer only.",
    "Link to a page of this project or to a web address; put a picture beside this file, and write only its name.",
)
NO_HEADING = Fault("This link says with `#` that it leads to a heading, and not to which.", "Name it, or take the link out.")
PICTURE_AWAY = Fault(
    "The picture that this link leads to is not on the web today; readers see the link's words alone.",
    "Take the link out, or leave it so.",
    "review",
)
PICTURE_GONE = Fault(
    "There is no picture of this name; it may have gone with a story that was withdrawn. Readers see the link's words alone.",
    "Take the link out.",
    "review",
)
NO_PAGE = Fault("This link leads to no page.", "Link to a page of this project or to a web address that starts with https://.")


def links_lead_to_published_pages(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each link leads to a page, picture or heading that is there and published, on GitHub as on the site."""
    map_ = _Map(library, today)
    for source in live(library):
        for line, piece in pieces(source):
            fault = _fault(piece, source, map_)
            if fault:
                yield Problem(source.path, line, "links", *fault)


def _fault(piece: Token, source: Source, map_: "_Map") -> Fault | None:
    if piece.type == "text":
        untaken = UNTAKEN.search(piece.content) if "]" in piece.content else None
        return (OWN_DISK if untaken["disk"] else NO_PAGE) if untaken else None
    if piece.type != "link_open":
        return None
    address = str(piece.attrGet("href") or "")
    if re.match(r"[A-Za-z]:|file:|\\\\|%5C%5C", address):
        return OWN_DISK
    if address.startswith(("/", "\\")):
        mend = "Write the way from this file, such as `../docs/about.md`."
        return Fault("This link starts with a slash, which means another place on GitHub than on the site.", mend)
    try:
        parts = urlsplit(address)
    except ValueError:
        return NO_PAGE
    if parts.scheme in ("http", "https"):
        return None if parts.netloc else NO_PAGE
    if parts.scheme:  # an e-mail address in a story or toolkit is `personal-data`'s matter
        return None if parts.scheme == "mailto" else NO_PAGE
    if not address or parts.query or "@" in parts.path:
        return NO_PAGE
    if address == "#":
        return NO_HEADING
    return map_.fault(source, links.target(address, source.path) if parts.path else source.path, anchors.key(parts.fragment))


class _Map:
    """Where links may lead: what there is, what is published today, and each page's headings as they are asked for."""

    def __init__(self, library: Library, today: datetime.date) -> None:
        web = edition.prepare(library, "web", today)
        self.library = library
        self.pictures = frozenset(web.pictures)
        self.owners = edition.owners(library) | taken_down(library)
        published = {story.path for story in web.stories}
        self.withheld = {story.path for story in library.stories} - published
        self.notices = {posixpath.dirname(source.path) for source in library.sources.values() if is_withdrawn(source)}
        self.anchors: dict[str, frozenset[str]] = {}
        self.guesses = MAX_GUESSES

    def fault(self, source: Source, path: str, anchor: str) -> Fault | None:
        """What is wrong with a link from `source` to `path` and its `anchor`.

        Nothing that a consent or a date changes is an error: such a link is led elsewhere (see `press.manuscript.links`).
        """
        if path.startswith("../") or path.partition("/")[0] not in FOLDERS:
            what = f"This link leads out of {_THE_FOLDERS}, so the site can't follow it."
            return Fault(what, "Link to the page's web address.")
        if path in self.library.pictures:
            return self._picture(source, path)
        goal = self.library.sources.get(path)
        if goal is None:
            return self._absent(source, path)
        if path != source.path and is_withdrawn(goal):
            return Fault("This link leads to a story that was withdrawn.", "Take the link out.", "review")
        if anchor and goal.front and anchor not in self._anchors(goal):
            meant = self._guess(anchor, self._anchors(goal))
            mend = f"Did you mean `#{meant}`?" if meant else "Take the part from `#` on out."
            return Fault(f"There is no such heading in {posixpath.basename(path)}.", mend)
        if path != source.path and path in self.withheld:
            what = "The story that this link leads to is not on the web today; readers are led to the list of stories."
            return Fault(what, "Renew its consent, or take the link out.", "review")
        return None

    def _picture(self, source: Source, path: str) -> Fault | None:
        if path in self.pictures or self.owners.get(path) == source.path:
            return None
        if path in self.owners:
            return PICTURE_AWAY
        return Fault("No manuscript shows this picture, so it is not published and the link would be dead.", "Take the link out.")

    def _absent(self, source: Source, path: str) -> Fault:
        here = posixpath.dirname(source.path)
        if path.lower().endswith(PICTURES) and posixpath.dirname(path) in self.notices:
            return PICTURE_GONE
        for ending in (".md", "/index.md"):
            right = path.removesuffix(".html").rstrip("/") + ending
            if right in self.library.sources:
                return Fault(
                    "This link does not end in .md, so it is dead on GitHub.", f"Write `{posixpath.relpath(right, here)}`."
                )
        meant = self._guess(path, (*self.library.sources, *self.library.pictures))
        shown = f" {path}" if _SAFE.fullmatch(path) else " page of this name"
        mend = f"Did you mean `{posixpath.relpath(meant, here)}`?" if meant else "Look at its name and at the `../` before it."
        return Fault(f"There is no{shown}.", mend)

    def _guess(self, word: str, words: Collection[str]) -> str | None:
        if self.guesses <= 0 or len(words) > 2_000:
            return None
        self.guesses -= 1
        return near(word, words)

    def _anchors(self, goal: Source) -> frozenset[str]:
        if goal.path not in self.anchors:
            self.anchors[goal.path] = frozenset(goal.places) - {""}
        return self.anchors[goal.path]
