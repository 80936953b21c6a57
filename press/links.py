"""Turns a manuscript's links, which work on GitHub, into links between the site's pages.

On GitHub `docs/` lies beside `toolkits/` and `stories/`; on the site its pages lie at the root.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

# In text, as opposed to tokens: `](address` of a link or picture, and `[name]: address` of a link written below its text.
_IN_TEXT = re.compile(r"(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)([^\s)>]+)", re.M)

STORIES = "stories/index.md"


def uri(path: str) -> str:
    """Where the file at the project's `path` lies on the site, as a Markdown page: "docs/about.md" is "about.md"."""
    return path.removeprefix("docs/")


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


def on_site(body: str, path: str, withheld: frozenset[str] = frozenset()) -> str:
    """The `body` of the manuscript at `path` with its links as they hold between the site's pages.

    A link to a story that is `withheld` leads to the list of stories: a consent that ends must not stop a build.
    """
    return _IN_TEXT.sub(lambda found: found[1] + _moved(found[2], path, withheld), body)


def _moved(address: str, path: str, withheld: frozenset[str]) -> str:
    if not is_relative(address):
        return address
    goal, mark, anchor = goal_of(address, path, withheld)
    here = posixpath.dirname(uri(path)) or "."
    return posixpath.relpath(goal, here) + mark + anchor


def goal_of(address: str, path: str, withheld: frozenset[str]) -> tuple[str, str, str]:
    """Where a relative link leads: the page's place on the site, "#" if there is an anchor, and the anchor."""
    found = target(address, path)
    if found in withheld:
        return STORIES, "", ""
    _, mark, anchor = address.partition("#")
    return uri(found), mark, anchor
