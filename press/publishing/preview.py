"""Turns today's manuscripts into preview/: the site of all that is sound, with messages in the place of what is not.

It is for looking at, never for publishing: each page says so to readers and to search engines, and a site already published
is not touched.
"""

import sys
from dataclasses import replace
from pathlib import Path

from press import handouts
from press.disk import lock, scratch, swap
from press.disk.scratch import WORK
from press.library import settings
from press.manuscript.source import Known
from press.publishing import intake, mkdocs_plugin, publish
from press.publishing.intake import Sound
from press.publishing.site import HANDOUTS, PAPERS
from press.terminal.progress import Stages
from press.web import to_mend

FOLDER = "preview"
_SIGN = f"{Path(to_mend.LIST).stem}/index.html"  # a site that is published has none


def make(root: Path, stages: Stages, with_handouts: bool = True) -> int:
    """Build preview/ for the project at `root`. Gives 0, or 1 where no page can be made. Raises Busy, BadSetting, OSError."""
    goal = root / FOLDER
    if goal.exists() and not (goal / _SIGN).is_file():
        print(f"`{FOLDER}` is there already and is no preview, so it was left alone. Rename it or move it.", file=sys.stderr)
        return 1
    with lock.only_one(root / WORK), scratch.folder(scratch.near(goal)) as folder:
        stages.begin("Reading and checking")
        sound = read(root)
        if with_handouts:
            sound = printed(root, sound, stages)
        stages.begin("Making pages and search")
        try:
            mkdocs_plugin.preview(root, folder / "new", sound)
        except mkdocs_plugin.BuildFailed as error:
            print(f"{error}\nNo preview can be made.", file=sys.stderr)
            return 1
        swap.open_to_all(folder / "new")
        swap.swap(folder / "new", goal, _SIGN)
    count = len(sound.to_mend.every)
    print(f"Done: {FOLDER}/, not for publishing. To mend: {count or 'nothing'}.")
    return 0


def read(root: Path, known: Known | None = None) -> Sound:
    """What of the project at `root` can be shown today, and what is to mend; `known` as in `load`. Raises BadSetting."""
    settings.load(root)
    return intake.sound(root, publish.today(), known)


def printed(root: Path, sound: Sound, stages: Stages) -> Sound:
    """The same after its handouts were made; where one can't be printed, that is to mend too. Ask with the lock held."""
    asked, url = handouts.Request(PAPERS), settings.load(root).site_url
    try:
        handouts.make(sound.editions.printed, asked, url, root / HANDOUTS, handouts.Run(stages))
    except handouts.Unprintable as error:
        return replace(sound, to_mend=replace(sound.to_mend, every=(*sound.to_mend.every, *error.problems)))
    return sound
