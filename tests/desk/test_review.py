"""The editor's desk says what a person must look at, where each story appears and until when. All stories are test data."""

import json

import pytest

from press import __main__, checks
from press.desk import review
from press.publishing import publish
from projects import TODAY, Project, site_file

TOLD = "stories/a-told-one.md"
RISKY = "Here a student named Testa was diagnosed."


def run(project: Project, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    project.write("mkdocs.yml", site_file("glossary.md"))
    status = __main__.main(["--root", str(project.root), "review", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.fixture
def risky(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(publish, "today", lambda: TODAY)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    project.change(TOLD, "This story", f"{RISKY} This story")
    return project


def test_each_finder_is_that_of_a_check() -> None:
    assert set(review.FINDERS) <= {check.rule for check in checks.CHECKS}


def test_notes_come_without_the_words(risky: Project, capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(risky, capsys)
    assert status == 0
    assert "line 21, look: What may be somebody's name stands here." in said
    assert "line 21, look: A word of health or diagnosis stands here." in said
    assert "Testa" not in said and "diagnosed" not in said


def test_words_are_shown_on_request_beside_their_notes(risky: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _, said, _ = run(risky, capsys, "--show")
    assert "[recognition] Found: Testa." in said
    assert "[recognition] Found: diagnosed." in said


@pytest.mark.parametrize("arguments", [("--show",), ("--show", "--json")])
def test_words_are_never_shown_in_a_public_log(
    risky: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    status, said, why = run(risky, capsys, *arguments)
    assert status == 2 and not said and why.startswith("`--show` prints words that may tell who somebody is.")


def test_the_json_has_every_story_and_no_risky_word(risky: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _, said, _ = run(risky, capsys, "--json")
    found = json.loads(said)
    assert found["today"] == "2026-11-22"
    told, example = found["stories"]
    assert (told["path"], told["until"], told["days"]) == (TOLD, "2028-09-01", 649)
    assert told["channels"] == {"web": "yes", "print": "yes"}
    assert told["told"] == ["state", "grade band", "role"]
    assert {note["rule"] for note in told["notes"]} == {"recognition"}
    assert (example["kind"], example["until"], example["told"]) == ("illustrative", None, [])
    assert "Testa" not in said


@pytest.mark.parametrize(
    ("old", "new", "channels"),
    [
        ("[web, print]", "[web]", {"web": "yes", "print": "not agreed"}),
        ("[web, print]", "[print]", {"web": "not agreed", "print": "by hand"}),
        ("2028-09-01", "2026-11-21", {"web": "ended", "print": "ended"}),
        ("granted: 2026-09-01", "granted: 2026-12-01", {"web": "not yet", "print": "not yet"}),
        ("published: 2026-11-01", "published: 2026-12-01", {"web": "not yet", "print": "not yet"}),
        ("role: teacher", "role: cook", {"web": "faulty", "print": "faulty"}),
        ("---\n\n", "withdrawn: 2026-11-20\n---\n\n", {"web": "withdrawn", "print": "withdrawn"}),
    ],
)
def test_each_channel_says_why_a_story_is_not_there(project: Project, old: str, new: str, channels: dict[str, str]) -> None:
    project.change(TOLD, old, new)
    (told,) = (entry for entry in review.entries(project.load(), TODAY) if entry.path == TOLD)
    assert told.channels == channels


def test_an_example_that_is_not_out_yet_lacks_no_consent(project: Project) -> None:
    project.change("stories/an-example.md", "published: 2026-11-01", "published: 2026-12-01")
    (example,) = (entry for entry in review.entries(project.load(), TODAY) if entry.kind == "illustrative")
    assert example.channels == {"web": "not yet", "print": "not yet"}


def test_what_the_text_adds_of_an_unnamed_teller_is_counted(project: Project) -> None:
    project.change(TOLD, "This story", "As a science teacher in 2020, this story")
    (told,) = (entry for entry in review.entries(project.load(), TODAY) if entry.path == TOLD)
    assert told.told == ("state", "grade band", "role", "subject", "year")


def test_a_pictures_fault_stands_with_its_story(project: Project) -> None:
    project.change(TOLD, "---\n\nThis", "pictures:\n  - file: board.jpg\n    people: no\n---\n\n![Squares](board.jpg) This")
    project.paint("gps", "stories/board.jpg")
    (told,) = (entry for entry in review.entries(project.load(), TODAY) if entry.path == TOLD)
    assert [(note.path, note.rule) for note in told.notes] == [("stories/board.jpg", "picture-data")]


def test_consents_that_end_soon_are_listed(risky: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(risky, capsys)[1].endswith("No consent ends within 60 days.\n")
    assert f"  {TOLD}: holds until 2028-09-01, 649 days left" in run(risky, capsys, "--days", "700")[1]
    risky.change(TOLD, "2028-09-01", "2026-11-22")
    assert "holds until 2026-11-22, its last day" in run(risky, capsys)[1]
    risky.change(TOLD, "2026-11-22", "2026-11-21")
    assert f"  {TOLD}: ended on 2026-11-21" in run(risky, capsys)[1]


def test_a_reminder_names_files_and_nothing_else(risky: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(risky, capsys, "--due") == (0, "", "")
    risky.change(TOLD, "2028-09-01", "2026-12-01")
    risky.write("stories/over.md", (risky.root / TOLD).read_bytes().replace(b"2026-12-01", b"2026-11-01"))
    assert run(risky, capsys, "--due")[1] == (
        "**Ended: these are left out of the site and the handouts**\n\n- `stories/over.md`\n\n"
        f"**Ending within 60 days**\n\n- `{TOLD}`\n"
    )


@pytest.mark.parametrize(
    ("ends", "title"),
    [
        ("2026-11-21", "Ended: these are left out of the site and the handouts"),
        ("2026-11-22", "Ending within 60 days"),
        ("2027-01-21", "Ending within 60 days"),
        ("2027-01-22", ""),
    ],
)
def test_a_reminder_reaches_to_its_last_day_and_no_further(
    risky: Project, capsys: pytest.CaptureFixture[str], ends: str, title: str
) -> None:
    risky.change(TOLD, "2028-09-01", ends)
    assert run(risky, capsys, "--due")[1] == (f"**{title}**\n\n- `{TOLD}`\n" if title else "")
    (told,) = (entry for entry in review.entries(risky.load(), TODAY) if entry.path == TOLD)
    assert told.ends_soon() == bool(title)


@pytest.mark.parametrize(
    "asked", ["a-told-one", TOLD, "./stories/a-told-one.md", "A told one", "old/place", "https://example.org/stories/a-told-one/"]
)
def test_one_story_can_be_asked_for_as_one_that_is_taken_down(
    risky: Project, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    risky.change(TOLD, "---\n\n", "aliases: [old/place]\n---\n\n")
    _, said, _ = run(risky, capsys, asked)
    assert "a-told-one" in said and "an-example" not in said


def test_where_no_story_or_several_may_be_meant_nothing_is_shown(risky: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(risky, capsys, "nobodys") == (
        2, "", "There is no story of this name in stories/. Give its file, its title or its address on the site.\n"
    )  # fmt: skip
    risky.write("stories/another.md", (risky.root / TOLD).read_bytes())
    status, said, why = run(risky, capsys, "A told one")
    assert (status, said) == (2, "")
    assert why == "Several stories may be meant: stories/a-told-one.md, stories/another.md. Name one by its file.\n"
