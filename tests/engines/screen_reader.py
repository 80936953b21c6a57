"""Listens to Orca, Debian's screen reader, while it reads Firefox: what it would speak, as its own log tells.

The log is a terminal: to one, Orca writes each line at once, while in a file lines stay behind until a block of them is full.
"""

import os
import pty
import re
import shutil
import subprocess
import threading
import time
import tty
from collections.abc import Sequence
from pathlib import Path

from engines.display import Display
from engines.firefox import Firefox

NEEDED = ("orca", "openbox", "xdotool", "dbus-daemon", "speech-dispatcher")
PACKAGES = "orca at-spi2-core dbus-x11 openbox xdotool speech-dispatcher"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*)'(?:{.*})?$", re.MULTILINE)
QUIET = 2.5  # seconds without a word: Orca speaks up to two seconds after a key
IDLE = 1.0  # seconds without a line of its log, of which it writes some for whatever it looks at
BUSY = 8.0  # seconds without a word after which it is not waited for, whatever it looks at: a timer goes on for ever
FORGET = "try { sessionStorage.clear(); localStorage.clear(); } catch {}"  # what a page kept, such as a timer that runs
LONGEST = 300  # seconds after which it is not waited for any more: it never fell silent


def missing() -> list[str]:
    """What of it this machine lacks."""
    return [name for name in NEEDED if shutil.which(name) is None] + [LAUNCHER] * (not Path(LAUNCHER).exists())


class ScreenReader:
    """Orca and a Firefox with a window, in a desktop of their own."""

    def __init__(self, folder: Path) -> None:
        self.display = Display()
        self.processes: list[subprocess.Popen[bytes]] = []
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        self.environment = {
            **os.environ, "DISPLAY": self.display.name, "HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8",
            "GNOME_ACCESSIBILITY": "1", "NO_AT_BRIDGE": "0", "GDK_BACKEND": "x11",
        }  # fmt: skip
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        switch = ("gsettings", "set", "org.gnome.desktop.interface", "toolkit-accessibility", "true")
        subprocess.run(switch, env=self.environment, check=False)
        self._begin(LAUNCHER, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        self._begin("openbox")
        time.sleep(1)
        self.firefox = Firefox(folder / "firefox", environment=self.environment)
        self.log, self.written, self.heard = bytearray(), time.monotonic(), 0
        self.ear, self.mouth = pty.openpty()
        tty.setraw(self.mouth)
        threading.Thread(target=self._follow, daemon=True).start()
        self._begin("orca", "--replace", f"--debug-file={os.ttyname(self.mouth)}", "--disable=braille")
        self.firefox.wait(lambda: b"Screen reader on" in self.log, "Orca")
        self.listen()

    def _follow(self) -> None:
        while True:
            try:
                found = os.read(self.ear, 1 << 16)
            except OSError:  # it is closed
                return
            self.log += found
            self.written = time.monotonic()

    def _bus(self) -> str:
        read, write = os.pipe()
        command = ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"]
        self.processes.append(subprocess.Popen(command, pass_fds=[write], env=self.environment, stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as answer:
            return answer.readline().strip()

    def _begin(self, *command: str) -> None:
        quiet = subprocess.DEVNULL
        self.processes.append(subprocess.Popen(command, env=self.environment, stdout=quiet, stderr=quiet))

    def listen(self, first: str = "") -> list[str]:
        """What is spoken until there is silence; not before words with `first` in them have been."""
        said: list[str] = []
        last, end = time.monotonic(), time.monotonic() + LONGEST
        while time.monotonic() < end:
            lines = bytes(self.log[self.heard :]).rpartition(b"\n")[0]  # the last one is not whole yet
            self.heard += len(lines)
            if found := SPOKEN.findall(lines.decode("utf-8", "replace")):
                last = time.monotonic()
                said += found
            silent, idle = time.monotonic() - last, time.monotonic() - self.written
            if any(first in words for words in said or [""]) and (silent > BUSY or (silent > QUIET and idle > IDLE)):
                break
            time.sleep(0.1)
        return said

    def opened(self, address: str) -> list[str]:
        """All that is spoken of a page once it has loaded: Orca then reads it from first to last."""
        self.firefox.ask(FORGET)
        self.firefox.driver.get("about:blank")
        self.listen()
        self.firefox.open(address)
        said = self.listen("Page has")
        return said[next((number for number, words in enumerate(said) if words.startswith("Page has")), 0) :]

    def focus(self, css: str) -> None:
        """Move the focus there without a word kept of it."""
        self.firefox.ask("arguments[0].focus()", self.firefox.find(css))
        self.listen()

    def press(self, *keys: str) -> list[str]:
        """Press keys as a person does, named as xdotool names them; what is spoken then."""
        subprocess.run(["xdotool", "key", "--delay", "80", *keys], env=self.environment, check=True)
        return self.listen()

    def type(self, words: str) -> list[str]:
        """Type words, fast enough for a page to take them for one; what is spoken once they stand there."""
        subprocess.run(["xdotool", "type", "--delay", "15", words], env=self.environment, check=True)
        return self.listen()

    def close(self) -> None:
        """End all of it."""
        self.firefox.close()
        for process in reversed(self.processes):
            process.terminate()
        self.display.close()
        os.close(self.mouth)
        os.close(self.ear)


def read(lines: Sequence[str]) -> str:
    """What was spoken, a line each, without empty ones."""
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())
