"""Sees that no test of `make quick` sets a PDF, builds a site or opens a browser: such a test needs a mark that leaves it out."""

import subprocess
import sys
from typing import Any

import pytest

from press.handouts import workers

MARKS = ("browser", "pdf", "slow")  # what `make quick` leaves out
LONGEST = (
    "browser/test_form.py", "publishing/test_takedown.py", "browser/test_in_webkit.py", "publishing/test_kills.py",
    "browser/test_comfort.py", "house/test_recipes.py", "browser/test_site.py", "publishing/test_disks.py",
    "browser/test_in_firefox.py", "handouts/test_workers.py", "browser/test_audit.py", "handouts/test_every_layout.py",
    "browser/test_filters.py", "browser/test_barriers_wide.py", "browser/test_in_chromium.py", "browser/test_barriers_phone.py",
    "browser/test_barriers_tablet.py", "publishing/test_release.py", "browser/test_trees.py", "publishing/test_promise.py",
)  # fmt: skip
"""Files of tests that take longest: those that wait for a browser by turns with those that compute."""
_BUILDS = {"site", "preview", "serve", "build_pdfs.py", "mkdocs", "soak"}  # arguments of a program that takes long
# Where what takes long begins: looked for only where something has loaded it.
_HEAVY = (
    ("weasyprint", "HTML.render", "WeasyPrint"),
    ("mkdocs.commands.build", "build", "MkDocs"),
    ("press.publishing.mkdocs_plugin", "mkdocs_build", "MkDocs"),
    ("playwright.sync_api._context_manager", "PlaywrightContextManager.__enter__", "A browser"),
)


class TooHeavy(Exception):
    """A test of the quick run does what takes long."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} takes too long for `make quick`. Mark the test with one of: {', '.join(MARKS)}.")


def watch(patch: pytest.MonkeyPatch) -> None:
    """From now on, let what is heavy fail."""
    start = subprocess.Popen.__init__

    def watched(self: Any, args: Any, *rest: Any, **more: Any) -> None:
        words = [args] if isinstance(args, str) else [str(part) for part in args]
        if _BUILDS & set(words) and "--help" not in words:
            raise TooHeavy(" ".join(words)[:200])
        start(self, args, *rest, **more)

    patch.setattr(subprocess.Popen, "__init__", watched)
    patch.setattr(workers, "run", _refusal("Setting sheets"))
    for module, name, what in _HEAVY:
        if module in sys.modules:
            patch.setattr(f"{module}.{name}", _refusal(what))


def _refusal(what: str) -> Any:
    def refuse(*_: object, **__: object) -> None:
        raise TooHeavy(what)

    return refuse
