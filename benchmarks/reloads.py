"""Measures how long a writer waits, from saving a text until the browser shows it, beside plain MkDocs and Material.

Both show the same pages: the plain one what `press export` writes. Both are asked by turns; the ratio, not the seconds, is what
carries to another machine.
"""

import argparse
import contextlib
import datetime
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks import sites

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PATIENCE = 120_000  # milliseconds


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reloads", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="changes to each (7)")
    runs: int = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, sync_playwright() as play:
        project, other = sites.own(Path(folder) / "press"), Path(folder) / "plain"
        sites.plain(project, other)
        story = next(path.name for path in sorted((project / "stories").glob("*.md")))
        texts = project / "stories" / story, other / "pages/stories" / story
        expect.set_options(timeout=PATIENCE)
        browser = play.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=[*FLAGS])
        ours = [*sites.ours(project, "serve", "--no-handouts"), "--port"]
        plain = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr"]
        with _served(ours, "{}", project) as one, _served(plain, "127.0.0.1:{}", other) as two:
            pages = [browser.new_page() for _ in texts]
            for page, address in zip(pages, (one, two), strict=True):
                page.goto(f"{address}stories/{story.removesuffix('.md')}/", timeout=PATIENCE)
            waits = [[_wait(page, text, run) for page, text in zip(pages, texts, strict=True)] for run in range(runs)]
        browser.close()
    machine = f"Python {sys.version.split()[0]}, {os.cpu_count()} cores"
    print(f"{datetime.date.today():%d %B %Y}, {machine}; seconds on the clock, of {runs}\n")
    print("| from saving a story until it is seen | median | at most | ratio |\n|---|---|---|---|")
    middle = [statistics.median(row) for row in zip(*waits, strict=True)]
    for name, row, median in zip(("`make serve`", "plain `mkdocs serve`"), zip(*waits, strict=True), middle, strict=True):
        print(f"| {name} | {median:.2f} | {max(row):.2f} | {median / middle[1]:.2f} |")


@contextlib.contextmanager
def _served(command: list[str], where: str, folder: Path) -> Iterator[str]:
    """The address of a server that runs meanwhile, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder.with_suffix(".log")
    with (
        log.open("w") as said,
        subprocess.Popen([*command, where.format(port)], cwd=folder, env=sites.ENVIRONMENT, stdout=said, stderr=said) as running,
    ):
        try:
            while not (found := re.search(rf"http://127\.0\.0\.1:{port}/\S*", log.read_text(encoding="utf-8"))):
                if running.poll() is not None:
                    sys.exit(log.read_text(encoding="utf-8"))
                time.sleep(0.1)
            yield found[0]
        finally:
            running.terminate()


def _wait(page: Page, text: Path, run: int) -> float:
    """Seconds until the `page` shows a line that is added to its `text`."""
    page.bring_to_front()  # a page out of sight asks for nothing
    line = f"A line of run {run} is added."
    changed = f"{text.read_text(encoding='utf-8')}\n{line}\n"
    start = time.monotonic()
    text.write_text(changed, encoding="utf-8")
    expect(page.get_by_text(line)).to_be_visible()
    return time.monotonic() - start


if __name__ == "__main__":
    main()
