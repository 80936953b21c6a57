"""A story that is taken down keeps its notice's day, and loses everything else. All words are test data."""

import subprocess
from pathlib import Path

import pytest

from press import __main__
from press.desk import withdrawal
from press.library import edition
from press.publishing import publish
from projects import TODAY, Project, site_file

TOLD = "stories/a-told-one.md"
PICTURED = "pictures:\n  - file: board.png\n    people: no\n---\n\n![Squares](board.png) "


def run(project: Project, *arguments: str) -> int:
    project.write("mkdocs.yml", site_file("glossary.md"))
    return __main__.main(["--root", str(project.root), "withdraw", *arguments])


def text(project: Project, path: str = TOLD) -> str:
    return (project.root / path).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "today", lambda: TODAY)


def test_the_file_keeps_the_day_and_nothing_else(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "a-told-one", "--yes") == 0
    assert text(project) == "---\nwithdrawn: 2026-11-22\n---\n"
    assert [path.name for path in (project.root / "stories").iterdir() if path.name.startswith(".")] == []
    said = capsys.readouterr().out
    assert "make site" in said and "The version history still holds the text" in said


def test_what_is_left_is_a_sound_notice(project: Project) -> None:
    run(project, "a-told-one", "--yes")
    assert project.problems() == []
    found = edition.prepare(project.load(), "web", TODAY)
    assert [notice.path for notice in found.notices] == [TOLD] and [story.name for story in found.stories] == ["an-example"]


def test_old_addresses_stay_so_that_they_lead_to_the_notice(project: Project) -> None:
    project.change(TOLD, "---\n\n", "aliases: [stories/as-it-was]\n---\n\n")
    run(project, "a-told-one", "--yes")
    assert text(project) == "---\nwithdrawn: 2026-11-22\naliases: [stories/as-it-was]\n---\n"


def test_its_pictures_go_and_those_of_others_stay(project: Project) -> None:
    project.change(TOLD, "---\n\n", PICTURED)
    project.change("stories/an-example.md", "---\n\n", PICTURED.replace("board", "other"))
    for name in ("board", "other", "nobodys"):
        project.paint("plain", f"stories/{name}.png")
    project.write(".press/pictures/copy", b"test data")
    run(project, TOLD, "--yes")
    assert sorted(path.name for path in (project.root / "stories").glob("*.png")) == ["nobodys.png", "other.png"]
    assert not (project.root / ".press/pictures").exists()


def test_a_storys_folder_keeps_only_the_notice(project: Project) -> None:
    project.write("stories/told-twice/index.md", text(project))
    project.paint("plain", "stories/told-twice/unlisted.png")
    run(project, "stories/told-twice/", "--yes")
    assert [path.name for path in (project.root / "stories/told-twice").iterdir()] == ["index.md"]
    assert text(project, "stories/told-twice/index.md").startswith("---\nwithdrawn: 2026-11-22\n")


@pytest.mark.parametrize("fault", [("role: teacher", "role: cook"), ("---\ntitle", "title"), ("title: A", "title: A: b: A")])
def test_a_story_with_faults_is_taken_down_all_the_same(project: Project, fault: tuple[str, str]) -> None:
    project.change(TOLD, *fault)
    assert run(project, "a-told-one", "--yes") == 0
    assert text(project) == "---\nwithdrawn: 2026-11-22\n---\n"


def test_a_notice_that_still_holds_text_is_emptied_and_keeps_its_day(project: Project) -> None:
    project.change(TOLD, "---\n\n", "withdrawn: 2026-11-01\n---\n\n")
    run(project, "a-told-one", "--yes")
    assert text(project) == "---\nwithdrawn: 2026-11-01\n---\n"


def test_places_that_link_to_it_or_name_it_are_listed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.change("stories/an-example.md", "## Afterward\n", "## Afterward\n\nSee [this](a-told-one.md).\n\nOr A TOLD ONE.\n")
    run(project, "a-told-one", "--yes")
    assert "Look at stories/an-example.md:24, stories/an-example.md:26." in capsys.readouterr().out


def test_a_dry_run_changes_nothing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = text(project)
    assert run(project, "a-told-one", "--dry-run") == 0
    assert text(project) == before and capsys.readouterr().out.endswith("Nothing was changed.\n")


@pytest.mark.parametrize(("answer", "status"), [("yes", 0), ("no", 1), ("", 1)])
def test_it_asks_first(project: Project, monkeypatch: pytest.MonkeyPatch, answer: str, status: int) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    before = text(project)
    assert run(project, "a-told-one") == status
    assert (text(project) == before) == (status == 1)


def test_where_nobody_can_be_asked_nothing_is_done(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = text(project)
    assert run(project, "a-told-one") == 2
    assert text(project) == before and "add --yes" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a-tld-one", "../docs/index.md", "toolkits/test-kit/opening.md", ""])
def test_only_a_story_can_be_taken_down(project: Project, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(project, name, "--yes") == 2
    assert capsys.readouterr().err.startswith("There is no story of this name in stories/.")


@pytest.mark.parametrize(
    "asked",
    [
        "a-told-one", "A-Told-One", "stories/a-told-one", "stories/a-told-one.md", "./stories/a-told-one.md",
        "/stories/a-told-one/",
        "https://example.org/stories/a-told-one/", "https://example.org/under/a/path/stories/a-told-one/#what-i-saw",
        "http://127.0.0.1:8000/stories/a-told-one/index.html?highlight=test", "example.org/stories/a-told-one/",
        "https://code.example/team/project/blob/main/stories/a-told-one.md", "  https://example.org/stories/a%2Dtold%2Done/ ",
        "as-it-was", "stories/as-it-was", "/stories/as-it-was/", "https://example.org/stories/as-it-was/", "old/place",
        "https://example.org/old/place/",
        "A coach's list", "a coach’s list", "“A coach’s list.”", "A  COACH'S  LIST",
    ],
)  # fmt: skip
def test_a_story_can_be_asked_for_by_name_file_title_and_any_address(project: Project, asked: str) -> None:
    project.change(TOLD, "---\n\n", "aliases: [stories/as-it-was, old/place]\n---\n\n")
    project.change(TOLD, "title: A told one", "title: A coach's list")
    assert run(project, asked, "--yes") == 0
    assert text(project).startswith("---\nwithdrawn: 2026-11-22\n")
    assert "withdrawn" not in text(project, "stories/an-example.md")


@pytest.mark.parametrize("asked", ["A told one", "stories/shared", "https://example.org/stories/shared/", "shared"])
def test_where_several_stories_may_be_meant_they_are_named_and_nothing_is_done(
    project: Project, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    project.change(TOLD, "---\n\n", "aliases: [stories/shared]\n---\n\n")
    project.write("stories/another.md", text(project))
    before = text(project)
    assert run(project, asked, "--yes") == 2
    assert capsys.readouterr().err == (
        "Several stories may be meant: stories/a-told-one.md, stories/another.md. Name one by its file. Nothing was changed.\n"
    )
    assert text(project) == text(project, "stories/another.md") == before
    assert run(project, "stories/another.md", "--yes") == 0
    assert text(project) == before


UNREADABLE = {
    "a colon in the title": "---\ntitle: A board: and chalk\n",
    "no hyphens above": "title: A board: and chalk\nauthor: Test Data\n",
    "no end": "---\ntitle: 'A board: and chalk'\n\n",
    "no fields": "# A board: and chalk\n\n",
    "two versions": '---\n<<<<<<< HEAD\ntitle: "A board: and chalk"\n=======\ntitle: A slate\n>>>>>>> other\n',
}


@pytest.mark.parametrize("fault", UNREADABLE)
@pytest.mark.parametrize("asked", ["a board: and chalk", "https://example.org/stories/as-it-was/", "a-told-one"])
def test_a_story_that_can_not_be_read_is_found_by_what_stands_in_it(project: Project, fault: str, asked: str) -> None:
    project.write(TOLD, f"{UNREADABLE[fault]}aliases: [stories/as-it-was]\n\nTest data.\n\n![Squares](board.png)\n")
    project.paint("plain", "stories/board.png")
    assert project.load().sources[TOLD].front == {}
    assert run(project, asked, "--yes") == 0
    assert text(project) == "---\nwithdrawn: 2026-11-22\naliases: [stories/as-it-was]\n---\n"
    assert not (project.root / "stories/board.png").exists()


def test_a_title_that_a_story_shares_with_one_that_can_not_be_read_takes_neither_down(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("stories/another.md", "title: A told one\n\nTest data.\n")
    assert run(project, "A told one", "--yes") == 2
    assert "stories/a-told-one.md, stories/another.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    "asked",
    ["told", "https://example.org/", "https://example.org/stories/", "https://example.org/a-told-one/", "stories", "one", "."],
)
def test_a_part_of_a_name_or_another_address_takes_nothing_down(project: Project, asked: str) -> None:
    before = text(project)
    assert run(project, asked, "--yes") == 2 and text(project) == before


def test_whether_git_has_the_text_is_said(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=project.root, check=True, capture_output=True)

    git("init")
    run(project, "a-told-one", "--dry-run")
    assert "in no commit" in capsys.readouterr().out
    git("add", ".")
    git("commit", "-m", "Test data")
    run(project, "a-told-one", "--dry-run")
    assert "in no commit" not in capsys.readouterr().out


def test_a_run_that_is_cut_short_leaves_the_story_or_the_notice(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError("test data")

    before = text(project)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="test data"):
        withdrawal.carry_out(project.root, withdrawal.plan(project.load(), "a-told-one", TODAY))
    assert text(project) == before
