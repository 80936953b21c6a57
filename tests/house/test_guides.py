"""Each command that a guide gives is run as it stands there, in a copy of the project; what it tells of a site's files is so.

A manuscript that a command names is an example, which may be gone by now: one of today's takes its place.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import manuscripts
from projects import ROOT
from real import Real

pytestmark = pytest.mark.slow

GUIDES = sorted((ROOT / "docs" / "contributing").glob("*.md"))
NEEDED = ("docs", "stories", "toolkits", "press", "tools", "Makefile", "build_pdfs.py", "mkdocs.yml", "pyproject.toml")
COMMANDS = [
    (path.name, line)
    for path in GUIDES
    for block in re.findall(r"^```sh\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)
    for line in block.splitlines()
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, published: Real) -> Path:
    """The project's own files, with this test's programs as its `.venv`, and the handouts of an earlier build."""
    folder = tmp_path_factory.mktemp("guides") / "project"
    folder.mkdir()
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("node_modules"))
        else:
            shutil.copy(source, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    shutil.copytree(published.root / ".press" / "handouts", folder / ".press" / "handouts")
    return folder


def with_names_of_today(command: str) -> str:
    """The command with a story and a toolkit that there are in the place of those which it names."""
    command = re.sub(r"( -m press (?:review|withdraw) )[a-z0-9-]+", rf"\g<1>{manuscripts.an_illustrative_story().name}", command)
    return re.sub(r"( --only )[a-z0-9-]+", rf"\g<1>{manuscripts.a_toolkit().toolkit.name}", command)


@pytest.mark.parametrize(("guide", "command"), COMMANDS, ids=[f"{guide}: {command}" for guide, command in COMMANDS])
def test_the_command_works(copy: Path, published: Real, guide: str, command: str) -> None:
    ready = "make -o .venv/ready -o .venv/ready-dev "  # set-up counts as done
    typed = with_names_of_today(command)
    done = subprocess.run(
        ["bash", "-c", typed.replace("make ", ready, 1) if typed.startswith("make ") else typed],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "SITE_URL": published.url, "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{guide}: {command}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"


def test_there_is_a_guide_for_each_question_of_a_contributor() -> None:
    text = (ROOT / "docs/contributing/index.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(([a-z-]+\.md)\)", text)) == {path.name for path in GUIDES} - {"index.md"}
    assert len({guide for guide, _ in COMMANDS}) >= 4


def test_publishers_are_told_each_ending_of_the_searchs_files(published: Real) -> None:
    """A host that does not know an ending may refuse it, and nothing would be found: the guide names them all, and no other."""
    guide = (ROOT / "docs/contributing/developers.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"all that lies in `pagefind/` and `search/`\. Those files end in (.+?)\. Any media type", guide)
    folders = [published.root / "site" / name for name in ("pagefind", "search")]
    endings = {path.suffix or path.name for folder in folders for path in folder.rglob("*") if path.is_file()}
    assert endings == set(re.findall(r"`(\.[a-z_]+)`", told))
    assert "scripts need `text/javascript`" in guide
