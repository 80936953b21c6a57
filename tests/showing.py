"""Builds the site of a small project and serves it to a real browser."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import Server
from press.publishing import mkdocs_plugin
from projects import editions


@contextlib.contextmanager
def shown(root: Path, server_of: type[Server] = Server) -> Iterator[str]:
    """The address of the site of the project at `root`, built into it without handouts; `server_of` says below which path."""
    handler = functools.partial(server_of, directory=str(root / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        url = f"http://127.0.0.1:{server.server_port}{server_of.prefix}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", url)
            mkdocs_plugin.build(root, root / "site", editions(root))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield url
        server.shutdown()
