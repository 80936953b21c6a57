"""What the workflows run is run here too, with a stranger's view: no secret, no permission to write."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from press.commands import main
from press.publishing import preview
from press.review import proposal as press_proposal
from press.review import summary
from projects import ROOT, small, story
from workflow_runs import FOLDER, RUN_URL, WORKFLOWS, GitHub, commands, github, jobs, load, run, steps, stranger

SECRET = "Marker Middle School"
NO_CONFIG = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test data", "-c", "user.email=test@site.example")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **NO_CONFIG})


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
    checked = [command for command in commands(FOLDER / "checks.yml") if "make check" in command]
    (command,) = checked
    done = run(command, proposal)
    assert done.returncode != 0
    marks = re.findall(r"^::error file=([^,]+),line=(\d+),title=([a-z-]+)::.+$", done.stdout, re.M)
    assert {("stories/faulty.md", "personal-data"), ("stories/faulty.md", "vocabulary")} & {(f, r) for f, _, r in marks}
    assert all(int(line) > 0 for _, line, _ in marks)
    assert "615-555-0134" not in done.stdout + done.stderr


def test_the_summary_of_a_proposal_says_what_is_to_mend_and_repeats_nothing_risky(proposal: Path) -> None:
    (command,) = [command for command in commands(FOLDER / "checks.yml") if "make summary" in command]
    done = run(command, proposal)
    assert done.returncode == 0, done.stderr
    text = (proposal.parent / "home/summary.md").read_text(encoding="utf-8")
    assert "| `stories/sound.md` | story | on the site and in print | – |" in text
    assert re.search(r"\| `stories/faulty.md` \| \w+ \| nowhere yet \| line \d+ \(", text)
    assert "1 more file is not listed here." in text
    listed = (proposal / "summary.json").read_text(encoding="utf-8")
    for risky in (SECRET, "615-555-0134", "@all", "<b>"):
        assert risky not in text + listed


def test_a_proposal_with_faults_has_a_preview_which_is_not_published() -> None:
    there = jobs(FOLDER / "checks.yml")["manuscripts"]["steps"]
    always = "${{ !cancelled() && github.event_name == 'pull_request' }}"
    (made,) = [step for step in there if step.get("run") == "make preview"]
    left = {step["with"]["name"]: step for step in there if "upload-artifact" in step.get("uses", "")}
    assert made["if"] == left["preview"]["if"] == always and left["preview"]["with"]["path"] == preview.FOLDER
    (drawn,) = [step for step in there if step.get("run") == "make pictures"]
    assert (
        drawn["if"] == left["pictures"]["if"] == always and drawn["continue-on-error"] and there.index(made) < there.index(drawn)
    )
    (site,) = [step for step in there if step.get("run") == "make site"]
    assert "if" not in site  # so where a check found something, it is not even tried
    assert left["site"]["if"] == "github.event_name == 'push'"
    assert not [path.name for path in WORKFLOWS if path.name != "checks.yml" and "preview" in str(commands(path) + steps(path))]


def listed(project: Path) -> dict[str, summary.Change]:
    """What `make summary` lists."""
    assert run("make summary", project).returncode == 0
    return {change.path: change for change in summary.load(project / "summary.json")[0]}


@pytest.mark.slow
def test_a_text_that_cannot_be_read_is_listed_with_the_page_that_shows_its_messages(proposal: Path) -> None:
    found = listed(proposal)
    assert found["stories/faulty.md"].kind == "unread" and found["stories/faulty.md"].page == "stories/faulty/index.html"
    assert main(["--root", str(proposal), "preview", "--no-handouts"]) == 0
    shown = (proposal / preview.FOLDER / found["stories/faulty.md"].page).read_text(encoding="utf-8")
    assert "To mend: stories/faulty.md" in shown and SECRET not in shown and "615-555-0134" not in shown


def test_a_removed_page_is_listed_and_so_is_the_link_to_it_that_breaks(proposal: Path) -> None:
    (proposal / "docs/more.md").write_text("---\ntitle: More\ndescription: Test data.\n---\nTest data.\n", encoding="utf-8")
    home = (proposal / "docs/index.md").read_text(encoding="utf-8")
    (proposal / "docs/index.md").write_text(f"{home}\nSee [more](more.md).\n", encoding="utf-8")
    git(proposal, "add", "docs")
    git(proposal, "commit", "-qm", "Before the removal")
    (proposal / "docs/more.md").unlink()
    git(proposal, "commit", "-qam", "The removal")
    found = listed(proposal)
    assert found["docs/more.md"].kind == "removed"
    assert found["docs/index.md"].kind == "unchanged" and found["docs/index.md"].count("error")


def test_a_name_in_no_known_writing_is_counted_and_ends_nothing(proposal: Path) -> None:
    (proposal / os.fsdecode(b"stories/\xff.md")).write_text(story(), encoding="utf-8")
    git(proposal, "add", "stories")
    git(proposal, "commit", "-qm", "A strange name")
    assert "stories/sound.md" not in listed(proposal)


def test_a_summary_that_cannot_be_written_is_answered_with_a_sentence(proposal: Path) -> None:
    done = run(f"{sys.executable} -m press summary --json there/is/no/folder.json", proposal)
    assert done.returncode == 1
    assert done.stderr == "there/is/no/folder.json is not there, or is a link that leads nowhere.\n"


def test_each_job_may_write_what_it_needs_and_no_more() -> None:
    granted = {
        (path.stem, name, right)
        for path in WORKFLOWS
        for name, job in jobs(path).items()
        for right, value in job.get("permissions", {}).items()
        if value == "write"
    }
    assert granted == {
        ("comment", "comment", "pull-requests"),
        ("consents", "remind", "issues"),
        ("pages", "publish", "pages"),
        ("pages", "publish", "id-token"),
        ("pages", "alarm", "issues"),
        ("schedules", "enable", "actions"),
        ("soak", "tell", "issues"),
    }
    assert jobs(FOLDER / "schedules.yml")["enable"]["permissions"] == {"actions": "write"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_a_proposal_starts_may_write_nothing(path: Path) -> None:
    started = load(path)[True]  # YAML takes the word "on" for true
    if isinstance(started, dict) and "pull_request" in started:
        assert not [job for job in jobs(path).values() if "write" in job.get("permissions", {}).values()]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_command_has_words_of_an_event_in_it(path: Path) -> None:
    assert commands(path)
    assert not [command for command in commands(path) if "${{" in command]


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


@pytest.fixture
def gh(tmp_path: Path) -> GitHub:
    return github(tmp_path / "gh")


@pytest.fixture
def told(proposal: Path) -> Path:
    """The project with a told story whose consent has ended."""
    (proposal / "stories/faulty.md").unlink()
    consent = "\n  granted: 2020-01-01\n  channels: [web, print]\n  review_by: 2021-01-01\n  evidence: C-0001"
    text = story(f"{SECRET}\n", kind="first-person", attribution="anonymous", consent=consent)
    (proposal / "stories/told.md").write_text(text, encoding="utf-8")
    return proposal


def remind(project: Path, gh: GitHub) -> str:
    """Run the workflow's commands as it does; what GitHub was asked."""
    first, second = commands(FOLDER / "consents.yml")
    assert run(first, project).returncode == 0
    status, asked = gh.run(second, project, HOME=stranger(project)["HOME"])
    assert status == 0
    return asked


def test_a_reminder_is_opened_with_file_names_and_nothing_risky(told: Path, gh: GitHub) -> None:
    asked = remind(told, gh)
    assert "--method POST repos/some/where/issues -f title=Consents to ask for again" in asked
    assert "- `stories/told.md`\n" in gh.body
    assert SECRET not in gh.body + asked and "Test data" not in gh.body


def test_a_reminder_that_is_open_is_written_anew_only_where_it_changed(told: Path, gh: GitHub) -> None:
    remind(told, gh)
    gh.knows(number="7\n")
    assert "--method" not in remind(told, gh)
    (told / "stories/told-too.md").write_bytes((told / "stories/told.md").read_bytes())
    asked = remind(told, gh)
    assert "--method PATCH repos/some/where/issues/7 -F body=@" in asked
    assert "repos/some/where/issues/7/comments -f body=The list above has changed." in asked


def test_a_reminder_is_closed_when_nothing_is_left(told: Path, gh: GitHub) -> None:
    (told / "stories/told.md").unlink()
    assert "--method" not in remind(told, gh)
    gh.knows(number="7\n")
    assert "--method PATCH repos/some/where/issues/7 -f state=closed" in remind(told, gh)


def soaked(gh: GitHub, how: str, seed: str = "4711") -> str:
    """What GitHub is asked after the weekly random tests."""
    (command,) = [step["run"] for step in jobs(FOLDER / "soak.yml")["tell"]["steps"] if "run" in step]
    status, asked = gh.run(command, SOAKED=how, SEED=seed, RUN_URL=RUN_URL)
    assert status == 0
    return asked


@pytest.mark.parametrize("how", ["failure", "cancelled", "skipped", ""])
def test_random_tests_that_fail_open_an_issue_with_their_seed(gh: GitHub, how: str) -> None:
    asked = soaked(gh, how)
    assert "--method POST repos/some/where/issues -f title=The weekly random tests failed" in asked
    assert "`make soak SEED=4711`" in gh.body and f"Newest run: {RUN_URL}\n" in gh.body


def test_the_seed_of_a_second_failure_is_written_into_the_same_issue(gh: GitHub) -> None:
    soaked(gh, "failure")
    gh.knows(number="7\n")
    asked = soaked(gh, "failure", seed="4712")
    assert "--method PATCH repos/some/where/issues/7 -F body=@" in asked and "POST repos/some/where/issues " not in asked
    assert "`make soak SEED=4712`" in gh.body


def test_random_tests_that_pass_open_none_and_close_the_one_that_is_open(gh: GitHub) -> None:
    assert "--method" not in soaked(gh, "success")
    gh.knows(number="7\n")
    assert "--method PATCH repos/some/where/issues/7 -f state=closed" in soaked(gh, "success")


def test_the_seed_that_an_issue_gives_is_the_one_that_the_tests_ran_with() -> None:
    there = jobs(FOLDER / "soak.yml")
    (made,) = [step["env"]["SEED"] for step in there["soak"]["steps"] if step.get("run") == "make soak"]
    (told,) = [step["env"]["SEED"] for step in there["tell"]["steps"] if "run" in step]
    assert made == told


def test_code_is_tested_on_each_python_that_the_project_names() -> None:
    there = jobs(FOLDER / "checks.yml")
    runs = there["tests"]["strategy"]["matrix"]["include"]
    assert [run["python"] for run in runs] == ["3.11", "3.12", "3.13", "3.14"]
    assert len({run["image"] for run in runs}) == len(runs) and there["tests"]["container"]["image"] == "${{ matrix.image }}"
    assert there["code"]["needs"] == "tests" and there["code"]["if"] == "always()"
    assert all(there[name]["continue-on-error"] for name in ("macos", "windows"))


def alarm(gh: GitHub, built: str, published: str, run_url: str = RUN_URL) -> str:
    """What GitHub is asked at the end of a publish; the run is red just where one of the two failed."""
    (command,) = [step["run"] for step in jobs(FOLDER / "pages.yml")["alarm"]["steps"] if "run" in step]
    status, asked = gh.run(command, BUILT=built, PUBLISHED=published, RUN_URL=run_url)
    assert (status == 0) == (built == published == "success")
    return asked


@pytest.mark.parametrize(("built", "published"), [("failure", "skipped"), ("success", "failure"), ("", "skipped"), ("", "")])
def test_an_alarm_says_that_nothing_was_published_and_what_is_at_stake(gh: GitHub, built: str, published: str) -> None:
    asked = alarm(gh, built, published)
    assert "--method POST repos/some/where/issues -f title=The nightly publish failed" in asked
    assert gh.body.startswith("**Nothing was published.") and "taken back since then is still online" in gh.body
    assert f"Newest run: {RUN_URL}\n" in gh.body and "stories/" not in gh.body


def test_an_alarm_says_that_the_last_sound_texts_were_published(gh: GitHub) -> None:
    asked = alarm(gh, "failure", "success")
    assert "-f title=The nightly publish failed" in asked
    assert gh.body.startswith("**The texts of today could not be built.") and "left out all the same" in gh.body


def test_an_alarm_that_is_open_is_kept_up_to_date_and_speaks_where_what_happened_changed(gh: GitHub) -> None:
    alarm(gh, "failure", "success")
    gh.knows(number="7\n")
    again = alarm(gh, "failure", "success", run_url="https://site.example/next")
    assert "--method PATCH repos/some/where/issues/7 -F body=@" in again and "/comments" not in again
    assert "Newest run: https://site.example/next\n" in gh.body
    assert "issues/7/comments -f body=What happened has changed" in alarm(gh, "failure", "skipped")


def test_an_alarm_is_closed_by_the_next_success_and_a_success_opens_none(gh: GitHub) -> None:
    assert "--method" not in alarm(gh, "success", "success")
    gh.knows(number="7\n")
    assert "--method PATCH repos/some/where/issues/7 -f state=closed" in alarm(gh, "success", "success")


def test_a_site_that_was_built_is_published_though_the_build_failed() -> None:
    build, publish, last = (jobs(FOLDER / "pages.yml")[name] for name in ("build", "publish", "alarm"))
    (made,) = [step for step in steps(FOLDER / "pages.yml") if step.get("run") == "make site"]
    (packed,) = [step for step in steps(FOLDER / "pages.yml") if step.get("id") == "pack"]
    assert made["continue-on-error"] and packed["if"] == "hashFiles('site/index.html') != ''"
    assert build["outputs"] == {"built": "${{ steps.build.outcome }}", "packed": "${{ steps.pack.outcome }}"}
    assert publish["if"] == "needs.build.outputs.packed == 'success'"
    assert last["if"] == "always()" and last["needs"] == ["build", "publish"]


def test_every_workflow_on_a_schedule_is_kept_alive_but_one_that_a_person_disabled(gh: GitHub, tmp_path: Path) -> None:
    scheduled = {path.name for path in WORKFLOWS if "schedule" in load(path)[True]}  # type: ignore[operator]
    assert {"pages.yml", "consents.yml"} <= scheduled
    rows = [f"disabled_inactivity\t.github/workflows/{path.name}\n" for path in WORKFLOWS]
    off = ["disabled_manually\t.github/workflows/off.yml\n", "active\tdynamic/dependabot/updates\n"]
    gh.knows(workflows="".join([*rows, *off]))
    (command,) = commands(FOLDER / "schedules.yml")
    status, asked = gh.run(command, tmp_path)
    enabled = set(re.findall(r"--method PUT repos/some/where/actions/workflows/(\S+)/enable", asked))
    assert status == 0 and scheduled <= enabled and enabled == {path.name for path in WORKFLOWS}


def test_what_keeps_schedules_alive_has_none_and_follows_each_that_has() -> None:
    started = load(FOLDER / "schedules.yml")[True]
    assert isinstance(started, dict) and "schedule" not in started and started["push"] == {"branches": ["main"]}
    named = {load(path)["name"] for path in WORKFLOWS if "schedule" in load(path)[True]}  # type: ignore[operator]
    assert named & set(started["workflow_run"]["workflows"])
    assert set(started["workflow_run"]["workflows"]) <= named


def owners(path: str) -> str:
    """Who must agree to a change of `path`: the last line of CODEOWNERS that fits."""
    found = ""
    for line in (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, *names = line.split()[:2] or ["#"]
        if not pattern.startswith("#"):
            made = ".*" if pattern == "*" else re.escape(pattern[1:]).replace(r"/\*\*/", "/(?:.+/)?").replace(r"\*", "[^/]*")
            found = " ".join(names) if re.fullmatch(made, path) else found
    return found


def test_every_file_that_is_no_manuscript_has_an_owner() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for path in [*filter(None, listed.split("\0")), "new.py", "docs/main.html", "stories/a.py", "press/a.md", "site/index.html"]:
        assert (owners(path) == "") == (press_proposal.sort(path) == ""), path
