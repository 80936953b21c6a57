"""Says which handouts of an earlier day may stay: none with a story whose consent has ended since.

A handout that was asked for is made from today's edition. One that was not, such as that on the other paper, was made from
an older one, and must not keep what the consent gate holds back today. So outputs get at kept handouts through `kept` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from press.disk import scratch, swap
from press.handouts.store import artifacts, cache_keys, manifest
from press.handouts.store.manifest import Bundle, Handout

if TYPE_CHECKING:
    from press.library.edition import Edition

STORIES = "stories"  # the layout
_STORIES = "stories/"  # their folder


@dataclass(frozen=True)
class Kept:
    """The handouts that lie in `folder` and may be offered today; made by `kept` alone."""

    folder: Path
    handouts: tuple[Handout, ...]
    bundles: tuple[Bundle, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all that belongs to them; none where there are no handouts."""
        if not self.handouts:
            return ()
        names = {name for row in self.handouts for name in (row.file, row.thumbnail)}
        return tuple(sorted(names | {bundle.file for bundle in self.bundles} | {manifest.NAME}))


def kept(edition: Edition, site_url: str, folder: Path) -> Kept:
    """The handouts in `folder` that `edition`, the one for print, still allows; the others are deleted there first.

    Raises ValueError for an edition that is for paper by hand alone: what is kept can be downloaded.
    """
    if edition.channel != "print" or edition.by_hand:
        raise ValueError("Handouts that can be downloaded are those of the edition for print.")
    withhold(edition, site_url, folder)
    return Kept(folder, manifest.read(folder), manifest.bundles(folder))


def may_stay(rows: Sequence[Handout], edition: Edition, site_url: str, *, whole: bool = True) -> tuple[Handout, ...]:
    """Those of `rows` that `edition`, the one for print, still allows.

    All manuscripts of a handout must appear in it. A sheet of stories must also say what it would say now: a teller may have
    had a name or a sentence taken out. An edition that is not `whole`, since some manuscripts have faults, counts for stories
    alone.
    """
    found = tuple(row for row in rows if {path for path in row.sources if whole or path.startswith(_STORIES)} <= edition.paths)
    if not any(row.layout == STORIES for row in found):
        return found
    from press.handouts.sheets import layouts, rendering

    every = rendering.sheets(edition, tuple(layouts.PAPERS), site_url, (STORIES,))
    now = cache_keys.of_sheets(every, tuple(edition.root / path for path in edition.pictures))
    return tuple(row for row in found if row.layout != STORIES or now.get(row.file.removesuffix(".pdf")) == row.key)


def withhold(edition: Edition, site_url: str, out: Path, *, whole: bool = True) -> int:
    """Take from the folder `out` the handouts that may not stay (see `may_stay`), from its ZIPs too; gives their number."""
    swap.recover(out, manifest.NAME)
    rows = manifest.read(out)
    stay = may_stay(rows, edition, site_url, whole=whole)
    stay = tuple(row for row in stay if (out / row.file).is_file() and (out / row.thumbnail).is_file())
    if len(stay) < len(rows):
        with scratch.folder(scratch.near(out)) as folder:
            artifacts.put(stay, folder, out)
    return len(rows) - len(stay)
