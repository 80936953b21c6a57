"""Marks that would be shown as they stand are told with their line; true words are left alone."""

import pytest

from press import checks
from press.checks import marks
from press.library.load import load
from press.manuscript import source
from projects import TODAY, Project

FRONT = "---\ntitle: {title}\ndescription: Test data.\n---\n"


def told(body: str, title: str = "Test data") -> list[tuple[int, str]]:
    """The lines of the body, from 1, and what is said of them."""
    read = source.parse((FRONT.format(title=title) + body).encode(), "docs/test.md", (), is_guide=False)
    assert not read.problems
    return sorted((line - 4, what) for line, what, _ in marks.find(read))


def lines(body: str) -> list[int]:
    return [line for line, _ in told(body)]


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("> [!NOTE]\n> Test data.", [1]),
        (":::note\nTest data.\n:::", [1, 3]),
        ("{: .x}", [1]),
        ("Test data.\n{: .x}", [2]),
        ("{{ x }}", [1]),
        ("| a | b |\n| 1 | 2 |", [1]),
        ("[x][undefined]", [1]),
        ("[x](my plan.md)", [1]),
    ],
)
@pytest.mark.parametrize(
    "path", ["docs/index.md", "stories/an-example.md", "toolkits/test-kit/index.md", "toolkits/test-kit/opening.md"]
)
def test_raw_marks_are_told_on_their_very_line(project: Project, path: str, written: str, at: list[int]) -> None:
    text = (project.root / path).read_text(encoding="utf-8")
    project.write(path, f"{text}\n{written}\n\nTest data.\n")
    above = text.count("\n") + 1
    sentence = "These marks would be shown as they stand: "
    found = [said.partition(sentence)[0] for said in project.problems() if said.endswith("[marks]")]
    assert found == [f"{path}:{above + line}: " for line in at]


@pytest.mark.parametrize(
    "body",
    [
        "> [!warning]\n> Test data.",
        "Test data. {: .x}",
        "{% x %}",
        "A note.[^1]",
        "::: tip",
        "!!! note\n    Test data.",
        '??? question "Why?"',
        "{.lead}",
        "{ .x #y }",
        "{# a remark #}",
        "| a | b |\n|---|",
        "a | b\n1 | 2",
        "| a | b |",
        "[x][]",
        "[x [y](https://site.example/) z](https://site.example/)",
        "[x](https://site.example/a",
        "[x] (https://site.example/)",
        "![A map](a map.jpg)",
        "Words\n[x]: https://site.example/",
        "A note.^[Its text.]",
        "[b]bold[/b]",
        "**bold **",
        "** bold **",
        "Say **Note: it is so.",
        "***x** y",
        "__bold __",
        "*italic *",
        "_italic _",
        "~~old ~~",
        "`code",
        "``code`",
        "$$x$$",
        "$$\nx\n$$",
        "So $x^2$ is it.",
        "\\frac{1}{2}",
        "x^2^",
        "===",
        "####### Seven",
        "R&amp so",
        "A&nbsp B",
        "&#8217 s",
        "&unknown;",
        "[ ] Ask",
        "[] Ask",
        "- [] Ask",
        "- [x]Ask",
        "[TOC]",
        "-one\n-two",
        "Term\n: Its meaning",
        "+++",
        "The end\\",
        "```\nTest data.",
        "~~~ mermaid\nTest data.\n~~~",
        "[Teacher]: Yes.",
        "[^1]: Nobody refers to this.",
        "We met on Monday.\n---",
    ],
)
def test_marks_that_would_be_shown_as_they_stand_are_a_problem(body: str) -> None:
    assert told(body)
    assert lines(f"Test data.\n\n{body}\n")[0] == lines(body)[0] + 2


@pytest.mark.parametrize(
    "body",
    [
        "5 * 3, 2 * 4 * 6 and 2*3*4",
        "snake_case_words and a_b, _italic_ and __bold__",
        "She said [sic] and [the principal] and [1].",
        "Words with {curly} and `{{ x }}` and `[x][y]` in code",
        "```\n[x][undefined] {{ x }} **\n```",
        "| a | b |\n| --- | --- |\n| 1 \\| 2 | `x` |",
        "Yes | No",
        "It cost $5 and then $10, or $5-$10.",
        "AT&T, R&D, Q&A, black & white",
        "He called me a f***ing b**** and s**t.",
        "*Names were changed.",
        "Sit down!!! What??? No!?",
        "Name: ____ Date: ______",
        "A \\[x\\]\\[y\\], \\{{ x }}, \\*\\*, \\| a | b |, \\`",
        "[Teacher]: Sit down. [Student]: No.",
        "Grades 6:30 to 7:45, ratio 3:1 and so: yes.",
        "501(c)(3), No. 3, #1 and C#",
        "- [ ] Ask\n- [x] Tell\n\n1. [ ] Ask",
        "~~old~~ and ~new~",
        "A note.[^1] Another.[^two]\n\n[^1]: Its text.\n\n[^two]: **More** text.",
        "[the report](https://site.example/a_(b)) and <https://site.example/a|b*c>",
        "See https://site.example/a_b|c~d*e{f}.",
        "In\n1999. Then it was over.",
        "**Bold**, *italic*, ***both***, **bold *and italic***",
        "C:\\Users\\test and and/or",
        "A heading\n---\n\nTest data.",
        "x < y > z, a -> b, a --> b, a => b",
        "We gave 50%, 60% {of them} | and more",
        "Well...\n... and so on",
        "- one\n- two\n\n2. two\n3. three",
        "[x]\n\n[x]: https://site.example/",
        "A mother (“[My] son”) [who came] [late] (again).",
        "\\- no list\n\n\\# no heading",
        "The ratio is 3^2 and 10^-3.",
        "-5 degrees\n-7 degrees",
    ],
)
def test_true_words_are_left_alone(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    "title",
    ["The **rule**", "A *small* test", "'`code` here'", "See [x](y.md)", "~~Old~~ new", "A &amp; B", "_So_ it is", "'{{ x }}'"],
)
def test_marks_in_a_field_are_a_problem_since_a_field_is_shown_letter_by_letter(title: str) -> None:
    assert told("Test data.", title) == [(-2, marks.IN_FIELD[0])]


@pytest.mark.parametrize(
    "title", ["5 * 3 * 2", "The f*** word", "snake_case_words", "A [sic] B", "AT&T; more", "'#1: so'", "A ____ list", "It's 'so'"]
)
def test_true_words_in_a_field_are_left_alone(title: str) -> None:
    assert told("Test data.", title) == []


def test_one_line_is_told_once_and_each_line_by_itself() -> None:
    assert told("{{ x }} and {% y %} and [x][y]\n\n~~ and `") == [
        (1, marks.WHAT.format(mark="a template's, `{{ }}` or `{% %}`")),
        (3, marks.WHAT.format(mark="struck words', `~~`")),
    ]


def test_no_message_repeats_what_was_written(project: Project) -> None:
    project.write("docs/odd.md", FRONT.format(title="Test data") + "[Kim Lee](my plan.md)\n")
    assert not any("Kim" in problem.what + problem.mend for problem in checks.run(load(project.root), TODAY))
