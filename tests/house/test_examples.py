"""A contributor can copy each example of a story from the guides: it passes the check as it stands."""

import re

import pytest

from press.library import edition, kinds
from press.library.model import OF_EXAMPLES, Story, values_of
from projects import ROOT, TODAY, Project

EXAMPLES = [
    (path.name, block)
    for path in sorted((ROOT / "docs" / "contributing").glob("*.md"))
    for block in re.findall(r"^```\n(---\n.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)
    if "\nkind: " in block
]
NAMES = [f"{guide}, {number}" for number, (guide, _) in enumerate(EXAMPLES)]


def test_there_is_an_example_of_each_kind_and_one_with_a_picture() -> None:
    fronts = [kinds.parse(block.encode(), "stories/x.md").front for guide, block in EXAMPLES if guide == "examples.md"]
    assert {front["kind"] for front in fronts} == set(values_of(Story.model_fields["kind"]))
    assert any("pictures" in front for front in fronts)


@pytest.mark.parametrize(("guide", "block"), EXAMPLES, ids=NAMES)
def test_it_passes_the_check_as_it_stands(project: Project, guide: str, block: str) -> None:
    """An activity that it names is an example, which may be gone by now: one of this project's takes its place."""
    path = "stories/copied/index.md"
    text = re.sub(r"^activities: .*$", "activities: [test-kit/opening]", block, flags=re.M)
    for picture in re.findall(r"\]\(([a-z-]+\.jpg)\)", block):
        project.paint("plain", f"stories/copied/{picture}")
    project.write(path, text)
    assert [line for line in project.problems(TODAY) if "copied" in line and "To review: " not in line] == []
    story = next(entry for entry in project.load().stories if entry.path == path)
    notes = [line for line in project.problems(TODAY) if "copied" in line]
    assert all(OF_EXAMPLES in block and ("[consent]" in line or "interviewer: " in block) for line in notes)
    is_shown = edition.may_publish(story.fields, "web", TODAY)
    assert is_shown == (story.fields.kind == "illustrative")
