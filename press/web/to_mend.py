"""Turns what is to mend into pages of a preview: its messages in the place of each faulty manuscript, and a list of them all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from press.manuscript import links
from press.manuscript.problem import Problem
from press.web.book import Book, Page
from press.web.templating import Template

LIST = "to-mend.md"
_REFUSED = frozenset('<>:"|*?\\')  # signs that a file's name can't have everywhere, as in an archive for Windows


@dataclass(frozen=True)
class ToMend:
    """What stops publishing: `every` problem, and those `of_page` by the path of the manuscript that they keep away.

    A manuscript that may not appear anyway is not among these. No message repeats what a text says.
    """

    of_page: Mapping[str, tuple[Problem, ...]]
    every: tuple[Problem, ...]


def put_in(book: Book, to_mend: ToMend) -> Book:
    """The `book` with messages in the place of each page that has something to mend, and with the list of all of it.

    Notices stay as they are, and so do pages that the press makes of others.
    """
    kept = {page.uri for page in book.pages if page.view == "notice" or not page.source}
    faulty = {
        path: found
        for path, found in to_mend.of_page.items()
        if found and path.endswith(".md") and links.uri(path) not in kept and not _REFUSED & set(path)
    }
    instead = {links.uri(path): _page(path, found) for path, found in faulty.items()}
    pages = {page.uri: page for page in book.pages} | instead
    return replace(book, pages=tuple((pages | {LIST: _list(to_mend, frozenset(faulty))}).values()))


def _page(path: str, found: tuple[Problem, ...]) -> Page:
    title, uri = f"To mend: {path}", links.uri(path)
    before, _ = Template("to-mend").fill(uri, title=title, path=path, found=found)
    return Page(uri, title, "", "to-mend", before)


def _list(to_mend: ToMend, shown: frozenset[str]) -> Page:
    title, count = "What is to mend", len(to_mend.every)
    groups = list(_groups(to_mend.every))
    before, _ = Template("to-mend-list").fill(LIST, title=title, groups=groups, shown=shown, count=count, place=links.uri)
    return Page(LIST, title, "", "to-mend", before)


def _groups(found: tuple[Problem, ...]) -> Iterator[tuple[str, list[Problem]]]:
    """The problems file by file."""
    for path in dict.fromkeys(problem.path for problem in found):
        yield path, [problem for problem in found if problem.path == path]
