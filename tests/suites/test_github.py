"""GitHub's own examples of what it adds to CommonMark: readers get the same words and structure, or it is listed why not."""

from typing import NamedTuple

import pytest

from structure import Parts, read
from suites import Refused, data, deviations, on_page
from suites.github import as_on_github

LISTED = deviations("gfm-deviations")


class Example(NamedTuple):
    """A text and GitHub's HTML of it, by its number."""

    number: int
    section: str
    markdown: str
    html: str


EXAMPLES = [Example(**each) for each in data("gfm")]


def shown(text: str) -> Parts:
    """What readers get of a text: its words and structure, or what its author is told instead."""
    try:
        return read(on_page(text), "")
    except Refused as refusal:
        return [str(refusal)]


def theirs(html: str) -> Parts:
    return [part for part in read(html, "") if part != "<!>"]


def test_what_readers_get_is_what_github_says_or_is_listed() -> None:
    differ = {each.number for each in EXAMPLES if shown(each.markdown) != theirs(each.html)}
    print(f"GitHub: {len(EXAMPLES)} examples, {len(EXAMPLES) - len(differ)} equal, {len(differ)} otherwise")
    assert differ == set(LISTED)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.number))
def test_the_words_are_githubs_even_where_the_structure_is_listed_as_another(example: Example) -> None:
    if LISTED.get(example.number, ("",))[0] != "words":
        ours = [part for part in shown(example.markdown) if not part.startswith("<")]
        assert ours == [part for part in theirs(example.html) if not part.startswith("<")]


def test_each_deviation_has_a_sort_and_a_reason() -> None:
    assert {sort for sort, _ in LISTED.values()} <= {"words", "structure"}
    assert all(reason.endswith(".") for _, reason in LISTED.values())


@pytest.mark.parametrize(
    "text",
    [
        "~~old~~ and ~new~ and ~~~no~~~, 5~6",
        "- [ ] Ask\n- [x] Tell\n- [X] Say\n  - [ ] within\n\n1. [ ] one",
        "- [ ]\n- []\n- [y] no",
        'See www.site.example, https://site.example/a_b_(c), "https://site.example" and (https://site.example).',
        "[https://site.example] ![x](https://site.example/a.png) `https://site.example` xhttps://site.example HTTPS://SITE.example",
        "a.b_c@site.example, mailto:a@site.example; a@b and a@site.example1",
        "One[^1] two[^two] one again[^1] none[^3].\n\n[^two]: Second, *so*.\n[^1]: First.\n\n    More.\n\n- a list[^two]",
        "| a | b |\n| --- | :-: |\n| ~~x~~ | https://site.example |\n| [^1] |\n\n[^1]: Note.",
        "4. four\n5. five\n\n0) zero",
    ],
)
def test_a_text_of_ours_is_read_as_githubs_own_program_reads_it(text: str) -> None:
    assert shown(text) == theirs(as_on_github(text))
