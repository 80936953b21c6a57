"""Turns an activity's kit into sheets to cut: slips, cards and forms, each as often on a page as fits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup

from press.handouts.sheets import panels
from press.handouts.sheets.panels import Draft, Panel
from press.handouts.sheets.sections import Placement, Reader
from press.handouts.sheets.writing import Writing
from press.library.edition import Edition, Volume
from press.library.manuscript import Manuscript
from press.library.model import Activity
from press.manuscript import outline
from press.manuscript.outline import KitPart

COPIES = 12  # of a piece, at most: what doesn't fit its page is taken out again (see `pagination`)
WIDE = 420  # letters that need the whole width of a page, as do more columns than these
COLUMNS = 3
LINES = 5  # so do more ruled lines
_ID = re.compile(r' id="[^"]*"')


@dataclass(frozen=True)
class Piece:
    """What is cut out. `copy` counts from 1; only the first is read aloud and has fields."""

    id: str
    copy: int
    line: int
    blocks: tuple[Markup | Writing, ...]


@dataclass(frozen=True)
class KitPages(Panel):
    """One part of a kit, from a page of its own on. The first `opens` the sheet with the activity's name.

    `set_of` are the pieces that belong together; `wide` ones stand alone in their row.
    """

    opens: bool
    number: str
    activity: str
    amount: str
    wide: bool
    set_of: int
    pieces: tuple[Piece, ...]


def drafts(edition: Edition, site_url: str, _across: int) -> Iterator[Draft]:
    """A handout for each activity that has a kit."""
    for volume in edition.volumes:
        for number, activity in enumerate(volume.activities, 1):
            if outline.kit(activity.source):
                reader = Reader(edition, activity, site_url, Placement(deeper=-1, again="--kit"))
                yield _draft(volume, activity, number, reader)


def _draft(volume: Volume, activity: Manuscript[Activity], number: int, reader: Reader) -> Draft:
    place = f"{volume.toolkit.fields.letter}{number}"
    return Draft(
        name=volume.toolkit.name,
        title=f"{activity.fields.title}, kit",
        path=activity.path,
        panels=tuple(_pages(reader, activity, place, index, part) for index, part in enumerate(outline.kit(activity.source), 1)),
        values=panels.values(volume.toolkit),
        problems=tuple(reader.problems),
        activity=activity.name.rpartition("/")[2],
    )


def _pages(reader: Reader, activity: Manuscript[Activity], number: str, index: int, part: KitPart) -> KitPages:
    name = f"{reader.prefix}-{index}"
    read = [reader.pieces(piece) for piece in part.pieces]
    lines = [activity.source.body_line + (piece[0].map[0] if piece[0].map else 0) for piece in part.pieces]
    copies = COPIES if part.per != "in all" else part.count
    return KitPages(
        name, "kit", part.title, activity.path, part.line,
        opens=index == 1,
        number=number,
        activity=activity.fields.title,
        amount=part.amount,
        wide=len(read) == copies == 1 or any(map(_is_wide, part.pieces)) or _is_three(part.pieces),
        set_of=len(read),
        pieces=tuple(
            _piece(f"{name}-{piece}", copy, line, blocks)
            for copy in range(1, copies + 1)
            for piece, (line, blocks) in enumerate(zip(lines, read, strict=True), 1)
        ),
    )  # fmt: skip


def _piece(name: str, copy: int, line: int, blocks: tuple[Markup | Writing, ...]) -> Piece:
    return Piece(name, copy, line, blocks) if copy == 1 else Piece(f"{name}-copy-{copy}", copy, line, _bare(blocks))


def _bare(blocks: Sequence[Markup | Writing]) -> tuple[Markup | Writing, ...]:
    """The blocks without addresses of their own, which stand on the first copy."""
    return tuple(block if isinstance(block, Writing) else Markup(_ID.sub("", block)) for block in blocks)  # it was safe before


def _is_three(pieces: Sequence[Sequence[Token]]) -> bool:
    """Whether it is a set of three cards to write on, which fill a page one below the other."""
    return len(pieces) == 3 and any(outline.prompt(token) for piece in pieces for token in piece)


def _is_wide(piece: Sequence[Token]) -> bool:
    """Whether it needs a page's whole width: by its words, its table or its lines to write on."""
    if sum(prompt.lines for token in piece if (prompt := outline.prompt(token))) > LINES:
        return True
    columns = 0
    for token in piece:
        if token.type == "tr_open":
            columns = 0
        columns += token.type in ("th_open", "td_open")
        if columns > COLUMNS:
            return True
    return sum(len(token.content) for token in piece if token.type == "inline") > WIDE
