"""All or nothing: what becomes of the old site."""

import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, small, story

from press import publish
from press.__main__ import main
from press.disk import lock


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    with publish.staging(tmp_path), pytest.raises(lock.Busy), publish.staging(tmp_path):
        pass


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    for left in ("next-left", ".handouts-left"):  # as versions before named them
        (tmp_path / ".press" / left).mkdir(parents=True)
    with publish.staging(tmp_path) as folder:
        kept = {path.name for path in (tmp_path / ".press").iterdir()}
        assert folder.parent == tmp_path / ".press" / "scratch"
    assert kept == {"lock", "scratch"}


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<a href="gone/">x</a>', "gone/ leads nowhere"),
        ('<img alt="" src="../x.png">', "../x.png leads nowhere"),
        ('<script src="https://cdn.example/x.js"></script>', "loads https://cdn.example/x.js from another host"),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', "loads //cdn.example/x.css from another host"),
    ],
)
def test_a_page_that_is_not_sound_is_not_published(tmp_path: Path, html: str, why: str) -> None:
    (tmp_path / "index.html").write_text(html)
    with pytest.raises(publish.NotPublished, match=why.replace(".", r"\.")):
        publish.look_over(tmp_path, ())


def test_a_site_without_its_search_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(publish.NotPublished, match=r"pagefind/pagefind\.js is missing"):
        publish.look_over(tmp_path, ("pagefind/pagefind.js",))


def test_links_out_and_to_pages_that_exist_are_sound(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/#x">a</a> <a href="https://other.example/">b</a> <a href="#c">c</a>')
    (tmp_path / "a" / "index.html").write_text(
        '<a href="..">up</a> <a href="./">here</a> <link rel="canonical" href="https://me.example/a/">'
    )
    publish.look_over(tmp_path, ("index.html",))


def test_a_page_may_show_a_link_as_text(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p>Write <code>&lt;a href="gone/"&gt;</code> or src=gone.png.</p>')
    publish.look_over(tmp_path, ("index.html",))


def build(project: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "press", "--root", str(project), "site", "--no-handouts"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_project_is_found_by_a_relative_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small(tmp_path)
    monkeypatch.chdir(project.parent)
    assert main(["--root", project.name, "site", "--no-handouts"]) == 0
    assert (project / "site" / "index.html").is_file()


@pytest.mark.slow
def test_a_broken_story_leaves_the_old_site_whole(tmp_path: Path) -> None:
    project = small(tmp_path)
    assert build(project).wait() == 0
    before = files(project / "site")
    (project / "stories" / "broken.md").write_text(story(state="Atlantis"), encoding="utf-8")
    running = build(project)
    out, errors = running.communicate()
    assert running.returncode == 1
    assert out.startswith("stories/broken.md:6: `state` is none of the values that it may have.")
    assert "the site you had is untouched" in errors
    assert files(project / "site") == before
