"""Builds the site of a small project and serves it to a real browser."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import PREFIX, Server
from press.publishing import mkdocs_plugin
from projects import editions


@contextlib.contextmanager
def shown(root: Path) -> Iterator[str]:
    """The address of the site of the project at `root`, built into it without handouts."""
    handler = functools.partial(Server, directory=str(root / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", url)
            mkdocs_plugin.build(root, root / "site", editions(root))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield url
        server.shutdown()
