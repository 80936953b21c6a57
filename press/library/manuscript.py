"""What a manuscript is once it is read: a name, its front matter as a record, and its text."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from press.manuscript.source import Source

FOLDERS = ("toolkits", "stories", "docs")

Fields = TypeVar("Fields", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Manuscript(Generic[Fields]):
    """One manuscript: its name, its front matter as a record and its text.

    `name` is `identity` within its kind: "personal-inquiry" for a toolkit, "personal-inquiry/ready-check" for an
    activity, "the-seating-chart" for a story, "contributing/index" for a page of docs.
    """

    name: str
    fields: Fields
    source: Source

    @property
    def path(self) -> str:
        """Its file, relative to the project's folder."""
        return self.source.path


def story_name(path: str) -> str:
    """The name of the story at `path`, sound or not: "the-list" for stories/the-list.md and stories/the-list/index.md."""
    return path.removeprefix("stories/").removesuffix(".md").removesuffix("/index")
