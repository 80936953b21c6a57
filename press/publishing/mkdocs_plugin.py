"""Turns a book's pages into MkDocs pages; the only module that knows MkDocs.

MkDocs keeps what it does well: navigation, templates, strict links, live reload. The manuscripts' reading, checking and
Markdown are the press's own, so that another generator can take MkDocs's place.
"""

import contextlib
import datetime
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from press import handouts
from press.disk.scratch import WORK
from press.library import last_modified, settings, synonyms
from press.library.edition import Editions
from press.manuscript import images, links, sanitize
from press.manuscript.markdown import Heading
from press.publishing import build_log, intake, publish, search_index
from press.publishing.intake import Sound
from press.publishing.showing import RELOAD
from press.web import citations, facets, feeds, json_ld, pages, redirects, social_cards, templating, to_mend
from press.web.book import Asset, Book, Page
from press.web.to_mend import ToMend

# Material's own scripts, styles and pictures: press/theme brings its own. And what `make serve` alone hands out.
NOT_OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", RELOAD)
FONTS = Path(__file__).parents[1] / "fonts"  # the handouts set theirs from the same folder

log = logging.getLogger("mkdocs.plugins.press")


class BuildFailed(Exception):
    """MkDocs could not build the site; the text says why in plain words, one reason a line."""


@dataclass(frozen=True)
class _Task:
    """What the plugin is to make. Where there is `to_mend`, it is a preview; `address` is that of the site, where not its own.

    `sources` has the manuscript of each page as soon as it is known.
    """

    root: Path
    editions: Editions
    to_mend: ToMend | None = None
    address: str = ""
    with_search: bool = True
    sources: dict[str, str] = field(default_factory=dict)


def build(root: Path, site: Path, editions: Editions, strict: bool = True, settings_of: Path | None = None) -> None:
    """Build the site of `editions` into the folder `site`, for the project at `root`. Raises BuildFailed and OSError.

    `settings_of` is the folder whose mkdocs.yml counts, where not the project's own.
    """
    task = _Task(root, editions)
    with _in_plain_words(task.sources) as lines:
        _build(task, site, strict, settings_of or root)
    if strict and lines:
        raise BuildFailed(build_log.told(lines, task.sources))


def preview(root: Path, site: Path, sound: Sound, address: str = "") -> None:
    """Build the site of what is `sound` into the folder `site`, with messages in the place of what is not; never for publishing.

    With an `address`, it is built for that, and without its search index (see `search_index`). Raises BuildFailed and OSError.
    """
    task = _Task(root, sound.editions, sound.to_mend, address, with_search=not address)
    with _in_plain_words(task.sources):
        _build(task, site, False, root)


@contextlib.contextmanager
def _in_plain_words(sources: Mapping[str, str]) -> Iterator[list[tuple[str, str]]]:
    """Meanwhile, whatever ends a build is told as BuildFailed; gives what was warned of."""
    with build_log.kept() as lines:
        try:
            yield lines
        except PluginError as error:
            raise BuildFailed(build_log.told(lines, sources) or str(error)) from error
        except Exception as error:  # whatever MkDocs or a template ends with: a traceback helps no teacher
            if isinstance(error, OSError) and not isinstance(error, TemplateError):  # a template that is missing is both
                raise
            raise BuildFailed(build_log.why(lines, sources, error)) from error


def _build(task: _Task, site: Path, strict: bool, settings_of: Path) -> None:
    # Nothing is watched: a folder that is missing, such as one without a story yet, must stop no build.
    config = load_config(str(settings_of / settings.FILE), site_dir=str(site), strict=strict, watch=[])
    plugin = config.plugins["press"]
    assert isinstance(plugin, PressPlugin)
    plugin.given = task
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)


class PressConfig(base.Config):  # type: ignore[no-untyped-call] # MkDocs is typed in part
    """The plugin's options in mkdocs.yml."""

    handouts = config_options.Type(str, default=".press/handouts")


class PressPlugin(BasePlugin[PressConfig]):  # type: ignore[no-untyped-call]
    """Mounts the press's pages beside MkDocs's own; see the module's first sentence."""

    given: _Task | None = None  # by `build`
    task: _Task
    book: Book

    def __init__(self) -> None:
        self.sizes: dict[str, tuple[int, int]] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the manuscripts, unless `build` has, and put the toolkits into the navigation."""
        home = Path(config.config_file_path).parent
        addresses = settings.load(home)
        task = self.task = self.given or _by_itself(home)
        root, editions = task.root, task.editions
        config.site_url = task.address or addresses.site_url
        config.edit_uri = addresses.edit_url("")
        web, folder = editions.web, root / self.config.handouts
        kept = handouts.kept(editions.printed, addresses.site_url, folder)
        self.changed = last_modified.last_changed(root)
        self.extra = (
            *feeds.assets(web, config.site_url or "/", config.site_name),
            *social_cards.assets(web, config.site_name, config.site_description or ""),
        )
        with templating.kept_compiled(root / WORK / "templates") as self.compiled:
            self.book = pages.bind(web, kept, addresses.contact, addresses.new_file_url)
            if task.to_mend:
                self.book = to_mend.put_in(self.book, task.to_mend)
        config.nav = _with_contents(config.nav or [], self.book)
        return config

    @event_priority(100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace what lies under docs/ by the book: nothing reaches the site that the press has not read."""
        self.task.sources.update((page.uri, page.source) for page in self.book.pages)
        for file in list(files):
            if file.src_dir == config.docs_dir or file.src_uri.startswith(NOT_OURS):
                files.remove(file)
        for page in self.book.pages:
            file = File.generated(config, page.uri, content="")
            file.edit_uri = page.source or None
            if not page.in_menu:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
            made = BookPage(page, file, config, self.book.meanings, self.changed.get(page.source))
            made.sizes = self.sizes  # filled when the pictures are added below; pages are rendered after that
        for redirect in self.book.redirects:
            page_there = redirects.html(redirect, config.site_url or "/")
            files.append(File.generated(config, f"{redirect.address}/index.html", content=page_there))
        fonts = [path for path in sorted(FONTS.iterdir()) if path.name == "web.css" or path.suffix in (".woff2", ".txt")]
        for asset in (*self.book.assets, *self.extra, *(Asset(f"assets/fonts/{path.name}", path, False) for path in fonts)):
            self._add(asset, files, config)
        return files

    def _add(self, asset: Asset, files: Files, config: MkDocsConfig) -> None:
        if not asset.is_picture:
            source = {"abs_src_path": str(asset.path)} if asset.content is None else {"content": asset.content}
            files.append(File.generated(config, asset.uri, **source))
            return
        try:
            content = images.publishable(asset.path, self.task.root / WORK / "pictures")
        except images.BadPicture as error:
            log.warning("%s: this picture can't be opened (%s).", asset.path.name, error)
            return
        self.sizes[asset.uri] = images.size(content)
        files.append(File.generated(config, asset.uri, content=content))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme keep parts that many pages share: header and footer are an eighth of a build otherwise."""
        kept: dict[object, str] = {}

        def once(key: object, caller: Callable[[], str]) -> str:
            if key not in kept:
                kept[key] = caller()
            return kept[key]

        env.globals["once"] = once
        env.globals["to_mend"] = self.task.to_mend
        env.globals["narrow_by"] = facets.offered(page.facets for page in self.book.pages if page.searchable)
        env.bytecode_cache = self.compiled
        return env

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Index the finished pages."""
        if not self.task.with_search:
            return
        try:
            stand_ins, _ = synonyms.read(self.task.root)
            search_index.index(Path(config.site_dir), self.task.root / WORK / "scratch", stand_ins)
        except search_index.SearchFailed as error:
            raise PluginError(f"The search index could not be made: {error}") from error


def _by_itself(root: Path) -> _Task:
    """What is made where MkDocs was called and not the press: a preview, after a line for each thing to mend."""
    sound = intake.sound(root, publish.today())
    for problem in sound.to_mend.every:
        log.warning("%s", problem)
    return _Task(root, sound.editions, sound.to_mend)


def _with_contents(nav: list[Any], book: Book) -> list[Any]:
    """`nav` with the toolkits and their activities where it says `toolkits/`."""
    titles = {page.uri: escape(page.title) for page in book.pages}
    toolkits = [
        "toolkits/index.md",
        *({titles[first]: [first, *rest]} for first, rest in book.contents),
        "activities.md",
        "handouts.md",
    ]
    return [
        {title: toolkits if goal == "toolkits/" else goal for title, goal in item.items()} if isinstance(item, Mapping) else item
        for item in nav
    ]


class BookPage(MkDocsPage):
    """A page of the book as MkDocs sees it. Titles and such are escaped here: the theme's templates don't."""

    opening = ""  # the HTML that stands before the page's tools, if it has any; `content` follows
    sizes: Mapping[str, tuple[int, int]] = MappingProxyType({})  # of each picture, by its address on the site

    def __init__(
        self, page: Page, file: File, config: MkDocsConfig, meanings: Mapping[str, str], changed: datetime.date | None
    ) -> None:
        self.book_page, self.meanings, self.changed = page, meanings, changed
        super().__init__(escape(page.title), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the page's values as they are, with no front matter to look for."""
        page = self.book_page
        self.markdown = page.body
        self.references: tuple[citations.Reference, ...] = ()
        if page.byline and self.canonical_url:
            byline = replace(page.byline, published=page.byline.published or self.changed)
            self.references = citations.references(byline, page.title, config.site_name, self.canonical_url)
        self.meta = {
            "title": escape(page.title),
            "description": escape(page.description),
            "view": page.view,
            "tools": page.has_tools,
            "label": escape(page.label),
            "hue": page.hue,
            "searchable": page.searchable,
            "drawn": tuple(page.drawn),
            "linked": json_ld.script(page.linked, self.canonical_url or "", config.site_name) if page.linked else "",
            **page.form,  # the theme escapes what it takes from here
            "facets": {name: [escape(value) for value in values] for name, values in page.facets.items()},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make clean HTML, with headings to jump to and links that MkDocs can validate."""
        self.links_to_anchors = {}
        page = self.book_page
        opening, rest, headings = page.html(lambda written: self._resolve(written, files), self.meanings, self._size)
        self.toc = get_toc(_nested(headings))  # type: ignore[arg-type]
        self.present_anchor_ids = {heading.anchor for heading in headings}
        # Apart, so that the theme's tools can stand between: below what the page is, above its sections. The home page's
        # opening ends within its text.
        opening, section, more = opening.partition("<section")
        opening, rest = ("", opening + section + more + rest) if page.view == "home" else (opening, section + more + rest)
        self.opening, self.content = (page.put_in(sanitize.clean(part)) for part in (opening, rest))

    def _resolve(self, written: str, files: Files) -> str:
        """The address on the site of a link as the manuscript has it; "" where it leads nowhere today."""
        assert self.links_to_anchors is not None
        own, goals = self.book_page.source, self.book_page.goals
        if written.startswith("#"):
            return self._expect(self.file, links.place(written, goals.pages.get(own)) or written, written)
        if not links.is_relative(written):
            return written
        goal = links.goal_of(written, own, goals)
        file = files.get_file_from_path(goal.uri) if goal.uri else None
        if file is None:
            return ""
        return file.url_relative_to(self.file) + self._expect(file, links.place(written, goal.source), written)

    def _size(self, written: str) -> tuple[int, int]:
        """How large the picture at such an address is: 0 by 0 where it is none of the project's."""
        page = self.book_page
        known = self.sizes.get(links.goal_of(written, page.source, page.goals).uri) if links.is_relative(written) else None
        return known or (0, 0)

    def _expect(self, file: File, place: str, written: str) -> str:
        """The `place` on the page of `file`, where MkDocs is let to look whether it is there."""
        anchor = place.removeprefix("#")
        if anchor and self.links_to_anchors is not None:
            self.links_to_anchors.setdefault(file, {}).setdefault(unquote(anchor), written)
        return place


def _nested(headings: Sequence[Heading]) -> list[dict[str, Any]]:
    """The headings as the nested list that MkDocs makes its table of contents from."""
    top: list[dict[str, Any]] = []
    above: list[dict[str, Any]] = []
    for heading in headings:
        entry = {"level": heading.level, "id": heading.anchor, "name": escape(heading.title), "children": []}
        while above and above[-1]["level"] >= heading.level:
            above.pop()
        (above[-1]["children"] if above else top).append(entry)
        above.append(entry)
    return top
