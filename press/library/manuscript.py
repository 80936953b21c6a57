"""What a manuscript is once it is read: a name, its kind, its front matter as a record, and its text."""

from dataclasses import dataclass, field
from typing import Generic

from press.library.kinds import Fields, Kind
from press.manuscript.source import Source


@dataclass(frozen=True)
class Manuscript(Generic[Fields]):
    """One manuscript: its name, its front matter as a record, its text and its kind.

    `name` is its own within its kind: "personal-inquiry" for a toolkit, "personal-inquiry/ready-check" for an activity,
    "the-seating-chart" for a story, "contributing/index" for a page of docs.
    """

    name: str
    fields: Fields
    source: Source
    kind: Kind[Fields] = field(repr=False)

    @property
    def path(self) -> str:
        """Its file, relative to the project's folder."""
        return self.source.path
