"""Says in words what a manuscript's fields mean, in one wording and one order wherever readers meet them.

The site, the handouts and the feeds take these; the form in the browser is given the same tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from string import Formatter

from press.library.model import Picture, Story

# How the teller is shown, by `attribution`: parts that are joined by a comma, each left out where its field is empty.
TELLER = {
    "named": ("{author}", "{school}"),
    "first-name": ("{author}",),
    "pseudonym": ("{author} (not the writer’s own name)",),
    "anonymous": ("The writer’s name is left out",),
}
# Who helped to tell it, each by the field that has the name.
HELPED = {
    "interviewer": "Interviewed by {interviewer}",
    "translator": "Translated by {translator}",
    "editor": "Edited by {editor}",
}
STANDPOINT = ("{role}", "{band}", "{state}")  # from where the story is told: parts that are joined by a dot
CONTENT_NOTE = "Content note:"
TOUCHES_ON = "this story touches on {notes}."

DOT = "\u00a0· "  # parts two facts, and stays with the first


def teller(story: Story) -> str:
    """Who tells `story`, as they agreed to be shown; empty where nobody did."""
    return "".join(words for words, _ in teller_in_parts(story))


def teller_in_parts(story: Story) -> Iterator[tuple[str, bool]]:
    """The pieces of `teller`, and whether each is a name, which may run from right to left."""
    fields = {"author": story.author, "school": story.school}
    between = ""
    for pattern in TELLER.get(story.attribution or "", ()):
        parts = [(words, field) for words, field, _, _ in Formatter().parse(pattern)]
        if all(fields[field] for _, field in parts if field):
            yield between, False
            for words, field in parts:
                yield words, False
                yield (fields[field] or "") if field else "", True
            between = ", "


def helpers(story: Story) -> str:
    """Who asked, translated and edited `story`, as far as they wish to be named; empty where nobody does."""
    return "".join(words for words, _ in helpers_in_parts(story))


def helpers_in_parts(story: Story) -> Iterator[tuple[str, bool]]:
    """The pieces of `helpers`, and whether each is a name, which may run from right to left."""
    given = {"interviewer": story.interviewer, "translator": story.translator, "editor": story.editor}
    between = ""
    for field, words in HELPED.items():
        name = given[field]
        if name:
            yield from [(between, False)] if between else ()
            yield words.partition("{")[0], False
            yield name, True
            between = DOT


def standpoint(story: Story) -> str:
    """From where `story` is told: "Teacher · High school · Tennessee". No line begins with a dot."""
    fields = {"role": capital(story.role), "band": story.band, "state": story.state}
    return DOT.join(part.format_map(fields) for part in STANDPOINT)


def line_in_parts(story: Story) -> Iterator[tuple[str, bool]]:
    """The line below the title of `story`, its teller and its standpoint, in pieces; and whether each is a name."""
    told = [(words, is_name) for words, is_name in teller_in_parts(story) if words]
    yield from [*told, (DOT, False)] if told else ()
    yield standpoint(story), False


def makers(pictures: Iterable[Picture]) -> Iterator[tuple[str, str]]:
    """The files of pictures whose makers wish to be named, each with what stands below it."""
    yield from ((picture.file, picture.credit) for picture in pictures if picture.credit)


def touches_on(notes: Sequence[str]) -> str:
    """What follows on `CONTENT_NOTE` before a story's text: "this story touches on racism, loss."."""
    return TOUCHES_ON.format(notes=", ".join(notes))


def capital(value: str) -> str:
    """A word of a vocabulary as it begins a line."""
    return value[:1].upper() + value[1:]
