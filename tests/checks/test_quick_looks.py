"""Quick looks spare most texts the closer one: what the closer one would find, none of them may overlook."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.checks import person_names, personal_data, recognition, sensitive
from press.checks.reading import words
from press.library import kinds

# Made up for these tests: words that are found, parts of them, and what may stand between.
PIECES = (
    "three|of our|Students|only|Families|both my|kids|2|third-graders|Test Middle|School|test school|P.S.|12|I.S. 4|PS 8|ISD|"
    "aged|nine|12-year-old|May|3|3rd of March|2017-01-02|1/2/2020|IEP|504|Autistic|suspended|office-referral|foster home|"
    "she was|thirteen|turned|at|the day after|the election|of|Of|her|hospital|CPS|@test|555-0100|number: 4711|Street|on Test|"
    "Testa|Will|asked|Mrs.|Coach|J.T.|his|mother|five|oh|zero|dot|com|test|"
    "police|Handcuffed|passed away|food-stamps|n word|border patrol|rapes|disability|grief|x_police|mailto:|a (AT) b|x@y.zz"
).split("|")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", "\n", "-", "—", ". ", "’", "”", "")))).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@given(TEXTS)
@settings(deadline=None)
def test_no_sensitive_word_is_overlooked(text: str) -> None:
    small = text.lower()
    assert bool(sensitive._ANY.search(small)) == any(pattern.search(small) for pattern in sensitive.NOTES.values())


@given(TEXTS)
@settings(deadline=None)
def test_nothing_that_may_tell_who_is_meant_is_overlooked(text: str) -> None:
    story = kinds.parse(f"---\ntitle: Test\n---\n\n{text}\n".encode(), "stories/test.md")
    told = personal_data.Told(story)
    wanted = [
        found[0]
        for line, part in words(story)
        for kind in recognition.TELLTALES
        for found in kind.found(part)
        if not (kind.may_be_data and told.covers(line, part, *found.span()))
    ]
    names = recognition.NAME[0], recognition.TITLED[0], recognition.GUESS[0]
    assert [finding.words for finding in recognition.find(story) if finding.what not in names] == wanted


@given(TEXTS)
@settings(deadline=None)
def test_no_name_is_overlooked(text: str) -> None:
    texts = [(1, text), (9, "Testa and another")]
    quick = list(person_names.names_in(texts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(person_names, "_may_name", lambda *_: True)
        assert set(person_names.names_in(texts)) == set(quick)


@given(TEXTS)
@settings(deadline=None)
def test_nothing_said_aloud_is_overlooked(text: str) -> None:
    assert (personal_data._may_spell(text) and personal_data._SPELLS.search(text)) or not personal_data._ALOUD.search(text)


@given(TEXTS)
@settings(deadline=None)
def test_no_address_is_overlooked(text: str) -> None:
    found = re.search(personal_data._AT, text)
    assert not found or personal_data._MAY_BE_AT.search(found[0])
