"""The parts of the comment on a proposal, one by one: sorts of files, their number, and who is told what."""

import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from press.review import proposal, summary
from press.review.proposal import File, Run
from press.review.strict_json import Unreadable
from press.review.summary import Change, Place

RUN = "https://site.example/run"
STORY = Change("stories/a.md", "story", ("web",), "stories/a/index.html", ())
MEND, LOOK = Place(3, "links", "error"), Place(5, "jargon", "review")
ADDED = File("stories/a.md", "added")
NOT_REPEATED = "The proposal’s own run is not repeated here"


def comment(
    *files: File, report: tuple[Change, ...] | None = (), ended: str = "success", offered: tuple[str, ...] = ("preview",)
) -> str:
    return proposal.comment(files, report, Run(RUN, ended, offered))


def changed(*paths: str) -> tuple[File, ...]:
    return tuple(File(path, "modified") for path in paths)


# GitHub's list


def test_a_file_and_a_run_cannot_be_changed_once_they_are_read() -> None:
    (found,) = proposal.files('["added","stories/a.md",""]\n')
    for record, name in ((found, "path"), (Run(RUN), "ended")):
        with pytest.raises(FrozenInstanceError):
            setattr(record, name, "")


@pytest.mark.parametrize("status", ["added", "modified", "changed", "unchanged", "removed"])
def test_each_status_of_github_comes_back(status: str) -> None:
    assert proposal.files(f'["{status}","a",""]\n') == (File("a", status),)
    with pytest.raises(Unreadable):
        proposal.files(f'["{status}","a","b"]\n')


@pytest.mark.parametrize("status", ["renamed", "copied"])
def test_what_was_renamed_or_copied_has_an_earlier_name(status: str) -> None:
    assert proposal.files(f'["{status}","b","a"]\n') == (File("b", status, "a"),)
    with pytest.raises(Unreadable):
        proposal.files(f'["{status}","b",""]\n')


@pytest.mark.parametrize(
    "lines",
    ['["added","a"]', '["added","a","",""]', '["added","",""]', '["added","a",null]', '["added","a",""]\n["removed","a",""]'],
)
def test_a_line_that_github_would_not_write_is_refused(lines: str) -> None:
    with pytest.raises(Unreadable):
        proposal.files(lines)


def test_an_empty_list_has_no_file() -> None:
    assert proposal.files("\n") == ()


def test_a_renamed_file_is_gone_from_its_earlier_name_unless_that_is_taken_anew() -> None:
    moved = File("b", "renamed", "a")
    assert proposal.touched([moved]) == {"a": "removed", "b": "renamed"}
    assert proposal.touched([moved, File("a", "added")]) == {"a": "added", "b": "renamed"}
    for status in ("added", "modified", "changed", "unchanged", "removed"):
        assert proposal.touched([File("a", status)]) == {"a": status}


# Sorts


@pytest.mark.parametrize(
    "path", ["stories/a.md", "docs/x/y.md", "toolkits/a/b.PNG", "stories/a.jpeg", "stories/a.webp", "stories/a.jpg"]
)
def test_a_manuscript_or_picture_has_no_sort(path: str) -> None:
    assert proposal.sort(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "README.md.py",
        "LICENSE.sh",
        "LICENSE-CONTENT.py",
        "mkdocs.yml.bak",
        "pyproject.toml~",
        "build_pdfs.pyc",
        "Makefile.in",
        "requirements.lock.txt",
        "stories/a.md\u2028.py",
        "stories/a.MD",
        "xstories/a.md",
        "old/README.md",
        "a\nREADME.md",
    ],
)
def test_a_name_that_only_begins_or_ends_like_a_known_one_is_another_file(path: str) -> None:
    assert proposal.sort(path) == "other file"


def test_code_in_the_guise_of_a_text_takes_the_verdict_away() -> None:
    for path in ("README.md.py", "LICENSE.sh"):
        assert NOT_REPEATED in comment(ADDED, *changed(path), report=(STORY,))
    assert NOT_REPEATED not in comment(ADDED, *changed("README.md", "LICENSE"), report=(STORY,))


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        (("README.md",), "This proposal changes 1 file that is not a manuscript: 1 text about the project.** Someone who knows "
         "the code must look at it."),
        (("README.md", "LICENSE"), "This proposal changes 2 files that are not manuscripts: 2 texts about the project.** Someone "
         "who knows the code must look at them."),
        (("a", "b", "tests/c.py"), "changes 3 files that are not manuscripts: 1 test and 2 other files.**"),
        (("a", "tests/c.py", ".ci/run", "Makefile"), ": 1 workflow, 1 test, 1 setting and 1 other file.**"),
    ],
)  # fmt: skip
def test_what_is_no_manuscript_is_counted_in_words(paths: tuple[str, ...], words: str) -> None:
    assert words in comment(*changed(*paths))


# Who is told what


def test_a_proposal_of_no_file_is_said_to_change_none() -> None:
    assert comment() == "### What this proposal changes\n\nThis proposal changes no file.\n"


def test_the_whole_comment_on_a_sound_story_reads_in_its_order() -> None:
    (preview,) = summary.preview([STORY], RUN)
    assert comment(ADDED, report=(STORY,)) == (
        "### What this proposal changes\n\nThe proposal’s own run reported: nothing to mend.\n\n"
        "| File | Change | What it is | It would appear | To mend | To look at |\n|---|---|---|---|---|---|\n"
        f"| `stories/a.md` | added | story | on the site | – | – |\n\n{preview}\n"
    )


def test_a_text_about_the_project_alone_brings_no_table_and_no_verdict() -> None:
    made = comment(*changed("README.md"), report=(STORY,))
    assert "|" not in made and "reported" not in made and NOT_REPEATED not in made
    assert "also changes" not in made and "also changes" in comment(ADDED, *changed("README.md"))


def test_changed_code_alone_brings_no_table() -> None:
    made = comment(*changed("press/a.py"))
    assert NOT_REPEATED in made and "|" not in made


def test_beside_changed_code_only_names_and_changes_stand_in_the_table() -> None:
    made = comment(ADDED, File("stories/`b`.md", "added"), *changed("press/a.py"), report=(STORY,))
    table = "| Text or picture | Change |\n|---|---|\n| `stories/a.md` | added |\n\n1 more file is not listed here."
    assert made.endswith(f"{table}\n") and "`b`" not in made


@pytest.mark.parametrize(("count", "more"), [(2_999, False), (3_000, True), (3_001, True)])
def test_github_lists_3000_files_so_beyond_2999_there_may_be_others(count: int, more: bool) -> None:
    made = comment(*(File(f"stories/{number}.md", "added") for number in range(count)))
    assert ("GitHub lists 3,000 files and no more; there may be others." in made) == more
    assert (NOT_REPEATED in made) == more


@pytest.mark.parametrize(
    ("status", "said"),
    [("added", "added"), ("modified", "changed"), ("changed", "changed"), ("unchanged", "changed"), ("removed", "removed")],
)
def test_a_change_is_said_in_plain_words(status: str, said: str) -> None:
    assert f"| `stories/a.md` | {said} |" in comment(File("stories/a.md", status), report=(STORY,))


def test_what_a_removed_page_means_is_said_and_of_a_picture_it_is_not() -> None:
    assert "**Removed:** links and bookmarks" in comment(File("stories/a.md", "removed"))
    assert "**Removed:**" not in comment(File("stories/a.png", "removed"))
    assert "**Removed:**" not in comment(ADDED)
    assert "**Removed:**" not in comment(File("stories/a.md", "unchanged"), File("stories/b.md", "copied", "stories/a.md"))
    assert "**Removed:**" not in comment(File("stories/a.md", "renamed", "press/a.py"))


def test_what_is_removed_is_not_described_though_the_run_says_it_is_there() -> None:
    made = comment(File("stories/a.md", "removed"), report=(Change("stories/a.md", "story", ("web",), "", (MEND,)),))
    assert "| `stories/a.md` | removed | – | – | – | – |" in made and "nothing to mend" in made
    assert "not listed here" not in made and "reported nothing" not in made


@pytest.mark.parametrize(("count", "words"), [(1, "nothing on 1 file of"), (2, "nothing on 2 files of")])
def test_files_that_the_run_left_out_are_counted(count: int, words: str) -> None:
    made = comment(ADDED, *(File(f"stories/b{number}.md", "added") for number in range(count)), report=(STORY,))
    assert f"It reported {words} this proposal." in made
    assert made.count("| added | not reported | – | – | – |") == count


def test_a_run_without_a_report_is_not_said_to_have_left_something_out() -> None:
    made = comment(ADDED, report=None)
    assert "left no report that can be read" in made and "It reported nothing" not in made and "Preview" not in made


@pytest.mark.parametrize(("count", "words"), [(1, "on 1 file that"), (2, "on 2 files that")])
def test_what_the_run_says_of_other_files_is_counted_and_weighed(count: int, words: str) -> None:
    others = tuple(Change(f"stories/c{number}.md", "unchanged", (), "", (MEND,)) for number in range(count))
    made = comment(ADDED, report=(STORY, *others))
    assert f"It also reported {words} this proposal does not change, not listed here." in made
    assert f"{count} thing{'s' * (count > 1)} to mend" in made and "Preview" in made and "stories/c" not in made


def test_other_files_with_something_to_look_at_take_no_preview_away() -> None:
    made = comment(ADDED, report=(STORY, Change("stories/c.md", "unchanged", (), "", (LOOK,))))
    assert "1 thing for an editor to look at" in made and "Preview" in made
    assert "Each line is marked" not in made


@pytest.mark.parametrize("offered", [(), ("preview",), ("pictures",), ("preview", "pictures")])
def test_what_the_run_left_is_offered_and_nothing_else(offered: tuple[str, ...]) -> None:
    made = comment(ADDED, report=(STORY,), offered=offered)
    assert ("**Preview:**" in made) == ("preview" in offered) and ("**Pictures:**" in made) == ("pictures" in offered)
    assert "Preview" not in comment(ADDED, report=None, offered=offered)
    assert "Preview" not in comment(ADDED, *changed("press/a.py"), report=(STORY,), offered=offered)


@pytest.mark.parametrize("ended", ["failure", "cancelled", "timed_out", "action_required", "skipped", "stale", ""])
def test_where_the_run_ended_badly_its_page_says_why_and_what_it_left_is_offered(ended: str) -> None:
    made = comment(ADDED, report=(STORY,), ended=ended)
    assert f"The run as a whole did not end well: [its page]({RUN}) says why." in made and "Preview" in made
    assert "did not end well" not in comment(ADDED, report=(STORY,))


@pytest.mark.parametrize(
    "file",
    [File("stories/a.md", "renamed", "stories/b.md"), File("stories/a.md", "copied", "stories/b.md"), *changed("stories/a.md")],
)
def test_a_story_that_was_moved_or_changed_is_reported_like_a_new_one(file: File) -> None:
    faulty = Change("stories/a.md", "story", (), "", (MEND,))
    assert "1 thing to mend" in comment(file, report=(faulty,))
    assert "line 3 (links)" in comment(file, report=(faulty,))
    silent = comment(file)
    assert "It reported nothing on 1 file of this proposal." in silent and "| not reported |" in silent


def test_words_that_were_read_mean_what_words_in_the_program_mean() -> None:
    gone = Change("stories/gone.md", "story", ("web",), "", (MEND,))
    listed = '["removed","stories/gone.md",""]\n["renamed","stories/a.md","stories/old.md"]\n'
    report, _ = summary.read(summary.text((STORY, gone)))
    made = proposal.comment(proposal.files(listed), report, Run(RUN, "".join(["succ", "ess"]), ("preview",)))
    assert "nothing to mend." in made and "Preview" in made and "did not end well" not in made and "reported nothing" not in made
    assert "| `stories/gone.md` | removed | – | – | – | – |" in made and "| `stories/old.md` | removed |" in made
    assert "**Removed:**" in proposal.comment(proposal.files(listed.split("\n")[0]), report, Run(RUN))


def test_files_stand_in_the_order_of_their_names() -> None:
    made = comment(*(File(f"stories/{name}.md", "added") for name in "cab"))
    assert made.index("/a.md") < made.index("/b.md") < made.index("/c.md")


def test_lines_are_said_to_be_marked_where_the_run_found_some() -> None:
    found = Change("stories/a.md", "story", ("web",), "stories/a/index.html", (LOOK,))
    assert comment(ADDED, report=(found,)).endswith("Each line is marked under “Files changed”, with what to do.\n")


# The command


def printed(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> str:
    proposal.main([str(folder / "files"), str(folder / "report"), "--commit", "1234567890", *arguments])
    return capsys.readouterr().out


def test_the_command_prints_the_comment_and_the_commit_that_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "files").write_text('["added","stories/a.md",""]\n', encoding="utf-8")
    (tmp_path / "report").write_text(summary.text((STORY,)), encoding="utf-8")
    end = "\nThis is about commit `1234567`; what was changed later is not in it.\n"
    assert printed(capsys, tmp_path, "--run", RUN, "--offers", "preview") == comment(ADDED, report=(STORY,)) + end
    assert printed(capsys, tmp_path, "--run", RUN, "--offers") == comment(ADDED, report=(STORY,), offered=()) + end
    assert printed(capsys, tmp_path) == proposal.comment((ADDED,), (STORY,), Run()) + end
    assert printed(capsys, tmp_path, "--ended", "failure") == proposal.comment((ADDED,), (STORY,), Run("", "failure")) + end


@pytest.mark.parametrize("files", [b"\xff\n", b"{}\n", None])
def test_the_command_says_where_githubs_list_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: bytes | None
) -> None:
    if files is not None:
        (tmp_path / "files").write_bytes(files)
    made = printed(capsys, tmp_path)
    assert made.startswith("### What this proposal changes\n\nGitHub’s list of the files could not be read.")


def test_the_command_does_not_speak_of_a_proposal_without_its_commit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["proposal", str(tmp_path / "files"), str(tmp_path / "report")])
    with pytest.raises(SystemExit):
        proposal.main()
