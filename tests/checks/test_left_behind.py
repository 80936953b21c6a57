"""What Obsidian, Google Docs, Notion, chat programs, word processors and mail leave in a text is told; true words are let be."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import checks
from press.checks import left_behind, program_marks
from press.library.load import load
from projects import CASES, TODAY, Project

STORY = "stories/an-example.md"
# By a word of each message, what is told by it; where a text has several lines, the second is at fault.
LEFT = {
    "hides a remark": [
        "%%hidden note about a child%%", "We met %% a note %% and left.", "word%%note%%", "%%", "Test.\n%%", "Test.\n%% note",
        "**%%note%%**", "Test data. %%open", "- %%note%%", "> %%note%%", "| a |\n|---|\n| %%note%% |",
    ],
    "shows a file": ["![[map.png]]", "![[map.png|300]]", "See ![[A note#A part]]"],
    "links with `[[`": [
        "[[Wide test]]", "See [[Wide test|the test]].", "[[a/b#c]]", "- [[_Small_ test]]", "Test.\n[[x]]",
    ],
    "highlights words": ["==marked==", "We ==were all== there.", "==a==", "**==marked==**", "==marked==."],
    "sort texts by words": ["#school #grading", "Tags: #school, #grading", "#teaching/grades", "#a-b #c"],
    "names a paragraph": ["Test data. ^37066d", "Test data.\n^quote-of-the-day", "- Test ^abc123"],
    "a heading's address": ["## Before {#before}", "## Before {#h.gjdgxs}", "### A {#a .b}"],
    "page's properties": ["Created: November 1, 2026 3:14 PM", "Last edited by: Test Data", "Status: Draft\nTags: school"],
    "a picture of a word": [":smile:", "Well :+1: done", "(:white_check_mark:)", "Test :smile::smile:"],
    "a person's name and the time": [
        "**Testa** — Today at 3:14 PM", "Testa - 11/02/2026 3:14 PM", "[11/1/26, 3:14:15 PM] Testa: hello",
        "11/1/26, 3:14 PM - Testa: hello", "**Testa** [3:14 PM]", "Testa Testo — Yesterday at 15:14",
    ],
    "speak of themselves": [
        "Sure! Here is a story about a school:", "Certainly! I’d be glad to help.", "Sure, here's a draft.",
        "As an AI language model, I can’t know.", "As an AI, I have no school.", "I hope this helps!",
        "Would you like me to make it shorter?", "Here’s a revised version of your story:", "Test.\nSure! Here is it.",
    ],
    "mark their sources": [
        "It was so.【4†source】", "It was so【12:0†a file.pdf】.", "It was so :contentReference[oaicite:0]{index=0}.",
        "It was so. citeturn0search1", "It was so \ue200cite\ue202turn0search1\ue201", "So it was [cite: 1, 2].",
        "[cite_start]So it was.", "[oai_citation:1‡a page]", "Source: a page【4†source】",
    ],
    "a reference of its own leads nowhere": ["See Error! Reference source not found.", "**Error! Bookmark not defined.**"],
    "a comment or of a tracked change": [
        "We met[Comment1] there.", "[CommentTD2]", "Commented [TD1]: Is this so?", "Formatted: Font: 12 pt", "We {++all++} met.",
        "We {--all--} met.", "We {>>who?<<} met.",
    ],
    "a part of its styles": ["p.MsoNormal", "mso-style-name: Table", "Normal 0 false false false EN-US X-NONE X-NONE"],
    "in the place of a picture": ["[cid:image001.png@01D]", "[image: board.png]"],
    "above a message": ["On Mon, Nov 2, 2026 at 3:14 PM Testa Testo wrote:"],
    "a page's number": ["Page 3 of 12", "3 | Page", "3 | P a g e"],
    "records meetings": ["WEBVTT", "00:01:02.000 --> 00:01:05.000", "01:02.000 --> 01:05.000"],
}  # fmt: skip
HARMLESS = [
    "We had 50% more, then 5 %, and 100%.", "In `code` stand `%%a%%`, `[[b]]`, `==c==`, `:smile:` and `^abc`.",
    "```\n%%a%%\n[[b]] ==c==\n```", "if x == y == z", "a==b and c==d", "#1 on the list", "We were #1, not #2.",
    "The word #MeToo stood there.", "C# and F#", "at 10:30:15, or 3:2:1", "Note: this: that", "the ratio 3:4:5",
    "[sic] and [a]ll of them", "[[1]](https://example.org)", "x^2 and 2^10", "Well ^_^", "{a} and {b}", "We met at 3:14 PM",
    "Today at 3:14 PM we met.", "It was — today at last", "Sure. We went on.", "“Sure! Here is my homework,” she said.",
    "Here is the plan.", "As an aide, I saw it.", "an AI language model wrote it", "Use “AI” with care.", "【a】 and 【b】",
    "There was an error. Reference rooms are open.", "Comments [1] and [2]", "We formatted: it took long.",
    "On page 3 of 12 stands this.", "Page 3", "On Monday she wrote: come.", "Created by hand: a list", "Our status: tired.",
    "https://example.org/?a==b==&c=%%20", "<https://example.org/[[a]]>", "[words](https://example.org/?q==a==)",
    "The cid: a knight", "Turn 0 to search 1", "a | b", "1 | 2", "-- a dash -- and a — dash", "Dr. A:B: C", "(a:b)", "9:00–10:00",
    "`#a #b`", "^ see above",
]  # fmt: skip


def told(project: Project, body: str) -> list[tuple[int, str]]:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{body}\n")
    found = checks.run(load(project.root), TODAY)
    return [(problem.line, problem.what) for problem in found if (problem.path, problem.rule) == (STORY, "left-behind")]


@pytest.mark.parametrize(("words", "text"), [(words, text) for words, texts in LEFT.items() for text in texts])
def test_what_another_program_left_is_told_on_its_line(project: Project, words: str, text: str) -> None:
    (found,) = told(project, text)
    assert words in found[1]
    assert found[0] == 24 + (0 if text.startswith("Status") else text.count("\n"))


@pytest.mark.parametrize("text", HARMLESS)
def test_true_words_are_let_be(project: Project, text: str) -> None:
    assert told(project, text) == []


def test_each_kind_of_mark_has_samples() -> None:
    assert len(LEFT) + 1 == len(program_marks.MARKS)  # and the backslash, in the front matter alone
    for words in LEFT:
        assert sum(words in mark.what for mark in program_marks.MARKS) == 1, words


SAMPLES = [sample for samples in LEFT.values() for sample in samples] + HARMLESS


@given(st.lists(st.sampled_from(SAMPLES), max_size=3).map(" ".join))
def test_a_text_that_is_spared_the_closer_look_has_no_such_mark(text: str) -> None:
    for mark in program_marks.MARKS:
        assert any(hint in text for hint in mark.hints) or not mark.pattern.search(text)


def test_a_kind_is_told_once_on_the_first_line_that_has_it(project: Project) -> None:
    assert [line for line, _ in told(project, "==a==\n\n[[b]]\n\n==c==\n\n[[d]]")] == [24, 26]


PACKED = f"![][image1]\n\n[image1]: <data:image/png;base64,{'iVBORw0KGgo' * 9}>"
FROM_ELSEWHERE = {
    "Obsidian: %%hidden note about a child%%, [[A page]], ![[map.png]], ==marked==": (
        "%%hidden note about a child%%\n\n[[A page]]\n\n![[map.png]]\n\n==marked==", {24, 26, 28, 30},
    ),
    "Google Docs: ## Before {#before}": ("## Before {#before}", {24}),
    "Google Docs: a picture as data: at the end": (PACKED, {26}),
    "Word: – One and – Two on lines of their own": ("– One\n– Two", {24}),
    "Notion: <aside>": ("<aside>\n💡 Test data.\n</aside>", {24}),
}  # fmt: skip


@pytest.mark.parametrize(("body", "lines"), FROM_ELSEWHERE.values(), ids=FROM_ELSEWHERE)
def test_pasted_from_elsewhere_each_is_told_once_on_its_line(project: Project, body: str, lines: set[int]) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{body}\n")
    found = [one for one in project.problems() if one.startswith(STORY) and "To review" not in one]
    assert sorted(int(one.split(":")[1]) for one in found) == sorted(lines)


@pytest.mark.parametrize("name", ["title", "summary"])
def test_a_line_of_the_front_matter_is_looked_at_too(project: Project, name: str) -> None:
    text = (project.root / STORY).read_text(encoding="utf-8")
    (project.root / STORY).write_text(re.sub(rf"^{name}: .*$", f"{name}: A [[link]] \\\\- and more", text, flags=re.M), "utf-8")
    line = text[: text.index(f"\n{name}: ")].count("\n") + 2
    found = [one for one in project.problems() if one.endswith("[left-behind]")]
    assert [one.split(" ")[0] for one in found] == [f"{STORY}:{line}:"] * 2
    assert "backslash" in "".join(found) and "[[" in "".join(found)


def test_google_docs_clutter_in_a_text_is_harmless(project: Project) -> None:
    assert told(project, "Wait\\! It was 3 \\- 4, \\#1, 1\\. and a\\_b \\[so\\].") == []


def test_a_message_names_the_habit_and_the_mend_in_a_sentence_each() -> None:
    for mark in program_marks.MARKS:
        for words in (mark.what, mark.mend):
            assert re.fullmatch(r"[A-Z][^\n]*\.", words) and len(words) < 130, words
        assert not re.search(r"\b(regex|token|string|syntax|parse|Markdown)\b", mark.what + mark.mend)


def test_the_real_texts_have_none() -> None:
    root = CASES.parent.parent
    found = left_behind.nothing_of_other_programs_is_left(load(root), TODAY)
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "– One\n– Two",
        "Test data:\n– One\n– Two\n– Three",
        "— One\n— Two",
        "– One  \n– Two",
        "−\u00a0One\n−\u00a0Two",
        "- a\n  – One\n  – Two",
    ],
)
def test_dashes_in_the_place_of_bullets_are_told_once(project: Project, text: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    (found,) = [one for one in project.problems() if one.endswith("[pasted]")]
    line = 24 + text.split("\n").index(next(each for each in text.split("\n") if re.match(r"\s*[–—−]", each)))
    assert found == (
        f"{STORY}:{line}: These dashes make no list here, so their lines would run together. "
        "Start each line with `- ` instead. [pasted]"
    )


@pytest.mark.parametrize(
    "text", ["a) One\nb) Two", "(1) One\n(2) Two", "A. One\nB. Two", "1.One\n2.Two", "Test:\n2. One\n3. Two"]
)
def test_letters_and_numbers_that_make_no_list_are_told_once(project: Project, text: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    (found,) = [one for one in project.problems() if one.endswith("[pasted]")]
    assert "make no list here, so their lines would run together." in found


@pytest.mark.parametrize(
    "text",
    [
        "> — What is it?\n> — Nothing.", "— What is it?\n\n— Nothing.", "We met – all of us\n– and left.", "– One",
        "1) One\n2) Two", "1. One\n2. Two", "- One\n- Two", "a) One  \nb) Two", "Test 2.5\n3.5 more",
        "We came in\n12. It was late.", "“A. said so\nB. did too.”", "soft\u00adhyphen",
    ],
)  # fmt: skip
def test_other_lines_with_dashes_and_numbers_are_let_be(project: Project, text: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    assert not [one for one in project.problems() if one.endswith("[pasted]")]


def test_an_aside_of_notion_is_told_once_with_what_to_write_in_its_place(project: Project) -> None:
    project.change(STORY, "## Afterward\n", "## Afterward\n\n<aside>\n💡 Test data.\n\n</aside>\n")
    found = [one for one in project.problems() if one.endswith("[html]")]
    assert found == [
        f"{STORY}:24: Notion writes a box of its own as <aside>, which the site leaves out. Delete its two lines, and write what "
        "stands between them as a paragraph, or as a quotation whose lines start with `> `. [html]"
    ]


@pytest.mark.parametrize("name", ["Untitled 3f2a9c0d1e4b5a6f7c8d9e0f1a2b3c4d", "a-list-3f2a9c0d1e4b5a6f7c8d9e0f1a2b3c4d"])
def test_a_name_that_notion_gave_is_told(project: Project, name: str) -> None:
    text = (project.root / STORY).read_text(encoding="utf-8")
    project.write(f"stories/{name}.md", text)
    found = [one for one in project.problems() if one.endswith("[names]")]
    assert len(found) == 1 and "Notion ends the names of its files with a long number" in found[0]
