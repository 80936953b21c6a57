"""Turns JSON that a stranger may have written into plain values, and refuses what its reader did not ask for by name.

The reader names the fields, the words and the bounds; whatever else stands there, a second field of the same name, a number that
is none (1e999, NaN, true) or nesting without end is Unreadable, so that no reader has to think of it. Imports nothing that must
be installed, since the workflow that writes comments installs nothing.
"""

import json
from pathlib import Path
from typing import Any, NoReturn

BYTES = 1_000_000  # of a file or a text
NUMBERS = 1_000_000  # the largest number


class Unreadable(Exception):
    """This is not what its writer makes."""


def file(path: Path) -> str:
    """The text of a file. Raises Unreadable where it is missing, a link, too large or not UTF-8."""
    need(path.is_file() and not path.is_symlink())
    try:
        with path.open("rb") as opened:
            given = opened.read(BYTES + 1)
        need(len(given) <= BYTES)
        return given.decode("utf-8")
    except (OSError, ValueError) as error:
        raise Unreadable from error


def parse(given: str) -> Any:
    """The value that the JSON `given` stands for. Raises Unreadable."""
    need(len(given) <= BYTES)
    try:
        return json.loads(given, object_pairs_hook=_once, parse_int=_whole, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error


def values(found: Any, *names: str) -> list[Any]:
    """The values of an object that has just these fields, in the order of `names`."""
    need(type(found) is dict and set(found) == set(names))
    return [found[name] for name in names]


def rows(found: Any, most: int) -> list[Any]:
    """A list of at most `most` values."""
    need(type(found) is list and len(found) <= most)
    return list(found)


def word(found: Any, words: tuple[str, ...]) -> str:
    """One of `words`."""
    need(type(found) is str and found in words)
    return str(found)


def number(found: Any, least: int) -> int:
    """A whole number from `least` to NUMBERS; true and false are none, though Python counts with them."""
    need(type(found) is int and least <= found <= NUMBERS)
    return int(found)


def differ(found: list[str]) -> None:
    """None of the words stands there twice."""
    need(len(set(found)) == len(found))


def need(sound: bool) -> None:
    """Raise Unreadable where something is not as it must be."""
    if not sound:
        raise Unreadable


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names stand there once: of two with one name, each program would believe another."""
    need(len(dict(pairs)) == len(pairs))
    return dict(pairs)


def _whole(digits: str) -> int:
    need(len(digits) <= len(str(NUMBERS)))  # beyond 4,300 digits Python has an error of its own
    return int(digits)


def _refuse(_: str) -> NoReturn:
    raise Unreadable
