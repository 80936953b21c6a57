"""Whatever a file holds, it becomes text or a plain message."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.library import kinds
from press.manuscript import decoding, markdown
from press.manuscript.source import Source
from projects import Project

FRONT = "---\ntitle: Test data\n---\n"


def read(tmp_path: Path, data: bytes | str) -> Source:
    file = tmp_path / "x.md"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return kinds.read(file, "stories/x.md")


def said(tmp_path: Path, data: bytes | str) -> str:
    (problem,) = read(tmp_path, data).problems
    return str(problem)


def test_values_are_plain_text_with_their_lines(tmp_path: Path) -> None:
    found = read(tmp_path, "---\ntitle: No\nlist:\n  - 1\n  - on\n---\nText.\n")
    assert found.front == {"title": "No", "list": ["1", "on"]}
    assert found.line_of("list", 1) == 5


def test_an_unknown_place_has_the_line_of_its_group(tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle: a\nconsent:\n  granted: b\n---\n").line_of("consent", "evidence") == 3


def test_the_body_starts_on_the_line_after_the_front_matter(tmp_path: Path) -> None:
    found = read(tmp_path, FRONT + "First.\n")
    assert (found.body, found.body_line) == ("First.\n", 4)


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + FRONT.replace("\n", "\r\n") + "First.\r\n").body == "First.\n"


def test_a_value_that_was_asked_to_be_folded_becomes_one_line(tmp_path: Path) -> None:
    found = read(tmp_path, "---\ntitle: >\n  One\n  two\n---\n")
    assert (found.front, found.problems) == ({"title": "One two"}, ())


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "1: This file is empty. Write the story in it, or delete it. [file]"),
        (FRONT.encode() + b"caf\xe9\n", "4: A character here can't be read, because the file is not saved as UTF-8. "
         "In your editor choose “Save as” and the encoding UTF-8. [file]"),
        (FRONT.encode("utf-16"), "1: This file is saved as UTF-16. Save it again with the encoding UTF-8. [file]"),
        (b"PK\x03\x04rest", "1: This file is a Word document or a zip file, only named .md. "
         "Open it, copy its text, and save that as plain text (UTF-8) with the ending .md. [file]"),
        (FRONT.encode() + b"a\0b", "4: This line has a hidden character. Type the line again. [file]"),
        (FRONT.encode() + "a\u202eb".encode(),
         "4: This line has a hidden character. Type the line again. [file]"),
        (FRONT.encode() + b"[" * 50_000, "4: This line nests too deep to be read. "
         "Use fewer brackets, quote marks, or lists within lists. [file]"),
        (FRONT.encode() + b"".join(b"  " * depth + b"- a\n" for depth in range(21)),
         "24: This line nests too deep to be read. Use fewer brackets, quote marks, or lists within lists. [file]"),
        (FRONT.encode() + b"a" * 100_001, "1: This file is too large: 100 kB; a manuscript has at most 100 kB. "
         "Keep pictures in files of their own, or cut the text. [file]"),
        (b"Only text.", "1: The file does not start with its front matter. "
         "Make the first line `---`; see the fields page. [front-matter]"),
        (b"---\ntitle: a\n", "1: The front matter has no end. Put a line `---` after its last field. [front-matter]"),
        (b"---\n---\n",
         "2: The front matter has no fields. Write each on a line of its own, as `title: My story`. [front-matter]"),
        (b"---\n{}\n---\n",
         "2: The front matter has no fields. Write each on a line of its own, as `title: My story`. [front-matter]"),
        (b"---\n- a\n---\n",
         "2: The front matter has no fields. Write each on a line of its own, as `title: My story`. [front-matter]"),
        (b"---\ntitle: a\n\trole: b\n---\n",
         "3: There is a tab in the front matter. Use spaces instead. [front-matter]"),
        (b"---\ntitle: Norms: a start\n---\n", "2: This value has a colon in it. "
         'Put the value in quotes: title: "Norms: a start". [front-matter]'),
        (b"---\ntitle: a\ntitle: b\n---\n",
         "3: This field stands here a second time. Keep one of the two. [front-matter]"),
        (b"---\na: &a [x]\nb: [*a, *a]\n---\n",
         "2: A value starts with `&` or `*`. Put it in quotes. [front-matter]"),
        (b"---\na: *b\n---\n", "2: A value starts with `&` or `*`. Put it in quotes. [front-matter]"),
        (b"---\na: !!python/object/apply:os.system [x]\n---\n",
         "2: A value starts with `!`. Put it in quotes. [front-matter]"),
        (b"---\na:\n" + b"- " * 3_000 + b"\n---\n", "3: The front matter has groups within groups within groups. "
         "Use the form on the fields page. [front-matter]"),
        (b"---\n[a]: b\n---\n", "2: A field has no plain name. Write it as `name: value`. [front-matter]"),
        (b'---\ntitle: "a\\e[31m"\n---\n',
         "2: This value has a hidden character. Type the value again. [front-matter]"),
        (b"---\ntitle: " + b"a" * 8_001 + b"\n---\n", "1: The front matter is too long. "
         "Keep it short; the text goes below the second `---`. [front-matter]"),
        (b"---\ntitle: a\n ? b: - c\n---\n", "3: The front matter can't be read from here on. "
         "Look at quotes, colons and the spaces at the line's start. [front-matter]"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_says_why(tmp_path: Path, data: bytes, line: str) -> None:
    assert said(tmp_path, data) == f"stories/x.md:{line}"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a\n" * 4_000, "This file has more than 4,000 lines."),
        ("'a\n" * 5_000, "This file has more than 4,000 lines."),
        ("'a b c d e\n" * 1_300, "This paragraph, list or table goes on for more than 12,000 characters."),
        ("|a" * 6_001, "This paragraph, list or table goes on for more than 12,000 characters."),
        ("[a]\n\n" * 1_900 + "[a][a]\n\n" * 60, "This file has more than 2,000 square brackets."),
        ("## a\n" * 301, "This file has more than 300 headings."),
        ("a\n-\n\n" * 301, "This file has more than 300 headings."),
    ],
)
def test_a_text_that_would_keep_the_parser_busy_is_refused(tmp_path: Path, text: str, what: str) -> None:
    assert what in said(tmp_path, FRONT + text)


PACKED = "data:image/png;base64," + "iVBORw0KGgo" * 3


@pytest.mark.parametrize(
    "text",
    [f"[image1]: <{PACKED}>", f"[image1]: {PACKED}", f"![Chairs]({PACKED})",
     f"![](<{PACKED}>)", f"![][image1] [image1]: <{PACKED}>",
     f'<img alt="" src="{PACKED}">'],
)  # fmt: skip
@pytest.mark.parametrize("size", [1, 1_000, 10_000])
def test_a_picture_that_is_packed_into_the_text_is_told_on_its_line(tmp_path: Path, text: str, size: int) -> None:
    line = text.replace("iVBORw0KGgo", "iVBORw0KGgo" * size)
    assert said(tmp_path, f"{FRONT}Text ![][image1]\n\n{line}\n") == (
        "stories/x.md:6: This picture is packed into the text. Save it as a file beside this one, show it with "
        "`![What it shows](its-name.jpg)`, and delete the packed one. [file]"
    )


def test_each_picture_that_is_packed_into_the_text_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, f"{FRONT}Text\n\n[image1]: <{PACKED}>\n\n[image2]: <{PACKED}>\n")
    assert [problem.line for problem in found.problems] == [6, 8]


@pytest.mark.parametrize(
    "text", ["`[image1]: <data:image/png;base64,…>`", f"\\[a\\](data:{PACKED})", "The data: an image", PACKED]
)
def test_words_about_such_a_picture_are_let_be(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"{FRONT}{text}\n").problems == ()


def test_a_link_to_a_file_is_not_followed(project: Project, tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere.md"
    secret.write_text("---\ntitle: Elsewhere\n---\n", encoding="utf-8")
    (project.root / "stories" / "linked.md").symlink_to(secret)
    assert project.problems() == [
        "stories/linked.md:1: This is a link to another file, not a file. Put the file itself here. [file]"
    ]


def test_a_link_to_a_folder_is_not_followed(project: Project, tmp_path: Path) -> None:
    (project.root / "stories" / "linked").symlink_to(tmp_path)
    assert [line[-6:] for line in project.problems()] == ["[file]"]


def test_a_folder_named_like_a_manuscript_is_a_folder(project: Project) -> None:
    (project.root / "stories" / "x.md").mkdir()
    assert project.problems() == []


def test_a_name_that_is_no_text_is_told_without_it(project: Project) -> None:
    (Path(os.fsdecode(os.fsencode(project.root) + b"/stories/\xff\n.md"))).write_bytes(b"Test data.")
    assert project.problems() == [
        "stories/??.md:1: This name has hidden characters, or lies too many folders deep. "
        "Give it a plain name, or move it up. [file]"
    ]


def test_folders_within_folders_without_end_are_left(project: Project) -> None:
    project.write("stories/" + "a/" * 500 + "x.md", "Test data.")
    assert len(project.problems()) == 1


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode(errors="replace")))
def test_no_bytes_end_the_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    found = read(tmp_path_factory.mktemp("any"), data)
    assert found.front or found.problems


@pytest.mark.parametrize(
    "text",
    [" " * 41 + "word", "word" + " " * 41 + "word", " " * 60, "\t" * 41, " " * 50 + "- word", "word\n" + " " * 41 + "> word"],
)
def test_a_line_with_41_spaces_or_more_is_read(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"{FRONT}{text}\nMore.\n").problems == ()


@pytest.mark.parametrize("mark", ["- ", "1. ", "> ", "> - "])
def test_what_nests_as_deep_as_may_be_is_shown_whole(tmp_path: Path, mark: str) -> None:
    """The parser leaves out what nests deeper than it is told to go, without a word."""
    words = [f"word{depth}" for depth in range(decoding.MAX_DEPTH // mark.count(" "))]
    lines = ((mark if ">" in mark else " " * len(mark)) * depth + mark + word for depth, word in enumerate(words))
    found = read(tmp_path, FRONT + "\n".join(lines) + "\n")
    assert found.problems == ()
    shown = markdown.render(markdown.parse(found.body))
    assert [word for word in words if word not in shown] == []
