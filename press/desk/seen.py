"""Turns a story, also one that can't be read, into what its file still tells: titles, old addresses, pictures, its last day.

Where the front matter is broken, lines that look like those fields are taken for them: a story must be found and taken down
all the same.
"""

import re
from dataclasses import dataclass

from press.library.load import Library
from press.manuscript import decoding, links
from press.manuscript.source import Source

_TITLE = re.compile(r"^[ \t]*(?:[\"']?title[\"']?[ \t]*:|#(?=[ \t]))[ \t]*(\S.*)", re.M | re.I)
_ALIASES = re.compile(r"^[ \t]*aliases[ \t]*:((?:[ \t]*\[[^\]]*\]?)|(?:\s*\n[ \t]*-[^\n]*)+|[^\n]*)", re.M)
_DAY = re.compile(r"^[ \t]*withdrawn[ \t]*:[ \t]*[\"']?(\d{4}-\d\d-\d\d)\b", re.M)
_PICTURE = re.compile(r"^[ \t-]*file[ \t]*:[ \t]*[\"']?([^\s\"']+)|!\[[^\]\n]{0,500}\]\(<?([^)>\s]+)", re.M)
_PART = re.compile(r"[\w./-]+")


@dataclass(frozen=True)
class Seen:
    """What can be seen of a story. `pictures` are those that it lists or shows, as it writes their names."""

    titles: tuple[str, ...]
    aliases: tuple[str, ...]
    pictures: frozenset[str]
    withdrawn: str


def seen(library: Library, source: Source) -> Seen:
    """What the story of `source` tells, by its fields where they could be read, and by its text where they could not."""
    return _fields(source) if source.front else _lines(_text(library, source.path))


def _fields(source: Source) -> Seen:
    title, aliases, pictures = (source.front.get(name) for name in ("title", "aliases", "pictures"))
    listed = {str(one.get("file", "")) for one in pictures if isinstance(one, dict)} if isinstance(pictures, list) else set()
    shown = {address for _, address in links.destinations(source.tokens)}
    return Seen(
        (title,) if isinstance(title, str) else (),
        tuple(one for one in aliases if isinstance(one, str)) if isinstance(aliases, list) else (),
        frozenset(listed | shown),
        str(source.front.get("withdrawn", "")),
    )


def _text(library: Library, path: str) -> str:
    """The file as far as it can be made out; "" for a link to another file."""
    file = library.root / path
    if file.is_symlink() or not file.is_file():
        return ""
    with file.open("rb") as opened:
        data = opened.read(decoding.MAX_BYTES)
    coding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data.decode(coding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str) -> Seen:
    day = _DAY.search(text)
    return Seen(
        tuple(dict.fromkeys(found[1].strip() for found in _TITLE.finditer(text))),
        tuple(dict.fromkeys(part for found in _ALIASES.finditer(text) for part in _PART.findall(found[1]) if part != "-")),
        frozenset(one or other for one, other in _PICTURE.findall(text)),
        day[1] if day else "",
    )
