"""Turns what is on the desk into words on a terminal: a table of stories, then the places to read, then what ends soon."""

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from press.desk.review import Entry
from press.library.kinds import STORY
from press.review import summary


def show(found: tuple[Entry, ...], out: TextIO, days: int, width: int | None = None) -> None:
    """Print the entries for an editor; `days` is how far ahead the ends of consents are listed."""
    console = Console(file=out, width=width, highlight=False)
    console.print(_table(found))
    for entry in found:
        if entry.notes:
            console.print()
            console.print(Text(entry.path, style="bold"))
            if len(entry.told) > 0:
                console.print(Text(f"  Readers learn of the teller: {', '.join(entry.told)}."))
            for line in _notes(entry):
                console.print(Text(line), soft_wrap=True)
    console.print()
    for line in _ends(found, days):
        console.print(Text(line), soft_wrap=True)


def _table(found: tuple[Entry, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Story", overflow="fold")
    for title in ("Kind", "Web", "Print", "Until"):
        table.add_column(title)
    for title in ("Grade", "Mend", "Look"):
        table.add_column(title, justify="right")
    for entry in found:
        until = entry.until.isoformat() if entry.until else "–"
        grade = f"{entry.grade:.1f}" if entry.words else "–"
        table.add_row(
            entry.path.removeprefix(f"{STORY.folder}/").removesuffix(".md"),
            entry.kind or "?", *entry.channels.values(), until, grade,
            str(entry.count("error") or "–"), str(entry.count("review") or "–"),
        )  # fmt: skip
    return table


def _notes(entry: Entry) -> Iterator[str]:
    for note in entry.notes:
        sign = "mend" if note.level == "error" else "look"
        words = f" Found: {'; '.join(note.words)}." if note.words else ""
        place = f"line {note.line}" if note.path == entry.path else note.path.rpartition("/")[2]
        yield f"  {place}, {sign}: {note.what} {note.mend} [{note.rule}]{words}"


def _ends(found: tuple[Entry, ...], days: int) -> Iterator[str]:
    ending = [entry for entry in found if entry.ends_soon(days)]
    if not ending:
        yield f"No consent ends within {days} days."
        return
    yield f"Consents to ask for again (ended, or within {days} days):"
    for entry in ending:
        assert entry.days is not None
        when = f"ended on {entry.until}" if entry.days < 0 else f"holds until {entry.until}, {_days(entry.days)}"
        yield f"  {entry.path}: {when}"


def _days(count: int) -> str:
    return "its last day" if count == 0 else f"{count} {'day' if count == 1 else 'days'} left"


def due(found: tuple[Entry, ...], days: int) -> str:
    """The stories whose consent has ended or will within `days`, as Markdown: file names and nothing of what they say."""
    ending = [entry for entry in found if entry.ends_soon(days) and entry.days is not None]
    named = [entry for entry in ending if summary.shown(entry.path)]
    parts = []
    for title, chosen in (
        ("Ended: these are left out of the site and the handouts", [entry for entry in named if (entry.days or 0) < 0]),
        (f"Ending within {days} days", [entry for entry in named if (entry.days or 0) >= 0]),
    ):
        if chosen:
            parts.append("\n".join([f"**{title}**", "", *(f"- `{entry.path}`" for entry in chosen)]))
    if len(named) < len(ending):
        parts.append(f"Not listed, for the names of their files: {len(ending) - len(named)}.")
    return "\n\n".join(parts) + "\n" if parts else ""
