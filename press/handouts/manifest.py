"""Turns the list of handouts into `handouts.json` and back; the site's pages read it to offer what was printed."""

import json
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
    """The toolkit's name, such as "personal-inquiry"; "leaders" for the sheet that spans them all."""
    layout: str
    paper: str
    pages: int
    bytes: int
    sha256: str
    thumbnail: str
    """The file name of a PNG of the first page."""
    key: str
    """A hash of all that the PDF was made from; unchanged, it is not made again."""
    activity: str = ""
    """The activity's name, such as "belief-ladder", where the PDF is about one alone."""


def read(folder: Path) -> tuple[Handout, ...]:
    """The handouts in `folder`; none where there is no manifest, or one that another version wrote."""
    try:
        rows = json.loads((folder / NAME).read_text(encoding="utf-8"))["handouts"]
        return tuple(Handout(**row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def text(handouts: tuple[Handout, ...]) -> str:
    """The manifest as JSON, sorted and without dates, so that the same handouts give the same bytes."""
    rows = [asdict(handout) for handout in sorted(handouts, key=lambda handout: handout.file)]
    return json.dumps({"handouts": rows}, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
