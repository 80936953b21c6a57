"""CommonMark's examples: readers get text and structure as CommonMark has them, but for what stands in the list of deviations."""

from functools import cache
from typing import NamedTuple

import pytest

from press.manuscript import sanitize
from suites import Refused, data, deviations, markup, on_page
from suites.github import as_on_github

LISTED = deviations("commonmark-deviations")
SORTS = {"cleaned", "github", "link", "pasted", "refused", "signs"}


class Example(NamedTuple):
    """A text and CommonMark's HTML of it, by its number."""

    number: int
    section: str
    markdown: str
    html: str


EXAMPLES = [Example(**each) for each in data("commonmark")]


@cache
def made(text: str) -> tuple[markup.Part, ...]:
    """What readers get of a text: its parts, or what its author is told instead."""
    try:
        return tuple(markup.parts(on_page(text)))
    except Refused as refusal:
        return (str(refusal),)


def of_sort(sort: str) -> list[Example]:
    return [example for example in EXAMPLES if LISTED.get(example.number, ("",))[0] == sort]


def test_every_example_is_there() -> None:
    assert [example.number for example in EXAMPLES] == list(range(1, 653))


def test_what_readers_get_is_what_commonmark_says_or_is_listed() -> None:
    differ = {each.number for each in EXAMPLES if made(each.markdown) != tuple(markup.parts(each.html))}
    print(f"CommonMark: {len(EXAMPLES)} examples, {len(EXAMPLES) - len(differ)} equal, {len(differ)} otherwise")
    assert differ == set(LISTED)


def test_each_deviation_has_a_sort_that_is_looked_into_and_a_reason() -> None:
    assert {sort for sort, _ in LISTED.values()} <= SORTS
    assert all(reason.endswith(".") for _, reason in LISTED.values())


@pytest.mark.parametrize("example", of_sort("cleaned"), ids=lambda example: str(example.number))
def test_where_something_is_left_out_all_else_is_as_commonmark_has_it(example: Example) -> None:
    assert made(example.markdown) == tuple(markup.parts(sanitize.clean(example.html)))


@pytest.mark.parametrize("example", of_sort("signs"), ids=lambda example: str(example.number))
def test_where_dashes_are_set_all_else_is_as_commonmark_has_it(example: Example) -> None:
    typed = [part if isinstance(part, tuple) else part.replace("—", "---").replace("–", "--") for part in made(example.markdown)]
    assert typed == markup.parts(example.html)


@pytest.mark.parametrize("example", of_sort("link"), ids=lambda example: str(example.number))
def test_a_link_without_an_address_keeps_its_words(example: Example) -> None:
    theirs = [part for part in markup.parts(example.html) if part not in (("a", "href="), ("/a",))]
    assert list(made(example.markdown)) == theirs


@pytest.mark.parametrize("example", of_sort("github"), ids=lambda example: str(example.number))
def test_what_github_adds_is_as_its_own_program_has_it(example: Example) -> None:
    assert list(made(example.markdown)) == markup.parts(as_on_github(example.markdown))


@pytest.mark.parametrize("example", of_sort("pasted"), ids=lambda example: str(example.number))
def test_an_item_that_a_word_processor_marked_is_an_item(example: Example) -> None:
    typed = example.markdown.replace("*\u00a0", "* ", 1)
    assert made(example.markdown) == made(typed) and made(typed)[:2] == (("ul",), ("li",))


@pytest.mark.parametrize("example", of_sort("refused"), ids=lambda example: str(example.number))
def test_what_is_refused_is_refused_in_words_with_a_line(example: Example) -> None:
    assert made(example.markdown) == ("stories/test-data.md:4: This line has a hidden character. Type the line again. [file]",)
