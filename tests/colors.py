"""Makes pictures and color profiles by hand, bit by bit, and works out what color each should be shown in."""

import struct
import zlib
from collections.abc import Sequence

Color = tuple[int, int, int]
# Where red, green and blue lie, as XYZ under D50, from the profiles' own specifications.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
_SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
_TO_SRGB = ((3.13405, -1.61703, -0.49066), (-0.97876, 1.91614, 0.03345), (0.07194, -0.22897, 1.40521))  # its inverse
_WHITE = (0.9642, 1.0, 0.8249)
# As L*a*b*: inks of no printer, so that only this profile can tell them.
INKS = {"paper": (100.0, 0.0, 0.0), "cyan": (56.0, -34.0, -38.0), "magenta": (48.0, 68.0, -4.0), "yellow": (88.0, -5.0, 80.0)}


def png(depth: int, kind: int, rows: Sequence[bytes], width: int, **chunks: bytes) -> bytes:
    """A PNG of those `rows`, with `depth` bits a channel; `kind` is 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA."""
    header = struct.pack(">IIBBBBB", width, len(rows), depth, kind, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [(b"IHDR", header), *((name.encode(), value) for name, value in chunks.items()), (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*parts, strict=True)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def profile(primaries: Sequence[Sequence[float]], gamma: float) -> bytes:
    """An ICC profile for RGB (version 2, three primaries and a gamma)."""
    points = {f"{name}XYZ": _xyz(primary) for name, primary in zip("rgb", primaries, strict=True)}
    return _icc(b"mntr", b"RGB ", b"XYZ ", points | {f"{name}TRC": _curve(gamma) for name in "rgb"})


def gray_profile(gamma: float) -> bytes:
    """An ICC profile for grays."""
    return _icc(b"mntr", b"GRAY", b"XYZ ", {"kTRC": _curve(gamma)})


def ink_profile() -> bytes:
    """An ICC profile for CMYK that knows paper and `INKS`; two inks together, and any black, are black."""
    paper, *inks = INKS.values()
    known = {(0, 0, 0, 0): paper, (1, 0, 0, 0): inks[0], (0, 1, 0, 0): inks[1], (0, 0, 1, 0): inks[2]}
    nodes = [known.get((n >> 3 & 1, n >> 2 & 1, n >> 1 & 1, n & 1), (5.0, 0.0, 0.0)) for n in range(16)]
    grid = b"".join(bytes((round(l * 2.55), round(a) + 128, round(b) + 128)) for l, a, b in nodes)  # noqa: E741 # L*a*b*
    straight = bytes(range(256))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + struct.pack(">9i", *(1 << 16 if n % 4 == 0 else 0 for n in range(9)))
    return _icc(b"prtr", b"CMYK", b"Lab ", {"A2B0": table + straight * 4 + grid + straight * 3})


def _icc(use: bytes, space: bytes, meeting: bytes, tags: dict[str, bytes]) -> bytes:
    text = b"text\0\0\0\0Test data\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 10) + b"Test data\0" + bytes(78)
    tags = {"desc": name, "cprt": text, "wtpt": _xyz(_WHITE), **tags}
    place, listed, data = 132 + 12 * len(tags), b"", b""
    for tag, content in tags.items():
        listed += tag.encode() + struct.pack(">II", place + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    head = struct.pack(">I4sI", place + len(data), b"\0\0\0\0", 0x02100000) + use + space + meeting
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _point(_WHITE)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + listed + data


def _point(point: Sequence[float]) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in point))


def _xyz(point: Sequence[float]) -> bytes:
    return b"XYZ \0\0\0\0" + _point(point)


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def shown(primaries: Sequence[Sequence[float]], gamma: float, color: Color) -> Color:
    """What `color` of an RGB space is in sRGB, by the formulas."""
    light = [(value / 255) ** gamma for value in color]
    return _in_srgb([sum(light[n] * primaries[n][axis] for n in range(3)) for axis in range(3)])


def shown_gray(gamma: float, level: int) -> Color:
    """What a gray `level` is in sRGB."""
    return (_encoded((level / 255) ** gamma),) * 3


def shown_lab(lab: Sequence[float]) -> Color:
    """What a color of CIE L*a*b* (D50) is in sRGB."""
    y = (lab[0] + 16) / 116
    parts = (y + lab[1] / 500, y, y - lab[2] / 200)
    return _in_srgb([white * (t**3 if t > 6 / 29 else (t - 4 / 29) * 108 / 841) for t, white in zip(parts, _WHITE, strict=True)])


def _in_srgb(xyz: Sequence[float]) -> Color:
    light = [sum(row[n] * xyz[n] for n in range(3)) for row in _TO_SRGB]
    return _encoded(light[0]), _encoded(light[1]), _encoded(light[2])


def _encoded(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
