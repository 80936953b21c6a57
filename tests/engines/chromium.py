"""Chromium without a window, by its own driver, with the scrollbar that it has on Windows and Chromebooks."""

import shutil
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from browsing import FLAGS
from engines.engine import Engine


class Chromium(Engine):
    """The engine of Chrome, Edge and Chromebooks."""

    name = "Chromium"

    def __init__(self, folder: Path) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        options = Options()
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
        for flag in ("--headless", "--force-prefers-reduced-motion", f"--user-data-dir={folder / 'profile'}", *FLAGS.split()):
            options.add_argument(flag)
        options.add_experimental_option("excludeSwitches", ["hide-scrollbars"])
        options.add_experimental_option("prefs", {"download.default_directory": str(self.downloads)})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.chrome = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver = self.chrome

    def width(self, pixels: int) -> None:
        self.chrome.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        )

    def complaints(self) -> list[str]:
        said = self.chrome.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in said if entry["level"] in ("SEVERE", "WARNING")]

    def close(self) -> None:
        self.chrome.quit()
