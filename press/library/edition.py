"""Decides what may appear on a channel: the one consent gate between the library and every output."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from press.library import wording
from press.library.kinds import KINDS
from press.library.load import Library
from press.library.manuscript import Manuscript
from press.library.model import OF_EXAMPLES, Activity, Channel, Doc, Story, Toolkit, Withdrawn
from press.manuscript import links


@dataclass(frozen=True)
class Volume:
    """A toolkit with its activities, in order."""

    toolkit: Manuscript[Toolkit]
    activities: tuple[Manuscript[Activity], ...]


@dataclass(frozen=True)
class Edition:
    """What may appear on one channel. Outputs take this and never a Library, so none can forget a consent.

    `notices` are stories taken down: their address gives a short notice on the web and nothing else anywhere.
    `withheld` are the paths of stories that may not appear here, so that links to them can be led elsewhere. `pictures`
    are the paths of the pictures that belong to what is published.
    """

    root: Path
    channel: Channel
    volumes: tuple[Volume, ...]
    stories: tuple[Manuscript[Story], ...]
    notices: tuple[Manuscript[Withdrawn], ...]
    withheld: frozenset[str]
    docs: tuple[Manuscript[Doc], ...]
    others: tuple[Manuscript[Any], ...]
    pictures: tuple[str, ...]
    by_hand: bool
    """Whether this is for paper that is given out by hand alone, and must never be put online."""

    @property
    def entries(self) -> tuple[Manuscript[Any], ...]:
        """All that appears here; of what was taken down, only the notices are left, and they are no part of it."""
        led = (entry for volume in self.volumes for entry in (volume.toolkit, *volume.activities))
        return (*self.docs, *led, *self.stories, *self.others)

    @property
    def paths(self) -> frozenset[str]:
        """The manuscripts of all that appears here."""
        return frozenset(entry.path for entry in self.entries)

    @cached_property
    def goals(self) -> links.Goals:
        """Where links from what appears here may lead: to pages on the web. A story for print alone has none."""
        printed = {story.path for story in self.stories if story.fields.consent and "web" not in story.fields.consent.channels}
        instead = tuple((f"{kind.folder}/", kind.instead) for kind in KINDS if kind.instead)
        notices = frozenset(entry.path for entry in self.notices)
        pages = {entry.path: entry.source for entry in self.entries if entry.path not in printed}
        return links.Goals(pages, notices, frozenset(self.pictures), instead)

    @cached_property
    def credits(self) -> dict[str, str]:
        """Who made a picture, by its path, where they wish to be named: wherever it is shown, this goes with it."""
        return {
            f"{entry.path.rpartition('/')[0]}/{file}": made
            for entry in self.entries
            for file, made in wording.makers(getattr(entry.fields, "pictures", ()))
        }

    def activity(self, name: str) -> Manuscript[Activity] | None:
        """The activity called `name`, such as "personal-inquiry/ready-check"."""
        return next((entry for volume in self.volumes for entry in volume.activities if entry.name == name), None)


@dataclass(frozen=True)
class Editions:
    """What may appear on the web, and what of it may be printed."""

    web: Edition
    printed: Edition


def both(library: Library, today: datetime.date, without: Collection[str] = ()) -> Editions:
    """The editions of the day `today`; `without` as in `prepare`."""
    return Editions(prepare(library, "web", today, without=without), prepare(library, "print", today, without=without))


def prepare(
    library: Library, channel: Channel, today: datetime.date, by_hand: bool = False, without: Collection[str] = ()
) -> Edition:
    """What of `library` may appear on `channel` on the day `today`. Newest stories come first.

    Handouts can be downloaded, so what is printed must be allowed on the web too, unless it is given out `by_hand` alone.
    The stories at the paths `without` are withheld like any that may not appear.
    """
    channels: tuple[Channel, ...] = (channel,) if by_hand else (channel, "web")
    asked = (story for story in library.stories if story.path not in without)
    stories = [story for story in asked if all(may_publish(story.fields, one, today) for one in channels)]
    stories.sort(key=lambda story: (-story.fields.published.toordinal(), story.name))
    published = {entry.path for entry in (*library.activities, *library.toolkits, *library.docs, *library.others, *stories)}
    owned, shared = owners(library), _claimed_by_withheld(library, published)
    return Edition(
        library.root,
        channel,
        volumes=tuple(Volume(toolkit, library.activities_of(toolkit)) for toolkit in library.toolkits),
        stories=tuple(stories),
        notices=library.withdrawn,
        withheld=frozenset(story.path for story in library.stories) - published,
        docs=library.docs,
        others=tuple(entry for entry in library.others if channel in entry.kind.channels),
        pictures=tuple(path for path in library.pictures if owned.get(path) in published and path not in shared),
        by_hand=by_hand,
    )


def may_publish(story: Story, channel: Channel, today: datetime.date) -> bool:
    """Whether the story is out on `today` and its consent covers `channel`. An illustrative one needs none: nobody told it."""
    if story.published > today:
        return False
    if story.kind == "illustrative":
        return True
    consent = story.consent
    if consent is None or consent.evidence == OF_EXAMPLES:
        return False
    return channel in consent.channels and consent.granted <= today <= consent.review_by


def owners(library: Library) -> dict[str, str]:
    """The manuscript that each picture belongs to: the one that lists it, else the page of its own folder.

    A picture in `stories/` itself belongs to the story that lists it, and to none where no story does: so a withheld
    story's photograph is withheld too.
    """
    listed, found = dict(_claims(library)), {}
    for picture in library.pictures:
        index = f"{picture.rpartition('/')[0]}/index.md"
        page = listed.get(picture) or (index if index in library.sources else None)
        if page:
            found[picture] = page
    return found


def _claims(library: Library) -> Iterator[tuple[str, str]]:
    """Each picture that a manuscript lists, with the manuscript. None can claim a picture of another's folder."""
    entries: tuple[Manuscript[Story] | Manuscript[Activity], ...] = (*library.stories, *library.activities)
    for entry in entries:
        for shown in entry.fields.pictures:
            if "/" not in shown.file:
                yield f"{entry.path.rpartition('/')[0]}/{shown.file}", entry.path


def _claimed_by_withheld(library: Library, published: Collection[str]) -> frozenset[str]:
    """The pictures that something lists which may not appear; that another lists them as well gives no leave."""
    return frozenset(picture for picture, path in _claims(library) if path not in published)
