"""Gives tests a small sound project to write faults into, and pictures made on the spot."""

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from paint import paint

from press import checks, library
from press.library import Library

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
        return library.load(self.root)

    def problems(self, today: datetime.date = TODAY) -> list[str]:
        """What the checks say, as printed."""
        return [str(problem) for problem in checks.run(self.load(), today)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(CASES / "_sound", tmp_path / "project")
    return Project(tmp_path / "project")
