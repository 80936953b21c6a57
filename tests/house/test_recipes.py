"""Each recipe of the developers' guide works as it is written, and what is forgotten of it is noticed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from projects import ROOT, story
from recipes import Step, recipe

pytestmark = pytest.mark.slow

COPIED = (
    "docs", "stories", "toolkits", "press", "tests", "tools", "benchmarks", "Makefile", "build_pdfs.py", "mkdocs.yml",
    "pyproject.toml", ".pre-commit-config.yaml", ".github", ".vscode",
)  # fmt: skip
MADE_FROM_THE_MODEL = (
    "tests/house/test_house.py::test_the_fields_page_is_what_the_model_says",
    "tests/house/test_house.py::test_the_schema_and_the_snippet_are_what_the_model_says",
)
# The tests of `make quick` that must notice what was left out of a recipe.
GUARDS = {
    "a field": (*MADE_FROM_THE_MODEL, "tests/web/test_form_rules.py", "tests/web/test_shown_fields.py"),
    "a filter": (),
    "a check": (
        "tests/checks/test_checks.py::test_every_check_and_every_rule_has_a_case",
        "tests/checks/test_checks.py::test_every_function_that_looks_through_a_library_is_a_check",
        "tests/checks/test_checks.py::test_a_case_trips_its_rule[shouting]",
        "tests/web/test_form_rules.py",
    ),
    "a kind of page": (*MADE_FROM_THE_MODEL, "tests/library/test_kinds.py", "tests/web/test_kind_templates.py"),
    "an output": (),
    "a handout layout": ("tests/handouts/test_layouts.py",),
}


def copied(folder: Path) -> Path:
    """The project's own files, with this test's programs as its `.venv`."""
    folder.mkdir()
    left_out = shutil.ignore_patterns("__pycache__", "node_modules")
    for name in COPIED:
        source = ROOT / name
        shutil.copytree(source, folder / name, ignore=left_out) if source.is_dir() else shutil.copy(source, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def run(root: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    # The plugins of a test run take longer to load than the tests that are run here, which need none of them.
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment = {**os.environ, **alone, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def guards(root: Path, title: str) -> "subprocess.CompletedProcess[str]":
    return run(root, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--noconftest", *GUARDS[title])


def follow(root: Path, steps: Sequence[Step], left_out: int | None = None) -> None:
    for number, step in enumerate(steps, 1):
        if number != left_out:
            for doing in step:
                doing.follow(root)


def exported(root: Path) -> Path:
    done = run(root, "-m", "press", "export", str(root / "export"))
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "export"


def told(root: Path, name: str, **fields: str) -> None:
    """Write a story of test data that belongs with an activity of the project."""
    activity = next((root / "toolkits").glob("*/[!i]*.md"))
    text = story(activities=f"[{activity.parent.name}/{activity.stem}]", **fields)
    (root / "stories" / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def own_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What `make` starts in a copy loads that copy's press."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "copy"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied(tmp_path / "copy")


@pytest.mark.parametrize("title", [title for title, files in GUARDS.items() if files])
def test_after_the_whole_recipe_nothing_complains(copy: Path, title: str) -> None:
    follow(copy, recipe(title))
    done = guards(copy, title)
    assert done.returncode == 0, done.stdout
    form = run(copy, "-m", "ruff", "check", "--select", "E,F", "press")
    assert form.returncode == 0, form.stdout


STEPS = [(title, number) for title, files in GUARDS.items() for number in range(1, len(recipe(title)) + 1) if files]


@pytest.mark.parametrize(("title", "number"), STEPS, ids=[f"{title}, step {number}" for title, number in STEPS])
def test_a_step_that_is_forgotten_is_noticed(copy: Path, title: str, number: int) -> None:
    try:
        follow(copy, recipe(title), left_out=number)
    except AssertionError:  # a later step has nothing to go on
        return
    assert guards(copy, title).returncode != 0


def test_a_new_field_is_asked_for_checked_explained_and_shown(copy: Path) -> None:
    follow(copy, recipe("a field"))
    (copy / "stories" / "told.md").write_text(story(language="Spanish", activities="[no-such-toolkit/x]"), encoding="utf-8")
    faults = run(copy, "-m", "press", "check").stdout
    assert "stories/told.md" in faults and "language" not in faults
    told(copy, "told", language="Spanish")
    out = exported(copy)
    assert "Told in Spanish" in (out / "stories" / "told.md").read_text(encoding="utf-8")
    assert "`language: Spanish`" in (out / "contributing" / "fields.md").read_text(encoding="utf-8")
    form = json.loads((out / "contribute" / "form.json").read_text(encoding="utf-8"))
    assert "language" in form["schema"]["properties"]


def test_a_new_filter_is_on_the_list_in_its_index_and_in_search(copy: Path) -> None:
    follow(copy, recipe("a filter"))
    for number, details in enumerate(("none", "composite")):  # a filter with one value would divide nothing
        told(copy, f"told-{number}", student_details=details)
    index = json.loads((exported(copy) / "stories" / "find.json").read_text(encoding="utf-8"))
    said = run(
        copy, "-c",
        "from press.web import facets; print([one.title for one in facets.offered([{'students': ('None',)}]) if one.values])",
    )  # fmt: skip
    assert said.stdout.strip() == "['Students']"
    assert set(index["facets"]["students"]["values"]) <= {"none", "removed", "composite"}


def test_a_new_check_speaks(copy: Path) -> None:
    follow(copy, recipe("a check"))
    (copy / "docs" / "loud.md").write_text("---\ntitle: LOUD\ndescription: Test data.\n---\n\nTest data.\n", encoding="utf-8")
    said = run(copy, "-m", "press", "check")
    assert said.returncode == 1
    assert "docs/loud.md:2: This title is in capital letters. Write it as a sentence. [shouting]" in said.stdout


def test_a_new_kind_of_page_is_read_checked_shown_found_cited_and_followed(copy: Path) -> None:
    follow(copy, recipe("a kind of page"))
    folder = copy / "letters"
    folder.mkdir()
    front = "---\ntitle: Why we ask\ndescription: Test data.\naliases: [why]\n---\n"
    (folder / "why-we-ask.md").write_text(f"{front}\nCall test@example.org.\n", encoding="utf-8")
    said = run(copy, "-m", "press", "check")
    assert "letters/why-we-ask.md:7: An e-mail address stands here." in said.stdout
    (folder / "why-we-ask.md").write_text(f"{front}\nTest data.\n", encoding="utf-8")
    (folder / "empty.md").write_text("---\ntitle: Empty\n---\n\nTest data.\n", encoding="utf-8")
    assert "letters/empty.md:2: `description` is missing." in run(copy, "-m", "press", "check").stdout
    (folder / "empty.md").unlink()
    done = run(copy, "-m", "press", "site", "--no-handouts")
    assert done.returncode == 0, done.stderr
    page = (copy / "site" / "letters" / "why-we-ask" / "index.html").read_text(encoding="utf-8")
    assert "<h1" in page and "Why we ask" in page and "data-pagefind-body" in page and 'data-tool="cite"' in page
    assert "letters/why-we-ask/" in (copy / "site" / "why" / "index.html").read_text(encoding="utf-8")
    assert "letters/why-we-ask/" in (copy / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_new_layout_is_made_on_both_papers_and_offered(copy: Path) -> None:
    follow(copy, recipe("a handout layout"))
    out = copy / ".press" / "handouts"
    done = run(copy, "build_pdfs.py", "--layout", "poster", "--paper", "both", "--out", str(out))
    assert done.returncode == 0, done.stderr
    names = [path.parent.name for path in sorted((copy / "toolkits").glob("*/index.md"))]
    made = {f"{name}-poster-{paper}.pdf" for name in names for paper in ("letter", "a4")}
    assert {path.name for path in out.glob("*.pdf")} == made
    page = (exported(copy) / "handouts.md").read_text(encoding="utf-8")
    assert "For the wall: the toolkit’s name, and what it is for." in page and all(name in page for name in made)


def test_a_new_output_has_what_may_appear_and_nothing_else(copy: Path) -> None:
    follow(copy, recipe("an output"))
    told(copy, "withheld", title="Test data that is withheld", published="2999-01-01")
    listed = (exported(copy) / "titles.txt").read_text(encoding="utf-8")
    assert listed.count("\n") > 20 and "withheld" not in listed


def test_an_output_that_loads_the_library_fails_the_contracts(copy: Path) -> None:
    follow(copy, recipe("an output"))
    contracts = (".venv/bin/lint-imports", "--no-logo", "--no-cache")
    assert subprocess.run(contracts, cwd=copy, capture_output=True, check=False).returncode == 0
    path = copy / "press" / "web" / "title_list.py"
    text = path.read_text(encoding="utf-8").replace(
        "from press.library.edition import Edition\n",
        "from press.library.edition import Edition\nfrom press.library.load import load as load\n",
    )
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(contracts, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "press.web.title_list" in done.stdout and "press.library.load" in done.stdout
