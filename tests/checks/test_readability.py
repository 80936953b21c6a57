"""Reading grades are what one works out by hand."""

import pytest

from press import __main__
from press.checks import readability
from press.manuscript.source import Source
from projects import Project, site_file


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("table", 2), ("made", 1), ("passed", 1), ("wanted", 2), ("changes", 2), ("makes", 1), ("people", 2),
        ("being", 2), ("idea", 3), ("racism", 3), ("racial", 2), ("community", 4), ("quiet", 2), ("question", 2),
        ("safety", 2), ("movement", 2), ("something", 2), ("well-made", 2), ("teacher’s", 2), ("doesn’t", 2), ("2018", 1),
        ("“Hello,”", 2), ("rhythm", 1), ("hmm", 1), ("…", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert readability.syllables(word) == count


@pytest.mark.parametrize(
    ("sentences", "words", "grade"),
    [
        # 6 words and 6 syllables in 1 sentence: 0.39 × 6 + 11.8 × 1 − 15.59
        (["The cat sat on the mat."], 6, -1.45),
        # 12 words; stu-dents read the no-tice (6), par-ents wrote a care-ful an-swer in the mar-gin (12): 2.34 + 17.7 − 15.59
        (["Students read the notice.", "Parents wrote a careful answer in the margin."], 12, 4.45),
        # 5 words; 6 + 6 + 4 + 5 + 4 = 25 syllables: 1.95 + 59 − 15.59
        (["Organizational accountability necessitates institutional transparency."], 5, 45.36),
        (["…"], 0, 0.0),
    ],
)
def test_a_grade_is_that_of_the_formula(sentences: list[str], words: int, grade: float) -> None:
    found = readability.of_sentences(sentences)
    assert found.words == words
    assert found.grade == pytest.approx(grade)


def test_a_manuscript_is_graded_by_its_prose() -> None:
    body = "## Organizational accountability\n\nThe cat sat\non the mat.\n\n| Institutional | transparency |\n|---|---|\n"
    assert readability.grade_of(Source("docs/test.md", body=body)).grade == pytest.approx(-1.45)


def test_the_table_has_the_hardest_first_and_marks_it(project: Project) -> None:
    hard = "Organizational accountability necessitates institutional transparency."
    project.change("stories/an-example.md", "This story is test data. Nobody told it, and nobody is meant.", f"{hard} " * 9)
    note, head, first, *rest = readability.table(project.load()).splitlines()
    assert note.startswith("Reading grades are US school years")
    assert head == "grade    words  text"
    assert first.split()[1] == "*"
    assert first.endswith("stories/an-example.md")
    assert sorted(line.split()[-1] for line in rest) == [
        "stories/a-told-one.md",
        "toolkits/test-kit/closing.md",
        "toolkits/test-kit/opening.md",
    ]
    assert not any("*" in line for line in rest)


def test_check_prints_the_table_after_the_problems(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("mkdocs.yml", site_file("glossary.md"))
    project.lay_over("html")
    assert __main__.main(["--root", str(project.root), "check", "--grades"]) == 1
    printed = capsys.readouterr().out
    assert 0 < printed.index("[html]") < printed.index("Reading grades")
    __main__.main(["--root", str(project.root), "check"])
    assert "Reading grades" not in capsys.readouterr().out
