"""Turns tables of phrases (phrases/*.txt) into patterns.

A table has sections, each below a line `== name ==`. In the section "words" a line names words: `tens = twenty|thirty`; indented
lines go on with more of them. In any other a line is a phrase: a regular expression, with `<tens>` for one of the words so
named, by the same table or by words.txt. A line that begins with "# " says what follows.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("phrases")
_SECTION = re.compile(r"== (.+) ==")
_NAMED = re.compile(r"<([a-z]\w*)>")
# A run of letters, which has an end here: else a long word would be gone through from each of its letters.
_RUN = re.compile(r"(\[[^\]]*\\w[^\]]*\]|\\w|\[a-z\]|\[A-Z\]|\\d)([+*])")
_LONGEST = 40
WORDS = "words"


class Table:
    """A table as read: its phrases are had as patterns, and the words that hint at them as sets."""

    def __init__(self, name: str) -> None:
        self._sections = _read(name)
        self._words = {**_named(_read(WORDS)[WORDS]), **_named(self._sections[WORDS])}

    def words(self, name: str) -> str:
        """The words of that name, with bars between them."""
        return self._filled(self._words[name])

    def patterns(self, section: str) -> tuple[re.Pattern[str], ...]:
        """A pattern for each phrase of a section."""
        return tuple(re.compile(self._filled(phrase)) for phrase in self._sections[section])

    def pattern(self, section: str, besides: str = "") -> re.Pattern[str]:
        """One pattern for all phrases of a section, each at the beginning of a word; for those of `besides` also within one."""
        within = [self._filled(phrase) for phrase in self._sections.get(besides, ())]
        return re.compile("|".join([*within, rf"\b(?:{self._either(section)})"]))

    def look(self, section: str) -> re.Pattern[str]:
        """One pattern for all phrases of a section, wherever they stand."""
        return re.compile(self._either(section))

    def hints(self, section: str) -> frozenset[str]:
        """The words of a section, of which a text that has a phrase has one."""
        lines = (_NAMED.sub(lambda found: self._words[found[1]], line) for line in self._sections[section])
        return any_of("|".join(lines))

    def _either(self, section: str) -> str:
        return "|".join(map(self._filled, self._sections[section]))

    def _filled(self, phrase: str) -> str:
        """A phrase with the words in the places of their names."""
        bounded = _RUN.sub(lambda found: f"{found[1]}{{{int(found[2] == '+')},{_LONGEST}}}", phrase)
        return _NAMED.sub(lambda found: f"(?:{self._filled(self._words[found[1]])})", bounded)


def any_of(words: str) -> frozenset[str]:
    """The words of a list, with spaces or bars between them, as one set of hints."""
    return frozenset(re.split(r"[\s|]+", words.strip()))


@lru_cache(maxsize=32)
def _read(name: str) -> dict[str, list[str]]:
    """The lines of each section of a table."""
    sections: dict[str, list[str]] = {}
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if section := _SECTION.fullmatch(line):
            sections[section[1]] = found = []
        elif line and not line.startswith("# "):
            found.append(line)
    return sections


def _named(lines: Iterable[str]) -> dict[str, str]:
    """The words by their names."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        if line.startswith(" "):
            found[name] += f"|{line.strip()}"
        else:
            name, _, found[name] = line.partition(" = ")
    return found
