"""Says which of the handouts that a manifest lists are there, as they were made, and puts new ones beside them."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from press.disk import swap
from press.handouts.store import bundles, manifest
from press.handouts.store.manifest import Bundle, Handout

_FOR_ALL = 0o644  # a web server is another user than the one who prints, whatever the umask
_NAMED_SO = re.compile(r"[a-z0-9-]+-(?:letter|a4)\.(?:pdf|png)|[a-z0-9-]+-handouts\.zip")


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
    """Make `rows` all the handouts that lie in `out`, in one step: new files come from `folder`, the others stay.

    Files that are no handouts stay too. `folder` must lie on the disk of `out`, and is of no use afterwards.
    """
    out, whole = out.resolve(), folder / "whole"
    whole.mkdir()
    for name in sorted({name for row in rows for name in (row.file, row.thumbnail)}):
        new = folder / name
        if new.is_file():
            new.chmod(_FOR_ALL)
            new.rename(whole / name)
        else:
            _also_at(out / name, whole / name)
    zips = bundles.pack(rows, lambda file: whole / file, whole)
    (whole / manifest.NAME).write_text(manifest.text(rows, zips), encoding="utf-8", newline="\n")
    for name in (manifest.NAME, *(zipped.file for zipped in zips)):
        (whole / name).chmod(_FOR_ALL)
    if out.is_dir():
        gone = _ours(out)
        for path in out.iterdir():
            if path.name not in gone and not (whole / path.name).exists():
                _also_at(path, whole / path.name)
    whole.chmod(out.stat().st_mode & 0o777 if out.is_dir() else 0o755)
    out.parent.mkdir(parents=True, exist_ok=True)
    swap.swap(whole, out, manifest.NAME)


def _ours(out: Path) -> set[str]:
    """What in the folder `out` is a handout or belongs to one; with a manifest that can't be read, all that is named so."""
    rows, zips = manifest.read(out), manifest.bundles(out)
    if rows or not (out / manifest.NAME).is_file():
        return _names(rows, zips) | {manifest.NAME}
    return {path.name for path in out.iterdir() if _NAMED_SO.fullmatch(path.name)} | {manifest.NAME}


def _also_at(path: Path, place: Path) -> None:
    """Let `path` lie at `place` too: as a second name of the same file where the disk knows such, else as a copy."""
    if path.is_symlink():
        place.symlink_to(path.readlink())
    elif path.is_dir():
        shutil.copytree(path, place, symlinks=True, copy_function=lambda one, other: _also_at(Path(one), Path(other)))
    else:
        try:
            place.hardlink_to(path)
        except OSError:
            shutil.copy2(path, place)


def _names(rows: Iterable[Handout], zips: Iterable[Bundle]) -> set[str]:
    return {name for row in rows for name in (row.file, row.thumbnail)} | {zipped.file for zipped in zips}


def _is(path: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False
