"""Says which of the handouts that a manifest lists are there, as they were made, and puts new ones beside them."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from press.handouts import bundles, manifest
from press.handouts.manifest import Bundle, Handout


def sound(out: Path) -> tuple[Handout, ...]:
    """The handouts that the manifest in `out` lists, where all of them and their ZIPs are as it says; else none."""
    rows = in_order(manifest.read(out))
    return rows if rows and all(_whole(out, row) for row in rows) and packed(out, rows) else ()


def in_order(rows: Iterable[Handout]) -> tuple[Handout, ...]:
    """`rows` by file name."""
    return tuple(sorted(rows, key=lambda row: row.file))


def unchanged(out: Path, old: Mapping[str, Handout], stem: str, key: str) -> Handout | None:
    """The row among `old` of the sheet called `stem`, where it was made from the same and is whole in the folder `out`."""
    row = old.get(f"{stem}.pdf")
    return row if row is not None and row.key == key and _whole(out, row) else None


def _whole(out: Path, row: Handout) -> bool:
    return _is(out / row.file, row.sha256) and (out / row.thumbnail).is_file()


def packed(out: Path, rows: Iterable[Handout]) -> bool:
    """Whether the ZIPs in `out` are those of `rows` and as they were made."""
    toolkits = [row.toolkit for row in rows]
    packed = manifest.bundles(out)
    due = {toolkit for toolkit in toolkits if toolkits.count(toolkit) > 1}
    return {bundle.toolkit for bundle in packed} == due and all(_is(out / bundle.file, bundle.sha256) for bundle in packed)


def put(rows: tuple[Handout, ...], folder: Path, out: Path) -> None:
    """Make `rows` all that lies in `out`: new files come from `folder`, which gets the ZIPs and the manifest; old ones go.

    Files that no manifest of `out` ever listed stay.
    """
    zips = bundles.pack(rows, lambda file: path if (path := folder / file).is_file() else out / file, folder)
    (folder / manifest.NAME).write_text(manifest.text(rows, zips), encoding="utf-8", newline="\n")
    before = _names(manifest.read(out), manifest.bundles(out))
    for name in sorted(before - _names(rows, zips)):  # first, so that a run that is killed leaves none that had to go
        (out / Path(name).name).unlink(missing_ok=True)
    for path in sorted(folder.iterdir(), key=lambda path: path.name == manifest.NAME):  # the manifest last
        path.replace(out / path.name)


def _names(rows: Iterable[Handout], zips: Iterable[Bundle]) -> set[str]:
    return {name for row in rows for name in (row.file, row.thumbnail)} | {zipped.file for zipped in zips}


def _is(path: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False
