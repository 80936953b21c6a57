"""Draws the site's icons from its mark, with the machine's own Chromium. Run it after a change to mark.svg."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

THEME = Path(__file__).resolve().parent.parent / "press" / "theme" / "assets" / "press"
# File, side, and the mark's share of it: what a launcher masks may lose all beyond the middle four fifths.
ICONS = (("icon-180", 180, 0.8), ("icon-192", 192, 0.88), ("icon-512", 512, 0.88), ("icon-maskable", 512, 0.58))


def main() -> None:
    """Write every icon beside the mark."""
    mark = (THEME / "mark.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for name, side, share in ICONS:
            page = browser.new_page(viewport={"width": side, "height": side})
            shape = "0" if name in ("icon-180", "icon-maskable") else "22%"
            page.set_content(
                f"<style>body{{margin:0}}div{{width:{side}px;height:{side}px;border-radius:{shape};background:#fffaf2;display:grid;"
                f"place-items:center}}svg{{width:{side * share:.0f}px}}</style><div>{mark}</div>"
            )
            page.screenshot(path=THEME / f"{name}.png", omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
