"""The desk's commands: `python -m press review` and `withdraw`; `new` is in a module of its own."""

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING

from press.library.load import load
from press.publishing import publish

if TYPE_CHECKING:
    from press.desk.withdrawal import Plan

_HISTORY = """\
What this does not reach:
- The version history still holds the text and the pictures, here and in every copy (forks, clones, open proposals).
  To take them out there: `git filter-repo --invert-paths --path FILE` for each file, push anew, then ask GitHub's support
  to clear its caches and the proposals that show them. Everyone else must then fetch a new copy.
- Search engines may show an old copy for some weeks. Each has a form that asks it to look again.
- What was printed or saved stays printed or saved. Tell the person so."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the desk's commands to the press's."""
    one = commands.add_parser("review", help="say what a person must look at in the stories, and which consents end soon")
    one.add_argument("story", nargs="?", help="one story's file, name, title or address, an old one too (all, unless given)")
    one.add_argument("--show", action="store_true", help="show the words that were found: on your own screen only")
    one.add_argument("--json", action="store_true", help="print it for other programs")
    one.add_argument("--days", type=int, default=60, metavar="N", help="how far ahead to look for consents that end (60)")
    one.add_argument(
        "--due", action="store_true", help="print only the files whose consent ends within that time, for a reminder"
    )
    one = commands.add_parser("withdraw", help="take a story down: its address keeps a short notice, and nothing else is left")
    one.add_argument("story", help="the story's file, name or title, or its address on the site, an old one too")
    one.add_argument("--yes", action="store_true", help="do not ask")
    one.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")


def review(given: argparse.Namespace) -> int:
    """Print the desk; 0, or 2 where the call can't be taken. What is to mend ends `check`, not this."""
    from press.desk import naming, review, table

    if given.show and os.environ.get("GITHUB_ACTIONS") == "true":
        print("`--show` prints words that may tell who somebody is. Logs here are public, so it is refused.", file=sys.stderr)
        return 2
    books, today = load(given.root), publish.today()
    try:
        only = naming.one(books, given.story).path if given.story else None
    except naming.NoStory as error:
        print(error, file=sys.stderr)
        return 2
    found = tuple(entry for entry in review.entries(books, today, show=given.show) if only in (None, entry.path))
    if given.due:
        print(table.due(found, given.days), end="")
    elif given.json:
        print(json.dumps(review.as_json(found, today), indent=1, ensure_ascii=False))
    else:
        table.show(found, sys.stdout, given.days)
    return 0


def withdraw(given: argparse.Namespace) -> int:
    """Take a story down, after a question; 0 where done, 1 where not wanted, 2 where there is no such story or several."""
    from press.desk import naming, withdrawal

    try:
        plan = withdrawal.plan(load(given.root), given.story, publish.today())
    except naming.NoStory as error:
        print(f"{error} Nothing was changed.", file=sys.stderr)
        return 2
    print(_intent(plan))
    if given.dry_run:
        print("Nothing was changed.")
        return 0
    if not given.yes:
        if not sys.stdin.isatty():
            print("Nothing was changed: add --yes where nobody can be asked.", file=sys.stderr)
            return 2
        if input("Take it down? Type yes: ").strip().lower() != "yes":
            print("Nothing was changed.")
            return 1
    withdrawal.carry_out(given.root, plan)
    print(f"Done. {plan.path} holds the notice's day only.\n\n{_rest(plan)}")
    return 0


def _intent(plan: "Plan") -> str:
    lines = [f"{plan.path}: the text and all fields go; the day it was taken down and old addresses stay."]
    lines += [f"{picture}: deleted." for picture in plan.pictures]
    if plan.is_saved is False:
        lines.append("Its newest text is in no commit, so nobody could bring it back.")
    return "\n".join(lines)


def _rest(plan: "Plan") -> str:
    steps = ["Commit and push. The next build takes it out of pages, search, feeds, PDFs and ZIPs; here, that is `make site`."]
    if plan.mentions:
        places = ", ".join(f"{path}:{line}" for path, line in plan.mentions)
        steps.append(f"Other texts link to it or name it. Look at {places}.")
    steps.append("Tell the person when it is done.")
    numbered = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    return f"Still to do:\n{numbered}\n\n{_HISTORY}"
