"""The promise: whatever passes `check` can be published, with all its handouts."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from mutants import Mutant, mutants
from press import checks
from press.library.load import load
from press.publishing import publish
from projects import ROOT, small

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
