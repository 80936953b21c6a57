"""The form for stories is made from the program's own tables: each check and each field has had its decision."""

from typing import get_args

from press import checks
from press.checks import consent
from press.library import edition, json_schema
from press.library.load import load
from press.library.model import StoryKind
from press.web.form import questions, rules, steps
from press.web.form.parts import Step
from projects import CASES, TODAY


def made() -> tuple[Step, ...]:
    """The form of the small sound project."""
    return steps.steps(edition.prepare(load(CASES / "_sound"), "web", TODAY))


def test_each_check_is_in_the_form_or_can_not_be_broken_there() -> None:
    assert not set(rules.RULES) & set(rules.NOT_IN_FORM)
    assert {check.rule for check in checks.CHECKS} | {"file", "front-matter"} == set(rules.RULES) | set(rules.NOT_IN_FORM)


def fields() -> set[str]:
    """All that a story's front matter may have, its text too."""
    made = json_schema.story()
    records = (("", made), ("consent.", made["$defs"]["Consent"]))
    return {group + name for group, record in records for name in record["properties"]} | {questions.TEXT}


def test_each_field_of_a_story_has_a_question_and_a_place_or_is_left_out() -> None:
    placed = [name for _, parts in questions.STEPS for _, _, names in parts for name in names]
    assert set(placed) == fields() - set(questions.LEFT_OUT)
    assert len(placed) == len(set(placed))
    assert set(questions.QUESTIONS) == set(placed)


def test_what_is_missing_is_asked_for() -> None:
    asked = [field for step in made() for part in step.parts for field in part.fields]
    lacking = {field.name for field in asked if field.needed or field.name.startswith("consent.")} | {"consent"}
    assert set(questions.REQUESTS) == lacking
    assert all("?" in request for request in questions.REQUESTS.values())


def test_the_kinds_that_need_a_teller_and_consent_are_those_of_the_checks() -> None:
    field, verb, *others = consent.ATTRIBUTION[0].when[0]
    assert (field, verb) == ("kind", "is not")
    assert tuple(kind for kind in get_args(StoryKind) if kind not in others) == questions.REAL


def test_a_step_that_one_kind_does_not_need_is_not_there_for_it() -> None:
    assert [step.title for step in made() if step.kinds] == ["Consent"]
    assert {part.title for step in made() for part in step.parts if part.kinds} == {"Consent", "How the teller is shown"}
