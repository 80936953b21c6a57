"""Keeps the manuscripts of the last published site, and lays today's consents over them where today's own can't be built.

A fault in one manuscript must not keep a story online whose teller took it back. So each publish leaves what it was made from
in `.press/published`; where today's manuscripts stop a build, the site is made from those, and of the stories only what today
still allows. Where nothing was kept, as on a new machine, git's history is asked for the last manuscripts that were sound.
"""

import datetime
import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from press import checks
from press.disk import scratch, swap
from press.disk.scratch import WORK
from press.library import edition
from press.library.edition import Editions
from press.library.folders import FOLDERS
from press.library.kinds import STORY
from press.library.load import Library, load
from press.library.manuscript import Manuscript
from press.library.model import Story, Withdrawn
from press.manuscript.problem import errors
from press.manuscript.source import Source

PLACE = f"{WORK}/published"
SETTINGS = "mkdocs.yml"
_STANDS = "stands"  # a file beside what is kept, while the site in place was made from just that
_MOST_COMMITS = 20  # how far back git is asked; each costs a look through all manuscripts
# What says who tells a story, and what they agreed to. Where it has changed, the text that was published has no leave any more.
_LEAVE = (
    "kind", "attribution", "author", "school", "profile", "interviewer", "translator", "editor", "consent", "published",
    "student_details", "pictures",
)  # fmt: skip


@dataclass(frozen=True)
class Last:
    """Manuscripts that were published once, laid out below `root` with today's gate over them, as `editions`.

    `out` are the names of stories that were on the site and may not stay as they were. `stands` says whether the site in place
    was made from these; where nothing is `out`, it shows what it may.
    """

    root: Path
    editions: Editions
    out: tuple[str, ...]
    stands: bool


def keep(root: Path, made_from: Path, editions: Editions) -> None:
    """Keep what a site of `editions` was made from, in place of what was kept before; `made_from` has its settings.

    Nothing that is withheld is kept. Where the disk refuses, nothing at all is: what was kept before may not be true any more.
    """
    try:
        _keep(root, made_from, editions)
    except OSError:
        shutil.rmtree(root / PLACE, ignore_errors=True)


def _keep(root: Path, made_from: Path, editions: Editions) -> None:
    with scratch.folder(root / WORK / "scratch") as folder:
        new = folder / "published"
        _copy(editions.web.root, _files(editions), new)
        shutil.copyfile(made_from / SETTINGS, new / SETTINGS)
        (new / _STANDS).touch()
        swap.swap(new, root / PLACE, SETTINGS)


def unsettle(root: Path) -> None:
    """Note that the site is about to be another than the one that was kept: a run may be killed before it keeps the new one."""
    (root / PLACE / _STANDS).unlink(missing_ok=True)


def last(root: Path, today: datetime.date, folder: Path) -> Iterator[Last]:
    """What may be built in the place of today's manuscripts, the latest first; each laid out below the empty `folder`."""
    now = load(root)
    sound = _sound(now, today)
    swap.recover(root / PLACE, SETTINGS)
    for number, (books, stands) in enumerate(_published(root, today, folder)):
        place = folder / f"last-{number}"
        out = _lay_out(books, now, sound, place)
        shutil.copyfile((books.root if (books.root / SETTINGS).is_file() else root) / SETTINGS, place / SETTINGS)
        _lend(root / "press" / "theme", place)
        editions = edition.both(load(place), today)
        lapsed = {story.name for story in books.stories} - {story.name for story in editions.web.stories}
        yield Last(place, editions, tuple(sorted(lapsed | out)), stands)


def _lend(theme: Path, place: Path) -> None:
    """Let the settings below `place` find the theme that they name: as a link, or as a copy where a user may make none."""
    lent = place / "press" / "theme"
    lent.parent.mkdir()
    try:
        lent.symlink_to(theme.resolve(), target_is_directory=True)
    except OSError:  # Windows
        shutil.copytree(theme, lent)


def _published(root: Path, today: datetime.date, folder: Path) -> Iterator[tuple[Library, bool]]:
    """Manuscripts that were published, and whether the site in place was made from them."""
    if (root / PLACE).is_dir():
        yield load(root / PLACE), (root / PLACE / _STANDS).is_file()
    for commit in _git(root, "log", "--first-parent", f"-{_MOST_COMMITS}", "--format=%H", "HEAD").decode().split():
        there = _git(root, "ls-tree", "--name-only", commit, "--", *FOLDERS, SETTINGS).decode().split()
        if not {"docs", SETTINGS} <= set(there):
            continue
        place = folder / commit
        _unpack(_git(root, "archive", "--format=tar", commit, "--", *there), place)
        books = load(place)
        if not errors(checks.run(books, today)):
            yield books, False
        shutil.rmtree(place)


def _unpack(packed: bytes, place: Path) -> None:
    """Write the files of an archive below `place`; links, which no manuscript is, are left out."""
    safe = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # new in Python 3.11.4
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(place, [member for member in archive.getmembers() if member.isfile()], **safe)  # type: ignore[arg-type]


def _git(root: Path, *arguments: str) -> bytes:
    """What git answers in `root`; b"" where it can't."""
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""


def _lay_out(books: Library, now: Library, sound: frozenset[str], place: Path) -> frozenset[str]:
    """Write `books` below `place` as `now` lets them appear; gives the names of the stories that are not as they were."""
    out: set[str] = set()
    fixed = [entry.path for entry in (*books.toolkits, *books.activities, *books.docs)]
    _copy(books.root, (*fixed, *(path for path, owner in edition.owners(books).items() if owner in fixed)), place)
    today = {name: source for path, source in now.sources.items() if (name := STORY.name_at(path))}
    told = {story.name: story for story in now.stories}
    for story in books.stories:
        new = told.get(story.name)
        if new is not None and new.path in sound and "illustrative" not in (story.fields.kind, new.fields.kind):
            _copy(now.root, _own(now, new), place)  # a real story is shown as its teller wants it today
            if new.source.front != story.source.front or new.source.body != story.source.body:
                out.add(story.name)
        elif _has_leave(story.source, today.get(story.name)):
            _copy(books.root, _own(books, story), place)
        else:
            out.add(story.name)
    notices = {notice.name: notice for notice in books.withdrawn if notice.name not in told}
    for notice in (notices | {notice.name: notice for notice in now.withdrawn}).values():
        _write_notice(notice, place)
    return frozenset(out)


def _has_leave(published: Source, now: Source | None) -> bool:
    """Whether the text that was published may stay though today's can't be shown: it can be read, and grants the same."""
    if now is None or now.problems or "withdrawn" in now.front:
        return False
    return all(now.front.get(name) == published.front.get(name) for name in _LEAVE)


def _sound(now: Library, today: datetime.date) -> frozenset[str]:
    """The manuscripts without a fault of their own or in one of their pictures."""
    owners = edition.owners(now)
    faulty = {owners.get(problem.path, problem.path) for problem in errors(checks.run(now, today))}
    return frozenset(now.sources) - faulty


def _own(books: Library, story: Manuscript[Story]) -> tuple[str, ...]:
    """The story's files: its text and its pictures."""
    return story.path, *(path for path, owner in edition.owners(books).items() if owner == story.path)


def _files(editions: Editions) -> tuple[str, ...]:
    """All that the editions were made from."""
    web = editions.web
    return (*sorted(web.paths), *(notice.path for notice in web.notices), *web.pictures)


def _copy(root: Path, paths: Iterable[str], place: Path) -> None:
    for folder in FOLDERS:
        (place / folder).mkdir(parents=True, exist_ok=True)
    for path in paths:
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, place / path)


def _write_notice(notice: Manuscript[Withdrawn], place: Path) -> None:
    path, fields = place / notice.path, notice.fields
    path.parent.mkdir(parents=True, exist_ok=True)
    old = f"aliases: [{', '.join(fields.aliases)}]\n" if fields.aliases else ""
    path.write_text(f"---\nwithdrawn: {fields.withdrawn.isoformat()}\n{old}---\n", encoding="utf-8", newline="\n")
