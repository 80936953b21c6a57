"""The table of kinds: what lies where is one kind, and those who can't read the table say the same."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from press import checks
from press.library import kinds, misplaced_files
from press.library.folders import FOLDERS, KINDS_IN, ROOT
from press.library.kinds import ACTIVITY, KINDS, NOTICE, PAGE, STORY, TOOLKIT
from press.manuscript import links
from press.review import summary
from projects import CASES, Project
from projects import ROOT as HERE


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("toolkits/one/index.md", TOOLKIT, "one"),
        ("toolkits/one/two.md", ACTIVITY, "one/two"),
        ("stories/one.md", STORY, "one"),
        ("stories/one/index.md", STORY, "one"),
        ("docs/index.md", PAGE, "index"),
        ("docs/one/two/three.md", PAGE, "one/two/three"),
        ("toolkits/one.md", None, ""),
        ("toolkits/one/two/three.md", None, ""),
        ("stories/one/two.md", None, ""),
        ("docs.md", None, ""),
        ("README.md", None, ""),
    ],
)
def test_a_path_says_the_kind_and_the_name(path: str, kind: kinds.Kind[Any] | None, name: str) -> None:
    found = kinds.kind_at(path, {})
    assert found is kind
    assert kind is None or kind.name_at(path) == name


def test_a_story_that_was_taken_down_is_a_notice_of_the_same_name() -> None:
    assert kinds.kind_at("stories/one.md", {"withdrawn": "2026-01-01"}) is NOTICE
    assert NOTICE.name_at("stories/one.md") == "one"
    assert kinds.kind_at("docs/one.md", {"withdrawn": "2026-01-01"}) is PAGE


@pytest.mark.parametrize("path", ["stories/one/two/three.md", "stories/one/two.md"])
def test_a_story_that_lies_too_deep_is_looked_at_as_a_story(path: str) -> None:
    assert kinds.kind_near(path, {}) is STORY
    assert kinds.kind_near(path, {"withdrawn": ""}) is NOTICE


@pytest.mark.parametrize(
    "given", ["one", "stories/one.md", "./stories/one.md", "stories/one/", "stories/one/index.md", " one.md "]
)
def test_a_story_can_be_named_in_many_ways(given: str) -> None:
    assert STORY.name_meant(given) == "one"


def test_names_titles_and_headings_are_unlike() -> None:
    for words in ([kind.name for kind in KINDS], [kind.title for kind in KINDS], [kind.heading for kind in KINDS]):
        assert len(set(words)) == len(KINDS)


def test_every_rule_that_a_kind_names_is_a_check() -> None:
    rules = {check.rule for check in checks.CHECKS}
    assert all(kind.rules <= rules for kind in KINDS)


def test_a_file_in_the_wrong_folder_is_sent_where_its_kind_lies() -> None:
    for kind in KINDS:
        front = dict.fromkeys(kind.telltales, "x")
        found = misplaced_files.wrong_folder("elsewhere/x.md", dict(front))
        assert (found is None) == (not front)
        assert found is None or (kind.name in found[0] and kind.home in found[1])


def test_the_folders_are_those_of_the_kinds() -> None:
    assert {folder: tuple(kind.name for kind in KINDS if kind.folder == folder) for folder in KINDS_IN} == KINDS_IN
    assert {kind.folder for kind in KINDS} == set(FOLDERS)
    assert f"{ROOT}/" == links.ROOT and PAGE.folder == ROOT


def test_a_proposals_summary_knows_every_folder_and_kind() -> None:
    assert {kind.name for kind in KINDS} <= set(summary.KINDS)
    assert all(summary.shown(f"{folder}/x.md") for folder in FOLDERS) and not summary.shown("elsewhere/x.md")
    assert summary.page("docs/x.md") == "x/index.html" and summary.page("stories/x.md") == "stories/x/index.html"


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_repositorys_own_files_know_every_folder(folder: str) -> None:
    hook = (HERE / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    owners = (HERE / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert re.search(rf"\(.*\b{folder}\b.*\)", hook)
    assert {f"/{folder}/**/*{ending}" for ending in (".md", *misplaced_files.PICTURES)} <= set(owners.split("\n"))


def test_no_other_module_asks_in_which_folder_a_manuscript_lies() -> None:
    asked = re.compile(rf"""(?:startswith|removeprefix)\(\(?f?["'](?:{"|".join(FOLDERS)})/""")
    found = {
        path.relative_to(HERE / "press").as_posix()
        for path in (HERE / "press").rglob("*.py")
        if asked.search(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_a_library_has_each_manuscript_under_its_kind(tmp_path: Path) -> None:
    shutil.copytree(CASES / "_sound", tmp_path / "project")
    library = Project(tmp_path / "project").load()
    for kind in KINDS:
        assert all(kinds.kind_at(entry.path, entry.source.front) is kind for entry in library.entries_of(kind))
    assert sum(len(library.entries_of(kind)) for kind in KINDS) == len(library.sources)
