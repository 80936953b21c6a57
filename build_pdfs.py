"""Turns toolkits and stories into printed handouts, in several layouts, on Letter or A4 paper.

    python build_pdfs.py                          everything on Letter paper, into site/handouts
    python build_pdfs.py --paper both             on Letter and on A4
    python build_pdfs.py --only systems-lens      one toolkit; the others stay as they are
    python build_pdfs.py --only leaders           the one sheet for leaders, from docs/leaders.md
    python build_pdfs.py --only stories           the sheet of stories, each cut to the excerpt that its manuscript marks
    python build_pdfs.py --only consent           the form for consent, from docs/contributing/consent-form.md
    python build_pdfs.py --layout 3-up            one layout; the others stay as they are (may be given again, or a,b)
    python build_pdfs.py --by-hand --out by-hand  to give out on paper: with the stories that are for print alone
    python build_pdfs.py --check                  does everything fit its panel? Writes nothing
    python build_pdfs.py --list                   all there is to print: toolkits, activities, layouts, pages

A PDF whose text, fonts and layout are as they were is not made again. When anything is wrong, all of it is listed, with
file and line, and the PDFs you had stay as they were.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from press.disk import lock, refusal, scratch
from press.handouts import Handout, Request, Run, Unprintable, pipeline
from press.handouts.store import artifacts, cache_keys, retention
from press.manuscript.problem import Problem, errors
from press.publishing import publish
from press.terminal.progress import stages
from press.terminal.stopping import stopping

if TYPE_CHECKING:  # what reads manuscripts takes a third of a second to start: only where something has changed
    from press.handouts.sheets.rendering import Sheet
    from press.library import edition

ROOT = Path(__file__).resolve().parent
BY_HAND = "by-hand"  # also in .gitignore


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Do as the command line says for the project at `root`; 0 is well, 1 is something to mend, 2 a call that can't be taken."""
    given = _parser().parse_args(arguments)
    try:
        with stopping():
            return _run(given, root)
    except (lock.Busy, publish.NoPlace) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The handouts can’t be made: {refusal.plain(error, root)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; no PDF was changed.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    title, _, rest = str(__doc__).partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="build_pdfs.py", description=title, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--paper", default="letter", help="the paper: letter (unless given), a4 or both")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the PDFs go (site/handouts, unless given)")
    parser.add_argument(
        "--only", metavar="TOOLKIT", help="make this toolkit's handouts only, such as systems-lens; or leaders, stories, consent"
    )
    parser.add_argument("--layout", action="append", default=[], metavar="NAME", help="make this layout only, such as 3-up")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="how many sheets are set at once (one a core, unless given)")
    parser.add_argument(
        "--by-hand", action="store_true", help="for paper alone, never to be put online: with stories for print only; needs --out"
    )
    parser.add_argument("--list", action="store_true", help="say what there is to print, and stop")
    parser.add_argument("--check", action="store_true", help="see whether everything fits, and write nothing")
    parser.add_argument("--force", action="store_true", help="make every PDF again")
    return parser


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 64")
    return int(text)


def _run(given: argparse.Namespace, root: Path) -> int:
    out = given.out or root / "site" / "handouts"
    if given.by_hand and (given.out is None or _goes_online(out, root)):
        print(
            "Handouts to give out by hand need a folder that nothing publishes: `--out by-hand`, or one outside the project.",
            file=sys.stderr,
        )
        return 2
    today = publish.today()
    read = cache_keys.inputs(root, (given.paper, given.only, given.layout, given.by_hand), today.isoformat())
    if not (given.list or given.check or given.force) and cache_keys.stamped(root, out, read) and (rows := artifacts.sound(out)):
        return _say(rows, out)
    from press import checks
    from press.handouts.sheets import layouts, rendering
    from press.library import edition, settings
    from press.library.load import load

    try:
        site_url = settings.load(root).site_url
    except settings.BadSetting as error:
        print(f"The handouts can’t be made: {error}", file=sys.stderr)
        return 1
    books = load(root)
    ready = edition.prepare(books, "print", today, given.by_hand)
    # Half a second, which only someone who asks for some of them has to wait.
    every = rendering.sheets(ready, ("letter",), site_url) if given.only is not None or given.layout else ()
    names = [sheet.toolkit for sheet in every]
    asked_layouts = tuple(name for part in given.layout for name in part.split(",") if name)
    kinds = [layout.name for layout in layouts.LAYOUTS]
    for what, wanted, there in (
        ("paper", [given.paper], [*layouts.PAPERS, "both"]),
        ("layout", asked_layouts, kinds),
        ("toolkit", [given.only] if given.only is not None else [], list(dict.fromkeys(names))),
    ):
        if unknown := [name for name in wanted if name not in there]:
            print(f"There is no {what} “{unknown[0]}”. There are: {', '.join(there) or 'none'}.", file=sys.stderr)
            return 2
    if given.list:
        return _list(ready, site_url)
    problems = errors(checks.run(books, today))
    if problems and given.check:
        return _stopped(problems)
    if (given.only is not None or given.layout) and not problems:
        asked_of = [sheet.layout for sheet in every if given.only in (None, sheet.toolkit)]
        if not set(asked_of) & set(asked_layouts or kinds):
            print(_nothing(given.only, asked_layouts, asked_of), file=sys.stderr)
            return 2
    papers = tuple(layouts.PAPERS) if given.paper == "both" else (given.paper,)
    asked = Request(papers, asked_layouts, given.only, given.force)
    if given.check:
        return _build(ready, site_url, asked, given, out)
    with lock.only_one(root / scratch.WORK):
        if out.resolve().is_relative_to((root / "site").resolve()):
            publish.restored(root)  # else a site that a killed build took away would look as if it were there
        if problems:
            return _stopped(problems, retention.withhold(ready, site_url, out, whole=False))
        done = _build(ready, site_url, asked, given, out)
        if done == 0:
            with suppress(OSError):  # without it, the next run merely looks at everything again
                cache_keys.stamp(root, out, read)
    return done


def _nothing(only: str | None, wanted: Sequence[str], there: Sequence[str]) -> str:
    """What to say where no handout is of a layout that was asked for: a call that makes nothing is a slip."""
    whose, names = f"of “{only}” " if only is not None else "", ", ".join(wanted)
    return f"There is no handout {whose}in the layout {names}. There are: {', '.join(dict.fromkeys(there)) or 'none'}."


def _goes_online(out: Path, root: Path) -> bool:
    """Whether something of the project publishes what lies in `out`: all of it may but `by-hand`, which git leaves out.

    A site that is a link lies outside the project, and counts as well; so does a folder that holds the project or the site.
    """
    out, home, site = out.resolve(), root.resolve(), (root / "site").resolve()
    if out.is_relative_to(site) or site.is_relative_to(out) or home.is_relative_to(out):
        return True
    return out.is_relative_to(home) and not out.is_relative_to(home / BY_HAND)


def _build(ready: edition.Edition, site_url: str, asked: Request, given: argparse.Namespace, out: Path) -> int:
    try:
        with stages() as told:
            if given.check:
                pipeline.check(ready, asked, site_url, Run(told, given.jobs))
                print("Everything fits.")
                return 0
            made = pipeline.make(ready, asked, site_url, out, Run(told, given.jobs))
    except Unprintable as error:
        return _stopped(error.problems, 0 if given.check else retention.withhold(ready, site_url, out))
    return _say(made, out)


def _say(rows: Iterable[Handout], out: Path) -> int:
    for row in rows:
        print(f"{out / row.file}: {row.title}, {_counted(row.pages, 'page')}, {row.bytes / 1000:.0f} kB")
    return 0


def _stopped(problems: tuple[Problem, ...], gone: int = 0) -> int:
    """Say what is to mend. So many PDFs are `gone`: what is to mend keeps no story in a PDF that it has to leave."""
    for problem in problems:
        print(problem, file=sys.stderr)
    were = "was" if gone == 1 else "were"
    rest = f"{_counted(gone, 'PDF')} with a story that may no longer be printed {were} deleted, no other"
    print(f"{_counted(len(problems), 'thing')} to mend; {rest if gone else 'no PDF was'} changed.", file=sys.stderr)
    return 1


def _counted(number: int, noun: str, several: str = "") -> str:
    return f"{number} {noun if number == 1 else several or f'{noun}s'}"


def _list(ready: edition.Edition, site_url: str) -> int:
    from press.handouts.sheets import layouts, rendering

    every = rendering.sheets(ready, ("letter",), site_url)
    volumes = {volume.toolkit.name: volume for volume in ready.volumes}
    for name in dict.fromkeys((*volumes, *(sheet.toolkit for sheet in every))):
        own = [sheet for sheet in every if sheet.toolkit == name]
        if volume := volumes.get(name):
            print(f"{name}: {volume.toolkit.fields.title}, {_counted(len(volume.activities), 'activity', 'activities')}")
            for activity in volume.activities:
                print(f"    {activity.fields.minutes:>3} min  {activity.fields.title}")
        else:
            print(f"{name}: {own[0].title}")
        for layout in layouts.LAYOUTS:
            if found := [sheet for sheet in own if sheet.layout == layout.name]:
                extent = ", ".join(_extent(found))
                print(f"    --layout {layout.name}: {layout.title}" + (f" ({extent})" if extent else ""))
    return 0


def _extent(found: Sequence[Sheet]) -> Iterator[str]:
    """How many PDFs there are, where more than one, and how many pages, where that is known before they are set."""
    if len(found) > 1:
        yield _counted(len(found), "PDF")
    if pages := sum(sheet.pages for sheet in found):
        yield _counted(pages, "page")


if __name__ == "__main__":
    sys.exit(main())
