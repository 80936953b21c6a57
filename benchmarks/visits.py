"""Serves a built site as a usual host does, visits it with a real browser, and counts what the browser fetches.

Counted are the bytes of bodies as they are sent: text compressed with gzip, level 6, as common servers and hosts do; pictures,
fonts and Pagefind's own files (compressed already) as they lie there. Headers are not counted. The server counts, not the
browser: so what workers fetch is counted too. Nothing is kept between visits: each is a first one.
"""

import contextlib
import functools
import gzip
import http.server
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest")
WINDOW = 0.04  # seconds: a slowed browser runs for its share of each


@dataclass(frozen=True)
class Sent:
    """A file that the browser fetched, by its path on the site, and its bytes as sent."""

    path: str
    size: int


@dataclass
class Served:
    """A site on this machine: its address, its folder, and what has been fetched since the last `clear`."""

    url: str
    folder: Path
    sent: list[Sent] = field(default_factory=list)

    def settle(self, page: Page, quiet: float = 1.0) -> None:
        """Wait until the page is loaded and nothing has been asked for in `quiet` seconds, by the page or a worker."""
        page.wait_for_load_state("networkidle", timeout=0)
        while True:
            before = len(self.sent)
            page.wait_for_timeout(quiet * 1000)
            if len(self.sent) == before:
                return


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Served

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = _packed(path) if found else b""
        if found:
            self.site.sent.append(Sent(path.relative_to(self.site.folder).as_posix(), len(body)))
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0) if path.suffix in TEXT else path.read_bytes()


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Served]:
    """The site built in `folder`, served while the block runs. Large text is compressed before: no visit waits for it."""
    site = Served("", folder)
    for path in folder.rglob("*"):
        if path.suffix in TEXT and path.stat().st_size > 100_000:
            _packed(path)
    handler = type("Host", (_Host,), {"site": site})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        site.url = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """This machine's own Chromium, on one core where the system lets us choose."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        sys.exit("This drives a real browser, and there is none: install Chromium.")
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if cores:
        os.sched_setaffinity(0, {max(cores)})  # the browser inherits it
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        if cores:
            os.sched_setaffinity(0, cores)
        yield browser
        browser.close()


@contextlib.contextmanager
def visit(browser: Browser, url: str) -> Iterator[Page]:
    """A reader's first visit: a window of 1280 × 900 with nothing kept from before, just loaded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(600_000)
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


@contextlib.contextmanager
def slowed(browser: Browser, share: float) -> Iterator[None]:
    """Let the whole browser, its workers too, run only a `share` of the time: all its processes stop and go on together.

    The browser's own means of slowing down does not reach workers.
    """
    if share >= 1:
        yield
        return
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    group = os.getpgid(next(int(process["id"]) for process in found if process["type"] == "browser"))
    assert group != os.getpgid(0), "the browser has a process group of its own"
    over = threading.Event()

    def beat() -> None:
        while not over.is_set():
            os.killpg(group, signal.SIGSTOP)
            time.sleep(WINDOW * (1 - share))
            os.killpg(group, signal.SIGCONT)
            time.sleep(WINDOW * share)

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
