"""Turns a word such as "gps" into a picture file that has that fault."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, IFD, Base

import colors


def paint(kind: str, path: Path) -> None:
    """Write a small picture with the fault `kind` to `path`."""
    path.write_bytes(KINDS[kind](path.suffix))


def photograph(path: Path, size: tuple[int, int] = (40, 20)) -> Path:
    """A photograph that lies on its side, and tells its owner and place."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x013B] = "Test Data Owner"
    exif.get_ifd(0x8825)[2] = (36.0, 9.0, 44.0)
    Image.new("RGB", size, "red").save(path, exif=exif)
    return path


def _saved(ending: str, **options: object) -> bytes:
    picture = Image.radial_gradient("L").resize((48, 32)).convert("RGB")
    out = io.BytesIO()
    picture.save(out, {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}[ending], **options)
    return out.getvalue()


def _with_exif(ending: str, part: IFD | None, values: dict[int, object]) -> bytes:
    exif = Image.Exif()
    (exif if part is None else exif.get_ifd(part)).update(values)
    return _saved(ending, exif=exif)


def _gps(ending: str) -> bytes:
    return _with_exif(ending, IFD.GPSInfo, {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (36.0, 9.0, 0.0)})


def _owner(ending: str) -> bytes:
    return _with_exif(ending, None, {Base.Artist: "Test Data"})


def _camera(ending: str) -> bytes:
    return _with_exif(ending, IFD.Exif, {Base.BodySerialNumber: "0000000"})


def _blank_fields(ending: str) -> bytes:
    return _with_exif(ending, None, {Base.Artist: "   ", Base.Copyright: "", Base.Orientation: 1})


def _author(ending: str) -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Test Data")
    return _saved(ending, pnginfo=text)


def _xmp(ending: str) -> bytes:
    return _saved(ending, xmp=b"<x:xmpmeta><dc:creator>Test Data</dc:creator></x:xmpmeta>")


def _iptc(ending: str) -> bytes:
    record = b"\x1c\x02\x50" + struct.pack(">H", 9) + b"Test Data"
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    data = _saved(ending)
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + data[2:]


def _huge(ending: str) -> bytes:
    """A picture of 10,000 × 10,000 pixels in some thousand bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 10_000, 10_000, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1251 * 10_000))) + chunk(b"IEND", b"")


def _moving(ending: str) -> bytes:
    frames = [Image.new("RGB", (48, 32), color) for color in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, {".png": "PNG", ".webp": "WEBP"}[ending], save_all=True, append_images=frames[1:], duration=200)
    return out.getvalue()


def _two_views(ending: str) -> bytes:
    """A phone's JPEG with a second view inside."""
    views = [Image.new("RGB", (48, 32), color) for color in ("red", "green")]
    out = io.BytesIO()
    views[0].save(out, "MPO", save_all=True, append_images=views[1:])
    return out.getvalue()


KINDS: dict[str, Callable[[str], bytes]] = {
    "plain": _saved,
    "gps": _gps,
    "owner": _owner,
    "camera": _camera,
    "blank-fields": _blank_fields,
    "author": _author,
    "xmp": _xmp,
    "iptc": _iptc,
    "broken": lambda ending: b"\xff\xd8\xff test data",
    "cut": lambda ending: _saved(ending)[:-200],
    "huge": _huge,
    "moving": _moving,
    "two-views": _two_views,
    "odd-profile": lambda ending: _saved(ending, icc_profile=b"test data"),
    "profile-for-grays": lambda ending: _saved(ending, icc_profile=colors.gray_profile(1.8)),
    "wide-colors": lambda ending: _saved(ending, icc_profile=colors.profile(colors.DISPLAY_P3, 2.2)),
}
