"""Runs the commands of the press within this process, which need not come up anew for each; `make soak` starts each anew."""

import contextlib
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import build_pdfs
from press.__main__ import main
from projects import ROOT
from soaking import is_soaking


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def press(root: Path, *arguments: str, well: bool = True) -> Done:
    """`python -m press` for the project at `root`; where all is to be `well`, it must end with 0."""
    given = ("--root", str(root), *arguments)
    return _seen(_started("-m", "press", *given) if is_soaking() else _called(lambda: main(list(given))), well)


def pdfs(root: Path, *arguments: str, well: bool = True) -> Done:
    """`build_pdfs.py` for it."""
    call = "import sys, pathlib, build_pdfs; sys.exit(build_pdfs.main(sys.argv[2:], pathlib.Path(sys.argv[1])))"
    if is_soaking():
        return _seen(_started("-c", call, str(root), *arguments), well)
    return _seen(_called(lambda: build_pdfs.main(list(arguments), root)), well)


def _started(*command: str) -> Done:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


def _called(call: Callable[[], int]) -> Done:
    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        code = call()
    return Done(code, said.getvalue(), told.getvalue())


def _seen(done: Done, well: bool) -> Done:
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0 or not well, done.stdout + done.stderr
    return done
