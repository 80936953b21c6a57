"""The words of a site, from the files that Pagefind makes of its pages. All words are test data."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from press.library import stems
from press.library.synonyms import StandIns
from press.publishing import search_words

TITLE, SUMMARY, HEADING = 48, 32, 16


class Site:
    """A site whose index has some pages, and what a browser would learn from the files that are written for it."""

    def __init__(self, folder: Path, *pages: str | dict[str, Any], stand_ins: StandIns | None = None) -> None:
        self.folder = folder / "search"
        index = folder / "pagefind"
        (index / "fragment").mkdir(parents=True)
        (index / "pagefind-entry.json").write_text('{"languages": {"en": {"hash": "en_test"}}}', encoding="utf-8")
        for number, page in enumerate(pages):
            whole = {"meta": {}, "anchors": [], "filters": {}, **(page if isinstance(page, dict) else {"content": page})}
            packed = gzip.compress(b"pagefind_dcd" + json.dumps(whole).encode())
            (index / "fragment" / f"en_{number:04}.pf_fragment").write_bytes(packed)
        search_words.write(folder, stand_ins or {})
        self.index = self.read("words.json")

    def read(self, name: str) -> Any:
        """What a file has."""
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def entry(self, key: str) -> Any:
        """What stands for stems, or nothing; looked up as a browser does."""
        names = [name for first, name in self.index["parts"] if first <= key]
        return self.read(names[-1]).get(key, {}) if names else {}

    def on(self, word: str) -> dict[int, int]:
        """The pages that have a word, and how much each is about it."""
        return unpacked(self.entry(stems.of_word(word)[0]).get("on", []))

    def also(self, asked: str) -> dict[str, list[int]]:
        """What stands in for what is asked, and where."""
        found = self.entry(" ".join(stems.of_text(asked))).get("also", {})
        return {words: list(unpacked(packed)) for words, packed in found.items()}

    def near(self) -> list[str]:
        """The words that may be offered."""
        return [word for name in self.index["near"].values() for word in self.read(name)]


def unpacked(packed: list[int]) -> dict[int, int]:
    found, page = {}, 0
    for each in packed:
        page += each // 64
        found[page] = each % 64
    return found


def test_each_page_that_has_a_word_is_found_and_no_other(tmp_path: Path) -> None:
    site = Site(tmp_path, "His racism.", "History, and D. Someone.", "The racists")
    assert list(site.on("his")) == [0]
    assert list(site.on("history")) == [1]
    assert list(site.on("racist")) == [2]
    for word in ("Hispanic", "hist", "disability", "IEP", "racis"):
        assert site.on(word) == {}, word


def test_hawaii_is_found_in_hawaiʻi_and_first_in_ﬁrst(tmp_path: Path) -> None:
    site = Site(tmp_path, "Hawaiʻi’s schools", "The ﬁrst day", "Hawai‘i, café")
    assert list(site.on("Hawaii")) == [0, 2]
    assert list(site.on("first")) == [1]
    assert list(site.on("cafe")) == [2]


def test_a_name_with_capitals_inside_is_not_found_by_its_half(tmp_path: Path) -> None:
    site = Site(tmp_path, "GitHub, JavaScript.")
    assert site.on("hub") == site.on("script") == {}
    assert list(site.on("github")) == [0]


def test_titles_go_before_summaries_before_headings_before_texts(tmp_path: Path) -> None:
    text = "norms " * 50
    pages: list[dict[str, Any]] = [
        {"content": text},
        {"content": "norms", "anchors": [{"element": "h2", "text": "The norms"}]},
        {"content": "norms", "meta": {"summary": "On norms."}},
        {"content": "norms", "meta": {"title": "Norms"}},
        {"content": "norms", "meta": {"theme": "Norms"}},
    ]
    worth = Site(tmp_path, *pages).on("norm")
    assert worth[0] < HEADING <= worth[1] < SUMMARY <= worth[2] < TITLE <= worth[3]
    assert SUMMARY <= worth[4] < TITLE


def test_a_page_has_more_of_a_word_that_it_has_often_for_its_length(tmp_path: Path) -> None:
    worth = Site(tmp_path, "slur word", "slur " + "word " * 400, "slur slur slur word word").on("slur")
    assert worth[2] > worth[0] > worth[1]


def test_what_stands_in_for_a_word_is_packed_with_it_where_the_site_has_it(tmp_path: Path) -> None:
    stand_ins = {"PLC": ("community of practice", "study group"), "racist": ("racism",), "school team": ("practice",)}
    site = Site(tmp_path, "Communities of practice.", "A practice community, racist; of", stand_ins=stand_ins)
    assert site.also("PLC") == {"community of practice": [0]}
    assert site.also("school teams") == {"practice": [0, 1]}
    assert site.also("racist") == {}
    assert list(site.on("racist")) == [1]
    assert site.index["runs"] == [" ".join(stems.of_text("school team"))]


def test_a_phrase_stands_in_only_where_all_of_it_stands(tmp_path: Path) -> None:
    pages = ("We have a community", "a community. We practice", "community of", "of practice", "one community of practice")
    assert Site(tmp_path, *pages, stand_ins={"PLC": ("community of practice",)}).also("PLC") == {"community of practice": [4]}


def test_words_are_offered_as_they_are_written_the_frequent_first(tmp_path: Path) -> None:
    site = Site(tmp_path, "Norms norms norms Hawaiʻi Hawaiʻi 12 D. slip", "norms, slip’s")
    assert site.near()[:3] == ["norms", "Hawaiʻi", "slip"] or site.near()[:3] == ["norms", "slip", "Hawaiʻi"]
    assert "12" not in site.near()


def test_many_words_are_cut_into_parts_and_each_is_found(tmp_path: Path) -> None:
    words = [f"{a}{b}{c}q" for a in "bcdfg" for b in "aeiou" for c in "bcdfghklmn"]
    site = Site(tmp_path, *(" ".join(words) for _ in range(20)))
    assert len(site.index["parts"]) > 1
    assert all(len(site.on(word)) == 20 for word in words)
    assert all((site.folder / name).stat().st_size <= 7_000 for _, name in site.index["parts"])


def test_many_words_are_offered_by_their_first_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_words, "_NEAR_IN_ONE", 3)
    site = Site(tmp_path, "apple Äpfel banana beer")
    assert sorted(site.index["near"]) == ["a", "b"]
    assert len(site.near()) == 4


def test_the_same_pages_give_the_same_files_and_others_give_others(tmp_path: Path) -> None:
    first = Site(tmp_path / "first", "norms")
    again = Site(tmp_path / "again", "norms")
    other = Site(tmp_path / "other", "norms and more")
    assert first.index == again.index
    assert not set(map(tuple, first.index["parts"])) & set(map(tuple, other.index["parts"]))


def test_each_value_of_a_filter_has_its_pages(tmp_path: Path) -> None:
    filters: tuple[dict[str, list[str]], ...] = (
        {"state": ["Ohio"], "theme": ["trust", "policy"]},
        {},
        {"state": ["Ohio"], "theme": ["trust"]},
    )
    site = Site(tmp_path, *({"content": "word", "filters": each} for each in filters))
    assert site.read(site.index["filters"]) == {"state": {"Ohio": [0, 128]}, "theme": {"policy": [0], "trust": [0, 128]}}
    assert site.read(site.index["names"]) == ["en_0000", "en_0001", "en_0002"]


def test_a_site_without_pages_has_no_words(tmp_path: Path) -> None:
    assert Site(tmp_path).index["pages"] == 0
