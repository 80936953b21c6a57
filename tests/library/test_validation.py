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


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("role: teacher\n", "", "2: `role` is missing. Add `role: teacher`."),
        ("role: teacher", "role:",
         "5: `role` has no value. Write one after the colon, or delete the line if the field is not needed."),
        ("role: teacher", "role: techer",
         "5: `role` is none of the values that it may have. Did you mean “teacher”?"),
        ("role: teacher", "role: xyz",
         "5: `role` is none of the values that it may have. Choose one: teacher, teacher leader, "
         "instructional coach, counselor, assistant principal, principal, district leader."),
        ("role: teacher", "role: [teacher]",
         "5: `role` is none of the values that it may have. Did you mean “teacher”?"),
        ("Tennessee", "Q",
         "6: `state` is none of the values that it may have. Write it in full, as on the fields page."),
        ("role:", "rolle:",
         "2: `role` is missing. Add `role: teacher`.\n5: There is no field called `rolle`. Did you mean `role`?"),
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
        ("  evidence: C-0042\n", "", "14: `consent`, `evidence` is missing. Add `evidence: C-0042`."),
        ("title: A told one", "title: [a, b]", "2: `title` should be one line of text. "
         "Write it on one line, in quotes if it has a bracket or a colon."),
        ("---\n\n", "pictures: [board.jpg]\n---\n\n", "19: `pictures`, entry 1 should be a group of fields. "
         "Indent its fields below it; the fields page shows how."),
        ("---\n\n", "pictures:\n  - file: a.jpg\n    people: maybe\n---\n\n",
         "21: `pictures`, entry 1, `people` should say yes or no. "
         "Write `yes` or `no`."),
    ],
)  # fmt: skip
def test_a_fault_is_told_plainly_on_its_line(old: str, new: str, line: str) -> None:
    assert old in SOUND
    found = problems(SOUND.replace(old, new, 1))
    assert "\n".join(f"{problem.line}: {problem.what} {problem.mend}" for problem in found) == line


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
