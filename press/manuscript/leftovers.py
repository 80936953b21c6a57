"""Finds what was left in a text when two versions of it met: the marks of a merge, and a second block of fields.

Neither may be published, and neither may hide anything: the second block may be the one that takes a story down.
"""

import re
from collections.abc import Collection, Iterator, Sequence

# As git writes them, each alone on its line; and the lines that tell one version from the other ("diff").
_MARK = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_COMPARED = re.compile(
    r"@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@.*|(?:---|\+\+\+) (?:[ab]/\S.*|/dev/null)|\\ No newline at end of file"
)
_FIELD = re.compile(r"[\s>*+-]*[\"']?([A-Za-z_]{3,20})[\"']?[ \t]*:(?:\s|$)")
_FENCE = re.compile(r"[\s>]*-{3,}\s*")
_CODE = re.compile(r"[\s>]*(?:```|~~~)")
_GOES_ON = re.compile(r"[\s>]*(?:[-*+] |#)|\s{2,}\S")  # an item or more of a value, or a remark
# Each alone says enough behind a fence: who told the story, by what leave, and that it was taken down.
_TELLING = {"author", "school", "profile", "attribution", "consent", "evidence", "granted", "review_by", "withdrawn"}
_TAKEN_DOWN = re.compile(r"[\s>*+-]*withdrawn[ \t]*:\s*[\"']?\d{4}-\d", re.I)
_ENOUGH = 3  # fields in a row without a fence; a true text may well have a line "Summary: we met twice"


def marks(text: str) -> Iterator[int]:
    """The lines of `text`, from 1, that hold the marks of a merge."""
    for number, line in enumerate(text.split("\n"), 1):
        if _MARK.fullmatch(line.rstrip()):
            yield number


def compared(text: str, *, is_guide: bool) -> Iterator[int]:
    """The lines of `text`, from 1, that only compare two versions; a guide may show some as code."""
    in_code = False
    for number, line in enumerate(text.split("\n"), 1):
        in_code ^= is_guide and bool(_CODE.match(line))
        if not in_code and _COMPARED.fullmatch(line.rstrip()):
            yield number


def fields(body: Sequence[str], known: Collection[str], *, is_guide: bool) -> int | None:
    """The line of `body`, from 0, on which a second block of `known` fields begins, if there is one; a guide may show one."""
    names: set[str] = set()
    first, fenced, in_code = 0, False, False
    for number, line in enumerate(body):
        if is_guide and _CODE.match(line):
            in_code = not in_code
        if in_code or not line.strip():
            continue
        found = _FIELD.match(line)
        name = found[1].lower() if found else ""
        if name in known:
            first = first if names else number
            names.add(name)
            if len(names) >= _ENOUGH or (fenced and (len(names) > 1 or name in _TELLING)) or _TAKEN_DOWN.match(line):
                return first
        elif _FENCE.fullmatch(line) or _CODE.match(line):
            names, fenced = set(), True
        elif not (names and _GOES_ON.match(line)):
            names, fenced = set(), False
    return None


def is_field(line: str, known: Collection[str]) -> bool:
    """Whether a line begins with the name of a `known` field and its colon."""
    found = _FIELD.match(line)
    return found is not None and found[1] in known
