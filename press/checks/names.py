"""Turns names into problems: of activities that are listed, of files and folders, and of what shares an address."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from press.checks.reading import near
from press.library.folders import FOLDERS
from press.library.kinds import ACTIVITY, PAGE, STORY, TOOLKIT, is_a, kind_near
from press.library.load import Library
from press.manuscript import normalize
from press.manuscript.problem import Problem
from press.manuscript.source import Source

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOTION = re.compile(r"(?:.*[ _-])?[0-9a-f]{32}")  # the number that Notion gives each page
STORY_PAGES = ("index", "page", "states", "themes")  # the site's own pages below stories/
# What may not be a name on Windows, whatever its ending ("Naming Files, Paths, and Namespaces" in Microsoft's documentation).
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)", re.I)
LONGEST = 100
MOST_BYTES = 140  # some disks that encrypt names take no more (eCryptfs: 143); a sign that is no ASCII takes two or more
LONGEST_WAY = 160  # Windows takes 260 for the whole way, and the project lies in a folder there, too
# Letters, marks and digits of any script, and these; not the letters that nobody sees (Unicode's Default_Ignorable_Code_Point).
_SIGNS = frozenset(" -_.,'’()+&!=@")
_UNSEEN = re.compile("[\u2800\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # with what texts may have
PICTURE = (
    "This picture's name would not work in every web address or on every computer.",
    "Rename the file with letters, digits, spaces and hyphens only, such as `board-2.png`, and write that name here.",
)
SITE_HANDOUTS = ("consent", "leaders", "stories")  # the handouts that are no toolkit's begin so
# docs/ lies at the site's root, beside these
SITE_FOLDERS = (
    *(folder for folder in FOLDERS if folder != PAGE.folder),
    *("activities", "handouts", "assets", "search", "pagefind", "templates"),
)
_KEPT = {STORY.folder: STORY_PAGES, PAGE.folder: SITE_FOLDERS, TOOLKIT.folder: SITE_HANDOUTS}


def listed_activities_exist(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each activity that a toolkit or a story lists is there, and listed once."""
    names = {ACTIVITY.name_at(source.path) or "": source for source in library.sources.values() if is_a(ACTIVITY, source)}
    for source in library.sources.values():
        kind = kind_near(source.path, source.front)
        if not kind or "activities" not in kind.model.model_fields:
            continue
        folder = f"{kind.name_at(source.path)}/" if kind is TOOLKIT else ""  # a toolkit lists its own by their bare names
        seen = set()
        for number, given in _listed(source):
            line = source.line_of("activities", number)
            if given in seen:
                yield Problem(source.path, line, "activities", "This activity is listed a second time.", "Delete one of the two.")
            elif folder + given not in names:
                meant = near(folder + given, [name for name in names if name.startswith(folder)])
                right = meant.removeprefix(folder) if meant else ""
                mend = f"Did you mean `{right}`?" if right else "Write its file name without `.md`, or add the file."
                yield Problem(source.path, line, "activities", "There is no activity of this name.", mend)
            seen.add(given)


def _listed(source: Source) -> list[tuple[int, str]]:
    """What stands under `activities`, also where other fields have faults."""
    given = source.front.get("activities")
    return [(n, name) for n, name in enumerate(given) if isinstance(name, str)] if isinstance(given, list) else []


def activities_are_listed(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Each activity's file is listed by the opening page of its folder."""
    for path, source in library.sources.items():
        if not is_a(ACTIVITY, source):
            continue
        index = f"{PurePosixPath(path).parent}/index.md"
        if index not in library.sources:
            what = "This activity's folder has no opening page, so no toolkit holds it."
            yield Problem(path, 1, "listed", what, f"Write {index}, or move the activity to a toolkit's folder.")
        elif PurePosixPath(path).stem not in {name for _, name in _listed(library.sources[index])}:
            mend = f"Add its name to `activities` in {index}, or delete this file."
            yield Problem(path, 1, "listed", "No toolkit lists this activity, so it would not be published.", mend)


def names_are_plain(library: Library, today: datetime.date) -> Iterator[Problem]:
    """Names work in every web address and on every computer, and leave the site's own pages theirs."""
    for path in library.sources:
        if fault := _fault(path):
            yield Problem(path, 1, "names", *fault)
    for path in library.pictures:
        if len(path.encode()) > LONGEST_WAY or any(map(misfit, PurePosixPath(path).parts)):
            shown = "".join("?" if _is_unseen(sign) else sign for sign in path)
            yield Problem(
                shown, 1, "names", PICTURE[0], PICTURE[1].replace("write that name here", "write that name in the text")
            )


def _fault(path: str) -> tuple[str, str] | None:
    """What is wrong with the name of the manuscript at `path`, and how to mend it."""
    folder, *parts = PurePosixPath(path.removesuffix(".md")).parts
    if any(map(_NOTION.fullmatch, parts)):
        what = "Notion ends the names of its files with a long number, which would stand in the page's address."
        return what, "Rename it after its title, such as `the-seating-chart.md`."
    if not all(map(_PLAIN.fullmatch, parts)):
        what = "The name of this file or its folder would not make a plain web address."
        return what, "Use small letters a to z, digits and single hyphens, such as `the-seating-chart.md`."
    if any(map(is_kept, parts)):
        what = f"A name as this one can't be had on every computer: it is kept for a device, or has more than {LONGEST} letters."
        return what, "Give this file or its folder another name."
    if len(path) > LONGEST_WAY:
        what = f"With its folders, this file's name has {len(path)} letters, more than some computers can have."
        return what, "Give this file or a folder above it a shorter name."
    if parts[0] in _KEPT.get(folder, ()):
        return f"The site has a page, folder or handout “{parts[0]}” of its own.", "Give this file another name."
    return None


def misfit(name: str) -> bool:
    """Whether a file of this name would be trouble in a web address, in Markdown, or on somebody's computer."""
    return (
        is_kept(name)
        or name.startswith((".", " "))
        or name.endswith((".", " "))
        or unicodedata.normalize("NFC", name) != name
        or not all(sign in _SIGNS or (unicodedata.category(sign)[0] in "LMN" and not _is_unseen(sign)) for sign in name)
    )


def is_kept(name: str) -> bool:
    """Whether a name is kept for a device on Windows, or too long for some computers."""
    return len(name) > LONGEST or len(name.encode()) > MOST_BYTES or bool(_DEVICES.match(name))


def _is_unseen(sign: str) -> bool:
    return not sign.isprintable() or normalize.hides(sign) or bool(_UNSEEN.match(sign))


def addresses_are_unlike(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No two files share an address, nor would on a computer that takes big and small letters for the same."""
    first: dict[str, str] = {}
    for path in (*library.sources, *library.pictures):
        other = first.setdefault(_address(path), path)
        if other != path:
            what = f"This file has the same address as {other}."
            yield Problem(path, 1, "addresses", what, "Rename one of the two, or delete it.")
    named: dict[str, str] = {}
    for entry in library.activities:
        other = named.setdefault(entry.name.replace("/", "-"), entry.path)
        if other != entry.path:
            what = f"Its handouts would have the same names as those of {other}."
            yield Problem(entry.path, 1, "addresses", what, "Rename this file or its folder.")


def _address(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold().removesuffix(".md").removesuffix("/index")


def letters_are_unlike(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No two toolkits have one letter."""
    first: dict[str, str] = {}
    for toolkit in library.toolkits:
        other = first.setdefault(toolkit.fields.letter, toolkit.path)
        if other != toolkit.path:
            what = f"{other} has the letter {toolkit.fields.letter} already."
            yield Problem(toolkit.path, toolkit.source.line_of("letter"), "letters", what, "Choose another.")
