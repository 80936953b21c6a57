"""A new manuscript passes the checks but for what only a person can fill in. All words are test data."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import __main__
from press.desk import drafts, questions
from press.library import kinds
from press.manuscript import normalize
from press.manuscript.source import Value
from press.publishing import publish
from projects import TODAY, Project, site_file

STORY = (
    "--title=A first one", "--kind=first-person", "--summary=Test data.", "--role=teacher leader", "--state=Tennessee",
    "--grades=middle", "--themes=beliefs, policy", "--activities=test-kit/opening", "--student-details=none",
    "--attribution=pseudonym", "--author=Test Data", "--granted=2026-09-01", "--channels=web, print", "--review-by=2028-09-01",
    "--evidence=C-0042",
)  # fmt: skip
ACTIVITY = (
    "--toolkit=test-kit", "--title=A third step", "--purpose=Test data.", "--who=Test data", "--minutes=35", "--smallest=4",
    "--group=small group", "--largest=8", "--materials=Paper, pens", "--themes=policy", "--roles=teacher, principal",
)  # fmt: skip


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "today", lambda: TODAY)


def new(project: Project, what: str, *flags: str) -> int:
    project.write("mkdocs.yml", site_file("glossary.md"))
    return __main__.main(["--root", str(project.root), "new", what, *flags])


def left(project: Project, path: str) -> list[str]:
    """What the check says of a file: line and rule."""
    lines = [line for line in project.problems() if line.startswith(f"{path}:")]
    assert len(lines) == len(project.problems())
    return [f"{line.split(':')[1]} {line.rsplit(' ', 1)[1]}" for line in lines]


def test_a_story_with_all_flags_lacks_its_text_alone(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(project, "story", *STORY, "--no-input") == 0
    assert left(project, "stories/a-first-one.md") == ["21 [unfinished]", "25 [unfinished]", "29 [unfinished]"]
    said = capsys.readouterr().out
    assert said.startswith("\nstories/a-first-one.md written.")
    assert "stories/a-first-one.md:21: This part is still to be written." in said and "An open proposal can be read" in said


def test_once_its_text_is_written_nothing_is_left(project: Project) -> None:
    new(project, "story", *STORY, "--no-input")
    path = project.root / "stories/a-first-one.md"
    lines = ["Test data." if line.startswith("**To write:**") else line for line in path.read_text().splitlines()]
    path.write_text("\n".join(lines) + "\n")
    assert project.problems() == []


def test_what_no_flag_gives_is_left_open_and_named_line_by_line(project: Project) -> None:
    new(project, "story", "--title=A first one", "--kind=interview", "--no-input")
    faults = left(project, "stories/a-first-one.md")
    lines = (project.root / "stories/a-first-one.md").read_text().splitlines()
    empty = [f"{number} [front-matter]" for number, line in enumerate(lines, 1) if line.endswith(":") and line != "consent:"]
    assert len(empty) == 13
    assert [fault for fault in faults if "unfinished" not in fault] == empty
    assert "published: 2026-11-22" in lines


def test_why_a_consent_holds_for_longer_is_written_where_it_is_said(project: Project) -> None:
    longer = [flag.replace("2028-09-01", "2031-09-01") for flag in STORY]
    new(project, "story", *longer, "--reason=The teller asked for five years", "--no-input")
    assert set(left(project, "stories/a-first-one.md")) == {"22 [unfinished]", "26 [unfinished]", "30 [unfinished]"}


def test_an_illustrative_story_has_no_teller_and_no_consent(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    flags = [flag.replace("first-person", "illustrative") for flag in STORY[:9]]
    new(project, "story", *flags, "--no-input")
    assert set(left(project, "stories/a-first-one.md")) == {"14 [unfinished]", "18 [unfinished]", "22 [unfinished]"}
    assert "open proposal" not in capsys.readouterr().out


def test_an_activity_with_all_flags_lacks_its_text_alone(project: Project) -> None:
    assert new(project, "activity", *ACTIVITY, "--no-input") == 0
    rules = {fault.split()[1] for fault in left(project, "toolkits/test-kit/a-third-step.md")}
    assert rules == {"[unfinished]"}
    text = (project.root / "toolkits/test-kit/a-third-step.md").read_text()
    assert [f"({minutes} minutes)" in text for minutes in (9, 8)] == [True, True]


def test_an_activity_is_listed_at_the_end_of_its_toolkit(project: Project) -> None:
    new(project, "activity", *ACTIVITY, "--no-input")
    new(project, "activity", *ACTIVITY, "--name=a-fourth", "--no-input")
    (toolkit,) = project.load().toolkits
    assert toolkit.fields.activities == ["opening", "closing", "a-third-step", "a-fourth"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("activities:\n  - a\n  - b\n---\n", "activities:\n  - a\n  - b\n  - c\n---\n"),
        ("activities:\n- a\n---\n", "activities:\n- a\n- c\n---\n"),
        ("activities: [a, b]\n---\n", "activities: [a, b, c]\n---\n"),
        ("activities: []\n---\n", "activities: [c]\n---\n"),
        ("activities: a\n---\n", None),
    ],
)
def test_a_toolkits_list_grows_in_its_own_form(before: str, after: str | None) -> None:
    assert drafts.with_activity(before, "c") == after


def test_nothing_is_written_over(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project.root / "stories/an-example.md").read_bytes()
    assert new(project, "story", "--title=An example", "--no-input") == 2
    assert (project.root / "stories/an-example.md").read_bytes() == before
    assert capsys.readouterr().err.startswith("stories/an-example.md is there already, and is not written over.")


def test_a_storys_folder_is_not_shadowed(project: Project) -> None:
    project.write("stories/in-a-folder/index.md", "test data")
    assert new(project, "story", "--title=In a folder", "--no-input") == 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Norms: a “start”", "norms-a-start"),
        ("What’s Next?", "whats-next"),
        ("Café 🎉 naïve", "cafe-naive"),
        ("Nguyễn Thị Đặng: Łódź, Straße, Ærø", "nguyen-thi-dang-lodz-strasse-aero"),
        ("قصة", "story-2026-11-22"),
        ("Themes", "story-2026-11-22"),
        ("C:\\Users\\me", "c-users-me"),
        ("a " * 60, "-".join("a" * 30)),
        ("b" * 70, "b" * 60),
    ],
)
def test_a_files_name_is_made_from_the_title(title: str, name: str) -> None:
    assert drafts.name(title, "story", TODAY) == name


@given(title=st.text(min_size=1, max_size=70))
def test_any_title_gives_a_plain_name(title: str) -> None:
    assert set(drafts.name(title, "story", TODAY)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


# What nobody sees is taken out of an answer or refused: tests/manuscript/test_hiding.py.
SEEN = st.characters(blacklist_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"], blacklist_characters="\u2800")
VALUES = st.text(SEEN, max_size=60).filter(lambda text: normalize.plain(text) == text and not normalize.hides(text))


@given(title=VALUES, author=VALUES, materials=st.lists(VALUES, min_size=1, max_size=3))
def test_any_answer_is_read_back_as_it_was_given(title: str, author: str, materials: list[str]) -> None:
    text = drafts.story({"title": title, "kind": "interview", "author": author, "themes": list[Value](materials)})
    front = kinds.parse(text.encode(), "stories/x.md").front
    assert (front["title"], front["author"]) == (" ".join(title.split()), " ".join(author.split()))
    assert front["themes"] == [" ".join(part.split()) for part in materials]


@pytest.mark.parametrize(
    ("flag", "said"),
    [
        ("--state=Atlantis", "--state: `state` is none of the values that it may have."),
        ("--themes=belief", "--themes: `themes`, entry 1 is none of the values that it may have. Did you mean “beliefs”?"),
        ("--activities=test-kit/openin", "--activities: There is no activity of this name. Did you mean test-kit/opening?"),
        ("--evidence=by mail", "--evidence: `evidence` is not written as it should be."),
        ("--name=My Story", "--name: Use small letters, digits and hyphens"),
        ("--title=", "A title is needed"),
    ],
)
def test_a_flag_that_can_not_be_taken_is_said_and_nothing_is_written(
    project: Project, capsys: pytest.CaptureFixture[str], flag: str, said: str
) -> None:
    before = sorted(project.root.rglob("*.md"))
    assert new(project, "story", "--title=Test data", flag, "--no-input") == 2
    assert capsys.readouterr().err.startswith(said)
    assert sorted(project.root.rglob("*.md")) == before


def test_an_activity_needs_a_toolkit_that_is_there(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(project, "activity", "--title=Test data", "--no-input") == 2
    assert new(project, "activity", "--title=Test data", "--toolkit=../stories", "--no-input") == 2
    assert capsys.readouterr().err.splitlines() == [
        "Give --toolkit. Choose one: test-kit.", "There is no toolkit of this name. Choose one: test-kit.",
    ]  # fmt: skip


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a person types, line by line; then only Enter."""
    typed: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda prompt: typed.pop(0) if typed else "")
    yield typed
    assert typed == []


def test_a_person_is_asked_in_plain_words_until_an_answer_fits(
    project: Project, capsys: pytest.CaptureFixture[str], answers: list[str]
) -> None:
    answers += [
        "A first one",
        "poem",
        "illustrative",
        "Test data.",
        "2",
        "tennesee",
        "Tennessee",
        "middle",
        "1, policy",
        "1",
        "none",
    ]
    assert new(project, "story") == 0
    said = capsys.readouterr().out
    assert "The state. Nothing finer: no city, district or school.\n" in said
    assert "  2 teacher leader\n" in said
    assert "`state` is none of the values that it may have. Did you mean “Tennessee”?" in said
    assert "consent" not in said.split("written.")[0]
    assert set(left(project, "stories/a-first-one.md")) == {"14 [unfinished]", "18 [unfinished]", "22 [unfinished]"}


def test_a_flag_spares_its_question(project: Project, capsys: pytest.CaptureFixture[str], answers: list[str]) -> None:
    answers += ["illustrative"]
    new(project, "story", "--title=A first one")
    assert "Title:" not in capsys.readouterr().out
    assert (project.root / "stories/a-first-one.md").is_file()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_who_stops_has_written_nothing(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def leave(prompt: str) -> str:
        raise stop

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", leave)
    before = sorted(project.root.rglob("*.md"))
    assert new(project, "story") == 130
    assert sorted(project.root.rglob("*.md")) == before and "Nothing was written." in capsys.readouterr().err


def test_every_question_says_what_it_wants() -> None:
    for question in (*questions.of_story(()), *questions.of_activity()):
        assert question.says.endswith((".", ")")) and "`" not in question.says
