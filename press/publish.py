"""Turns a folder of manuscripts into the finished site: all of it, or nothing.

The new site is built beside the old one, looked over, and put in its place in one step. Whatever fails or is killed on the
way, the old site stays as it was.
"""

import contextlib
import ctypes
import datetime
import os
import platform
import posixpath
import re
import shutil
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

WORK = ".press"  # what a build keeps between runs; safe to delete
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renamex_np(2)
_AT_FDCWD = -100

# The pages are the press's own output, so a pattern reads their tags as well as a parser and twenty times as fast.
_ADDRESS = re.compile(r"""<[^>]*?\s(?:href|src)=["']?([^"'\s>]+)""")
# All those, and what a text about HTML may have that is none: found in a third of the time.
_MAY_BE = tuple(re.compile(rf"""{name}=["']?([^"'\s>]+)""") for name in ("href", "src"))
_LOADED = re.compile(
    r"""<(?:script|img|iframe|source|link(?![^>]*rel=["']?(?:canonical|alternate)))\b[^>]*?\s(?:src|href)=["']?((?:https?:)?//[^"'\s>]+)"""
)


class NotPublished(Exception):
    """The new site is not sound; the text says why, one reason a line."""


class Busy(Exception):
    """Another build is at work in this folder."""


@contextlib.contextmanager
def staging(root: Path) -> Iterator[Path]:
    """An empty folder beside the site to build in; gone afterwards, with those that killed builds left.

    Raises Busy while another build holds the lock. The lock is the system's own, so it ends with its process.
    """
    work = root / WORK
    work.mkdir(exist_ok=True)
    with (work / "lock").open("w") as lock:
        _hold(lock.fileno())
        for left in work.glob("next-*"):
            shutil.rmtree(left, ignore_errors=True)
        _restore(root / "site", work)
        folder = Path(tempfile.mkdtemp(prefix="next-", dir=work))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _hold(number: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has none; two builds at once are then the user's to avoid
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Busy("Another build is at work in this folder. Wait for it, or stop it.") from error


def swap(new: Path, site: Path) -> None:
    """Put the folder `new` in the place of `site`, in one step where the system can."""
    new.chmod(0o755)  # a temporary folder is its owner's alone; a site is for everyone
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        return
    old = new.with_name("old-site")
    site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _restore(site: Path, work: Path) -> None:
    """Bring back the old site where a build was killed between its two renames."""
    old = work / "old-site"
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one system call; False where the system has none."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if platform.system() == "Linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    if platform.system() == "Darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(names[0], names[1], _EXCHANGE) == 0)
    return False


def look_over(site: Path, must_have: tuple[str, ...]) -> None:
    """Make sure that the built `site` is whole: its main files are there, and no link or picture on it is dead.

    Raises NotPublished with everything that is wrong.
    """
    there = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    faults = [f"{name} is missing" for name in must_have if name not in there]
    known: dict[tuple[str, str], bool] = {}  # pages share most of their addresses
    for page in sorted(name for name in there if name.endswith(".html")):
        html = (site / page).read_text(encoding="utf-8")
        # The error page's addresses start at the site's own, which is not this folder's.
        folders = _above(page)
        addresses = set() if page == "404.html" else {found for pattern in _MAY_BE for found in pattern.findall(html)}
        dead = {address for address in addresses if _dead(address, folders, there, known)}
        faults += [f"{page}: {address} leads nowhere" for address in sorted(dead and dead.intersection(_ADDRESS.findall(html)))]
        faults += [f"{page}: loads {address} from another host" for address in sorted(set(_LOADED.findall(html)))]
    if faults:
        more = [f"… and {len(faults) - 20} more"] if len(faults) > 20 else []
        raise NotPublished("\n".join(faults[:20] + more))


def _above(page: str) -> list[str]:
    """The folder of `page` and those above it, the site's own last."""
    folders = page.split("/")[:-1]
    return ["/".join(folders[:depth]) for depth in range(len(folders), -1, -1)]


def _dead(address: str, folders: list[str], there: set[str], known: dict[tuple[str, str], bool]) -> bool:
    up = 0
    while up < len(folders) - 1 and address.startswith("../", 3 * up):
        up += 1
    place = folders[up], address[3 * up :]
    if place not in known:
        known[place] = _leads_nowhere(place[1], place[0], there)
    return known[place]


def _leads_nowhere(address: str, folder: str, there: set[str]) -> bool:
    path = unquote(unescape(address).partition("#")[0].partition("?")[0])
    if not path or urlsplit(path).scheme:
        return False
    goal = posixpath.normpath(posixpath.join(folder, path))
    return posixpath.join(goal, "index.html").removeprefix("./") not in there and (goal not in there or path.endswith("/"))


def today() -> datetime.date:
    """The day that consents are weighed on (UTC)."""
    return datetime.datetime.now(datetime.UTC).date()
