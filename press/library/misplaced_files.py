"""Turns files that lie in the wrong place, or are no manuscript, into problems: one plain sentence each."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from press.library.kinds import KINDS
from press.manuscript.problem import Problem
from press.manuscript.source import Value

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
MAX_PICTURE_BYTES = 15_000_000
_OTHER_PICTURES = (".gif", ".bmp", ".tif", ".tiff", ".svg", ".avif", ".jfif", ".jxl")
_OTHER_TEXTS = (".doc", ".docx", ".odt", ".rtf", ".txt", ".pages", ".markdown", ".mdown", ".mkd")
_NEARLY = {"story", "storys", "stories", "toolkit", "toolkits", "activity", "activities", "doc", "docs"}
_MOST = 20  # files of one folder that are named
_TO_EITHER = "Move it into stories/, or into a toolkit's folder below toolkits/."


def no_manuscript(path: str, facts: os.stat_result | None) -> tuple[str, str] | None:
    """Why a file of the three folders can't be taken, if so: what is wrong and how to mend it. No facts: an odd name."""
    ending = PurePosixPath(path).suffix.lower()
    if facts is None:
        return "This name has hidden characters, or lies too many folders deep.", "Give it a plain name, or move it up."
    if not stat.S_ISREG(facts.st_mode):
        return "This is a link to another file, not a file.", "Put the file itself here."
    if ending in PICTURES and facts.st_size > MAX_PICTURE_BYTES:
        size = facts.st_size / 1_000_000
        return f"This picture is too large: {size:.0f} MB; it may have {MAX_PICTURE_BYTES / 1e6:.0f} MB.", "Save it smaller."
    if path.endswith(".md") or ending in PICTURES:
        return None
    return _other_format(ending)


def _other_format(ending: str) -> tuple[str, str]:
    if ending == ".md":
        return "This file's ending has capital letters, so it would not be published.", "Rename it to end in .md."
    if ending in (".heic", ".heif"):
        return "This is a photograph in a phone's own format.", "Save or share it as JPEG, and add that file."
    if ending in _OTHER_PICTURES:
        return f"A picture that ends in “{ending}” can't be published.", "Save it as JPEG or PNG, and add that file."
    if ending in _OTHER_TEXTS:
        return f"This file ends in “{ending}”, so it would not be published.", "Save its text as plain text that ends in .md."
    if not ending:
        return "This file's name has no ending, so it would not be published.", "If it is a text, let its name end in .md."
    return "Only manuscripts (.md) and pictures (.jpg, .png, .webp) can be published from here.", "Move this file elsewhere."


def wrong_folder(path: str, front: dict[str, Value]) -> tuple[str, str] | None:
    """Why a manuscript lies in another kind's folder, if its fields say so: what is wrong and how to mend it."""
    told = {kind: len(kind.telltales & set(front)) for kind in KINDS if kind.telltales}
    for kind, count in told.items():
        if not kind.holds(path) and count >= kind.enough and count == sum(told.values()):
            article = "an" if kind.name[0] in "aeiou" else "a"
            return f"This looks like {article} {kind.name}, and lies in {path.partition('/')[0]}/.", f"Move it to {kind.home}."
    return None


def no_folder(path: str) -> tuple[str, str]:
    """What is wrong with a manuscript that lies too deep or too high in its folder, and how to mend it."""
    home = [kind.home for kind in KINDS if kind.holds(path)][-1]
    return "This manuscript lies in a folder where none is looked for.", f"Move it to {home}."


def outside(root: Path, folders: tuple[str, ...]) -> Iterator[Problem]:
    """Manuscripts beside the three `folders` of the project at `root`, or in one with nearly such a name."""
    try:
        names = sorted(name for name in os.listdir(root) if name.isprintable())
    except OSError:
        return
    for name in names:
        path = root / name
        if name.casefold() in _NEARLY and name not in folders and path.is_dir() and not _is_one_of(path, root, folders):
            found = sorted(file for file in path.rglob("*.md") if str(file).isprintable())
            for file in found[:_MOST]:
                what = f"The press does not look into {name}/, so this would not be published."
                yield Problem(file.relative_to(root).as_posix(), 1, "file", what, _TO_EITHER)
        elif name.endswith(".md") and path.is_file() and _has_fields(path):
            yield Problem(name, 1, "file", "This manuscript lies beside the folders, so it would not be published.", _TO_EITHER)


def _is_one_of(path: Path, root: Path, folders: tuple[str, ...]) -> bool:
    """Whether it is one of the folders after all, on a computer that takes big and small letters for the same."""
    return any((root / folder).exists() and path.samefile(root / folder) for folder in folders)


def _has_fields(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(2_000)
    return start.startswith(b"---") and any(f"\n{field}:".encode() in start for kind in KINDS for field in kind.telltales)
