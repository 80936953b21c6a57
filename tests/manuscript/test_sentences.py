"""Prose is cut into sentences and words as a reader would."""

import pytest

from press.manuscript import sentences
from press.manuscript.source import Source


def cut(text: str) -> list[str]:
    return [sentence for _, sentence in sentences.sentences(text)]


def of(body: str) -> list[str]:
    return [sentences.text(block.token) for block in sentences.blocks(Source("docs/test.md", body=body))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask for a pencil, e.g. Number two, and wait.",
        "The U.S. Department wrote to Dr. Reader about it.",
        "W. E. B. Reader and others, et al. (2015), said so.",
        "Meet at 3 p.m. Tuesday in room No. 5, and bring pp. 12 to 14.",
        "“Why?” she asked, and nobody spoke.",
        "She waited … Then she waited more.",
        "1. Sit down with the page.",
        "It grew by 3.5 points at example.org and stopped.",
    ],
)
def test_a_mark_within_a_sentence_does_not_end_it(sentence: str) -> None:
    assert cut(f"{sentence} The next one came.") == [sentence, "The next one came."]


@pytest.mark.parametrize(
    "text",
    [
        "It was late. Nobody spoke.",
        "“It was late.” Nobody spoke.",
        "It was late (and cold). Nobody spoke.",
        "Was it late? Nobody spoke.",
        "It was late! “Nobody spoke.”",
        "It ended at 3 p.m. The bell rang.",
        "She moved to the U.S. It was late.",
        "It was she and I. Nobody spoke.",
        "It was 2018. Nobody spoke.",
        "They said no. Nobody spoke.",
        "It got late… Nobody spoke.",
        "Keep pens, paper, etc. They help.",
        "Set it. `title` is a field.",
    ],
)
def test_two_sentences_are_two(text: str) -> None:
    assert len(cut(text)) == 2


def test_a_sentence_knows_its_line() -> None:
    assert list(sentences.sentences("One is\nhere. Two is\nthere.\nThree.")) == [
        (0, "One is\nhere."),
        (1, "Two is\nthere."),
        (3, "Three."),
    ]


def test_words_are_what_stands_between_spaces_and_long_dashes() -> None:
    assert sentences.words("A well-made thing—it’s 5 × 10 … done") == ["A", "well-made", "thing", "it’s", "5", "10", "done"]


def test_the_quick_look_overlooks_no_long_sentence() -> None:
    long = "A. Reader of the U.S. " + "word " * 24 + "end."
    assert len(sentences.words(long)) == 30
    assert not sentences.may_be_longer("Short it was here. " * 40, 29)
    assert sentences.may_be_longer(f"It was late. {long} It was late.", 29)


def test_prose_has_no_headings_code_sources_or_addresses() -> None:
    body = (
        "## Head\n\nA [link](https://example.org/x) to `code`.\n\n- An item\n\n```\nno code\n```\n\n![no picture](x.png)\n\n"
        "Source: no source.\n\n## Sources\n\nNone.\n\n### Within\n\nNone.\n\n## After\n\nSome."
    )
    assert [text for text in of(body) if text] == ["A link to `code`.", "An item", "Some."]


def test_a_table_is_told_apart() -> None:
    found = sentences.blocks(Source("docs/test.md", body="Text.\n\n| A | B |\n|---|---|\n| c | d |\n", body_line=5))
    assert [(block.line, block.in_table) for block in found] == [(5, False), (7, True), (7, True), (9, True), (9, True)]
