"""A validation fault is told in a teacher's words, on its line, without repeating what may be private."""

import pytest

from press.library import kinds, validation
from press.library.model import Activity, Story, Toolkit
from press.manuscript.problem import Problem
from press.manuscript.source import Source, Value
from projects import CASES

SOUND = (CASES / "_sound/stories/a-told-one.md").read_text(encoding="utf-8")


def problems(text: str) -> tuple[Problem, ...]:
    return validation.validate(Story, kinds.parse(text.encode(), "stories/x.md"))[1]


def told(text: str) -> str:
    """What is said of a story, a line each."""
    return "\n".join(f"{problem.line}: {problem.what} {problem.mend}" for problem in problems(text))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("role: teacher\n", "", "2: `role` is missing. Add `role:` with one of these: teacher, teacher leader, "
         "instructional coach, counselor, assistant principal, principal, district leader."),
        ("role: teacher", "role:",
         "5: `role` has no value. Write one after the colon, or delete the line if the field is not needed."),
        ("role: teacher", "role: techer",
         "5: `role` is none of the values that it may have. Did you mean “teacher”?"),
        ("role: teacher", "role: xyz",
         "5: `role` is none of the values that it may have. Choose one: teacher, teacher leader, "
         "instructional coach, counselor, assistant principal, principal, district leader."),
        ("role: teacher", "role: [teacher]",
         "5: `role` is none of the values that it may have. Write it without brackets: `role: teacher`."),
        ("Tennessee", "Q",
         "6: `state` is none of the values that it may have. Write only the state, in full: no city, district or school."),
        ("role:", "rolle:",
         "5: There is no field called `rolle`. Did you mean `role`?"),
        ("title: A told one", f"title: {'a' * 71}",
         "2: `title` is too long: 71 characters; it may have 70. Shorten it."),
        ("themes: [beliefs]", "themes: beliefs",
         "8: `themes` should be a list. Write it in square brackets: `themes: [beliefs]`."),
        ("themes: [beliefs]", "themes: []", "8: `themes` has too few entries. Give at least 1."),
        ("themes: [beliefs]", "themes: [beliefs, belief]",
         "8: `themes`, entry 2 is none of the values that it may have. Did you mean “beliefs”?"),
        ("2026-11-01", "soon", "10: `published` is not a date. Write year, month and day, such as 2026-11-22."),
        ("evidence: C-0042", "evidence: signed.pdf",
         "18: `consent`, `evidence` is not written as it should be. Write the number the "
         "editors gave, such as `C-0042`; never a name, signature or e-mail address."),
        ("  evidence: C-0042\n", "", "14: `consent`, `evidence` is missing. Add `evidence:` "
         "with the number under which the editors keep the signed form."),
        ("title: A told one", "title: [a, b]", "2: `title` should be one line of text. "
         "Write it on one line, in quotes if it has a bracket or a colon."),
        ("---\n\n", "pictures:\n  - file: a.jpg\n    people: maybe\n---\n\n",
         "21: `pictures`, entry 1, `people` should say yes or no. "
         "Write `yes` or `no`."),
    ],
)  # fmt: skip
def test_a_fault_is_told_plainly_on_its_line(old: str, new: str, line: str) -> None:
    assert old in SOUND
    assert told(SOUND.replace(old, new, 1)) == line


CONSENT = SOUND[SOUND.index("consent:") : SOUND.index("---\n\n")]
LISTED = CONSENT.removeprefix("consent:").replace("\n  ", "\n- ").rstrip()
WHOLE_CONSENT = (
    "Write `consent:` alone on its line, and below it, each after two spaces: "
    "`granted:`, `channels:`, `review_by:` and `evidence:`."
)
WHOLE_PICTURE = (
    "Write `pictures:` alone on its line, below it `  - file: board.jpg`, and below that `    people:` with `yes` where a person "
    "can be seen or known, otherwise `no`. Where they apply, add `    people_consent:` with the number of the consent of the "
    "people in it, and `    credit:` with who made the picture, if they wish to be named."
)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (CONSENT.replace("\n  ", "\n"), "15: These belong under `consent:`. Put two spaces before each."),
        (CONSENT.replace("  review", "review").replace("  evi", "evi"),
         "17: These belong under `consent:`. Put two spaces before each."),
        (CONSENT.replace("  evidence", "evidence"), "18: This belongs under `consent:`. Put two spaces before it."),
        (CONSENT.replace("consent:\n", "").replace("  ", ""), "14: These belong under `consent:`. "
         "Write `consent:` alone on the line above, and put two spaces before each."),
        *((f"consent:{rest}\n", f"14: `consent` needs fields of its own below it. {WHOLE_CONSENT}")
          for rest in ("", " yes", " C-0042", " [web, print]", LISTED)),
        ("consent:\n  granted:\n  channels:\n  review_by:\n  evidence:\n",
         "15: `consent`, `granted` has no value. Write the day on which the teller agreed: year, month and day.\n"
         "16: `consent`, `channels` has no value. Write where it may appear, as the teller agreed: `web`, `print` or both, "
         "in square brackets.\n"
         "17: `consent`, `review_by` has no value. Write the last day on which the consent holds: year, month and day.\n"
         "18: `consent`, `evidence` has no value. Write the number under which the editors keep the signed form."),
        ("consent:\n  channels: web\n",
         "14: `consent`, `evidence` is missing. Add `evidence:` with the number under which the editors keep the signed form.\n"
         "14: `consent`, `granted` is missing. Add `granted:` with the day on which the teller agreed: year, month and day.\n"
         "14: `consent`, `review_by` is missing. Add `review_by:` with the last day on which the consent holds: "
         "year, month and day.\n"
         "15: `consent`, `channels` should be a list. Write it in square brackets: `channels: [web]`."),
    ],
)  # fmt: skip
def test_a_consent_that_is_written_wrong_is_told_once_and_never_with_values_to_copy(written: str, line: str) -> None:
    assert told(SOUND.replace(CONSENT, written)) == line


@pytest.mark.parametrize(
    ("written", "line"),
    [
        *((f"pictures:{rest}\n", f"19: `pictures` needs fields of its own below it. {WHOLE_PICTURE}")
          for rest in ("", " board.jpg", " [a.jpg, b.jpg]", "\n  file: board.jpg\n  people: no", " yes")),
        ("pictures:\n- board.jpg\n- map.jpg\n", f"20: `pictures` needs fields of its own below it. {WHOLE_PICTURE}"),
        ("pictures:\nfile: a.jpg\npeople: no\ncredit: A\n", f"20: These belong under `pictures:`. {WHOLE_PICTURE}"),
        ("pictures:\n- file: a.jpg\npeople: no\n", f"21: This belongs under `pictures:`. {WHOLE_PICTURE}"),
        ("file: a.jpg\n", f"19: This belongs under `pictures:`. {WHOLE_PICTURE}"),
        ("pictures:\n  - file: a.jpg\n  - people: no\n", "21: This hyphen begins another entry of `pictures`, and both lack "
         "a field. Put a space in its place, so that the line belongs to the entry above."),
        ("pictures:\n  - file: a.jpg\n", "20: `pictures`, entry 1, `people` is missing. "
         "Add `people:` with `yes` if a person can be seen or known in it, otherwise `no`."),
        ("pictures:\n  - file: a.jpg\n  - file: b.jpg\n", "20: `pictures`, entry 1, `people` is missing. "
         "Add `people:` with `yes` if a person can be seen or known in it, otherwise `no`.\n"
         "21: `pictures`, entry 2, `people` is missing. "
         "Add `people:` with `yes` if a person can be seen or known in it, otherwise `no`."),
    ],
)  # fmt: skip
def test_a_picture_that_is_written_wrong_is_told_once_with_the_whole_of_it(written: str, line: str) -> None:
    assert told(SOUND.replace("---\n\n", f"{written}---\n\n", 1)) == line


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        ("Memphis, Tennessee", "Only the state: Tennessee."), ("Memphis, TN", "Only the state: Tennessee."),
        ("memphis, tn.", "Only the state: Tennessee."), ("Tennessee, USA", "Only the state: Tennessee."),
        ("Tennessee (Memphis)", "Only the state: Tennessee."), ("Kansas City, Missouri", "Only the state: Missouri."),
        ("State of Tennessee", "Only the state: Tennessee."), ("Rural West Virginia", "Only the state: West Virginia."),
        ("TN", "Write it in full: Tennessee."), ("Tenn.", "Write it in full: Tennessee."),
        ("Washington, D.C.", "Write it in full: District of Columbia."), ("DC", "Write it in full: District of Columbia."),
        ("tennessee", "Write it with a capital: Tennessee."), ("“Tennessee”", "Delete the quote marks round it."),
        ("Tenessee", "Did you mean “Tennessee”?"),
        *((city, "Write only the state, in full: no city, district or school.") for city in ("Memphis", "Kansas City", "New")),
    ],
)  # fmt: skip
def test_a_state_is_told_as_it_is_to_be_typed_and_no_city_is_repeated(given: str, mend: str) -> None:
    assert told(SOUND.replace("state: Tennessee", f"state: {given}")).removeprefix("6: ") == (
        f"`state` is none of the values that it may have. {mend}"
    )


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        *((given, "Write it in square brackets: `themes: [beliefs, grading]`.")
          for given in ("beliefs, grading", "Beliefs and grading", "(beliefs, grading)", "beliefs, grading]",
                        "beliefs; grading")),
        ("Jayden, Marcus", "Put `[` before it, `]` behind it, and a comma between two entries: `themes: […, …]`."),
    ],
)  # fmt: skip
def test_a_list_without_brackets_is_told_as_it_is_to_be_typed(given: str, mend: str) -> None:
    assert told(SOUND.replace("[beliefs]", given)) == f"8: `themes` should be a list. {mend}"


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        ("[beliefs; grading]", "Put a comma between two entries: `themes: [beliefs, grading]`."),
        ("[beliefs and grading]", "Put a comma between two entries: `themes: [beliefs, grading]`."),
        ("[“beliefs”]", "Delete the quote marks round it."),
    ],
)
def test_an_entry_of_a_list_is_told_as_it_is_to_be_typed(given: str, mend: str) -> None:
    assert told(SOUND.replace("[beliefs]", given)) == f"8: `themes`, entry 1 is none of the values that it may have. {mend}"


@pytest.mark.parametrize("none", ["none", "None", "no", "n/a"])
def test_a_list_of_nothing_is_told_as_it_is_to_be_typed(none: str) -> None:
    assert told(SOUND.replace("---\n\n", f"content_notes: {none}\n---\n\n", 1)) == (
        "19: `content_notes` should be a list. Where there is none, write `content_notes: []`."
    )


@pytest.mark.parametrize("name", ["Kind", "KIND", "kinds"])
def test_a_field_with_another_name_is_told_once(name: str) -> None:
    assert told(SOUND.replace("kind:", f"{name}:")).endswith("Did you mean `kind`?")


@pytest.mark.parametrize("name", ["student-details", "student details", "Student Details"])
def test_a_field_whose_words_are_parted_in_another_way_is_told_once(name: str) -> None:
    found = told(SOUND.replace("student_details:", f"{name}:"))
    assert found.startswith("11: There is no field called") and found.endswith(". Did you mean `student_details`?")


def test_a_list_that_reading_found_a_fault_in_is_told_once() -> None:
    source = kinds.parse(SOUND.replace("[beliefs]", "\n  -beliefs\n  -grading").encode(), "stories/x.md")
    assert [problem.line for problem in source.problems] == [9]
    assert validation.validate(Story, source) == (None, ())


def test_five_faults_are_told_at_once() -> None:
    text = SOUND
    for old, new in (("kind: first-person", "kind: told"), ("role: teacher", "role: cook"), ("Tennessee", "Memphis"),
                     ("middle", "6"), ("2026-11-01", "then")):  # fmt: skip
        text = text.replace(old, new, 1)
    assert [problem.line for problem in problems(text)] == [3, 5, 6, 7, 10]


@pytest.mark.parametrize(
    ("old", "new"),
    [("role: teacher", "role: Some Body"), ("role:", "Some Body:"), ("C-0042", "some@body.org")],
)
def test_what_may_be_private_is_not_repeated(old: str, new: str) -> None:
    found = problems(SOUND.replace(old, new, 1))
    assert found and not any("some" in str(problem).lower() for problem in found)


def test_a_number_out_of_range_says_the_range() -> None:
    found = validation.validate(Activity, Source("toolkits/a/b.md", {"minutes": "0"}))[1]
    assert "`minutes` is too small. Give a number of at least 1." in [f"{problem.what} {problem.mend}" for problem in found]


def test_sound_front_matter_becomes_a_record() -> None:
    front: dict[str, Value] = {"title": "Test data", "letter": "A", "summary": "Test data.", "activities": ["opening"]}
    fields, found = validation.validate(Toolkit, Source("toolkits/a/index.md", front))
    assert fields is not None and not found
