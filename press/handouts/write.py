"""Turns an edition into a folder of PDFs with thumbnails and a manifest: all of it, or nothing is touched."""

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from press import fonts
from press.edition import Edition
from press.handouts import manifest, sheets
from press.handouts.manifest import Handout
from press.handouts.sheets import Sheet
from press.problem import Problem

THUMBNAIL = 640  # pixels wide
_PARTS = ("weasyprint", "pydyf", "fonttools", "tinycss2", "pillow", "pypdfium2")

Progress = Callable[[str, int, int], None]
"""Called with a sheet's title and paper, the number of sheets done and the number in all."""


class Unprintable(Exception):
    """Some handouts don't fit or can't be printed; `problems` says all that is wrong. Nothing was changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def make(
    edition: Edition,
    papers: tuple[str, ...],
    site_url: str,
    out: Path,
    only: str | None = None,
    progress: Progress | None = None,
    force: bool = False,
) -> tuple[Handout, ...]:
    """Make the PDFs of `edition` on `papers` (names in `sheets.PAPERS`) in the folder `out`, and say what lies there then.

    `only` is a toolkit's name, or "leaders". Other PDFs and those of other papers stay as they are; those of a toolkit
    that is no more are removed. A PDF made from the same inputs is kept, unless `force`. Raises Unprintable with every problem
    of every sheet; then `out` is as it was.
    """
    every = sheets.sheets(edition, papers, site_url)
    wanted = tuple(sheet for sheet in every if only in (None, sheet.toolkit))
    old = {row.file: row for row in manifest.read(out)}
    keys = {sheet.stem: _key(sheet, _pictures(edition)) for sheet in wanted}
    kept = {} if force else {sheet.stem: row for sheet in wanted if (row := _unchanged(out, old, sheet, keys[sheet.stem]))}
    names = {sheet.toolkit for sheet in every}
    others = tuple(
        row for row in old.values() if row.toolkit in names and (row.paper not in papers or only not in (None, row.toolkit))
    )
    if len(kept) == len(wanted) and set(old) == {row.file for row in (*kept.values(), *others)}:
        return (*kept.values(), *others)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".handouts-", dir=out.parent) as name:
        made = _print(wanted, kept, keys, _pictures(edition), Path(name), progress)
        rows = (*made, *others)
        (Path(name) / manifest.NAME).write_text(manifest.text(rows), encoding="utf-8", newline="\n")
        _move(Path(name), out, {name for row in old.values() for name in (row.file, row.thumbnail)}, rows)
    return tuple(sorted(rows, key=lambda row: row.file))


def check(
    edition: Edition, papers: tuple[str, ...], site_url: str, only: str | None = None, progress: Progress | None = None
) -> None:
    """Set every sheet and write nothing. Raises Unprintable with every problem."""
    wanted = tuple(sheet for sheet in sheets.sheets(edition, papers, site_url) if only in (None, sheet.toolkit))
    with tempfile.TemporaryDirectory() as name:
        _print(wanted, {}, {sheet.stem: "" for sheet in wanted}, _pictures(edition), Path(name), progress)


def _pictures(edition: Edition) -> tuple[Path, ...]:
    return tuple(edition.root / path for path in edition.pictures)


def _print(
    wanted: tuple[Sheet, ...],
    kept: dict[str, Handout],
    keys: dict[str, str],
    pictures: tuple[Path, ...],
    folder: Path,
    progress: Progress | None,
) -> tuple[Handout, ...]:
    from press.handouts import pdf  # WeasyPrint takes a second to start: only where something is to be set

    rows: list[Handout] = []
    problems: list[Problem] = []
    for number, sheet in enumerate(wanted):
        if progress:
            progress(f"{sheet.title} ({sheet.paper.title})", number, len(wanted))
        if sheet.stem in kept:
            rows.append(kept[sheet.stem])
            continue
        if sheet.problems:
            problems.extend(sheet.problems)
            continue
        printed = pdf.typeset(sheet, pictures)
        problems.extend(printed.problems)
        if not printed.problems:
            rows.append(_row(sheet, printed.pdf, printed.pages, keys[sheet.stem]))
            (folder / f"{sheet.stem}.pdf").write_bytes(printed.pdf)
            (folder / f"{sheet.stem}.png").write_bytes(_thumbnail(printed.pdf))
    if problems:
        raise Unprintable(tuple(sorted(set(problems))))  # what a manuscript lacks, it lacks on each paper
    return tuple(rows)


def _row(sheet: Sheet, data: bytes, pages: int, key: str) -> Handout:
    digest = hashlib.sha256(data).hexdigest()
    names = (f"{sheet.stem}.pdf", sheet.title, sheet.toolkit, sheet.layout, sheet.paper.name)
    return Handout(*names, pages, len(data), digest, f"{sheet.stem}.png", key)


def _thumbnail(data: bytes) -> bytes:
    """A PNG of the first page, in 64 colors and without metadata."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        picture = page.render(scale=THUMBNAIL / page.get_width(), may_draw_forms=False).to_pil().convert("RGB")
    stream = io.BytesIO()
    picture.quantize(64, dither=0).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _key(sheet: Sheet, pictures: Iterable[Path]) -> str:
    """A hash of all that the sheet's PDF depends on, the press itself included; the machine's Pango is not in it."""
    digest = hashlib.sha256(repr((sheet.html, sheet.panels, sheet.paper, [version(part) for part in _PARTS])).encode())
    own = [path for path in Path(__file__).parent.rglob("*.*") if path.suffix in (".py", ".css", ".svg")]
    shown = [path for path in pictures if path.name in sheet.html]
    for path in (*sorted(own), *sorted(fonts.FOLDER.glob("*.ttf")), fonts.FOLDER / "print.css", *shown):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _unchanged(out: Path, old: dict[str, Handout], sheet: Sheet, key: str) -> Handout | None:
    row = old.get(f"{sheet.stem}.pdf")
    if row is None or row.key != key or not (out / row.thumbnail).is_file():
        return None
    try:
        return row if hashlib.sha256((out / row.file).read_bytes()).hexdigest() == row.sha256 else None
    except OSError:
        return None


def _move(folder: Path, out: Path, old: set[str], rows: tuple[Handout, ...]) -> None:
    """Move the new files into place, the manifest last, and remove the old ones that no row names."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name == manifest.NAME):
        path.replace(out / path.name)
    for name in sorted(old - {name for row in rows for name in (row.file, row.thumbnail)}):
        (out / Path(name).name).unlink(missing_ok=True)
