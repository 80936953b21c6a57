import io
from pathlib import Path

import pypdf
import pytest

import typing_in
from press import handouts
from press.handouts.sheets import consent_form, rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.typeset import pdf
from real import Real
from sheets import SITE, prepared

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

TEST_FORM = """---
title: Test data, a form
description: Test data.
---
Test data for a lead.

## First part

Test data for a text.

- First box
- Second box

**Write (1 line):** First line

**Write (3 lines):** Second line

## Second part

- First box

## Third part

Choose one.

- This
- That
"""


def form(root: Path, paper: str = "letter") -> Sheet:
    """The form of the project at `root`."""
    (sheet,) = [sheet for sheet in rendering.sheets(prepared(root), (paper,), SITE) if sheet.layout == "form"]
    return sheet


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / consent_form.PATH).parent.mkdir(parents=True)
    (tmp_path / consent_form.PATH).write_text(TEST_FORM, encoding="utf-8")
    return tmp_path


def test_list_items_become_boxes_and_prompts_become_lines(project: Path) -> None:
    handouts.make(prepared(project), handouts.Request(("letter",)), SITE, project / "out")
    reader = pypdf.PdfReader(project / "out/consent-form-letter.pdf")
    fields = reader.get_fields() or {}
    assert {str(field["/TU"]): str(field["/FT"]) for field in fields.values()} == {
        "First part: First box": "/Btn",
        "First part: Second box": "/Btn",
        "First part: First line": "/Tx",
        "First part: Second line": "/Tx",
        "Second part: First box": "/Btn",
        "Third part": "/Btn",
    }
    text = " ".join(reader.pages[0].extract_text().split())
    order = ("Test data, a form", "Test data for a lead", "First part", "Test data for a text", "First box", "Second part")
    assert sorted(order, key=text.index) == list(order)


def test_of_boxes_below_choose_one_a_second_choice_takes_the_place_of_the_first(project: Path) -> None:
    data = pdf.typeset(form(project)).pdf
    reader = pypdf.PdfReader(io.BytesIO(data))
    group = (reader.get_fields() or {})["Third part"]
    assert (group["/Ff"], group["/TU"], group["/Opt"]) == (1 << 15, "Third part", ["This", "That"])
    names = ("Third part: This", "Third part: That")
    for on, off in (names, names[::-1]):
        data = typing_in.clicked(data, on)
        boxes = typing_in.widgets(pypdf.PdfReader(io.BytesIO(data)))
        assert str(boxes[off][1]["/AS"]) == "/Off" != str(boxes[on][1]["/AS"])


def test_the_form_stands_upright_on_one_page_of_either_paper(published: Real) -> None:
    sizes = {"letter": (612, 792), "a4": (595.28, 841.89)}
    found = published.sheets_of("form")
    assert {sheet.paper.name for sheet in found} == set(sizes)
    for sheet in found:
        assert published.rows[sheet.stem].pages == 1
        assert (sheet.paper.width, sheet.paper.height) == pytest.approx(sizes[sheet.paper.name])


def test_a_form_that_is_too_long_is_named_with_its_line(project: Path) -> None:
    path = project / consent_form.PATH
    path.write_text(TEST_FORM + "- One more box of test data\n" * 60, encoding="utf-8")
    (problem,) = pdf.typeset(form(project)).problems
    assert (problem.path, problem.rule) == (consent_form.PATH, "fit")
    assert TEST_FORM.splitlines()[problem.line - 1] == "## Third part"
    assert "lines too long" in problem.what


def test_a_project_without_the_page_has_no_form(tmp_path: Path) -> None:
    assert list(consent_form.drafts(prepared(tmp_path), SITE, 1)) == []
