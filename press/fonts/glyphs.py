"""Says which signs of a text the handouts' fonts don't have; another computer's font would be taken for them."""

import re
from functools import lru_cache

from press.fonts import FOLDER

_USUAL = re.compile(r"[\x20-\x7e\n\xa0-\xac\xae-\xb4\xb6-\xff–—‘’“”…]*")  # what all faces have: spares most texts the fonts


def missing(text: str) -> str:
    """The signs of `text` that a face of the handouts lacks, each once and in order; line feeds count as there."""
    return "" if _USUAL.fullmatch(text) else "".join(sorted(set(text) - covered()))


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """The signs that every text may use: those of the regular face, the heading's, and the fallback's."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # a fifth of a second, which most runs can spare

    faces = [set(TTFont(path).getBestCmap()) for path in sorted(FOLDER.glob("*.ttf"))]
    fallback = set(TTFont(FOLDER / "noto-sans-math-400-normal.ttf").getBestCmap())
    return frozenset(chr(sign) for sign in set.intersection(*(face for face in faces if face != fallback)) | fallback) | {"\n"}
