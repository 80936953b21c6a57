"""References: each style as its handbook has it, and nobody named who did not consent. The names are test data."""

import datetime
import re

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


def test_an_interview_names_who_asked_behind_its_title() -> None:
    found = cited(Byline("Test Anne Data", False, published=DAY, interviewer="Test & Asker Jr."))
    assert found["APA"] == (
        f"Data, T. A. (2026, September 4). *The list on my clipboard* [Interview by Test & Asker Jr.]. The Site. {URL}"
    )
    assert found["MLA"] == (
        "Data, Test Anne. “The List on My Clipboard.” Interview by Test & Asker Jr. *The Site*, "
        "4 Sept. 2026, site.example/stories/the-list/."
    )
    assert r"note = {Interview by Test \& Asker Jr.}" in found["BibTeX"]


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


@pytest.mark.parametrize(
    ("title", "mla"),
    [
        ("1½ hours in a room of 20 m²", "1½ Hours in a Room of 20 m²"),
        ("What CO₂ does", "What CO₂ Does"),
        ("the ’90s, again", "The ’90s, Again"),
        ("a “quiet” word", "A “Quiet” Word"),
        ("ﬁrst things", "First Things"),
        ("ʻohana and school", "ʻohana and School"),
        ("हिन्दी में", "हिन्दी में"),
        ("5 minutes {or so}", "5 Minutes {Or So}"),
    ],
)
def test_special_signs_of_a_title_stay_as_they_were_written(title: str, mla: str) -> None:
    found = cited(Byline(published=DAY), title)
    assert f"“{mla}.”" in found["MLA"]
    assert title in found["APA"]


def balanced(text: str) -> bool:
    """Whether BibTeX finds the end of each field: its braces are paired, those with a backslash left out."""
    depth = 0
    for brace in re.findall(r"(?<!\\)(?:\\\\)*([{}])", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize(
    "words", ["{", "}", "a {b", "}{", "\\", "\\{", '"quoted" & 50% #1 $5 a_b ~ ^', "1½ m² CO₂ 漢字", "@comment{x}", "a,b = c"]
)
def test_bibtex_ends_where_it_should_whatever_signs_a_title_or_a_name_has(words: str) -> None:
    for byline, title in ((Byline(published=DAY), words), (Byline(f"Test {words}", False), "T"), (Byline(words, False), words)):
        lines = cited(byline, title)["BibTeX"].splitlines()
        assert lines[0].startswith("@misc{")
        assert lines[-1] == "}"
        assert all(balanced(line.removesuffix(",")) for line in lines[1:-1])


@pytest.mark.parametrize(
    ("name", "bibtex", "apa"),
    [
        ("Data, Test", "author = {{Data, Test}}", "Data, Test. "),
        ("Test Data, Other Data", "author = {{Test Data, Other Data}}", "Test Data, Other Data. "),
        ("Test and Other", "author = {{Test and Other}}", "Test and Other. "),
        ("Test & Other", r"author = {{Test \& Other}}", "Test & Other. "),
        ("Test Data, Jr.", "author = {Data, Jr., Test}", "Data, T., Jr. "),
        ("ʻAulani Data", "author = {Data, ʻAulani}", "Data, ʻA. "),
        ("Élise Data", "author = {Data, Élise}", "Data, É. "),
    ],
)
def test_a_name_with_a_comma_or_an_and_is_no_two_people_by_mistake(name: str, bibtex: str, apa: str) -> None:
    found = cited(Byline(name, False, published=DAY))
    assert bibtex in found["BibTeX"]
    assert found["APA"].startswith(apa)
