"""Records what a first visit to a page of each kind fetches, on our site and on plain MkDocs + Material, and prints it.

Both have the same pages: the project's own, with its handouts, or many synthetic stories. Everything counts that is fetched
until the page is idle, without the reader's doing; bytes as benchmarks/visits.py says. Material fetches its search index on
every page: that has a column of its own, and a ratio without it.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks import sites
from benchmarks.visits import Sent, chromium, served, visit

PLACES = {
    "home": "",
    "toolkit": "toolkits/personal-inquiry/",
    "activity": "toolkits/personal-inquiry/ready-check/",
    "story": "stories/{story}/",
    "list of stories": "stories/",
}
SORTS = {
    ".html": "HTML", ".css": "CSS", ".js": "JS", ".woff2": "fonts", ".woff": "fonts", ".svg": "pictures", ".png": "pictures",
    ".jpg": "pictures", ".webp": "pictures", ".ico": "pictures",
}  # fmt: skip
INDEX = "search index"
TOTALS = ("without fonts and index", "without fonts", "all")
SHOWN = ("HTML", "CSS", "JS", "pictures", "other", INDEX, "fonts", *TOTALS)


def main() -> None:
    """Measure a page of each kind and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weights", description=__doc__)
    parser.add_argument("--stories", type=int, default=0, help="so many synthetic stories instead of the project's own")
    parser.add_argument("--folder", type=Path, help="keep the built sites here, and use those that are here already")
    given = parser.parse_args()
    what = f"{given.stories:,} synthetic stories" if given.stories else "the project's own stories and handouts"
    print(f"{date.today():%d %B %Y}; {what}; kB (1,000 bytes) of a first visit\n")
    print(f"| | {' | '.join(SHOWN)} | requests |")
    print("|---|" + "---|" * (len(SHOWN) + 1), flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as spare:
        folder = (given.folder or Path(spare)) / (str(given.stories) if given.stories else "own")
        folder.mkdir(parents=True, exist_ok=True)
        ours, plain = sites.build(folder, given.stories, handouts=not given.stories)
        story = min(path.stem for path in (folder / "press" / "stories").glob("*.md"))
        places = {kind: place.format(story=story) for kind, place in PLACES.items()}
        for kind, mine, theirs in zip(places, fetched(ours, places.values()), fetched(plain, places.values()), strict=True):
            _print(kind, mine, theirs)


def fetched(site: Path, places: Iterable[str]) -> list[list[Sent]]:
    """What a first visit to each of the `places` on the site built in a folder fetches until nothing more is asked for."""
    found = []
    with chromium() as browser, served(site) as host:
        for place in places:
            host.sent.clear()
            with visit(browser, host.url + place) as page:
                host.settle(page)
            found.append(list(host.sent))
    return found


def sort(file: Sent) -> str:
    """The column that a file belongs to."""
    if file.path.startswith("search/"):
        return INDEX
    return SORTS.get(Path(file.path).suffix, "other")


def _print(kind: str, mine: list[Sent], theirs: list[Sent]) -> None:
    """Two rows, ours first, and one that says how many times the other's ours is."""
    sums = [_sums(files) for files in (mine, theirs)]
    for name, found, files in zip((f"**{kind}**: the press", "plain Material"), sums, (mine, theirs), strict=True):
        cells = [f"{found[column] / 1000:.1f}" if found[column] else "–" for column in SHOWN]
        print(f"| {name} | {' | '.join(cells)} | {len(files)} |")
    ratios = [f"{sums[0][column] / sums[1][column]:.2f}" if column in TOTALS else "" for column in SHOWN]
    print(f"| ratio | {' | '.join(ratios)} | {len(mine) / len(theirs):.2f} |", flush=True)


def _sums(files: list[Sent]) -> Counter[str]:
    found: Counter[str] = Counter()
    for file in files:
        found[sort(file)] += file.size
    without, index = sum(found.values()) - found["fonts"], found[INDEX]
    return found | Counter({TOTALS[0]: without - index, TOTALS[1]: without, TOTALS[2]: without + found["fonts"]})


if __name__ == "__main__":
    main()
