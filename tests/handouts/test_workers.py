"""Sheets are set in processes of their own: what one of them does harms no other."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from functools import partial
from pathlib import Path

import pytest

import build_pdfs
from press import handouts
from press.handouts import render_job, workers
from press.handouts.sheets import rendering
from press.handouts.sheets.rendering import Sheet
from press.handouts.store import cache_keys, manifest
from press.handouts.store.manifest import Bundle
from press.handouts.typeset import native_versions
from press.handouts.workers import Limits, Lost, Pool
from projects import ROOT, hearing_ctrl_c
from sheets import SITE, activity, contents, prepared, put, small

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("these_layouts")]

FLEX = "<div style='display: flex'>" * 14 + "<p>Test data</p>" * 3 + "</div>" * 14
SPAN = "<table><tr><td colspan=1000000>Test data</td></tr></table>"


def behave(word: str) -> str:
    """What a worker is asked to do in these tests."""
    match word:
        case "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(3)
        case "sleep":
            time.sleep(60)
        case "work":
            while True:
                pass
        case "grow":
            bytearray(8_000_000_000)
        case "fail":
            raise ValueError("test data")
    return word.upper()


def why(word: str, limits: Limits | None = None) -> str:
    """What is said of an item that does so, after seeing that those beside it were done."""
    first, lost, last = workers.run(behave, ["one", word, "two"], Pool(2, limits or Limits()))
    assert (first, last) == ("ONE", "TWO")
    assert isinstance(lost, Lost)
    return lost.why


def bombed(sheet: Sheet, html: str) -> Sheet:
    return Sheet(**{**vars(sheet), "html": sheet.html.replace("<form>", f"<form>{html}", 1)})


def test_results_come_in_the_order_of_the_items_for_any_number_of_jobs() -> None:
    words = ["one", "two", "three"]
    begun: list[int] = []
    for jobs in (1, 2, 9):
        assert workers.run(behave, words, Pool(jobs), begun.append) == ["ONE", "TWO", "THREE"]
    assert begun == [0, 1, 2] * 3
    assert workers.run(behave, [], Pool(2)) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a process without a signal")
def test_a_killed_worker_is_reported_and_the_others_go_on() -> None:
    assert "was ended by the system (SIGSEGV)" in why("die")


def test_a_worker_that_leaves_is_reported() -> None:
    assert why("leave") == "the program that sets it ended by itself (code 3)"


def test_an_exception_is_reported() -> None:
    assert why("fail") == "ValueError: test data"


def test_a_worker_that_hangs_is_stopped_by_the_clock() -> None:
    assert why("sleep", Limits(clock=3)) == "it took more than 3 seconds"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a bound on its memory")
def test_a_worker_is_limited_in_computing_and_memory() -> None:
    assert why("work", Limits(cpu=1)) == "it took more than 1 seconds of computing"
    assert why("grow") == "it needs more than 2 GB of memory"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a bound on its memory")
@pytest.mark.parametrize("bomb", [FLEX, SPAN], ids=["flex", "colspan"])
def test_a_sheet_that_explodes_fails_alone(tmp_path: Path, bomb: str) -> None:
    (sheet,) = rendering.sheets(small(tmp_path), ("letter",), SITE)
    limits = Limits(memory=1_000_000_000, cpu=6, clock=40)
    sound, lost = workers.run(partial(render_job.typeset, pictures=()), [sheet, bombed(sheet, bomb)], Pool(2, limits))
    assert isinstance(sound, render_job.Made)
    assert sound.pdf.startswith(b"%PDF")
    assert isinstance(lost, Lost) or lost.problems


def explode(sheet: Sheet, pictures: tuple[Path, ...]) -> render_job.Made:
    """In place of the real setting: Letter paper kills its worker, A4 doesn't fit."""
    if sheet.paper.name == "letter":
        os._exit(3)
    return render_job.typeset(sheet, pictures)


def test_what_exploded_is_named_beside_the_problems_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = workers.run
    monkeypatch.setattr(workers, "run", lambda _, *rest, **more: real(partial(explode, pictures=()), *rest, **more))
    put(tmp_path, "alpha", "A", one=activity(), two=activity(lead="Far too many words for a panel. " * 15))
    with pytest.raises(handouts.Unprintable) as caught:
        handouts.make(prepared(tmp_path), handouts.Request(("letter", "a4")), SITE, tmp_path / "out", handouts.Run(jobs=2))
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == 2
    assert said[0].startswith("toolkits/alpha/index.md:1: The handout “alpha-3-up-letter” can’t be printed: the program that")
    assert said[1].startswith("toolkits/alpha/two.md:")
    assert not (tmp_path / "out" / manifest.NAME).exists()


def test_the_bytes_are_the_same_for_one_job_and_two_and_from_another_folder(tmp_path: Path) -> None:
    for jobs, name in ((1, "here"), (2, "there")):
        asked, run = handouts.Request(("letter", "a4")), handouts.Run(jobs=jobs)
        rows = handouts.make(small(tmp_path / name), asked, SITE, tmp_path / name / "out", run)
        assert len(rows) == 2
    here, there = ({name: data for name, (data, _) in contents(tmp_path / name / "out").items()} for name in ("here", "there"))
    assert here == there
    assert len(here) == 6


def test_a_worker_that_has_set_other_sheets_gives_the_same_bytes_as_a_new_one(tmp_path: Path) -> None:
    first, second = rendering.sheets(small(tmp_path), ("letter", "a4"), SITE)[:2]
    (new,) = workers.run(partial(render_job.typeset, pictures=()), [first], Pool(1))
    *_, used = workers.run(partial(render_job.typeset, pictures=()), [second, first, first], Pool(1))
    assert isinstance(new, render_job.Made)
    assert new.pdf
    assert new == used


def script(kits: Path, then: str = "") -> Path:
    """A program that makes the project's handouts, as build_pdfs.py does."""
    code = (
        "import sys, pathlib, build_pdfs\nif __name__ == '__main__':\n    done = build_pdfs.main([], pathlib.Path(sys.argv[1]))\n"
    )
    (kits / "run.py").write_text(f"{code}    {then}\n    sys.exit(done)\n")
    return kits / "run.py"


def test_the_one_who_starts_workers_never_loads_weasyprint(kits: Path) -> None:
    program = script(kits, "assert 'weasyprint' not in sys.modules")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, program, kits], env=environment, check=False).returncode == 0
    assert (kits / "site/handouts/handouts.json").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a process without a signal")
def test_ctrl_c_ends_all_and_leaves_nothing_behind(kits: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script(kits)), str(kits)]
    with hearing_ctrl_c():
        running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)
    until = time.monotonic() + 30
    while not list(kits.glob(".press/scratch/run-*/workers")) and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
    assert running.communicate(timeout=30)[1].splitlines()[-1] == "Stopped; no PDF was changed."
    assert running.returncode == 130
    assert not (kits / ".press/scratch").exists()
    assert not list(kits.rglob("*.pdf"))


def test_a_layout_can_be_made_alone_and_the_others_stay(kits: Path) -> None:
    out = kits / "site/handouts"
    assert build_pdfs.main(["--paper", "both", "--jobs", "1"], kits) == 0
    before = contents(out)
    assert build_pdfs.main(["--layout", "leaders", "--layout", "3-up,leaders", "--jobs", "2"], kits) == 0
    assert contents(out) == before
    assert build_pdfs.main(["--layout", "3-up"], kits) == 0
    assert contents(out) == before


def test_unknown_papers_layouts_and_jobs_are_answered_with_what_there_is(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main(["--layout", "4-up"], kits) == 2
    assert capsys.readouterr().err.startswith("There is no layout “4-up”. There are: 3-up, ")
    assert build_pdfs.main(["--paper", "a3"], kits) == 2
    assert capsys.readouterr().err == "There is no paper “a3”. There are: letter, a4, both.\n"
    with pytest.raises(SystemExit):
        build_pdfs.main(["--jobs", "0"], kits)
    assert "“0” is not a number from 1 to 64" in capsys.readouterr().err


def test_a_run_with_nothing_to_do_reads_no_manuscript(
    kits: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_pdfs.main([], kits) == 0
    said = capsys.readouterr().out
    monkeypatch.setattr("press.library.load.load", lambda _: pytest.fail("was read again"))
    assert build_pdfs.main([], kits) == 0
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    "change",
    ["toolkits/alpha/one.md", "toolkits/beta/index.md", "mkdocs.yml", "docs/new.md", "site/handouts/handouts.json"],
)
def test_whatever_changes_is_seen(kits: Path, change: str) -> None:
    out = kits / "site/handouts"
    assert build_pdfs.main([], kits) == 0
    read = cache_keys.inputs(kits, (), "2026-11-22")
    cache_keys.stamp(kits, out, read)
    assert cache_keys.stamped(kits, out, read)
    (kits / change).parent.mkdir(exist_ok=True)
    with (kits / change).open("a") as file:
        file.write("\n")
    assert not cache_keys.stamped(kits, out, cache_keys.inputs(kits, (), "2026-11-22"))
    assert cache_keys.inputs(kits, (), "2026-11-22") != cache_keys.inputs(kits, (), "2026-11-23"), "a consent may have ended"


def test_a_pdf_or_zip_that_is_gone_is_made_again(kits: Path) -> None:
    out = kits / "site/handouts"
    assert build_pdfs.main(["--paper", "both"], kits) == 0
    before = {name: data for name, (data, _) in contents(out).items()}
    for name in ("alpha-3-up-a4.pdf", "beta-handouts.zip", "beta-3-up-letter.png"):
        (out / name).unlink()
        assert build_pdfs.main(["--paper", "both"], kits) == 0
        assert {name: data for name, (data, _) in contents(out).items()} == before


def test_a_zip_has_all_pdfs_of_its_toolkit_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    put(tmp_path, "alpha", "A", one=activity())
    put(tmp_path, "beta", "B", one=activity())
    out = tmp_path / "out"
    handouts.make(prepared(tmp_path), handouts.Request(("letter", "a4")), SITE, out)
    (first, second) = manifest.bundles(out)
    data = (out / "alpha-handouts.zip").read_bytes()
    assert (first.file, first.toolkit, first.bytes) == ("alpha-handouts.zip", "alpha", len(data))
    with zipfile.ZipFile(out / first.file) as packed:
        assert packed.namelist() == ["alpha-3-up-a4.pdf", "alpha-3-up-letter.pdf"]
        assert packed.read("alpha-3-up-a4.pdf") == (out / "alpha-3-up-a4.pdf").read_bytes()
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    (out / "alpha-handouts.zip").unlink()
    handouts.make(prepared(tmp_path), handouts.Request(("letter", "a4")), SITE, out)
    assert (out / "alpha-handouts.zip").read_bytes() == data
    for path in (tmp_path / "toolkits/beta").iterdir():
        path.unlink()
    handouts.make(prepared(tmp_path), handouts.Request(("letter", "a4")), SITE, out)
    assert not (out / second.file).exists()
    assert manifest.bundles(out) == (first,)


def test_a_toolkit_with_one_pdf_has_no_zip(tmp_path: Path) -> None:
    handouts.make(small(tmp_path), handouts.Request(("letter",)), SITE, tmp_path / "out")
    assert not list((tmp_path / "out").glob("*.zip"))


def test_the_manifest_reads_its_zips_back(tmp_path: Path) -> None:
    row = Bundle("alpha-handouts.zip", "alpha", 3, "0" * 64)
    (tmp_path / manifest.NAME).write_text(manifest.text((), [row]))
    assert manifest.bundles(tmp_path) == (row,)
    for text in ("", "[]", '{"bundles": 1}', json.dumps({"bundles": [{"file": "x.zip"}]})):
        (tmp_path / manifest.NAME).write_text(text)
        assert manifest.bundles(tmp_path) == ()


def test_the_libraries_versions_are_those_that_weasyprint_uses() -> None:
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    assert native_versions.versions()[0] == f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    assert native_versions.versions()[1]
