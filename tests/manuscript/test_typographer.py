"""Quotes, dashes and the ellipsis are set by one rule for titles and bodies; nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.library.model import Doc
from press.manuscript import markdown, typographer

PIECES = [
    "(c)",
    "(R)",
    "(tm)",
    "+-",
    "..",
    "...",
    "?",
    "!",
    ",,",
    "-",
    "--",
    "---",
    "----",
    " ",
    "\n",
    "a",
    "b ",
    "“",
    "1",
    "'",
    '"',
    "('",
]
BACK = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def content(text: str) -> list[str]:
    return [child.content for block in markdown.parse(text) for child in block.children or ()]


def in_body(text: str) -> str:
    return "".join(content(text))


def in_title(text: str) -> str:
    return Doc(title=text, description="Test data.").title


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_only_quotes_dashes_and_ellipses_change(text: str) -> None:
    back = typographer.line(text).translate(BACK).replace("…", "...").replace("—", "---").replace("–", "--")
    assert back == text.translate(BACK)


@given(st.text("ab1 .,?!()'\"-\n", max_size=20))
def test_what_was_set_once_stays_as_it_is(text: str) -> None:
    assert typographer.may_change(text) or typographer.line(text) == text
    assert re.sub("[“”‘’—–…\"'.-]", "", typographer.line(text)) == re.sub("[\"'.-]", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "A 501(c)(3): (a) wait, (c) act.",
        "(r) (R) (tm) (TM) (p) (P)",
        "5 +- 2, +-3",
        "Wait.. what????",
        "No!!!! One,, two,,,",
        "A-->B and A<--B, a ---> b, a <--- b",
        "Well.... and so.....",
        "-----, ----",
        "A 6\" ruler, 5'10\" and 5' tall",
        "a ' b",
        "a--",
    ],
)
def test_all_else_stays_as_it_was_written(text: str) -> None:
    kept = text if text != "a--" else "a–"  # at a line's end a dash is one
    assert in_title(text) == in_body(text) == kept


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("this -- that, 1--2, a--b", "this – that, 1–2, a–b"),
        ("this---that --- so", "this—that — so"),
        ("Wait... what?... no!...", "Wait… what?… no!…"),
        ("'90s", "’90s"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("The '90s, and teachers' lists", "The ’90s, and teachers’ lists"),
        ("The class of '98.", "The class of ’98."),
        ("'Tis late, 'cause we told 'em", "’Tis late, ’cause we told ’em"),
        ("'98 was 'it'", "’98 was ‘it’"),
        ("fish'n'chips", "fish’n’chips"),
        ("The 1960's", "The 1960’s"),
        ('The "ready" check', "The “ready” check"),
        ("A teacher's list", "A teacher’s list"),
        ("The 'ready' check", "The ‘ready’ check"),
        ("Say 'it's mine' (or 'no')", "Say ‘it’s mine’ (or ‘no’)"),
        ("\"A 'kind' word\" they said", "“A ‘kind’ word” they said"),
        ("'\"Hi,\" she said'", "‘“Hi,” she said’"),
        ("The teachers' list of 'firsts'", "The teachers’ list of ‘firsts’"),
        ("She was 'twelve' and '5'", "She was ‘twelve’ and ‘5’"),
        ("\"I like 'rock 'n' roll' a lot\"", "“I like ‘rock ’n’ roll’ a lot”"),
        ('"Stop!"---he said: ("no")', "“Stop!”—he said: (“no”)"),
        ('"Wait..." he said', "“Wait…” he said"),
        ("(the teachers')", "(the teachers’)"),
        ("Say \"Năm\" 'été'", "Say “Năm” ‘été’"),
    ],
)
def test_a_title_and_a_body_get_the_same_quotes_and_signs(typed: str, set_: str) -> None:
    assert in_title(typed) == set_
    assert in_body(typed) == set_
    assert in_body(f"## {typed}") == set_


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('"*kind*" words', ["“", "", "kind", "", "” words"]),
        ('*"kind"*', ["", "“kind”", ""]),
        ('"a [link](https://site.example/)"', ["“a ", "", "link", "", "”"]),
        ("`x`'s", ["x", "’s"]),
        ('"`--`"', ["“", "--", "”"]),
        ("*teacher*'s", ["", "teacher", "", "’s"]),
        ('"one\ntwo"', ["“one", "", "two”"]),
        ("a*--*b", ["a*–*b"]),
    ],
)
def test_a_quote_knows_what_stands_beside_it_in_bold_code_or_a_link(typed: str, set_: list[str]) -> None:
    assert content(typed) == set_


@pytest.mark.parametrize("address", ["<https://site.example/a--b...c>", "https://site.example/a--b...c'd"])
def test_an_address_that_is_a_link_by_itself_stays_as_it_is(address: str) -> None:
    found = content(f"{address} and--so on...")
    assert found == ["", address.strip("<>"), "", " and–so on…"]


@pytest.mark.parametrize("typed", ["\\---", "a \\--- b", "--\\-", "\\...", "a\\--b", "\\!-- x", "x --\\!", "\\'a\\'", '\\"a\\"'])
def test_signs_beside_an_escaped_one_stay_as_they_were_typed(typed: str) -> None:
    assert content(typed) == [typed.replace("\\", "")]


def test_an_escaped_sign_leaves_another_one_be() -> None:
    assert content("\\*a -- b\\*") == ["*a – b*"]
