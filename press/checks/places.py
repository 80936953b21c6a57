"""Turns places finer than a state in the story of an unnamed teller into problems: rule 7 of "A story"."""

import datetime
import re
from collections.abc import Iterator

from press.checks.findings import Finding, problems
from press.checks.reading import looked_at, words
from press.checks.traits import is_unnamed
from press.library.load import Library
from press.library.vocabulary import STATES
from press.manuscript.problem import Problem
from press.manuscript.source import Source

# The largest cities of the country, and the five places of the fellowship. Many are also people's names, so a city counts
# after a word such as "in", or before one such as "schools".
_CITIES = (
    "Albuquerque|Anaheim|Anchorage|Arlington|Atlanta|Aurora|Austin|Bakersfield|Baltimore|Baton Rouge|Birmingham|Boise|Boston"
    "|Buffalo|Charlotte|Chattanooga|Chicago|Cincinnati|Cleveland|Colorado Springs|Columbus|Corpus Christi|Dallas|Denver"
    "|Des Moines|Detroit|Durham|El Paso|Fort Worth|Fresno|Greensboro|Honolulu|Houston|Indianapolis|Irvine|Jacksonville"
    "|Jersey City|Kansas City|Knoxville|Las Vegas|Lexington|Lincoln|Little Rock|Long Beach|Los Angeles|Louisville|Lubbock"
    "|Madison|Memphis|Mesa|Miami|Milwaukee|Minneapolis|Montgomery|Nashville|New Orleans|New York City|Newark|Norfolk|Oakland"
    "|Oklahoma City|Omaha|Orlando|Palm Beach|Philadelphia|Phoenix|Pittsburgh|Plano|Portland|Providence|Raleigh|Reno|Richmond"
    "|Riverside|Rochester|Sacramento|Saint Paul|Salt Lake City|San Antonio|San Diego|San Francisco|San Jose|Santa Ana|Seattle"
    "|Spokane|St\\.? Louis|St\\.? Paul|Stockton|Tampa|Toledo|Tucson|Tulsa|Virginia Beach|Washington,? D\\.?C|Wichita|Brooklyn"
    "|the Bronx|Queens|Manhattan|Harlem|Staten Island"
)
_WHERE = r"\b(?:in|from|near|outside|around|across|to|of|for|at) "
_CALENDAR = "January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Fall|Winter"
PLACE = re.compile(
    rf"{_WHERE}(?:{_CITIES})\b|\b(?:{_CITIES})(?: public)? (?:schools?|classrooms?|teachers?|neighborhoods?)\b"
    rf"|{_WHERE}(?!(?:{_CALENDAR})\b)[A-Z]\w+(?: [A-Z]\w+)?, (?:{'|'.join(state for state, _ in STATES)}|[A-Z]{{2}})\b"
    r"|\b(?!The |Our |This |That )[A-Z]\w+(?: [A-Z]\w+)? (?:County|Parish|Township|School District|Public Schools)\b"
    r"|\b[Cc]ity of [A-Z]\w+"
)

WORDS = "The teller is not named, and a place finer than a state stands here.", "Name the state, or no place."


def find(source: Source) -> Iterator[Finding]:
    """Each place finer than a state in the text of an unnamed teller."""
    for line, text in words(source) if is_unnamed(source) else ():
        for match in PLACE.finditer(text):
            yield Finding(line + text.count("\n", 0, match.start()), *WORDS, match[0], "error")


def unnamed_stories_name_no_place(library: Library, today: datetime.date) -> Iterator[Problem]:
    """An unnamed teller's story names no city, county or district."""
    for source in looked_at(library, "place"):
        yield from problems("place", find, source)
