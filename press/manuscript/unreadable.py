"""Turns a front matter that YAML can't read into the line that is at fault, and how to mend it.

YAML says where it gave up, often many lines below: a quote mark that opens and never closes is found at the file's end. So the
lines are read once more as people write them, a name and a value each, down to where it gave up.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from press.manuscript.as_written import CUT, IN_QUOTES, NO_GAP
from press.manuscript.leftovers import is_field
from press.manuscript.problem import Fault

_FIELD = re.compile(r"(?P<before>\s*(?:- +)*)(?:(?P<name>[A-Za-z_][\w -]*?)\s*:(?:\s+|$))?(?P<value>.*)")
_NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_]+):\S")
_WIDE = re.compile(r"\s*(?:- +)*([A-Za-z_]+)[ \u3000]*[：﹕︓꞉∶]")
_STYLED = re.compile(r"\s*(?:- +)*[*_`]+([A-Za-z_]+?)[ *_`]*:")
_SINGLE, _DOUBLE = re.compile(r"'(?:[^']|'')*'"), re.compile(r'"(?:[^"\\]|\\.)*"')
_BACKSLASH = re.compile(r"\\(?![0abtnvfreNLPxuU \"/\\_\t])|\\x(?![0-9a-fA-F]{2})|\\u(?![0-9a-fA-F]{4})|\\U(?![0-9a-fA-F]{8})")
_TEXT = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")  # a value that stands on the lines below
_NUMBERS = {0: "no", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_ENDS = {"[": "]", "{": "}"}
_ODD = tuple("@`%,]}&*!")

Said = tuple[str, str]

TAB = "There is a tab in the front matter.", "Use spaces instead."
NO_SPACE = "No space follows this field's colon.", "Put a space after the colon."
WIDE = "The colon here is not the plain one.", "Type `:` and a space after the field's name."
STYLED = "There are marks round this field's name.", "Delete them: a field is plain, as `title: My story`."
BULLET = "This bullet makes no list in the front matter.", "Start the line with `- ` instead."
OPEN = "This value starts with a quote mark, and doesn't end with one."
CLOSE = 'Put a `"` behind its last word too, or delete the one at its start.'
EARLY = "A quote mark ends this value before its last word."
BACKSLASH = "A backslash in double quotes has a meaning of its own.", "Leave it out, or put the value in single quotes."
_QUOTED = {
    "'": 'Put the whole value in double quotes, such as title: "\'Tis the season".',
    '"': "Put the whole value in single quotes, such as title: '\"Why me?\" and other questions'.",
}
BRACKET = "A value that starts with `{}` is taken for a list.", IN_QUOTES
NO_END = "This list has no end.", "Put `{}` after its last entry."
MARK = "A value starts with `&` or `*`.", "Put it in quotes."
ODD = "No value can start with {}.", IN_QUOTES
WITHIN = "A list can't begin on its field's line.", "Put its entries on lines of their own, or in square brackets."
INDENT = "This line is indented unlike the ones above.", "Let the fields of one group begin below each other."
NO_NAME = (
    "This line is no field: it has no name with a colon.",
    "Write it as `name: value`, join it to the line above, or delete it.",
)
ELSE = "The front matter can't be read from here on.", "Look at quotes, colons and the spaces at the line's start."


def fault(lines: Sequence[str], given_up: int, known: Collection[str]) -> Fault:
    """Why the `lines` of a front matter can't be read; YAML gave up on the line `given_up`, from 0."""
    given_up = min(given_up, len(lines) - 1)
    for number, line in _written(lines[: given_up + 1]):
        said = _said(line, lines[number + 1 :], known)
        if said:
            return Fault(number + 2, *said)
    for near in (given_up, given_up - 1):
        if near >= 0 and (lines[near].count(": ") + lines[near].endswith(":")) > 1:
            return Fault(near + 2, *_colon(lines[near]))
    cut = next((number for number, line in enumerate(lines[: given_up + 1]) if re.search(r"\s#[^\]}]*[\]}]", line)), None)
    if cut is not None:
        return Fault(cut + 2, CUT, IN_QUOTES)
    if "\t" in lines[given_up]:
        return Fault(given_up + 2, *TAB)
    for near in (given_up, given_up - 1):
        if near >= 0 and lines[near].strip() and ":" not in lines[near] and not lines[near].lstrip().startswith(("- ", "#")):
            return Fault(near + 2, *NO_NAME)
    begins = re.match(r"\s*[A-Za-z_]+:(?:\s|$)|\s*- ", lines[given_up])
    return Fault(given_up + 2, *(_indent(lines, given_up, known) if given_up and begins else ELSE))


def no_fields(lines: Sequence[str], known: Collection[str]) -> Fault | None:
    """Why YAML finds no field in `lines`, where a line tells: one that all the others were joined to, or all of them alike."""
    for number, line in enumerate(lines):
        said = _said(line, (), known)
        if said in (NO_SPACE, WIDE):
            return Fault(number + 2, *said)
    if any(is_field(line, known) for line in lines):
        for number, line in enumerate(lines):
            if line.strip() and not line.lstrip().startswith(("#", "-")):
                return None if is_field(line, known) else Fault(number + 2, *NO_NAME)
    return None


def within(lines: Sequence[str], first: int, last: int, known: Collection[str]) -> Fault | None:
    """Why a value that goes from the line `first` to `last` took the fields below it in, if a line tells."""
    for number in range(first, last + 1):
        said = _said(lines[number], lines[number + 1 :], known)
        if said:
            return Fault(number + 2, *said)
    return None


def marked(line: str, known: Collection[str]) -> Said:
    """What is wrong where a name or value starts with a mark that YAML has another meaning for."""
    return STYLED if _is_styled(line, known) else MARK


def _is_styled(line: str, known: Collection[str]) -> bool:
    found = _STYLED.match(line)
    return found is not None and found[1].lower() in known


def _indent(lines: Sequence[str], number: int, known: Collection[str]) -> Said:
    """How far a field should be indented that stands neither below the one above nor within it."""
    above = next((line for line in reversed(lines[:number]) if line.strip() and not line.lstrip().startswith("#")), "")
    found, given = _FIELD.match(above), lines[number]
    if not found or found["name"] not in known or given.lstrip().startswith("- "):
        return INDENT
    depth = len(found["before"])
    spaces = "one space" if depth == 1 else f"{_NUMBERS.get(depth, depth)} spaces"
    return INDENT[0], f"Put {spaces} before it, so that it begins below `{found['name']}`."


def _written(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that hold a name or a value of their own: no remark, and none of a value that stands on the lines below."""
    within: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or (within is not None and indent > within):
            continue
        found = _FIELD.match(line)
        within = indent if found and _TEXT.match(found["value"]) else None
        if not line.lstrip().startswith("#"):
            yield number, line


def _said(line: str, below: Sequence[str], known: Collection[str]) -> Said | None:
    """What is wrong with a line, as far as it can be told from itself and, for what it opens, from those below."""
    if re.match(r" *\t", line):
        return TAB
    close = _NO_SPACE.match(line)
    if close and close[1].lower() in known:
        return NO_SPACE
    wide = _WIDE.match(line)
    if wide and wide[1].lower() in known:
        return WIDE
    if re.match(r"\s*-[^\s-]", line):
        return NO_GAP
    if re.match(r"\s*[*+•·–—] ", line):
        return BULLET
    if _is_styled(line, known):
        return STYLED
    found = _FIELD.match(line)
    value = found["value"].rstrip() if found else ""
    if value[:1] in ("'", '"'):
        return _quoted(value)
    if value[:1] in _ENDS:
        return _bracket(value, below)
    if value.startswith(_ODD):
        return _odd(value[0])
    if value[:1] in ("|", ">") and not _TEXT.match(value):
        return _odd(value[0])
    if found and found["name"] and value.startswith("- "):
        return WITHIN
    if found and found["name"] and re.search(r":(?:\s|$)", re.sub(r"\s#.*", "", value)):
        return _colon(value)
    return None


def _odd(sign: str) -> Said:
    if sign in "&*":
        return MARK
    return ODD[0].format("a backtick" if sign == "`" else f"`{sign}`"), ODD[1]


def _colon(value: str) -> Said:
    straight = " straight" if re.search("[“”‘’]", value) else ""
    return "This value has a colon in it.", f'Put the value in{straight} quotes: title: "Norms: a start".'


def _quoted(value: str) -> Said | None:
    pattern = _SINGLE if value[0] == "'" else _DOUBLE
    whole = pattern.match(value)
    if not whole:
        return OPEN, CLOSE if value.count('"') == 1 and value[0] == '"' else _QUOTED[value[0]]
    if value[0] == '"' and _BACKSLASH.search(re.sub(r"\\\\", "", whole[0])):
        return BACKSLASH
    after = value[whole.end() :]
    return (EARLY, _QUOTED[value[0]]) if after.strip() and not re.match(r"\s+#|\s*:(?:\s|$)", after) else None


def _bracket(value: str, below: Sequence[str]) -> Said | None:
    """A list in brackets that has no end, or words behind it; a `#` takes the rest of its line, and an end with it."""
    end = _ENDS[value[0]]
    bare = _SINGLE.sub("''", _DOUBLE.sub('""', value))
    opened = re.search(r"[\[,]\s*(['\"])[^'\"]*$", bare)
    if opened:
        return OPEN, CLOSE if opened[1] == '"' else _QUOTED[opened[1]]
    cut = re.search(r"\s#", bare)
    if cut and end not in bare[: cut.start()]:
        return CUT, IN_QUOTES
    if end in bare:
        rest = re.sub(r"\s#.*", "", bare).rstrip()
        is_list = rest.endswith(end) and rest.count(end) <= rest.count(value[0])
        return None if is_list else (BRACKET[0].format(value[0]), BRACKET[1])
    for line in below:
        if end in line:
            return None
        if re.match(r"[A-Za-z_]+\s*:", line):
            break
    return NO_END[0], NO_END[1].format(end)
