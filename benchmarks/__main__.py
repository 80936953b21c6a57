"""Builds synthetic sites with the press and with plain MkDocs + Material, and prints what each costs.

Both get the same pages in the same navigation: the plain one builds what `press export` writes, with Material's own search.
CPU seconds are those of the command and all its children; the ratio, not the seconds, is what carries to another machine.
"""

import argparse
import datetime
import os
import sys
import tempfile
from pathlib import Path

from benchmarks import sites, synthetic


def main() -> None:
    """Measure every size and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[200, 1000], help="how many stories (200 and 1000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the cheapest counts (3)")
    given = parser.parse_args()
    machine = f"Python {sys.version.split()[0]}, {os.cpu_count()} cores"
    print(f"{datetime.date.today():%d %B %Y}, {machine}; CPU seconds, cheapest of {given.runs}\n")
    print("| stories | the press, search included | plain MkDocs + Material | ratio | a story more costs | `make check` alone |")
    print("|---|---|---|---|---|---|")
    before: tuple[int, float] | None = None
    for count in given.stories:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            ours, plain, check = _measure(Path(folder), count, given.runs)
        slope = f"{(ours - before[1]) / (count - before[0]) * 1000:.1f} ms" if before else "–"
        print(f"| {count:,} | {ours:.2f} | {plain:.2f} | {ours / plain:.2f} | {slope} | {check:.2f} |", flush=True)
        before = count, ours


def _measure(folder: Path, count: int, runs: int) -> tuple[float, float, float]:
    project = synthetic.project(sites.ROOT, folder / "press", count)
    other = folder / "plain"
    sites.plain(project, other)
    # Turn and turn about, so that a busy moment of the machine hits both.
    ours, plain, check = [], [], []
    for _ in range(runs):
        ours.append(sites.run(sites.ours(project, "site", "--no-handouts"), folder))
        plain.append(sites.run(sites.PLAIN_BUILD, other))
        check.append(sites.run(sites.ours(project, "check"), folder))
    return min(ours), min(plain), min(check)


if __name__ == "__main__":
    main()
