"""Consent and teller: which story the rules speak of. All stories are test data."""

import pytest

from projects import Project

TOLD = "stories/a-told-one.md"
PICTURE = (
    "pictures:\n  - file: board.png\n    people: yes\n    people_consent: C-0043\n---\n\n![Two chairs, test data](board.png) "
)


def found(project: Project, **changes: str) -> list[str]:
    """What is said of the told story with a picture of people, after `changes` of its lines."""
    project.change(TOLD, "---\n\n", PICTURE)
    project.paint("plain", "stories/board.png")
    lines = (project.root / TOLD).read_text(encoding="utf-8").splitlines(keepends=True)
    named = {line.partition(":")[0]: line for line in lines}
    for name, value in changes.items():
        project.change(TOLD, named[name], f"{name}: {value}\n" if value else "")
    return [line for line in project.problems() if line.endswith(("[attribution]", "[consent]"))]


@pytest.mark.parametrize("kind", ["first-person", "interview", "composite"])
def test_no_anonymous_story_of_whichever_kind_shows_people(project: Project, kind: str) -> None:
    (line,) = found(project, kind=kind, attribution="anonymous", author="")
    assert "The story is anonymous, and people can be seen in this picture." in line


@pytest.mark.parametrize("shown", ["named", "first-name", "pseudonym"])
def test_a_story_that_shows_its_teller_in_some_way_may_show_people_who_agreed(project: Project, shown: str) -> None:
    assert found(project, attribution=shown, author="Test") == []


def test_a_story_that_does_not_say_how_its_teller_is_shown_is_asked_that_first(project: Project) -> None:
    (line,) = found(project, attribution="")
    assert "people can be seen" not in line


def test_an_example_has_nobody_to_hide_in_a_picture(project: Project) -> None:
    assert found(project, kind="illustrative", attribution="anonymous", author="") == []


@pytest.mark.parametrize(
    ("shown", "author", "count"),
    [("named", "Test", 0), ("first-name", "Test", 1), ("pseudonym", "Test", 1), ("anonymous", "", 1)],
)
def test_a_credit_is_pointed_to_where_the_teller_is_not_named_in_full(
    project: Project, shown: str, author: str, count: int
) -> None:
    project.paint("plain", "stories/drawn.png")
    project.change(
        TOLD, "---\n\n", "pictures:\n  - file: drawn.png\n    people: no\n    credit: By Test\n---\n\n![Chairs](drawn.png) "
    )
    text = (project.root / TOLD).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith(("attribution:", "author:")):
            new = f"attribution: {shown}" if line.startswith("attribution") else author and f"author: {author}"
            project.change(TOLD, f"{line}\n", f"{new}\n" if new else "")
    notes = [line for line in project.problems() if "this says who made the picture" in line]
    assert len(notes) == count
    assert all("To review: " in line and line.endswith("[attribution]") for line in notes)
