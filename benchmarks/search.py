"""Searches synthetic sites, ours with Pagefind and the plain one with Material's own search, and prints what it costs readers.

Each search is a first one: a reader comes to a story's page, opens the search as soon as the page is loaded, and asks. Same
browser, same words, turn and turn about. Seconds are those on the clock from opening the search to the first result in sight;
bytes are counted as benchmarks/visits.py says. The ratios are what carries to another machine.
"""

import argparse
import gzip
import json
import os
import re
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import sites
from benchmarks.visits import Sent, Served, chromium, served, slowed, visit

WORDS = ("grading", "listening", "student voice", "family", "what do students say")
STORY = "stories/synthetic-00000/"


@dataclass(frozen=True)
class Side:
    """Where to ask, where the answer stands, and which files are search's own."""

    name: str
    field: str
    first: str
    files: re.Pattern[str]


OURS = Side("the press", "#_search-words", "#_search .hit", re.compile(r"pagefind/|search/|assets/press/search"))
PLAIN = Side(
    "Material", "[data-md-component=search-query]", ".md-search-result__link", re.compile(r"search/|assets/javascripts/workers/")
)


@dataclass(frozen=True)
class Cost:
    """What search fetched, in bytes, and the seconds from opening it to the first result in sight."""

    size: int
    seconds: float


def unused(browser: Browser, site: Served, side: Side) -> int:
    """The bytes that search costs a first visit to a story's page which does not use it."""
    site.sent.clear()
    with visit(browser, site.url + STORY) as page:
        site.settle(page)
    return of(side, site.sent)


def ask(browser: Browser, site: Served, side: Side, words: str, share: float = 1) -> Cost:
    """A first visit to a story's page, and a first search for `words`."""
    site.sent.clear()
    with slowed(browser, share), visit(browser, site.url + STORY) as page:
        start = time.perf_counter()
        page.keyboard.press("/")
        page.locator(side.field).fill(words)
        page.locator(side.first).first.wait_for()
        seconds = time.perf_counter() - start
        site.settle(page)
    return Cost(of(side, site.sent), seconds)


def of(side: Side, sent: list[Sent]) -> int:
    """The bytes of search's own files."""
    return sum(file.size for file in sent if side.files.match(file.path))


def main() -> None:
    """Measure every size and print two Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[200, 1000, 5000], help="how many stories (200 1000 5000)")
    parser.add_argument("--words", nargs="+", default=WORDS, help="what is searched, each by itself")
    parser.add_argument("--cpu", type=float, default=0.25, help="the share of one core that the browser gets (0.25)")
    parser.add_argument("--folder", type=Path, help="keep the built sites here, and use those that are here already")
    given = parser.parse_args()
    words = ", ".join(given.words)
    print(f"{date.today():%d %B %Y}, {os.cpu_count()} cores; the browser on {given.cpu:g} of one; searched: {words}\n")
    print("| stories | | before use, kB | first result, kB: median | at most | ratio | seconds: median | at most | ratio |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    grown = []
    for count in given.stories:
        with tempfile.TemporaryDirectory(prefix="bench-") as spare:
            folder = (given.folder or Path(spare)) / str(count)
            folder.mkdir(parents=True, exist_ok=True)
            built = sites.build(folder, count)
            _measure(count, built, given.words, given.cpu)
            grown.append(_growth(count, built[0]))
    columns = (
        "stories",
        "a story's page",
        "filters of lists",
        "Pagefind's page list",
        "filters",
        "words: middle part",
        "largest",
        "near words",
    )
    print(f"\nkB of ours, gzipped:\n\n| {' | '.join(columns)} |")
    print("|---|---|---|---|---|---|---|---|")
    print("\n".join(grown))


def _measure(count: int, built: tuple[Path, Path], words: tuple[str, ...], share: float) -> None:
    found: dict[Side, list[Cost]] = {OURS: [], PLAIN: []}
    with chromium() as browser, served(built[0]) as ours, served(built[1]) as plain:
        hosts = ((OURS, ours), (PLAIN, plain))
        before = {side: unused(browser, site, side) for side, site in hosts}
        for each in words:
            for side, site in hosts:
                found[side].append(ask(browser, site, side, each, share))
    sizes = {side: [cost.size for cost in costs] for side, costs in found.items()}
    times = {side: [cost.seconds for cost in costs] for side, costs in found.items()}
    for side in found:
        size = f"{_kb(statistics.median(sizes[side]))} | {_kb(max(sizes[side]))} | {_ratio(sizes, side)}"
        took = f"{statistics.median(times[side]):.1f} | {max(times[side]):.1f} | {_ratio(times, side)}"
        print(f"| {count:,} | {side.name} | {_kb(before[side])} | {size} | {took} |", flush=True)


def _ratio(found: Mapping[Side, Sequence[float]], side: Side) -> str:
    return f"{statistics.median(found[side]) / statistics.median(found[PLAIN]):.3f}"


def _growth(count: int, site: Path) -> str:
    """A row on the files of ours that may grow with the number of stories."""
    page, lists = (len(gzip.compress((site / name).read_bytes(), 6)) for name in (f"{STORY}index.html", "stories/find.json"))
    found = {kind: sum(path.stat().st_size for path in (site / "pagefind").rglob(f"*.pf_{kind}")) for kind in ("meta", "filter")}
    index = json.loads((site / "search" / "words.json").read_text(encoding="utf-8"))
    names = ([name for _, name in index["parts"]], index["near"].values())
    parts, near = (sorted(len(gzip.compress((site / "search" / name).read_bytes(), 6)) for name in some) for some in names)
    sizes = [page, lists, found["meta"], found["filter"], statistics.median(parts), parts[-1], near[-1]]
    return f"| {count:,} | {' | '.join(map(_kb, sizes))} |"


def _kb(size: float) -> str:
    return f"{size / 1000:,.1f}" if size < 100_000 else f"{size / 1000:,.0f}"


if __name__ == "__main__":
    main()
