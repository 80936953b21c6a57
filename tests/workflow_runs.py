"""Runs what the workflows run, with a stranger's view and a stand-in for GitHub's program."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from projects import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
HEAD = "1234567" + "0" * 33
RUN_URL = "https://site.example/run"

GH = """#!/bin/sh
# Stands in for GitHub's program: notes what it is asked, and answers from files beside it, as after `--jq`.
folder=$(dirname "$0")
echo "$*" >> "$folder/asked"
case "$*" in
"run download"*)
    while [ "$1" != --dir ]; do shift; done
    mkdir "$2" && cp "$folder/summary.json" "$2" ;;
*/artifacts?name=*) cat "$folder/size" ;;
*/artifacts?per_page*) cat "$folder/artifacts" ;;
*/files*) cat "$folder/files" ;;
*/comments?*--jq* | */comments\\ --jq*) cat "$folder/comment" ;;
*.head.sha) cat "$folder/head" ;;
*"/pulls "*) cat "$folder/proposal" ;;
*creator=*) cat "$folder/number" ;;
*.body) cat "$folder/body" ;;
*/actions/workflows?per_page*) cat "$folder/workflows" ;;
esac
for word in "$@"; do
    case $word in body=@*) cat "${word#body=@}" > "$folder/body" ;; esac
done
"""


@dataclass(frozen=True)
class GitHub:
    """What GitHub knows, as files in a folder, and what it is told."""

    folder: Path

    def knows(self, **files: str) -> None:
        """Put answers into place."""
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def lists(self, *files: tuple[str, ...]) -> None:
        """The files of the proposal: status, name and earlier name of each."""
        rows = [[status, path, before[0] if before else ""] for status, path, *before in files]
        self.knows(files="".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))

    def reports(self, text: str) -> None:
        """What the proposal's run left."""
        (self.folder / "summary.json").write_text(text, encoding="utf-8")
        self.knows(size=f"{len(text)}\n")

    def run(self, command: str, folder: Path = ROOT, /, **names: str) -> tuple[int, str]:
        """Run a command of a workflow; how it ended, and what GitHub was asked meanwhile."""
        (self.folder / "asked").unlink(missing_ok=True)
        names = {"PATH": f"{self.folder}:{os.environ['PATH']}", "REPOSITORY": "some/where", "GH_TOKEN": "test", **names}
        shell = ["bash", "-e", "-o", "pipefail", "-c", command]
        done = subprocess.run(shell, cwd=folder, env=names, capture_output=True, text=True, check=False)
        print(done.stdout, done.stderr)
        return done.returncode, (self.folder / "asked").read_text(encoding="utf-8")

    @property
    def body(self) -> str:
        """The text that was sent last."""
        return (self.folder / "body").read_text(encoding="utf-8")


def github(folder: Path) -> GitHub:
    """A stand-in in a new folder: one open proposal, nothing else."""
    folder.mkdir()
    (folder / "gh").write_text(GH, encoding="utf-8")
    (folder / "gh").chmod(0o755)
    found = GitHub(folder)
    found.knows(proposal="4\n", head=f"{HEAD}\n", files="", comment="", number="", size="", artifacts="")
    return found


def load(path: Path) -> dict[object, object]:
    """A workflow or a form, as data."""
    found: dict[object, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """A workflow's jobs."""
    found: dict[str, dict[str, Any]] = load(path)["jobs"]  # type: ignore[assignment]
    return found


def steps(path: Path) -> list[dict[str, str]]:
    """The steps of all jobs of a workflow."""
    return [step for job in jobs(path).values() for step in job["steps"]]


def commands(path: Path) -> list[str]:
    """What a workflow runs by itself."""
    return [step["run"] for step in steps(path) if "run" in step]


def stranger(folder: Path) -> dict[str, str]:
    """The environment of a run for a fork: no token, nothing of this machine's settings."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    names = {"PATH": os.environ["PATH"], "HOME": str(home), "GITHUB_ACTIONS": "true", "PYTHONPATH": str(ROOT)}
    return {**names, "GITHUB_STEP_SUMMARY": str(home / "summary.md"), "PYTHONDONTWRITEBYTECODE": "1"}


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A workflow's command as the runner starts it; set-up counts as done, in the environment of this test."""
    made = command.replace("make ", f"make -o {sys.prefix}/ready -o {sys.prefix}/ready-dev VENV={sys.prefix} ")
    shell = ["bash", "-e", "-o", "pipefail", "-c", made]
    return subprocess.run(shell, cwd=folder, env=stranger(folder), capture_output=True, text=True, check=False)
