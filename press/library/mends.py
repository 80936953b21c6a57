"""Turns a value that is nearly right into what is to be typed in its place.

Nothing of what was written is repeated but words of a vocabulary, states and days: logs are public.
"""

import datetime
import difflib
import re
from collections.abc import Sequence

from press.library import vocabulary

_CURLY = "“”‘’„«»\"'"
_NONE = {"none", "no", "n/a", "na", "-", "–", "nothing"}
_PARTS = re.compile(r"\s*[,;/&+]\s*(?:and\s+)?|\s+and\s+|\s+or\s+")
_WITH_NAMES = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WITH_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[–—‑/.-](\d{1,2})[–—‑/.-](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST = 15  # more values than that are not listed in a message


def word(name: str, given: object, values: Sequence[str], *, is_entry: bool) -> str:
    """What to write where `given` is none of the `values` that the field `name`, or an entry of it, may have."""
    if isinstance(given, list) and len(given) == 1 and given[0] in values:
        return f"Write it without brackets: `{name}: {given[0]}`."
    text = str(given)
    if text.strip(_CURLY) in values:
        return "Delete the quote marks round it."
    if name == "state":
        return _state(text)
    parts = _parted(text, values)
    if is_entry and len(parts) > 1:
        return f"Put a comma between two entries: `{name}: [{', '.join(parts)}]`."
    near = difflib.get_close_matches(text.lower(), values, 1)
    return f"Did you mean “{near[0]}”?" if near else one_of(values)


def one_of(values: Sequence[str]) -> str:
    """The values to choose from."""
    return f"Choose one: {', '.join(values)}." if len(values) <= _MOST else "Write it in full, as on the fields page."


def listed(name: str, given: str, values: Sequence[str]) -> str:
    """What to write where one line of text stands for a list."""
    if given.lower() in _NONE:
        return f"Where there is none, write `{name}: []`."
    parts = _parted(given.strip("()[]{} "), values)
    if parts:
        return f"Write it in square brackets: `{name}: [{', '.join(parts)}]`."
    return f"Put `[` before it, `]` behind it, and a comma between two entries: `{name}: […, …]`."


def _parted(given: str, values: Sequence[str]) -> list[str]:
    """The words of `values` that `given` names one after the other; none where it has anything else."""
    plain = {value.lower(): value for value in values}
    found = [part.strip(f"{_CURLY} -").lower() for part in _PARTS.split(given)]
    return [plain[part] for part in found] if all(part in plain for part in found) else []


def _state(given: str) -> str:
    """The state that was meant: alone, and in full. Where the words tell none, they may be a city's."""
    by_code, by_name = {code: name for name, code in vocabulary.STATES}, {name.lower(): name for name, _ in vocabulary.STATES}
    if given.upper() in by_code:
        return f"Write it in full: {by_code[given.upper()]}."
    if given.lower() in by_name:
        return f"Write it with a capital: {by_name[given.lower()]}."
    short = given.rstrip(".").lower()
    starts = [name for low, name in by_name.items() if len(short) > 2 and low.startswith(short)]
    if len(starts) == 1:
        return f"Write it in full: {starts[0]}."
    if re.search(r"\bd\.?\s*c\b", given, re.I):
        return "Write it in full: District of Columbia."
    for part in reversed(re.split(r"[,;()/]|\s[-–—]\s", given)):
        found = by_name.get(part.strip().lower()) or by_code.get(part.strip().replace(".", "").upper())
        if found:
            return f"Only the state: {found}."
    last = [name for low, name in by_name.items() if given.lower().endswith(f" {low}")]
    if last:
        return f"Only the state: {max(last, key=len)}."
    near = difflib.get_close_matches(given.lower(), by_name, 1, 0.8)
    return f"Did you mean “{by_name[near[0]]}”?" if near else "Write only the state, in full: no city, district or school."


def day(given: object) -> str:
    """What to write where `given` is no day: the day itself, where the words can mean but one in the United States."""
    meant = _day(str(given).strip(f"{_CURLY} .")) if isinstance(given, str) else None
    return f"Write year, month and day: {meant.isoformat()}." if meant else "Write year, month and day, such as 2026-11-22."


def _day(given: str) -> datetime.date | None:
    with_name, with_slashes, year_first = (pattern.fullmatch(given) for pattern in (_WITH_NAMES, _WITH_SLASHES, _YEAR_FIRST))
    try:
        if with_name:
            month = _MONTHS.index(with_name[1][:3].lower()) + 1
            return datetime.date(int(with_name[3]), month, int(with_name[2]))
        if with_slashes:
            return datetime.date(int(with_slashes[3]), int(with_slashes[1]), int(with_slashes[2]))
        return datetime.date(*map(int, year_first.groups())) if year_first else None
    except ValueError:
        return None
