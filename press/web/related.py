"""Turns an edition's stories into what to read after each: those that share most with it."""

from collections import Counter, defaultdict

from press.library.edition import Edition
from press.library.manuscript import Manuscript
from press.library.model import Story

MOST = 3
_NEWEST = 40  # of each theme and activity: 5,000 stories are not all weighed against all


class Related:
    """Knows which stories share a theme or an activity."""

    def __init__(self, edition: Edition) -> None:
        self._stories = edition.stories
        self._places = {story.path: place for place, story in enumerate(edition.stories)}
        self._sharing: dict[str, list[int]] = defaultdict(list)
        for place, story in enumerate(edition.stories):
            for key in (*story.fields.activities, *story.fields.themes):
                if len(self._sharing[key]) < _NEWEST:
                    self._sharing[key].append(place)

    def to(self, story: Manuscript[Story]) -> tuple[Manuscript[Story], ...]:
        """The stories to read after this one. A shared activity counts for two themes; among equals the newest is first."""
        weights = Counter(place for key in story.fields.themes for place in self._sharing[key])
        weights.update(place for key in story.fields.activities for place in self._sharing[key] for _ in range(2))
        del weights[self._places[story.path]]
        best = sorted(weights, key=lambda place: (-weights[place], place))[:MOST]
        return tuple(self._stories[place] for place in best)
