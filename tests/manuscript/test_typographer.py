"""The typographer's signs and quotes, as running text and front matter get them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from press.manuscript import markdown, typographer

PIECES = ["(c)", "(R)", "(tm)", "+-", "..", "...", "?", "!", ",", ",,", "-", "--", "---", "----", " ", "\n", "a", "b ", "“", "1"]


def content(text: str, parser: MarkdownIt | None = None) -> list[str]:
    tokens = parser.parse(text) if parser else markdown.parse(text)
    return [child.content for block in tokens for child in block.children or ()]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_signs_are_set_as_markdown_its_own_rule_sets_them(text: str) -> None:
    own = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "replacements", "smartquotes"])
    if "?!" not in text and "!?" not in text:  # of a run of both, markdown-it keeps now all and now three
        assert content(text) == content(text, own)


def test_an_address_that_is_a_link_by_itself_stays_as_it_is() -> None:
    found = content("<https://site.example/a--b...c> and--so on...")
    assert found == ["", "https://site.example/a--b...c", "", " and–so on…"]


@pytest.mark.parametrize("typed", ["\\---", "a \\--- b", "--\\-", "\\...", "a\\--b"])
def test_signs_beside_an_escaped_one_of_the_same_stay_as_they_were_typed(typed: str) -> None:
    assert content(typed) == [typed.replace("\\", "")]


def test_an_escaped_sign_leaves_another_one_be() -> None:
    assert content("\\*a -- b\\*") == ["*a – b*"]


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ('The "ready" check', "The “ready” check"),
        ("A teacher's list", "A teacher’s list"),
        ("The '90s, and teachers' lists", "The ’90s, and teachers’ lists"),
        ('A 6" ruler', 'A 6" ruler'),
        ("The 'ready' check", "The ‘ready’ check"),
        ("Say 'it's mine' (or 'no')", "Say ‘it’s mine’ (or ‘no’)"),
        ("\"A 'kind' word\" they said", "“A ‘kind’ word” they said"),
        ("The teachers' list of 'firsts'", "The teachers’ list of ‘firsts’"),
    ],
)
def test_a_line_of_front_matter_gets_the_typographers_quotes(typed: str, quoted: str) -> None:
    assert typographer.quotes(typed) == quoted
