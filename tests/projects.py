"""Makes small projects to test with. All their words are test data."""

import datetime
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from paint import paint
from press import checks
from press.library import edition
from press.library.edition import Editions
from press.library.load import Library, load
from press.manuscript.outline import ACTIVITY_SECTIONS, TOOLKIT_SECTIONS
from press.publishing import publish

ROOT = Path(__file__).resolve().parent.parent

CASES = Path(__file__).parent / "cases"
TODAY = datetime.date(2026, 11, 22)

STORY = {
    "title": "Test data, a story",
    "kind": "illustrative",
    "summary": "Test data for a summary.",
    "role": "teacher",
    "state": "Tennessee",
    "grades": "middle",
    "themes": "[beliefs]",
    "activities": "[inquiry/look]",
    "published": "2026-01-02",
    "student_details": "removed",
}
CONSENT = "\n  granted: 2026-01-01\n  channels: [web, print]\n  review_by: 2030-01-01\n  reason: Test data\n  evidence: C-0001"
REAL = {"kind": "first-person", "attribution": "pseudonym", "author": "Test Data", "consent": CONSENT}


def editions(root: Path) -> Editions:
    """Today's editions of the project at `root`, whatever its checks say."""
    return edition.both(load(root), publish.today())


def story(body: str = "## What I saw\n\nTest data for a body.\n", **fields: str) -> str:
    """A sound illustrative story; a field given replaces the usual one, an empty one is left out."""
    front = {**STORY, **fields}
    return "---\n" + "\n".join(f"{name}: {value}" for name, value in front.items() if value) + f"\n---\n{body}"


def site_file(*pages: str) -> str:
    """The real mkdocs.yml with a menu for the home page, toolkits and stories, and the `pages` of docs/ besides."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    menu = ["Home: index.md", "Toolkits: toolkits/", "Stories: stories/index.md", *pages]
    short = "\nnav:\n" + "".join(f"  - {entry}\n" for entry in menu)
    return text[: text.index("\nnav:")] + short + text[text.index("\nvalidation:") :]


def small(folder: Path) -> Path:
    """A sound project in `folder` with one toolkit, one activity, a home page and the real theme; no stories."""
    (folder / "mkdocs.yml").write_text(site_file(), encoding="utf-8")
    shutil.copytree(ROOT / "press" / "theme", folder / "press" / "theme")
    for name in ("docs", "stories", "toolkits/inquiry", "press/templates"):
        (folder / name).mkdir(parents=True)
    home = "---\ntitle: Test home\ndescription: Test data.\n---\nTest data.\n\n<!-- insert: toolkits -->\n"
    (folder / "docs" / "index.md").write_text(home, encoding="utf-8")
    about = "\n\n".join(f"## {title}\n\nTest data." for title in TOOLKIT_SECTIONS)
    front = "---\ntitle: Inquiry\nletter: A\nsummary: Test data.\nactivities: [look]\n---\n"
    (folder / "toolkits" / "inquiry" / "index.md").write_text(front + about + "\n", encoding="utf-8")
    (folder / "toolkits" / "inquiry" / "look.md").write_text(activity(), encoding="utf-8")
    return folder


def activity() -> str:
    """A sound activity of 20 minutes in two steps."""
    front = (
        "---\ntitle: Look closely\npurpose: Test data.\nwho: Test data.\nminutes: 20\ngroup: pairs\nmaterials: [Paper]\n"
        "themes: [beliefs]\nroles: [teacher]\n---\n"
    )
    look = "### Look (15 minutes)\n\nLook at the page.\n\n**Write (2 lines):** What I saw\n\n"
    bodies = {
        "Steps": look + "### Talk (5 minutes)\n\nTalk in pairs.",
        "Debrief": "- What did you see?",
    }
    return front + "\n\n".join(f"## {title}\n\n{bodies.get(title, 'Test data.')}" for title in ACTIVITY_SECTIONS) + "\n"


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
        """Put the files of a case folder into the project, and the pictures that it asks for; rename what it renames."""
        folder = CASES / case
        shutil.copytree(folder, self.root, dirs_exist_ok=True)
        asked = folder / "pictures.txt"
        for line in asked.read_text(encoding="utf-8").splitlines() if asked.is_file() else ():
            self.paint(*line.split(" ", 1))
        renames = folder / "renames.txt"
        if renames.is_file():
            self.commit()
        for line in renames.read_text(encoding="utf-8").splitlines() if renames.is_file() else ():
            self.git("mv", *line.split(" ", 1))

    def git(self, *arguments: str) -> str:
        """What git answers in the project's folder, to test data's author."""
        command = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments)
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True).stdout

    def commit(self) -> None:
        """Let git keep the project as it stands."""
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-qm", "test data")

    def load(self) -> Library:
        return load(self.root)

    def problems(self, today: datetime.date = TODAY) -> list[str]:
        """What the checks say, as printed."""
        return [str(problem) for problem in checks.run(self.load(), today)]


@contextmanager
def hearing_ctrl_c() -> Iterator[None]:
    """Let what is started meanwhile hear of Ctrl-C, also where this run itself does not, as in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
