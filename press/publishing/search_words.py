"""Turns the pages of a search index into the words of the site: which page has which, and how much it is about it.

Browsers ask these files, and show pages by them alone. Pagefind looks for the next shorter word where it has none, splits
“GitHub,” in two, and loads its whole index for a filter: its answer may rest on a word that nobody asked for. So it is asked for
phrases alone, and its files give the pages to show.

    search/words.json    which words stand in which part, and the names of the other files
    search/HASH.json     a part: {stem: {"on": pages, "also": {what stands in for it: pages}}}, in the order of the stems
    search/HASH.json     words as they are written, the frequent first: all, or with many those of one first letter
    search/HASH.json     the names of the pages, as Pagefind's files have them; which pages have each value of each filter

A page is a number: its place among the names. Pages go as steps from one to the next times 64, plus how much the page is about
the word (`_worth`). Files are named for what is in them, so a browser that has an older `words.json` asks for a file that is
gone, and knows.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.library import stems
from press.library.synonyms import StandIns
from press.publishing import search_pages
from press.publishing.search_pages import Page

FOLDER = "search"
_PART = 6_000  # characters: what a browser loads for a word; the most frequent words alone have more
_NEAR_IN_ONE = 6_000  # words: more go by their first letters
_BASES = {"title": 48, "summary": 32, "heading": 16}
_LEVELS = 16  # of how often a page has a word, for its length


@dataclass(frozen=True)
class _Found:
    """Where the words of a site stand: for each stem its pages, with a worth; and what stands between spaces, how often."""

    on: Mapping[str, Mapping[int, int]]
    written: Counter[str]


def write(site: Path, stand_ins: StandIns) -> None:
    """Write `site/search/` for the index in `site/pagefind/`."""
    pages = tuple(search_pages.read(site / "pagefind"))
    found = _find(pages)
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    entries: dict[str, dict[str, Any]] = {stem: {"on": _packed(on)} for stem, on in found.on.items()}
    for asked, instead in stand_ins.items():
        also = {words: _packed(on) for words in instead if (on := _pages_with(words, pages, found.on))}
        if also:
            key = " ".join(stems.of_text(asked))
            entries.setdefault(key, {"on": []}).setdefault("also", {}).update(also)
    index = {
        "edition": search_pages.edition(site / "pagefind"),
        "pages": len(pages),
        "parts": list(_parts(entries, folder)),
        "near": dict(_near(found.written, folder)),
        "runs": sorted(key for key in entries if " " in key),
        "names": _kept([page.name for page in pages], folder),
        "filters": _kept(_filters(pages), folder),
    }
    (folder / "words.json").write_text(_json(index), encoding="utf-8")


def _find(pages: tuple[Page, ...]) -> _Found:
    on: dict[str, dict[int, int]] = defaultdict(dict)
    written: Counter[str] = Counter()
    usual = sum(len(page.words) for page in pages) / max(len(pages), 1)
    for number, page in enumerate(pages):
        repeated = Counter(page.words)
        counts: Counter[str] = Counter()
        for word, count in repeated.items():
            for stem in stems.of_word(word):
                counts[stem] += count
        places = {
            place: {stem for text in texts for word in text.split() for stem in stems.of_word(word)}
            for place, texts in page.places.items()
        }
        for stem, count in counts.items():
            on[stem][number] = _worth(count, len(page.words) / usual, [name for name in _BASES if stem in places[name]])
        written.update(repeated)
    return _Found(on, written)


def _worth(count: int, length: float, places: list[str]) -> int:
    """0 to 63: what stands in a title goes before what stands in a summary, and that before any number of times in a text.

    `count` is how often a page has the word, `length` that of the page over the usual one (the measure is that of BM25).
    """
    often = count / (count + 1.2 * (0.25 + 0.75 * length))
    return max((_BASES[place] for place in places), default=0) + min(int(often * _LEVELS), _LEVELS - 1)


def _pages_with(words: str, pages: tuple[Page, ...], on: Mapping[str, Mapping[int, int]]) -> Mapping[int, int]:
    """The pages that have the `words` one after another."""
    telling = stems.of_text(words)
    if not telling or any(stem not in on for stem in telling):
        return {}
    run = [found[0] for word in words.split() if (found := stems.forms(word))]
    return {
        number: min(on[stem][number] for stem in telling)
        for number in sorted(set.intersection(*(set(on[stem]) for stem in telling)))
        if len(run) == 1 or _has(pages[number].words, run)
    }


def _has(words: tuple[str, ...], run: list[str]) -> bool:
    known = [found for word in words if (found := stems.forms(word))]
    starts = (at for at in range(len(known) - len(run) + 1) if run[0] in known[at])
    return any(all(form in found for form, found in zip(run, known[at : at + len(run)], strict=True)) for at in starts)


def _filters(pages: tuple[Page, ...]) -> dict[str, dict[str, list[int]]]:
    """The pages that have each value of each filter, packed as those of a word are, with a worth of nothing."""
    on: dict[str, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for number, page in enumerate(pages):
        for name, values in page.filters.items():
            for value in values:
                on[name][value][number] = 0
    return {name: {value: _packed(found) for value, found in sorted(values.items())} for name, values in sorted(on.items())}


def _packed(on: Mapping[int, int]) -> list[int]:
    packed, last = [], 0
    for number in sorted(on):
        packed.append((number - last) * 64 + on[number])
        last = number
    return packed


def _parts(entries: Mapping[str, object], folder: Path) -> Iterator[tuple[str, str]]:
    """The first stem of each part, and the name of its file."""
    part: dict[str, object] = {}
    size = 0
    for stem in sorted(entries):
        written = len(_json(entries[stem])) + len(stem) + 4
        if part and size + written > _PART:
            yield min(part), _kept(part, folder)
            part, size = {}, 0
        part[stem] = entries[stem]
        size += written
    if part:
        yield min(part), _kept(part, folder)


def _near(written: Counter[str], folder: Path) -> Iterator[tuple[str, str]]:
    """The first letter of the words in each file, and its name; no letter where one file has all."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in written.items():
        for shown in stems.shown(word):
            spelled[stems.plain(shown)][shown] += count
    groups: dict[str, list[str]] = defaultdict(list)
    for plain in sorted(spelled, key=lambda plain: (-spelled[plain].total(), plain)):
        best = min(spelled[plain].items(), key=lambda pair: (not pair[0].islower(), -pair[1], pair[0]))[0]
        groups[plain[:1] if len(spelled) > _NEAR_IN_ONE else ""].append(best)
    for letter, words in sorted(groups.items()):
        yield letter, _kept(words, folder)


def _kept(content: object, folder: Path) -> str:
    text = _json(content).encode()
    name = f"{hashlib.sha256(text).hexdigest()[:12]}.json"
    (folder / name).write_bytes(text)
    return name


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
