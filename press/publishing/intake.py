"""Turns the project's folders into today's editions and what is wrong with them: what every output starts from."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from press import checks
from press.library import edition
from press.library.edition import Editions
from press.library.load import Library, load
from press.manuscript.problem import Problem, errors
from press.manuscript.source import Known
from press.web.to_mend import ToMend


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


@dataclass(frozen=True)
class Sound:
    """What a preview is made of: editions without the stories that have something to mend, and what that is.

    Never for publishing: a site is published from an `Intake` that has no errors.
    """

    editions: Editions
    to_mend: ToMend


def sound(root: Path, day: datetime.date, known: Known | None = None) -> Sound:
    """Read, check and weigh all manuscripts of the project at `root`, and leave out the stories with a fault.

    What is `known` of them from before is read anew only where it has changed.
    """
    books = load(root, known)
    found = errors(checks.run(books, day))
    owners = edition.owners(books)
    of_page: dict[str, tuple[Problem, ...]] = {}
    for problem in found:
        path = owners.get(problem.path, problem.path)
        of_page[path] = (*of_page.get(path, ()), problem)
    editions = edition.both(books, day, without=of_page)
    withheld = edition.prepare(books, "web", day).withheld
    of_page |= _without_toolkit(books, editions, of_page)
    return Sound(editions, ToMend({path: found for path, found in of_page.items() if path not in withheld}, found))


def _without_toolkit(
    books: Library, editions: Editions, of_page: Mapping[str, tuple[Problem, ...]]
) -> dict[str, tuple[Problem, ...]]:
    """What keeps each sound activity away whose toolkit can't be read."""
    away = (entry.path for entry in books.activities if entry.path not in editions.web.paths and entry.path not in of_page)
    return {path: of_page.get(f"{path.rpartition('/')[0]}/index.md", ()) for path in away}
