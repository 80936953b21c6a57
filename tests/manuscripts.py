"""Finds in the project's own manuscripts what a test of the whole publication needs, so that no test has to name one of them."""

import functools
import re
from collections import Counter
from typing import Any

from press.handouts.sheets import leaders
from press.library import edition, fields_page, kinds
from press.library.edition import Edition, Volume
from press.library.load import load
from press.library.manuscript import Manuscript
from press.library.model import Activity, Doc, Story
from press.manuscript import glossary, links, markdown
from press.manuscript.glossary import Term
from press.manuscript.source import Source
from press.publishing import publish
from press.web import listings, templating
from press.web.form import questions
from projects import ROOT


@functools.cache
def web() -> Edition:
    """What of the project's manuscripts may appear on the web today."""
    return edition.prepare(load(ROOT), "web", publish.today())


def address(path: str) -> str:
    """Where the manuscript or list at `path` stands on the site, below the site's own address."""
    place = templating.address(links.uri(path))
    return f"{place}/" if place else ""


@functools.cache
def page_of_each_kind() -> dict[str, str]:
    """The address of one page of each kind, by the kind's name."""
    told = an_illustrative_story()
    return {
        "home": "",
        "toolkits": "toolkits/",
        "toolkit": address(a_toolkit().toolkit.path),
        "activity": address(an_activity().path),
        "stories": address(kinds.STORIES),
        "story": address(told.path),
        "theme": address(listings.theme_uri(told.fields.themes[0])),
        "state": address(listings.state_uri(told.fields.state)),
        "activities": address(listings.ACTIVITIES),
        "handouts": "handouts/",
        "report": address(the_longest_page().path),
        "guide": address(the_page_with_the_most_lists().path),
        "glossary": address(glossary.PATH),
        "leaders": address(the_leaders_page().path),
        "contributing": address(a_sections_first_page().path),
        "fields": address(fields_page.PATH),
        "form": address(questions.PATH),
        "missing": "no-such-page/",
    }


def a_toolkit() -> Volume:
    """The toolkit with the most activities."""
    return max(web().volumes, key=lambda volume: len(volume.activities))


def an_activity() -> Manuscript[Activity]:
    """The second activity of `a_toolkit`, which has others before and after it."""
    return a_toolkit().activities[1]


def the_activity_after_it() -> Manuscript[Activity]:
    """The third activity of `a_toolkit`."""
    return a_toolkit().activities[2]


def an_illustrative_story() -> Manuscript[Story]:
    """The newest story that was written as an example."""
    return next(story for story in web().stories if story.fields.kind == "illustrative")


def the_leaders_page() -> Manuscript[Doc]:
    """The page of `docs/` whose tables the sheet for leaders prints."""
    return next(page for page in web().docs if page.name == leaders.NAME)


def the_longest_page() -> Manuscript[Doc]:
    """The longest page that lies in `docs/` itself, but for those that the program has a use of its own for."""
    own = {glossary.PATH, the_leaders_page().path}
    pages = (page for page in web().docs if page.path.count("/") == 1 and page.path not in own)
    return max(pages, key=lambda page: len(page.source.body))


def the_page_with_the_most_lists() -> Manuscript[Doc]:
    """The page of `docs/` that numbers its steps most often."""
    return max(web().docs, key=lambda page: sum(token.type == "ordered_list_open" for token in page.source.tokens))


def a_sections_first_page() -> Manuscript[Doc]:
    """The opening page of a folder within `docs/`."""
    return next(page for page in web().docs if page.path.count("/") > 1 and page.path.endswith("/index.md"))


def a_rare_term() -> Term:
    """The term of the glossary that the fewest texts have, so that no other page is about it."""
    sources = load(ROOT).sources
    bodies = [source.body.lower() for source in sources.values()]
    return min(glossary.terms(sources[glossary.PATH]), key=lambda term: sum(term.name.lower() in body for body in bodies))


def a_theme_of_one_word() -> str:
    """Of the themes with one word, the one that the fewest stories are about."""
    return min((part for part in listings.themes(web()) if " " not in part.name), key=lambda part: part.count).name


def a_word_of_every_kind_of_page() -> str:
    """Of the words of eight letters or more that stories, activities and pages have, the one that stands in the most texts."""
    kinds_of_page = (web().stories, [entry for volume in web().volumes for entry in volume.activities], web().docs)
    texts = [[_words(entry.source) for entry in entries] for entries in kinds_of_page]
    counts = Counter(word for words in texts for text in words for word in text)
    return max(sorted(set.intersection(*(set().union(*words) for words in texts))), key=lambda word: counts[word])


def _words(source: Source) -> set[str]:
    texts = (markdown.plain(token) for token in source.tokens if token.type == "inline")
    return {word for text in texts for word in re.findall(r"\b[a-z]{8,}\b", text)}


def table_rows(page: Manuscript[Any]) -> list[list[str]]:
    """The rows of all tables on a page as they are written, without the lines below their heads."""
    lines = [line.strip("| ").split(" | ") for line in page.source.body.splitlines() if line.startswith("|")]
    return [cells for cells in lines if set("".join(cells)) - set("-|: ")]
