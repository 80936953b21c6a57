"""The comment on a proposal: its files as GitHub names them, and what its own run says, as data and no more."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from press import checks
from press.review import proposal, strict_json, summary
from press.review.proposal import File
from press.review.summary import Change, Place
from projects import ROOT
from workflow_runs import FOLDER, HEAD, RUN_URL, GitHub, commands, github

GOOD = Change("stories/a.md", "story", ("web",), "stories/a/index.html", (Place(3, "jargon", "review"),))
FAULTY = Change("stories/b.md", "unread", (), "", (Place(1, "front-matter", "error"),))


@pytest.fixture
def gh(tmp_path: Path) -> GitHub:
    """GitHub with a proposal that adds one sound story, and its run's report."""
    found = github(tmp_path / "gh")
    found.lists(("added", "stories/a.md"))
    found.reports(summary.text((GOOD,)))
    found.knows(artifacts="summary\npreview\nodd; rm\n")
    return found


def comment(gh: GitHub, ended: str = "success") -> str:
    """The comment that the workflow writes."""
    (command,) = commands(FOLDER / "comment.yml")
    names = {"RUN": "9", "RUN_URL": RUN_URL, "HEAD": HEAD, "HEAD_OWNER": "someone", "HEAD_BRANCH": "a", "ENDED": ended}
    status, asked = gh.run(command, **names)
    assert status == 0 and "some/where/issues/4/comments" in asked
    return gh.body


def test_a_sound_story_is_reported_in_the_run_s_own_name(gh: GitHub) -> None:
    made = comment(gh)
    assert made.startswith("### What this proposal changes\n\nThe proposal’s own run reported: nothing to mend, 1 thing for")
    assert "| `stories/a.md` | added | story | on the site | – | line 3 (jargon) |" in made
    assert f"from [this run]({RUN_URL})" in made and "commit `1234567`" in made


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        (".github/workflows/checks.yml", "workflow"),
        (".ci/run", "workflow"),
        ("press/manuscript/source.py", "part of the press’s code"),
        ("build_pdfs.py", "part of the press’s code"),
        ("tools/comment.sh", "part of the press’s code"),
        ("requirements-dev.lock", "lock file"),
        ("mkdocs.yml", "setting"),
        ("pyproject.toml", "setting"),
        ("Makefile", "setting"),
        (".github/CODEOWNERS", "setting"),
        ("tests/conftest.py", "test"),
        ("GNUmakefile", "other file"),
        ("json.py", "other file"),
        ("docs/main.html", "other file"),
        ("stories/a.md.py", "other file"),
        ("Stories/a.md", "other file"),
        ("stories", "other file"),
        ("press/theme/a.md", "part of the press’s code"),
    ],
)
def test_point_9_a_comment_says_first_what_is_no_manuscript_and_gives_no_verdict(gh: GitHub, path: str, sort: str) -> None:
    gh.lists(("added", "stories/a.md"), ("modified", path))
    made = comment(gh)
    first = (
        f"**This proposal also changes 1 file that is not a manuscript: 1 {sort}.** Someone who knows the code must look at it."
    )
    assert made.startswith(f"### What this proposal changes\n\n{first}\n\nThe proposal’s own run is not repeated here")
    assert "othing to mend" not in made and "Preview" not in made and RUN_URL not in made
    assert "| `stories/a.md` | added |" in made


def test_what_is_no_manuscript_is_counted_by_sort(gh: GitHub) -> None:
    gh.lists(*(("modified", path) for path in ("press/a.py", "press/b.py", "requirements.lock", ".github/workflows/c.yml")))
    assert "changes 4 files that are not manuscripts: 1 workflow, 1 lock file and 2 parts of the press’s code.**" in comment(gh)


def test_a_text_about_the_project_is_counted_and_takes_no_verdict_away(gh: GitHub) -> None:
    gh.lists(("added", "stories/a.md"), ("modified", "README.md"))
    made = comment(gh)
    assert "1 text about the project" in made and "own run reported: nothing to mend" in made


def test_a_file_renamed_out_of_the_press_counts_as_code(gh: GitHub) -> None:
    gh.lists(("renamed", "stories/a.md", "press/manuscript/source.py"))
    made = comment(gh)
    assert "1 part of the press’s code" in made and "| `stories/a.md` | renamed |" in made and "own run reported" not in made


def test_point_9_a_forged_list_is_measured_by_github_s(gh: GitHub) -> None:
    gh.lists(("modified", "stories/b.md"), ("added", "docs/new.md"))
    gh.reports(summary.text((GOOD, Change("docs/new.md", "page", ("web",), "new/index.html", ()))))
    made = comment(gh)
    assert "stories/a.md" not in made and "also reported on 1 file that this proposal does not change" in made
    assert "| `stories/b.md` | changed | not reported | – | – | – |" in made and "reported nothing on 1 file" in made


def test_what_a_removal_breaks_elsewhere_is_to_mend(gh: GitHub) -> None:
    gh.lists(("removed", "stories/a.md"))
    gh.reports(summary.text((Change("docs/x.md", "unchanged", (), "", (Place(2, "links", "error"),)),)))
    made = comment(gh)
    assert "1 thing to mend" in made and "Preview" in made


def test_a_removed_story_is_listed_whatever_the_run_says(gh: GitHub) -> None:
    gh.lists(("removed", "stories/a.md"), ("renamed", "stories/new.md", "stories/old.md"))
    made = comment(gh)
    assert "| `stories/a.md` | removed | – | – | – | – |" in made and "| `stories/old.md` | removed |" in made
    assert "under `aliases` in its new file" in made and "python -m press withdraw" in made


@pytest.mark.parametrize("path", ["stories/@all.md", "stories/`a`.md", "stories/a](https://x.example).md", "stories/a\u2028|.md"])
def test_a_name_that_could_be_taken_for_something_else_is_only_counted(gh: GitHub, path: str) -> None:
    gh.lists(("added", path))
    made = comment(gh)
    assert path not in made and "1 more file is not listed here." in made and "reported nothing on 1 file" in made


def test_where_github_lists_no_more_there_is_no_verdict(gh: GitHub) -> None:
    gh.lists(*(("added", f"stories/s{count}.md") for count in range(proposal.LIMIT)))
    made = comment(gh)
    assert "there may be others" in made and "own run reported" not in made and len(made) < 65_536


def test_a_long_comment_has_room_on_github(gh: GitHub) -> None:
    names = [f"stories/{'n' * 80}/{count:03}{'m' * 75}.md" for count in range(summary.ROWS)]
    places = tuple(Place(999_999, "a" + "b" * 30, level) for level in ("review",) * 20)
    gh.lists(*(("added", name) for name in names))
    gh.reports(summary.text(tuple(Change(name, "story", summary.CHANNELS, summary.page(name), places) for name in names)))
    assert len(comment(gh)) < 65_536


@pytest.mark.parametrize("report", ["", '{"changes": 1e999, "hidden": 0}', "[" * 90_000, "é" * 600_000, None])
def test_a_report_that_cannot_be_read_leaves_what_github_says(gh: GitHub, report: str | None) -> None:
    if report is None:
        (gh.folder / "summary.json").unlink()
    else:
        gh.reports(report)
        gh.knows(size="7\n")
    made = comment(gh, ended="failure")
    assert "left no report that can be read" in made and "| `stories/a.md` | added | not reported |" in made
    assert "Preview" not in made and f"[its page]({RUN_URL}) says why" in made


def test_a_report_that_is_too_large_is_not_even_fetched(gh: GitHub) -> None:
    gh.knows(size="2000000\n")
    assert "left no report that can be read" in comment(gh)
    assert "run download" not in (gh.folder / "asked").read_text(encoding="utf-8")


def test_a_run_that_ended_badly_offers_what_it_left_as_github_lists_it(gh: GitHub) -> None:
    assert "**Preview:**" in comment(gh, ended="failure") and "**Pictures:**" not in gh.body
    gh.knows(artifacts="pictures\npreview\npreview\n")
    assert comment(gh, ended="failure").count("**Preview:**") == 1 and "**Pictures:**" in gh.body
    gh.knows(artifacts="")
    assert "Preview" not in comment(gh, ended="failure")


@pytest.mark.parametrize(
    "files", ["<html>\n", '["added","stories/a.md"]\n', '["odd","stories/a.md",""]\n', '["added",true,""]\n']
)
def test_a_list_of_files_that_cannot_be_read_is_said(gh: GitHub, files: str) -> None:
    gh.knows(files=files)
    made = comment(gh)
    assert "GitHub’s list of the files could not be read" in made and "own run reported" not in made


def test_a_later_run_replaces_the_comment(gh: GitHub) -> None:
    gh.knows(comment="77\n")
    comment(gh)
    assert "--method PATCH repos/some/where/issues/comments/77" in (gh.folder / "asked").read_text(encoding="utf-8")


@pytest.mark.parametrize("known", [{"proposal": ""}, {"head": "f" * 40}])
def test_nothing_is_said_of_a_commit_that_is_not_the_newest_of_a_proposal(gh: GitHub, known: dict[str, str]) -> None:
    gh.knows(**known)
    names = {"RUN": "9", "RUN_URL": RUN_URL, "HEAD": HEAD, "HEAD_OWNER": "someone", "HEAD_BRANCH": "a", "ENDED": "success"}
    status, asked = gh.run("tools/comment.sh", **names)
    assert status == 0 and "/comments" not in asked


def test_a_file_copied_from_the_press_leaves_the_press_as_it_is() -> None:
    assert proposal.touched([File("stories/a.md", "copied", "press/a.py")]) == {"stories/a.md": "copied"}


def test_a_list_comes_back_as_it_was_written() -> None:
    assert summary.read(summary.text((GOOD,), 2)) == ((GOOD,), 2)


def test_the_largest_list_that_is_written_can_be_read() -> None:
    stem = "/".join(["stories", *["n" * 81] * 7])
    places = (Place(strict_json.NUMBERS, "a" + "b" * 30, "review"),) * 50
    names = [f"{stem}/{count:03}{'n' * 75}.md" for count in range(summary.ROWS + 5)]
    changes = tuple(Change(name, "unchanged", summary.CHANNELS, summary.page(name), places) for name in names)
    read, hidden = summary.read(summary.text(changes))
    assert (len(read), hidden) == (summary.ROWS, 5)


def test_of_many_places_what_is_to_mend_is_kept() -> None:
    places = (*[Place(1, "jargon", "review")] * 50, Place(2, "links", "error"))
    ((change,), _) = summary.read(summary.text((Change("stories/a.md", "story", (), "", places),)))
    assert change.count("error") == 1


def test_the_rule_of_every_check_may_stand_in_a_list() -> None:
    rules = {check.rule for check in checks.CHECKS}
    places = [Place(1, rule, "error") for rule in sorted(rules)]
    for place in places:
        assert summary.read(summary.text((Change("stories/a.md", "story", (), "", (place,)),)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("path", "stories/a.md`](https://elsewhere.example)"),
        ("path", "stories/a.md\n"),
        ("path", "stories/../../etc/passwd"),
        ("path", "@everyone"),
        ("path", ["stories/a.md"]),
        ("path", None),
        ("kind", "<img src=x>"),
        ("kind", []),
        ("channels", ["web", "**bold**"]),
        ("channels", ["web", "web"]),
        ("channels", "web"),
        ("channels", {}),
        ("page", "https://elsewhere.example/index.html"),
        ("page", "stories/other/index.html"),
        ("page", "javascript:index.html"),
        ("places", [{"line": 1, "rule": "see https://elsewhere.example", "level": "error"}]),
        ("places", [{"line": 1, "rule": "links\n", "level": "error"}]),
        ("places", [{"line": "1", "rule": "links", "level": "error"}]),
        ("places", [{"line": True, "rule": "links", "level": "error"}]),
        ("places", [{"line": 1.0, "rule": "links", "level": "error"}]),
        ("places", [{"line": 0, "rule": "links", "level": "error"}]),
        ("places", [{"line": -1, "rule": "links", "level": "error"}]),
        ("places", [{"line": 1_000_001, "rule": "links", "level": "error"}]),
        ("places", [{"line": 1, "rule": "links", "level": "shout"}]),
        ("places", [{"line": 1, "rule": "links", "level": "error", "what": "words"}]),
        ("places", [{"line": 1, "rule": "links"}]),
        ("places", [{"line": 1, "rule": "links", "level": "error"}] * 31),
        ("places", {"line": 1}),
        ("more", "words"),
    ],
)
def test_a_list_that_says_anything_else_is_refused(field: str, value: object) -> None:
    rows = json.loads(summary.text((GOOD,)))
    rows["changes"][0][field] = value
    with pytest.raises(summary.Unreadable):
        summary.read(json.dumps(rows))


@pytest.mark.parametrize(
    "given",
    [
        "",
        "[]",
        "null",
        "1",
        "{}",
        '{"changes": 1, "hidden": 0}',
        '{"changes": [], "hidden": false}',
        '{"changes": [], "hidden": NaN}',
        '{"changes": [], "hidden": -Infinity}',
        '{"changes": [], "hidden": -1}',
        '{"changes": [], "hidden": 0, "more": 1}',
        '{"changes": [], "hidden": 0, "hidden": 0}',
        '{"changes": [], "hidden": ' + "9" * 5_000 + "}",
        "[" * 100_000,
        '{"a":' * 100_000,
        '\ufeff{"changes": [], "hidden": 0}',
        summary.text((GOOD, GOOD)),
        summary.text(()) + " " * strict_json.BYTES,
    ],
    ids=lambda given: given[:40],
)
def test_what_is_no_list_is_refused(given: str) -> None:
    with pytest.raises(summary.Unreadable):
        summary.read(given)


def test_a_comment_is_made_with_nothing_installed(gh: GitHub) -> None:
    command = [sys.executable, "-S", "-m", "press.review.proposal", str(gh.folder / "files"), str(gh.folder / "summary.json")]
    done = subprocess.run([*command, "--commit", HEAD], cwd=ROOT, env={}, capture_output=True, text=True, check=True)
    assert "| `stories/a.md` | added | story |" in done.stdout


def alone(path: Path) -> subprocess.CompletedProcess[str]:
    """The list at `path`, read with nothing installed."""
    command = [sys.executable, "-S", "-m", "press.review.summary", str(path), RUN_URL]
    return subprocess.run(command, cwd=ROOT, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False)


def test_point_11_a_line_of_1e999_in_a_proposal_s_data_is_answered_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text(summary.text((GOOD,)).replace('"line": 3', '"line": 1e999'), encoding="utf-8")
    done = alone(tmp_path / "summary.json")
    assert done.returncode == 1 and re.fullmatch(r"This is not a list of changes that the press writes\.[^\n]+\n", done.stderr)


@pytest.mark.parametrize("given", [b"\xff\xfe{}", b" " * 1_000_001, None])
def test_a_file_that_is_no_text_or_too_large_or_missing_is_answered_with_a_sentence(tmp_path: Path, given: bytes | None) -> None:
    if given is not None:
        (tmp_path / "summary.json").write_bytes(given)
    done = alone(tmp_path / "summary.json")
    assert done.returncode == 1 and done.stderr.startswith("This is not a list of changes") and done.stderr.count("\n") == 1


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text(summary.text((GOOD,)), encoding="utf-8")
    (tmp_path / "summary.json").symlink_to("real.json")
    with pytest.raises(summary.Unreadable):
        summary.load(tmp_path / "summary.json")


def test_a_summary_points_to_the_preview_only_where_there_is_one() -> None:
    assert RUN_URL in summary.markdown((GOOD,), run=RUN_URL)
    assert "Preview" not in summary.markdown((GOOD, FAULTY))
