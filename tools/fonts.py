"""Turns the Fontsource packages on npm into `press/fonts/`: WOFF2 for the site, TTF for the handouts, and the licences.

Run it by hand when a family or version changes, and commit what it writes: `python tools/fonts.py`. It needs npm.
WeasyPrint spends a third of a handout's time on unpacking WOFF2, so the handouts get TTF made once, with both subsets in one.
"""

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "press" / "fonts"
SUBSETS = ("latin", "latin-ext")
SIGNS = "←↑→↓↔✓≠≤≥"  # what the two reading families lack and an activity may well use


@dataclass(frozen=True)
class Family:
    """A package on npm and the faces to take from it, such as "400-italic"."""

    package: str
    version: str
    faces: tuple[str, ...]
    subsets: tuple[str, ...] = SUBSETS
    only: str = ""

    @property
    def name(self) -> str:
        """Its name without the publisher's."""
        return self.package.rpartition("/")[2]


FAMILIES = (
    Family("@fontsource/atkinson-hyperlegible-next", "5.3.0", ("400-normal", "400-italic", "700-normal")),
    Family("@fontsource/fraunces", "5.3.0", ("600-normal",)),
    Family("@fontsource/noto-sans-math", "5.3.0", ("400-normal",), subsets=("latin",), only=SIGNS),
)


def main() -> None:
    """Fetch the packages and write the fonts, their WOFF2 and their licences."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        with tempfile.TemporaryDirectory() as name:
            package = _unpack(family, Path(name))
            for face in family.faces:
                files = [package / "files" / f"{family.name}-{part}-{face}.woff2" for part in family.subsets]
                for path in _write(family, face, files):
                    print(f"{path.name}: {path.stat().st_size / 1000:.1f} kB", file=sys.stderr)
            (FOLDER / f"{family.name}-OFL.txt").write_bytes((package / "LICENSE").read_bytes())


def _unpack(family: Family, folder: Path) -> Path:
    command = ["npm", "pack", "--silent", f"{family.package}@{family.version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def _write(family: Family, face: str, files: Sequence[Path]) -> list[Path]:
    written = []
    if not family.only:
        for path in files:
            written.append(FOLDER / path.name)
            written[-1].write_bytes(path.read_bytes())
    whole = Merger().merge([str(path) for path in _plain(files)]) if len(files) > 1 else TTFont(files[0])
    if family.only:
        _keep(whole, {ord(sign) for sign in family.only})
    whole.recalcTimestamp = False
    for flavor, ending in ((None, "ttf"), ("woff2", "woff2")):
        if ending == "ttf" or family.only:
            whole.flavor = flavor
            written.append(FOLDER / f"{family.name}-{face}.{ending}")
            whole.save(written[-1])
    return written


def _plain(files: Sequence[Path]) -> list[Path]:
    """The files as TTF beside themselves, since the merger reads no WOFF2; each with the signs the ones before lack.

    A sign that two of them have would come out as two glyphs, the second without a Unicode value.
    """
    made: list[Path] = []
    taken: set[int] = set()
    for path in files:
        font = TTFont(path, recalcTimestamp=False)
        font.flavor = None
        signs = set(font.getBestCmap())
        if taken & signs:
            _keep(font, signs - taken)
        taken |= signs
        made.append(path.with_suffix(".ttf"))
        font.save(made[-1])
    return made


def _keep(font: TTFont, signs: Set[int]) -> None:
    """Leave only the glyphs for `signs` (Unicode values) in `font`."""
    smaller = subset.Subsetter(subset.Options(layout_features=["kern", "mark", "mkmk"], notdef_outline=True, name_IDs=["*"]))
    smaller.populate(unicodes=signs)
    smaller.subset(font)


if __name__ == "__main__":
    main()
