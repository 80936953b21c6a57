"""Turns the files that Pagefind made of a site's pages into records: the very words that a search looks through and shows."""

import errno
import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MARK = b"pagefind_dcd"  # begins each of Pagefind's files, before what it holds
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Page:
    """A page that can be found: its words in their order, the texts of its title, summary and headings, and its filters."""

    name: str
    words: tuple[str, ...]
    places: Mapping[str, tuple[str, ...]]
    filters: Mapping[str, tuple[str, ...]]


def read(index: Path) -> Iterator[Page]:
    """The pages of the `index`, in the order of their names. Raises OSError where a file of it was cut short."""
    for path in sorted((index / "fragment").glob("*.pf_fragment"), key=lambda path: path.stem):
        page = _loaded(path, gzip.decompress)
        meta = page["meta"]
        places = {
            "title": (meta.get("title", ""),),
            "summary": (meta.get("summary", ""), meta.get("theme", "")),
            "heading": tuple(anchor["text"] for anchor in page["anchors"] if anchor["element"] in _HEADINGS),
        }
        filters = {name: tuple(values) for name, values in page["filters"].items()}
        yield Page(path.stem, tuple(map(sys.intern, page["content"].split())), places, filters)


def edition(index: Path) -> str:
    """What tells this index from that of another day: Pagefind's own mark for it."""
    languages = _loaded(index / "pagefind-entry.json", bytes)["languages"]
    return " ".join(sorted(language["hash"] for language in languages.values()))


def _loaded(path: Path, opened: Callable[[bytes], bytes]) -> Any:
    try:
        return json.loads(opened(path.read_bytes()).removeprefix(_MARK))
    except (ValueError, EOFError, zlib.error) as error:
        # Pagefind says nothing of a disk that fills up under it, and nothing else cuts its files short.
        raise OSError(errno.ENOSPC, "cut short", str(path)) from error
