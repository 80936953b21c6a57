"""Reads the recipes of the developers' guide, and follows them in a copy of the project: what stands there, and nothing else."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from projects import ROOT

GUIDE = ROOT / "docs" / "contributing" / "developers.md"
_BLOCK = r"\n\n```(?P<language>\w+)\n(?P<text>.*?)^```$"
_STEP = re.compile(r"^\d+\. ", re.M)
_WHAT = re.compile(
    rf"""
      In\ `(?P<in>[^`]+)`,\ (?P<where>below|above)\ `(?P<line>[^`]+)`,\ add:{_BLOCK}
    | In\ `(?P<swap_in>[^`]+)`,\ put\ `(?P<new>[^`]+)`\ in\ the\ place\ of\ `(?P<old>[^`]+)`
    | (?:Make|make)\ `(?P<make>[^`]+)`:{_BLOCK.replace("language", "made_in").replace("text", "made")}
    | ^```sh\n(?P<commands>.*?)^```$
    """,
    re.M | re.S | re.X,
)


@dataclass(frozen=True)
class Edit:
    """Something to do to one file: `text` goes below or above a line, in the place of `old`, or is the whole of a new file."""

    path: str
    how: str
    old: str
    text: str

    def follow(self, root: Path) -> None:
        """Do it in the project at `root`."""
        file = root / self.path
        if self.how == "make":
            file.parent.mkdir(parents=True, exist_ok=True)
            assert not file.exists(), f"{self.path} is there already"
            file.write_text(self.text, encoding="utf-8")
            return
        lines = file.read_text(encoding="utf-8").split("\n")
        number = next((number for number, line in enumerate(lines) if self.old in line), None)
        assert number is not None, f"{self.path} has no line with: {self.old}"
        if self.how == "swap":
            lines[number] = lines[number].replace(self.old, self.text, 1)
        else:
            at = _end(lines, number) + 1 if self.how == "below" else number
            lines[at:at] = self.text.removesuffix("\n").split("\n")
        file.write_text("\n".join(lines), encoding="utf-8")


def _end(lines: Sequence[str], number: int) -> int:
    """The last line of what begins there: a call may go on for some lines, until its brackets are closed."""
    depth = 0
    for at in range(number, len(lines)):
        depth += sum(lines[at].count(sign) for sign in "([{") - sum(lines[at].count(sign) for sign in ")]}")
        if depth <= 0 or lines[number].rstrip().endswith(("= (", "= {")):
            return at
    return number


@dataclass(frozen=True)
class Command:
    """A line to type."""

    line: str

    def follow(self, root: Path) -> None:
        """Type it in the project at `root`, where set-up counts as done."""
        ready = self.line.replace("make ", "make -o .venv/ready -o .venv/ready-dev ", 1)
        done = subprocess.run(["bash", "-c", ready], cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{self.line}\n{done.stdout}\n{done.stderr}"


Step = tuple[Edit | Command, ...]


def recipe(title: str) -> list[Step]:
    """The steps below the heading that ends in `title`: "a field"."""
    text = GUIDE.read_text(encoding="utf-8")
    found = re.search(rf"^### How to add {re.escape(title)}\n(.*?)(?=^##)", text, re.M | re.S)
    assert found, f"The guide has no recipe for {title}"
    return [tuple(_doings(step)) for step in _STEP.split(found[1])[1:]]


def _doings(step: str) -> "list[Edit | Command]":
    found: list[Edit | Command] = []
    for what in _WHAT.finditer(step):
        if what["commands"]:
            found += [Command(line) for line in what["commands"].splitlines()]
        elif what["make"]:
            found.append(Edit(what["make"], "make", "", what["made"]))
        elif what["swap_in"]:
            found.append(Edit(what["swap_in"], "swap", what["old"], what["new"]))
        else:
            found.append(Edit(what["in"], what["where"], what["line"], what["text"]))
    assert found, f"A step says nothing to do: {step[:80]}"
    return found
