"""Turns an edition into a book: plain Markdown pages with their addresses; knows no site generator."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from press.handouts import Kept
from press.library.edition import Edition, Volume
from press.library.fields_page import PATH as FIELDS
from press.library.manuscript import Manuscript
from press.library.model import Activity, Doc, Story, Withdrawn
from press.manuscript import glossary, links, outline
from press.web import body_blocks, excerpts, json_ld, listings, redirects, timeline_chart
from press.web.book import Asset, Book, Page
from press.web.citations import Byline
from press.web.downloads import Offers
from press.web.form import questions, rules
from press.web.related import Related
from press.web.templating import Template, draw

_INSERT = re.compile(r"^<!-- insert: (\w+) -->$", re.M)


def bind(edition: Edition, kept: Kept | None = None, contact: str = "", new_file: str = "") -> Book:
    """The book of `edition`, with the handouts that were `kept` to download and the editors' `contact`.

    `new_file` is where GitHub lets one write a new file.
    """
    binder = _Binder(edition, Offers(edition, kept), contact, new_file)
    assets = [*rules.assets(edition), *listings.indexes(edition)]
    assets += [Asset(links.uri(path), edition.root / path, True) for path in edition.pictures]
    assets += [Asset(f"handouts/{name}", kept.folder / name, False) for name in kept.files] if kept else []
    contents = tuple((_toolkit_uri(volume), tuple(links.uri(a.path) for a in volume.activities)) for volume in edition.volumes)
    written = (replace(page, goals=edition.goals) for page in binder.pages())
    meanings = {
        term.anchor: term.meaning for doc in edition.docs if doc.path == glossary.PATH for term in glossary.terms(doc.source)
    }
    bound = tuple(written)
    return Book(bound, tuple(assets), contents, meanings, redirects.redirects(edition, bound))


def _toolkit_uri(volume: Volume) -> str:
    return links.uri(volume.toolkit.path)


class _Binder:
    """Fills the templates; holds what several pages need so that it is worked out once."""

    def __init__(self, edition: Edition, offers: Offers, contact: str, new_file: str) -> None:
        self.edition, self.offers, self.contact, self.new_file = edition, offers, contact, new_file
        self.volumes = edition.volumes
        self.places = {a.name: (volume, number) for volume in self.volumes for number, a in enumerate(volume.activities, 1)}
        self.activities = {a.name: a for volume in self.volumes for a in volume.activities}
        self.related = Related(edition)
        self.told: dict[str, list[Manuscript[Story]]] = {}
        for story in edition.stories:
            for name in story.fields.activities:
                self.told.setdefault(name, []).append(story)

    def pages(self) -> Iterator[Page]:
        yield from map(self.doc, self.edition.docs)
        yield self.toolkits()
        yield self.shelf()
        for volume in self.volumes:
            yield self.toolkit(volume)
            yield from (self.activity(activity) for activity in volume.activities)
        yield from map(self.story, self.edition.stories)
        yield from map(self.notice, self.edition.notices)
        yield from listings.stories(self.edition, self.template)
        yield listings.activities(self.edition, self.template)

    def template(self, name: str, uri: str, **values: object) -> tuple[str, str]:
        tools = {
            "hue": hue,
            "theme_uri": listings.theme_uri,
            "in_words": in_words,
            "passage": excerpts.passage,
            "reading_minutes": excerpts.reading_minutes,
        }
        return Template(name).fill(uri, binder=self, **tools, **values)

    def doc(self, entry: Manuscript[Doc]) -> Page:
        if entry.path == questions.PATH:
            return self.write(entry)
        uri, about = links.uri(entry.path), entry.fields
        kind = "home" if uri == "index.md" else "doc"
        before, after = self.template(kind, uri, title=about.title)
        body = _INSERT.sub(lambda found: self.insert(found[1], uri), body_blocks.prompts(entry.source.body))
        if kind == "home":
            body, after = body_blocks.bands(body, after), ""
        return Page(
            uri, about.title, about.description, kind, before, after, body, entry.path, {"kind": ("Page",)},
            byline=Byline() if kind == "doc" else None,
            searchable=entry.path != FIELDS,  # a reader who looks for a theme has no use for the list of fields
        )  # fmt: skip

    def insert(self, name: str, uri: str) -> str:
        """A generated part of a hand-written page, by its name in `outline.INSERTS`."""
        return self.template(f"insert-{name}", uri)[0] if name in outline.INSERTS else ""

    def toolkits(self) -> Page:
        uri, title = "toolkits/index.md", "Toolkits"
        about = "Three toolkits for teachers and school leaders: personal inquiry, a community of practice, a systems lens."
        return Page(uri, title, about, "list", *self.template("toolkits", uri, title=title, about=about), searchable=False)

    def toolkit(self, volume: Volume) -> Page:
        entry, uri = volume.toolkit, links.uri(volume.toolkit.path)
        minutes = timeline_chart.minutes(volume)
        time = timeline_chart.in_words(minutes)
        before, after = self.template(
            "toolkit", uri, volume=volume, time=time, who=excerpts.opening(entry.source, "Who it is for")
        )
        arches, groups = timeline_chart.arches(volume), {activity.fields.group for activity in volume.activities}
        chart = draw("arc", uri, arches=arches, total=minutes, time=time, people=timeline_chart.PEOPLE, groups=groups)
        return Page(
            uri, entry.fields.title, entry.fields.summary, "toolkit", before, after, entry.source.body, entry.path,
            {"kind": ("Toolkit",)}, hue=hue(volume), byline=Byline(what="Toolkit"), tokens=entry.source.tokens,
            drawn={"arc": chart} if arches else {}, linked=json_ld.toolkit(entry.fields),
        )  # fmt: skip

    def activity(self, entry: Manuscript[Activity]) -> Page:
        (volume, number), fields = self.places[entry.name], entry.fields
        uri = links.uri(entry.path)
        before, after = self.template(
            "activity", uri, entry=entry, volume=volume, number=number, stories=self.told.get(entry.name, [])[:6],
            steps=body_blocks.timetable(entry.source),
        )  # fmt: skip
        facets = {"kind": ("Activity",), "theme": _titles(fields.themes), "role": _titles(fields.roles)}
        return Page(
            uri, fields.title, fields.purpose, "activity", before, after, body_blocks.activity(entry.source), entry.path, facets,
            hue=hue(volume), byline=Byline(what="Activity"), linked=json_ld.activity(fields),
        )  # fmt: skip

    def story(self, entry: Manuscript[Story]) -> Page:
        uri, fields = links.uri(entry.path), entry.fields
        shared = [self.activities[name] for name in fields.activities if name in self.activities]
        before, after = self.template(
            "story", uri, entry=entry, activities=shared, related=self.related.to(entry),
            minutes=excerpts.reading_minutes(entry.source),
        )  # fmt: skip
        facets = {
            "kind": ("Story",),
            "theme": _titles(fields.themes),
            "role": _titles([fields.role]),
            "state": (fields.state,),
            "grade": _titles([fields.grades]),
            "told": _titles([fields.kind]),
        }
        return Page(
            uri, fields.title, fields.summary, "story", before, after, entry.source.body, entry.path, facets,
            fields.label, byline=_byline(fields), tokens=entry.source.tokens, linked=json_ld.story(fields),
        )  # fmt: skip

    def notice(self, entry: Manuscript[Withdrawn]) -> Page:
        uri, title = links.uri(entry.path), "This story is no longer here"
        return Page(uri, title, "", "notice", *self.template("notice", uri, title=title), searchable=False)

    def write(self, entry: Manuscript[Doc]) -> Page:
        uri, about = links.uri(entry.path), entry.fields
        before, after = self.template("write", uri, title=about.title, about=about.description)
        given = {"form": questions.parts(self.edition), "contact": self.contact, "new_file": self.new_file}
        return Page(uri, about.title, about.description, "write", before, after, entry.source.body, entry.path, form=given)

    def shelf(self) -> Page:
        uri, title = "handouts.md", "Handouts"
        about = "Every handout to print or to fill in on the screen, in US Letter and A4."
        return Page(uri, title, about, "list", *self.template("handouts", uri, title=title, about=about), searchable=False)


def hue(volume: Volume) -> str:
    """The name of the toolkit's colour."""
    return f"tn-{volume.toolkit.fields.letter.lower()}"


def in_words(day: datetime.date) -> str:
    """A date as American readers write it: "November 22, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"


def _titles(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value[0].upper() + value[1:] for value in values)


def _byline(story: Story) -> Byline:
    """Who tells `story`, as far as they consented; an illustrative one is the publication's own."""
    sort = f"{story.kind.capitalize()} story" if story.label else ""
    return Byline(story.author or "", story.kind == "illustrative", sort, story.published)
