"""A run may be ended at any moment: the site is the old one or the new one, and the next run leaves nothing over."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from projects import ROOT, hearing_ctrl_c, small, story
from soaking import is_soaking, seeds

pytestmark = [pytest.mark.slow, pytest.mark.soak]

PDFS = "import sys, pathlib, build_pdfs; sys.exit(build_pdfs.main([], pathlib.Path(sys.argv[1])))"
NO_EXCHANGE = "import sys; from press.disk import swap; swap.exchange = lambda one, other: False; "
SITE = "import sys; from press.__main__ import main; sys.exit(main(['--root', sys.argv[1], 'site']))"
PROGRAMS = {"site": SITE, "site, without an exchange": NO_EXCHANGE + SITE, "handouts": PDFS}
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
NEEDED = ("index.html", "404.html", "sitemap.xml", "stories/index.html", "pagefind/pagefind.js", "handouts/handouts.json")


def start(project: Path, program: str) -> "subprocess.Popen[str]":
    temporary = project.parent / "tmp"
    temporary.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    path = project.parent / "run.py"  # a file, since workers import it
    path.write_text(_guarded(program), encoding="utf-8")
    with hearing_ctrl_c():
        return subprocess.Popen([sys.executable, str(path), str(project)], env=environment, text=True, **pipes)  # type: ignore[call-overload,no-any-return]


def _guarded(program: str) -> str:
    """As the real programs: Ctrl-C is answered while they load, too, and workers start nothing of their own."""
    lines = program.replace("; ", "\n        ")
    return f"if __name__ == '__main__':\n    try:\n        {lines}\n    except KeyboardInterrupt:\n        sys.exit(130)\n"


def change(project: Path, number: int) -> None:
    """Let the next run have something to do in pages, handouts and pictures."""
    told = story(f"## Of mark{number}\n\nTest data.\n", title=f"Mark{number}")
    (project / "stories" / "one.md").write_text(told, encoding="utf-8")
    look = project / "toolkits" / "inquiry" / "look.md"
    text = look.read_text(encoding="utf-8")
    start = text.index("Look at the page")
    look.write_text(f"{text[:start]}Look at the page {number}.{text[text.index(chr(10), start) :]}", encoding="utf-8")


def whole(project: Path) -> int:
    """The number of the change that the site shows in all its parts; fails where it shows two, or lacks one."""
    site = project / "site"
    assert [name for name in NEEDED if not (site / name).is_file()] == []
    page = (site / "stories" / "one" / "index.html").read_text(encoding="utf-8")
    activity = (site / "toolkits" / "inquiry" / "look" / "index.html").read_text(encoding="utf-8")
    feed = (site / "stories.xml").read_text(encoding="utf-8")
    (number,) = {part.partition("<")[0] for part in feed.split("<title>Mark")[1:]}
    assert f"Mark{number}" in page and f"Look at the page {number}." in activity
    listed = json.loads((site / "handouts" / "handouts.json").read_text(encoding="utf-8"))
    names = {row[key] for row in listed["handouts"] for key in ("file", "thumbnail")} | {row["file"] for row in listed["bundles"]}
    there = {path.name for path in (site / "handouts").iterdir()}
    assert there == names | {"handouts.json", "index.html"}
    for row in listed["handouts"]:
        assert (site / "handouts" / row["file"]).stat().st_size == row["bytes"]
    return int(number)


def family(project: Path) -> list[str]:
    """The processes that have to do with the project and still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            words = (path / "environ").read_bytes() + (path / "cmdline").read_bytes()
            state = (path / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if f"TMPDIR={project.parent / 'tmp'}".encode() in words and state != "Z":
            found.append((path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return found


def leftovers(project: Path) -> list[str]:
    names = ("run-*", ".*-before*", ".press-scratch", ".handouts-*", "next-*", "*.part", "*.new")
    found = [str(path) for name in names for path in project.rglob(name)]
    return sorted([*found, *(str(path) for path in (project.parent / "tmp").iterdir())])


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux lists them")
@pytest.mark.parametrize("seed", seeds(1, 1))
def test_8_a_run_that_is_ended_at_any_moment_leaves_the_old_or_the_new_and_nothing_over(tmp_path: Path, seed: int) -> None:
    project = tmp_path / "project"
    project.mkdir()
    small(project)
    change(project, 0)
    assert start(project, SITE).wait() == 0
    chance = random.Random(seed)
    taken = dict.fromkeys(PROGRAMS, 1.0)
    for name, program in PROGRAMS.items():
        change(project, 0)
        since = time.monotonic()
        running = start(project, program)
        said = running.communicate()[0]
        assert running.returncode == 0, said
        taken[name] = time.monotonic() - since
    for number in range(1, 61 if is_soaking() else 11):
        name, how = chance.choice(list(PROGRAMS)), SIGNALS[number % len(SIGNALS)]
        moment = chance.random() * taken[name] * 1.1
        where = f"seed {seed}, run {number}: {name}, {how.name} after {moment:.2f} s"
        before = whole(project)
        change(project, number)
        running = start(project, PROGRAMS[name])
        time.sleep(moment)
        running.send_signal(how)
        said = running.communicate()[0]
        assert "Traceback" not in said, f"{where}\n{said}"
        until = time.monotonic() + 5
        while (left := family(project)) and time.monotonic() < until:
            time.sleep(0.05)
        assert left == [], where
        if "without" not in name or (project / "site").exists():  # between two renames there is none, till the next run
            assert whole(project) in ((before,) if name == "handouts" else (before, number)), where
        again = start(project, SITE)
        said = again.communicate()[0]
        assert again.returncode == 0, f"{where}\n{said}"
        assert whole(project) == number, where
        assert leftovers(project) == [], where
