"""Turns the toolkits into printed handouts: three panels to a page, on Letter or A4 paper.

    python build_pdfs.py                          every toolkit on Letter paper, into site/handouts
    python build_pdfs.py --paper both             on Letter and on A4
    python build_pdfs.py --only systems-lens      one toolkit; the others stay as they are
    python build_pdfs.py --only leaders           the one sheet for leaders, from docs/leaders.md
    python build_pdfs.py --check                  does everything fit its panel? Writes nothing
    python build_pdfs.py --list                   the toolkits, their activities and their pages

A PDF whose text, fonts and layout are as they were is not made again. When anything is wrong, all of it is listed, with
file and line, and the PDFs you had stay as they were.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from press import checks, edition, handouts, library, publish, settings
from press.handouts import sheets, write
from press.problem import Problem, errors

ROOT = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Do as the command line says for the project at `root`; 0 is well, 1 is something to mend, 2 a call that can't be taken."""
    given = _parser().parse_args(arguments)
    try:
        site_url = settings.load(root).site_url
        books = library.load(root)
        ready = edition.prepare(books, "print", publish.today())
        names = [sheet.toolkit for sheet in sheets.sheets(ready, ("letter",), site_url)]
        if given.only not in (None, *names):
            print(f"There is no toolkit “{given.only}”. There are: {', '.join(names) or 'none'}.", file=sys.stderr)
            return 2
        if given.list:
            return _list(ready, site_url)
        if problems := errors(checks.run(books, publish.today())):
            return _stopped(problems)
        return _build(ready, site_url, given, root)
    except (settings.BadSetting, OSError) as error:
        print(f"The handouts can’t be made: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    title, _, rest = str(__doc__).partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="build_pdfs.py", description=title, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--paper", choices=[*sheets.PAPERS, "both"], default="letter", help="the paper (letter, unless given)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the PDFs go (site/handouts, unless given)")
    parser.add_argument("--only", metavar="TOOLKIT", help="make this toolkit's handouts only, such as systems-lens; or leaders")
    parser.add_argument("--list", action="store_true", help="say what there is to print, and stop")
    parser.add_argument("--check", action="store_true", help="see whether everything fits, and write nothing")
    parser.add_argument("--force", action="store_true", help="make every PDF again, for example after an update of Pango")
    return parser


def _build(ready: edition.Edition, site_url: str, given: argparse.Namespace, root: Path) -> int:
    papers = tuple(sheets.PAPERS) if given.paper == "both" else (given.paper,)
    out = given.out or root / "site" / "handouts"
    try:
        with _progress() as progress:
            if given.check:
                handouts.check(ready, papers, site_url, given.only, progress)
            else:
                made = handouts.make(ready, papers, site_url, out, given.only, progress, given.force)
    except handouts.Unprintable as error:
        return _stopped(error.problems)
    if given.check:
        print("Everything fits.")
        return 0
    for row in made:
        print(f"{out / row.file}: {row.title}, {_counted(row.pages, 'page')}, {row.bytes / 1000:.0f} kB")
    return 0


def _stopped(problems: tuple[Problem, ...]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{_counted(len(problems), 'thing')} to mend; no PDF was changed.", file=sys.stderr)
    return 1


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _list(ready: edition.Edition, site_url: str) -> int:
    found = {sheet.toolkit: sheet for sheet in sheets.sheets(ready, ("letter",), site_url) if sheet.stem.endswith("-3-up-letter")}
    for volume in ready.volumes:
        pages = _counted(found.pop(volume.toolkit.name).pages, "page")
        print(f"{volume.toolkit.name}: {volume.toolkit.fields.title}, {len(volume.activities)} activities, {pages}")
        for activity in volume.activities:
            print(f"    {activity.fields.minutes:>3} min  {activity.fields.title}")
    for name, sheet in found.items():
        print(f"{name}: {sheet.title}, {_counted(sheet.pages, 'page')}")
    return 0


@contextmanager
def _progress() -> Iterator[write.Progress | None]:
    """A line on the terminal that says what is being set; none where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("Reading …") as status:
        yield lambda title, done, total: status.update(f"Setting {done + 1} of {total}: {title}")


if __name__ == "__main__":
    sys.exit(main())
