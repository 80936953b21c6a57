"""Makes one small change after another to the modules where a mistake could name somebody, and prints those that no test sees.

Usage: python tools/mutants.py [MODULE …]. It works in a copy of the project, on one core.
What it needs, what it measures and what it found stands in tests/MUTANTS.md.
"""

import contextlib
import gc
import importlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cosmic_ray.commands import init
from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec

ROOT = Path(__file__).resolve().parent.parent
CASE = "tests/checks/test_checks.py::test_a_case_prints_the_lines_beside_it"
REFUSED = "tests/review/test_proposal.py::test_a_list_that_says_anything_else_is_refused"
ALONE = "tests/review/test_proposal.py::test_a_comment_is_made_with_nothing_installed"
MODULES = {  # each with the tests that are to see its changes, the quickest first
    "press/checks/consent.py": (
        "tests/checks/test_consent.py",
        f"{CASE}[consent]",
        f"{CASE}[attribution]",
        f"{CASE}[illustrative]",
    ),
    "press/library/edition.py": ("tests/library/test_edition.py",),
    "press/review/summary.py": ("tests/review/test_summary.py", REFUSED),
    "press/review/proposal.py": ("tests/review/test_comment.py", ALONE),
    "press/manuscript/sanitize.py": ("tests/manuscript/test_sanitize.py",),
    "press/publishing/publish.py": ("tests/publishing/test_publish.py",),
    "press/publishing/export.py": ("tests/publishing/test_export.py",),
}
# A "|" is a type's or joins two tables, and a "/" joins a path: another sign there is a fault of types, which proves nothing.
LEFT_OUT = re.compile(r"core/ReplaceBinaryOperator_(BitOr|Div)_")
OPTIONS = (
    *("-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not pdf and not slow"),
    "--hypothesis-profile=ci",  # the same examples each time, however slow the machine is
)
LIBRARIES = (
    "hypothesis jinja2 markdown markdown_it mkdocs nh3 PIL.Image playwright.sync_api pydantic rich.console segno yaml".split()
)
SECONDS = 300  # after which a change counts as seen: it does not come to an end


class _Blocked:
    """Lets nobody import the module `name`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == self.name:
            raise ImportError(name)


def load_all_but(module: str) -> None:
    """Import once and for all what does not depend on `module`, so that each change costs a second and not five."""
    blocked = _Blocked(module.removesuffix(".py").replace("/", "."))
    sys.meta_path.insert(0, blocked)
    found = [
        path.relative_to(Path.cwd()).with_suffix("").as_posix().replace("/", ".") for path in Path.cwd().glob("press/**/*.py")
    ]
    for name in (*LIBRARIES, *found):
        if "__" not in name:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
    sys.meta_path.remove(blocked)
    gc.freeze()  # what is loaded stays; looking through it again would copy its memory for each change
    gc.disable()


def passes(tests: tuple[str, ...], log: Path) -> bool:
    """Whether the tests pass, in a process of their own that has loaded what this one has."""
    child = os.fork()
    if not child:
        os.setsid()
        with log.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        os._exit(pytest.main([*OPTIONS, *tests]))
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def changes(module: str, session: WorkDB) -> list[MutationSpec]:
    """Every change to `module` that is no mere fault of types, in the order of its lines."""
    init([Path(module)], session, {})
    found = (one for item in session.work_items for one in item.mutations if not LEFT_OUT.match(one.operator_name))
    return sorted(found, key=lambda one: (one.start_pos, one.operator_name))


def survivors(module: str, found: list[MutationSpec], log: Path) -> Iterator[str]:
    """Make each change and put it back; give those with which all tests pass."""
    for number, one in enumerate(found, 1):
        with use_mutation(one.module_path, get_operator(one.operator_name)(**one.operator_args), one.occurrence) as (old, new):
            os.utime(module, (number, number))  # Python tells a changed file by its time in seconds
            if new != old and passes(MODULES[module], log):
                line, column = one.start_pos
                yield f"{module}:{line}:{column}: {one.operator_name.removeprefix('core/')}: {_line(old, new)}"


def _line(old: str, new: str | None) -> str:
    """The first line that is changed, as it was."""
    pairs = zip(old.splitlines(), (new or "").splitlines(), strict=False)
    return next((before.strip() for before, after in pairs if before != after), "")


def measure(module: str, log: Path) -> str:
    """Print the survivors of `module`, and give its row of the table."""
    load_all_but(module)
    if not passes(MODULES[module], log):
        raise SystemExit(f"The tests of {module} fail with no change at all:\n{log.read_text(encoding='utf-8')}")
    with use_db(":memory:") as session:
        found = changes(module, session)
    left = 0
    for left, line in enumerate(survivors(module, found, log), 1):  # noqa: B007
        print(line, flush=True)
    return f"| {module} | {len(found)} | {len(found) - left} | {100 * (1 - left / len(found)):.1f}% |"


def main(asked: list[str]) -> None:
    """Measure the modules asked for, or all, each in a process of its own."""
    if len(asked) == 1:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "project")
            listed = subprocess.run(
                ["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
            ).stdout
            for name in filter(None, listed.split("\0")):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name, follow_symlinks=False)
            os.chdir(copy)
            os.environ["PYTHONPATH"] = str(copy)
            sys.path[:0] = [str(copy)]
            print(measure(asked[0], Path(folder, "log")), flush=True)
    else:
        for module in asked or MODULES:
            subprocess.run([sys.executable, __file__, module], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
