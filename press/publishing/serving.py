"""Shows the site to a browser of this machine while its texts are written, anew after every change."""

import gc
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from press.disk import lock, refusal, scratch
from press.disk.scratch import WORK
from press.library import settings, synonyms
from press.manuscript.source import Known
from press.publishing import build_log, mkdocs_plugin, preview, search_index, showing, watch
from press.publishing.showing import Shown
from press.terminal.progress import stages

_KEPT = 2  # sites: a browser may still be reading the one before


def serve(root: Path, port: int, with_handouts: bool = True) -> int:
    """Show the site of the project at `root` until the run is ended; gives 1 where it can't begin.

    It is shown at once, with the handouts of before, and again once those of today are made.
    """
    shown = Shown(lambda site: _make_search(root, site))
    try:
        server = showing.Server(port, shown)
    except (OSError, OverflowError):
        said = f"Port {port} is taken, or not yours to use. Stop what uses it, or name another: make serve PORT={port + 1}"
        print(said, file=sys.stderr)
        return 1
    with server, scratch.folder(root / WORK / "scratch") as folder:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _Renewal(root, folder, shown, server.server_port).run(_print if with_handouts else None)
    return 0


def _print(root: Path) -> None:
    """Make the handouts of what is sound; those of an earlier run are offered where that can't be done."""
    try:
        with lock.only_one(root / WORK), stages() as told:
            preview.printed(root, preview.read(root), told)
    except (lock.Busy, settings.BadSetting, OSError) as error:
        print(f"No new handouts: {refusal.plain(error, root) if isinstance(error, OSError) else error}", file=sys.stderr)


def _make_search(root: Path, site: Path) -> None:
    """Make a site's index when it is first asked for: a change is shown sooner without."""
    try:
        search_index.index(site, root / WORK / "scratch", synonyms.read(root)[0])
    except (search_index.SearchFailed, OSError) as error:
        print(f"The search index could not be made: {error}", file=sys.stderr)


class _Renewal:
    """Builds the site anew after each change, beside the one that is shown."""

    def __init__(self, root: Path, folder: Path, shown: Shown, port: int) -> None:
        self.root, self.folder, self.shown, self.port = root, folder, shown, port
        self.sites: list[Path] = []
        self.known: Known = {}

    def run(self, make_handouts: Callable[[Path], None] | None) -> NoReturn:
        """Build, make the handouts, and build again after each change."""
        paths = watch.watched(self.root)
        seen = watch.marks(paths)
        self.renew()
        if make_handouts:
            make_handouts(self.root)
            self.renew()
        while True:
            gc.collect()  # which a run of the press does not do by itself
            seen = watch.changed(paths, seen)
            self.renew()

    def renew(self) -> None:
        """Build once, and show what came of it: whatever that is, the next change gets its turn."""
        try:
            self._build()
        except (mkdocs_plugin.BuildFailed, settings.BadSetting) as error:
            self._fail(str(error))
        except OSError as error:
            self._fail(refusal.plain(error, self.root))
        except Exception as error:
            self._fail(build_log.in_plain_words(error))

    def _build(self) -> None:
        began, sound = time.monotonic(), preview.read(self.root, self.known)
        prefix = urlsplit(settings.load(self.root).site_url).path
        address, site = f"http://127.0.0.1:{self.port}{prefix}", self.folder / f"site-{time.monotonic_ns()}"
        mkdocs_plugin.preview(self.root, site, sound, address)
        self.shown.show(site, prefix)
        self.sites.append(site)
        for old in self.sites[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True)
        self.sites = self.sites[-_KEPT:]
        for problem in sound.to_mend.every:
            print(problem, file=sys.stderr)
        print(f"{address} shows the texts as they are now ({time.monotonic() - began:.1f} seconds).", file=sys.stderr, flush=True)

    def _fail(self, fault: str) -> None:
        self.shown.fail(fault)
        print(f"{fault}\nThe site can’t be shown until this is mended.", file=sys.stderr, flush=True)
