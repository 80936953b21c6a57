"""Publishes two editions of a small site truly, and lets one take the place of the other while people read. All is test data."""

import contextlib
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import publication
from browsing import Server
from press.publishing import mkdocs_plugin
from projects import editions

TITLE = "A trumpet in the yard"  # a story that the second edition alone has
WORD = "harpsichords"  # stands in each story of the second edition, and nowhere in the first


@dataclass(frozen=True)
class Published:
    """A site at `url`, in whose folder another edition can be put."""

    url: str
    place: Path
    editions: Mapping[str, Path]

    def put(self, edition: str) -> None:
        """Publish an edition: the site's folder changes in one step."""
        before, after = self.place.with_name("before"), self.place.with_name("after")
        shutil.copytree(self.editions[edition], after)
        self.place.rename(before)
        after.rename(self.place)
        shutil.rmtree(before)


def both(folder: Path) -> dict[str, Path]:
    """The first and the second edition of a small publication, built below `folder`."""
    root = publication.write(folder)
    built = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://site.example/")
        for name in ("first", "second"):
            built[name] = root / name
            mkdocs_plugin.build(root, built[name], editions(root))
            for story in (root / "stories").glob("*.md"):
                told = story.read_text(encoding="utf-8")
                story.write_text(told.replace("One more paragraph", f"One further paragraph, of {WORD}"), encoding="utf-8")
            new = (root / "stories" / "the-longest-table.md").read_text(encoding="utf-8")
            new = new.replace("The longest table", TITLE)
            (root / "stories" / "a-trumpet-in-the-yard.md").write_text(new, encoding="utf-8")
    return built


@contextlib.contextmanager
def published(built: Mapping[str, Path], folder: Path) -> Iterator[Published]:
    """The first edition, served from a folder below `folder`."""
    folder.mkdir(exist_ok=True)
    shutil.copytree(built["first"], folder / "site")
    handler = functools.partial(Server, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Published(f"http://127.0.0.1:{server.server_port}{Server.prefix}", folder / "site", built)
        server.shutdown()
