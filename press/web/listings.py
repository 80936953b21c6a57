"""Turns an edition into the pages that list its stories and activities, and the indexes that they are filtered by."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.library import vocabulary
from press.library.edition import Edition
from press.library.kinds import STORIES
from press.library.manuscript import Manuscript
from press.library.model import Story
from press.web import facets, tile_map
from press.web.book import Asset, Page
from press.web.templating import draw

PER_PAGE = 24  # cards on a list page: fills rows of two and of three
ACTIVITIES = "activities.md"
INDEXES = {STORIES: "stories/find.json", ACTIVITIES: "activities/find.json"}


# Fills the template of a name for the page at an address; gives its Markdown before and after a body.
Fill = Callable[..., tuple[str, str]]


@dataclass(frozen=True)
class Grouping:
    """The stories that share a theme or a state: what they share, their first page, and how many they are."""

    name: str
    uri: str
    count: int


def theme_uri(theme: str) -> str:
    """The page of the stories about `theme`."""
    return f"stories/themes/{_slug(theme)}.md"


def state_uri(state: str) -> str:
    """The page of the stories from `state`."""
    return f"stories/states/{_slug(state)}.md"


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def themes(edition: Edition) -> tuple[Grouping, ...]:
    """The themes that stories have, in the alphabet's order."""
    counts = Counter(theme for story in edition.stories for theme in story.fields.themes)
    return tuple(Grouping(theme, theme_uri(theme), counts[theme]) for theme in sorted(vocabulary.THEMES) if counts[theme])


def states(edition: Edition) -> tuple[Grouping, ...]:
    """The states that stories come from, in the alphabet's order."""
    counts = Counter(story.fields.state for story in edition.stories)
    return tuple(Grouping(state, state_uri(state), counts[state]) for state, _ in sorted(vocabulary.STATES) if counts[state])


@dataclass(frozen=True)
class _List:
    """A list of stories: its first page, its title, what it is about, its stories, and what they have in common, if anything."""

    uri: str
    title: str
    about: str
    stories: Sequence[Manuscript[Story]]
    shared: Grouping | None = None


def stories(edition: Edition, fill: Fill) -> Iterator[Page]:
    """All stories, newest first; those of each theme; those of each state."""
    groupings = {"themes": themes(edition), "states": states(edition)}
    for listed in _lists(edition.stories, groupings):
        yield from _pages(fill, listed, groupings)


def _lists(everything: Sequence[Manuscript[Story]], groupings: dict[str, tuple[Grouping, ...]]) -> Iterator[_List]:
    about = "Stories from classrooms and schools, each with an activity to try next."
    yield _List(STORIES, "Stories", about, everything)
    for theme in groupings["themes"]:
        about = f"Stories on the theme of {theme.name}, and activities to try."
        chosen = tuple(story for story in everything if theme.name in story.fields.themes)
        yield _List(theme.uri, f"Stories: {theme.name}", about, chosen, theme)
    for state in groupings["states"]:
        chosen = tuple(story for story in everything if story.fields.state == state.name)
        yield _List(state.uri, f"Stories: {state.name}", f"Stories from {state.name}.", chosen, state)


def _pages(fill: Fill, listed: _List, groupings: dict[str, tuple[Grouping, ...]]) -> Iterator[Page]:
    """The pages that show the list's stories as cards, `PER_PAGE` on each."""
    stem = listed.uri.removesuffix("index.md").removesuffix(".md").rstrip("/")
    count = max(1, -(-len(listed.stories) // PER_PAGE))
    uris = [listed.uri] + [f"{stem}/page/{number}.md" for number in range(2, count + 1)]
    for number, uri in enumerate(uris, 1):
        title = listed.title if number == 1 else f"{listed.title}, page {number}"
        before, after = fill(
            "stories", uri, title=title, about=listed.about, shared=listed.shared, uris=uris, number=number,
            stories=listed.stories[(number - 1) * PER_PAGE : number * PER_PAGE], total=len(listed.stories), **groupings,
        )  # fmt: skip
        drawn = _drawn(uri, listed.stories, groupings["states"]) if uri == STORIES and listed.stories else {}
        yield Page(uri, title, listed.about, "list", before, after, drawn=drawn)


def _drawn(uri: str, everything: Sequence[Manuscript[Story]], parts: Sequence[Grouping]) -> dict[str, str]:
    offered = facets.choices([story.fields for story in everything], facets.STORIES)
    words = {"one": "story", "many": "stories", "per_page": PER_PAGE, "index": INDEXES[STORIES]}
    counts = {state.name: state.count for state in parts}
    return {
        "map": draw("map", uri, tiles=tile_map.lay(counts), width=tile_map.WIDTH, height=tile_map.HEIGHT, state_uri=state_uri),
        "find": draw("find", uri, choices=offered, total=len(everything), **words),
    }


def activities(edition: Edition, fill: Fill) -> Page:
    """All activities on one page, toolkit by toolkit."""
    title, about = "Activities", "Every activity of the three toolkits, by theme, time, group and who leads it."
    entries = [activity.fields for volume in edition.volumes for activity in volume.activities]
    before, after = fill("activities", ACTIVITIES, title=title, about=about, total=len(entries))
    words = {"one": "activity", "many": "activities", "per_page": max(1, len(entries)), "index": INDEXES[ACTIVITIES]}
    drawn = {"find": draw("find", ACTIVITIES, choices=facets.choices(entries, facets.ACTIVITIES), total=len(entries), **words)}
    return Page(ACTIVITIES, title, about, "list", before, after, drawn=drawn if entries else {})


def indexes(edition: Edition) -> tuple[Asset, ...]:
    """The files that browsers filter the lists by."""
    told = facets.index([story.fields for story in edition.stories], facets.STORIES)
    tried = [activity.fields for volume in edition.volumes for activity in volume.activities]
    texts = {STORIES: told, ACTIVITIES: facets.index(tried, facets.ACTIVITIES)}
    return tuple(Asset(INDEXES[page], Path(), False, text.encode()) for page, text in texts.items())
