"""The whole way: manuscripts → checks → handouts → pages → search → looked over → published."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from press import checks, edition, handouts, library, mkdocs_plugin, publish, settings, soundness
from press.problem import Problem, errors

PAPERS = ("letter", "a4")


def make(root: Path, *, with_handouts: bool, report: Callable[[tuple[Problem, ...]], None]) -> int:
    """Build `root/site`; `report` prints what is to be mended. Gives 0, or 1 with the old site left as it was."""
    addresses = settings.load(root)
    books = library.load(root)
    problems = checks.run(books, publish.today())
    report(errors(problems))
    if errors(problems):
        return _stopped(root, "Mend what is listed above")
    try:
        with publish.staging(root) as folder:
            made: tuple[handouts.Handout, ...] = ()
            if with_handouts:
                print_edition = edition.prepare(books, "print", publish.today())
                made = handouts.make(print_edition, PAPERS, addresses.site_url, root / publish.WORK / "handouts")
            new = folder / "site"
            logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
            mkdocs_plugin.build(root, new, books)
            soundness.look_over(new, _must_have(made))
            publish.swap(new, root / "site")
    except handouts.Unprintable as error:
        report(error.problems)
        return _stopped(root, "A handout can't be printed; mend what is listed above")
    except (mkdocs_plugin.BuildFailed, soundness.NotSound, publish.Busy) as error:
        print(error, file=sys.stderr)
        return _stopped(root, "The new site was not sound")
    if problems:
        places = "1 place" if len(problems) == 1 else f"{len(problems)} places"
        print(f"Note: a person should look at {places}. `make check` lists them.")
    for note in addresses.notes:
        print(note)
    print(f"Done. Open {root / 'site' / 'index.html'}, or run `make serve` to see it as readers do.")
    return 0


def _stopped(root: Path, why: str) -> int:
    kept = "; the site you had is untouched" if (root / "site").exists() else ""
    print(f"{why}{kept}.", file=sys.stderr)
    return 1


def _must_have(made: tuple[handouts.Handout, ...]) -> tuple[str, ...]:
    pages = ("index.html", "404.html", "sitemap.xml", "stories/index.html", "toolkits/index.html", "pagefind/pagefind.js")
    return pages + tuple(f"handouts/{name}" for row in made for name in (row.file, row.thumbnail))
