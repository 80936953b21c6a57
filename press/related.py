"""Turns an edition's stories into what to read after each: those that share most with it."""

from collections import defaultdict

from press.edition import Edition
from press.library import Manuscript
from press.model import Story

MOST = 3
_NEWEST = 40  # of each theme and activity: 5,000 stories are not all weighed against all


class Related:
    """Knows which stories share a theme or an activity."""

    def __init__(self, edition: Edition) -> None:
        self._sharing: dict[str, list[Manuscript[Story]]] = defaultdict(list)
        self._order = {story.path: number for number, story in enumerate(edition.stories)}
        for story in edition.stories:
            for key in (*story.fields.activities, *story.fields.themes):
                if len(self._sharing[key]) < _NEWEST:
                    self._sharing[key].append(story)

    def to(self, story: Manuscript[Story]) -> tuple[Manuscript[Story], ...]:
        """The stories to read after this one. A shared activity counts for two themes; among equals the newest is first."""
        weights: dict[str, int] = defaultdict(int)
        found = {}
        for keys, weight in ((story.fields.activities, 2), (story.fields.themes, 1)):
            for key in keys:
                for other in self._sharing[key]:
                    if other.path != story.path:
                        weights[other.path] += weight
                        found[other.path] = other
        best = sorted(weights, key=lambda path: (-weights[path], self._order[path]))[:MOST]
        return tuple(found[path] for path in best)
