"""Turns what somebody calls a story into the one that they mean: by a name, a file, an address of the site, or a title.

Whoever asks for a story to be taken down has a link, perhaps an old one, or knows its title; few know the name of its file.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from press.checks.reading import near
from press.desk.seen import Seen, seen
from press.library.kinds import STORY
from press.library.load import Library
from press.manuscript import typographer
from press.manuscript.source import Source


class NoStory(Exception):
    """There is no such story, or more than one; the text says so to an editor."""


def one(library: Library, asked: str) -> Source:
    """The one story that `asked` means, sound or not. Raises NoStory, which names all where it may mean several."""
    found = meant(library, asked)
    if len(found) > 1:
        raise NoStory(f"Several stories may be meant: {', '.join(text.path for text in found)}. Name one by its file.")
    if not found:
        near_name = near(STORY.name_meant(asked), (name for path in library.sources if (name := STORY.name_at(path))))
        mend = f"Did you mean {near_name}?" if near_name else "Give its file, its title or its address on the site."
        raise NoStory(f"There is no story of this name in stories/. {mend}")
    return found[0]


def meant(library: Library, asked: str) -> tuple[Source, ...]:
    """The stories that `asked` may mean, sound or not, in the order of their files; one alone where it is a story's own file."""
    stories = {path: text for path, text in library.sources.items() if STORY.name_at(path)}
    exact = stories.get(asked.strip().removeprefix("./"))
    if exact:
        return (exact,)
    return tuple(
        text
        for path, text in sorted(stories.items())
        if _is_called(seen(library, text), f"{STORY.folder}/{STORY.name_at(path)}", asked)
    )


def _is_called(story: Seen, address: str, asked: str) -> bool:
    title, given = _plain(asked), _address(asked)
    if title and any(_plain(one) == title for one in story.titles):
        return True
    addresses = {address.casefold(), *(alias.strip("/").casefold() for alias in story.aliases)}
    if _is_of_the_web(asked):  # the site may lie under a path of its host
        return any(f"/{given}".endswith(f"/{one}") for one in addresses if one)
    return given in addresses or given in set(_short(addresses))


def _short(addresses: set[str]) -> Iterator[str]:
    """Addresses below the stories' folder as people type them, without it."""
    for address in addresses:
        if address.startswith(f"{STORY.folder}/"):
            yield address.removeprefix(f"{STORY.folder}/")


def _is_of_the_web(asked: str) -> bool:
    return "://" in asked or bool(re.match(r"(?:www\.|[\w-]+\.[a-z]{2,}/|localhost)", asked.strip(), re.I))


def _address(asked: str) -> str:
    """The address or file that was typed, as an alias is written: no host, no search, no slash or ending at its end."""
    path = urlsplit(asked.strip()).path if "://" in asked else re.split(r"[?#]", asked.strip())[0]
    bare = unquote(path).strip("/").removeprefix("./").casefold()
    return re.sub(r"(?:/index)?\.(?:md|html)$|/index$", "", bare)


def _plain(title: str) -> str:
    """A title for comparison: with the quotes that the press sets, in small letters, without quotes or a stop round it."""
    return typographer.line(" ".join(title.split())).casefold().strip(" .“”‘’\"'")
