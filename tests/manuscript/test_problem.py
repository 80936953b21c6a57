"""A problem is one line for a person and one command for GitHub."""

import pytest

from press.manuscript.problem import Problem, errors

PLAIN = Problem("stories/a.md", 3, "links", "This is wrong.", "Mend it.")


def test_a_problem_is_printed_on_one_line() -> None:
    assert str(PLAIN) == "stories/a.md:3: This is wrong. Mend it. [links]"


def test_a_problem_to_review_says_so() -> None:
    assert str(Problem("a.md", 1, "x", "Look.", "See.", "review")) == "a.md:1: To review: Look. See. [x]"


def test_an_error_becomes_an_error_command() -> None:
    assert PLAIN.annotation() == "::error file=stories/a.md,line=3,title=links::This is wrong. Mend it."


def test_a_review_becomes_a_warning_command() -> None:
    assert Problem("a.md", 1, "x", "Look.", "See.", "review").annotation().startswith("::warning ")


@pytest.mark.parametrize(
    ("path", "shown"), [("a,b.md", "a%2Cb.md"), ("a:b.md", "a%3Ab.md"), ("a%0A.md", "a%250A.md"), ("a\n::b.md", "a%0A%3A%3Ab.md")]
)
def test_a_path_cannot_end_its_property(path: str, shown: str) -> None:
    assert Problem(path, 1, "x", "Look.", "See.").annotation() == f"::error file={shown},line=1,title=x::Look. See."


def test_words_cannot_start_a_command_of_their_own() -> None:
    assert "\n" not in Problem("a.md", 1, "x", "One.\r\n::set-env::", "Two.").annotation()


def test_a_percent_sign_stays_one() -> None:
    assert Problem("a.md", 1, "x", "100%0A.", "See.").annotation().endswith("::100%250A. See.")


def test_only_errors_stop_publishing() -> None:
    review = Problem("a.md", 1, "x", "Look.", "See.", "review")
    assert errors((review, PLAIN)) == (PLAIN,)


def test_problems_are_ordered_by_path_and_line() -> None:
    second, first = Problem("a.md", 10, "a", "b", "c"), Problem("a.md", 9, "z", "b", "c")
    assert sorted([PLAIN, second, first]) == [first, second, PLAIN]
