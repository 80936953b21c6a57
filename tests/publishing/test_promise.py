"""The promise: whatever passes `check` can be published, with all its handouts, and says there what was written.

Two hands write at random: `mutants` put one odd thing into each place, `written` mixes all that Markdown has to offer and knows
which words a reader must find. Some manuscripts make a project; where one fails, halves of it are tried until it is found.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

import promised
import soaking
from mutants import Mutant, mutants
from press import checks
from press.library.load import load
from press.publishing import publish
from projects import ROOT, small
from written import KINDS, Written

SOAK = bool(os.environ.get("SOAK"))
SEED = int(os.environ.get("SEED") or (random.SystemRandom().randrange(10**6) if SOAK else 14))
TOGETHER = 25  # manuscripts in one project
BATCHES = 100 if SOAK else 1
MOST_ACTIVITIES = 5  # more, and the toolkit's own panel is too full, which only setting it can tell


def batches() -> Iterator[list[Mutant]]:
    """Mutants that share no file, some to a batch."""
    made = mutants(SEED)
    for _ in range(BATCHES):
        found: list[Mutant] = []
        while len(found) < 2 * TOGETHER:  # about half of them fail the checks
            one = next(made)
            is_full = one.listed and sum(bool(other.listed) for other in found) == MOST_ACTIVITIES
            if not is_full and not any(one.paths & other.paths for other in found):
                found.append(one)
        yield found


def project(folder: Path, chosen: Sequence[Mutant]) -> Path:
    """A project with the `chosen` mutants; the toolkit lists their activities, and the menu their pages."""
    small(folder)
    index = folder / "toolkits" / "inquiry" / "index.md"
    names = ["look", *(one.listed for one in chosen if one.listed)]
    index.write_text(index.read_text(encoding="utf-8").replace("[look]", f"[{', '.join(names)}]"), encoding="utf-8")
    for one in chosen:
        one.put(folder)
    pages = [path.removeprefix("docs/") for one in chosen for path in one.files if path.startswith("docs/")]
    menu = "\nnav:\n" + "".join(f"  - {page}\n" for page in pages)
    site = folder / "mkdocs.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("\nnav:\n", menu), encoding="utf-8")
    return folder


def sound(folder: Path, chosen: Sequence[Mutant]) -> list[Mutant]:
    """Those of the mutants that the checks have nothing to say against."""
    found = checks.run(load(project(folder, chosen)), publish.today())
    faulty = {problem.path for problem in found if problem.level == "error"}
    return [one for one in chosen if not one.paths & faulty]


def fault(folder: Path, chosen: Sequence[Mutant]) -> str:
    """What the build of the mutants says where it fails; empty where it succeeds."""
    command = [sys.executable, "-m", "press", "--root", str(project(folder, chosen)), "site"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    return said if done.returncode else ""


def culprits(base: Path, chosen: Sequence[Mutant]) -> list[str]:
    """Each mutant that can't be built, and what is said about it: those named, or else those found by halves."""
    base.mkdir()
    said = fault(base, chosen)
    named = [f"{one.what}\n{line}" for one in chosen for line in said.splitlines() if line.startswith(tuple(one.paths))]
    if not said or named or len(chosen) == 1:
        return named or ([f"{chosen[0].what}\n{said}"] if said else [])
    middle = len(chosen) // 2
    halves = (chosen[:middle], base.with_name(f"{base.name}a")), (chosen[middle:], base.with_name(f"{base.name}b"))
    alone = [found for half, folder in halves for found in culprits(folder, half)]
    return alone or [f"Only together: {[one.what for one in chosen]}\n{said}"]


@pytest.mark.slow
@pytest.mark.soak
def test_what_passes_check_is_built_with_all_its_handouts(tmp_path: Path) -> None:
    for number, batch in enumerate(batches()):
        (tmp_path / f"checked{number}").mkdir()
        chosen = sound(tmp_path / f"checked{number}", batch)[:TOGETHER]
        assert len(chosen) > 5
        found = culprits(tmp_path / f"built{number}", chosen)
        assert not found, f"SEED={SEED}\n" + "\n".join(found)


# What is written at random


def mixed(chance: random.Random) -> dict[int, Written]:
    """Manuscripts of every kind, by their numbers; fewer of those that take long to print where this is no long run."""
    led = ["toolkit", *["activity"] * 4] if soaking.is_soaking() else ["activity"] * 2
    kinds = [*led, *(("story", "page") * TOGETHER)[: TOGETHER - len(led)]]
    return {number: KINDS[kind](chance) for number, kind in enumerate(kinds)}


def laid_out(folder: Path, made: Mapping[int, Written]) -> Path:
    folder.mkdir()
    promised.project_of(small(folder), made)
    return folder


def press(root: Path, *arguments: str) -> tuple[int, str]:
    """What a command of the press says to a contributor, and how it ends."""
    command = [sys.executable, "-m", "press", "--root", str(root), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said
    return done.returncode, said


def passed(base: Path, made: Mapping[int, Written]) -> tuple[Path, dict[int, Written]]:
    """A project with those that `check --fit` passes; what it refuses, it names."""
    left = dict(made)
    for again in range(6):
        root = laid_out(base.with_name(f"{base.name}-{again}"), left)
        code, said = press(root, "check", "--fit", "--quiet-reviews")
        if not code:
            return root, left
        homes = {number: promised.home(number, left) for number in left}
        faulty = [
            number for number, one in left.items() if any(one.path(number, homes[number]) in line for line in said.split("\n"))
        ]
        assert faulty, said
        left = {number: one for number, one in left.items() if number not in faulty}
        print(f"{len(faulty)} refused\n{said}")
    raise AssertionError("What is left is refused again and again.")


def broken(root: Path, made: Mapping[int, Written]) -> Iterator[str]:
    """Each manuscript of a built project whose page or sheet lacks, repeats or changes one of its words."""
    for number, one in made.items():
        home = promised.home(number, made)
        path = one.path(number, home)
        page = root / "site" / path.removeprefix("docs/").replace("index.md", "index.html").replace(".md", "/index.html")
        found = [word for word in promised.words(promised.article(page)) if promised.mine(word)]
        if found != list(one.words):
            yield f"{path}, on its page: {found}\n{one.words}\n{one.text}"
        sheets = {"activity": f"{home}-m{number}-activity", "toolkit": f"m{number}-booklet", "story": "stories-3-up"}
        for paper in ("letter", "a4") if one.printed else ():
            if lost := promised.unprinted(root / "site" / "handouts" / f"{sheets[one.kind]}-{paper}.pdf", sorted(one.printed)):
                yield f"{path}, in its {paper} PDF: {lost}\n{one.text}"


def lost(base: Path, made: Mapping[int, Written]) -> list[str]:
    """What became of manuscripts that the checks have passed: those that stop the build, found by halves; words that are lost."""
    root, left = passed(base, made)
    code, said = press(root, "site")
    if not code:
        return list(broken(root, left))
    if len(left) == 1:
        return [f"{said}\n{one.text}" for one in left.values()]
    numbers = list(left)
    halves = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    found = [
        lost(base.with_name(f"{base.name}{name}"), {n: left[n] for n in half}) for name, half in zip("ab", halves, strict=True)
    ]
    return [*found[0], *found[1]] or [f"Only together: {numbers}\n{said}"]


@pytest.mark.pdf
@pytest.mark.soak
@pytest.mark.parametrize("first", soaking.seeds(1, 80))
def test_every_word_of_what_passes_check_stands_once_on_its_page_and_on_its_sheet(tmp_path: Path, first: int) -> None:
    found = lost(tmp_path / "made", mixed(random.Random(first)))
    assert not found, f"SEED={first}\n" + "\n\n".join(found)
