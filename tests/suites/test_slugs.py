"""GitHub's addresses of headings, as github-slugger's fixtures have them: what a link in a manuscript may name."""

from typing import Any

from press.manuscript import anchors, source
from press.manuscript.markdown import headings
from suites import FRONT, PATH, data, deviations

FIXTURES: list[dict[str, Any]] = data("github-slugger")
LISTED = deviations("github-slugger-deviations")
SORTS = {"escaped", "refused", "unseen"}


def told(each: dict[str, Any]) -> str:
    """The address that a heading alone in a manuscript has on GitHub, as the press makes it; or what its author is told."""
    text = each.get("markdownOverwrite") or f"# {each['input']}"
    read = source.parse(f"{FRONT}\n{text}\n".encode(errors="replace"), PATH, (), is_guide=False)
    (address, *_) = [heading.found.github for heading in headings(read.tokens)] or [""]
    return str(read.problems[0]) if read.problems else address


def alone(each: dict[str, Any]) -> str:
    """The address that GitHub gives to a heading that has none of its name above it."""
    return anchors.slug(each["input"], set())


def test_every_heading_has_the_address_that_github_gave_it() -> None:
    taken: set[str] = set()
    assert len(FIXTURES) == 78
    assert [anchors.slug(each["input"], taken) for each in FIXTURES] == [each["expected"] for each in FIXTURES]


def test_a_manuscript_with_that_heading_alone_has_it_too_or_is_listed() -> None:
    differ = {number for number, each in enumerate(FIXTURES, 1) if told(each) != alone(each)}
    print(f"github-slugger: {len(FIXTURES)} headings, {len(FIXTURES) - len(differ)} equal, {len(differ)} otherwise")
    assert differ == set(LISTED)


def test_each_deviation_has_a_sort_that_is_looked_into_and_a_reason() -> None:
    assert {sort for sort, _ in LISTED.values()} <= SORTS
    assert all(reason.endswith(".") for _, reason in LISTED.values())


def test_what_is_refused_is_refused_in_words_with_a_line() -> None:
    refused = [FIXTURES[number - 1] for number, (sort, _) in LISTED.items() if sort == "refused"]
    assert refused and all(told(each).startswith(f"{PATH}:5: This line has a hidden character.") for each in refused)


def test_what_is_no_mark_has_the_address_once_its_signs_are_escaped() -> None:
    found = [FIXTURES[number - 1] for number, (sort, _) in LISTED.items() if sort == "escaped"]
    assert found
    for each in found:
        assert told({"markdownOverwrite": "# " + each["input"].replace("_", "\\_")}) == alone(each)
