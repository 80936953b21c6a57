"""Turns a contributor's picture into one that is safe to publish: right way up, of a sensible size, in sRGB, without metadata."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageFile, ImageOps

from press.manuscript import picture_colors

MAX_EDGE = 1600  # pixels: twice the width of the text column
MAX_PIXELS = 50_000_000
_FORMATS = {"JPEG", "PNG", "WEBP"}
VERSION = 2  # of the encoding below: a change makes the cache new


class BadPicture(Exception):
    """A file that is no picture, or one too large to open."""


def publishable(path: Path, cache: Path) -> bytes:
    """The picture at `path`, encoded anew in its own format; kept in the folder `cache` by its content.

    Raises BadPicture. Only pixels are carried over, so place, owner and camera are left behind.
    """
    data = path.read_bytes()
    kept = cache / _key(data)
    if kept.is_file():
        return kept.read_bytes()
    safe = encoded(data)
    cache.mkdir(parents=True, exist_ok=True)
    beside = kept.with_suffix(".part")
    beside.write_bytes(safe)
    beside.replace(kept)
    return safe


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture as `publishable` gives it."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size


def forget(cache: Path, shown: Iterable[Path]) -> None:
    """Delete from the folder `cache` all pictures but those made from the files `shown`: no withheld one is kept."""
    if cache.is_dir():
        wanted = {_key(path.read_bytes()) for path in shown}
        for path in cache.iterdir():
            if path.name not in wanted:
                path.unlink()


def _key(data: bytes) -> str:
    return f"{hashlib.sha256(data).hexdigest()}-{VERSION}"


@contextmanager
def whole() -> Iterator[None]:
    """Meanwhile, a picture that was cut short counts as broken.

    WeasyPrint, once imported, has Pillow forgive it for the whole process, and Pillow can't be asked otherwise.
    """
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@lru_cache(maxsize=32)  # a handout has a picture once for each paper
def encoded(data: bytes) -> bytes:
    """The picture in `data`, encoded anew in its own format from its pixels alone, in sRGB. Raises BadPicture."""
    try:
        with whole(), Image.open(io.BytesIO(data), formats=sorted(_FORMATS)) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise BadPicture("too many pixels")
            kind = opened.format if opened.format in _FORMATS else "JPEG"  # Pillow calls a phone's JPEG of several pictures MPO
            upright = ImageOps.exif_transpose(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BadPicture("not a picture") from error
    small = picture_colors.eight_bits(upright)
    small.thumbnail((MAX_EDGE, MAX_EDGE), Image.Resampling.LANCZOS)
    colored = picture_colors.in_srgb(small)
    mode = "RGBA" if colored.mode == "RGBA" and kind != "JPEG" else "RGB"
    bare = Image.new(mode, colored.size)
    bare.paste(colored.convert(mode))
    out = io.BytesIO()
    options = {"JPEG": {"quality": 84, "progressive": True}, "PNG": {}, "WEBP": {"quality": 84}}[kind]
    bare.save(out, kind, optimize=True, **options)
    return out.getvalue()
