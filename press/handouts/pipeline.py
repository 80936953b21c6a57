"""Turns an edition into a folder of PDFs with thumbnails, ZIPs and a manifest: all of it, or nothing is touched.

`sheets` is imported where it is needed: it brings all that reads manuscripts, which a run with nothing to do can spare.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from press.disk import scratch, swap
from press.handouts import render_job, workers
from press.handouts.request import Request, Run
from press.handouts.store import artifacts, cache_keys, manifest, retention
from press.handouts.store.manifest import Handout
from press.manuscript.problem import Problem

if TYPE_CHECKING:
    from press.handouts.sheets.rendering import Sheet
    from press.library.edition import Edition


_ALONE = Run()  # tells nobody, on all cores


class Unprintable(Exception):
    """Some handouts don't fit or can't be printed; `problems` says all that is wrong. Nothing was changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def make(edition: Edition, asked: Request, site_url: str, out: Path, run: Run = _ALONE) -> tuple[Handout, ...]:
    """Make the PDFs of `edition` that are `asked` for in the folder `out`, and say what lies there then.

    PDFs that were not asked for stay as they are; those of a toolkit, layout or paper that is no more are removed, and those
    with a story that may no longer be printed (`store.retention`). A PDF made from the same inputs is kept, unless forced.
    Raises Unprintable with every problem of every sheet; then `out` is as it was.
    """
    from press.handouts.sheets.layouts import PAPERS
    from press.handouts.sheets.rendering import sheets

    every = sheets(edition, tuple(PAPERS), site_url)
    wanted = tuple(sheet for sheet in every if _is_asked(sheet, asked))
    swap.recover(out, manifest.NAME)
    old = {row.file: row for row in manifest.read(out)}
    made_from = cache_keys.of_sheets(wanted, _pictures(edition))
    kept = (
        {}
        if asked.force
        else {sheet.stem: row for sheet in wanted if (row := artifacts.unchanged(out, old, sheet.stem, made_from[sheet.stem]))}
    )
    files = {f"{sheet.stem}.pdf" for sheet in every} - {f"{sheet.stem}.pdf" for sheet in wanted}
    others = [row for row in old.values() if row.file in files and (out / row.file).is_file()]
    rows = artifacts.in_order((*kept.values(), *retention.may_stay(others, edition, site_url)))
    if len(kept) == len(wanted) and set(old) == {row.file for row in rows} and artifacts.packed(out, rows):
        return rows
    with scratch.folder(scratch.near(out)) as folder:
        stale = tuple(sheet for sheet in wanted if sheet.stem not in kept)
        rows = artifacts.in_order((*rows, *_print(stale, made_from, _pictures(edition), folder, run)))
        artifacts.put(rows, folder, out)
    return rows


def check(edition: Edition, asked: Request, site_url: str, run: Run = _ALONE) -> None:
    """Set every sheet that is `asked` for and write nothing. Raises Unprintable with every problem."""
    from press.handouts.sheets.rendering import sheets

    wanted = tuple(sheet for sheet in sheets(edition, asked.papers, site_url) if _is_asked(sheet, asked))
    with scratch.folder(scratch.near(edition.root / scratch.WORK)) as folder:
        _print(wanted, {sheet.stem: "" for sheet in wanted}, _pictures(edition), folder, run)


def _is_asked(sheet: Sheet, asked: Request) -> bool:
    return asked.includes(sheet.toolkit, sheet.layout, sheet.paper.name)


def _pictures(edition: Edition) -> tuple[Path, ...]:
    return tuple(edition.root / path for path in edition.pictures)


def _print(
    stale: Sequence[Sheet],
    made_from: dict[str, str],
    pictures: tuple[Path, ...],
    folder: Path,
    run: Run,
) -> tuple[Handout, ...]:
    """Set the sheets that can be set; their rows. Raises Unprintable with the problems of all."""

    def started(index: int) -> None:
        if run.progress:
            run.progress.reached(f"{fit[index].title} ({fit[index].paper.title})", index)

    # The largest first, so that none is left at the end to wait for alone.
    fit = sorted((sheet for sheet in stale if not sheet.problems), key=lambda sheet: -len(sheet.html))
    problems = [problem for sheet in stale for problem in sheet.problems]
    rows: list[Handout] = []
    if run.progress and fit:
        run.progress.begin("Setting the handouts", len(fit))
    work = folder / "workers"
    work.mkdir()
    pool = workers.Pool(run.jobs or workers.cores(), scratch=work)
    results = workers.run(partial(render_job.typeset, pictures=pictures), fit, pool, started)
    for sheet, made in zip(fit, results, strict=True):
        if isinstance(made, workers.Lost):
            problems.append(_lost(sheet, made))
            continue
        problems.extend(made.problems)
        if not made.problems:
            rows.append(_row(sheet, made, made_from[sheet.stem]))
            (folder / f"{sheet.stem}.pdf").write_bytes(made.pdf)
            (folder / f"{sheet.stem}.png").write_bytes(made.png)
    if problems:
        raise Unprintable(tuple(sorted(set(problems))))  # what a manuscript lacks, it lacks on each paper
    return tuple(rows)


def _lost(sheet: Sheet, lost: workers.Lost) -> Problem:
    what = f"The handout “{sheet.stem}” can’t be printed: {lost.why}."
    mend = "Look for a very large or deeply nested table, list or picture. If you see none, ask the maintainers."
    return Problem(sheet.path, 1, "print", what, mend)


def _row(sheet: Sheet, made: render_job.Made, key: str) -> Handout:
    digest = hashlib.sha256(made.pdf).hexdigest()
    width, height = struct.unpack(">II", made.png[16:24])  # a PNG's header
    return Handout(
        file=f"{sheet.stem}.pdf",
        title=sheet.title,
        toolkit=sheet.toolkit,
        layout=sheet.layout,
        paper=sheet.paper.name,
        pages=made.pages,
        bytes=len(made.pdf),
        sha256=digest,
        thumbnail=f"{sheet.stem}.png",
        key=key,
        sources=sheet.sources,
        activity=sheet.activity,
        thumbnail_width=width,
        thumbnail_height=height,
    )
