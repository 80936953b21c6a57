"""Decides which addresses a handout may read: the press's own fonts and layouts, the edition's pictures, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

MAX_BYTES = 16_000_000
TYPES = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ttf": "font/ttf",
}


@dataclass(frozen=True)
class Found:
    """A file's address, content and type."""

    url: str
    content: bytes
    kind: str


class Shelf:
    """Files of the listed types below `folders`, and the very `files` named. No network and no link that leads out."""

    def __init__(self, folders: Iterable[Path], files: Iterable[Path] = ()) -> None:
        self.folders = tuple(folder.resolve(strict=True) for folder in folders)
        self.files = {path.absolute() for path in files}

    def read(self, url: str) -> Found | None:
        """The file at `url`, or None for an inline picture that may be shown. Raises ValueError or OSError for all else."""
        parts = urlsplit(url)
        if parts.scheme == "data":
            kind = parts.path.partition(",")[0].partition(";")[0]
            if len(url) > MAX_BYTES or kind not in TYPES.values() or not kind.startswith("image/"):
                raise ValueError(f"This inline content is refused: {url[:60]}")
            return None
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise ValueError(f"Only files of the project are read: {url[:200]}")
        path = self._allowed(Path(url2pathname(parts.path)))
        return Found(path.as_uri(), path.read_bytes(), TYPES[path.suffix.lower()])

    def _allowed(self, path: Path) -> Path:
        real = path.resolve(strict=True)
        inside = any(real.is_relative_to(folder) for folder in self.folders) or (real == path and path in self.files)
        if not inside or not real.is_file():
            raise ValueError(f"This file does not belong to the handouts: {path}")
        if real.suffix.lower() not in TYPES or real.stat().st_size > MAX_BYTES:
            raise ValueError(f"This file is of another type or too large: {path}")
        return real
