"""The whole way: manuscripts → checks → handouts → pages → search → looked over → published."""

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from press import handouts
from press.disk import lock, refusal
from press.disk.scratch import WORK
from press.library import settings
from press.library.edition import Editions
from press.manuscript import images
from press.manuscript.problem import Problem
from press.publishing import fallback, intake, mkdocs_plugin, publish, soundness
from press.terminal.progress import Stages

PAPERS = ("letter", "a4")
HANDOUTS = f"{WORK}/handouts"
_EVERY = handouts.Request(PAPERS)
_MOST_TRIES = 3  # at older texts; where they fail as today's do, the fault lies elsewhere
_PAGES = (
    *("index.html", "404.html", "sitemap.xml", "stories/index.html", "toolkits/index.html"),
    *("pagefind/pagefind.js", "search/words.json"),
)
_MENDED = "Mend what is listed above"


@dataclass(frozen=True)
class Making:
    """What a run is to do, and whom it tells: `report` prints problems, `stages` where it is."""

    root: Path
    with_handouts: bool
    report: Callable[[tuple[Problem, ...]], None]
    stages: Stages


@dataclass(frozen=True)
class _Content:
    """What a site is made of: editions, the folder whose texts and settings they are, and the handouts that it offers.

    Where it is `strict`, a warning of MkDocs stops it.
    """

    made_from: Path
    editions: Editions
    made: tuple[handouts.Handout, ...]
    strict: bool = True


class _Stopped(Exception):
    """The site can't be made; the text says in a few words why. What is wrong in detail was printed."""


def make(making: Making) -> int:
    """Build the site. Gives 0, or 1 where something is to be mended.

    Then the old site stays as it was, but for stories that it may not show any more: with them, the site of the last
    published manuscripts takes its place (see `fallback`).
    """
    root = making.root
    try:
        with publish.staging(root) as folder:
            try:
                _make(making, folder)
            except (_Stopped, settings.BadSetting) as error:
                return _instead(making, folder, str(error).rstrip("."))
    except (lock.Busy, publish.NoPlace) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{refusal.plain(error, root)}{_untouched(root)}", file=sys.stderr)
        return 1
    return 0


def _make(making: Making, folder: Path) -> None:
    root, addresses = making.root, settings.load(making.root)
    making.stages.begin("Reading and checking")
    found = intake.read(root, publish.today())
    making.report(found.errors)
    if found.errors:
        raise _Stopped(_MENDED)
    made = _print(making, found.editions, addresses.site_url) if making.with_handouts else ()
    _publish(making, folder / "today", _Content(root, found.editions, made))
    if found.problems:
        places = "1 place" if len(found.problems) == 1 else f"{len(found.problems)} places"
        print(f"Note: a person should look at {places}. `make check` lists them.")
    for note in addresses.notes:
        print(note)
    print("Done. Run `make serve` to see the site as readers do: browsers refuse its scripts when it is opened from its folder.")


def _print(making: Making, editions: Editions, site_url: str) -> tuple[handouts.Handout, ...]:
    try:
        return handouts.make(editions.printed, _EVERY, site_url, making.root / HANDOUTS, handouts.Run(making.stages))
    except handouts.Unprintable as error:
        making.report(error.problems)
        raise _Stopped("A handout can’t be printed; mend what is listed above") from error


def _publish(making: Making, folder: Path, content: _Content) -> None:
    """Build the site of `content` in `folder` and put it in place."""
    editions = content.editions
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    try:
        making.stages.begin("Making pages and search")
        mkdocs_plugin.build(making.root, folder, editions, content.strict, content.made_from)
        making.stages.begin("Looking the site over")
        soundness.look_over(folder, _must_have(content.made))
    except (mkdocs_plugin.BuildFailed, soundness.NotSound) as error:
        print(error, file=sys.stderr)
        raise _Stopped("The new site was not sound") from error
    fallback.unsettle(making.root)
    publish.put(folder, making.root)
    fallback.keep(making.root, content.made_from, editions)
    images.forget(making.root / WORK / "pictures", [editions.web.root / path for path in editions.web.pictures])


def _instead(making: Making, folder: Path, why: str) -> int:
    """Where today's manuscripts can't be built: see that the site shows nothing that it may not, and say what became of it."""
    root = making.root
    for last in islice(fallback.last(root, publish.today(), folder), _MOST_TRIES):
        if last.stands and not last.out and (root / "site" / "index.html").is_file():
            print(f"{why}; the site you had is untouched.", file=sys.stderr)
            return 1
        try:
            url = settings.load(last.root).site_url
            with_old: tuple[handouts.Handout, ...] = ()
            if making.with_handouts:
                with suppress(handouts.Unprintable):  # those that may stay are offered all the same
                    with_old = handouts.make(last.editions.printed, _EVERY, url, root / HANDOUTS, handouts.Run(making.stages))
            content = _Content(last.root, last.editions, with_old, strict=False)
            _publish(making, folder / f"{last.root.name}-site", content)
        except (_Stopped, settings.BadSetting):
            continue
        print(f"{why}. Until then the site is that of the last published texts{_gone(last.out)}.", file=sys.stderr)
        return 1
    print(f"{why}{_untouched(root)}", file=sys.stderr)
    if (root / "site").exists():
        print(
            "If it shows a story that has to go, take it offline until this is mended: nothing else could be built.",
            file=sys.stderr,
        )
    return 1


def _gone(out: tuple[str, ...]) -> str:
    if not out:
        return ""
    stories = "1 story that is" if len(out) == 1 else f"{len(out)} stories that are"
    return f", without {stories} not to be shown as before"


def _untouched(root: Path) -> str:
    return "; the site you had is untouched." if (root / "site").exists() else "."


def _must_have(made: tuple[handouts.Handout, ...]) -> tuple[str, ...]:
    return _PAGES + tuple(f"handouts/{name}" for row in made for name in (row.file, row.thumbnail))
