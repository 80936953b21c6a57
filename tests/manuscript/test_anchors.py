"""Where a heading is found: by GitHub's address in manuscripts, by one without minutes on the site."""

import re
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.manuscript import anchors, links, markdown
from press.manuscript.source import Source


def of(*headings: str) -> list[tuple[str, str, str]]:
    """GitHub's anchor, the page's and the one beside it for each of the headings of one text."""
    found = markdown.headings(markdown.parse("".join(f"## {heading}\n\nTest data.\n\n" for heading in headings)))
    return [(each.found.github, each.found.id, each.found.also) for each in found]


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Plan--do--check", "plan--do--check"),
        ("Plan---do... check", "plan---do-check"),
        ("A \"quoted\" word's 'end'", "a-quoted-words-end"),
        ("A 501(c)(3): (a) wait", "a-501c3-a-wait"),
        ("हिन्दी में", "हिन्दी-में"),
        ("สวัสดีครับ", "สวัสดีครับ"),
        ("Über uns", "über-uns"),
        ("ΑΣ ΟΔΟΣ", "ασ-οδοσ"),
        ("İstanbul", "i̇stanbul"),
        ("1½ hours", "1-hours"),
        ("m²", "m"),
        ("CO₂", "co"),
        ("a\u00a0b", "ab"),
        ("Part Ⅳ ⓐ", "part-ⅳ-ⓐ"),
        ("漢字、かな", "漢字かな"),
        ("Well done 🎉 all", "well-done--all"),
        ("`code` and *stress* and [a link](a.md)", "code-and-stress-and-a-link"),
        ("![Two squares](a.png) below", "-below"),
        ("a_b - c", "a_b---c"),
        ("**Q & A**", "q--a"),
        ("A \\*star\\* &amp; more", "a-star--more"),
        ("!!!", ""),
    ],
)
def test_a_heading_has_the_address_that_github_gives_it_from_its_words_as_written(heading: str, anchor: str) -> None:
    ((github, _, _),) = of(heading)
    assert github == anchor


def test_a_heading_over_two_lines_is_one_word_where_they_meet_as_on_github() -> None:
    (found,) = markdown.headings(markdown.parse("One\ntwo\n===\n"))
    assert (found.title, found.found.github) == ("One two", "onetwo")


def test_hear_the_limits_6_minutes_is_found_without_the_minutes_and_the_long_one_leads_there() -> None:
    assert of("Hear the limits (6 minutes)") == [("hear-the-limits-6-minutes", "hear-the-limits", "hear-the-limits-6-minutes")]


@pytest.mark.parametrize("heading", ["Look (1 minute)", "Look(5 minutes)", "Look (105 minutes)"])
def test_minutes_as_a_step_may_give_them_are_no_part_of_the_pages_address(heading: str) -> None:
    assert [found[1] for found in of(heading)] == ["look"]


@pytest.mark.parametrize("heading", ["Look (about 5 minutes)", "Look (5 min)", "(5 minutes)", "Look (5 minutes) again"])
def test_other_words_of_time_are_a_part_of_it(heading: str) -> None:
    ((github, place, also),) = of(heading)
    assert place == github and also == ""


def test_headings_alike_but_for_their_minutes_stay_apart() -> None:
    assert of("Look (5 minutes)", "Look (5 minutes)", "Look (7 minutes)") == [
        ("look-5-minutes", "look", "look-5-minutes"),
        ("look-5-minutes-1", "look-1", "look-5-minutes-1"),
        ("look-7-minutes", "look-2", "look-7-minutes"),
    ]


def test_a_heading_without_minutes_keeps_its_address_whatever_stands_above() -> None:
    assert [found[1] for found in of("Look (5 minutes)", "Look")] == ["look-1", "look"]


HEADINGS = st.sampled_from(
    [
        "Look",
        "Look (5 minutes)",
        "Look (7 minutes)",
        "Look-1",
        "look 5 minutes",
        "!",
        "?",
        "__a",
        "_a",
        "x-a",
        "section",
        "é",
        "e\u0301",
    ]
)


@given(st.lists(HEADINGS, max_size=9), st.lists(HEADINGS, max_size=3))
@settings(derandomize=True, max_examples=300)
def test_no_place_on_a_page_is_there_twice_or_begins_as_the_frames_own(body: list[str], frame: list[str]) -> None:
    taken: set[str] = set()
    found = (*anchors.of(body, taken), *anchors.of(frame, taken))
    places = [place for each in found for place in (each.id, each.also) if place]
    assert len(places) == len(set(places))
    assert all(places) and not any(place.startswith("_") for place in places)


@given(st.lists(HEADINGS.filter(lambda heading: heading != "e\u0301"), max_size=9))
@settings(derandomize=True, max_examples=300)
def test_each_address_that_github_gives_leads_to_the_heading_it_is_given_to(body: list[str]) -> None:
    source = Source("stories/told.md", body="".join(f"## {heading}\n\n" for heading in body))
    for heading in markdown.headings(source.tokens):
        if heading.found.github:
            assert source.places[anchors.key(heading.found.github)] == heading.anchor


@pytest.mark.parametrize("written", ["#über-uns", "#%C3%BCber-uns", f"#{unicodedata.normalize('NFD', 'über-uns')}"])
def test_ueber_uns_is_found_however_it_is_coded(written: str) -> None:
    source = Source("stories/told.md", body="## Über uns\n")
    assert links.place(written, source) == f"#{quote('über-uns')}"


def test_the_long_address_is_on_the_page_beside_the_short_one() -> None:
    html = markdown.render(markdown.parse("## Look (5 minutes)\n"))
    assert re.findall(r'id="([^"]*)"', html) == ["look", "look-5-minutes"]
