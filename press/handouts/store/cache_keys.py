"""Hashes all that a handout depends on, so that what is unchanged is not made again.

A sheet's key holds its HTML, the press's own code, fonts and layouts, and the versions of the programs that set it. A run's
stamp holds every file that a run may read: where it is as it was, nothing needs to be read at all.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from press.disk import scratch
from press.handouts.store import manifest
from press.handouts.typeset import native_versions
from press.library.folders import FOLDERS

if TYPE_CHECKING:
    from press.handouts.sheets.rendering import Sheet

PRESS = Path(__file__).parents[2]
STAMP = "handouts-stamp.json"
_SETTINGS = ("SITE_URL", "REPOSITORY_URL", "CONTACT")
_PARTS = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pillow", "pypdfium2")
_TEXTS = (".md", ".py", ".css", ".html", ".svg")
_LINES = re.compile(r' data-line="\d+"')
_READERS = ("markdown-it-py", "pydantic", "pyyaml", "jinja2", "segno", "nh3")


def of_sheets(sheets: Sequence[Sheet], pictures: Iterable[Path]) -> dict[str, str]:
    """The key of each sheet, by its stem. Each font, layout, module and picture is read once."""
    common = _programs(_PARTS)
    own = [path for path in (PRESS / "handouts").rglob("*.*") if path.suffix in (".py", ".css", ".svg")]
    for path in (*sorted(own), *sorted((PRESS / "fonts").glob("*.ttf")), PRESS / "fonts" / "print.css"):
        common.update(_hash(path))
    shown = {path: _hash(path) for path in pictures if any(path.name in sheet.html for sheet in sheets)}
    found = {}
    for sheet in sheets:
        digest = common.copy()
        # Where a step stands in its file is for messages alone: a paragraph more above it changes no page.
        panels = [(panel.id, panel.design, panel.path, panel.spans) for panel in sheet.panels]
        digest.update(repr((_LINES.sub("", sheet.html), panels, sheet.paper)).encode())
        for path, content in shown.items():
            if path.name in sheet.html:
                digest.update(content)
        found[sheet.stem] = digest.hexdigest()
    return found


def inputs(root: Path, asked: Sequence[object], today: str) -> str:
    """A hash of every file, setting and program that a run of the project at `root` may read when `asked` for that."""
    digest = _programs((*_PARTS, *_READERS))
    digest.update(repr((asked, today, [os.environ.get(name) for name in _SETTINGS])).encode() + _hash(root / "mkdocs.yml"))
    for folder in (*(root / name for name in FOLDERS), PRESS):
        for path, facts in _files(folder):
            # A text is read whole; a picture, which is large, is known by its size and time.
            seen = _hash(Path(path)) if path.endswith(_TEXTS) and stat.S_ISREG(facts.st_mode) else _facts(facts)
            digest.update(os.path.relpath(path, folder).encode(errors="surrogateescape") + b"\0" + seen)
    return digest.hexdigest()


def stamped(root: Path, out: Path, read: str) -> bool:
    """Whether the last run into `out` read the same (see `inputs`), and its manifest is still there."""
    return _stamps(root).get(str(out.absolute())) == _stamp(out, read)


def stamp(root: Path, out: Path, read: str) -> None:
    """Remember that what lies in `out` now was made from what was `read`."""
    path = _place(root)
    path.parent.mkdir(exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps({**_stamps(root), str(out.absolute()): _stamp(out, read)}), encoding="utf-8")
    new.replace(path)


def _stamp(out: Path, read: str) -> str:
    return hashlib.sha256(read.encode() + _hash(out / manifest.NAME)).hexdigest()


def _stamps(root: Path) -> Mapping[str, str]:
    try:
        found = json.loads(_place(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(root: Path) -> Path:
    return root / scratch.WORK / STAMP


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files below `folder` in a fixed order; a link counts as itself."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted((*names, *(name for name in folders if Path(place, name).is_symlink()))):
            yield (path := str(Path(place, name))), os.lstat(path)


def _facts(facts: os.stat_result) -> bytes:
    return repr((facts.st_mode, facts.st_size, facts.st_mtime_ns)).encode()


def _programs(names: Iterable[str]) -> hashlib._Hash:
    return hashlib.sha256(repr((sys.version, native_versions.versions(), [_version(name) for name in names])).encode())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _hash(path: Path) -> bytes:
    """A file's hash; b"" where it can't be read."""
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b""
