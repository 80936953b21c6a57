"""Turns the number of stories from each state into the tiles of a map: every state as one square, near its neighbors.

Equal squares, because a state's area says nothing about its stories, and because a square is a target that a finger can hit.
"""

from dataclasses import dataclass

# Our own arrangement: eleven columns, so that a tile on a screen of 320 pixels is still 24 pixels wide.
_ROWS = """
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. .. .. .. .. VT NH
WA ID MT ND MN WI MI .. NY MA RI
OR UT WY SD IA IL IN OH PA NJ CT
CA NV CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. ..
HI .. .. TX .. .. .. .. FL .. PR
"""
_NAMES = dict(
    pair.split("=")
    for pair in (
        "AK=Alaska|AL=Alabama|AR=Arkansas|AZ=Arizona|CA=California|CO=Colorado|CT=Connecticut|DC=District of Columbia|"
        "DE=Delaware|FL=Florida|GA=Georgia|HI=Hawaii|IA=Iowa|ID=Idaho|IL=Illinois|IN=Indiana|KS=Kansas|KY=Kentucky|"
        "LA=Louisiana|MA=Massachusetts|MD=Maryland|ME=Maine|MI=Michigan|MN=Minnesota|MO=Missouri|MS=Mississippi|MT=Montana|"
        "NC=North Carolina|ND=North Dakota|NE=Nebraska|NH=New Hampshire|NJ=New Jersey|NM=New Mexico|NV=Nevada|NY=New York|"
        "OH=Ohio|OK=Oklahoma|OR=Oregon|PA=Pennsylvania|PR=Puerto Rico|RI=Rhode Island|SC=South Carolina|SD=South Dakota|"
        "TN=Tennessee|TX=Texas|UT=Utah|VA=Virginia|VT=Vermont|WA=Washington|WI=Wisconsin|WV=West Virginia|WY=Wyoming"
    ).split("|")
)
SIDE, STEP = 40, 43
_GRID = tuple(tuple(row.split()) for row in _ROWS.strip().splitlines())
WIDTH, HEIGHT = len(_GRID[0]) * STEP - (STEP - SIDE), len(_GRID) * STEP - (STEP - SIDE)


@dataclass(frozen=True)
class Tile:
    """A state on the map: its name and its code, the corner of its square, and the number of its stories."""

    name: str
    code: str
    x: int
    y: int
    count: int


def lay(counts: dict[str, int]) -> tuple[Tile, ...]:
    """The tiles in reading order, with the `counts` of stories by the states' names."""
    return tuple(
        Tile(_NAMES[code], code, column * STEP, row * STEP, counts.get(_NAMES[code], 0))
        for row, codes in enumerate(_GRID)
        for column, code in enumerate(codes)
        if code != ".."
    )
