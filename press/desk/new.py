"""Writes a new story or activity into its folder, from flags and questions; never over a file that is there."""

import argparse
import contextlib
import re
import sys
from pathlib import Path

from press import checks
from press.desk import drafts, questions
from press.library.kinds import STORY
from press.library.load import Library, load
from press.manuscript.source import Value
from press.publishing import publish

_REAL = (
    "\nIf a real person told this story, do not send it to a public place before that person has read these words and agreed.\n"
    "An open proposal can be read by everyone from the first minute."
)
_STOPPED = "\nStopped. Nothing was written."


class Refused(Exception):
    """Nothing can be written; the text says why, and what to do."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `new story` and `new activity` to the press's commands."""
    one = commands.add_parser("new", help="write a new story or activity: asks for what it needs")
    kinds = one.add_subparsers(dest="what", required=True, metavar="story|activity")
    for what, asked in (("story", questions.of_story(())), ("activity", questions.of_activity())):
        kind = kinds.add_parser(what, help=f"a new {what}; what is not given as a flag is asked for")
        if what == "activity":
            kind.add_argument("--toolkit", metavar="…", help="The toolkit's folder, such as personal-inquiry.")
        questions.add_flags(kind, asked)
        kind.add_argument("--name", metavar="…", help="The file's name without .md (made from the title, unless given).")
        kind.add_argument("--no-input", action="store_true", help="ask nothing; leave open what no flag gives")


def new(given: argparse.Namespace) -> int:
    """Write the file, and say what is still to fill in; 0 where written, 2 where the call can't be taken, 130 where stopped."""
    books = load(given.root)
    names = tuple(sorted(activity.name for activity in books.activities))
    asked = questions.of_story(names) if given.what == "story" else questions.of_activity()
    answers, faults = questions.from_flags(given, asked)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 2
    may_ask = sys.stdin.isatty() and not given.no_input
    try:
        toolkit = _toolkit(given, books, may_ask) if given.what == "activity" else ""
        if may_ask:
            print("Answer what you can; Enter leaves a part for later, Control-C stops without writing.")
            questions.from_person(asked, answers, input, print)
        path = _write(given, books, answers, toolkit)
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print(_STOPPED, file=sys.stderr)
        return 130
    _report(given.root, path, answers)
    return 0


def _toolkit(given: argparse.Namespace, books: Library, may_ask: bool) -> str:
    """The toolkit's folder, from its flag or by a question."""
    names = [toolkit.name for toolkit in books.toolkits]
    listed = f"Choose one: {', '.join(names)}."
    chosen = given.toolkit or ""
    if not chosen and may_ask:
        print(f"Which toolkit does it belong to? {listed}")
        chosen = input("Toolkit: ").strip()
    if chosen not in names:
        raise Refused(f"There is no toolkit of this name. {listed}" if chosen else f"Give --toolkit. {listed}")
    return str(chosen)


def _write(given: argparse.Namespace, books: Library, answers: dict[str, Value], toolkit: str) -> str:
    title = answers.get("title")
    if not isinstance(title, str) or not title:
        raise Refused("A title is needed, since the file is named after it. Give --title.")
    today = publish.today()
    stem = given.name or drafts.name(title, given.what, today)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem):
        raise Refused("--name: Use small letters, digits and hyphens, such as `the-seating-chart`.")
    if given.what == "story":
        text, folder = drafts.story({"published": today.isoformat(), **answers}), "stories"
    else:
        text, folder = drafts.activity(answers), f"toolkits/{toolkit}"
    path = f"{folder}/{stem}.md"
    there = next((p for p in (path, f"{folder}/{stem}") if (given.root / p).exists()), None)
    if there:
        raise Refused(f"{there} is there already, and is not written over. Give another title, or --name.")
    (given.root / folder).mkdir(exist_ok=True)
    with (given.root / path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    if toolkit:
        _list(given.root / folder / "index.md", stem)
    return path


def _list(index: Path, name: str) -> None:
    """Put the activity at the end of its toolkit's list; where the list is written in an odd way, the check asks for it."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        longer = drafts.with_activity(index.read_bytes().decode(), name)
        if longer is not None:
            index.write_bytes(longer.encode())


def _report(root: Path, path: str, answers: dict[str, Value]) -> None:
    print(f"\n{path} written.")
    left = [problem for problem in checks.run(load(root), publish.today()) if problem.path == path]
    if left:
        print("Still to do, as `make check` will say until it is done:")
        for problem in left:
            print(f"  {problem}")
    if STORY.holds(path) and answers.get("kind") != "illustrative":
        print(_REAL)
