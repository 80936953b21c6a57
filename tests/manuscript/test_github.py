"""What GitHub shows beyond CommonMark, as the page, its cleaner and paper show it."""

import re

import pytest

from press.manuscript import footnotes, markdown, outline, sanitize
from press.manuscript.source import Source


def page(text: str) -> str:
    return sanitize.clean(markdown.render(markdown.parse(text))).replace("\n", "")


def test_a_box_to_tick_is_named_and_no_field_of_a_form() -> None:
    html = page("- [ ] Ask\n- [x] Tell\n- Say")
    assert '<li class="tn-task"><span class="tn-box" role="img" aria-label="To do">&nbsp;</span> Ask</li>' in html
    assert '<span class="tn-box" role="img" aria-label="Done">✓</span> Tell</li>' in html
    assert "<li>Say</li></ul>" in html and "[" not in html and "input" not in html


def test_a_box_stands_in_a_list_of_paragraphs_and_in_a_numbered_one() -> None:
    assert page("4. [X] Ask\n\n   More.").startswith(
        '<ol start="4"><li class="tn-task"><span class="tn-box" role="img" aria-label="Done">'
    )


@pytest.mark.parametrize("text", ["~~old~~", "~old~"])
def test_struck_words_are_struck(text: str) -> None:
    assert page(f"{text} new") == "<p><del>old</del> new</p>"


@pytest.mark.parametrize(
    ("text", "address", "words"),
    [
        ("See https://example.org/a.", "https://example.org/a", "https://example.org/a"),
        ("(www.example.org/a_(b))", "http://www.example.org/a_(b)", "www.example.org/a_(b)"),
        ('"https://example.org"', "https://example.org", "https://example.org"),
        ("**https://example.org/a_b**", "https://example.org/a_b", "https://example.org/a_b"),
        ("to a.b_c@example.org.", "mailto:a.b_c@example.org", "a.b_c@example.org"),
    ],
)
def test_a_bare_address_is_a_link_without_the_marks_behind_it(text: str, address: str, words: str) -> None:
    assert f'<a class="tn-address" href="{address}">{words}</a>' in page(text)


@pytest.mark.parametrize(
    "text",
    ["`https://example.org`", "https\\://example.org", "www\\.example.org", "[https://example.org]", "a@b", "https://", "www."],
)
def test_what_is_code_or_escaped_or_no_address_is_no_link(text: str) -> None:
    assert "<a" not in page(text)


def test_a_note_has_a_way_there_and_back_and_no_heading_can_take_its_address() -> None:
    html = page("# Note 1\n\nOne[^a], two[^b], one[^a].\n\n[^b]: Second.\n[^a]: First.")
    assert re.findall(r'href="#([^"]*)"', html) == [
        "Note-1", "Note-2", "Note-1", "Note-1-back", "Note-1-back-2", "Note-2-back",
    ]  # fmt: skip
    ids = re.findall(r'id="([^"]*)"', html)
    assert len(set(ids)) == len(ids) and {"Note-1", "Note-2", "note-1"} <= set(ids)
    assert 'role="doc-endnotes" aria-label="Notes"' in html
    assert html.index("First.") < html.index("Second.")


def test_a_note_that_nothing_refers_to_and_a_second_of_one_name_are_not_shown() -> None:
    tokens = markdown.parse("One[^a].\n\n[^a]: First.\n\n[^a]: Second.\n\n[^b]: Third.")
    assert [(token.map or [0])[0] for token in tokens if token.type == footnotes.UNUSED] == [4, 6]
    assert "First." in page("One[^a].\n\n[^a]: First.\n\n[^a]: Second.") and "Second." not in page(
        "One[^a].\n\n[^a]: First.\n\n[^a]: Second."
    )


def test_notes_belong_to_no_section_and_a_prompt_has_none() -> None:
    source = Source("x.md", body="## One\n\nText[^1].\n\n**Write (2 lines):** What?[^1]\n\n## Two\n\nText.\n\n[^1]: A note.\n")
    last = outline.section(source, "Two")
    assert last and [token.content for token in last.tokens if token.type == "inline"] == ["Text."]
    assert [prompt.label.content for token in source.tokens if (prompt := outline.prompt(token))] == ["What?"]


def test_on_paper_a_part_has_its_own_notes_below_and_numbers_instead_of_links() -> None:
    tokens, notes = footnotes.cut(
        markdown.parse("One[^1] two[^2].\n\nThree[^3].\n\n[^1]: First, see[^3].\n[^2]: Second.\n[^3]: Third.\n")
    )
    part = tokens[:3]
    html = sanitize.clean(markdown.render([*footnotes.numbered(part), *footnotes.below(part, notes)])).replace("\n", "")
    assert html == (
        '<p>One<sup>1</sup> two<sup>2</sup>.</p><div class="tn-notes"><p><sup>1</sup> First, see<sup>3</sup>.</p>'
        "<p><sup>2</sup> Second.</p><p><sup>3</sup> Third.</p></div>"
    )
    assert footnotes.below(tokens[3:3], notes) == []
