"""Gives tests a small sound project to write faults into, pictures made on the spot, and the finished site in a browser."""

import datetime
import importlib.resources
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browsing import FLAGS, WIDE, served
from paint import paint
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from press import checks
from press.library.load import Library, load

CASES = Path(__file__).parent / "cases"
TODAY = datetime.date(2026, 11, 22)


@dataclass(frozen=True)
class Project:
    """A copy of the sound project `cases/_sound`, in a folder of its own."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """Put a file into the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def change(self, path: str, old: str, new: str) -> None:
        """Replace words of a sound file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def paint(self, kind: str, path: str) -> None:
        """Put a picture into the project; `kind` says what is wrong with it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        paint(kind, file)

    def lay_over(self, case: str) -> None:
        """Put the files of a case folder into the project, and the pictures that it asks for."""
        folder = CASES / case
        shutil.copytree(folder, self.root, dirs_exist_ok=True)
        asked = folder / "pictures.txt"
        for line in asked.read_text(encoding="utf-8").splitlines() if asked.is_file() else ():
            self.paint(*line.split(" ", 1))

    def load(self) -> Library:
        return load(self.root)

    def problems(self, today: datetime.date = TODAY) -> list[str]:
        """What the checks say, as printed."""
        return [str(problem) for problem in checks.run(self.load(), today)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(CASES / "_sound", tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real site stands, built with its handouts from a copy of this project."""
    with served(tmp_path_factory.mktemp("real") / "project") as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.fail("The tests drive a real browser, and there is none: install Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": WIDE, "height": 900}, color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def axe() -> str:
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
