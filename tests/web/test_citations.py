"""References: each style as its handbook has it, and nobody named who did not consent. The names are test data."""

import datetime

import pytest

from press.web.citations import Byline, Reference, references

DAY = datetime.date(2026, 9, 4)
URL = "https://site.example/stories/the-list/"


def cited(byline: Byline, title: str = "The list on my clipboard") -> dict[str, str]:
    return {
        r.style: f"{r.before}*{r.italic}*{r.after}" if r.italic else r.before for r in references(byline, title, "The Site", URL)
    }


def test_a_page_of_the_publications_own_names_it_once() -> None:
    found = cited(Byline(what="Activity", published=DAY), "Look closely")
    assert found["APA"] == f"The Site. (2026, September 4). *Look closely* [Activity]. {URL}"
    assert found["MLA"] == "“Look Closely.” *The Site*, 4 Sept. 2026, site.example/stories/the-list/."
    assert found["BibTeX"] == (
        "@misc{look-closely-2026,\n  author = {{The Site}},\n  title = {{Look closely}},\n  year = {2026},\n  month = sep,\n"
        f"  note = {{Activity}},\n  url = {{{URL}}},\n}}"
    )


def test_a_named_teller_stands_first_with_the_family_name() -> None:
    found = cited(Byline("Test Anne Data", False, published=DAY))
    assert found["APA"] == f"Data, T. A. (2026, September 4). *The list on my clipboard*. The Site. {URL}"
    assert found["MLA"].startswith("Data, Test Anne. “The List on My Clipboard.” *The Site*, 4 Sept. 2026")
    assert "author = {Data, Test Anne}" in found["BibTeX"]


def test_an_anonymous_story_begins_with_its_title_and_names_nobody() -> None:
    found = cited(Byline("", False, published=DAY))
    assert found["APA"] == f"*The list on my clipboard*. (2026, September 4). The Site. {URL}"
    assert found["MLA"].startswith("“The List on My Clipboard.” *The Site*")
    assert "author" not in found["BibTeX"]


def test_an_illustrative_story_says_so_in_every_style() -> None:
    found = cited(Byline(what="Illustrative story", published=DAY))
    assert all("Illustrative story" in text for text in found.values())


@pytest.mark.parametrize(
    ("name", "apa"),
    [
        ("Test", "Test. "),
        ("A. Data", "Data, A. "),
        ("Test de la Data", "de la Data, T. "),
        ("Test-Anne Data Jr.", "Data, T.-A., Jr. "),
        ("Test Data and Other Data", "Test Data and Other Data. "),
    ],
)
def test_names_are_turned_round_only_where_that_is_sure(name: str, apa: str) -> None:
    assert cited(Byline(name, False, published=DAY))["APA"].startswith(apa + "(2026")


def test_an_unknown_day_is_said_in_apa_and_left_out_elsewhere() -> None:
    found = cited(Byline())
    assert "(n.d.)" in found["APA"]
    assert "*The Site*, site.example" in found["MLA"]
    assert "year" not in found["BibTeX"]


def test_signs_that_mean_something_to_tex_are_taken_as_they_are() -> None:
    assert r"title = {{50\% \& \{more\} \#1 \_ \textbackslash{}x}}" in cited(Byline(), r"50% & {more} #1 _ \x")["BibTeX"]


def test_a_question_keeps_its_mark_and_gets_no_stop() -> None:
    title = "What did you see?"
    assert cited(Byline(), title)["MLA"].startswith("“What Did You See?” ")
    assert references(Byline(), title, "The Site", URL)[0] == Reference("APA", "The Site. (n.d.). ", title, f" {URL}")
