"""Turns the project's folders into today's editions and what is wrong with them: what every output starts from."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from press import checks
from press.library import edition
from press.library.edition import Editions
from press.library.load import load
from press.manuscript.problem import Problem, errors


@dataclass(frozen=True)
class Intake:
    """What the manuscripts are worth on `day`. Outputs take its editions, which hold nothing that may not appear."""

    day: datetime.date
    editions: Editions
    problems: tuple[Problem, ...]
    count: int
    """How many manuscripts there are."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop publishing."""
        return errors(self.problems)


def read(root: Path, day: datetime.date) -> Intake:
    """Read, check and weigh all manuscripts of the project at `root`."""
    books = load(root)
    return Intake(day, edition.both(books, day), checks.run(books, day), len(books.sources))
