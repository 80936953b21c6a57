"""The tests stand on projects of their own: none names a manuscript that an editor may rename, reword or delete."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

import publication
from press.library.load import Library, load
from press.library.manuscript import Manuscript
from press.library.model import Activity, Story, Toolkit
from projects import ROOT, Project

Titled: TypeAlias = Manuscript[Toolkit] | Manuscript[Activity] | Manuscript[Story]


def names(books: Library) -> set[str]:
    """What toolkits, activities and stories are called: their files' names and their titles."""
    entries: tuple[Titled, ...] = (*books.toolkits, *books.activities, *books.stories)
    return {entry.name.rpartition("/")[2] for entry in entries} | {entry.fields.title for entry in entries}


def named(text: str, wanted: set[str]) -> Iterator[tuple[int, str]]:
    """Each line of `text` that has one of the names, by its number, and the name.

    A name of one word is an ordinary word too, such as "listening": it counts as a part of a path alone.
    """
    for name in sorted(wanted):
        word = rf"(?<!\w){re.escape(name)}(?!\w)"
        look = re.compile(word if re.search(r"[ -]", name) else rf"/{word}|{word}(?=/|\.md)", re.IGNORECASE)
        yield from ((number, name) for number, line in enumerate(text.splitlines(), 1) if look.search(line))


def test_no_test_names_a_manuscript_of_the_publication(project: Project, kits: Path, tmp_path: Path) -> None:
    (tmp_path / "publication").mkdir()
    own = (project.root, kits, publication.write(tmp_path / "publication"))  # what is made up may happen to be called the same
    wanted = names(load(ROOT)) - set().union(*(names(load(root)) for root in own))
    assert wanted
    found = [
        f"{path.relative_to(ROOT)}:{number}: “{name}” is one of today's manuscripts: see tests/manuscripts.py"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for number, name in named(path.read_text(encoding="utf-8"), wanted)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'page = "toolkits/a-kit/a-first-try/"',
        '"a-first-try-letter.pdf"',
        'has_text="A first try"',
        "# as in A FIRST TRY, an activity",
    ],
)
def test_a_name_is_found_as_a_path_a_file_and_a_title(line: str) -> None:
    assert {number for number, _ in named(f"import x\n{line}\n", {"a-first-try", "A first try"})} == {2}


@pytest.mark.parametrize(("line", "count"), [("kit/trying.md", 1), ("stories/trying/", 1), ("keep trying", 0), ("retrying/", 0)])
def test_a_name_of_one_word_is_found_in_a_path_alone(line: str, count: int) -> None:
    assert len(list(named(line, {"trying"}))) == count
