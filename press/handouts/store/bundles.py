"""Packs a toolkit's PDFs into one ZIP: the same bytes for the same PDFs, on any day and machine."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from press.handouts.store.manifest import Bundle, Handout

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can hold
_READABLE = 0o644 << 16


def pack(rows: Iterable[Handout], place: Callable[[str], Path], folder: Path) -> tuple[Bundle, ...]:
    """Write into `folder` a ZIP for each toolkit with more than one PDF; `place` says where a PDF lies."""
    toolkits: dict[str, list[str]] = {}
    for row in rows:
        toolkits.setdefault(row.toolkit, []).append(row.file)
    return tuple(_pack(toolkit, sorted(files), place, folder) for toolkit, files in sorted(toolkits.items()) if len(files) > 1)


def _pack(toolkit: str, files: list[str], place: Callable[[str], Path], folder: Path) -> Bundle:
    path = folder / f"{toolkit}-handouts.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:  # PDFs are compressed inside
        for name in files:
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system, entry.external_attr = 3, _READABLE  # else it would tell the machine's system
            packed.writestr(entry, place(name).read_bytes())
    data = path.read_bytes()
    return Bundle(path.name, toolkit, len(data), hashlib.sha256(data).hexdigest())
