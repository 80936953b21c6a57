"""Two checkers look at a PDF of each layout, made from the project's own manuscripts.

They find what a program can find, so this says "checked with outloud and pdfua", never that a PDF conforms.
"""

import datetime
from pathlib import Path

import outloud
import pdfua
import pytest

from press import handouts
from press.handouts.sheets import layouts
from press.library import edition
from press.library.load import load
from projects import ROOT

LAYOUTS = [layout.name for layout in layouts.LAYOUTS]
CRASHES = {
    "UA-14-001",  # pdfua 0.1.3 takes a list of kids for a dictionary: "cannot get key '/is_integer' on object of type array"
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The first Letter handout of each layout."""
    out = tmp_path_factory.mktemp("checked") / "out"
    books = edition.prepare(load(ROOT), "print", datetime.date(2026, 11, 22))
    found: dict[str, str] = {}
    for sheet in layouts.sheets(books, ("letter",), "https://site.example/press/"):
        found.setdefault(sheet.layout, sheet.toolkit)
    rows = [
        row
        for layout, toolkit in found.items()
        for row in handouts.make(books, ("letter",), "https://site.example/press/", out, toolkit, layouts=(layout,))
    ]
    return {row.layout: out / row.file for row in sorted(rows, key=lambda row: row.file, reverse=True)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_outloud_finds_no_error(made: dict[str, Path], layout: str) -> None:
    result = outloud.check(str(made[layout]))
    assert result.error is None
    assert [run.rule for run in result.runs if run.status == "crashed"] == []
    assert [str(finding) for finding in result.findings if finding.severity in ("error", "warning")] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pdfua_finds_no_error(made: dict[str, Path], layout: str) -> None:
    report = pdfua.validate(str(made[layout]))
    assert [finding.message for finding in report.findings] == []
    assert {skipped.rule_id for skipped in report.skipped} <= CRASHES, "a rule that can't be run is not a rule that is kept"
