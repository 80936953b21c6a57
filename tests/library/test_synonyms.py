"""The file with other words for what readers ask. What is wrong with a line is tried in tests/cases/synonyms."""

from pathlib import Path

import pytest

from press.library import synonyms
from projects import ROOT


def read(folder: Path, text: str | bytes) -> tuple[synonyms.StandIns, list[int]]:
    """What is sound in a file with this text, and the lines that are not."""
    (folder / synonyms.FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = synonyms.read(folder)
    return found, [problem.line for problem in problems]


def test_the_projects_own_synonyms_are_sound() -> None:
    assert not synonyms.read(ROOT)[1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("PLC", "community of practice"),
        ("ELL", "English learner"),
        ("EL", "English learner"),
        ("ISS", "suspension"),
        ("OSS", "suspension"),
        ("SPED", "special education"),
        ("SEL", "social and emotional learning"),
        ("504", "Section 504"),
        ("IEP", "Individualized Education Program"),
        ("racist", "racism"),
    ],
)
def test_the_projects_own_synonyms_have_what_teachers_type(asked: str, said: str) -> None:
    assert said in synonyms.read(ROOT)[0][asked]


def test_a_line_is_a_word_a_colon_and_what_else_to_look_for(tmp_path: Path) -> None:
    assert read(tmp_path, "# a remark\n\n PLC :  study group ,team,\n") == ({"PLC": ("study group", "team")}, [])


def test_the_file_may_come_from_any_computer(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffPLC: team\r\n504: plan\r\n") == ({"PLC": ("team",), "504": ("plan",)}, [])


def test_words_that_yaml_would_take_for_something_else_are_words(tmp_path: Path) -> None:
    assert read(tmp_path, "504: yes\nno: 1e3\n")[0] == {"504": ("yes",), "no": ("1e3",)}


def test_a_fault_in_one_line_leaves_the_others(tmp_path: Path) -> None:
    assert read(tmp_path, "PLC\nISS: suspension\n") == ({"ISS": ("suspension",)}, [1])


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert synonyms.read(tmp_path) == ({}, ())


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, b"PLC: \xff\xfe") == ({}, [1])


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, "# x\n" * (synonyms.MOST + 1)) == ({}, [synonyms.MOST + 1])
