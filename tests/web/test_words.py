"""Every word that was written stands once on the page, in its place, whatever Markdown has to offer stands round it."""

import random
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import promised
import soaking
from press import checks
from press.handouts.sheets.rendering import sheets
from press.library import edition
from press.library.load import load
from press.manuscript import sanitize
from press.publishing import publish
from press.web import pages
from projects import small
from written import KINDS, Written


def shown(root: Path, path: str) -> list[str]:
    """The numbered words of the page that the manuscript at `path` has in the book, below its opening."""
    book = pages.bind(edition.prepare(load(root), "web", publish.today()))
    (page,) = (page for page in book.pages if page.source == path)
    opening, rest, _ = page.html(str)
    return [word for word in promised.words(sanitize.clean(opening + rest)) if promised.mine(word)]


def printed(root: Path, path: str, *layouts: str) -> set[str]:
    """The numbered words of the sheets of these layouts that the manuscript at `path` has a part in."""
    edited = edition.prepare(load(root), "print", publish.today())
    found = sheets(edited, ("letter",), "https://site.example/", layouts)
    return {word for sheet in found if path in sheet.sources for word in promised.words(sheet.html)}


def composed(words: Iterable[str]) -> set[str]:
    """The words, each letter with its marks as one sign where there is one: so they are printed, and look the same."""
    return {unicodedata.normalize("NFC", word) for word in words}


def refused(root: Path, path: str) -> bool:
    found = checks.run(load(root), publish.today())
    return any(problem.path == path and problem.level == "error" for problem in found)


@pytest.mark.soak
@pytest.mark.parametrize("first", soaking.seeds(1, 10))
def test_every_word_of_what_passes_the_checks_stands_once_on_its_page(first: int) -> None:
    print(f"SEED={first}")

    @seed(first)
    @settings(
        max_examples=200 if soaking.is_soaking() else 25,
        phases=[Phase.generate, Phase.shrink],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(sorted(KINDS)), st.randoms(use_true_random=False))
    def said(kind: str, chance: random.Random) -> None:
        made: dict[int, Written] = {1: KINDS[kind](chance)}
        with tempfile.TemporaryDirectory() as folder:
            root = small(Path(folder))
            promised.project_of(root, made)
            path = made[1].path(1, promised.home(1, made))
            if not refused(root, path):
                assert shown(root, path) == list(made[1].words), made[1].text
                sides = printed(root, path, "activity", "booklet", "stories")
                assert not composed(made[1].printed).difference(sides), made[1].text
                assert not composed(made[1].on_panel).difference(printed(root, path, "3-up")), made[1].text

    said()
