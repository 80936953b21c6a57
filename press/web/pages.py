"""Turns an edition into a book: plain Markdown pages with their addresses; knows no site generator."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from press.handouts import Kept
from press.library.edition import Edition, Volume
from press.library.fields_page import PATH as FIELDS
from press.library.manuscript import Manuscript
from press.library.model import Activity, Doc, Story, Withdrawn
from press.manuscript import glossary, links
from press.manuscript.source import Source
from press.web import body_blocks, excerpts, facets, json_ld, listings, redirects, timeline_chart
from press.web.book import Asset, Book, Page
from press.web.citations import Byline
from press.web.downloads import Offers
from press.web.form import questions, rules, steps
from press.web.related import Related
from press.web.templating import Template, draw


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
        yield from map(self.other, self.edition.others)
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

    def page(self, entry: Manuscript[Any], view: str = "", **more: Any) -> Page:
        """The page of a manuscript, as the table of kinds has it; `more` goes before that."""
        kind, uri = entry.kind, links.uri(entry.path)
        usual: dict[str, Any] = {
            "has_tools": kind.has_tools,
            "in_menu": kind.in_menu,
            "searchable": kind.in_search,
            "source": entry.path,
            "credits": self.credits(entry.source),
        }
        return Page(uri, view=view or kind.name, **(usual | more))

    def credits(self, text: Source) -> dict[str, str]:
        """Who made the pictures that `text` shows; another manuscript of its folder may have listed one."""
        folder = text.path.rpartition("/")[0]
        shown = dict.fromkeys(unquote(address) for _, address in links.destinations(text.tokens))
        return {file: made for file in shown if (made := self.edition.credits.get(f"{folder}/{file}"))}

    def doc(self, entry: Manuscript[Doc]) -> Page:
        if entry.path == questions.PATH:
            return self.write(entry)
        uri, about = links.uri(entry.path), entry.fields
        is_home = uri == "index.md"
        view = "home" if is_home else "doc"
        before, after = self.template(view, uri, title=about.title)

        def insert(name: str) -> str:
            return self.template(f"insert-{name}", uri)[0]

        body = body_blocks.home(entry.source, insert, after) if is_home else body_blocks.page(entry.source, insert)
        return self.page(
            entry,
            view,
            title=about.title,
            description=about.description,
            before=before,
            after="" if is_home else after,
            body=body,
            facets=facets.on_page(entry.kind.title),
            byline=None if is_home else Byline(),
            has_tools=not is_home,
            searchable=entry.path != FIELDS,  # a reader who looks for a theme has no use for the list of fields
        )

    def toolkits(self) -> Page:
        about = "Three toolkits for teachers and school leaders: personal inquiry, a community of practice, a systems lens."
        return self.listing("toolkits/index.md", "toolkits", "Toolkits", about)

    def shelf(self) -> Page:
        about = "Every handout to print or to fill in on the screen, in US Letter and A4."
        return self.listing("handouts.md", "handouts", "Handouts", about)

    def listing(self, uri: str, template: str, title: str, about: str) -> Page:
        """A page that lists others."""
        before, after = self.template(template, uri, title=title, about=about)
        return Page(uri, title, about, "list", before, after)

    def toolkit(self, volume: Volume) -> Page:
        entry, uri = volume.toolkit, links.uri(volume.toolkit.path)
        minutes = timeline_chart.minutes(volume)
        time = timeline_chart.in_words(minutes)
        before, after = self.template(
            "toolkit", uri, volume=volume, time=time, who=excerpts.opening(entry.source, "Who it is for")
        )
        arches, groups = timeline_chart.arches(volume), {activity.fields.group for activity in volume.activities}
        chart = draw("arc", uri, arches=arches, total=minutes, time=time, people=timeline_chart.PEOPLE, groups=groups)
        return self.page(
            entry,
            title=entry.fields.title,
            description=entry.fields.summary,
            before=before,
            after=after,
            body=entry.source.body,
            tokens=entry.source.tokens,
            facets=facets.on_page(entry.kind.title),
            hue=hue(volume),
            byline=Byline(what=entry.kind.title),
            drawn={"arc": chart} if arches else {},
            linked=json_ld.toolkit(entry.fields),
        )

    def activity(self, entry: Manuscript[Activity]) -> Page:
        (volume, number), fields = self.places[entry.name], entry.fields
        before, after = self.template(
            "activity", links.uri(entry.path), entry=entry, volume=volume, number=number,
            stories=self.told.get(entry.name, [])[:6], steps=body_blocks.timetable(entry.source),
        )  # fmt: skip
        return self.page(
            entry,
            title=fields.title,
            description=fields.purpose,
            before=before,
            after=after,
            body=body_blocks.activity(entry.source),
            facets=facets.on_page(entry.kind.title, fields, facets.ACTIVITIES),
            hue=hue(volume),
            byline=Byline(what=entry.kind.title),
            linked=json_ld.activity(fields),
        )

    def story(self, entry: Manuscript[Story]) -> Page:
        fields = entry.fields
        shared = [self.activities[name] for name in fields.activities if name in self.activities]
        before, after = self.template(
            "story", links.uri(entry.path), entry=entry, activities=shared, related=self.related.to(entry),
            minutes=excerpts.reading_minutes(entry.source),
        )  # fmt: skip
        return self.page(
            entry,
            title=fields.title,
            description=fields.summary,
            before=before,
            after=after,
            body=entry.source.body,
            tokens=entry.source.tokens,
            facets=facets.on_page(entry.kind.title, fields, facets.STORIES),
            label=fields.label,
            byline=_byline(fields),
            linked=json_ld.story(fields),
        )

    def notice(self, entry: Manuscript[Withdrawn]) -> Page:
        title = "This story is no longer here"
        before, after = self.template("notice", links.uri(entry.path), title=title)
        return self.page(entry, title=title, description="", before=before, after=after, source="", credits={})

    def write(self, entry: Manuscript[Doc]) -> Page:
        about = entry.fields
        before, after = self.template("write", links.uri(entry.path), title=about.title, about=about.description)
        given = {"form": steps.steps(self.edition), "contact": self.contact, "new_file": self.new_file}
        return self.page(
            entry,
            "write",
            title=about.title,
            description=about.description,
            before=before,
            after=after,
            body=entry.source.body,
            form=given,
            has_tools=False,
        )

    def other(self, entry: Manuscript[Any]) -> Page:
        """The page of a kind that has no more than a template: its fields stand there as the template says."""
        fields = entry.fields
        before, after = self.template(entry.kind.name, links.uri(entry.path), entry=entry)
        return self.page(
            entry,
            title=fields.title,
            description=fields.description,
            before=before,
            after=after,
            body=entry.source.body,
            tokens=entry.source.tokens,
            facets=facets.on_page(entry.kind.title),
            byline=Byline() if entry.kind.has_tools else None,
        )


def hue(volume: Volume) -> str:
    """The name of the toolkit's colour."""
    return f"tn-{volume.toolkit.fields.letter.lower()}"


def in_words(day: datetime.date) -> str:
    """A date as American readers write it: "November 22, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"


def _byline(story: Story) -> Byline:
    """Who tells `story`, as far as they consented; an illustrative one is the publication's own."""
    sort = f"{story.kind.capitalize()} story" if story.label else ""
    return Byline(story.author or "", story.kind == "illustrative", sort, story.published, story.interviewer or "")
