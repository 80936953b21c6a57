"""WebKit as GTK's programs use it: the engine of Safari on Debian, in a display that nobody sees."""

import os
import re
import shutil
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from engines.display import Display
from engines.engine import Engine

CONSOLE = re.compile(r"^CONSOLE (?:\w+ )?(?:ERROR|WARN)\w* .*")


class _Bare(Options):
    """The options of our own view: the driver takes no other name than the one which that gives."""

    def to_capabilities(self) -> dict[str, Any]:
        wanted: dict[str, Any] = super().to_capabilities()
        wanted["browserName"] = "Bare"
        wanted.pop("browserVersion", None)
        return wanted


class WebKit(Engine):
    """The engine of Safari."""

    name = "WebKit"

    def __init__(self, folder: Path) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        self.display = Display()
        self.log = folder / "console"
        self.told = 0
        view = folder / "view"  # the driver takes a program, and its Python must be the system's
        view.write_text(f"#!/bin/sh\nexec /usr/bin/python3 {Path(__file__).parent / 'webkit_view.py'}\n")
        view.chmod(0o755)
        options = _Bare()
        options.binary_location = str(view)
        options.overlay_scrollbars_enabled = False
        wanted = {"DISPLAY": self.display.name, "DOWNLOADS": str(self.downloads), "GDK_BACKEND": "x11", "HOME": str(folder)}
        service = Service(shutil.which("WebKitWebDriver"), env={**os.environ, **wanted}, log_output=str(self.log))
        self.driver = webdriver.WebKitGTK(options=options, service=service)

    def width(self, pixels: int) -> None:
        self.driver.set_window_size(pixels, 900)
        self.wait(lambda: self.ask("return innerWidth") == pixels, f"{pixels} pixels")

    def complaints(self) -> list[str]:
        said = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        new, self.told = said[self.told :], len(said)
        return [line for line in new if CONSOLE.match(line)]

    def close(self) -> None:
        self.driver.quit()
        self.display.close()
