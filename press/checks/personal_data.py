"""Turns texts of stories and toolkits into the lines where personal data stands: rule 8 of "A story".

What is found is never repeated in a message: the log of a check is public, and stays when the line is gone.
"""

import datetime
import html
import re
from collections.abc import Iterator
from functools import cached_property

from press.checks.reading import looked_at
from press.library.load import Library
from press.manuscript import normalize
from press.manuscript.problem import Problem
from press.manuscript.source import Source, Value

# What looks like data and is none: web addresses, DOIs, ISBNs, dates in digits. They are taken out before the search.
PUBLIC = re.compile(
    r"https?://[^\s<>\")]{1,2000}|\bwww\.[^\s<>\")]{1,2000}|\b10\.\d{4,9}/[^\s<>\"]{1,500}"
    r"|\bISBN(?:-1[03])?[: ]{0,2}[\d‐‑–-]{9,20}[xX]?|\b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b"
)
_E_MAIL = re.compile(r"[\w.+%-]@[\w-]{1,63}\.[a-z]|mailto:|\w ?[(\[] ?at ?[)\]] ?\w", re.I)
_GAP = r"[\s.‐‑–-]"
_DIGITS = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_SITE = r"(?:Instagram|TikTok|Snapchat|Twitter|Facebook|Discord|WhatsApp|Venmo|Threads|Telegram)"
_PHONE = re.compile(
    rf"(?<![\w./-])(?:\+?1{_GAP}?)?(?:\(\d{{3}}\){_GAP}{{0,2}}\d{{3}}|[2-9]\d\d{_GAP}[2-9]\d\d){_GAP}\d{{4}}(?![\w-])"
    # Where it can be nothing else, any digit will do: those of a made-up number too.
    rf"|\+1{_GAP}?\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\w-])|(?<![\w./-])\d{{3}}-\d{{3}}-\d{{4}}(?![\w-])"
    r"|\b(?:phone|tel|telephone|fax|cell|mobile|dial|call|text|reach|whatsapp)\b[^\d\n]{0,20}(?:\d{3}[ .‐‑–-]\d{4}|[2-9]\d{9})\b",
    re.I,
)
# Said as one would say it aloud, so that no program finds it.
_ALOUD = re.compile(
    rf"\b(?:{_DIGITS}[ \n,-]{{1,3}}){{6,}}{_DIGITS}\b"
    r"|\w(?: (?:dot|underscore|dash) [\w-]{1,30}){0,4} at [\w-]{1,40}(?: dot [\w-]{1,20}){0,3} dot (?:com|org|net|edu|gov|us"
    r"|io|co|me)\b"
    r"|\b\w{1,30}[._\d]\w{0,30} at [\w-]{1,40}\.(?:com|org|net|edu)\b",
    re.I,
)
_ACCOUNT = re.compile(
    rf"(?<![\w.@/])@[A-Za-z_][\w.]{{2,30}} on {_SITE}\b|\b{_SITE}(?: handle| account| name| username)?(?: is| was|:| as"
    rf"| at)* ?@[A-Za-z_]\w{{2}}",
    re.I,
)
_ID = re.compile(
    r"(?<![\w./-])\d{3}([ -])\d\d\1\d{4}(?![\w-])|\bIDs?(?: (?:number|no\.))?[\s:#,]{1,3}\d{4,}"
    r"|\b(?:student|lunch|badge|passport|medicaid|social security) (?:IDs? )?(?:number|no\.|#)[^\d\n]{0,8}\d{4,}",
    re.I,
)
_NAME = r"(?:[NSEW]\.?[ \n])?(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w'’.-]{1,30})(?:[ \n][A-Z][\w'’.-]{0,30}){0,3}[ \n]"
_STREET = re.compile(
    r"(?<![Ii]n )(?<![\w.,/–-])"  # "in 2017 Elm Street School …" is a year
    rf"(?:\d{{1,5}} {_NAME}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Terrace|Highway|Hwy\b|Parkway|Pkwy\b)"
    # These words also end the names of activities, so a short number before them says nothing.
    rf"|\d{{3,5}} {_NAME}(?:Drive|Dr\b|Lane|Ln\b|Court|Ct\b|Place|Pl\b|Way|Circle))(?!\w)"
    r"|\bP\.? ?O\.? ?Box \d|, [A-Z]{2} \d{5}\b"
)
_AT = re.compile(r"@|mailto:|[(\[] ?at ?[)\]]", re.I)
_MAY_BE_AT = re.compile(r"[@:(\[]")  # one of these signs is in all that `_AT` finds, and is found in a third of the time
_DIGIT = re.compile(r"\d")
# What is in all that `_ALOUD` finds.
_SPELLS = re.compile(rf" dot |\b{_DIGITS}\b|\.(?:com|org|net|edu)", re.I)


def _may_spell(text: str) -> bool:
    small = text.lower()
    if " dot " in small or any(ending in small for ending in (".com", ".org", ".net", ".edu")):
        return True
    return sum(map(small.count, ("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))) > 6


# A quick look, and the one that counts.
_LOOKS = ((_DIGIT.search, _DIGIT), (_MAY_BE_AT.search, _AT), (_may_spell, _SPELLS))
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
# Each sort of data, its pattern, and what a paragraph must have to be worth the search.
SORTS = (
    ("A phone number", _PHONE, _DIGIT),
    ("An ID number", _ID, _DIGIT),
    ("A street address", _STREET, _DIGIT),
    ("An e-mail address", _E_MAIL, _AT),
    ("The name of an account", _ACCOUNT, _AT),
    ("A phone number or an address in words", _ALOUD, _SPELLS),
)
WHAT, MEND = "{sort} stands here.", "Take it out, also where it is made up."


def texts_hold_no_personal_data(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No address, phone number or ID number stands in a story or a toolkit, nor in a story that was withdrawn."""
    for source in looked_at(library, "personal-data"):
        for line, sort in found(source):
            yield Problem(source.path, line, "personal-data", WHAT.format(sort=sort), MEND)


def found(source: Source) -> Iterator[tuple[int, str]]:
    """Each sort of personal data that stands in a manuscript for sure, with its line."""
    for place, value in _values(source.front):
        if place[-1] not in ("evidence", "people_consent", "profile"):
            for _, sort in _sorts(value):
                yield source.line_of(*place), sort
    for offset, sort in _sorts(source.body):
        yield source.body_line + offset, sort


class Told:
    """What is told as an error of a manuscript's words already, so that no guess is told besides."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def _lines(self) -> frozenset[tuple[int, str]]:
        return frozenset(found(self._source))

    def covers(self, line: int, text: str, start: int, end: int) -> bool:
        """Whether `text`, which begins on `line`, has what is told between `start` and `end`, or a part of it."""
        return any(
            first < end and start < last and (line + text.count("\n", 0, first), sort) in self._lines
            for sort, first, last in spans(text)
        )


def _values(value: Value, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each text in the front matter with its place."""
    if isinstance(value, str):
        yield place, value
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _values(inner, (*place, key))


def _sorts(text: str) -> Iterator[tuple[int, str]]:
    """What stands in `text` as it was written, by the number of line feeds before it."""
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = re.sub(r"\\([^\w\s])", r"\1", text)
    text = normalize.seen(text)
    for sort, start, _ in spans(text):
        yield text.count("\n", 0, start), sort


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each sort of data in a text as it is seen, with where it begins and ends there."""
    for paragraph in _PARAGRAPH.finditer(text):  # few have a digit or an @, and only those cost time
        whole = paragraph[0]
        hints = [hint for first, hint in _LOOKS if first(whole) and hint.search(whole)]
        if not hints:
            continue
        plain, cuts = PUBLIC.sub("", whole), [cut.span() for cut in PUBLIC.finditer(whole)]
        for sort, pattern, hint in SORTS:
            for match in pattern.finditer(plain) if hint in hints else ():
                start, end = (paragraph.start() + _before(cuts, place) for place in match.span())
                yield sort, start, end


def _before(cuts: list[tuple[int, int]], place: int) -> int:
    """Where a place in a text without its `cuts` lies in the whole."""
    for start, end in cuts:
        if start > place:
            break
        place += end - start
    return place
