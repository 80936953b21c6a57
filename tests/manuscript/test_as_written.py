"""What was written in the front matter is what is read, or its line is told: YAML cuts, joins and converts without a word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.library import kinds, validation
from press.library.model import Activity, Story
from press.manuscript.problem import Problem
from press.manuscript.source import Source
from projects import REAL, Project, story

CUT = "What follows ` #` would be lost. Put the value in quotes."
ASIDE = "What follows ` #` would be lost. Delete it, or give it a line of its own that starts with `# `."
LEFT_OUT = "This line starts with `#`, so it would be left out. Put it in quotes, or delete the line."
JOINED = "This line would be joined to the one above. Write the value on one line."
ENTRY = (
    "This line would be joined to the one above. "
    "Write the value on one line; a new entry of the list needs a comma before it, or a hyphen and a space."
)
PARTED = "A comma in square brackets ends an entry, so this value would be parted in two. Put the value in quotes."
DOUBLE = 'Put the whole value in double quotes, such as title: "\'Tis the season".'
SINGLE = "Put the whole value in single quotes, such as title: '\"Why me?\" and other questions'."
OPEN, EARLY = (
    "This value starts with a quote mark, and doesn't end with one.",
    "A quote mark ends this value before its last word.",
)
COLON = 'This value has a colon in it. Put the value in quotes: title: "Norms: a start".'
TAB = "There is a tab in the front matter. Use spaces instead."
INDENT, BELOW = "This line is indented unlike the ones above.", "so that it begins below"
CLOSE = 'Put a `"` behind its last word too, or delete the one at its start.'
CLOSE_UP = "No space follows this field's colon. Put a space after the colon."
WIDE = "The colon here is not the plain one. Type `:` and a space after the field's name."
STYLED = "There are marks round this field's name. Delete them: a field is plain, as `title: My story`."
NO_NAME = (
    "This line is no field: it has no name with a colon. Write it as `name: value`, join it to the line above, or delete it."
)
NO_END = "This list has no end. Put `]` after its last entry."
BULLET = "This bullet makes no list in the front matter. Start the line with `- ` instead."
NO_GAP = "No space follows this hyphen. Put a space after it, if an entry of a list begins here."
MARK = "A value starts with `&` or `*`. Put it in quotes."


def read(front: str) -> Source:
    return kinds.parse(f"---\n{front}\n---\nText\n".encode(), "stories/x.md")


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.line}: {problem.what} {problem.mend}" for problem in problems]


@pytest.mark.parametrize(
    "value",
    [
        "yes", "No", "on", "off", "y", "true", "null", "~", "Null", "1e3", "1E3", "0x1F", "0o14", "012", "1_000", "12:30",
        "190:20:30", ".inf", "-.INF", ".nan", "2026-11-01", "2026-11-01 10:30:00", "1.10", "+1", "-0", "=", "<<", "685_230.15",
        "C#", "A#1", "50% more", "a - b", "a, b", "a (b, c)", "it's", "the “list”", "“Why me?”", "‘Why me?’", "It's \"so\"",
        "a:b", "10:30 a.m.", "https://example.org/#a", "R&D", "a*b*", "Wait!", "a | b", "a > b", "a ... b", "a --- b", "\\n",
        "a [b] {c}", "½", "👩🏽‍🏫 and 👧",
    ],
)  # fmt: skip
def test_a_value_that_yaml_would_convert_is_the_text_that_was_written(value: str) -> None:
    for front, found in (
        (f"title: {value}", {"title": value}),
        (f"list:\n- {value}", {"list": [value]}),
        (f"consent:\n  reason: {value}", {"consent": {"reason": value}}),
    ):
        assert (read(front).front, read(front).problems) == (found, ())


@pytest.mark.parametrize("name", ["yes", "no", "on", "null", "12:30", "1_000", "~"])
def test_a_name_is_the_text_that_was_written(name: str) -> None:
    assert read(f"{name}: a").front == {name: "a"}


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("title: The #1 rule", f"2: {CUT}"),
        ("role: teacher\nmaterials:\n- Paper\n- Pencils, #2\n- Tape", f"5: {CUT}"),
        ("title: #1", f"2: {CUT}"),
        ("materials:\n  - #2 pencils\n  - Paper", f"3: {CUT}"),
        ("role: teacher\nmaterials: [Pencils, #2]\nstate: Ohio", f"3: {CUT}"),
        ("materials: [Pencils #2, Paper]", f"2: {CUT}"),
        ("materials: [Paper,\n  Pencils #2]\nrole: teacher", f"3: {CUT}"),
        ("title: We were\t#1", f"2: {CUT}"),
        ("title: A\u00a0#1", f"2: {CUT}"),
        ("title: “The #1 rule”", f"2: {CUT}"),
        ("consent:\n  granted: 2026-01-01\n  evidence: C-0042 #2", f"4: {CUT}"),
        ("published: 2026-11-01 # or later", f"2: {CUT}"),
        ("title: 'A' # the old one", f"2: {ASIDE}"),
        ("themes: [beliefs, grading] # or curriculum", f"2: {ASIDE}"),
        ("themes: [beliefs]# or grading", f"2: {ASIDE}"),
        ("title: 'A'# the old one", f"2: {ASIDE}"),
        ("consent: # ask again\n  granted: 2026-01-01", f"2: {ASIDE}"),
        ("summary: > # one sentence\n  It was so.", f"2: {ASIDE}"),
        ("#1 of three\ntitle: A", f"2: {LEFT_OUT}"),
        ("summary: We spoke of\n  #1 of the rules", f"3: {LEFT_OUT}"),
        ("summary: We spoke of\n  # 1 of the rules", f"3: {LEFT_OUT}"),
    ],
)  # fmt: skip
def test_what_follows_a_number_sign_is_never_lost_without_a_word(front: str, problem: str) -> None:
    assert told(read(front).problems) == [problem]


@pytest.mark.parametrize(
    "front",
    [
        "# a remark\ntitle: A\n#\n## More\n#author: Test Data\n# grades: middle",
        "consent:\n  # a remark\n  granted: 2026-01-01",
        "themes:\n- beliefs\n# a remark\n- grading",
        "title: 'The #1 rule'\nlist: [\"#2\", 'a # b']",
        "summary: >\n  The first\n  #2 # 3\nrole: teacher",
        "summary: |-\n  #1 # 2\nrole: teacher",
    ],
)
def test_a_remark_on_a_line_of_its_own_and_a_sign_in_quotes_are_fine(front: str) -> None:
    assert read(front).front and not read(front).problems


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("role: a\nsummary: One\n  two\n  three\nstate: b", f"4: {JOINED}"),
        ("summary: One\n\n  two", f"4: {JOINED}"),
        ("summary: 'One\n  two'", f"3: {JOINED}"),
        ('summary: "One \\\n  two"', f"3: {JOINED}"),
        ("summary:\n  One\n  two", f"4: {JOINED}"),
        ("summary: |\n  One\n  two", f"4: {JOINED}"),
        ("summary: |-\n  One\n\n  two", f"5: {JOINED}"),
        ("summary: >\n  One\n  two\n\n  three", f"6: {JOINED}"),
        ("summary: >\n  One\n    two", f"4: {JOINED}"),
        ("consent:\n  reason: One\n    two\n  evidence: C-0042", f"4: {JOINED}"),
        ("materials:\n  - Paper\n    and pencils", f"4: {ENTRY}"),
        ("materials: [Paper\n  pencils, tape]", f"3: {ENTRY}"),
        ("themes: beliefs\n  - grading", f"3: {ENTRY}"),
        ("materials:\n  – Paper\n  – Pencils", f"4: {ENTRY}"),
        ("materials:\n  • Paper\n  • Pencils", f"4: {ENTRY}"),
        ("materials:\n  -Paper\n  -Pencils", f"3: {NO_GAP}"),
        ("materials:\n  -Paper", f"3: {NO_GAP}"),
        ("materials: [1,000 cards, Paper]", f"2: {PARTED}"),
        ("materials: [Paper,\n  Cards (red, blue)]", f"3: {PARTED}"),
    ],
)  # fmt: skip
def test_a_line_that_would_be_joined_and_a_value_that_would_be_parted_are_told(front: str, problem: str) -> None:
    assert told(read(front).problems) == [problem]


@pytest.mark.parametrize(
    "front",
    [
        "summary: >\n  One,\n  two",
        "summary: >-\n  One\n\nrole: a",
        "summary: |\n  One",
        "list: [a,\n  b,\n  c]",
        "list:\n- a\n\n- b",
    ],
)
def test_a_value_over_several_lines_that_loses_nothing_is_fine(front: str) -> None:
    assert read(front).front and not read(front).problems


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("title: 'Tis the season\nrole: teacher\nkind: a", f"2: {OPEN} {DOUBLE}"),
        ("role: teacher\ntitle: 'it's'\nkind: a", f"3: {EARLY} {DOUBLE}"),
        ('title: "Why me?" and more\nrole: teacher', f"2: {EARLY} {SINGLE}"),
        ('title: "Why me?\nrole: teacher\nkind: a', f"2: {OPEN} {CLOSE}"),
        ('title: A\nthemes: ["beliefs]\nrole: teacher', f"3: {OPEN} {CLOSE}"),
        ("title: 'Tis the season\nsummary: It's so\nrole: teacher", f"2: {OPEN} {DOUBLE}"),
        ("title: '90s kids' rules\nrole: teacher", f"2: {EARLY} {DOUBLE}"),
        ("role: a\nconsent:\n  granted:2026-01-01\n  channels: [web]", f"4: {CLOSE_UP}"),
        ("role: a\npictures:\n  -file: board.jpg\n   people: no", f"4: {NO_GAP}"),
        ("title：A\nrole: b", f"2: {WIDE}"), ("title： A\nrole： b", f"2: {WIDE}"), ("role: b\ntitle：A\nkind: c", f"3: {WIDE}"),
        ("role: b\nconsent：\n  granted: a", f"3: {WIDE}"), ("consent:\n  granted: a\n  evidence：b", f"4: {WIDE}"),
        ("title = A\nrole: b", f"2: {NO_NAME}"),
        ("**title:** A\nrole: b", f"2: {STYLED}"), ("role: b\n*title*: A", f"3: {STYLED}"),
        ("role: a\npictures:\n  - file: b.jpg\n  people: no", f"5: {INDENT} Put four spaces before it, {BELOW} `file`."),
        *((front, "3: This field stands within the value above it, so it would not count. "
           "Delete the spaces before it; or, if it belongs under the field above, delete that one's value.")
          for front in ("role: a\n  title: b", "consent: yes\n  granted: 2026-01-01", "consent: C-0042\n  channels: [web]")),
        ("themes: [beliefs, 'grading]\nrole: teacher", f"2: {OPEN} {DOUBLE}"),
        ("consent:\n  reason: 'Tis so\n  evidence: C-0042\nrole: a", f"3: {OPEN} {DOUBLE}"),
        ('title: "C:\\path"', "2: A backslash in double quotes has a meaning of its own. "
         "Leave it out, or put the value in single quotes."),
        ("role: teacher\nthemes: [beliefs, grading\nstate: Ohio\nkind: a", f"3: {NO_END}"),
        ("role: teacher\nthemes: [beliefs, grading", f"3: {NO_END}"),
        ("title: [Draft] A week", "2: A value that starts with `[` is taken for a list. Put the value in quotes."),
        ("title: {A} week", "2: A value that starts with `{` is taken for a list. Put the value in quotes."),
        ("title: @home", "2: No value can start with `@`. Put the value in quotes."),
        ("title: `A`", "2: No value can start with a backtick. Put the value in quotes."),
        ("title: %%a%%", "2: No value can start with `%`. Put the value in quotes."),
        ("role: a\ntitle: | A\nkind: b", "3: No value can start with `|`. Put the value in quotes."),
        ("title: > A\nkind: b", "2: No value can start with `>`. Put the value in quotes."),
        ("themes: - beliefs", "2: A list can't begin on its field's line. "
         "Put its entries on lines of their own, or in square brackets."),
        ("title: *A* week", f"2: {MARK}"),
        ("a: &a b\nc: *a", f"2: {MARK}"), ("<<: *a", f"2: {MARK}"), ("&a title: A", f"2: {MARK}"),
        ("title: ! A", "2: A value starts with `!`. Put it in quotes."),
        ("role: a\ntitle: !A", "3: A value starts with `!`. Put it in quotes."),
        ("role: a\ntitle: Norms: a start\nsummary: One: two", f"3: {COLON}"),
        ("title: Part 1:\nrole: a", f"2: {COLON}"),
        ("title: “Norms: a start”", f"2: {COLON.replace('in quotes', 'in straight quotes')}"),
        ("role: a\ntitle:A\nkind: b", "3: No space follows this field's colon. Put a space after the colon."),
        ("title:A\nrole:b", "2: No space follows this field's colon. Put a space after the colon."),
        ("\ttitle: A", f"2: {TAB}"), ("consent:\n\tgranted: a", f"3: {TAB}"), ("themes:\n\t- beliefs", f"3: {TAB}"),
        ("consent:\n  granted: a\n evidence: b", f"4: {INDENT} Put two spaces before it, {BELOW} `granted`."),
        ("consent:\n    granted: a\n  evidence: b", f"4: {INDENT} Put four spaces before it, {BELOW} `granted`."),
        ("title: A\n- beliefs", f"3: {INDENT} Let the fields of one group begin below each other."),
        ("title: A\nThese words\nrole: b", f"3: {NO_NAME}"), ("materials:\n  - Paper\n  and pencils", f"4: {NO_NAME}"),
        ("themes:\n- beliefs\n-grading\nrole: a", f"4: {NO_GAP}"), ("themes:\n-beliefs\n-grading\nrole: a", f"3: {NO_GAP}"),
        ("materials:\n* Paper\n* Pencils\nrole: a", f"3: {BULLET}"), ("materials:\n- Paper\n• Pencils\nrole: a", f"4: {BULLET}"),
        ("summary: >\n  'Tis: so\nrole: 'Tis", f"4: {OPEN} {DOUBLE}"),
        ("title: A\nrole: b\ntitle: C", "4: This field stands here a second time. Keep one of the two."),
        ("consent:\n  granted: a\n  granted: b", "4: This field stands here a second time. Keep one of the two."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_on_the_line_of_the_fault(front: str, problem: str) -> None:
    assert told(read(front).problems) == [problem]


def test_the_backslash_that_google_docs_puts_before_hyphens_is_told() -> None:
    said = "Google Docs put a backslash before these three hyphens. Delete the backslash."
    for text, line in (("\\---\ntitle: A\n\\---\nText", 1), ("---\ntitle: A\n\\---\nText", 3)):
        assert told(kinds.parse(text.encode(), "stories/x.md").problems) == [f"{line}: {said}"]


def test_what_a_keyboard_or_a_program_adds_makes_no_difference() -> None:
    assert read("\u00a0\u00a0title\u00a0:\u00a0A\nro\u00adle :\tb").problems[0].line == 3  # now at different depths
    assert read("title : A\nrole:  b \nkind:\u00a0c\u00ad").front == {"title": "A", "role": "b", "kind": "c"}
    assert kinds.parse("\ufeff---\r\ntitle: A\r\n---\r\nText".encode(), "stories/x.md").front == {"title": "A"}


@pytest.mark.parametrize(
    "day",
    ["2026-02-30", "2026-13-01", "22/11/2026", "01.11.2026", "26-11-01", "11/1/26", "November 2026", "Nov. 31, 2026", "2026-11",
     "20261101", "1793491200", "0", "2026-11-01T00:00:00", "2026-11-01 00:00", "Someday 1, 2026", "yes"],
)  # fmt: skip
def test_a_day_that_is_none_is_told_on_its_line(day: str) -> None:
    assert mended_day(day) == "Write year, month and day, such as 2026-11-22."


@pytest.mark.parametrize(
    "day",
    ["11/01/2026", "11/1/2026", "11-1-2026", "2026-11-1", "2026/11/01", "November 1, 2026", "Nov. 1 2026", "november 1st, 2026",
     "“2026-11-01”", "2026-11-01.", "2026–11–01"],
)  # fmt: skip
def test_a_day_as_it_is_written_in_the_united_states_is_told_as_it_is_to_be_typed(day: str) -> None:
    assert mended_day(day) == "Write year, month and day: 2026-11-01."


def mended_day(day: str) -> str:
    """How to mend a story with this day, which must be told once, on its line."""
    text = story("", **{**REAL, "published": day})
    (found,) = validation.validate(Story, kinds.parse(text.encode(), "stories/x.md"))[1]
    line = text[: text.index("published:")].count("\n") + 1
    assert (found.line, found.what) == (line, "`published` is not a date.")
    return found.mend


@pytest.mark.parametrize("number", ["1_0", "1e1", "12.0", "+12", "0x1F", "12:30", ".inf", "ten", "twelve", "½", "10 minutes"])
def test_a_number_that_is_not_written_in_digits_is_told_on_its_line(number: str) -> None:
    source = read(f"title: A\nminutes: {number}")
    wanted = "3: `minutes` is not a whole number. Write it in digits, such as 35."
    assert wanted in told(validation.validate(Activity, source)[1])


def test_a_title_that_would_be_cut_stops_publishing_on_its_line(project: Project) -> None:
    project.change("stories/an-example.md", "title: ", "title: The #1 rule: not # ")
    assert [line.split(" ")[0] for line in project.problems()] == ["stories/an-example.md:2:"]


# Words, and the marks that YAML has a meaning for, in any order; a line of its own that starts with `# ` is a remark to everyone.
PIECES = [
    "w",
    "w",
    "w",
    ": ",
    ":",
    " ",
    "\n",
    "\n- ",
    "\n  ",
    "\n# r\n",
    *"[]{}'\"#,?()-!&*|>%@`",
    " #",
    "# ",
    "|\n  ",
    ">\n  ",
    "“",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", "title: ", "list:\n- ", "list: ["]))
@settings(max_examples=400, deadline=None)
def test_no_word_of_a_front_matter_is_lost_unless_a_problem_says_so(pieces: list[str], start: str) -> None:
    front = start + "".join(f"w{number}" if piece == "w" else piece for number, piece in enumerate(pieces))
    found = read(front)
    if not found.problems:
        lines = [line for line in front.split("\n") if not re.match(r"\s*#(?:[\s#]|$)", line)]
        assert [word for word in re.findall(r"w\d+", "\n".join(lines)) if word not in str(found.front)] == []
