"""Asks git about a project."""

import subprocess
from pathlib import Path


def ask(root: Path, *arguments: str) -> str:
    """What git answers in `root`; "" where it can't."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError):
        return ""
    return done.stdout
