"""Each case folder is a faulty manuscript or more, laid over the sound project; `problems.txt` is what a teacher reads."""

import datetime
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFile

from press import checks
from press.library.load import load
from projects import CASES, TODAY, Project

RULES = sorted(folder.name for folder in CASES.iterdir() if not folder.name.startswith("_"))
LIBRARY_RULES = {"file", "front-matter"}  # found on reading, before any check runs
STORY = "stories/an-example.md"


def test_the_sound_project_has_no_problems(project: Project) -> None:
    assert project.problems() == []


@pytest.mark.parametrize("rule", RULES)
def test_a_case_prints_the_lines_beside_it(project: Project, rule: str) -> None:
    project.lay_over(rule)
    assert project.problems() == (CASES / rule / "problems.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("rule", RULES)
def test_a_case_trips_its_rule(rule: str) -> None:
    assert f"[{rule}]" in (CASES / rule / "problems.txt").read_text(encoding="utf-8")


def test_every_check_and_every_rule_has_a_case() -> None:
    assert set(RULES) == {check.rule for check in checks.CHECKS} | LIBRARY_RULES


def test_every_function_that_looks_through_a_library_is_a_check() -> None:
    looking = {
        f"{module.__name__}.{name}"
        for module in (importlib.import_module(f"press.checks.{found.name}") for found in pkgutil.iter_modules(checks.__path__))
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if list(inspect.signature(function).parameters) == ["library", "today"]
    }
    assert looking == {f"{check.find.__module__}.{check.find.__name__}" for check in checks.CHECKS}


def test_no_two_rows_have_one_rule() -> None:
    assert len({check.rule for check in checks.CHECKS}) == len(checks.CHECKS)


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.rule)
def test_a_check_speaks_only_for_its_rule(project: Project, check: checks.Check) -> None:
    project.lay_over(check.rule)
    assert {problem.rule for problem in check.find(project.load(), TODAY)} == {check.rule}


@pytest.mark.parametrize("rule", RULES)
def test_messages_are_plain_sentences(rule: str) -> None:
    for line in (CASES / rule / "problems.txt").read_text(encoding="utf-8").splitlines():
        words = line.split(" ", 1)[1].rsplit(" [", 1)[0]
        assert words.endswith((".", "?"))
        assert not re.search(r"\b(None|str|int|bool|dict|null|invalid|Traceback|error)\b", words)


def test_problems_come_by_path_and_line_without_repetition(project: Project) -> None:
    for rule in ("links", "html", "personal-data"):
        project.lay_over(rule)
    found = checks.run(project.load(), TODAY)
    assert list(found) == sorted(set(found))


@pytest.mark.parametrize(
    "words",
    [
        "test.data@example.org", "test.data [at] example.org", "test&#64;example.org", "[mail](mailto:test@example.org)",
        "(615) 555-0100", "615-555-0100", "615.555.0100", "+1 615 555 0100", "tel: 555-0100",
        "123-45-6789", "123 45 6789", "Student number 4711", "ID 4711", "student ID 00123456",
        "test dot data at example dot org", "six one five, five five five, oh one oh oh", "@testdata on Instagram",
        "12 Sample Street", "4 N. Test Ave", "1200 5th Avenue", "123 Elm Drive", "PO Box 12", "Sampleton, TN 37203",
    ],
)  # fmt: skip
def test_personal_data_is_found_and_not_repeated(project: Project, words: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\nTest data: {words} and so on.\n")
    (line,) = (line for line in project.problems() if "To review" not in line)
    assert line.startswith(f"{STORY}:24: ") and line.endswith("[personal-data]")
    assert words not in line


@pytest.mark.parametrize(
    "words",
    [
        "2018-2019", "C-0042", "24/7", "pages 112-1150", "pp. 998–1002", "20261122", "2026-11-22", "1,000,000", "3.14159265",
        "ISBN 978-0-13-468599-1", "ISBN-13: 9780134685991", "doi:10.1177/003172171810000105", "ED576087",
        "https://example.org/a@example.org/6155550100", "<https://example.org/123-45-6789>", "www.example.org/00123456",
        "In 2017 Elm Street School opened", "10 Reading Circle sheets", "5 × 10 minutes", "@example", "look (at home)",
        "a 3-4 grade band", "120 to 1200 calls", "in 2018 4 teachers",
    ],
)  # fmt: skip
def test_harmless_numbers_are_let_be(project: Project, words: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\nTest data: {words} and so on.\n")
    assert not any(line.endswith("[personal-data]") for line in project.problems())


@pytest.mark.parametrize(
    "words",
    [
        "a student called Testa", "there, Testa and the other children", "the boy, T., said", "in third grade, on October 4",
        "the 4th of October", "a nine-year-old", "she was diagnosed", "his 504 plan", "a student was suspended",
        "00123456", "two of the girls", "Sample Academy",
    ],
)  # fmt: skip
def test_what_may_tell_who_is_meant_is_found_and_not_repeated(project: Project, words: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\nHere stands test data: {words} and so on.\n")
    found = [line for line in project.problems() if line.endswith("[recognition]")]
    assert found and all(line.startswith(f"{STORY}:24: To review: ") and words not in line for line in found)
    assert not any("Testa" in line or "Sample" in line for line in found)


@pytest.mark.parametrize(
    "words",
    [
        "a Black student", "In May students rest", "Some students and Ms. or Mr.", "One student spoke", "two weeks",
        "a high school",
        "Grade 7", "five minutes", "the student council on Monday", "our Middle School", "May 20 students come", "an old student",
    ],
)  # fmt: skip
def test_what_tells_nobody_is_let_be(project: Project, words: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\nHere stands test data: {words} and so on.\n")
    assert not any(line.endswith("[recognition]") for line in project.problems())


def test_a_name_in_a_fixed_field_is_not_repeated(project: Project) -> None:
    project.change(STORY, "role: teacher", "role: Somebody Real")
    assert not any("Somebody" in line for line in project.problems())


def test_a_name_in_angle_brackets_is_not_repeated(project: Project) -> None:
    project.change(STORY, "## Afterward\n", "## Afterward\n\n<Somebody Real>\n")
    assert not any("somebody" in line.lower() for line in project.problems())


def test_an_address_in_a_broken_link_is_not_repeated(project: Project) -> None:
    project.change(STORY, "## Afterward\n", "## Afterward\n\n[write](somebody@example.org) or [see](Somebody-Real.md)\n")
    assert not any("somebody" in line.lower() for line in project.problems())


def test_files_that_differ_by_big_and_small_letters_share_an_address(project: Project) -> None:
    project.write("stories/An-Example.md", (project.root / STORY).read_bytes())
    assert any(line.endswith("[addresses]") for line in project.problems())


def test_files_that_differ_by_unicode_form_share_an_address(project: Project) -> None:
    for name in ("caf\u00e9", "cafe\u0301"):
        project.write(f"stories/{name}.md", (project.root / STORY).read_bytes())
    assert any(line.endswith("[addresses]") for line in project.problems())


def test_a_consent_holds_on_its_last_day(project: Project) -> None:
    assert project.problems(datetime.date(2028, 9, 1)) == []


def test_a_consent_that_ran_out_asks_for_review_and_stops_nothing(project: Project) -> None:
    found = checks.run(project.load(), datetime.date(2028, 9, 2))
    assert [problem.level for problem in found] == ["review"]


def test_a_story_may_show_its_own_withheld_picture(project: Project) -> None:
    project.paint("plain", "stories/board.png")
    project.change("stories/a-told-one.md", "review_by: 2028-09-01", "review_by: 2026-11-01")
    shown = "pictures:\n  - file: board.png\n    people: no\n---\n\n![Squares](board.png) This"
    project.change("stories/a-told-one.md", "---\n\nThis", shown)
    assert [line.rsplit(" ", 1)[1] for line in project.problems()] == ["[consent]"]


def test_a_picture_cut_short_is_broken_also_where_pillow_was_told_to_forgive(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    project.paint("cut", "stories/board.png")
    assert any(line.endswith("[picture-data]") for line in project.problems())


def test_a_link_to_a_withheld_picture_is_dead(project: Project) -> None:
    test_a_story_may_show_its_own_withheld_picture(project)
    project.change(STORY, "## Afterward\n", "## Afterward\n\n[the board](board.png)\n")
    assert any(line.endswith("[links]") for line in project.problems())


def test_a_manuscript_with_faulty_front_matter_has_its_text_checked_too(project: Project) -> None:
    project.change(STORY, "role: teacher", "role: cook")
    project.change(STORY, "## Afterward\n", "## Afterward\n\n<br>\n")
    assert [line.rsplit(" ", 1)[1] for line in project.problems()] == ["[front-matter]", "[html]"]


MARKS = [
    "#", "##", "###", "-", "1.", ">", "[", "]", "(", ")", "![", "`", "```", "~~~", "*", "**", "_", "|", "|-|", "\\",
    "&", "&#64;", "@", "<b>", "<!--", "-->", "<!-- excerpt -->", ":", "//", "mailto:", "%00", "%zz", "\n",
    "\n\n", "\n    ", "\t", "é",
    "𝔸", "²", "߁",    "[a](b.md)", "[a](#b)", "[a](//)", "[a](\\\\x)", "[a](http://[)", "[a](#%ff)", "[a]: b",
    "![](c.png)", "![a](%2e%2e/x)",
    "(5 minutes)", "(999999999999 minutes)", "**Write (99999 lines):** x", "\n## Steps\n", "\n### ", "615-555-0100",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(body=st.lists(st.sampled_from(MARKS) | st.text(max_size=8), max_size=40).map(" ".join))
def test_no_text_ends_the_checks(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    root: Path = tmp_path_factory.mktemp("any")
    for path in (STORY, "toolkits/test-kit/opening.md", "toolkits/test-kit/index.md", "docs/index.md"):
        front = (CASES / "_sound" / path).read_text(encoding="utf-8").split("\n---\n")[0]
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"{front}\n---\n\n{body}\n", encoding="utf-8", errors="replace")
    checks.run(load(root), TODAY)
