"""What a manuscript may not hide: signs that nobody sees, fields that are cut off, a second block of them, marks of a merge."""

import sys
import unicodedata
from pathlib import Path

import pytest

from press.library import kinds
from press.manuscript import normalize
from projects import REAL, TODAY, Project, story

STORY = "stories/an-example.md"
FRONT = story("")
# A sample of each range of Default_Ignorable_Code_Point (DerivedCoreProperties.txt, Unicode 16), and what looks as blank.
HIDING = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180e\u180f\u2065\u206a\u206f\u3164\uffa0\ufff0\ufff8\ufff9\ufffb\U0001bca0\U0001bca3"
    "\U0001d159\U0001d173\U0001d17a\U000e0001\U000e0041\U000e007f\U000e0fff\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
    "\U00013430\u202d\u202e"
)
LEFT = "\u00ad\u061c\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u2066\u2069\ufeff\ufffc"
STAYS = {
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "a family": "👩\u200d👩\u200d👧",
    "a heart": "❤\ufe0f",
    "a keycap": "1\ufe0f\u20e3",
    "Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Texas": "🏴\U000e0075\U000e0073\U000e0074\U000e0078\U000e007f",
    "an ideograph": "葛\U000e0100",
}


def said(text: str) -> list[str]:
    return [str(problem) for problem in kinds.parse(text.encode(), STORY).problems]


def code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


@pytest.mark.parametrize("sign", HIDING, ids=code)
def test_11_a_sign_that_only_hides_is_refused_with_its_line(sign: str) -> None:
    refused = [f"{STORY}:14: This line has a hidden character. Type the line again. [file]"]
    for body in (f"\n\nJay{sign}den", f"\n\n`Jay{sign}den`", f"\n\n[x](a{sign}.md)", f"\n\n![x{sign}](a.png)"):
        assert said(FRONT + body.removeprefix("\n")) == refused
    assert said(FRONT.replace("Test data, a story", f"Test{sign}data"))[0].startswith(f"{STORY}:2: This line has a hidden")


@pytest.mark.parametrize("sign", HIDING + LEFT, ids=code)
def test_11_a_sign_that_only_hides_is_refused_when_it_is_written_as_code(sign: str) -> None:
    number = ord(sign)
    for written in (f"&#{number};", f"&#x{number:x};", f"&#X{number:X};"):
        assert said(FRONT + f"\nJay{written}den")[0].startswith(f"{STORY}:14: This line has a hidden character."), written
    escape = f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    value = said(FRONT.replace("title: Test data, a story", f'title: "Test{escape}data"'))
    assert value == [f"{STORY}:2: This value has a hidden character. Type the value again. [front-matter]"]
    name = said(FRONT.replace("title: Test data, a story", f'"tit{escape}le": Test'))
    assert name == value
    item = said(FRONT.replace("[beliefs]", f'["be{escape}liefs"]'))
    assert [line.partition(": ")[2] for line in item] == [line.partition(": ")[2] for line in value]


@pytest.mark.parametrize("name", ["shy", "ZeroWidthSpace", "InvisibleTimes", "ic", "af", "NoBreak", "lrm", "rlm"])
def test_11_a_named_code_of_a_hidden_sign_is_refused(name: str) -> None:
    assert said(f"{FRONT}\nJay&{name};den")[0].startswith(f"{STORY}:14: This line has a hidden character.")


@pytest.mark.parametrize("sign", LEFT, ids=code)
def test_11_what_programs_leave_is_taken_out(sign: str) -> None:
    assert kinds.parse(f"{FRONT}\nJay{sign}den".encode(), STORY).body == "\nJayden"


@pytest.mark.parametrize("words", STAYS.values(), ids=STAYS)
def test_11_what_writing_needs_stays(words: str) -> None:
    found = kinds.parse(f"{FRONT.replace('Test data, a story', words)}\n{words}".encode(), STORY)
    assert (found.problems, found.front["title"], found.body) == ((), words, f"\n{words}")


@pytest.mark.parametrize(
    "words",
    [
        "🏴\U000e0067\U000e0062",  # a flag that never ends
        "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "callmeatnoon") + "\U000e007f",
        "x\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ],
)
def test_11_tags_that_spell_no_flag_are_refused(words: str) -> None:
    assert "hidden character" in said(f"{FRONT}\n{words}")[0]


def test_11_selectors_and_joiners_that_spell_something_are_taken_out() -> None:
    many = "a" + "\ufe00\ufe01\ufe02" + "b" + "\u200c\u200d\u200c\u200d" + "c" + "\U000e0141" + "d"
    assert kinds.parse(f"{FRONT}\n{many}".encode(), STORY).body == "\na\ufe00bcd"


def test_11_nothing_that_python_calls_a_format_sign_is_published_unseen() -> None:
    """But those that have a shape, and those that stay: joiners, selectors, signs of Arabic, Syriac and Kaithi numbers."""
    shaped = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, 0x200C, 0x200D}
    shaped |= set(range(0x13430, 0x13460))
    for number in range(sys.maxunicode + 1):
        if unicodedata.category(chr(number)) == "Cf" and number not in shaped:
            assert normalize.hides(chr(number)), hex(number)


@pytest.mark.parametrize("sign", ["\u200d", "\u200c", "\ufe0f", "\u200b", "\u00ad"], ids=code)
def test_11_what_stays_parts_no_number_and_no_name_for_the_checks(project: Project, sign: str) -> None:
    words = f"Call 615-55{sign}5-01{sign}34. My student Mar{sign}cus Sam{sign}ple came."
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{words}\n")
    plain = Project(project.root)
    found = plain.problems(TODAY)
    project.write(STORY, (project.root / STORY).read_text(encoding="utf-8").replace(sign, ""))
    assert found == project.problems(TODAY)
    assert any("[personal-data]" in line for line in found) and any("[recognition]" in line for line in found)


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: A\n...\nwithdrawn: 2026-11-01", 3),
        ("title: A\n... \nwithdrawn: 2026-11-01", 3),
        ("title: A\n... # the end\nauthor: B", 3),
        ("title: A\n...", 3),
        ("title: A\nsummary: >-\n  We met\n... and then\nauthor: B", 5),
        ("title: A\n--- !x\nwithdrawn: 2026-11-01", 3),
        ("title: A\n--- withdrawn\n", 3),
        ("title: A\n...\n...\n", 3),
    ],
)
def test_12_nothing_below_the_first_fields_is_lost_without_a_word(front: str, line: int) -> None:
    found = kinds.parse(f"---\n{front}\n---\nText\n".encode(), STORY)
    (problem,) = found.problems
    assert (problem.line, found.front) == (line, {})
    assert problem.what in (
        "The fields end on this line, and all below it would be lost.",
        "The front matter can't be read from here on.",
    )


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: A\nsummary: >-\n  We met\n  withdrawn: 2026-11-01", 5),
        ("title: A\nsummary: |\n  We met\n\n  withdrawn: 2026-11-01\nrole: teacher", 6),
        ("title: 'A\nwithdrawn: 2026-11-01\nrole: b'", 2),
        ('title: "A\n  author: B"\nrole: teacher', 2),
    ],
)
def test_12_a_field_within_the_value_above_it_is_told(front: str, line: int) -> None:
    found = kinds.parse(f"---\n{front}\n---\nText\n".encode(), STORY)
    (problem,) = found.problems
    assert (problem.line, found.front) == (line, {})


def test_12_a_value_of_several_lines_is_read() -> None:
    front = "title: A\nsummary: >-\n  We met: twice,\n  and again\nrole: teacher"
    found = kinds.parse(f"---\n{front}\n---\nText\n".encode(), STORY)
    assert found.front == {"title": "A", "summary": "We met: twice, and again", "role": "teacher"}


def test_12_remarks_and_empty_lines_in_the_front_matter_are_fine() -> None:
    found = kinds.parse(b"---\n# a remark\ntitle: A\n\n# ... and more\n---\nText\n", STORY)
    assert (found.front, found.problems) == ({"title": "A"}, ())


OLD = "title: The old one\nauthor: Somebody Real\nschool: Elm Street School\nconsent:\n  granted: 2026-01-01\n  evidence: C-0042"
SECOND = {
    "right below": f"---\n{OLD}\n---\nText",
    "after empty lines": f"\n\n---\n{OLD}\n---\nText",
    "after a sentence": f"We met.\n\n---\n{OLD}\n---\nText",
    "without its end": f"---\n{OLD}\n\nText",
    "without a fence": f"{OLD}\n\nText",
    "with empty lines between": OLD.replace("\n", "\n\n"),
    "indented": "\n".join(f"    {line}" for line in f"---\n{OLD}\n---".split("\n")),
    "in a quotation": "\n".join(f"> {line}" for line in f"---\n{OLD}\n---".split("\n")),
    "in code": f"```yaml\n{OLD}\n```",
    "in a remark": f"<!--\n{OLD}\n-->",
    "with capitals": "Title: The old one\nAuthor: Somebody Real\nSchool: Elm Street School",
    "as items": "- title: The old one\n- author: Somebody Real\n- school: Elm",
    "with Windows line ends": f"---\r\n{OLD}\r\n---\r\nText".replace("\n", "\r\n").replace("\r\r", "\r"),
    "one field that tells": "---\nauthor: Somebody Real\n---\n",
    "a takedown": "Text\n\nwithdrawn: 2026-11-01\n",
}


@pytest.mark.parametrize("body", SECOND.values(), ids=SECOND)
def test_12_a_second_block_of_fields_is_never_published(body: str) -> None:
    found = kinds.parse(f"{story('')}{body}\n".encode(), STORY)
    (problem,) = found.problems
    assert problem.what == "A second block of fields stands in the text." and problem.line > 12
    assert (found.front, found.body) == ({}, "")


@pytest.mark.parametrize(
    "body",
    [
        "Summary: we met twice.\n\n---\n\nThe title: it came later.",
        "---\n\nText\n\n---\n\nMore: a list.\n",
        "- role: teacher, as on the badge\n- state: Tennessee\n\nText",
        "We asked for the title, author and school of each book.\n",
        "| title | author | school |\n|---|---|---|\n| a | b | c |\n",
    ],
)
def test_12_a_text_that_only_looks_a_little_like_fields_is_read(body: str) -> None:
    assert kinds.parse(f"{FRONT}{body}".encode(), STORY).problems == ()


def test_12_a_guide_may_show_fields_as_code() -> None:
    text = f"---\ntitle: A guide\ndescription: B\n---\n```yaml\n---\n{OLD}\n---\n```\n"
    assert kinds.parse(text.encode(), "docs/guide.md").problems == ()
    assert kinds.parse(text.replace("```yaml\n", "").encode(), "docs/guide.md").problems != ()


@pytest.mark.parametrize("path", [STORY, "toolkits/inquiry/look.md", "docs/index.md"])
@pytest.mark.parametrize("where", ["the text", "the fields"])
def test_12_marks_of_a_merge_are_told_by_their_lines(path: str, where: str) -> None:
    lines = ["<<<<<<< HEAD", "One", "||||||| base", "Two", "=======", "Three", ">>>>>>> main"]
    marked = "\n".join(lines)
    text = f"---\ntitle: A\n---\n{marked}\n" if where == "the text" else f"---\n{marked}\n---\nText\n"
    first = 4 if where == "the text" else 2
    found = kinds.parse(text.encode(), path)
    assert [problem.line for problem in found.problems] == [first, first + 2, first + 4, first + 6]
    assert {problem.what for problem in found.problems} == {"Two versions were merged here and the marks left in."}
    assert (found.front, found.body) == ({}, "")


@pytest.mark.parametrize("mark", ["=======", "<<<<<<<", ">>>>>>> 1a2b3c4 (Story: a list)", "=======   "])
@pytest.mark.parametrize("path", [STORY, "toolkits/inquiry/look.md", "toolkits/inquiry/index.md", "docs/index.md"])
def test_12_a_lone_mark_of_a_merge_is_told_too(mark: str, path: str) -> None:
    (problem,) = kinds.parse(f"{FRONT}Text\n{mark}\nText\n".encode(), path).problems
    assert problem.line == 14


COMPARED = ["@@ -1,2 +3,4 @@", "@@ -1 +1 @@ ## Before", "--- a/stories/x.md", "+++ b/stories/x.md", "--- /dev/null"]


@pytest.mark.parametrize("line", [*COMPARED, "\\ No newline at end of file"])
@pytest.mark.parametrize("path", [STORY, "docs/index.md"])
def test_lines_that_compare_two_versions_are_told(line: str, path: str) -> None:
    (problem,) = kinds.parse(f"{FRONT}Text\n{line}\nText\n".encode(), path).problems
    assert problem.line == 14 and problem.what.startswith("This line comes from a list of changes")


@pytest.mark.parametrize("line", ["--- a dash", "+++", "--- ", "@@", "@@ here", "+ one", "- a/b", "diff", "a --- a/b"])
def test_other_lines_of_hyphens_and_signs_compare_nothing(line: str) -> None:
    assert kinds.parse(f"{FRONT}Text\n{line}\nText\n".encode(), STORY).problems == ()


def test_a_guide_may_show_a_list_of_changes_as_code() -> None:
    text = "---\ntitle: A guide\ndescription: B\n---\n```diff\n--- a/x.md\n+++ b/x.md\n```\n"
    assert kinds.parse(text.encode(), "docs/guide.md").problems == ()


@pytest.mark.parametrize("line", ["======", "========", "> >>>>>>> quoted", "<<<<<<<x", "a ======="])
def test_12_other_lines_of_such_signs_are_none(line: str) -> None:
    assert kinds.parse(f"{FRONT}Text\n\n{line}\n".encode(), STORY).problems == ()


def test_12_what_hides_something_is_in_no_edition(project: Project) -> None:
    told = story(f"---\n{OLD}\n---\nText\n", **{**REAL, "activities": "[test-kit/opening]"})
    project.write("stories/hiding.md", told)
    project.write("stories/cut.md", told.replace("title:", "...\ntitle:", 1))
    names = {entry.name for entry in project.load().stories}
    assert names.isdisjoint({"hiding", "cut"}) and "an-example" in names


def test_the_form_takes_out_what_the_press_refuses(project: Project, tmp_path: Path) -> None:
    from press.web.form import js_regex

    pattern, flags = js_regex.pattern(normalize.UNSEEN)
    assert "u" in flags and all(sign in pattern for sign in "\u3164\u034f")
