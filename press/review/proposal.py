"""Turns GitHub's own list of a proposal's files, and what the proposal's run reports, into the comment under the proposal.

Which files are changed is taken from GitHub alone: the run is made by the proposal's own code, and may say what it likes. Where a
file is changed that is no manuscript, the run is not repeated at all. Imports nothing that must be installed.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from press.library.folders import FOLDERS
from press.review import strict_json, summary
from press.review.strict_json import Unreadable, need
from press.review.summary import Change

STATUSES = ("added", "modified", "changed", "unchanged", "renamed", "copied", "removed")
LIMIT = 3_000  # files; GitHub lists no more ("List pull requests files")
_MANUSCRIPT = re.compile(rf"(?:{'|'.join(FOLDERS)})/.+(?:\.md|\.(?i:jpg|jpeg|png|webp))", re.S)
TEXT = "text about the project"
_SORTS = (  # what a file is that is no manuscript, in one word and in many; the first that fits
    (r"\.github/workflows/.+|\.ci/.+", "workflow", "workflows"),
    (r"requirements[^/]*\.lock", "lock file", "lock files"),
    (r"tests/.+", "test", "tests"),
    (r"press/.+|tools/.+|benchmarks/.+|build_pdfs\.py", "part of the press’s code", "parts of the press’s code"),
    (r"\.github/.+|\.vscode/.+|mkdocs\.yml|pyproject\.toml|Makefile|\.[^/]+", "setting", "settings"),
    (r"(?:README|CHANGELOG|CONTRIBUTING)\.md|LICENSE(?:-CONTENT)?|synonyms\.txt", TEXT, "texts about the project"),
    (r".*", "other file", "other files"),
)
_NOT_REPEATED = """\
The proposal’s own run is not repeated here, since the proposal changes the program that made it, or what that works with: \
it may call sound what is not. The site that it built is not offered either.

**For editors:** do not merge this yet, and do not build or open it on your own computer. You may read the texts under “Files \
changed”. To have them checked, ask for a second proposal with the texts alone."""
_NO_REPORT = "The proposal’s own run left no report that can be read, so nothing is said here of what is to mend."
_MORE = f"GitHub lists {LIMIT:,} files and no more; there may be others. Someone who knows the code must look at this proposal."
_NO_LIST = "GitHub’s list of the files could not be read. Someone who knows the code must look at each under “Files changed”."


@dataclass(frozen=True)
class File:
    """A file that a proposal touches, as GitHub names it; `before` is the name it had, where it was renamed or copied."""

    path: str
    status: str
    before: str = ""


def files(given: str) -> tuple[File, ...]:
    """GitHub's list: on each line status, name and earlier name, as JSON. Raises Unreadable."""
    found = tuple(_file(line) for line in given.split("\n") if line)  # a name may hold other signs that end a line
    strict_json.differ([file.path for file in found])
    return found


def _file(line: str) -> File:
    row = strict_json.parse(line)
    need(type(row) is list and len(row) == 3)
    status, path, before = row
    need(type(path) is str and bool(path) and type(before) is str)
    status = strict_json.word(status, STATUSES)
    need(bool(before) == (status in ("renamed", "copied")))
    return File(path, status, before)


def touched(found: Iterable[File]) -> dict[str, str]:
    """What became of each path: a renamed file is gone from its earlier one."""
    paths = {file.before: "removed" for file in found if file.status == "renamed"}
    return paths | {file.path: file.status for file in found}


def sort(path: str) -> str:
    """What the file at `path` is; empty for a manuscript or its picture."""
    if _MANUSCRIPT.fullmatch(path):
        return ""
    return next(one for pattern, one, _ in _SORTS if re.fullmatch(pattern, path, re.S))


@dataclass(frozen=True)
class Run:
    """The proposal's own run as GitHub knows it: its address, how it `ended` in GitHub's word, and what it left to download."""

    address: str = ""
    ended: str = "success"
    offered: tuple[str, ...] = ()


def comment(found: tuple[File, ...], report: tuple[Change, ...] | None, run: Run) -> str:
    """The comment as Markdown; `report` is what the `run` reports, None where that can't be read."""
    paths = touched(found)
    others = Counter(sort(path) for path in paths)
    texts = {path: paths[path] for path in sorted(paths) if not sort(path)}
    del others[""]
    parts = [summary.HEADING] if paths else [summary.HEADING, "This proposal changes no file."]
    if others:
        parts.append(_others(others, bool(texts)))
    if len(found) >= LIMIT:
        parts.append(_MORE)
    if set(others) - {TEXT} or len(found) >= LIMIT:
        rows = ((f"`{path}`", _became(status)) for path, status in texts.items() if summary.shown(path))
        parts += [_NOT_REPEATED, *_table(("Text or picture", "Change"), rows, texts)]
    elif texts:
        parts += _reported(texts, report, run)
    return "\n\n".join(parts) + "\n"


def _others(others: Counter[str], also: bool) -> str:
    """How many files are no manuscripts, and of what sorts."""
    count = others.total()
    sorts = [f"{others[one]} {one if others[one] == 1 else many}" for _, one, many in _SORTS if others[one]]
    what = "file that is not a manuscript" if count == 1 else "files that are not manuscripts"
    look = f"Someone who knows the code must look at {'it' if count == 1 else 'them'}."
    return f"**This proposal {'also ' if also else ''}changes {count} {what}: {_joined(sorts)}.** {look}"


def _joined(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _became(status: str) -> str:
    return status if status in ("added", "renamed", "removed") else "changed"


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], texts: dict[str, str]) -> list[str]:
    """The table of what is changed, and what a removal means; nothing where no manuscript is changed."""
    hidden = sum(not summary.shown(path) for path in texts)
    gone = [path for path, status in texts.items() if status == "removed" and path.endswith(".md")]
    note = (
        "**Removed:** links and bookmarks to it lead nowhere then. A page that only moved keeps its old address under `aliases` "
        "in its new file. For a story that was taken back, `python -m press withdraw` leaves a short notice in its place."
    )
    return [summary.table(columns, rows, hidden), *([note] if gone else [])] if texts else []


def _reported(texts: dict[str, str], report: tuple[Change, ...] | None, run: Run) -> list[str]:
    """What the run reports of the `texts`, the run's list of them and its preview."""
    rows = {change.path: change for change in report or () if texts.get(change.path, "removed") != "removed"}
    silent = [path for path, status in texts.items() if status != "removed" and path not in rows]
    strangers = [change for change in report or () if change.path not in texts]
    parts = [_NO_REPORT] if report is None else [summary.verdict((*rows.values(), *strangers))]
    if report is not None and silent:
        parts.append(f"It reported nothing on {_files(len(silent))} of this proposal.")
    if strangers:
        parts.append(f"It also reported on {_files(len(strangers))} that this proposal does not change, not listed here.")
    if run.ended != "success":
        parts.append(f"The run as a whole did not end well: [its page]({run.address}) says why.")
    cells = (_cells(path, status, rows.get(path)) for path, status in texts.items() if summary.shown(path))
    columns = ("File", "Change", *summary.COLUMNS[1:])
    return [
        *parts,
        *_table(columns, cells, texts),
        *summary.preview(rows.values(), run.address, run.offered if report is not None else ()),
        *summary.marks(rows.values()),
    ]


def _files(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"


def _cells(path: str, status: str, change: Change | None) -> tuple[str, ...]:
    if change:
        name, *rest = summary.row(change)
        return name, _became(status), *rest
    return f"`{path}`", _became(status), "–" if status == "removed" else "not reported", "–", "–", "–"


def main(arguments: list[str] | None = None) -> None:
    """Print the comment that is made from the files given."""
    parser = argparse.ArgumentParser(prog="python3 -m press.review.proposal", description="Makes the comment under a proposal.")
    parser.add_argument("files", type=Path, help="GitHub's own list of the files")
    parser.add_argument("report", type=Path, help="what the proposal's run left")
    parser.add_argument("--run", default="", help="the run's address")
    parser.add_argument("--ended", default="success", help="how the run ended, in GitHub's word")
    parser.add_argument("--offers", nargs="*", choices=summary.OFFERS, default=(), help="what it left to download")
    parser.add_argument("--commit", required=True, help="the commit that was looked at")
    given = parser.parse_args(arguments)
    try:
        report = summary.load(given.report)[0]
    except Unreadable:
        report = None
    try:
        run = Run(given.run, given.ended, tuple(given.offers))
        made = comment(files(given.files.read_bytes().decode("utf-8")), report, run)
    except (Unreadable, OSError, ValueError):
        made = f"{summary.HEADING}\n\n{_NO_LIST}\n"
    print(f"{made}\nThis is about commit `{given.commit[:7]}`; what was changed later is not in it.")


if __name__ == "__main__":
    main()
