"""The glossary's entries, and their meanings where a text links to them."""

import datetime
from pathlib import Path

import pytest

from press.library import edition, kinds
from press.library.load import load
from press.manuscript import glossary
from press.web import pages
from projects import ROOT, small, story

TEXT = """---
title: Glossary
description: Test data.
---
Test data.

## N

### Norm

What a group
*agreed* to do. See [repair](#repair).

Source: test data.

## R

### Repair

Putting it right.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    small(tmp_path)
    (tmp_path / "docs" / "glossary.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_an_entry_is_its_first_paragraph_in_plain_words(project: Path) -> None:
    found = glossary.terms(kinds.read(project / glossary.PATH, glossary.PATH))
    assert [(term.name, term.anchor, term.meaning) for term in found] == [
        ("Norm", "norm", "What a group agreed to do. See repair."),
        ("Repair", "repair", "Putting it right."),
    ]


def test_a_link_to_an_entry_carries_its_meaning_and_others_do_not(project: Path) -> None:
    body = "A [norm](../docs/glossary.md#norm), [home](../docs/index.md), [none](../docs/glossary.md#gone).\n"
    (project / "stories" / "one.md").write_text(story(body), encoding="utf-8")
    book = pages.bind(edition.prepare(load(project), "web", datetime.date(2026, 11, 22)))
    page = next(page for page in book.pages if page.uri == "stories/one.md")
    _, html, _ = page.html(str, book.meanings)
    assert html.count("data-meaning") == 1
    assert 'data-meaning="What a group agreed to do. See repair."' in html


def test_the_real_glossary_has_every_entry_that_the_publication_promises() -> None:
    found = glossary.terms(kinds.read(ROOT / glossary.PATH, glossary.PATH))
    assert len(found) >= 30
    assert len({term.anchor for term in found}) == len(found)
    assert all(30 < len(term.meaning) < 400 for term in found)
