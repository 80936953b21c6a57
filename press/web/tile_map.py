"""Turns the number of stories from each state into the tiles of a map: every state as one square, near its neighbors.

Equal squares, because a state's area says nothing about its stories, and because a square is a target that a finger can hit.
"""

from dataclasses import dataclass

from press.library.vocabulary import STATES

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
_NAMES = {code: state for state, code in STATES}
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
