"""Turns packages on npm into `press/fonts/`: WOFF2 for the site, TTF for the handouts, and the licences.

Run it by hand when a family or version changes, and commit what it writes: `python tools/fonts.py`. It needs npm.
WeasyPrint spends a third of a handout's time on unpacking WOFF2, so the handouts get TTF made once, with all subsets in one.

The families for reading come from Fontsource, which parts a font by script. What they lack comes from whole fonts: where a
letter stands in one part and its mark in another, the mark would lose its place.
"""

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "press" / "fonts"
SPACES = frozenset((0x20, 0xA0))  # set in the font of the word before them


@dataclass(frozen=True)
class Family:
    """A package of Fontsource's and the faces to take from it, such as "400-italic"."""

    package: str
    version: str
    faces: tuple[str, ...]
    subsets: tuple[str, ...] = ("latin", "latin-ext")

    @property
    def name(self) -> str:
        """Its name without the publisher's."""
        return self.package.rpartition("/")[2]


@dataclass(frozen=True)
class Whole:
    """A package with whole fonts, and the files of those to take, by the name to give each."""

    package: str
    version: str
    files: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Its name without the publisher's."""
        return self.package.rpartition("/")[2]


FAMILIES = (
    Family("@fontsource/atkinson-hyperlegible-next", "5.3.0", ("400-normal", "400-italic", "700-normal")),
    Family("@fontsource/fraunces", "5.3.0", ("600-normal",), ("latin", "latin-ext", "vietnamese")),
)

# What the two reading families lack and a name or an activity may well use: letters of all languages in Latin script, of
# phonetic alphabets and of formulas, with their marks.
LETTERS = Whole(
    "@expo-google-fonts/noto-sans",
    "0.4.2",
    (
        ("400-normal", "400Regular/NotoSans_400Regular.ttf"),
        ("400-italic", "400Regular_Italic/NotoSans_400Regular_Italic.ttf"),
        ("700-normal", "700Bold/NotoSans_700Bold.ttf"),
    ),
)
RANGES = (
    ("!", "~"), ("¡", "\u036f"), ("Α", "ω"), ("\u1d00", "\u1dbf"), ("\u1e00", "\u1eff"), ("\u2010", "\u2027"),
    ("\u2030", "\u205e"), ("\u2070", "\u20bf"), ("\u2100", "\u218f"), ("\u2c60", "\u2c7f"), ("\ua78b", "\ua794"),
)  # fmt: skip
# What names and formulas need; the rest may come from a reader's own fonts: it would weigh as much again.
# What may be typed into a field: a PDF with fields carries all of it.
TYPED = ((" ", "~"), ("\u00a0", "\u036f"), ("\u1e00", "\u1eff"), ("\u2010", "\u2027"), ("\u2030", "\u203a"), ("€", "€"))
ON_THE_SITE = (("À", "\u036f"), ("\u1e00", "\u1eff"), ("\u2030", "\u205e"), ("\u2070", "\u20bf"), ("\u2150", "\u215f"))

# And signs. Each is taken from the first of these that has it.
SIGN_FONTS = (
    Whole("@expo-google-fonts/noto-sans-math", "0.4.2", (("", "400Regular/NotoSansMath_400Regular.ttf"),)),
    Whole("@expo-google-fonts/noto-sans-symbols-2", "0.4.1", (("", "400Regular/NotoSansSymbols2_400Regular.ttf"),)),
    Whole("@expo-google-fonts/noto-sans-symbols", "0.4.1", (("", "400Regular/NotoSansSymbols_400Regular.ttf"),)),
)
USUAL = "←↑→↓↔✓≠≤≥"  # in a small file of their own on the site, since many pages have one of them
SIGNS = (
    "←↑→↓↔↕↖↗↘↙↩↪↰↱↲↳↴↵↶↷↺↻⇄⇅⇆⇐⇑⇒⇓⇔⇕⇦⇧⇨⇩➔➜➞➡➤⬅⬆⬇"
    "∀∂∃∅∆∇∈∉∋∏∑−∓∕∗∘∙√∛∜∝∞∟∠∡∣∤∥∦∧∨∩∪∫∴∵∶∷∼≃≅≈≉≐≔≜≟≠≡≢≤≥≦≧≪≫≮≯≰≱⊂⊃⊄⊅⊆⊇⊕⊖⊗⊙⊞⊟⊠⊡⊤⊥⋀⋁⋂⋃⋄⋅⋆⋮⋯⋰⋱⌈⌉⌊⌋"
    "⌂⌘⌚⌛⏎⏱⏲①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿"
    "■□▢▣▤▥▦▧▨▩▪▫▬▭▮▯▰▱▲△▴▵▶▷▸▹►▻▼▽▾▿◀◁◂◃◄◅◆◇◈◉◊○◌◍◎●◐◑◒◓◔◕◖◗◘◙◚◛◜◝◞◟◠◡◢◣◤◥◦◧◨◩◪◫◬◭◮◯◰◱◲◳◴◵◶◷◸◹◺◻◼◽◾◿⬛⬜"
    "☀☁☂☃☄★☆☇☈☉☎☏☐☑☒☔☕☘☙☚☛☜☝☞☟☠☡☢☣☪☮☯☸☹☺☻☼☽☾☿♀♁♂♠♡♢♣♤♥♦♧♨♩♪♫♬♭♮♯♰♱♼♾♿⚐⚑⚒⚓⚔⚕⚖⚗⚘⚙⚠⚡⚪⚫⚬⚽⚾⛔⭐"
    "✀✁✂✃✄✆✇✈✉✋✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✦✧✩✪✯✱✳✴✶✿❀❄❋❏❐❑❒❓❖❗❘❙❚❛❜❝❞❟❠❡❢❣❤❥❦❧"
)


def main() -> None:
    """Fetch the packages and write the fonts, their WOFF2 and their licences."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in chain(*map(_reading, FAMILIES), _letters(), _signs()):
        print(f"{path.name}: {path.stat().st_size / 1000:.1f} kB", file=sys.stderr)


def _reading(family: Family) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        package = _unpack(family, Path(name))
        for face in family.faces:
            files = [package / "files" / f"{family.name}-{part}-{face}.woff2" for part in family.subsets]
            for path in files:
                written = FOLDER / path.name
                written.write_bytes(path.read_bytes())
                yield written
            yield _saved(_merged(_plain(files)), f"{family.name}-{face}.ttf")
        (FOLDER / f"{family.name}-OFL.txt").write_bytes((package / "LICENSE").read_bytes())


def _letters() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        package = _unpack(LETTERS, Path(name))
        for face, file in LETTERS.files:
            font = TTFont(package / file, recalcTimestamp=False)
            _leave_letters_whole(font)
            for ranges, ending in ((RANGES, "ttf"), (ON_THE_SITE, "woff2")):
                wanted = SPACES.union(*(range(ord(first), ord(last) + 1) for first, last in ranges))
                _keep(font, wanted, ("mark", "mkmk", "ccmp"), hinting=False)
                yield _saved(font, f"{LETTERS.name}-{face}.{ending}")
        yield _fields(package / LETTERS.files[0][1])
        (FOLDER / f"{LETTERS.name}-OFL.txt").write_bytes((package / "LICENSE_FONT").read_bytes())


def _fields(face: Path) -> Path:
    """The font of the fields. Viewers place letters by their widths alone, so it has no rules, and no names of glyphs."""
    font = TTFont(face, recalcTimestamp=False)
    options = subset.Options(layout_features=[], hinting=False, glyph_names=False, notdef_outline=True)
    smaller = subset.Subsetter(options)
    smaller.populate(unicodes={sign for first, last in TYPED for sign in range(ord(first), ord(last) + 1)})
    smaller.subset(font)
    return _saved(font, f"{LETTERS.name}-fields.ttf")


def _signs() -> Iterator[Path]:
    wanted = {ord(sign) for sign in SIGNS} | SPACES
    with tempfile.TemporaryDirectory() as name:
        made = []
        for source in SIGN_FONTS:
            package = _unpack(source, Path(name) / source.name)
            font = TTFont(package / source.files[0][1], recalcTimestamp=False)
            taken = wanted & set(font.getBestCmap())
            wanted -= taken
            _keep(font, taken, (), hinting=False)
            _level(font)
            made.append(package / "taken.ttf")
            font.save(made[-1])
            (FOLDER / f"{source.name}-OFL.txt").write_bytes((package / "LICENSE_FONT").read_bytes())
        font = _merged(made)
        yield _saved(font, "noto-signs-400-normal.ttf")
        usual = {ord(sign) for sign in USUAL}
        for signs, name in ((set(font.getBestCmap()) - usual, "noto-signs"), (usual, "noto-signs-usual")):
            part = TTFont(FOLDER / "noto-signs-400-normal.ttf", recalcTimestamp=False)
            _keep(part, signs, (), hinting=False)
            yield _saved(part, f"{name}-400-normal.woff2")
    if wanted:
        print(f"No font has {' '.join(map(chr, sorted(wanted)))}", file=sys.stderr)


def _leave_letters_whole(font: TTFont) -> None:
    """Take out the rules that make two glyphs of one letter, such as ị: a PDF's text layer would have it in parts."""
    table = font["GSUB"].table
    parting = {index for index, lookup in enumerate(table.LookupList.Lookup) if lookup.LookupType == 2}
    for record in table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [index for index in record.Feature.LookupListIndex if index not in parting]


def _level(font: TTFont) -> None:
    """Let a line be no higher than one of letters, and take out what not all fonts of signs have, so that they can be merged."""
    for table in {"GDEF", "GPOS", "GSUB", "MATH", "vhea", "vmtx"} & set(font.keys()):
        del font[table]
    font["OS/2"].version = 4
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1069, -293, 0
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = 1069, -293, 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = 1069, 293


def _unpack(source: Family | Whole, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    command = ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def _merged(files: Sequence[Path]) -> TTFont:
    """The files as one font, of the day of the latest of them: each run gives the same bytes."""
    font = Merger().merge([str(path) for path in files])
    font["head"].created = font["head"].modified = max(TTFont(path)["head"].modified for path in files)
    return font


def _saved(font: TTFont, name: str) -> Path:
    font.recalcTimestamp, font.flavor = False, "woff2" if name.endswith(".woff2") else None
    font.save(FOLDER / name)
    return FOLDER / name


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


def _keep(font: TTFont, signs: Set[int], features: Sequence[str] = ("kern", "mark", "mkmk"), hinting: bool = True) -> None:
    """Leave only the glyphs for `signs` (Unicode values) in `font`, and its rules of those names for them."""
    options = subset.Options(layout_features=[*features], notdef_outline=True, name_IDs=["*"], hinting=hinting)
    smaller = subset.Subsetter(options)
    smaller.populate(unicodes=signs)
    smaller.subset(font)


if __name__ == "__main__":
    main()
