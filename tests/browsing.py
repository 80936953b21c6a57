"""Serves a built site to a real browser under a strict policy, and asks axe-core for barriers."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from projects import ROOT

PREFIX = "/books/"  # a site under a path, as on GitHub Pages: every address must hold there too
# What a page can't say of itself (docs/contributing/developers.md); the rest of the policy stands in the pages.
POLICY = "frame-ancestors 'none'"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = 1280, 320
TAKEN_DOWN = "test-data-taken-down"


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves the built site below its prefix, with its own page for what is missing."""

    prefix = PREFIX

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path.removeprefix(self.prefix) if inside else "/outside-the-site")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class RootServer(Server):
    """Serves the site at a domain's root."""

    prefix = "/"


def copied(root: Path) -> Path:
    """A copy of this project in `root`, with one story more that was taken down: its page is a kind of its own."""
    made = (".git", ".venv", ".press", "site", "*.egg-info", "__pycache__", "node_modules")
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*made, "tests", "benchmarks"))
    (root / "stories" / f"{TAKEN_DOWN}.md").write_text("---\nwithdrawn: 2026-11-01\n---\n", encoding="utf-8")
    return root


def build(root: Path, *options: str, **settings: str) -> None:
    """Build the site of the project in `root`, with `settings` in the environment."""
    environment = {**os.environ, "PYTHONPATH": str(root), **settings}
    command = [sys.executable, "-m", "press", "site", *options]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@contextlib.contextmanager
def served(root: Path, *options: str, **settings: str) -> Iterator[str]:
    """The address of a site, built in `root` from a copy of this project with `settings` in the environment."""
    copied(root)
    handler = functools.partial(Server, directory=str(root / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        build(root, *options, SITE_URL=url, **settings)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield url
        server.shutdown()


def barriers(page: Page, axe: str) -> list[str]:
    """What axe-core finds, one line for each rule and place."""
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: false})",
        AXE_TAGS,
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def serve_while(folder: str, process: int) -> None:
    """Serve the site in `folder`, after printing the port, until `process` is gone."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=folder)) as server:
        print(server.server_port, flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with contextlib.suppress(ProcessLookupError):
            while True:
                os.kill(process, 0)
                time.sleep(0.5)


if __name__ == "__main__":
    serve_while(sys.argv[1], int(sys.argv[2]))
