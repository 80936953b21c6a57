"""Turns the files that Pagefind made of a site's pages into records: the very words that a search looks through and shows."""

import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

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
    """The pages of the `index`, in the order of their names."""
    for path in sorted((index / "fragment").glob("*.pf_fragment"), key=lambda path: path.stem):
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))
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
    languages = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]
    return " ".join(sorted(language["hash"] for language in languages.values()))
