"""Tests of the table of layouts: whatever is made has a file of its own, and is offered in words of its own."""

from collections import Counter, defaultdict
from typing import get_args

import pytest

from build_pdfs import ROOT
from press.handouts import Handout
from press.handouts.sheets import rendering
from press.handouts.sheets.layouts import FOLDER, LAYOUTS, PAPERS
from press.handouts.sheets.panels import Design
from press.handouts.sheets.rendering import Sheet
from press.handouts.store.retention import Kept
from press.web.downloads import Offers
from sheets import SITE, prepared

ENDINGS = {layout.name: layout.ending for layout in LAYOUTS}


@pytest.fixture(scope="module")
def every() -> tuple[Sheet, ...]:
    """All sheets of the project's own manuscripts, on both papers."""
    return rendering.sheets(prepared(ROOT), tuple(PAPERS), SITE)


def test_each_row_has_a_folder_and_each_folder_a_row() -> None:
    folders = {path.parent.name for path in FOLDER.glob("*/sheet.html")}
    assert folders == {path.parent.name for path in FOLDER.glob("*/sheet.css")} == {layout.name for layout in LAYOUTS}


def test_no_two_handouts_share_a_file_name(every: tuple[Sheet, ...]) -> None:
    assert {sheet.layout for sheet in every} == {layout.name for layout in LAYOUTS}
    assert [stem for stem, times in Counter(sheet.stem for sheet in every).items() if times > 1] == []


def test_each_panel_has_a_design_that_there_is(every: tuple[Sheet, ...]) -> None:
    assert {panel.design for sheet in every for panel in sheet.panels} == set(get_args(Design))


def test_layouts_that_share_an_ending_have_handouts_of_other_names(every: tuple[Sheet, ...]) -> None:
    made_by = defaultdict(set)
    for sheet in every:
        made_by[sheet.toolkit, sheet.activity, ENDINGS[sheet.layout]].add(sheet.layout)
    assert {names: layouts for names, layouts in made_by.items() if len(layouts) > 1} == {}
    assert {layout.name for layout in LAYOUTS if layout.ending == "3-up"} == {"3-up", "leaders", "stories"}


def test_whatever_is_made_is_offered(every: tuple[Sheet, ...]) -> None:
    rows = tuple(
        Handout(
            file=f"{sheet.stem}.pdf", title=sheet.title, toolkit=sheet.toolkit, layout=sheet.layout, paper=sheet.paper.name,
            pages=1, bytes=1, sha256="0", thumbnail=f"{sheet.stem}.png", key="0", activity=sheet.activity,
        )
        for sheet in every
    )  # fmt: skip
    offers = Offers(prepared(ROOT), Kept(ROOT, rows, ()))
    offered = [
        pdf for about in {(row.toolkit, row.activity) for row in rows} for offer in offers.about(*about) for pdf in offer.pdfs
    ]
    assert sorted(row.file for row in offered) == sorted(row.file for row in rows)
