"""What is wrong with a manuscript, on which line, and how to mend it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "review"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `path` is relative to the project's folder and `line` counts from 1. `what` and `mend` are whole sentences
    in a teacher's words. An `error` stops publishing; a `review` asks a person to look.
    """

    path: str
    line: int
    rule: str
    what: str
    mend: str
    level: Level = "error"

    def __str__(self) -> str:
        note = "" if self.level == "error" else "To review: "
        return f"{self.path}:{self.line}: {note}{self.what} {self.mend} [{self.rule}]"

    def annotation(self) -> str:
        """The same problem as a GitHub workflow command, which marks the line in a pull request.

        Escaping: GitHub, "Workflow commands for GitHub Actions".
        """
        command = "error" if self.level == "error" else "warning"
        place = f"file={_property(self.path)},line={self.line},title={_property(self.rule)}"
        return f"::{command} {place}::{_data(f'{self.what} {self.mend}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that stop publishing."""
    return tuple(problem for problem in problems if problem.level == "error")


class Fault(Exception):
    """A reason why a file can't be read on, before it has a name."""

    def __init__(self, line: int, what: str, mend: str, rule: str = "front-matter") -> None:
        self.line, self.what, self.mend, self.rule = line, what, mend, rule
