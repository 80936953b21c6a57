"""Sections of a manuscript as a printed page shows them. All words are test data."""

import datetime
import io
from base64 import b64decode
from pathlib import Path

import pytest
from PIL import Image

from paint import photograph
from press.handouts.sheets.sections import Placement, PrintedSection, Reader
from press.handouts.sheets.writing import Writing
from press.library import edition
from press.library.load import load
from projects import STORY, story
from sheets import SITE, TODAY, activity, put


def reader(root: Path, text: str, **choices: object) -> Reader:
    """A reader of the activity with that text "before you start"."""
    body = activity().replace("## Before you start\n", f"## Before you start\n\n{text}\n")
    put(root, "alpha", "A", one=body, two=activity("Second try"))
    ready = edition.prepare(load(root), "print", TODAY)
    return Reader(ready, ready.volumes[0].activities[0], SITE, Placement(**choices))  # type: ignore[arg-type]


def before(read: Reader) -> str:
    """What it makes of that part."""
    return "".join(str(piece) for piece in read.parts()[0].pieces)


@pytest.mark.parametrize(
    ("address", "goal"),
    [
        ("two.md", f"{SITE}toolkits/alpha/two/"),
        ("two.md#steps", f"{SITE}toolkits/alpha/two/#steps"),
        ("index.md", f"{SITE}toolkits/alpha/"),
        ("../../docs/index.md", SITE),
        ("../../docs/glossary.md#norm", f"{SITE}glossary/#norm"),
        ("#steps", f"{SITE}toolkits/alpha/one/#steps"),
        ("https://example.org/page", "https://example.org/page"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_on_paper_leads_to_the_site(tmp_path: Path, address: str, goal: str) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("index", "glossary"):
        (tmp_path / "docs" / f"{name}.md").write_text("---\ntitle: Test\ndescription: Test data.\n---\nTest.\n", encoding="utf-8")
    assert f'<a href="{goal}">words</a>' in before(reader(tmp_path, f"See [words]({address})."))


def test_a_link_to_what_stands_on_the_same_sheet_leads_there(tmp_path: Path) -> None:
    read = reader(tmp_path, "See [words](two.md) and [a part](two.md#steps).", near={"toolkits/alpha/two.md": "two"})
    assert '<a href="#two">words</a>' in before(read)
    assert f'<a href="{SITE}toolkits/alpha/two/#steps">a part</a>' in before(read)


def test_a_link_to_a_story_that_may_not_be_printed_leads_to_the_list_of_stories(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    consent = "\n  granted: 2026-01-01\n  channels: [web]\n  review_by: 2030-01-01\n  evidence: C-0001"
    real = {**STORY, "kind": "first-person", "attribution": "anonymous", "consent": consent, "activities": "[alpha/one]"}
    (tmp_path / "stories/mine.md").write_text(story(**real), encoding="utf-8")
    assert f'<a href="{SITE}stories/">words</a>' in before(reader(tmp_path, "See [words](../../stories/mine.md)."))


def test_steps_stand_apart_with_their_minutes_and_prompts_in_place(tmp_path: Path) -> None:
    steps = next(part for part in reader(tmp_path, "Words.").parts() if part.title == "Steps").steps
    assert [(step.title, step.start, step.minutes) for step in steps[:2]] == [("Part 1", 0, 5), ("Part 2", 5, 5)]
    (words, prompt) = steps[-1].pieces
    assert "More, which is not printed." in words  # type: ignore[operator]
    assert isinstance(prompt, Writing)
    assert (prompt.name, prompt.lines, prompt.title) == ("one-1", 2, "First try: What I see in “First try”")


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("[A word][r] of it\n\n[r]: index.md", "A word of it"),
        ("One\\\ntwo", "One two"),
        ("One  \ntwo\n*three*", "One two <em>three</em>"),
        ("1. First", "1. First"),
        ("# 2 of it", "# 2 of it"),
        ("> more", "&gt; more"),
        ("- or + this", "- or + this"),
        ("`a--b` and a--b", "a--b and a–b"),
    ],
)
def test_the_label_of_a_prompt_is_read_within_its_paragraph(tmp_path: Path, written: str, label: str) -> None:
    (asked,) = [
        piece for piece in reader(tmp_path, f"**Write (2 lines):** {written}").parts()[0].pieces if isinstance(piece, Writing)
    ]
    assert str(asked.label).replace("\u00a0", " ") == label


def test_a_note_to_a_prompt_stands_below_it_and_its_number_is_no_part_of_the_fields_name(tmp_path: Path) -> None:
    read = reader(tmp_path, "**Write (2 lines):** What I see[^1] here\n\n[^1]: Test data of a note.")
    asked, below = read.parts()[0].pieces
    assert isinstance(asked, Writing)
    assert (str(asked.label), asked.title) == ("What I see<sup>1</sup>\u00a0here", "First try: What I see here")
    assert "<sup>1</sup> Test data of a note." in str(below)


def test_without_fields_a_prompt_is_shown_in_words(tmp_path: Path) -> None:
    part: PrintedSection = next(part for part in reader(tmp_path, "Words.", fields=False).parts() if part.steps)
    assert part.steps[-1].pieces[-1] == '<p data-line="45"><strong>Write:</strong> What I see in “First\u00a0try”</p>'


def test_headings_go_down_and_keep_addresses_of_their_own(tmp_path: Path) -> None:
    html = before(reader(tmp_path, "### A part\n\nWords.\n\n### A part\n\nWords.", deeper=1))
    assert '<h4 id="one--a-part">A part</h4>' in html
    assert '<h4 id="one--a-part-1">A part</h4>' in html


def test_html_that_could_do_harm_is_left_out(tmp_path: Path) -> None:
    html = before(reader(tmp_path, '<p style="color: red" onclick="x()">Words</p><script>x()</script>'))
    assert html.startswith("<p>Words</p>")
    assert "x()" not in html


def test_a_picture_comes_along_without_place_and_owner(tmp_path: Path) -> None:
    text = "![A red board](board.jpg)"
    body = activity().replace("roles: [teacher]\n", "roles: [teacher]\npictures:\n  - {file: board.jpg, people: no}\n")
    put(tmp_path, "alpha", "A", one=body.replace("## Before you start\n", f"## Before you start\n\n{text}\n"))
    photograph(tmp_path / "toolkits/alpha/board.jpg")
    ready = edition.prepare(load(tmp_path), "print", datetime.date(2026, 11, 22))
    read = Reader(ready, ready.volumes[0].activities[0], SITE)
    html = before(read)
    assert 'alt="A red board"' in html
    data = b64decode(html.partition('src="data:image/jpeg;base64,')[2].partition('"')[0])
    assert not Image.open(io.BytesIO(data)).getexif()
    assert read.problems == []


def test_a_picture_that_cannot_be_shown_is_a_problem_with_its_line(tmp_path: Path) -> None:
    reader(tmp_path, "Words.\n\n![A board](none.png)")
    (tmp_path / "toolkits/alpha/none.png").write_bytes(b"no picture")
    ready = edition.prepare(load(tmp_path), "print", TODAY)
    read = Reader(ready, ready.volumes[0].activities[0], SITE)
    html = before(read)
    (problem,) = read.problems
    text = (tmp_path / "toolkits/alpha/one.md").read_text(encoding="utf-8").split("\n")
    assert (problem.path, problem.line) == ("toolkits/alpha/one.md", text.index("![A board](none.png)") + 1)
    assert "“none.png” can’t be shown" in problem.what
    assert "none.png" not in html


def test_who_made_a_picture_stands_below_it_on_paper_also_where_another_activity_lists_it(tmp_path: Path) -> None:
    read = reader(tmp_path, "![Test data](board.jpg)")
    folder = tmp_path / "toolkits" / "alpha"
    photograph(folder / "board.jpg")
    assert "tn-credit" not in before(read)
    text = (folder / "two.md").read_text(encoding="utf-8")
    listed = "pictures:\n  - file: board.jpg\n    people: no\n    credit: By Test\nthemes:"
    (folder / "two.md").write_text(text.replace("themes:", listed, 1), encoding="utf-8")
    ready = edition.prepare(load(tmp_path), "print", TODAY)
    assert '<small class="tn-credit">By Test</small>' in before(Reader(ready, ready.volumes[0].activities[0], SITE))
