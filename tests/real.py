"""Publishes the project's own manuscripts once a run, with all handouts on both papers, for every test that reads them."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from filelock import FileLock

from browsing import PREFIX, build, copied
from press.handouts.sheets import layouts, rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.store import manifest
from press.handouts.store.manifest import Handout
from press.library import edition
from press.library.edition import Edition
from press.library.load import load
from press.publishing import publish


@dataclass(frozen=True)
class Real:
    """The publication as it stands today: served at `url`, made in `root` from a copy of this project."""

    url: str
    root: Path

    @property
    def handouts(self) -> Path:
        """The folder with its PDFs."""
        return self.root / "site" / "handouts"

    @cached_property
    def printed(self) -> Edition:
        """What of it may be printed."""
        return edition.prepare(load(self.root), "print", publish.today())

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """All its sheets, as they were before they were set."""
        return rendering.sheets(self.printed, tuple(layouts.PAPERS), self.url)

    def sheets_of(self, layout: str) -> tuple[Sheet, ...]:
        """Those of one layout, on both papers."""
        return tuple(sheet for sheet in self.sheets if sheet.layout == layout)

    @cached_property
    def rows(self) -> dict[str, Handout]:
        """What the list of PDFs says of each, by its sheet's stem."""
        return {row.file.removesuffix(".pdf"): row for row in manifest.read(self.handouts)}

    def pdf(self, sheet: Sheet) -> bytes:
        """The PDF that was made of a sheet."""
        return (self.handouts / f"{sheet.stem}.pdf").read_bytes()


def real(folder: Path) -> Real:
    """The publication that all processes of a run have in common below `folder`; whoever comes first makes it."""
    with FileLock(folder / "real.lock"):
        note = folder / "real.json"
        if not note.exists():
            root = copied(folder / "real")
            url = f"http://127.0.0.1:{_serve(root / 'site')}{PREFIX}"
            with all_cores():
                build(root, SITE_URL=url)
            note.write_text(json.dumps({"url": url, "root": str(root)}), encoding="utf-8")
    kept = json.loads(note.read_text(encoding="utf-8"))
    return Real(kept["url"], Path(kept["root"]))


@contextlib.contextmanager
def all_cores() -> Iterator[None]:
    """What is started here may use every core, though a test run keeps to one: the others wait for it."""
    own = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if own:
        os.sched_setaffinity(0, range(os.cpu_count() or 1))
    yield
    if own:
        os.sched_setaffinity(0, own)


def _serve(folder: Path) -> int:
    """The port of a server that lives as long as the run: the process that started it may end before another needs it."""
    run = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    command = [sys.executable, str(Path(__file__).parent / "browsing.py"), str(folder), str(run)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert server.stdout is not None
    return int(server.stdout.readline())
