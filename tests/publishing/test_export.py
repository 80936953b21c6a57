"""The pages as plain Markdown, for a site generator to come."""

import re
import subprocess
import sys
from pathlib import Path

import markdown
import pytest

from paint import photograph
from press.publishing import export
from press.web import redirects
from projects import REAL, ROOT, editions, small, story


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    small(folder)
    (folder / "stories" / "one.md").write_text(story("Go [home](../docs/index.md).\n", title="'Test: one'"), encoding="utf-8")
    withheld = REAL["consent"].replace("[web, print]", "[print]")
    (folder / "stories" / "paper.md").write_text(story(**{**REAL, "consent": withheld}), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_another_generator_builds_the_pages_without_a_complaint(project: Path, tmp_path: Path) -> None:
    count = export.write(project, editions(project), tmp_path / "out" / "pages")
    assert count == len(list((tmp_path / "out" / "pages").rglob("*.md")))
    config = "site_name: x\nsite_url: https://x.example/\ndocs_dir: pages\ntheme: mkdocs\nplugins: []\n"
    (tmp_path / "out" / "mkdocs.yml").write_text(config)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "out" / "site" / "stories" / "one" / "index.html").read_text()
    assert "Illustrative story: written as an example" in html
    assert "<title>Test: one - x</title>" in html


def test_all_of_a_page_is_markdown_that_a_plain_converter_takes(project: Path, tmp_path: Path) -> None:
    export.write(project, editions(project), tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.md"):
        text = re.sub(r"^---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.S)
        html = re.sub(r"<[^>]+>", "", markdown.markdown(text, extensions=["tables"]))
        assert not re.search(r"^#|\*\*|\]\(", html, re.M), path


def test_a_withheld_story_is_not_exported(project: Path, tmp_path: Path) -> None:
    export.write(project, editions(project), tmp_path / "out")
    assert not (tmp_path / "out" / "stories" / "paper.md").exists()


def test_pages_old_addresses_and_pictures_are_written_into_a_folder_of_any_depth(project: Path, tmp_path: Path) -> None:
    told = project / "stories" / "seen" / "index.md"
    told.parent.mkdir()
    title, pictures = "'Test: “Ünï” 漢字 \\ x'", "\n  - file: board.jpg\n    people: no\n    credit: By *a* tester"
    text = story("![Squares](board.jpg)\n", title=title, pictures=pictures, aliases="[stories/a/very/old/name]")
    told.write_text(text, encoding="utf-8")
    photograph(told.with_name("board.jpg"))
    out = tmp_path / "a" / "b" / "out"
    count = export.write(project, editions(project), out)
    page = (out / "stories" / "seen" / "index.md").read_text(encoding="utf-8")
    assert page.startswith('---\ntitle: "Test: “Ünï” 漢字 \\\\ x"\ndescription: "Test data for a summary."\n---\n')
    assert "*board.jpg: By \\*a\\* tester*" in page
    assert "seen/" in (out / "stories" / "a" / "very" / "old" / "name.md").read_text(encoding="utf-8")
    assert b"Test Data Owner" not in (out / "stories" / "seen" / "board.jpg").read_bytes()
    assert (out / "index.md").is_file() and count == len(list(out.rglob("*.md"))) - 1


IN_CODE = (
    "Write `[home](../docs/index.md)` for a link.",
    "Write `` [home](../docs/index.md) ` `` for a link.",
    "```\n[home](../docs/index.md)\n![Two squares](board.png)\n```",
    "~~~ markdown\n[home][1]\n\n[1]: ../docs/index.md\n~~~",
    "> ```\n> [home](../docs/index.md)\n> ```",
    "- One\n\n  ```\n  [home](../docs/index.md)\n  ```",
)


@pytest.mark.parametrize("written", IN_CODE)
def test_a_link_written_inside_code_is_left_alone(project: Path, tmp_path: Path, written: str) -> None:
    text = story(f"Go [home](../docs/index.md).\n\n{written}\n", title="'Test: code'")
    (project / "stories" / "code.md").write_text(text, encoding="utf-8")
    export.write(project, editions(project), tmp_path / "out")
    page = (tmp_path / "out" / "stories" / "code.md").read_text(encoding="utf-8")
    assert written in page and "Go [home](../index.md)." in page


def test_an_export_may_lie_deep_in_the_project_itself(project: Path) -> None:
    out = project / "for" / "another" / "generator"
    assert export.write(project, editions(project), out) and (out / "index.md").is_file()


def test_an_empty_folder_is_filled(project: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert export.write(project, editions(project), tmp_path / "out") > 0
    assert (tmp_path / "out" / "index.md").is_file()


def test_an_export_that_breaks_off_leaves_nothing(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = editions(project)
    monkeypatch.setattr(redirects, "markdown", lambda _: 1 / 0)
    (project / "stories" / "moved.md").write_text(story(aliases="[stories/old]"), encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        export.write(project, editions(project), tmp_path / "out")
    assert not (tmp_path / "out").exists() and export.write(project, found, tmp_path / "out")


def test_a_folder_with_something_in_it_is_left_alone(project: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("test data")
    with pytest.raises(export.NotEmpty):
        export.write(project, editions(project), tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_the_command_says_what_it_wrote(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "press", "--root", str(project), "export", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "pages written to" in done.stdout
