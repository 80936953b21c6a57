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
from press.handouts import keys, manifest, stock
from press.handouts.manifest import Bundle, Handout

if TYPE_CHECKING:
    from press.edition import Edition

STORIES = "stories"  # the layout


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
    swap.recover(folder, manifest.NAME)
    _prune(edition, site_url, folder)
    return Kept(folder, manifest.read(folder), manifest.bundles(folder))


def may_stay(rows: Sequence[Handout], edition: Edition, site_url: str) -> tuple[Handout, ...]:
    """Those of `rows` that `edition`, the one for print, still allows.

    All manuscripts of a handout must appear in it. A sheet of stories must also say what it would say now: a teller may have
    had a name or a sentence taken out.
    """
    found = tuple(row for row in rows if set(row.sources) <= edition.paths)
    if not any(row.layout == STORIES for row in found):
        return found
    from press.handouts import sheets

    every = sheets.sheets(edition, tuple(sheets.PAPERS), site_url, (STORIES,))
    now = keys.of(every, tuple(edition.root / path for path in edition.pictures))
    return tuple(row for row in found if row.layout != STORIES or now.get(row.file.removesuffix(".pdf")) == row.key)


def _prune(edition: Edition, site_url: str, out: Path) -> None:
    """Take from the folder `out` the handouts that may not stay, with their thumbnails and from their ZIPs."""
    rows = manifest.read(out)
    stay = tuple(row for row in may_stay(rows, edition, site_url) if all((out / n).is_file() for n in (row.file, row.thumbnail)))
    if len(stay) < len(rows):
        with scratch.folder(scratch.near(out)) as folder:
            stock.put(stay, folder, out)
