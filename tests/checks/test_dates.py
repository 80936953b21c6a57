"""The bounds of dates and names: what can't be true is told, what lies ahead withholds, and time alone stops nothing."""

import datetime

import pytest

from press import checks
from press.library import edition
from press.manuscript.problem import Problem
from projects import CASES, TODAY, Project

TOLD, EXAMPLE = "stories/a-told-one.md", "stories/an-example.md"
GRANTED, ENDS, OUT = "granted: 2026-09-01", "review_by: 2028-09-01", "published: 2026-11-01"
TOO_LONG = "The consent holds for more than three years."
TOO_EARLY = "This day is before the year 2000."
TRIPPED = sorted(folder.name for folder in CASES.iterdir() if not folder.name.startswith("_"))


def found(project: Project, today: datetime.date = TODAY) -> list[Problem]:
    """What the rules on consent, dates and tellers say; the sound project has nothing of it."""
    return [one for one in checks.run(project.load(), today) if one.rule in ("consent", "dates", "attribution", "front-matter")]


def said(project: Project) -> list[str]:
    return [one.what for one in found(project)]


def shown(project: Project, today: datetime.date = TODAY) -> set[str]:
    return {story.path for story in edition.prepare(project.load(), "web", today).stories}


def shown_as(project: Project, author: str) -> None:
    """Let the told story be one whose teller is shown by a first name."""
    project.change(TOLD, "attribution: pseudonym\nauthor: Test Data", f"attribution: first-name\nauthor: {author}")


@pytest.mark.parametrize(
    ("old", "new", "what", "level"),
    [
        (ENDS, "review_by: 9999-12-31", TOO_LONG, "error"),
        (GRANTED, "granted: 1026-09-01", TOO_EARLY, "error"),
        (OUT, "published: 2029-11-01", "The day of publication lies ahead, so the story is withheld until then.", "review"),
        ("", "", "Only a first name should stand there, and this is more than one word.", "review"),
    ],
    ids=["for ever", "a thousand years ago", "pinned first for years", "a whole name"],
)
def test_point_10_dates_and_names_that_no_check_looked_at_are_told(
    project: Project, old: str, new: str, what: str, level: str
) -> None:
    if old:
        project.change(TOLD, old, new)
    else:
        shown_as(project, "Test Data")
    (problem,) = found(project)
    assert (problem.what, problem.level) == (what, level)


@pytest.mark.parametrize(
    ("granted", "ends", "longer"),
    [
        ("2026-09-01", "2029-09-01", False),
        ("2026-09-01", "2029-09-02", True),
        ("2026-12-31", "2029-12-31", False),
        ("2026-12-31", "2030-01-01", True),
        ("2024-02-29", "2027-02-28", False),
        ("2024-02-29", "2027-03-01", True),
        ("2025-02-28", "2028-02-28", False),
        ("2025-02-28", "2028-02-29", True),
        ("2000-01-01", "9999-12-31", True),
        ("9998-01-01", "9999-12-31", False),
    ],
)
def test_a_consent_holds_three_years_to_the_day_and_of_29_february_until_the_28th(
    project: Project, granted: str, ends: str, longer: bool
) -> None:
    project.change(TOLD, GRANTED, f"granted: {granted}")
    project.change(TOLD, ENDS, f"review_by: {ends}")
    assert (TOO_LONG in said(project)) is longer


def test_a_consent_holds_for_longer_where_a_reason_is_given(project: Project) -> None:
    project.change(TOLD, ENDS, "review_by: 2031-09-01\n  reason: The teller asked for five years")
    assert project.problems() == []


@pytest.mark.parametrize("reason", ["", '""', "a" * 101, "[Test, data]"])
def test_a_reason_is_one_line_with_words_in_it(project: Project, reason: str) -> None:
    project.change(TOLD, ENDS, f"review_by: 2031-09-01\n  reason: {reason}")
    assert [one.rule for one in found(project)] == ["front-matter"]


@pytest.mark.parametrize("reason", ['" "', '"."', '"—"'])
def test_a_reason_without_a_word_is_none(project: Project, reason: str) -> None:
    project.change(TOLD, ENDS, f"review_by: 2031-09-01\n  reason: {reason}")
    assert [one.rule for one in found(project)] == ["front-matter"]


@pytest.mark.parametrize("path", [TOLD, EXAMPLE])
@pytest.mark.parametrize(
    ("day", "early"), [("0001-01-01", True), ("1999-12-31", True), ("2000-01-01", False), ("2026-11-22", False)]
)
def test_no_story_was_published_before_2000(project: Project, path: str, day: str, early: bool) -> None:
    project.change(path, OUT, f"published: {day}")
    assert said(project) == [TOO_EARLY] * early


@pytest.mark.parametrize(
    ("granted", "ends"), [("1026-09-01", "2028-09-01"), ("2026-09-01", "0001-01-01"), ("1999-12-31", "2001-01-01")]
)
def test_a_mistyped_year_of_a_consent_is_told_once(project: Project, granted: str, ends: str) -> None:
    project.change(TOLD, GRANTED, f"granted: {granted}")
    project.change(TOLD, ENDS, f"review_by: {ends}")
    told = [one for one in found(project) if one.level == "error"]
    assert [one.what for one in told] == [TOO_EARLY]
    assert told[0].mend.startswith("The year is probably mistyped")


@pytest.mark.parametrize("path", [TOLD, EXAMPLE])
def test_a_story_whose_day_lies_ahead_is_withheld_with_a_note_until_that_day(project: Project, path: str) -> None:
    project.change(path, OUT, "published: 2026-11-23")
    assert [one.level for one in found(project)] == ["review"]
    assert path not in shown(project)
    there = TODAY + datetime.timedelta(days=1)
    assert found(project, there) == [] and path in shown(project, there)


def test_a_story_whose_consent_lies_ahead_is_withheld_with_a_note_until_that_day(project: Project) -> None:
    project.change(TOLD, GRANTED, "granted: 2026-11-23")
    assert [(one.what, one.level) for one in found(project)] == [
        ("The day of consent lies ahead, so the story is withheld until then.", "review")
    ]
    assert TOLD not in shown(project) and TOLD in shown(project, TODAY + datetime.timedelta(days=1))


@pytest.mark.parametrize("day", ["1026-11-22", "2026-11-22", "9999-12-31"])
def test_a_story_is_withdrawn_whatever_day_is_written(project: Project, day: str) -> None:
    project.change(TOLD, "title:", f"withdrawn: {day}\ntitle:")
    assert [story.path for story in project.load().withdrawn] == [TOLD]
    assert [line for line in project.problems() if "To review" not in line] == []


@pytest.mark.parametrize("author", ["Testa", "Testa-Ann", "O'Test", "Ñandú", "T", "名"])
def test_one_word_is_a_first_name(project: Project, author: str) -> None:
    shown_as(project, author)
    assert found(project) == []


@pytest.mark.parametrize(
    "author", ["Testa Data", "T. Data", "T.", "T.Data", "Data,Testa", "Testa_Data", "Testa&Data", "Testa\u00a0D", "Testa·D"]
)
def test_several_words_under_a_first_name_are_looked_at_and_not_repeated(project: Project, author: str) -> None:
    shown_as(project, author)
    (problem,) = found(project)
    assert (problem.rule, problem.level) == ("attribution", "review") and author not in str(problem)


@pytest.mark.parametrize("how", ["named", "pseudonym"])
def test_another_name_may_have_several_words(project: Project, how: str) -> None:
    shown_as(project, "Testa Data")
    project.change(TOLD, "attribution: first-name", f"attribution: {how}")
    assert found(project) == []


DAYS = [datetime.date(year, 2, 28) for year in (1, 1999, 2026, 2029, 2100, 9999)]


@pytest.mark.parametrize("case", ["_sound", *TRIPPED])
def test_no_error_comes_or_goes_with_time_alone(project: Project, case: str) -> None:
    project.lay_over(case)
    books = project.load()
    errors = [{one for one in checks.run(books, day) if one.level == "error"} for day in (TODAY, *DAYS)]
    assert all(found == errors[0] for found in errors)


@pytest.mark.parametrize("case", ["_sound", "links", "pictures", "people", "aliases"])
def test_no_error_comes_with_a_consent_that_covers_less(project: Project, case: str) -> None:
    project.lay_over(case)
    before = {one for one in checks.run(project.load(), TODAY) if one.level == "error"}
    for path in (project.root / "stories").rglob("*.md"):
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        less = text.replace("[web, print]", "[print]").replace("review_by: 2028-09-01", "review_by: 2026-09-02")
        path.write_text(less, encoding="utf-8", errors="surrogateescape")
    assert {one for one in checks.run(project.load(), TODAY) if one.level == "error"} == before
