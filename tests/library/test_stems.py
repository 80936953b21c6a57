"""By what a word is found, however it is written. That the site's script has the same is tried in tests/js."""

import pytest

from press.library import stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hawaiʻi", "Hawaii"),
        ("Hawai’i", "HAWAII"),
        ("ﬁrst", "first"),
        ("Café,", "cafe"),
        ("teacher’s", "teachers"),
        ("“work”", "work"),
        ("tardies", "tardy"),
        ("microaggressions", "Microaggression."),
        ("disaggregate", "Disaggregation"),
        ("Pre-K", "prek"),
        ("m²", "m2"),
    ],
)
def test_two_ways_of_writing_are_one_word(one: str, other: str) -> None:
    assert stems.of_word(one)[0] == stems.of_word(other)[0]


@pytest.mark.parametrize(("one", "other"), [("Hispanic", "his"), ("IEP", "I"), ("disability", "D."), ("racist", "racism")])
def test_a_word_is_not_a_shorter_one(one: str, other: str) -> None:
    assert not set(stems.of_word(one)) & set(stems.of_word(other))


def test_a_word_of_parts_is_found_as_a_whole_and_by_its_parts() -> None:
    assert stems.of_word("self-harm") == (stems.stem("selfharm"), stems.stem("self"), stems.stem("harm"))
    assert stems.of_word("race/ethnicity") == (stems.stem("race"), stems.stem("ethnicity"))
    assert stems.of_word("one—two") == ("one", "two")


def test_a_name_with_capitals_inside_is_one_word() -> None:
    assert stems.of_word("GitHub,") == ("github",)


@pytest.mark.parametrize("word", ["the", "The", "(of)", "“What", "…", "—", ""])
def test_small_words_and_signs_are_found_by_nothing(word: str) -> None:
    assert stems.of_word(word) == ()


def test_a_phrase_knows_its_small_words() -> None:
    assert [stems.forms(word)[0] for word in "a community of".split()] == ["a", stems.stem("community"), "of"]


def test_near_words_are_offered_as_they_are_written() -> None:
    assert stems.shown("“Hawaiʻi’s,") == ("Hawaiʻi",)
    assert stems.shown("self-harm.") == ("self-harm",)
    assert stems.shown("one—three") == ("one", "three")
    assert stems.shown("12,") == stems.shown("D.") == ()
