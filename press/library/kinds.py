"""The table of kinds: what sort of manuscript lies where, and what follows from that anywhere in the press.

A new sort of page begins with a row in `KINDS`; docs/contributing/developers.md has the whole recipe. Nothing else in the press
that can load this table asks in which folder a manuscript lies.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from press.library.model import Activity, Channel, Consent, Doc, Picture, Story, Toolkit, Withdrawn
from press.manuscript import outline, source
from press.manuscript.source import Source

Fields = TypeVar("Fields", bound=BaseModel, covariant=True)

_BLANKS = {"PATH": r"(.+)", "NAME": r"([^/]+)", "TOOLKIT": r"([^/]+)"}


@dataclass(frozen=True)
class Kind(Generic[Fields]):
    """A kind of manuscript."""

    name: str
    """What the code, logs and a proposal's summary call it."""
    title: str
    """What search calls it, for readers."""
    heading: str
    """What the fields page calls it."""
    places: tuple[str, ...]
    """Where it lies. What stands in capitals is its name: "stories/NAME.md"."""
    home: str
    """The same for a contributor whose file lies elsewhere."""
    model: type[Fields]
    telltales: frozenset[str]
    """Fields that no other kind has; so many of them as `enough` tell a file that lies in another kind's folder."""
    enough: int
    rules: frozenset[str]
    """The checks that look at its text. Those that look at every text, or at fields, are not named here."""
    sections: tuple[str, ...]
    """The headings that its text has, in order; none where it may have any."""
    marks: tuple[str, ...]
    """The remarks that the press knows in its text."""
    channels: tuple[Channel, ...]
    """Where it can appear; a story on fewer, as its consent says."""
    in_menu: bool
    """Whether its pages stand in the menu of mkdocs.yml, or in the contents that stand for `toolkits/` there."""
    has_tools: bool
    """Whether its page can be cited, read aloud and set larger."""
    in_search: bool
    optional: tuple[str, ...] = ()
    """The headings that it may do without."""
    marked_by: str = ""
    """A field that makes it this kind and not another one of the same place."""
    instead: str = ""
    """The page that a link leads to where the manuscript may not appear. Where there is none, the link goes; its words stay."""
    is_guide: bool = False
    """Whether its text may show front matter as an example."""

    @property
    def folder(self) -> str:
        """The folder of the project that it lies in."""
        return self.places[0].partition("/")[0]

    def name_meant(self, given: str) -> str:
        """The name that somebody means who gives it, the file or the file's folder: "stories/the-list.md" is "the-list"."""
        bare = given.strip().strip("/").removeprefix("./").removeprefix(self.folder + "/")
        return bare.removesuffix(".md").removesuffix("/index")

    def holds(self, path: str) -> bool:
        """Whether the file at `path` lies in its folder, however deep."""
        return path.startswith(self.folder + "/")

    @property
    def has_aliases(self) -> bool:
        """Whether old addresses can lead to its page."""
        return "aliases" in self.model.model_fields

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(
            re.compile("/".join(_BLANKS.get(part, re.escape(part)) for part in place.removesuffix(".md").split("/")) + r"\.md")
            for place in self.places
        )

    def name_at(self, path: str) -> str | None:
        """The name of the manuscript at `path`, such as "the-list" for stories/the-list.md; None where it is none of these."""
        found = next((match for pattern in self._patterns if (match := pattern.fullmatch(path))), None)
        return "/".join(found.groups()) if found else None


STORIES = "stories/index.md"  # the list of all stories

_ABOUT_PEOPLE = frozenset({"personal-data"})
_TOLD = _ABOUT_PEOPLE | {"place", "recognition", "traits", "content-notes", "quotations", "excerpt"}

_KIT_AT = outline.ACTIVITY_SECTIONS.index(outline.KIT_AFTER) + 1
_WITH_KIT = (*outline.ACTIVITY_SECTIONS[:_KIT_AT], outline.KIT, *outline.ACTIVITY_SECTIONS[_KIT_AT:])

TOOLKIT = Kind(
    name="toolkit",
    title="Toolkit",
    heading="A toolkit’s opening page",
    places=("toolkits/TOOLKIT/index.md",),
    home="toolkits/TOOLKIT/index.md",
    model=Toolkit,
    telltales=frozenset(),
    enough=0,
    rules=_ABOUT_PEOPLE,
    sections=outline.TOOLKIT_SECTIONS,
    marks=(),
    channels=("web", "print"),
    in_menu=True,
    has_tools=True,
    in_search=True,
)
ACTIVITY = Kind(
    name="activity",
    title="Activity",
    heading="An activity",
    places=("toolkits/TOOLKIT/NAME.md",),
    home="toolkits/TOOLKIT/NAME.md",
    model=Activity,
    telltales=frozenset({"purpose", "minutes", "materials", "group"}),
    enough=2,
    rules=_ABOUT_PEOPLE,
    sections=_WITH_KIT,
    optional=(outline.KIT,),
    marks=outline.SHEET,
    channels=("web", "print"),
    in_menu=True,
    has_tools=True,
    in_search=True,
)
STORY = Kind(
    name="story",
    title="Story",
    heading="A story",
    places=("stories/NAME.md", "stories/NAME/index.md"),
    home="stories/NAME.md, or to stories/NAME/index.md where it brings pictures",
    model=Story,
    telltales=frozenset({"kind", "student_details", "consent"}),
    enough=1,
    rules=_TOLD,
    sections=(),
    marks=outline.EXCERPT,
    channels=("web", "print"),
    in_menu=False,
    has_tools=True,
    in_search=True,
    instead=STORIES,
)
NOTICE = Kind(
    name="notice",
    title="Notice",
    heading="A story that was taken down",
    places=STORY.places,
    home=STORY.home,
    model=Withdrawn,
    telltales=frozenset(),
    enough=0,
    rules=_ABOUT_PEOPLE,
    sections=(),
    marks=(),
    channels=("web",),
    in_menu=False,
    has_tools=False,
    in_search=False,
    marked_by="withdrawn",
)
PAGE = Kind(
    name="page",
    title="Page",
    heading="A page under docs/",
    places=("docs/PATH.md",),
    home="docs/NAME.md",
    model=Doc,
    telltales=frozenset(),
    enough=0,
    rules=frozenset(),
    sections=(),
    marks=tuple(f"<!-- insert: {name} -->" for name in outline.INSERTS),
    channels=("web",),
    in_menu=True,
    has_tools=True,
    in_search=True,
    is_guide=True,
)
KINDS: tuple[Kind[Any], ...] = (TOOLKIT, ACTIVITY, NOTICE, STORY, PAGE)
_MODELS: tuple[type[BaseModel], ...] = (*(kind.model for kind in KINDS), Consent, Picture)
# The names of all fields that a manuscript can have.
FIELDS = frozenset(name for model in _MODELS for name in model.model_fields)


def kind_at(path: str, front: Mapping[str, object]) -> Kind[Any] | None:
    """The kind of the manuscript that lies at `path` and has the front matter `front`; None where none is looked for."""
    return next((kind for kind in _kinds_at(path) if kind.marked_by in ("", *front)), None)


@lru_cache(maxsize=10_000)
def _kinds_at(path: str) -> tuple[Kind[Any], ...]:
    return tuple(kind for kind in KINDS if kind.name_at(path) is not None)


def kind_near(path: str, front: Mapping[str, object]) -> Kind[Any] | None:
    """The same, and for a manuscript that lies too deep or too high in a folder the kind that it must have been meant as."""
    meant = (kind for kind in KINDS if kind.holds(path) and kind.marked_by in ("", *front))
    return kind_at(path, front) or next(meant, None)


def is_a(kind: Kind[Any], text: Source) -> bool:
    """Whether `text` is of that kind, sound or not."""
    return kind_at(text.path, text.front) is kind


def read(path: Path, name: str) -> Source:
    """The manuscript at `path`, to be called `name` in messages."""
    return source.read(path, name, FIELDS, is_guide=_is_guide(name))


def parse(data: bytes, name: str) -> Source:
    """What `read` makes of a file that holds `data`."""
    return source.parse(data, name, FIELDS, is_guide=_is_guide(name))


def _is_guide(name: str) -> bool:
    return any(kind.is_guide for kind in _kinds_at(name))
