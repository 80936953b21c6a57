"""Builds synthetic sites with the press and with plain MkDocs + Material, and prints what each costs.

Both get the same pages in the same navigation: the plain one builds what `press export` writes, with Material's own search.
CPU seconds are those of the command and all its children; the ratio, not the seconds, is what carries to another machine.
"""

import argparse
import datetime
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import synthetic

ROOT = Path(__file__).resolve().parent.parent
PLAIN = """\
site_name: Plain MkDocs and Material
site_url: https://plain.example/
docs_dir: pages
theme: {name: material, font: false, features: [navigation.tabs, navigation.indexes, navigation.prune, navigation.footer]}
plugins: [search]
markdown_extensions: [tables, toc, smarty]
not_in_nav: "*"
nav: %s
"""


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
    project = synthetic.project(ROOT, folder / "press", count)
    other = folder / "plain"
    other.mkdir()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    _run([sys.executable, "-m", "press", "--root", str(project), "export", str(other / "pages")], folder, environment)
    (other / "mkdocs.yml").write_text(PLAIN % json.dumps(_nav(other / "pages")), encoding="utf-8")
    build = [sys.executable, "-m", "press", "--root", str(project), "site", "--no-handouts"]
    # Turn and turn about, so that a busy moment of the machine hits both.
    ours, plain, check = [], [], []
    for _ in range(runs):
        ours.append(_run(build, folder, environment))
        plain.append(_run([sys.executable, "-m", "mkdocs", "build", "--quiet"], other, environment))
        check.append(_run([sys.executable, "-m", "press", "--root", str(project), "check"], folder, environment))
    return min(ours), min(plain), min(check)


def _nav(pages: Path) -> list[object]:
    """The same pages in the navigation as on the press's site: all but the stories and their lists."""
    toolkits = [
        {folder.name: [f"toolkits/{folder.name}/index.md", *_names(pages, folder)]}
        for folder in sorted((pages / "toolkits").iterdir())
        if folder.is_dir()
    ]
    return [
        {"Home": "index.md"},
        {"Toolkits": ["toolkits/index.md", *toolkits]},
        {"Stories": "stories/index.md"},
        {"The work behind it": [path.name for path in sorted(pages.glob("*.md")) if path.name != "index.md"]},
        {"Contribute": ["contributing/index.md", "contributing/fields.md"]},
    ]


def _names(pages: Path, folder: Path) -> list[str]:
    return [path.relative_to(pages).as_posix() for path in sorted(folder.glob("*.md")) if path.name != "index.md"]


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    """CPU seconds, user and system, of a command and its children."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (end.ru_utime - start.ru_utime) + (end.ru_stime - start.ru_stime)


if __name__ == "__main__":
    main()
