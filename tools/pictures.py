"""Draws the pages that a proposal changes, before and after, once `make summary` and `make preview` are done.

summary.json says which pages these are. Those of before are made anew from the texts of the commit before, by today's press
and as of today. Of a real story there is no picture of before: its teller may have taken something back. The browser is the
machine's own.
"""

import argparse
import contextlib
import functools
import http
import http.server
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageChops

from press.library import settings
from press.library.kinds import STORY
from press.library.load import load
from press.publishing import mkdocs_plugin, preview
from press.review import summary

BROWSERS = ("google-chrome", "chromium", "chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--hide-scrollbars", "--force-color-profile=srgb", "--virtual-time-budget=10000"),
)
MOST = 12  # pages
WIDE, HIGH = 1280, 8_000  # pixels of the window; what a page leaves free at its end is cut off
PATIENCE = 120  # seconds for one picture


class Patient(http.server.SimpleHTTPRequestHandler):
    """Serves a site whose words wait for their typeface: a first visit would do without what comes late."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Begin the answer, as the base class does."""
        if not self.path.endswith("/assets/fonts/web.css"):
            return super().send_head()
        styles = Path(self.translate_path(self.path)).read_bytes().replace(b"font-display: optional", b"font-display: block")
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", "text/css")
        self.send_header("Content-Length", str(len(styles)))
        self.end_headers()
        return io.BytesIO(styles)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(arguments: list[str] | None = None) -> int:
    """Draw what was changed; 1 where a picture can't be made."""
    parser = argparse.ArgumentParser(prog="python tools/pictures.py", description="Draws changed pages, before and after.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (this one, unless given)")
    parser.add_argument("--since", default="HEAD^", metavar="COMMIT", help="the commit of before (the one before, unless given)")
    parser.add_argument("--out", type=Path, default=Path("pictures"), metavar="FOLDER", help="where they go (pictures)")
    given = parser.parse_args(arguments)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("There is no Chrome and no Chromium here, so there are no pictures.", file=sys.stderr)
        return 1
    root = given.root.absolute()
    try:
        changes = [change for change in summary.load(root / "summary.json")[0] if change.page]
    except summary.Unreadable:
        print("There is no summary.json yet. Run `make summary` and `make preview` first.", file=sys.stderr)
        return 1
    given.out.mkdir(parents=True, exist_ok=True)
    count = 0
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        sites = {"after": root / preview.FOLDER, "before": _before(root, given.since, Path(folder))}
        for when, site in sites.items():
            with _served(site) as address:
                for change in changes[:MOST]:
                    if (site / change.page).is_file():
                        name = change.page.removesuffix(".html").removesuffix("/index").replace("/", "_")
                        _draw(browser, address + change.page.removesuffix("index.html"), given.out / f"{name}-{when}.png")
                        count += 1
    print(f"{count} pictures were put into {given.out}.")
    return 0


def _before(root: Path, commit: str, folder: Path) -> Path:
    """The site of the texts of `commit`, made in `folder`; empty where it can't be made."""
    texts, site = folder / "texts", folder / "site"
    site.mkdir()
    try:
        packed = subprocess.run(["git", "archive", "--format=tar", commit], cwd=root, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(texts, filter="data")
        _take_out(texts, root)
        mkdocs_plugin.preview(texts, site, preview.read(texts))
    except subprocess.CalledProcessError:
        print(f"Git has no “{commit}”, so there are no pictures of before.", file=sys.stderr)
    except (mkdocs_plugin.BuildFailed, settings.BadSetting) as error:
        print(f"There are no pictures of before: {error}", file=sys.stderr)
    return site


def _take_out(texts: Path, root: Path) -> None:
    """Delete each story below `texts` that somebody told, unless the project at `root` shows it with the same words today."""
    told_by_nobody = _nobodys(texts) & _nobodys(root)
    shown = {story.path for story in preview.read(root).editions.web.stories}
    for file in (texts / STORY.folder).rglob("*.md"):
        path = file.relative_to(texts).as_posix()
        is_same = path in shown and (root / path).read_bytes() == file.read_bytes()
        if path not in told_by_nobody and not is_same:
            file.unlink()


def _nobodys(root: Path) -> set[str]:
    """The stories that nobody told: these alone may be shown as they were."""
    return {story.path for story in load(root).stories if story.fields.kind == "illustrative"}


@contextlib.contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(Patient, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _draw(browser: str, address: str, goal: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="browser-") as folder:
        shot = Path(folder) / "shot.png"
        window = (f"--window-size={WIDE},{HIGH}", f"--user-data-dir={folder}/profile", f"--screenshot={shot}")
        subprocess.run([browser, *FLAGS, *window, address], capture_output=True, check=True, timeout=PATIENCE)
        with Image.open(shot) as drawn:
            picture = drawn.convert("RGB")
    ground = Image.new("RGB", picture.size, picture.getpixel((0, picture.height - 1)))
    box = ImageChops.difference(picture, ground).getbbox()
    if box:
        picture = picture.crop((0, 0, picture.width, box[3]))
    picture.save(goal, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
