"""Says which handouts may stay though nobody asked for them anew: none with a story whose consent has ended since.

A handout that was asked for is made from today's edition. One that was not, such as that on the other paper, was made from
an older one, and must not keep what the consent gate holds back today.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from press.handouts import keys, manifest, stock
from press.handouts.manifest import Handout

if TYPE_CHECKING:
    from press.edition import Edition

STORIES = "stories"  # the layout


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


def prune(edition: Edition, site_url: str, out: Path) -> None:
    """Take from the folder `out` the handouts that may not stay, with their thumbnails and from their ZIPs."""
    rows = manifest.read(out)
    stay = may_stay(rows, edition, site_url)
    if len(stay) < len(rows):
        stay = tuple(row for row in stay if (out / row.file).is_file())
        with tempfile.TemporaryDirectory(prefix=".handouts-", dir=out.parent) as folder:
            stock.put(stay, Path(folder), out)
