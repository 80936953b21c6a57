"""The form for stories is made from the program's own tables: each check and each field has had its decision."""

from press import checks
from press.library import json_schema
from press.web.form import questions, rules


def test_each_check_is_in_the_form_or_can_not_be_broken_there() -> None:
    assert not set(rules.RULES) & set(rules.NOT_IN_FORM)
    assert {check.rule for check in checks.CHECKS} | {"file", "front-matter"} == set(rules.RULES) | set(rules.NOT_IN_FORM)


def test_each_field_of_a_story_has_a_question_and_a_place_or_is_left_out() -> None:
    made = json_schema.story()
    records = (("", made), ("consent.", made["$defs"]["Consent"]))
    fields = {group + name for group, record in records for name in record["properties"]} | {questions.TEXT}
    placed = [name for _, _, names in questions._FIELDSETS for name in names]
    assert set(placed) == fields - set(questions._LEFT_OUT)
    assert len(placed) == len(set(placed))
    assert set(questions._QUESTIONS) == set(placed)
