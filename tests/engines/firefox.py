"""Firefox, without a window unless an environment with a display is given."""

import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selenium.webdriver.firefox.options import Options
from selenium.webdriver.remote.webdriver import WebDriver

from engines.engine import PATIENCE, Engine
from engines.marionette import Marionette

# No first-run pages, no calls home; less motion; what is saved is saved without a question.
PREFERENCES: dict[str, Any] = {
    "accessibility.force_disabled": -1,  # its accessibility tree is there from the start
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_beforeunload": True,
    "dom.events.testing.asyncClipboard": True,
    "marionette.port": 0,
    "media.webspeech.synth.dont_notify_on_error": True,  # no bar of its own where a machine has no voice
    "places.history.enabled": False,  # no link is a visited one
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "security.csp.reporting.script-sample.max-length": 40,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "",
    "ui.prefersReducedMotion": 1,
}
# A page of this window as wide as wanted; Firefox's windows have a least width of their own.
RESIZE = """
const [pixels] = arguments, browser = gBrowser.selectedBrowser;
if (window.outerWidth < 1300) window.resizeTo(1300, 1000);
browser.style.flex = "none";
browser.style.width = browser.style.minWidth = browser.style.maxWidth = `${pixels}px`;
"""
# What was said since the last call of pages; Firefox itself talks too, of its own files.
SAID = """
const said = Services.console.getMessageArray();
Services.console.reset();
return said.filter((one) => one instanceof Ci.nsIScriptError)
  .map((one) => one.QueryInterface(Ci.nsIScriptError))
  .filter((one) => one.innerWindowID && !/^(chrome|resource|moz-extension):/.test(one.sourceName))
  .map((one) => `${one.category}: ${one.errorMessage}`);
"""


class Firefox(Engine):
    """The engine of Firefox."""

    name = "Firefox"

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.downloads = folder / "downloads"
        self.downloads.mkdir(parents=True)
        profile = folder / "profile"
        profile.mkdir()
        wanted = {**PREFERENCES, "browser.download.dir": str(self.downloads)}
        (profile / "user.js").write_text("".join(f'user_pref("{name}", {_literal(value)});\n' for name, value in wanted.items()))
        found = shutil.which("firefox-esr") or shutil.which("firefox") or "firefox-esr"
        window = [] if environment else ["--headless"]
        driven = ["--marionette", "--remote-allow-system-access", "--no-remote", "--profile", str(profile)]
        command = [found, *window, *driven, "about:blank"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, env=environment, start_new_session=True, stdout=quiet, stderr=quiet)
        self.connection = Marionette(_port(profile / "MarionetteActivePort"))
        self.driver = WebDriver(command_executor=self.connection, options=Options())  # type: ignore[arg-type]

    def width(self, pixels: int) -> None:
        self.connection.privileged(RESIZE, pixels)
        self.wait(lambda: self.ask("return innerWidth") == pixels, f"{pixels} pixels")

    def complaints(self) -> list[str]:
        found: list[str] = self.connection.privileged(SAID)
        return found

    def close(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)


def _literal(value: Any) -> str:
    """A value of a preference, as JavaScript."""
    return str(value).lower() if isinstance(value, bool | int) else f'"{value}"'


def _port(note: Path) -> int:
    """The port that Firefox chose, once it listens there."""
    end = time.monotonic() + 4 * PATIENCE
    while not note.exists() or not note.read_text():
        assert time.monotonic() < end, "Firefox did not start"
        time.sleep(0.05)
    return int(note.read_text())
