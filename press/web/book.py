"""What a book is: the pages and files of a site, as plain Markdown that knows no site generator."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markdown_it.token import Token

from press.manuscript import links, markdown
from press.manuscript.markdown import Heading
from press.web.citations import Byline

# Boxes that the theme lays pages out with stand alone on their lines. To a plain Markdown converter they would make all that
# is inside them plain text, so `Page.markdown` goes without.
_BOX = re.compile(r'^(?:<(?:div|section) class="tn-[a-z -]+">|</(?:div|section)>|<div id="drawn-[a-z]+"></div>)\n', re.M)


@dataclass(frozen=True)
class Page:
    """One page. `uri` is its Markdown file within the book, such as "stories/the-list.md".

    Its Markdown is what a template puts `before` and `after`, and between them the `body` of the manuscript at `source`;
    that is empty for a page made of others. `goals` is what its links may lead to. `facets` are what search filters by;
    `label` is the fixed label of a story that no single real person told; `hue` names its toolkit's colour; `form` is what
    the theme makes a form of, below the text. `drawn` are filters and pictures that the cleaner would not let through: the
    press's own HTML, by the name of its place. `linked` is what schema.org calls it. `byline` says who speaks, where the page
    can be cited.
    """

    uri: str
    title: str
    description: str
    kind: str
    before: str
    after: str = ""
    body: str = ""
    source: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    label: str = ""
    searchable: bool = True
    hue: str = ""
    drawn: Mapping[str, str] = field(default_factory=dict)
    goals: links.Goals = field(default_factory=links.Goals)
    byline: Byline | None = None
    tokens: Sequence[Token] | None = field(default=None, compare=False, repr=False)
    form: Mapping[str, Any] = field(default_factory=dict)
    linked: Mapping[str, Any] = field(default_factory=dict)

    @property
    def markdown(self) -> str:
        """The whole page as Markdown, with its links as they hold between the book's pages."""
        body = links.on_site(self.body, self.source, self.goals).strip("\n")
        text = "\n\n".join(part for part in (self.before, body, self.after) if part) + "\n"
        return re.sub(r"\n{3,}", "\n\n", _BOX.sub("", text)).lstrip("\n")

    def put_in(self, html: str) -> str:
        """The page's cleaned `html` with what is drawn in its places."""
        for name, part in self.drawn.items():
            html = html.replace(f'<div id="drawn-{name}"></div>', part)
        return html

    def html(
        self, resolve: Callable[[str], str], meanings: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[str, str, tuple[Heading, ...]]:
        """The page's opening and what follows it as HTML, not yet cleaned, and its headings.

        `resolve` turns a link of the body, relative to the manuscript at `source`, into an address on the site, or into ""
        where its words stand alone; `meanings` are what glossary entries say, by their address. The body's headings take
        their anchors first, so that they are the same here, on GitHub and in the checks.
        """
        parts = [markdown.parse(self.before), self.tokens or markdown.parse(self.body), markdown.parse(self.after)]
        taken: set[str] = set()
        heads = {number: markdown.headings(parts[number], taken) for number in (1, 0, 2)}
        html = [
            markdown.render(part, resolve, (heading.anchor for heading in heads[number]), meanings)
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
