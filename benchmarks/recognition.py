"""Puts each labelled sentence into the story of an unnamed teller, and prints what the notes find, and where they cry wolf.

A file of sentences has one on a line after its class, with a tab between; several classes are joined by "+". "harmless" ones
should get no note. The peer notes whatever has a capital within a sentence, a number, or a word of a short list: what one would
write in ten lines. Both read the same sentences in the same run; counts carry to any machine.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from press.checks import circumstances, name_lists, personal_data, places, recognition, telltales
from press.checks.name_lists import Lists
from press.library import kinds

DATA = Path(__file__).with_name("data")
FRONT = "title: Test data\nkind: first-person\nattribution: anonymous"
HARMLESS = "harmless"
NAMES = frozenset({"student-name", "colleague-name"})
# The class that each telltale stands for, by the word that its name has.
CLASSES = {"age": "age", "date": "date", "day": "date", "count": "small-count", "file": "contact", "district": "place"}

_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][a-z]+")
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty)\b", re.I)
_SENSITIVE = re.compile(r"\b(?:jail|prison|police|foster|hospital|died|pregnant|arrested|suspended|homeless|deported)\b", re.I)


def ours(sentence: str, lists: Lists | None = None) -> set[str]:
    """The classes that the press's notes find in a sentence, by `lists` of names or by all that is packaged."""
    story = kinds.parse(f"---\n{FRONT}\n---\n\n{sentence}\n".encode(), "stories/test.md")
    found = {name for finding in recognition.find(story, lists) for name in _class(finding.what)}
    found.update("place" for _ in places.find(story, lists))
    found.update("contact" for _ in personal_data.found(story))
    return found


def form(sentence: str) -> set[str]:
    """The same by the lists that the form for stories has: shorter ones of places, and no rare names."""
    return ours(sentence, name_lists.in_form())


def _class(what: str) -> Iterator[str]:
    if what in (recognition.NAME[0], recognition.TITLED[0]):
        yield from NAMES
        return
    if what == recognition.GUESS[0]:
        yield from (*NAMES, "place")
        return
    listed = [recognition.WHAT.format(telltale=telltale.what) for telltale in circumstances.CIRCUMSTANCES]
    if what in listed:
        yield "sensitive"
    for telltale in telltales.TELLTALES:
        if what == recognition.WHAT.format(telltale=telltale.what):
            yield next(name for word, name in CLASSES.items() if re.search(rf"\b{word}\b", telltale.what))


def peer(sentence: str) -> set[str]:
    """The same, of the simplest rules."""
    found: set[str] = set()
    if _CAPITAL.search(sentence):
        found |= {*NAMES, "place"}
    if _NUMBER.search(sentence):
        found |= {"age", "date", "small-count", "contact"}
    if _SENSITIVE.search(sentence):
        found.add("sensitive")
    return found


def main() -> None:
    """Measure each file of sentences and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognition", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(DATA.glob("recognition-*.tsv")), help="files of sentences")
    print("| sentences | class | how many | the press | its form | peer |")
    print("|---|---|---|---|---|---|")
    for path in parser.parse_args().files:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
        labelled = [(frozenset(given.split("+")), sentence) for given, sentence in rows]
        counts = Counter(name for given, _ in labelled for name in given)
        hits = [_hits(labelled, find) for find in (ours, form, peer)]
        for name, count in sorted(counts.items()):
            what = "harmless, noted all the same" if name == HARMLESS else name
            print(f"| {path.stem} | {what} | {count} | {' | '.join(f'{found[name] / count:.0%}' for found in hits)} |")
        total = sum(count for name, count in counts.items() if name != HARMLESS)
        shares = [sum(count for name, count in found.items() if name != HARMLESS) / total for found in hits]
        print(f"| {path.stem} | **all but the harmless** | {total} | {' | '.join(f'{share:.0%}' for share in shares)} |")


def _hits(labelled: list[tuple[frozenset[str], str]], find: Callable[[str], set[str]]) -> Counter[str]:
    """How many of each class were found; of the harmless, how many got any note."""
    hits: Counter[str] = Counter()
    for given, sentence in labelled:
        found = find(sentence)
        hits.update(given & found)
        if HARMLESS in given and found:
            hits[HARMLESS] += 1
    return hits


if __name__ == "__main__":
    main()
