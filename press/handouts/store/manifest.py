"""Turns the list of handouts into `handouts.json` and back; the site's pages read it to offer what was printed."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "handouts.json"


@dataclass(frozen=True)
class Handout:
    """One PDF that was made, as a row of the manifest."""

    file: str
    """The PDF's file name, in the manifest's folder."""
    title: str
    toolkit: str
    """The toolkit's name, such as "personal-inquiry"; "leaders", "stories" or "consent" for what spans them all."""
    layout: str
    paper: str
    pages: int
    bytes: int
    sha256: str
    thumbnail: str
    """The file name of a PNG of the first page."""
    key: str
    """A hash of all that the PDF was made from; unchanged, it is not made again."""
    sources: tuple[str, ...] = ()
    """The manuscripts that it was made from, such as "toolkits/personal-inquiry/index.md"."""
    activity: str = ""
    """The activity's name, such as "belief-ladder", where the PDF is about one alone."""
    thumbnail_width: int = 0
    """In pixels, as the height: pages keep that room free while the picture loads."""
    thumbnail_height: int = 0


@dataclass(frozen=True)
class Bundle:
    """A ZIP with all PDFs of one toolkit that were made, as a row of the manifest."""

    file: str
    """The ZIP's file name, in the manifest's folder."""
    toolkit: str
    bytes: int
    sha256: str


def read(folder: Path) -> tuple[Handout, ...]:
    """The handouts in `folder`; none where there is no manifest, or one that another version wrote."""
    try:
        rows = json.loads((folder / NAME).read_text(encoding="utf-8"))["handouts"]
        return tuple(Handout(**{**row, "sources": tuple(row["sources"])}) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def bundles(folder: Path) -> tuple[Bundle, ...]:
    """The ZIPs in `folder`; none where there is no manifest, or one that another version wrote."""
    try:
        rows = json.loads((folder / NAME).read_text(encoding="utf-8"))["bundles"]
        return tuple(Bundle(**row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def text(handouts: Iterable[Handout], bundles: Iterable[Bundle] = ()) -> str:
    """The manifest as JSON, sorted and without dates, so that the same handouts give the same bytes."""
    rows = [asdict(handout) for handout in sorted(handouts, key=lambda handout: handout.file)]
    zips = [asdict(bundle) for bundle in sorted(bundles, key=lambda bundle: bundle.file)]
    return json.dumps({"handouts": rows, "bundles": zips}, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
