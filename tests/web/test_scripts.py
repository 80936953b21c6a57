"""The site's scripts, as far as they need no page: their own tests run in Node, with the rules that the form is given."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import form_rules
from press.manuscript import typographer
from projects import ROOT

# Seconds: more than any of them takes on a busy machine; what goes on for longer never ends.
ENDLESS = 300
TESTS = sorted((ROOT / "tests" / "js").glob("*.test.js"))


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules as the site has them, in a file."""
    return form_rules.write(tmp_path_factory.mktemp("form") / "rules.json")


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_the_scripts_pass_their_own_tests(given: Path, path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail("The site's scripts are tested in Node, and there is none: install it, then run again")
    done = subprocess.run(
        [node, "--test", str(path)],
        cwd=ROOT,
        env={**os.environ, "FORM_RULES": str(given)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=ENDLESS,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_of_the_typographers_signs_has_a_sample_that_it_changes() -> None:
    assert set(form_rules.SIGNS) == {found.pattern for found, _ in typographer.SIGNS}
    assert all(typographer.line(text) != text for text in form_rules.SIGNS.values())


def test_each_file_of_tests_has_tests_in_it() -> None:
    assert len(TESTS) >= 5
    assert [path.name for path in TESTS if not re.search(r"^\s*test\(", path.read_text(encoding="utf-8"), re.M)] == []
