"""Turns a library into what its checks look at: live texts, their pieces with line numbers, and near words."""

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from markdown_it.token import Token

from press.library.kinds import NOTICE, kind_near
from press.library.load import Library
from press.manuscript import links, normalize
from press.manuscript.source import Source

_FIELDS = ("title", "summary", "description", "purpose", "who", "minutes_note", "materials")
CITED = re.compile(r"\([^()]{0,300}\b(?:1[5-9]|20)\d\d\)")  # a source in brackets, which ends with its year


def live(library: Library) -> Iterator[Source]:
    """Each manuscript that could be read, save the withdrawn: of those only the date counts."""
    for source in library.sources.values():
        if source.front and not is_withdrawn(source):
            yield source


def looked_at(library: Library, rule: str) -> Iterator[Source]:
    """The manuscripts whose kind is looked at by the check of that name, the withdrawn among them where theirs is."""
    for source in library.sources.values():
        kind = kind_near(source.path, source.front)
        if kind and rule in kind.rules:
            yield source


def is_withdrawn(source: Source) -> bool:
    """Whether this is a story that was taken down."""
    return kind_near(source.path, source.front) is NOTICE


def taken_down(library: Library) -> dict[str, str]:
    """The pictures that lie here still of stories that were withdrawn, each with its story: those listed, shown, or beside it."""
    beside: dict[str, list[str]] = {}
    for path in library.pictures:
        beside.setdefault(posixpath.dirname(path), []).append(path)
    found = {}
    for source in filter(is_withdrawn, library.sources.values()):
        folder, listed = posixpath.dirname(source.path), source.front.get("pictures")
        names = {str(one.get("file")) for one in listed if isinstance(one, dict)} if isinstance(listed, list) else set[str]()
        names |= {unquote(address) for _, address in links.destinations(source.tokens)}
        is_own = source.path.endswith("/index.md")
        mine = (path for path in beside.get(folder, ()) if is_own or posixpath.basename(path) in names)
        found.update(dict.fromkeys(mine, source.path))
    return found


def fields(source: Source) -> Iterator[tuple[int, str]]:
    """The words of the front matter that readers see as they are written, each with its line in the file."""
    for name in _FIELDS:
        value = source.front.get(name)
        if isinstance(value, str):
            yield source.line_of(name), value
        for number, entry in enumerate(value if isinstance(value, list) else ()):
            if isinstance(entry, str):
                yield source.line_of(name, number), entry


def pieces(source: Source) -> Iterator[tuple[int, Token]]:
    """The pieces within the body's paragraphs, headings and cells, each with its line in the file."""
    for block in source.tokens:
        if block.children:
            line = source.body_line + (block.map[0] if block.map else 0)
            yield from _with_lines(line, block.children)


def _with_lines(line: int, children: Iterable[Token]) -> Iterator[tuple[int, Token]]:
    for child in children:
        yield line, child
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "html_inline":
            line += child.content.count("\n")
        elif child.type == "image":
            line += sum(inner.type in ("softbreak", "hardbreak") for inner in child.children or ())


def words(source: Source) -> Iterator[tuple[int, str]]:
    """What readers can see: title, summary and the body's blocks, pictures' alternative texts too, each with its line.

    A line feed stands in a text for each in the file, and a bar for the title of a page that is linked. Sources are left out,
    on a `Source:` line and in brackets that end with a year: what they tell is public already.
    """
    for name in ("title", "summary"):
        value = source.front.get(name)
        if isinstance(value, str):
            yield source.line_of(name), normalize.seen(value)
    for block in source.tokens:
        if block.children or block.type in ("fence", "code_block"):
            text = normalize.seen("".join(_seen(block.children)) if block.children else block.content)
            if not text.startswith("Source:"):
                yield (
                    source.body_line + (block.map[0] if block.map else 0),
                    CITED.sub(lambda found: "\n" * found[0].count("\n"), text),
                )


def _seen(children: Iterable[Token]) -> Iterator[str]:
    in_title = False
    for child in children:
        if child.type == "link_open":
            in_title = str(child.attrGet("href")).partition("#")[0].endswith(".md")
        elif child.type == "link_close":
            in_title = False
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "image":
            yield from _seen(child.children or ())
        else:
            yield "|" if in_title else child.content


def near(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that `word` was probably meant to be; big and small letters count alike."""
    folded = {known.casefold(): known for known in words}
    found = difflib.get_close_matches(word[:80].casefold(), folded, 1)
    return folded[found[0]] if found else None
