"""Turns what somebody calls a story into the stories that they may mean: a name, a file, an address of the site, a title.

Whoever asks for a story to be taken down has a link, perhaps an old one, or knows its title; few know the name of its file.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from press.library.kinds import STORY
from press.library.load import Library
from press.manuscript import typographer
from press.manuscript.source import Source


def meant(library: Library, asked: str) -> tuple[Source, ...]:
    """The stories that `asked` may mean, sound or not, in the order of their files; one alone where it is a story's own file."""
    stories = {path: text for path, text in library.sources.items() if STORY.name_at(path)}
    exact = stories.get(asked.strip().removeprefix("./"))
    if exact:
        return (exact,)
    return tuple(text for path, text in sorted(stories.items()) if _is_called(text, STORY.name_at(path) or "", asked))


def _is_called(text: Source, name: str, asked: str) -> bool:
    title, aliases = text.front.get("title"), text.front.get("aliases")
    given = _address(asked)
    if isinstance(title, str) and _plain(title) and _plain(title) == _plain(asked):
        return True
    former = {alias.strip("/").casefold() for alias in aliases if isinstance(alias, str)} if isinstance(aliases, list) else set()
    addresses = {f"{STORY.folder}/{name}".casefold(), *former}
    if _is_of_the_web(asked):  # the site may lie under a path of its host
        return any(f"/{given}".endswith(f"/{address}") for address in addresses)
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
    return typographer.line(" ".join(title.split())).casefold().strip(" .“”\"'")
