"""What a manuscript's front matter may say: one class a kind of manuscript, one line a field.

The fields page, the JSON Schema and the messages are made from these classes. Values arrive as plain text (see
`press.manuscript.source`) and become numbers and dates here. All classes are closed: an unknown field is a fault. Rules that join
several fields live in `press.checks`.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, core_schema

from press.library import vocabulary
from press.manuscript import typographer

StoryKind = Literal["first-person", "interview", "composite", "illustrative"]
Channel = Literal["web", "print"]


class OneOf:
    """Lets a field have one of `words` and nothing else; for pydantic the same as a Literal, though its words are data."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """What pydantic checks the field with."""
        return core_schema.literal_schema(list(self.words))


Theme = Annotated[str, OneOf(vocabulary.THEMES)]
Role = Annotated[str, OneOf(vocabulary.ROLES)]
Grades = Annotated[str, OneOf(grades for grades, _ in vocabulary.GRADES)]
Group = Annotated[str, OneOf(group for group, _ in vocabulary.GROUPS)]
ContentNote = Annotated[str, OneOf(vocabulary.CONTENT_NOTES)]
State = Annotated[str, OneOf(state for state, _ in vocabulary.STATES)]

Line = Annotated[str, Field(min_length=1)]  # no longest: pydantic would let it win over the one that a field gives


def _as_a_day(given: Any) -> Any:
    """A day as it is written here; pydantic would take seconds since 1970 for one too."""
    if isinstance(given, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
        raise PydanticCustomError("date_parsing", "no day")
    return given


def _as_a_number(given: Any) -> Any:
    """A whole number in digits; pydantic would read `1_0` as ten."""
    if isinstance(given, str) and not re.fullmatch(r"-?[0-9]{1,9}", given):
        raise PydanticCustomError("int_parsing", "no whole number")
    return given


Day = Annotated[datetime.date, BeforeValidator(_as_a_day)]
Count = Annotated[int, BeforeValidator(_as_a_number)]
Words = Annotated[str, Field(min_length=1), AfterValidator(typographer.line)]  # a line that readers see
Item = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(typographer.line)]
FileName = Annotated[str, Field(min_length=1, max_length=300)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ActivityName = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Address = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")]
Reason = Annotated[str, Field(pattern=r"[A-Za-z]{2}")]  # a dot or a dash is none
Evidence = Annotated[str, Field(pattern=r"^C-[0-9]{4,8}$")]

OF_EXAMPLES = "C-0000"  # stands in the guides, where everyone copies it: it is no consent

Aliases = Annotated[
    list[Address],
    Field(
        max_length=10,
        description="Old addresses of this page, which lead here, the oldest first: what stood after the site’s own address.",
        examples=["[stories/the-list]"],
    ),
]


class Closed(BaseModel):
    """A record that takes no field but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Picture(Closed):
    """A photograph or drawing that a story or activity shows."""

    file: FileName = Field(description="The picture's file name, beside the manuscript.", examples=["board.jpg"])
    people: bool = Field(description="`yes` where a person can be seen or known, otherwise `no`.", examples=["no"])
    people_consent: Evidence | None = Field(
        None, description="The number of the consent of the people in it; needed where `people` is `yes`.", examples=["C-0043"]
    )
    credit: Item | None = Field(
        None,
        description="Who made the picture, if they wish to be named: it stands below the picture, on pages and on handouts.",
        examples=["Drawing by the author"],
    )


class Consent(Closed):
    """Leave to publish a real story: when it was given, where it holds and until when."""

    granted: Day = Field(description="The day on which consent was given.", examples=["2026-09-01"])
    channels: list[Channel] = Field(min_length=1, description="Where the story may appear.", examples=["[web, print]"])
    review_by: Day = Field(description="The last day on which the consent holds; ask again before it.", examples=["2028-09-01"])
    reason: Reason | None = Field(
        None,
        max_length=100,
        description="Only where it holds for more than three years: why, without names. No page shows it.",
        examples=["The teller asked for five years"],
    )
    evidence: Evidence = Field(
        description="The number under which the editors keep the signed form. Never the form, a name or an e-mail address.",
        examples=["C-0042"],
    )


class Toolkit(Closed):
    """The front matter of a toolkit's opening page, `toolkits/NAME/index.md`."""

    title: Words = Field(max_length=60, description="The toolkit's name.", examples=["Personal inquiry"])
    letter: str = Field(pattern=r"^[A-Z]$", description="Its letter, which orders the toolkits.", examples=["A"])
    summary: Words = Field(
        max_length=160, description="One sentence: what it helps people do.", examples=["Look at your own story first."]
    )
    activities: list[Name] = Field(
        description="The activities' file names without `.md`, in the order to use them.", examples=["[ready-check]"]
    )
    aliases: Aliases = []


class Activity(Closed):
    """The front matter of an activity, `toolkits/TOOLKIT/NAME.md`."""

    title: Words = Field(max_length=60, description="The activity's name.", examples=["Identity map"])
    purpose: Words = Field(
        max_length=180, description="One sentence: what it is for.", examples=["See what you bring into the room."]
    )
    who: Words = Field(max_length=140, description="Who it is for.", examples=["Teachers who have done the ready check."])
    minutes: Count = Field(ge=1, le=600, description="Minutes in all; the steps add up to them.", examples=["35"])
    minutes_note: Words | None = Field(
        None,
        max_length=90,
        description="How the minutes fall, where not in one sitting.",
        examples=["10 minutes a day on 5 days"],
    )
    group: Group = Field(description="How people sit.", examples=["pairs"])
    smallest: Count | None = Field(None, ge=2, le=500, description="The fewest people, for a small group.", examples=["4"])
    largest: Count | None = Field(None, ge=2, le=500, description="The most people, for a small group.", examples=["8"])
    materials: list[Item] = Field(min_length=1, max_length=8, description="What to bring.", examples=["[One handout each]"])
    themes: list[Theme] = Field(min_length=1, max_length=3, description="What it is about.", examples=["[beliefs]"])
    roles: list[Role] = Field(min_length=1, description="Who can lead it.", examples=["[teacher leader, principal]"])
    pictures: list[Picture] = Field([], description="The pictures it shows.")
    aliases: Aliases = []

    @property
    def people(self) -> str:
        """The group in words, with its size where one is given: "Small group, 4 to 8"."""
        words = dict(vocabulary.GROUPS)
        size = f", {self.smallest} to {self.largest}" if self.smallest and self.largest else ""
        return words[self.group] + size


class Story(Closed):
    """The front matter of a story, `stories/NAME.md` or `stories/NAME/index.md`."""

    title: Words = Field(max_length=70, description="The story's title.", examples=["The list on my clipboard"])
    kind: StoryKind = Field(
        description="`first-person` (told by the writer), `interview`, `composite` (made from several real accounts) or "
        "`illustrative` (nobody real told it). The last two carry a label wherever they appear.",
        examples=["first-person"],
    )
    summary: Words = Field(
        max_length=160, description="One sentence for cards and search.", examples=["What a week of notes showed."]
    )
    role: Role = Field(description="The teller's role.", examples=["teacher"])
    state: State = Field(description="The state. Nothing finer: no city, district or school.", examples=["Tennessee"])
    grades: Grades = Field(description="The grade band.", examples=["middle"])
    themes: list[Theme] = Field(min_length=1, max_length=3, description="What it is about.", examples=["[beliefs]"])
    activities: list[ActivityName] = Field(
        min_length=1, max_length=3, description="The activities it belongs with, as `toolkit/activity`.",
        examples=["[personal-inquiry/noticing-log]"],
    )  # fmt: skip
    published: Day = Field(description="The day of first publication.", examples=["2026-11-22"])
    student_details: Literal["none", "removed", "composite"] = Field(
        description="`none` where no student appears; otherwise `removed` (nothing points to a student) or `composite` (mixed).",
        examples=["removed"],
    )
    attribution: Literal["named", "first-name", "pseudonym", "anonymous"] | None = Field(
        None, description="How the teller is shown. Needed for every kind but `illustrative`.", examples=["pseudonym"]
    )
    author: Words | None = Field(
        None, max_length=80, description="The name to show; leave out where anonymous.", examples=["A. Reader"]
    )
    school: Words | None = Field(
        None, max_length=80, description="The school, only where `attribution` is `named`.", examples=["Elm Street School"]
    )
    profile: Line | None = Field(
        None, pattern=r"^https://", description="A page about the author, only where named.", examples=["https://example.org/me"]
    )
    interviewer: Words | None = Field(
        None, max_length=80, description="Who asked in an interview, if they wish to be named; never a student.",
        examples=["A. Reader"],
    )  # fmt: skip
    translator: Words | None = Field(
        None, max_length=80, description="Who translated the story, if they wish to be named; never a student.",
        examples=["A. Reader"],
    )  # fmt: skip
    editor: Words | None = Field(
        None, max_length=80, description="Who edited the story, if they wish to be named; never a student.",
        examples=["A. Reader"],
    )  # fmt: skip
    consent: Consent | None = Field(None, description="Leave to publish. Needed for every kind but `illustrative`.")
    content_notes: list[ContentNote] = Field([], description="What a reader may want to know first.", examples=["[racism]"])
    pictures: list[Picture] = Field([], description="The pictures it shows.")
    aliases: Aliases = []

    @property
    def band(self) -> str:
        """The grade band in words: "High school"."""
        return dict(vocabulary.GRADES)[self.grades]

    @property
    def label(self) -> str:
        """The fixed label of a story that no single real person told; empty for the others."""
        return LABELS.get(self.kind, "")


class Withdrawn(BaseModel):
    """A story that was taken down: only its date and its old addresses count, whatever else the file still says."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    withdrawn: Day = Field(description="The day it was taken down.", examples=["2026-11-22"])
    aliases: Aliases = []


class Doc(Closed):
    """The front matter of a hand-written page under `docs/`."""

    title: Words = Field(max_length=80, description="The page's title.", examples=["About"])
    description: Words = Field(max_length=160, description="One sentence for search engines.", examples=["What this is."])
    aliases: Aliases = []


# The label is fixed by the publication's rules of honesty: a reader must never take such a story for one person's report.
LABELS = {
    "illustrative": "Illustrative story: written as an example. No real person told it.",
    "composite": "Composite story: made from several real accounts. No single person told it.",
}


def values_of(field: FieldInfo) -> Iterator[str]:
    """The words that a field may have, where it has a fixed list of them."""
    for part in (*field.metadata, field.annotation):
        yield from _words(part)


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, OneOf):
        yield from part.words
    elif get_origin(part) is Literal:
        yield from get_args(part)
    else:
        for inner in get_args(part):
            yield from _words(inner)
