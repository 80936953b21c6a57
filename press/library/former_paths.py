"""Says where each manuscript lay before, as git remembers it; nothing where git can't know."""

from pathlib import Path

from press.library import git
from press.library.folders import FOLDERS


def former_paths(root: Path) -> dict[str, tuple[str, ...]]:
    """The earlier paths of each Markdown file below `root`, the latest first, by the path that it has today.

    A file was renamed where git finds its text, or most of it, at a new path: in a commit, or since the last one.
    """
    found: dict[str, tuple[str, ...]] = {}
    for new, old in (*_renamed(root, "diff", "HEAD"), *_renamed(root, "log", "--format=")):
        today = next((path for path, earlier in found.items() if new in earlier), new)
        if old != today and old not in found.get(today, ()):
            found[today] = (*found.get(today, ()), old)
    return {path: earlier for path, earlier in found.items() if (root / path).is_file()}


def _renamed(root: Path, *arguments: str) -> list[tuple[str, str]]:
    """Each new path and its old one, the latest change first."""
    options = ("--find-renames", "--diff-filter=R", "--name-status", "-z", "--relative")
    parts = git.ask(root, *arguments, *options, "--", *FOLDERS).strip("\0\n").split("\0")
    return [(new, old) for old, new in zip(parts[1::3], parts[2::3], strict=False) if new.endswith(".md")]
