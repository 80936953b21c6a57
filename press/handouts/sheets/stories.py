"""Turns stories into panels: each cut to the excerpt that its manuscript marks, with its label and notes before the text.

A PDF is printed, and it lies on the site to download: only a story whose consent covers both stands in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup

from press.fonts import glyphs
from press.handouts.sheets import figures, inline_html, panels
from press.handouts.sheets.panels import Draft, Panel
from press.library import wording
from press.library.edition import Edition
from press.library.manuscript import Manuscript
from press.library.model import Story
from press.manuscript import footnotes, github, markdown, outline
from press.manuscript.problem import Problem

NAME = "stories"
TITLE = "Stories to read together"
_MEND = "Move the excerpt’s marks, so that only paragraphs, lists and quotations stand between them."
_TAGS = {"paragraph": "p", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "blockquote": "blockquote"}
_REFUSED = {
    "table_open": "a table",
    "heading_open": "a heading",
    "fence": "a block of code",
    "code_block": "an indented block, which is shown as code",
    "hr": "a line across the page",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "a picture",
}


@dataclass(frozen=True)
class StoryPanel(Panel):
    """A story's excerpt.

    `teller` says whose it is, `helpers` who helped, `label` that no single person told it, `next` what to try after it.
    """

    about: str
    teller: str
    helpers: str
    label: str
    notes: tuple[str, ...]
    passage: Markup
    next: str
    next_url: str
    color: str
    tint: str
    online: bool
    """Whether the whole story is on the site; else its code leads to the list of stories."""
    url: str
    qr: Markup


def drafts(edition: Edition, site_url: str, across: int) -> Iterator[Draft]:
    """One handout with every story that marks an excerpt; none without any.

    A story with signs that the fonts don't have is left out; the check `signs` says so.
    """
    marked = [(story, outline.passage(story.source.tokens)) for story in edition.stories]
    found = [(story, passage) for story, passage in marked if passage and not _unwritable(story.fields, passage)]
    if not found:
        return
    made: list[Panel] = [_panel(edition, story, passage, site_url) for story, passage in found]
    problems = [problem for story, passage in found for problem in _unprintable(story, passage)]
    for volume in edition.volumes:
        if volume.toolkit.name == NAME:
            what = "The sheet of stories needs the name “stories” for its own file."
            problems.append(Problem(volume.toolkit.path, 1, NAME, what, "Give this toolkit’s folder another name."))
    first = found[0][0].path
    made += [Panel(f"notes-{n}", "notes", "My notes", first, 1) for n in range(1, -len(made) % across + 1)]
    yield Draft(
        name=NAME,
        title=TITLE,
        path=first,
        panels=tuple(made),
        values={},
        problems=tuple(problems),
    )


def _unwritable(story: Story, passage: Sequence[Token]) -> bool:
    """Whether the fonts lack a sign: a name in another script must not stop a build, so such a story is on the site alone."""
    texts = (story.title, story.author or "", story.school or "", wording.helpers(story), *(token.content for token in passage))
    return any(glyphs.missing(text) for text in texts)


def _panel(edition: Edition, story: Manuscript[Story], passage: Sequence[Token], site_url: str) -> StoryPanel:
    fields = story.fields
    online = fields.consent is None or "web" in fields.consent.channels
    url = f"{site_url}stories/{story.name}/" if online else f"{site_url}stories/"
    letter, number, title, goal = _next(edition, fields)
    color, tint = panels.accent(letter)
    return StoryPanel(
        f"story-{story.name}", "story", fields.title, story.path, _line(passage[0], story),
        about=wording.standpoint(fields),
        teller=wording.teller(fields),
        helpers=wording.helpers(fields),
        label=fields.label,
        notes=_notes(fields),
        passage=_html(passage, story),
        next=f"{letter}{number} {title}" if number else "",
        next_url=f"{site_url}toolkits/{goal}/",
        color=color,
        tint=tint,
        online=online,
        url=url,
        qr=figures.qr(url, f"QR code to the {'whole story' if online else 'stories on the site'}, {url}"),
    )  # fmt: skip


def _next(edition: Edition, story: Story) -> tuple[str, int, str, str]:
    """The story's first activity: its toolkit's letter, its number there, its title and its name."""
    for volume in edition.volumes:
        for number, activity in enumerate(volume.activities, 1):
            if activity.name == story.activities[0]:
                return volume.toolkit.fields.letter, number, activity.fields.title, activity.name
    return "A", 0, "", ""


def _notes(story: Story) -> tuple[str, ...]:
    """The content note, its opening words apart; empty where there is none. No note is broken at a line's end."""
    notes = [note.replace(" ", "\u00a0") for note in story.content_notes]
    return (wording.CONTENT_NOTE, wording.touches_on(notes)) if notes else ()


def _html(passage: Sequence[Token], story: Manuscript[Story]) -> Markup:
    """The blocks of an excerpt and of the notes to it, each with its line in the manuscript."""
    return Markup("").join(_piece(passage, place, story) for place in range(len(passage)))


def _piece(blocks: Sequence[Token], place: int, story: Manuscript[Story]) -> Markup:
    token = blocks[place]
    kind, _, side = token.type.rpartition("_")
    if token.type == "inline":
        return inline_html.inline([token])
    if token.type == "html_block":
        return Markup(token.content if footnotes.is_frame(token) else "")  # the press's own
    if kind not in _TAGS or token.hidden:
        return Markup("")
    if side == "close":
        return Markup("</{}>").format(_TAGS[kind])
    line, ticked = _line(token, story), github.is_ticked(token)
    if ticked is not None:
        return Markup('<li class="tn-task" data-line="{}">').format(line) + Markup(github.box(ticked))
    more = _numbering(blocks, place) if token.type == "ordered_list_open" else ""
    return Markup('<{}{} data-line="{}">').format(_TAGS[kind], more, line)


def _numbering(passage: Sequence[Token], place: int) -> Markup:
    """The attributes of an ordered list: where its numbers begin, and how much room they need."""
    listed = markdown.numbers(passage, place)
    room = markdown.room_for(listed)
    return inline_html.numbered_from(listed.start) + (Markup(' class="{}"').format(room) if room else "")


def _unprintable(story: Manuscript[Story], passage: Sequence[Token]) -> Iterator[Problem]:
    for token in passage:
        parts = (part for part in (token, *(token.children or ())) if not footnotes.is_frame(part))
        for kind in dict.fromkeys(part.type for part in parts if part.type in _REFUSED):
            title = story.fields.title
            what = f"The excerpt of “{title}” has {_REFUSED[kind]}, which can’t stand on the stories’ sheet."
            yield Problem(story.path, _line(token, story), NAME, what, _MEND)


def _line(token: Token, story: Manuscript[Story]) -> int:
    return story.source.body_line + (token.map[0] if token.map else 0)
