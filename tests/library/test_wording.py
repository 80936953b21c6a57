"""How a story's fields are said to readers: one wording, wherever it stands."""

import pytest

from press.library import wording
from press.library.model import Story
from press.library.vocabulary import GRADES


def told(**fields: object) -> Story:
    """A story of test data, with nothing looked at but its fields."""
    known = {"role": "teacher leader", "grades": "high", "state": "Ohio", "attribution": None, "author": None, "school": None}
    return Story.model_construct(**(known | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"attribution": "anonymous"}, "The writer’s name is left out"),
        ({"attribution": "anonymous", "author": "Test Name"}, "The writer’s name is left out"),
        ({"attribution": "first-name", "author": "Test"}, "Test"),
        ({"attribution": "first-name"}, ""),
        ({"attribution": "pseudonym", "author": "Test Name"}, "Test Name (not the writer’s own name)"),
        ({"attribution": "named", "author": "Test Name"}, "Test Name"),
        ({"attribution": "named", "author": "Test Name", "school": "Test School"}, "Test Name, Test School"),
        ({"attribution": "named", "author": "Test {school}", "school": "Test {author}"}, "Test {school}, Test {author}"),
    ],
)
def test_the_teller_is_shown_as_they_agreed(fields: dict[str, object], said: str) -> None:
    assert wording.teller(told(**fields)) == said


def test_names_are_told_from_the_words_around_them() -> None:
    parts = wording.teller_in_parts(told(attribution="pseudonym", author="Test Name"))
    assert [part for part in parts if part[0]] == [("Test Name", True), (" (not the writer’s own name)", False)]


def test_a_standpoint_is_role_grades_and_state_in_that_order() -> None:
    assert wording.standpoint(told()) == "Teacher leader\u00a0· High school\u00a0· Ohio"


def test_the_line_below_a_title_says_who_tells_and_from_where() -> None:
    named = told(attribution="named", author="Test Name", school="Test School")
    from_where = "Teacher leader\u00a0· High school\u00a0· Ohio"
    assert "".join(words for words, _ in wording.line_in_parts(named)) == f"Test Name, Test School\u00a0· {from_where}"
    assert [words for words, is_name in wording.line_in_parts(named) if is_name] == ["Test Name", "Test School"]
    assert list(wording.line_in_parts(told())) == [(from_where, False)]


def test_every_grade_band_has_words_for_readers() -> None:
    assert all(
        wording.standpoint(told(grades=grades)) == f"Teacher leader\u00a0· {words}\u00a0· Ohio" for grades, words in GRADES
    )


def test_a_content_note_lists_what_the_story_touches_on() -> None:
    assert wording.touches_on(["racism", "loss"]) == "this story touches on racism, loss."
