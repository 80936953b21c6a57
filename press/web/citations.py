"""Turns what is known of a page into references in three styles: APA (7th edition), MLA (9th edition) and BibTeX."""

import datetime
import re
from dataclasses import dataclass

from press.manuscript import letters

_SMALL = frozenset("a an and as at but by for from in into nor of off on onto or per so the to up via with yet".split())
_PARTICLES = frozenset("al bin da de del della der di dos du el la le los van ven von y".split())
_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|I{2,3}|IV)$")
_INITIAL = re.compile(r"^([ʻʼ’']?.[\u0300-\u036f]*).*$", re.S)  # of ʻAulani, it is ʻA
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_BIBTEX = {c: "\\" + c for c in "&%$#_{}"} | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


@dataclass(frozen=True)
class Byline:
    """Who speaks on a page, as far as they consented.

    `author` is a person's name, and empty where none is shown; `ours` says that the publication itself wrote the page;
    `what` is its sort in a word or two, where a reader must know it: "Illustrative story". `published` may be unknown.
    `interviewer` is who asked, if that is shown.
    """

    author: str = ""
    ours: bool = True
    what: str = ""
    published: datetime.date | None = None
    interviewer: str = ""

    @property
    def sort(self) -> str:
        """What stands in square brackets behind the title: the sort of text, and who asked."""
        return ", ".join(part for part in (self.what, f"Interview by {self.interviewer}" if self.interviewer else "") if part)


@dataclass(frozen=True)
class Reference:
    """A page in one style: `italic` stands between the other two. `before` has line breaks in BibTeX."""

    style: str
    before: str
    italic: str = ""
    after: str = ""


def references(byline: Byline, title: str, publication: str, url: str) -> tuple[Reference, ...]:
    """How to cite the page called `title` at `url`."""
    return _apa(byline, title, publication, url), _mla(byline, title, publication, url), _bibtex(byline, title, publication, url)


def _apa(byline: Byline, title: str, publication: str, url: str) -> Reference:
    day = byline.published
    date = f"({day.year}, {day:%B} {day.day})" if day else "(n.d.)"
    sort = f" [{byline.sort}]." if byline.sort else _stop(title)
    if byline.author:
        return Reference("APA", f"{_stopped(_initials(byline.author))} {date}. ", title, f"{sort} {publication}. {url}")
    if byline.ours:  # the author is the publication: APA names it once
        return Reference("APA", f"{publication}. {date}. ", title, f"{sort} {url}")
    return Reference("APA", "", title, f"{sort} {date}. {publication}. {url}")


def _mla(byline: Byline, title: str, publication: str, url: str) -> Reference:
    day = byline.published
    date = f", {day.day} {_MLA_MONTHS[day.month - 1]} {day.year}" if day else ""
    author = _stopped(_inverted(byline.author)) + " " if byline.author else ""  # none where it is the publication itself
    address = url.partition("://")[2]
    sort = f" {byline.what}." if byline.what.endswith("story") else ""
    asked = _stopped(f"Interview by {byline.interviewer}") + " " if byline.interviewer else ""
    return Reference("MLA", f"{author}“{_headline(title)}{_stop(title)}” {asked}", publication, f"{date}, {address}.{sort}")


def _bibtex(byline: Byline, title: str, publication: str, url: str) -> Reference:
    day, (given, family) = byline.published, map(_escaped, _parts(byline.author))
    names, _, suffix = given.partition(", ")
    person = ", ".join(part for part in (family, suffix, names) if part) if given else f"{{{family}}}"
    fields = {
        "author": person if byline.author else f"{{{_escaped(publication)}}}" if byline.ours else "",
        "title": f"{{{_escaped(title)}}}",
        "year": str(day.year) if day else "",
        "month": f"{day:%b}".lower() if day else "",
        "howpublished": _escaped(publication) if byline.author or not byline.ours else "",
        "note": _escaped(byline.sort),
        "url": url,
    }
    lines = [f"  {name} = {value if name == 'month' else '{' + value + '}'}," for name, value in fields.items() if value]
    return Reference("BibTeX", "\n".join((f"@misc{{{_key(title, day)},", *lines, "}")))


def _parts(name: str) -> tuple[str, str]:
    """Given and family names, `("", name)` where they can't be told apart: a single name, or several people."""
    words = _SUFFIX.sub("", name).split()
    if len(words) < 2 or re.search(r",| and |&", _SUFFIX.sub("", name)):
        return "", name
    at = next((n for n, word in enumerate(words[1:], 1) if word.lower() in _PARTICLES and word.islower()), len(words) - 1)
    suffix = _SUFFIX.search(name)
    return " ".join(words[:at]) + (f", {suffix[1]}" if suffix else ""), " ".join(words[at:])


def _inverted(name: str) -> str:
    given, family = _parts(name)
    return f"{family}, {given}" if given else family


def _initials(name: str) -> str:
    given, family = _parts(name)
    names, _, suffix = given.partition(", ")
    letters = " ".join("-".join(_INITIAL.sub(r"\1.", part) for part in word.split("-") if part) for word in names.split())
    return f"{family}, {letters}" + (f", {suffix}" if suffix else "") if given else family


def _stop(title: str) -> str:
    return "" if title.endswith(("?", "!", ".")) else "."


def _stopped(text: str) -> str:
    return text if text.endswith(".") else text + "."


def _headline(title: str) -> str:
    """`title` with capitals as MLA wants them: on all but small words, and on the first, the last and after a colon.

    What has figures stays as it is: m² is no M².
    """
    words = title.split(" ")
    kept = {0, len(words) - 1} | {n for n in range(1, len(words)) if words[n - 1].endswith((":", "?", "!"))}
    return " ".join(
        word if (n not in kept and word.lower() in _SMALL) or any(map(str.isnumeric, word)) else _capital(word)
        for n, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return re.sub(r"^(\W*)(\w)", lambda found: found[1] + found[2].title(), word)  # of a ligature, its first letter alone


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(c, c) for c in text)


def _key(title: str, day: datetime.date | None) -> str:
    plain = letters.plain(title)
    return "-".join([*re.findall(r"[a-z0-9]+", plain)[:5], *([str(day.year)] if day else [])]) or "page"
