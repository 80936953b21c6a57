"""Writes what the form's script is given for the small sound project: tests that run in Node start from it.

Usage: python tests/form_rules.py FILE
"""

import json
import sys
from pathlib import Path

from press.library import edition
from press.library.load import load
from press.web.form import rules
from projects import CASES, TODAY


def write(path: Path) -> Path:
    """Put the rules into `path` as JSON."""
    given = rules.gathered(edition.prepare(load(CASES / "_sound"), "web", TODAY))
    path.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    return path


if __name__ == "__main__":
    write(Path(sys.argv[1]))
