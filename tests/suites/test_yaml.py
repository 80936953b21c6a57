"""YAML's own suite: a front matter is read as YAML has it, each value as the text that was written, or its author is told."""

from typing import NamedTuple

import pytest

from press.library import kinds
from press.manuscript.source import Source, Value
from suites import PATH, data, deviations

LISTED = deviations("yaml-test-suite-deviations")


class Case(NamedTuple):
    """A mapping, and its value as text; None where YAML calls it faulty, or where it needs aliases or names that are no text."""

    number: int
    id: str
    name: str
    yaml: str
    value: dict[str, Value] | None


CASES = [Case(**each) for each in data("yaml-test-suite")]


def made(case: Case) -> Source:
    """What the press reads, where a case is a story's front matter; its first `---` is the one that it begins with."""
    front = case.yaml.removeprefix("---\n").rstrip("\n")
    return kinds.parse(f"---\n{front}\n---\nTest data.\n".encode(), PATH)


def folded(value: Value) -> Value:
    """A value as the press has it, on one line."""
    if isinstance(value, dict):
        return {" ".join(name.split()): folded(inner) for name, inner in value.items()}
    return [folded(inner) for inner in value] if isinstance(value, list) else " ".join(value.split())


def is_silently_other(case: Case) -> bool:
    """Whether something else is read than the case says, and nobody told."""
    read = made(case)
    return not read.problems and (case.value is None or read.front != folded(case.value))


def test_every_case_is_there() -> None:
    assert [case.number for case in CASES] == list(range(1, 185))


def test_no_value_becomes_another_without_a_word_unless_listed() -> None:
    equal = [case for case in CASES if case.value is not None and not made(case).problems]
    other = {case.number for case in CASES if is_silently_other(case)}
    print(f"YAML: {len(CASES)} mappings, {len(equal)} read as they stand, {len(CASES) - len(equal) - len(other)} told")
    assert other == set(LISTED)
    assert len(equal) == 46  # and so a reader that only ever complains would not do


def test_each_deviation_has_a_reason() -> None:
    assert {sort for sort, _ in LISTED.values()} == {"lenient"}
    assert all(reason.endswith(".") for _, reason in LISTED.values())


@pytest.mark.parametrize("case", [case for case in CASES if case.number in LISTED], ids=lambda case: case.id)
def test_where_more_is_read_than_yaml_allows_no_word_of_a_value_is_lost(case: Case) -> None:
    words = "".join(sign if sign.isalnum() else " " for line in case.yaml.split("\n") for sign in line.partition("#")[0]).split()
    kept = str(made(case).front)
    assert all(word in kept for word in words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_problem_stands_on_a_line_of_the_front_matter(case: Case) -> None:
    lines = case.yaml.removeprefix("---\n").rstrip("\n").count("\n") + 1
    for problem in made(case).problems:
        assert 1 <= problem.line <= lines + 2 and problem.what.endswith(".") and problem.mend.endswith(".")
