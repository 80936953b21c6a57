"""Takes the pictures of the guide to a first story from a built site: `python tools/draw-guide.py site`.

Needs Chromium and the development extra. Run it again when the form's look changes, and look at what it made.
"""

import functools
import http.server
import io
import sys
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "contributing"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
WIDE = 900  # pixels; wide enough for advice and fields side by side, narrow enough to be read in a page


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(site: Path) -> None:
    """Serve `site` to a browser and keep two pictures of the form."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        page = browser.new_page(viewport={"width": WIDE, "height": 1000})
        page.goto(f"http://127.0.0.1:{server.server_port}/contribute/write/")
        page.get_by_label("Illustrative").check()
        page.get_by_label("Title", exact=True).fill("A week of tallies")
        _keep(page, page.locator(".write__part").nth(0), "form-kind.png")
        page.get_by_role("button", name="Check and show the story").click()
        page.locator(".write__summary").wait_for()
        _keep(page, page.locator(".write__part").filter(has=page.locator(".write__summary")), "form-check.png")
        browser.close()


def _keep(page: Page, part: Locator, name: str) -> None:
    box = part.bounding_box()
    assert box is not None, "the part is not shown"
    scroll = page.evaluate("scrollY")
    area = {"x": 0, "y": box["y"] + scroll, "width": WIDE, "height": box["height"] + 1}
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=area))).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(FOLDER / name, "PNG", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
