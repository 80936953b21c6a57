"""What may tell who is meant in the story of an unnamed teller: notes where somebody could be known, and silence elsewhere."""

from collections.abc import Iterator

import pytest

from press.checks import person_names, personal_data, places, recognition
from press.library import kinds
from press.manuscript.source import Source


def unnamed(text: str) -> Source:
    """A story of an unnamed teller with that text."""
    return kinds.parse(
        f"---\ntitle: Test data\nkind: first-person\nattribution: anonymous\n---\n\n{text}\n".encode(), "stories/test.md"
    )


def said(text: str) -> Iterator[tuple[str, str]]:
    """What is said of a story with that text, and how grave it is."""
    story = unnamed(text)
    for finding in (*recognition.find(story), *places.find(story)):
        assert not finding.words or finding.words not in finding.what + finding.mend
        yield finding.what, finding.level
    yield from ((sort, "error") for _, sort in personal_data.found(story))


NAME, TITLED, PLACE = recognition.NAME[0], recognition.TITLED[0], places.GUESS[0]
AGE, COUNT = "An age stands here.", "A small count of people stands here."
HOME = "A word of hardship or loss at home stands here."
NOTED = {
    "I asked Jayden why he was late.": NAME,
    "A seventh grader called DeShawn walked out.": NAME,
    "I called on Aaliyah again.": NAME,
    "Later Hope raised her hand.": NAME,
    "I asked Will to read.": NAME,
    "J.T. was in my room at lunch.": NAME,
    "My principal, Mrs. Lee, said no.": TITLED,
    "Coach Williams benched him.": TITLED,
    "She was thirteen.": AGE,
    "a 13-year-old came in": AGE,
    "I teach in Two Harbors.": PLACE,
    "We live on the Pine Ridge Reservation.": PLACE,
    "the third of March": "An exact date stands here.",
    "the day after George Floyd was killed": "A day that can be looked up stands here.",
    "the day after the election": "A day that can be looked up stands here.",
    "his father is in prison": "A word of discipline or the law stands here.",
    "her dad was picked up by ICE": HOME,
    "he was in the hospital for a week": "A word of health or diagnosis stands here.",
    "his foster mom": HOME,
    "She was the only Sikh student in the grade.": COUNT,
    "He was big for twelve.": AGE,
    "The two were 12 and 14.": AGE,
    "The day after the shooting we met.": "A day that can be looked up stands here.",
    "It was Columbus Day, 2014.": "An exact date stands here.",
    "My one Arabic speaker left.": COUNT,
    "Nobody else in the grade used a wheelchair.": COUNT,
    "The mayor of Jackson came.": PLACE,
    "We met near Fenway Park.": PLACE,
    "They’d been evicted.": HOME,
    "A boy I will call J. asked me why.": NAME,
    "“Talk to Linda,” they said.": NAME,
    "She wrote kpop_teach on it.": "What may lead to somebody’s account, home or file stands here.",
    "His gamertag was on the board.": "What may lead to somebody’s account, home or file stands here.",
}
STOPPED = {
    "Gwinnett County schools": places.WORDS[0],
    "call me at five five five, two one two, oh one nine eight": "A phone number or an address in words",
    "d.kowalski at gmail dot com": "A phone number or an address in words",
    "@mskowalski on Instagram": "The name of an account",
}
HARMLESS = (
    "I gave him an F on the essay.",
    "3) Finally I let kids retake a quiz.",
    "Many of our children speak Navajo.",
    "The students read Beloved by Toni Morrison.",
    "Students took the SAT in the Library.",
    "Dr. King had a dream, and Morrison wrote of it. Toni Morrison did.",
    "Hope is not a plan. Will it matter? May came and went.",
    "It was thirteen pages long, and the rule was ten years old.",
    "Our suspensions fell, and the school-to-prison pipeline was a phrase.",
    "The week after Thanksgiving we began again, in groups of four students.",
    "Smith (2019) and “The Great Gatsby” were in the unit on Frederick Douglass.",
    "Their families came from Somalia to Texas.",
    "PLoS Biology, 17(1), e3000125.",
    "Grant 2020146123",
    "I was not the only one who thought so. The other students laughed.",
    "Two students read aloud, and the others listen.",
)


@pytest.mark.parametrize("text", NOTED)
def test_what_may_tell_who_is_meant_is_a_note(text: str) -> None:
    assert (NOTED[text], "review") in said(text)
    assert all(level == "review" for _, level in said(text))


@pytest.mark.parametrize("text", STOPPED)
def test_a_way_to_reach_somebody_and_a_sure_place_stop_a_story(text: str) -> None:
    assert (STOPPED[text], "error") in said(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Find @mskowalski on Instagram.", ["The name of an account"]),
        ("Call 615-555-0100.", ["A phone number"]),
        ("We met at 12 Elm Street.", ["A street address"]),
        (
            "Call 615-555-0100, or ask @testdata.",
            ["What may lead to somebody’s account, home or file stands here.", "A phone number"],
        ),
        ("Find @mskowalski.", ["What may lead to somebody’s account, home or file stands here."]),
        ("See https://example.org/xy then call 615-555-0100.", ["A phone number"]),
        ("Dial 555-**0100**.", ["What may lead to somebody’s account, home or file stands here."]),
    ],
)
def test_what_is_one_for_sure_is_told_once_and_a_guess_is_a_note(text: str, told: list[str]) -> None:
    assert [what for what, _ in said(text)] == told


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_is_let_be(text: str) -> None:
    assert list(said(text)) == []


def test_a_name_that_was_once_one_is_one_everywhere_in_the_story() -> None:
    texts = [(1, "A girl called Zyxa came."), (2, "Zyxa and the rest left."), (3, "A zebra came.")]
    assert {name.line for name in person_names.names_in(texts)} == {1, 2}
    assert {name.line for name in person_names.names_in([*texts, (4, "It was a zyxa.")])} == set()


def test_known_people_are_known_by_their_last_name_in_the_rest_of_the_story() -> None:
    assert not list(person_names.names_in([(1, "We read Zora Neale Hurston."), (2, "Then Hurston said it.")]))
    assert list(person_names.names_in([(2, "Then Hurston said it.")]))


def test_the_name_by_which_the_teller_is_shown_may_stand_in_the_text_and_no_other() -> None:
    texts = [(1, "They called me José."), (2, "Then Jayden said it.")]
    assert {name.line for name in person_names.names_in(texts)} == {1, 2}
    assert {name.line for name in person_names.names_in(texts, teller="José Data")} == {2}
