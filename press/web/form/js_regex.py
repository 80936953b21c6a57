"""Turns a Python pattern into one that a browser takes, so that the form for stories looks for the very same things.

JavaScript's `u` flag knows Unicode, but its `\\w`, `\\d` and `\\b` are of ASCII alone; Python's aren't.
"""

import re
from functools import cache

_LATIN = 0x250  # below this, letters and digits are told one by one
# Of other scripts whole blocks: with `\\p{L}\\p{N}` a browser needs six times as long to compile the patterns.
_BLOCKS = (
    (0x250, 0x2FF), (0x370, 0x1FFF),
    (0x2070, 0x209C), (0x2100, 0x2121), (0x2124, 0x2189), (0x2460, 0x249B), (0x2C00, 0x2DFF), (0x2E2F, 0x2E2F),
    (0x3005, 0x3007),
    (0x3021, 0x303C), (0x3040, 0xD7FF), (0xF900, 0xFDFF), (0xFE70, 0xFEFC), (0xFF10, 0xFFDC),
)  # fmt: skip


def _letters() -> str:
    """The letters and digits that patterns know, as ranges."""
    one_by_one = [chr(code) for code in range(_LATIN) if re.match(r"\w", chr(code))]
    starts = [sign for sign in one_by_one if chr(ord(sign) - 1) not in one_by_one]
    ends = [sign for sign in one_by_one if chr(ord(sign) + 1) not in one_by_one]
    blocks = [(chr(start), chr(end)) for start, end in _BLOCKS]
    return "".join(start if start == end else f"{start}-{end}" for start, end in (*zip(starts, ends, strict=True), *blocks))


_WORD = _letters()
_EDGE = rf"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_OUTSIDE = {"w": f"[{_WORD}]", "W": f"[^{_WORD}]", "d": r"\p{Nd}", "D": r"\P{Nd}", "b": _EDGE}
_INSIDE = {"w": _WORD, "d": r"\p{Nd}", "D": r"\P{Nd}"}
_NEEDS_MARK = frozenset(r"^$\.*+?()[]{}|/")  # all that the `u` flag lets a backslash stand before
_KEPT = frozenset("sSnrtfv123456789")  # digits: what a group found before
_WHOLE = {r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]", r"[^\W_]": r"[\p{L}\p{N}]"}  # what no single class of JavaScript says
_PART = re.compile(
    r"(?P<whole>\[\^\\W(?:\\d)?_\])|\\(?P<escaped>.)|(?P<open>\[\^?)|(?P<close>\])|\(\?P<(?P<name>\w+)>|(?P<plain>.)", re.S
)


class NotPortable(ValueError):
    """A pattern has something that can't be said in JavaScript; the text names it."""


def pattern(python: re.Pattern[str]) -> tuple[str, str]:
    """The source and the flags for JavaScript's `RegExp`. Raises NotPortable."""
    known = re.IGNORECASE | re.MULTILINE | re.UNICODE
    if python.flags & ~known:
        raise NotPortable(f"flags of {python.pattern}")
    flags = "u" + "i" * bool(python.flags & re.IGNORECASE) + "m" * bool(python.flags & re.MULTILINE)
    return _source(python.pattern), flags


@cache
def _source(python: str) -> str:
    parts: list[str] = []
    inside = False
    for found in _PART.finditer(python):
        if found["whole"] and not inside:
            parts.append(_WHOLE[found["whole"]])
        elif found["escaped"]:
            parts.append(_escaped(found["escaped"], inside))
        elif found["name"]:
            parts.append(f"(?<{found['name']}>")
        elif found["open"] and not inside:
            inside = True
            parts.append(found["open"])
        elif found["close"] and inside:
            inside = False
            parts.append("]")
        else:
            parts.append("\\" * (inside and found[0] in "[") + found[0])
    return "".join(parts)


def _escaped(letter: str, inside: bool) -> str:
    if letter in (_INSIDE if inside else _OUTSIDE):
        return (_INSIDE if inside else _OUTSIDE)[letter]
    if letter in _NEEDS_MARK or letter in _KEPT:
        return "\\" + letter
    if letter.isalnum():
        raise NotPortable(f"\\{letter}")
    return f"\\{letter}" if inside and letter == "-" else letter
