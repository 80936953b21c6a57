"""Asks the machine's own libraries for their versions, which WeasyPrint's output depends on, without WeasyPrint."""

import ctypes
import zlib

# The names that WeasyPrint 70 tries (its text/ffi.py), those of Linux first.
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0", "pango-1.0")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "libharfbuzz-0", "harfbuzz")
_SUBSET = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll", "libharfbuzz-subset-0")


def versions() -> tuple[str, ...]:
    """Those of Pango, HarfBuzz and zlib, and whether HarfBuzz can cut fonts to size; "" for one that is not found."""
    pango, harfbuzz = _open(_PANGO), _open(_HARFBUZZ)
    return (
        _text(pango.pango_version_string) if pango else "",
        _text(harfbuzz.hb_version_string) if harfbuzz else "",
        str(_open(_SUBSET) is not None),
        zlib.ZLIB_RUNTIME_VERSION,
    )


def _text(function: "ctypes._NamedFuncPointer") -> str:
    function.restype = ctypes.c_char_p
    return bytes(function()).decode()


def _open(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None
