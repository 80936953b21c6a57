"""Turns old addresses that can't lead to their page into problems."""

import datetime
from collections.abc import Iterator
from pathlib import PurePosixPath

from press.checks.names import SITE_FOLDERS, STORY_PAGES, is_kept
from press.library.folders import FOLDERS
from press.library.former_paths import former_paths
from press.library.kinds import STORY
from press.library.load import Library
from press.manuscript import links
from press.manuscript.problem import Problem
from press.manuscript.source import Source


def old_addresses_are_free(library: Library, today: datetime.date) -> Iterator[Problem]:
    """An old address is no page's address today, and leads to one page only."""
    pages = {_address(path): path for path in library.sources}
    owners: dict[str, str] = {}
    for path, source in library.sources.items():
        for number, alias in _given(source):
            fault = _fault(alias, path, pages, owners)
            owners.setdefault(alias, path)
            if fault:
                yield Problem(path, source.line_of("aliases", number), "aliases", *fault)


def moved_pages_keep_their_addresses(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A page that was renamed lists its old address. A note: git may take one text for another, and a page may be new."""
    listed = {alias for source in library.sources.values() for _, alias in _given(source)}
    taken = {_address(path) for path in library.sources} | listed
    for path, earlier in former_paths(library.root).items():
        for address in dict.fromkeys(map(_address, earlier)):
            if path in library.sources and address not in taken:
                taken.add(address)
                what = f"This page was renamed: its old address, `{address}`, would lead nowhere."
                mend = f"Add it under `aliases`, as in `aliases: [{address}]`."
                yield Problem(path, library.sources[path].line_of("aliases"), "moved", what, mend, "review")


def _given(source: Source) -> list[tuple[int, str]]:
    given = source.front.get("aliases")
    return [(n, name) for n, name in enumerate(given) if isinstance(name, str)] if isinstance(given, list) else []


def _fault(alias: str, path: str, pages: dict[str, str], owners: dict[str, str]) -> tuple[str, str] | None:
    if pages.get(alias) == path:
        return "This is the page's own address today.", "Delete it from `aliases`."
    if alias in pages:
        return f"This is the address of {pages[alias]} today.", "Delete it from `aliases`, or rename that file."
    first, *rest = parts = alias.split("/")
    if parts[-1] == "index":
        return "An old address is written without `index`.", "Delete that part."
    if any(map(is_kept, parts)):
        return "A folder of this name can't be had on every computer.", "Delete the address from `aliases`."
    is_list = first == STORY.folder and rest and rest[0] in STORY_PAGES
    if is_list or (first in SITE_FOLDERS and (not rest or first not in FOLDERS)):
        return "The site has a page or folder of its own at this address.", "Delete it from `aliases`."
    if alias in owners:
        where = "this page lists it already" if owners[alias] == path else f"{owners[alias]} has it as well"
        return f"An old address can lead to one page only, and {where}.", "Delete one of the two."
    return None


def _address(path: str) -> str:
    """The address on the site of the manuscript at `path`, without slashes at its ends."""
    place = PurePosixPath(links.uri(path)).with_suffix("")
    return (
        "" if place.name == "index" and place.parent == PurePosixPath() else str(place.parent if place.name == "index" else place)
    )
