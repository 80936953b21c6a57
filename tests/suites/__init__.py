"""Gives the texts of other people's suites, and what readers get on a page of a text that is taken from one.

Where each file comes from, and under which licence, stands in README.md beside this.
"""

import csv
import json
from pathlib import Path
from typing import Any

from press.manuscript import sanitize, source
from press.web.book import Page

FOLDER = Path(__file__).parent
PATH = "stories/test-data.md"
FRONT = "---\ntitle: Test data\n---\n"


class Refused(Exception):
    """The press does not read such a text; the message says what a contributor is told."""


def data(name: str) -> Any:
    """A suite as its file has it."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def deviations(name: str) -> dict[int, tuple[str, str]]:
    """Where the press does otherwise than a suite says: the sort and the reason, by the number of the case."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = {int(row["number"]): (row["sort"], row["reason"]) for row in rows}
    assert len(found) == len(rows), "a case is listed twice"
    return found


def on_page(body: str) -> str:
    """The HTML that a page of the site has for a manuscript's `body`, from its bytes to the cleaner. Raises Refused."""
    read = source.parse((FRONT + body).encode(), PATH, (), is_guide=False)
    if read.problems:
        raise Refused(str(read.problems[0]))
    page = Page(PATH, "Test data", "Test data", "story", before="", body=read.body, source=PATH, tokens=read.tokens)
    opening, rest, _ = page.html(str)
    return sanitize.clean(opening + rest)
