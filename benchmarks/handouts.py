"""Makes the project's handouts with the press, with plain WeasyPrint and with Chromium, and prints what each costs.

All three get the same HTML. Plain WeasyPrint is `write_pdf()` with default settings for each document: once as a command for
each, once in one process for all. Seconds are those on the clock, best of the runs; the ratio is what carries.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdf

from benchmarks import sites
from press.handouts.sheets import layouts, rendering
from press.handouts.sheets.rendering import Sheet
from press.library import edition, settings
from press.library.load import load
from press.publishing import publish

OURS = "import sys, pathlib, build_pdfs; sys.exit(build_pdfs.main(sys.argv[2:], pathlib.Path(sys.argv[1])))"
PLAIN = """
import sys, pathlib, weasyprint
for path in map(pathlib.Path, sys.argv[1:]):
    weasyprint.HTML(path).write_pdf(path.with_suffix(".pdf"))
"""
CHROMIUM = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--generate-pdf-document-outline",
)  # fmt: skip


def main() -> None:
    """Measure and print two Markdown tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.handouts", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the quickest counts (3)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        project = sites.own(folder / "project")
        ready = edition.prepare(load(project), "print", publish.today())
        made = rendering.sheets(ready, tuple(layouts.PAPERS), settings.load(project).site_url)
        pages = [_page(sheet, folder / "html") for sheet in made]
        ways = _ways(project, pages, folder)
        seconds = _measure(ways, runs)
        _print(ways, seconds, runs, len(pages))
        _runs_again(project, folder, runs)


def _page(sheet: Sheet, folder: Path) -> Path:
    """The sheet's HTML as a file that finds its style sheets."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{sheet.stem}.html"
    path.write_text(sheet.html.replace("<head>", f'<head><base href="{sheet.css.as_uri()}">', 1), encoding="utf-8")
    return path


Way = tuple[str, Callable[[], None], Path]
"""What it is called, what it does, and the folder that its PDFs lie in."""


def _ways(project: Path, pages: list[Path], folder: Path) -> list[Way]:
    names = [str(page) for page in pages]
    html = folder / "html"
    ways: list[Way] = []
    for jobs, what in ((1, "the press, 1 process"), (2, "the press, 2 processes")):
        ways.append((what, _ours(project, folder / f"ours-{jobs}", jobs), folder / f"ours-{jobs}"))
    ways.append(("plain WeasyPrint, a command for each document", lambda: _each(names), html))
    ways.append(("plain WeasyPrint, one process for all", lambda: _run(PLAIN, *names), html))
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser:
        out = folder / "chromium"
        ways.append(("Chromium, a command for each document", lambda: _chromium(browser, pages, out), out))
    return ways


def _ours(project: Path, out: Path, jobs: int) -> Callable[[], None]:
    return lambda: _run(OURS, str(project), "--paper", "both", "--force", "--jobs", str(jobs), "--out", str(out))


def _each(names: list[str]) -> None:
    for name in names:
        _run(PLAIN, name)


def _chromium(browser: str, pages: list[Path], out: Path) -> None:
    out.mkdir(exist_ok=True)
    for page in pages:
        goal = out / f"{page.stem}.pdf"
        command = [browser, *CHROMIUM, f"--user-data-dir={out / 'profile'}", f"--print-to-pdf={goal}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def _measure(ways: list[Way], runs: int) -> dict[str, tuple[float, list[str]]]:
    """The quickest run of each way, and a hash of all its PDFs after each run. Turn and turn about."""
    found: dict[str, tuple[float, list[str]]] = {}
    for _ in range(max(runs, 2)):
        for name, make, out in ways:
            for left in out.glob("*.pdf"):
                left.unlink()
            start = time.perf_counter()
            make()
            took = time.perf_counter() - start
            data = b"".join(path.read_bytes() for path in sorted(out.glob("*.pdf")))
            best, hashes = found.get(name, (took, []))
            found[name] = min(best, took), [*hashes, hashlib.sha256(data).hexdigest()]
    return found


def _print(ways: list[Way], seconds: dict[str, tuple[float, list[str]]], runs: int, documents: int) -> None:
    machine = f"Python {sys.version.split()[0]}, {os.cpu_count()} cores"
    print(f"{date.today():%d %B %Y}, {machine}; {documents} documents; seconds on the clock, quickest of {runs}\n")
    print("| | seconds | pages a second | speed, plain WeasyPrint = 1 | pages | fields | tagged PDF/UA-1 | same bytes each run |")
    print("|---|---|---|---|---|---|---|---|")
    plain = seconds["plain WeasyPrint, a command for each document"][0]
    for name, _, out in ways:
        took, hashes = seconds[name]
        readers = [pypdf.PdfReader(path) for path in sorted(out.glob("*.pdf"))]
        pages, fields = sum(len(reader.pages) for reader in readers), sum(len(reader.get_fields() or {}) for reader in readers)
        tagged = "yes" if all("pdfuaid:part" in _metadata(reader) for reader in readers) else _marked(readers)
        same = "yes" if len(set(hashes)) == 1 else "no"
        speed = f"{pages / took:.2f} | {plain / took:.2f} | {pages} | {fields}"
        print(f"| {name} | {took:.2f} | {speed} | {tagged} | {same} |", flush=True)


def _metadata(reader: pypdf.PdfReader) -> str:
    stream = reader.root_object.get("/Metadata")
    return stream.get_object().get_data().decode(errors="replace") if stream else ""


def _marked(readers: list[pypdf.PdfReader]) -> str:
    return "tagged only" if all("/StructTreeRoot" in reader.root_object for reader in readers) else "no"


def _runs_again(project: Path, folder: Path, runs: int) -> None:
    """A run with nothing to do and runs with a changed activity, as shares of a full one.

    A paragraph for the facilitator stands in the booklet and the activity's own handout; a title stands in every layout.
    """
    shares: dict[str, list[float]] = {
        "full": [], "nothing changed": [], "one activity: a paragraph more": [], "one activity: another title": []
    }  # fmt: skip
    activity = project / "toolkits" / "personal-inquiry" / "ready-check.md"
    text = activity.read_text(encoding="utf-8")
    for number in range(runs):
        activity.write_text(text, encoding="utf-8")
        out = folder / f"again-{number}"
        for name in shares:
            if name.endswith("more"):
                activity.write_text(text.replace("## Steps\n", "A paragraph more.\n\n## Steps\n", 1), encoding="utf-8")
            elif name.endswith("title"):
                activity.write_text(text.replace("title: ", "title: My ", 1), encoding="utf-8")
            start = time.perf_counter()
            _run(OURS, str(project), "--paper", "both", "--out", str(out))
            shares[name].append(time.perf_counter() - start)
    full = min(shares["full"])
    print("\n| a run of the press | seconds | share of a full run |\n|---|---|---|")
    for name, took in shares.items():
        print(f"| {name} | {min(took):.2f} | {min(took) / full:.1%} |")


def _run(code: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=sites.ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"This failed: {' '.join(arguments)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


if __name__ == "__main__":
    main()
