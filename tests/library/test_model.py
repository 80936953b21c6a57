"""What front matter may say: closed records, fixed words, and labels that can't be turned off."""

import pytest
from annotated_types import MaxLen
from pydantic import BaseModel, ValidationError

from press.library import model
from press.library.model import Activity, Consent, Doc, Picture, Story, Toolkit, Withdrawn

RECORDS = (Toolkit, Activity, Story, Consent, Picture, Doc)
STORY = {
    "title": "Test data", "kind": "first-person", "summary": "Test data.", "role": "teacher", "state": "Tennessee",
    "grades": "middle", "themes": ["beliefs"], "activities": ["test-kit/opening"], "published": "2026-11-01",
    "student_details": "none",
}  # fmt: skip


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_takes_no_field_that_it_does_not_know(record: type[BaseModel]) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        record.model_validate({"student_name": "Test Data"})


@pytest.mark.parametrize("record", (*RECORDS, Withdrawn))
def test_every_field_says_what_it_is(record: type[BaseModel]) -> None:
    assert all(info.description for info in record.model_fields.values())


@pytest.mark.parametrize("record", RECORDS)
def test_a_field_holds_no_more_than_it_says(record: type[BaseModel]) -> None:
    for name, info in record.model_fields.items():
        limits = [part.max_length for part in info.metadata if isinstance(part, MaxLen)]
        if limits:
            one_more = [["a"] * (limits[0] + 1), "a" * (limits[0] + 1)]
            faults = [fault for value in one_more for fault in _faults(record, name, value)]
            assert any(fault.endswith("too_long") for fault in faults), name


def _faults(record: type[BaseModel], name: str, value: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        record.model_validate({name: value, "unknown": "so that it raises"})
    return [fault["type"] for fault in caught.value.errors() if fault["loc"][:1] == (name,)]


def test_no_field_asks_for_a_student() -> None:
    names = {name for record in RECORDS for name in record.model_fields}
    assert {name for name in names if "student" in name} == {"student_details"}


@pytest.mark.parametrize(("kind", "start"), [("illustrative", "Illustrative story"), ("composite", "Composite story")])
def test_a_story_that_no_single_person_told_has_a_label(kind: str, start: str) -> None:
    assert Story.model_validate({**STORY, "kind": kind}).label.startswith(start)


@pytest.mark.parametrize("kind", ["first-person", "interview"])
def test_a_story_that_one_person_told_has_none(kind: str) -> None:
    assert Story.model_validate({**STORY, "kind": kind}).label == ""


@pytest.mark.parametrize("evidence", ["C-42", "c-0042", "signed.pdf", "someone@example.org", "C-0042 Test", "C-0042\n"])
def test_the_evidence_of_consent_is_an_opaque_number(evidence: str) -> None:
    with pytest.raises(ValidationError):
        Consent.model_validate({"granted": "2026-09-01", "channels": ["web"], "review_by": "2028-09-01", "evidence": evidence})


@pytest.mark.parametrize("profile", ["javascript:alert(1)", "http://example.org", "/me"])
def test_a_profile_is_a_web_address(profile: str) -> None:
    with pytest.raises(ValidationError):
        Story.model_validate({**STORY, "profile": profile})


def test_a_withdrawn_story_keeps_only_its_date_and_old_addresses() -> None:
    assert Withdrawn.model_validate({**STORY, "withdrawn": "2026-11-22"}).model_dump().keys() == {"withdrawn", "aliases"}


def test_a_record_does_not_change() -> None:
    with pytest.raises(ValidationError):
        Story.model_validate(STORY).title = "Another"


def test_every_label_belongs_to_a_kind() -> None:
    assert set(model.LABELS) == {"composite", "illustrative"}


def test_straight_quotes_become_the_typographers_in_what_readers_see() -> None:
    found = model.Doc.model_validate({"title": "A coach's \"list\" of '68", "description": "The teachers' room"})
    assert (found.title, found.description) == ("A coach’s “list” of ’68", "The teachers’ room")
