"""Two checkers look at a PDF of each layout, made from the project's own manuscripts.

They find what a program can find, so this says "checked with outloud and pdfua", never that a PDF conforms.
"""

from pathlib import Path

import outloud
import pdfua
import pytest

from press.handouts.sheets import layouts
from real import Real

pytestmark = pytest.mark.pdf

LAYOUTS = [layout.name for layout in layouts.LAYOUTS]
CRASHES = {
    "UA-14-001",  # pdfua 0.1.3 takes a list of kids for a dictionary: "cannot get key '/is_integer' on object of type array"
}


@pytest.fixture(scope="module")
def made(published: Real) -> dict[str, Path]:
    """The first Letter handout of each layout."""
    sheets = (sheet for sheet in reversed(published.sheets) if sheet.paper.name == "letter")
    return {sheet.layout: published.handouts / f"{sheet.stem}.pdf" for sheet in sheets}


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
