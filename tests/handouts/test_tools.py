"""What a step tells people to use is in their hands: on the participant's sheet in that step, or in the kit.

tools.yml has them as rows, one for each thing.
"""

from dataclasses import dataclass

import pypdf
import pytest
import yaml

from press.manuscript import outline
from projects import ROOT
from real import Real

pytestmark = pytest.mark.pdf


@dataclass(frozen=True)
class Tool:
    """A thing that a step of an activity names, with words of it that stand on the sheet and in the kit."""

    activity: str
    thing: str
    step: str = ""
    sheet: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()


ROWS = yaml.safe_load((ROOT / "tests" / "handouts" / "tools.yml").read_text(encoding="utf-8"))
TOOLS = [
    Tool(row["activity"], row["thing"], row.get("step", ""), tuple(row.get("sheet", ())), tuple(row.get("kit", ())))
    for row in ROWS
]


def printed(published: Real, tool: Tool, layout: str, paper: str) -> str:
    """The words of the tool's activity in a layout, as a program reads them from the PDF."""
    (sheet,) = (one for one in published.sheets_of(layout) if f"-{tool.activity}-" in one.stem and one.paper.name == paper)
    pages = pypdf.PdfReader(published.handouts / f"{sheet.stem}.pdf").pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: f"{tool.activity}: {tool.thing}")
def test_what_a_step_names_is_in_the_hand(published: Real, tool: Tool, paper: str) -> None:
    activities = (activity for volume in published.printed.volumes for activity in volume.activities)
    (activity,) = (one for one in activities if one.name.endswith(f"/{tool.activity}"))
    if tool.sheet:
        text, steps = printed(published, tool, "participant", paper), [step.title for step in outline.steps(activity.source)]
        starts = [text.index(f"{number} {title} ") for number, title in enumerate(steps, 1)]
        starts = [0, *starts, text.index("How anyone may pass")]  # what is before the first step is the opening's
        own = steps.index(tool.step) + 1 if tool.step else 0
        part = text[starts[own] : starts[own + 1]]
        assert [words for words in tool.sheet if words not in part] == []
    if tool.kit:
        kit = printed(published, tool, "kit", paper)
        assert [words for words in tool.kit if words not in kit] == []


def test_each_activity_that_had_to_be_made_ready_by_hand_has_a_kit(published: Real) -> None:
    assert len({sheet.panels[0].path for sheet in published.sheets_of("kit")}) >= 11
