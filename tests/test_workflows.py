"""What the workflows run is run here too, with a stranger's view: no secret, no permission to write."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from projects import ROOT, small, story

from press import summary
from press.summary import Change, Place

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SECRET = "Marker Middle School"


def load(path: Path) -> dict[object, object]:
    found: dict[object, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def commands(path: Path) -> list[str]:
    jobs: dict[str, dict[str, list[dict[str, str]]]] = load(path)["jobs"]  # type: ignore[assignment]
    return [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]


def stranger(folder: Path) -> dict[str, str]:
    """The environment of a run for a fork: no token, nothing of this machine's settings."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    names = {"PATH": os.environ["PATH"], "HOME": str(home), "GITHUB_ACTIONS": "true", "PYTHONPATH": str(ROOT)}
    return {**names, "GITHUB_STEP_SUMMARY": str(home / "summary.md"), "PYTHONDONTWRITEBYTECODE": "1"}


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test data", "-c", "user.email=test@site.example")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **NO_CONFIG})


NO_CONFIG = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A small project with a commit on top that adds a sound story, one with faults and one with a strange name."""
    folder = tmp_path / "project"
    folder.mkdir()
    small(folder)
    for name in ("Makefile", "tools"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    git(folder, "init", "-q")
    git(folder, "add", "docs", "toolkits", "mkdocs.yml")
    git(folder, "commit", "-qm", "Before")
    (folder / "stories/sound.md").write_text(story(), encoding="utf-8")
    faulty = story(f"## What I saw\n\nCall the office at {SECRET}: 615-555-0134.\n", state="Nowhere")
    (folder / "stories/faulty.md").write_text(faulty, encoding="utf-8")
    (folder / "stories/<b>@all.md").write_text(story(), encoding="utf-8")
    git(folder, "add", "stories")
    git(folder, "commit", "-qm", "Proposed")
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A workflow's command as the runner starts it; set-up counts as done, in the environment of this test."""
    made = command.replace("make ", f"make -o {sys.prefix}/ready -o {sys.prefix}/ready-dev VENV={sys.prefix} ")
    shell = ["bash", "-e", "-o", "pipefail", "-c", made]
    return subprocess.run(shell, cwd=folder, env=stranger(folder), capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_command_of_a_workflow_is_there(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert commands(path)
    for command in commands(path):
        for line in command.splitlines():
            words = line.split()
            if words[0] == "make":
                assert words[1] in targets
            elif words[0].startswith("tools/"):
                assert os.access(ROOT / words[0], os.X_OK)
                subprocess.run(["sh", "-n", ROOT / words[0]], check=True)
            else:
                subprocess.run(["bash", "-n", "-c", line], check=True)


def test_a_proposal_from_a_fork_is_checked_without_any_secret(proposal: Path) -> None:
    checked = [command for command in commands(ROOT / ".github/workflows/checks.yml") if "make check" in command]
    (command,) = checked
    done = run(command, proposal)
    assert done.returncode != 0
    marks = re.findall(r"^::error file=([^,]+),line=(\d+),title=([a-z-]+)::.+$", done.stdout, re.M)
    assert {("stories/faulty.md", "personal-data"), ("stories/faulty.md", "vocabulary")} & {(f, r) for f, _, r in marks}
    assert all(int(line) > 0 for _, line, _ in marks)
    assert "615-555-0134" not in done.stdout + done.stderr


def test_the_summary_of_a_proposal_says_what_is_to_mend_and_repeats_nothing_risky(proposal: Path) -> None:
    (command,) = [command for command in commands(ROOT / ".github/workflows/checks.yml") if "make summary" in command]
    done = run(command, proposal)
    assert done.returncode == 0, done.stderr
    text = (proposal.parent / "home/summary.md").read_text(encoding="utf-8")
    assert "| `stories/sound.md` | story | on the site and in print | – |" in text
    assert re.search(r"\| `stories/faulty.md` \| \w+ \| nowhere yet \| line \d+ \(", text)
    assert "1 more file is not listed here." in text
    listed = (proposal / "summary.json").read_text(encoding="utf-8")
    for risky in (SECRET, "615-555-0134", "@all", "<b>"):
        assert risky not in text + listed


def test_the_comment_is_made_from_the_list_with_nothing_installed(proposal: Path, tmp_path: Path) -> None:
    run("make summary", proposal)
    command = [sys.executable, "-S", "-m", "press.summary", str(proposal / "summary.json"), "https://site.example/run"]
    done = subprocess.run(command, cwd=ROOT, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("### What this proposal changes\n")


GOOD = Change("stories/a.md", "story", ("web",), "stories/a/index.html", (Place(3, "jargon", "review"),))


def test_a_list_comes_back_as_it_was_written() -> None:
    assert summary.read(summary.text((GOOD,), 2)) == ((GOOD,), 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("path", "stories/a.md`](https://elsewhere.example)"),
        ("path", "stories/../../etc/passwd"),
        ("path", "@everyone"),
        ("kind", "<img src=x>"),
        ("channels", ["web", "**bold**"]),
        ("channels", "web"),
        ("page", "https://elsewhere.example/index.html"),
        ("page", "javascript:index.html"),
        ("places", [{"line": 1, "rule": "see https://elsewhere.example", "level": "error"}]),
        ("places", [{"line": "1 @everyone", "rule": "links", "level": "error"}]),
        ("places", [{"line": 1, "rule": "links", "level": "shout"}]),
        ("places", {"line": 1}),
    ],
)
def test_a_list_that_says_anything_else_is_refused(field: str, value: object) -> None:
    rows = json.loads(summary.text((GOOD,)))
    rows["changes"][0][field] = value
    with pytest.raises(summary.Unreadable):
        summary.read(json.dumps(rows))


@pytest.mark.parametrize("given", ["", "[]", "null", '{"changes": 1, "hidden": 0}', "[" * 100_000])
def test_what_is_no_list_is_refused(given: str) -> None:
    with pytest.raises(summary.Unreadable):
        summary.read(given)


def test_a_comment_points_to_the_preview_only_where_there_is_one() -> None:
    assert "https://site.example/run" in summary.markdown((GOOD,), run="https://site.example/run")
    broken = Change("stories/b.md", "unread", (), "", (Place(1, "front-matter", "error"),))
    assert "site.example" not in summary.markdown((GOOD, broken), run="https://site.example/run")


def test_only_the_workflow_that_runs_no_stranger_s_code_may_write() -> None:
    writing = {}
    for path in WORKFLOWS:
        jobs: dict[str, dict[str, dict[str, str]]] = load(path)["jobs"]  # type: ignore[assignment]
        granted = {name for job in jobs.values() for name, value in job.get("permissions", {}).items() if value == "write"}
        if granted:
            writing[path.name] = granted
        started = load(path)[True]  # YAML takes the word "on" for true
        if isinstance(started, dict) and "pull_request" in started:
            assert not granted
    assert writing["comment.yml"] == {"pull-requests"}


@pytest.mark.parametrize("path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.name)
def test_the_forms_are_whole_and_warn_that_they_are_public(path: Path) -> None:
    form = load(path)
    if path.name == "config.yml":
        assert form == {"blank_issues_enabled": False}
        return
    body: list[dict[str, dict[str, str]]] = form["body"]  # type: ignore[assignment]
    assert "Everyone can read this form" in body[0]["attributes"]["value"]
    names = [part["id"] for part in body if "id" in part]
    assert len(names) == len(set(names)) > 0


GH = """#!/bin/sh
# Stands in for GitHub's program: notes what it is asked, and answers from files beside it.
folder=$(dirname "$0")
echo "$*" >> "$folder/asked"
for word in "$@"; do
    case $word in
    body=@*) cat "${word#body=@}" > "$folder/body" ;;
    *creator=*) cat "$folder/number" ;;
    .body) cat "$folder/body" ;;
    esac
done
"""


@pytest.fixture
def reminder(proposal: Path, tmp_path: Path) -> Path:
    """A folder with a stand-in for GitHub, and a project whose told story's consent has ended."""
    folder = tmp_path / "gh"
    folder.mkdir()
    (folder / "gh").write_text(GH, encoding="utf-8")
    (folder / "gh").chmod(0o755)
    (folder / "number").touch()
    (proposal / "stories/faulty.md").unlink()
    consent = "\n  granted: 2020-01-01\n  channels: [web, print]\n  review_by: 2021-01-01\n  evidence: C-0001"
    told = story(f"{SECRET}\n", kind="first-person", attribution="anonymous", consent=consent)
    (proposal / "stories/told.md").write_text(told, encoding="utf-8")
    return folder


def remind(proposal: Path, folder: Path) -> str:
    """Run the workflow's commands as it does; what GitHub was asked."""
    (folder / "asked").unlink(missing_ok=True)
    names = {**stranger(proposal), "PATH": f"{folder}:{os.environ['PATH']}", "REPOSITORY": "some/where", "GH_TOKEN": "test"}
    first, second = commands(ROOT / ".github/workflows/consents.yml")
    assert run(first, proposal).returncode == 0
    subprocess.run(["bash", "-e", "-c", second], cwd=proposal, env=names, check=True, capture_output=True)
    return (folder / "asked").read_text(encoding="utf-8")


def test_a_reminder_is_opened_with_file_names_and_nothing_risky(proposal: Path, reminder: Path) -> None:
    asked = remind(proposal, reminder)
    assert "--method POST repos/some/where/issues -f title=Consents to ask for again" in asked
    body = (reminder / "body").read_text(encoding="utf-8")
    assert "- `stories/told.md`\n" in body
    assert SECRET not in body + asked and "Test data" not in body


def test_a_reminder_that_is_open_is_written_anew_only_where_it_changed(proposal: Path, reminder: Path) -> None:
    remind(proposal, reminder)
    (reminder / "number").write_text("7\n", encoding="utf-8")
    assert "--method" not in remind(proposal, reminder)
    (proposal / "stories/told-too.md").write_bytes((proposal / "stories/told.md").read_bytes())
    asked = remind(proposal, reminder)
    assert "--method PATCH repos/some/where/issues/7 -F body=@" in asked
    assert "repos/some/where/issues/7/comments -f body=The list above has changed." in asked


def test_a_reminder_is_closed_when_nothing_is_left(proposal: Path, reminder: Path) -> None:
    (proposal / "stories/told.md").unlink()
    assert "--method" not in remind(proposal, reminder)
    (reminder / "number").write_text("7\n", encoding="utf-8")
    assert "--method PATCH repos/some/where/issues/7 -f state=closed" in remind(proposal, reminder)
