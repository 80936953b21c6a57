"""The tables of phrases can be read, and hold nothing that is of no use."""

import re
from pathlib import Path

import pytest

from press.checks import phrase_tables
from press.checks.phrase_tables import Table

FOLDER = Path(phrase_tables.__file__).with_name("phrases")
TABLES = sorted(path.stem for path in FOLDER.glob("*.txt") if path.stem != "words")


@pytest.mark.parametrize("name", TABLES)
def test_each_word_that_a_table_names_is_used_in_it(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for word in re.findall(r"^(\w+) = ", text, re.M):
        assert f"<{word}>" in text or (name == "public" and word in ("address", "office"))


def test_each_word_of_all_tables_is_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt"))
    for word in re.findall(r"^(\w+) = ", (FOLDER / "words.txt").read_text(encoding="utf-8"), re.M):
        assert f"<{word}>" in texts


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_no_word_that_there_is_not(name: str) -> None:
    table = Table(name)
    for section, phrases in table._sections.items():
        if section != "words" and not section.startswith("words of"):
            assert len(table.patterns(section)) == len(phrases) > 0


def test_words_stand_for_their_names_and_lines_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("== words ==\ntens = twenty|thirty\n", encoding="utf-8")
    trial = (
        "# A trial.\n\n== words ==\nages = <tens>\n    [1-9]\n\n== trial ==\n# A remark\naged <ages>\n\n"
        "== words of trial ==\naged|<tens>\n"
    )
    (tmp_path / "trial.txt").write_text(trial, encoding="utf-8")
    monkeypatch.setattr(phrase_tables, "_FOLDER", tmp_path)
    phrase_tables._read.cache_clear()
    table = Table("trial")
    phrase_tables._read.cache_clear()
    assert table.pattern("trial").pattern == r"\b(?:aged (?:(?:twenty|thirty)|[1-9]))"
    assert table.hints("words of trial") == {"aged", "twenty", "thirty"}
