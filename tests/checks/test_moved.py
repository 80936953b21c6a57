"""A page that was renamed keeps its old address, or a note says so."""

import pytest

from projects import Project

TOLD = "stories/a-told-one.md"


@pytest.fixture
def kept(project: Project) -> Project:
    """The sound project, kept by git."""
    project.commit()
    return project


def told(project: Project) -> list[str]:
    return [line for line in project.problems() if line.endswith("[moved]")]


def test_a_page_renamed_without_aliases_is_told(kept: Project) -> None:
    kept.git("mv", TOLD, "stories/second.md")
    assert told(kept) == [
        "stories/second.md:2: To review: This page was renamed: its old address, `stories/a-told-one`, would lead nowhere. "
        "Add it under `aliases`, as in `aliases: [stories/a-told-one]`. [moved]"
    ]
    kept.commit()
    assert len(told(kept)) == 1


def test_each_address_that_a_page_once_had_is_told(kept: Project) -> None:
    for old, new in (
        (TOLD, "stories/second.md"),
        ("stories/second.md", "stories/third.md"),
        ("stories/third.md", "stories/last.md"),
    ):
        kept.git("mv", old, new)
        kept.commit()
    assert [line.split("`")[1] for line in told(kept)] == ["stories/a-told-one", "stories/second", "stories/third"]


def test_a_page_that_lists_its_old_address_is_let_be(kept: Project) -> None:
    kept.git("mv", TOLD, "stories/second.md")
    kept.change("stories/second.md", "title:", "aliases: [stories/a-told-one]\ntitle:")
    assert kept.problems() == []


def test_an_address_that_is_had_again_is_let_be(kept: Project) -> None:
    text = (kept.root / TOLD).read_bytes()
    kept.git("mv", TOLD, "stories/second.md")
    kept.commit()
    kept.write(TOLD, text)
    assert told(kept) == []


def test_a_folder_of_its_own_makes_no_new_address(kept: Project) -> None:
    (kept.root / "stories/a-told-one").mkdir()
    kept.git("mv", TOLD, "stories/a-told-one/index.md")
    assert told(kept) == []


def test_a_page_that_was_deleted_is_no_page_that_was_renamed(kept: Project) -> None:
    (kept.root / TOLD).unlink()
    assert told(kept) == []


def test_without_git_nothing_is_said(project: Project) -> None:
    (project.root / TOLD).rename(project.root / "stories/second.md")
    assert told(project) == []
