"""Reads what the site calls a thing that readers call something else: the file `synonyms.txt`, for its search.

A line names what a reader may type, then after a colon what to look for besides: `PLC: community of practice, study group`.
Lines that begin with # are remarks.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from press.library import stems
from press.manuscript.problem import Problem

FILE = "synonyms.txt"
RULE = "synonyms"
MOST = 2_000  # lines
StandIns = Mapping[str, tuple[str, ...]]

_FORM = "Write it as `PLC: community of practice`: what a reader may type, a colon, and what the site says."


def read(root: Path) -> tuple[StandIns, tuple[Problem, ...]]:
    """What is sound in the file of the project at `root`, and what is wrong with the rest. No file: nothing of either."""
    path = root / FILE
    if not path.exists():
        return {}, ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError):
        return {}, (Problem(FILE, 1, RULE, "This file can't be read as text.", "Save it as plain text in UTF-8."),)
    found: dict[str, tuple[str, ...]] = {}
    problems = []
    taken: set[tuple[str, ...]] = set()
    lines = dict(enumerate(text.splitlines(), 1))
    if len(lines) > MOST:
        return {}, (
            Problem(FILE, MOST + 1, RULE, f"This file has more than {MOST:,} lines.", "Keep the words that readers use."),
        )
    for number, line in lines.items():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        asked, _, rest = (part.strip() for part in line.partition(":"))
        instead = tuple(word.strip() for word in rest.split(",") if word.strip())
        fault = next(_faults(asked, instead, taken), None)
        if fault:
            problems.append(Problem(FILE, number, RULE, *fault))
        else:
            found[asked] = instead
            taken.add(stems.of_text(asked))
    return found, tuple(problems)


def _faults(asked: str, instead: tuple[str, ...], taken: set[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """What is wrong with a line, and how to mend it; `taken` are the stems of what lines above ask for."""
    if not asked or not instead:
        yield "This line does not say what stands for what.", _FORM
    words = (asked, *instead)
    if any(":" in word or ";" in word for word in words):
        yield "More than one colon, or a semicolon, stands in this line.", "Put commas between the words after the colon."
    if not all(word.isprintable() for word in words):
        yield "Hidden characters stand in this line.", "Type the line again."
    for word in words:
        if not stems.of_text(word):
            yield f"The search looks for no word in “{word}”.", "Choose a word that says more, or delete the line."
    if stems.of_text(asked) in taken:
        yield f"“{asked}” has a line already.", "Put all its words into one line."
    if stems.of_text(asked) in map(stems.of_text, instead):
        yield f"“{asked}” is found by what stands after its colon already.", "Delete that word there."
