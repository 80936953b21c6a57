"""Says on which day each manuscript was last changed, as git remembers it; nothing where git can't know."""

import datetime
from pathlib import Path

from press.library import git
from press.library.folders import FOLDERS

_MARK = "\x01"  # begins the line of a commit's time; no path of ours holds it


def last_changed(root: Path) -> dict[str, datetime.date]:
    """The day (UTC) of the latest commit of each file below `root`, by its path there.

    A file that is not committed as it lies there has none. Nothing has one where there is no git, no repository, or only
    the end of its history: in a shallow clone the oldest commit at hand seems to have changed every file. One walk over
    the history serves all files, so a thousand cost no more than one.
    """
    if git.ask(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = git.ask(root, "-c", "core.quotePath=false", "log", f"--format={_MARK}%ct", "--name-only", "--no-renames", "--relative")
    # `diff` reads a file as git would keep it: lines that another program ended otherwise are no change.
    changed = set(git.ask(root, "diff", "HEAD", "--name-only", "-z", "--relative", "--", *FOLDERS).split("\0"))
    found: dict[str, datetime.date] = {}
    day = datetime.date.min
    for line in log.splitlines():
        if line.startswith(_MARK):
            day = datetime.datetime.fromtimestamp(int(line[1:]), datetime.UTC).date()
        elif line:
            found.setdefault(line, day)
    return {path: day for path, day in found.items() if path not in changed and path.startswith(FOLDERS)}
