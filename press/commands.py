"""The press's commands, as `python -m press COMMAND` runs them."""

import argparse
import os
import sys
from pathlib import Path

from press import checks
from press.checks import readability
from press.desk import commands as desk
from press.desk import new
from press.disk import lock, refusal
from press.disk.scratch import WORK
from press.library import edition, settings
from press.library.load import load
from press.manuscript.problem import Problem, errors
from press.publishing import intake, publish
from press.terminal.progress import stages
from press.terminal.stopping import stopping


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 is well, 1 is something to mend, 2 is a call that can't be taken."""
    parser = argparse.ArgumentParser(prog="python -m press", description="Checks the manuscripts and builds the site.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (this one, unless given)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("check", help="say what is wrong in toolkits/, stories/ and docs/, and how to mend it")
    one.add_argument("--quiet-reviews", action="store_true", help="leave out what a person should merely look at")
    one.add_argument("--fit", action="store_true", help="also set the handouts that have changed, to see whether all fits")
    one.add_argument("--grades", action="store_true", help="list the reading grades of activities and stories, hardest first")
    one = commands.add_parser("site", help="check, then build site/ with its search and handouts")
    one.add_argument("--no-handouts", action="store_true", help="leave out the PDFs (for a quick look)")
    one = commands.add_parser(
        "preview", help="build preview/: as site/, with messages where a page has a fault; never publish it"
    )
    one.add_argument("--no-handouts", action="store_true", help="leave out the PDFs (for a quick look)")
    one = commands.add_parser("serve", help="show the site on this machine while you write, anew after every change")
    one.add_argument("--port", type=int, default=8000, help="where (8000, unless given)")
    one.add_argument("--no-handouts", action="store_true", help="make no PDFs first (for a quick look)")
    one = commands.add_parser("export", help="write the pages as plain Markdown for another site generator")
    one.add_argument("folder", type=Path, help="a new or empty folder")
    commands.add_parser("fields", help="write anew what is made from the model: the fields page, the JSON Schema, the snippet")
    one = commands.add_parser("summary", help="say what has changed since a commit, in words that may be read by all")
    one.add_argument(
        "--since", default="HEAD^", metavar="COMMIT", help="the commit to compare with (the one before, unless given)"
    )
    one.add_argument("--json", type=Path, metavar="FILE", help="write the list there as well")
    new.add(commands)
    desk.add(commands)
    given = parser.parse_args(arguments)
    given.root = given.root.absolute()  # MkDocs takes a folder's name to be below mkdocs.yml
    try:
        if not (given.root / "mkdocs.yml").is_file():
            print(f"There is no mkdocs.yml in {given.root}. Go to the project's folder first.", file=sys.stderr)
            return 2
        with stopping():
            return _COMMANDS[given.command](given)
    except settings.BadSetting as error:
        print(error, file=sys.stderr)
        return 1
    except lock.Busy as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(refusal.plain(error, given.root), file=sys.stderr)
        return 1


def _check(given: argparse.Namespace) -> int:
    day = publish.today()
    with stages() as told:
        told.begin("Reading and checking")
        books = load(given.root)
        problems = checks.run(books, day)
    _print(errors(problems) if given.quiet_reviews else problems)
    if given.grades:
        print(readability.table(books))
    count = len(errors(problems))
    if not count and given.fit:
        count = _fit(given.root, edition.both(books, day))
    if count:
        print(f"{count} {'thing' if count == 1 else 'things'} to mend.", file=sys.stderr)
        return 1
    untried = "" if given.fit else " Fit not tried: `make check` sets the handouts too."
    print(f"{len(books.sources)} manuscripts, nothing to mend.{untried}", file=sys.stderr)
    return 0


def _fit(root: Path, editions: edition.Editions) -> int:
    """Set the handouts that have changed, as a build would, and keep them for it; how many things are to be mended."""
    from press import handouts
    from press.publishing import site

    with lock.only_one(root / WORK), stages() as told:
        try:
            asked = handouts.Request(site.PAPERS)
            handouts.make(editions.printed, asked, settings.load(root).site_url, root / site.HANDOUTS, handouts.Run(told))
        except handouts.Unprintable as error:
            _print(error.problems)
            return len(error.problems)
    return 0


def _print(problems: tuple[Problem, ...]) -> None:
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(problem)
        if on_github:
            print(problem.annotation())


def _site(given: argparse.Namespace) -> int:
    from press.publishing import site

    with stages() as told:
        return site.make(site.Making(given.root, not given.no_handouts, _print, told))


def _preview(given: argparse.Namespace) -> int:
    from press.publishing import preview

    with stages() as told:
        return preview.make(given.root, told, not given.no_handouts)


def _serve(given: argparse.Namespace) -> int:
    from press.publishing import serving

    return serving.serve(given.root, given.port, not given.no_handouts)


def _export(given: argparse.Namespace) -> int:
    from press.publishing import export

    found = intake.read(given.root, publish.today())
    _print(found.errors)
    if found.errors:
        return 1
    with lock.only_one(given.root / WORK):
        try:
            count = export.write(given.root, found.editions, given.folder)
        except export.NotEmpty as error:
            print(error, file=sys.stderr)
            return 1
    print(f"{count} pages written to {given.folder}.")
    return 0


def _fields(given: argparse.Namespace) -> int:
    from press.library import fields_page, json_schema

    made = {
        fields_page.PATH: fields_page.page(),
        json_schema.PATH: json_schema.text(),
        json_schema.SNIPPET_PATH: json_schema.snippet(),
    }
    for name, text in made.items():
        path = given.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name} written.")
    return 0


def _summary(given: argparse.Namespace) -> int:
    from press.review import changes, summary

    try:
        paths = changes.since(given.root, given.since)
    except changes.NoHistory as error:
        print(error, file=sys.stderr)
        return 1
    found, hidden = changes.described(load(given.root), paths, publish.today())
    if given.json:
        given.json.write_text(summary.text(found, hidden), encoding="utf-8", newline="\n")
    print(summary.markdown(found, hidden), end="")
    return 0


_COMMANDS = {
    "check": _check,
    "site": _site,
    "preview": _preview,
    "serve": _serve,
    "export": _export,
    "fields": _fields,
    "summary": _summary,
    "new": new.new,
    "review": desk.review,
    "withdraw": desk.withdraw,
}
