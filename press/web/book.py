"""What a book is: the pages and files of a site, as plain Markdown that knows no site generator."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from press.manuscript import links, markdown
from press.manuscript.markdown import Heading, Shown
from press.web.citations import Byline
from press.web.templating import as_written

# Boxes that the theme lays pages out with stand alone on their lines. To a plain Markdown converter they would make all that
# is inside them plain text, so `Page.markdown` goes without.
_BOX = re.compile(r'^(?:<(?:div|section) class="tn-[a-z -]+">|</(?:div|section)>|<div id="drawn-[a-z]+"></div>)\n', re.M)
_OWN = re.compile(r'href="#([^"]+)"')
# Where a list's own parts are found, which no heading of a list may be: such a page has no text of a manuscript.
OF_LISTS = ("cards", "find", "find-none", "pager")


@dataclass(frozen=True)
class Page:
    """One page of plain Markdown: what a template puts `before` and `after`, and between them a manuscript's `body`."""

    uri: str
    """Its Markdown file within the book, such as "stories/the-list.md"."""
    title: str
    description: str
    view: str
    """How it is laid out: as its manuscript's kind is, or as "home", "doc", "list" or "write", the form for stories."""
    before: str
    after: str = ""
    body: str = ""
    source: str = ""
    """The manuscript's path; empty for a page made of others."""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What search filters by."""
    label: str = ""
    """The fixed label of a story that no single real person told."""
    searchable: bool = False
    has_tools: bool = False
    in_menu: bool = False
    """These three as in the table of kinds."""
    hue: str = ""
    """The name of its toolkit's colour."""
    drawn: Mapping[str, str] = field(default_factory=dict)
    """Filters and pictures that the cleaner would not let through: the press's own HTML, by the name of its place."""
    goals: links.Goals = field(default_factory=links.Goals)
    """What its links may lead to."""
    byline: Byline | None = None
    """Who speaks, where the page can be cited."""
    tokens: Sequence[Token] | None = field(default=None, compare=False, repr=False)
    credits: Mapping[str, str] = field(default_factory=dict)
    """Who made its pictures, by the picture's file as the manuscript names it."""
    form: Mapping[str, Any] = field(default_factory=dict)
    """What the theme makes a form of, below the text."""
    linked: Mapping[str, Any] = field(default_factory=dict)
    """What schema.org calls it."""

    @property
    def markdown(self) -> str:
        """The whole page as Markdown, with its links as they hold between the book's pages."""
        body = links.on_site(self.body, self.source, self.goals).strip("\n")
        body = "\n\n".join([body, *(f"*{file}: {as_written(credit)}*" for file, credit in self.credits.items())])
        text = "\n\n".join(part for part in (self._before_elsewhere(), body, self.after) if part) + "\n"
        return re.sub(r"\n{3,}", "\n\n", _BOX.sub("", text)).lstrip("\n")

    def _before_elsewhere(self) -> str:
        """What stands before the body, with links to its headings as other generators make their addresses: as GitHub does."""
        source = self.goals.pages.get(self.source)
        names = {place: name for name, place in source.places.items()} if source else {}
        return _OWN.sub(lambda found: f'href="#{names.get(found[1], found[1])}"', self.before)

    def put_in(self, html: str) -> str:
        """The page's cleaned `html` with what is drawn in its places."""
        for name, part in self.drawn.items():
            html = html.replace(f'<div id="drawn-{name}"></div>', part)
        return html

    def html(
        self,
        resolve: Callable[[str], str],
        meanings: Mapping[str, str] = MappingProxyType({}),
        size: Callable[[str], tuple[int, int]] = lambda written: (0, 0),
    ) -> tuple[str, str, tuple[Heading, ...]]:
        """The page's opening and what follows it as HTML, not yet cleaned, and its headings.

        `resolve` turns a link of the body, relative to the manuscript at `source`, into an address on the site, or into ""
        where its words stand alone; `meanings` are what glossary entries say, by their address, and `size` tells how
        large a picture is. The body's headings take their anchors first, so that they are the same here, on GitHub and in the
        checks.
        """

        def look(written: str) -> Shown:
            return Shown(*size(written), self.credits.get(unquote(written), ""))

        parts = [markdown.parse(self.before), self.tokens or markdown.parse(self.body), markdown.parse(self.after)]
        taken = set() if self.body else set(OF_LISTS)
        heads = {number: markdown.headings(parts[number], taken) for number in (1, 0, 2)}
        html = [
            markdown.render(part, resolve, (heading.found for heading in heads[number]), meanings, look)
            for number, part in enumerate(parts)
        ]
        return html[0], html[1] + html[2], heads[0] + heads[1] + heads[2]


@dataclass(frozen=True)
class Asset:
    """A file of the book that is no page. A picture is re-encoded on its way out (see `press.manuscript.images`).

    What the press makes itself lies nowhere: it is `content`, and `path` is empty.
    """

    uri: str
    path: Path
    is_picture: bool
    content: bytes | None = None


@dataclass(frozen=True)
class Redirect:
    """An old address, such as "stories/the-list", and the page that it leads to now."""

    address: str
    goal: str


@dataclass(frozen=True)
class Book:
    """Every page and file of the site; `contents` are the toolkits' pages in reading order.

    `meanings` are what the glossary's entries say, by their address on the glossary page; `redirects` lead from old addresses.
    """

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    contents: tuple[tuple[str, tuple[str, ...]], ...]
    meanings: Mapping[str, str]
    redirects: tuple[Redirect, ...] = ()
