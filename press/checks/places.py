"""Turns places finer than a state in the story of an unnamed teller into problems: rule 7 of "A story".

What is a place for sure must go. What may be one, by a list of places or by the words around it, is a note for an editor.
"""

import datetime
import re
from collections.abc import Iterator

from press.checks import name_lists, personal_data
from press.checks.findings import Finding, problems
from press.checks.name_lists import Lists
from press.checks.person_names import NO_NAMES
from press.checks.reading import looked_at, words
from press.checks.traits import is_unnamed
from press.library.load import Library
from press.library.vocabulary import STATES
from press.manuscript.problem import Problem
from press.manuscript.source import Source

# The largest cities of the country, and the five places of the fellowship. Many are also people's names, so a city counts
# after a word such as "in", or before one such as "schools".
_CITIES = (
    "Albuquerque|Anaheim|Anchorage|Atlanta|Bakersfield|Baltimore|Baton Rouge|Birmingham|Boise|Boston"
    "|Buffalo|Chattanooga|Chicago|Cincinnati|Colorado Springs|Corpus Christi"
    "|Des Moines|Detroit|El Paso|Fort Worth|Fresno|Greensboro|Honolulu|Indianapolis|Jacksonville"
    "|Jersey City|Kansas City|Knoxville|Las Vegas|Lexington|Little Rock|Long Beach|Los Angeles|Louisville|Lubbock"
    "|Memphis|Miami|Milwaukee|Minneapolis|Nashville|New Orleans|New York City|Newark|Norfolk|Oakland"
    "|Oklahoma City|Omaha|Palm Beach|Philadelphia|Pittsburgh|Plano|Portland|Richmond"
    "|Riverside|Rochester|Sacramento|Saint Paul|Salt Lake City|San Antonio|San Diego|San Francisco|San Jose|Santa Ana|Seattle"
    "|Spokane|St\\.? Louis|St\\.? Paul|Stockton|Tampa|Toledo|Tucson|Tulsa|Virginia Beach|Washington,? D\\.?C|Wichita|Brooklyn"
    "|the Bronx|Manhattan|Harlem|Staten Island"
)
_NAMESAKES = (
    "Arlington|Aurora|Austin|Charlotte|Cleveland|Columbus|Dallas|Denver|Durham|Houston|Irvine|Lincoln|Madison|Mesa|Montgomery"
    "|Orlando|Phoenix|Providence|Queens|Raleigh|Reno"
)
_CALENDAR = "January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Fall|Winter"
_NOT_ITS = r"(?![’']s|[ -][A-Z])"
PLACE = re.compile(
    r"\b(?:"
    rf"\b(?:in|from|near|outside|around|across|to|of|for|at) (?:{_CITIES})\b(?![’']s)"
    rf"|\b(?:in|near|outside|across) (?:{_NAMESAKES})\b{_NOT_ITS}"
    rf"|\b(?:{_CITIES}|{_NAMESAKES})(?: public)? (?:schools?|classrooms?|teachers?|neighborhoods?)\b"
    rf"|\b(?:in|from|near|outside|around|across|to|of|for|at) (?!(?:{_CALENDAR})\b)[A-Z]\w{{1,40}}(?: [A-Z]\w{{1,40}})?,"
    rf" (?:{'|'.join(state for state, _ in STATES)}|[A-Z]{{2}})\b"
    r"|\b(?!The |Our |This |That |Every |Each |Your )[A-Z][\w’']{1,40}(?: [A-Z][\w’']{1,40}){0,2} (?:County|Parish"
    r"|Township|School District"
    r"|Public Schools)\b|\b[Cc]ity of [A-Z]\w{1,40}"
    r")"
)
# What a place is called, by the words around its name.
_NAME = r"[A-Z][\w’'ʻ‘-]{1,40}(?: [A-Z][\w’'ʻ‘-]{1,40}){0,2}"
SHAPES = re.compile(
    r"\b(?:"
    r"\b(?!The |Our |This |That |Every |Each |Your |One )[A-Z][\w’'ʻ‘-]{1,40}(?: [A-Z][\w’'ʻ‘-]{1,40}){0,2}"
    r" (?:(?:Indian )?[Rr]eservation|Ward|Pueblo|Rancheria|Nation|neighborhood|Heights|subdivision|housing project|projects"
    r"|barrio"
    r"|trailer park|Housing)\b"
    rf"|\b(?:town|village|city|island|borough|parish|suburb|neighborhood) (?:of|called|named) {_NAME}"
    rf"|\b[Oo]ur (?:little |small )?(?:town|city|village|county|district|island|suburb), {_NAME},"
    r"|\b(?:Route|Highway|Interstate|County Road|State Road) \d+\b|\bI-\d{2,3}\b"
    r"|\b(?:Little (?:Haiti|Italy|Havana|Saigon|Tokyo|Manila|Ethiopia|Mogadishu|Village|India)|Chinatown|Koreatown|Japantown"
    r"|(?:South|North|East|West)[Ss]ide)\b|\b(?:[Tt]he Bronx|Bay Area|Twin Cities|Rio Grande Valley|Central Valley|Iron Range"
    r"|Lowcountry|Upper Peninsula|Long Island|Cape Cod|Outer Banks|Lower East Side|South Side|North Side|West Side|East Side"
    r"|Panhandle)\b"
    rf"|\b{_NAME}, (?:a|the) (?:[\w-]{{1,40}} ){{0,2}}(?:town|city|village|suburb|county seat|neighborhood)\b|\b(?:East"
    rf"|West|North"
    rf"|South) (?:Harlem|Side|LA|Oakland|Memphis|Philly|Dallas|Boston|Bronx)\b"
    r"|\b(?!(?:The|Our|This|That|Every|Each|Your|One|My|A|In|At|On|Central|South|Jurassic|Community|Mango|Sesame|Wall|Main) )"
    r"[A-Z][\w’'ʻ‘-]{1,40}(?: [A-Z][\w’'ʻ‘-]{1,40})? (?:rez|Park|Street|Avenue|Boulevard|Lake|River|Creek|Bay|Bayou|Beach"
    r"|Sound|Delta"
    r"|Valley"
    r"|Bridge|Mall|Church|Cathedral|Mosque|Temple|Baptist|AME|Library|Hospital|University|Plaza|Canyon|Mountain|Springs"
    r"|Apartments|Falls|Hollow|Ridge|Hills|Flats|Landing|Crossing|Mills|Bluff|Bluffs|Harbor|Cove|Prairie|Grove|Island"
    r"|Village|Acres|Courts"
    r"|Community Center|Air Force Base)\b|\b(?:Lake|Fort|Camp|Mount) (?!One\b)[A-Z][a-z]{1,40}|\bSt\. [A-Z]\w{1,40}’s\b"
    r"|\b(?:been at|taught at|teach(?:es|ing)? at|work(?:s|ed)? at|started at|transferred (?:to|from)|graduated from"
    r"|hired at|stayed at|enrolled at|coached at) (?!(?:Title|Christmas|Thanksgiving|Google|Zoom|English|Spanish|Teach"
    r"|Advanced|Columbia|Harvard|Yale|Stanford|God|School|High|Middle|Saturday|Sunday|Monday|Friday)\b)[A-Z][a-z]{2,40}\b"
    r"|\b(?:at|over at|against|versus|across town at) (?:Lincoln|Washington|Garfield|Roosevelt|Jefferson|Kennedy|Wilson"
    r"|Jackson|Madison|Grant|Hoover|Monroe|McKinley|Cleveland|Harding|Central|Eastside|Westside|Northside|Southside"
    r"|Lakeview|Riverside|Oakwood)\b(?![’']s)"
    r"|\b(?:one|only|a single|no) (?:stop ?lights?|traffic lights?|blinking light)\b|\bone-stop ?light\b|\bthe (?:state"
    r"|county|nation|region)’s (?:largest|only|oldest|smallest|poorest|first|biggest|last)\b"
    r"|\b[Pp]opulation (?:of )?\d[\d,]*"
    r"|\b(?:Gateway Arch|Golden Gate|Space Needle|Empire State|Bay Bridge|Brooklyn Bridge|Sears Tower|Willis Tower"
    r"|Hoover Dam|Mount Rainier|Pikes Peak|Diamond Head|Mauna Kea|Puget Sound|Chesapeake|Rio Grande|Lake (?:Michigan|Erie"
    r"|Superior|Huron|Ontario)|Great Smoky|Blue Ridge|Graceland|Liberty Bell|Fenway|Wrigley)\b"
    r"|\b(?:see|watch|hear|smell|view of|shadow of) (?:the )?(?:[A-Z]\w{1,40} ){1,3}(?:from|out)\b"
    r"|\b(?:blocks?|doors|houses|street|streets|stops?) (?:from|away from|down from|over from) (?:the|our|my) (?:school"
    r"|building|campus)\b"
    r"|\b(?:Air Force|Army|Naval|Navy|Marine|military) [Bb]ase\b|\bI(?:’m| am) an? [A-Z][a-z]{2,40} (?:kid|girl|boy|native"
    r"|man|woman)\b"
    r"|\b[Oo]ur (?:valley|island|county|bayou|holler|hollow|peninsula|reservation|parish|borough|mesa|delta)\b"
    r"|\b(?:[Cc]all|[Cc]alls|[Cc]alled) (?:it |us |our (?:\w{1,40} ){1,3}?|the (?:project|neighborhood|housing project"
    r"|block|area|town|hill|street) )(?:[Tt]he )?[A-Z][a-z]{2,40}\b"
    r"|\b[Tt]he (?:(?:East|West|North|South|Upper|Lower|Old|Near) (?:End|Bottoms?|Hill|Town|Ward|Bank|Shore|Village|Valley"
    r"|Loop)"
    r"|Mission|Bottoms|Flats|Heights|Ward|Strip|Hollow|Fens|Bluffs|Projects|Rez|Tenderloin|Badlands|Tri-Cities|Quad Cities"
    r"|Triangle|Piedmont|Black Belt|Delta|Ozarks|Rockies|Sierra|Gulf|Bayou|Valley|Cape|Barrio|Quarter)\b(?! [A-Z])"
    r"|\b(?!(?:The|Our|This|That|Every|Each|My|A|In|At|Title|Hope|Faith) )(?:[A-Z][\w’']{1,40} ){1,3}(?:apartments"
    r"|projects|plant|mill|mine|factory|refinery"
    r"|shipyard|foundry|Consolidated|diner|taqueria|laundromat|bodega|barbershop|trailer court|mobile home park|neighborhood"
    r"|feed store|[Cc]annery|plantation|levee|reservoir|dam|tracks|exit|interchange|overpass)\b"
    r"|\b(?:[Ww]e are|[Ww]e’re|(?:kids|team|mascot|nickname) (?:are|is)|[Hh]ome of|[Gg]o,?) the (?:(?:Fighting|Lady|Mighty"
    r"|Runnin’) )?[A-Z][a-z]{2,40}s\b"
    r"|\b(?:Fighting|Lady) [A-Z][a-z]{2,40}(?: [A-Z][a-z]{2,40})?s\b"
    r"|\b(?:[Tt]he|[Tt]ook|[Rr]ode|[Rr]ides?|[Oo]n) (?:[A-Z]|Red|Blue|Green|Orange|Purple|Gold|Silver|Yellow|Brown"
    r"|Pink) (?:[Ll]ine|[Tt]rain)\b"
    r"|\b(?:the|rode|took|rides) (?:[A-Z]{1,2})?\d{1,3}[A-Z]? (?:bus|train|trolley|streetcar|[A-Z][a-z]{2,40})\b(?! of\b)"
    r"|\b(?:merged with|rivals?,|crosstown rival|transferred (?:in )?(?:from|to)|feeds? into|over at|down at|up at|out at"
    r"|played|beat|lost to) [A-Z][a-z]{2,40}\b(?=[,.;]| and| in| on| who| by)"
    r"|\b[A-Z][\w’]{1,40}, (?:our|the) (?:crosstown|cross-town|rival|feeder|neighboring|next|other|sister) "
    r"|\b(?:at|behind|outside|near|across from|above|by|from|past|to) (?:the )?[A-Z][\w’]{1,40}(?: [A-Z]\w{1,40})?, (?:the"
    r"|a|an|our) (?:[\w-]{1,40} ){0,2}?"
    r"(?:taqueria|diner|restaurant|store|bar|market|caf[eé]|shop|bakery|bodega|gas station|grocery|mall|park|bank|pier"
    r"|grill|pizzeria|donut shop)\b"
    r"|\b(?:hours?|miles?|minutes?|blocks?|west|east|north|south|upriver|downriver|downwind|upstream"
    r"|downstream) (?:[a-z]{1,40} ){0,2}?(?:from|of|off) (?:the )?(?!(?:The|Mars|School)\b)[A-Z][a-z]{2,40}"
    r"|\b(?:behind|by|near|across from|next to|past|at|beside) the (?:old )?(?:Walmart|Wal-Mart|Dollar General|Dollar Tree"
    r"|Dairy Queen|Piggly Wiggly|Kroger|Casey’s|Wawa|Sheetz|H-E-B|HEB|Food Lion|Publix|Safeway|Tyson|Perdue|Smithfield"
    r"|Cargill|Home Depot|Lowe’s|Sonic|Waffle House|Costco|Target|Kmart|Circle K|7-Eleven|QuikTrip|Love’s|Amazon|Ford|GM"
    r"|Boeing|Toyota|Nissan|Honda|[A-Z][a-z]{2,40} (?:plant|store|outlet|warehouse|lot|yard))\b"
    r"|\b(?:[Oo]ur|[Tt]he) (?:school|district|campus|building|town|county|high school|middle school|neighborhood|city"
    r"|village),? (?:is |was )?(?:called |named )?(?!(?:Title|English|Spanish|March|April|May|June|July|August"
    r"|I)\b)[A-Z][a-z]{2,40}(?: [A-Z][a-z]{2,40})*,? (?=[a-z])"
    r"|\b[Ww]here the (?:[\w-]{1,40} ){0,2}?[A-Z][a-z]{2,40} (?:plant|mill|mine|factory|store|hotel|works|building) "
    rf"|\b(?:[Mm]ayor|[Pp]eople|[Cc]ity|[Tt]own) of {_NAME}|\b[Tt]he (?:[A-Z]\w{{1,40}} )?rez\b"
    r"|\b[Dd]owntown [A-Z]\w{1,40}|\b(?:east|west|north|south) (?:side|end) of [A-Z]\w{1,40}"
    r")"
)
# What is taught, and no place where somebody is.
_TAUGHT = re.compile(
    r"\b(?:[Uu]nits?|[Ll]essons?|[Tt]eaching|[Tt]aught|[Tt]each|[Rr]ead|[Rr]eading|[Ll]earn(?:ed|ing)?|[Ss]tud(?:y|ied)"
    r"|[Bb]ooks?"
    r"|[Nn]ovels?|[Ee]ssays?|[Tt]ests?|[Qq]uiz|[Ff]ilms?|[Mm]ovies?|[Mm]arch(?:es)?|[Bb]attles?|[Hh]istory|[Cc]hapters?"
    r"|[Pp]oems?"
    rf"|[Bb]oycott)\b(?: \w{{1,40}}){{0,3}}? (?:about|on|of|to) (?:the )?(?P<name>{_NAME})"
)
# A name after a word of place; where somebody lives, works or goes, one that stands in no list counts too.
_PLACED = re.compile(
    rf"\b(?P<by>[Ii]n|[Ff]rom|[Nn]ear|[Oo]utside(?: of)?|[Aa]cross|[Tt]hrough|[Aa]round|to|at|on|(?:edge|outskirts|side|heart"
    rf"|middle|suburbs?|streets|people|parts?|end) of) (?P<name>{_NAME})"
)
_OF_PEOPLE = re.compile(rf"(?P<name>{_NAME}) (?:kids|families|students|parents|teachers|schools?)\b")
_LIVES = re.compile(
    r"\b(?:train|bus|buses|bused|commuted|came|come|comes|here|teach|teaches|taught|teaching|live|lives|lived|living|grew up"
    r"|moved|commute|drove|drive|bused|trips?|transferred|town"
    r"|building|classroom|campus|district|office|house|home|raised|born|work|worked|working|stationed|settled|up|down|over"
    r"|school"
    r"|student|teacher|principal|job)(?: [\w’-]{1,40}){0,2} $"
)
# What only a place has.
_DESCRIBED = re.compile(
    rf"\b(?P<name>{_NAME}) (?:is|was|has|had|sits|lies)\b[^.?!]{{0,40}}?\b(?:town|city|village|county|island|suburb"
    rf"|square miles?"
    r"|miles (?:from|of)|population|people live|stop ?lights?|traffic light|mill|mines?|factory|plant closed|border|highway"
    r"|interstate|river runs|acres)\b"
)
# What is in all that these find.
_LOOK = re.compile(r"[A-Z]|\brez\b")
PATTERNS = {
    "look": _LOOK, "shapes": SHAPES, "placed": _PLACED, "people": _OF_PEOPLE, "lives": _LIVES,
    "taught": _TAUGHT, "described": _DESCRIBED,
}  # fmt: skip

WORDS = "The teller is not named, and a place finer than a state stands here.", "Name the state, or no place."
GUESS = "The teller is not named, and what may be a place finer than a state stands here.", WORDS[1]
ONLY_IN = frozenset({"in", "near", "outside", "outside of", "across"})


# So many signs before a name are looked at for where somebody lives.
MOST_BEFORE = 90


def _is_lived(text: str, place: int) -> bool:
    """Whether what stands before the place says that somebody lives, works or goes there."""
    near = text[max(0, place - MOST_BEFORE) : place]
    return _LIVES.search(re.sub(r"^\S*", "", near) if place > MOST_BEFORE else near) is not None


def guessed(text: str, lists: Lists) -> Iterator[tuple[int, str]]:
    """What may be a place in `text`: where it begins, and its words."""
    taught = {found["name"] for found in _TAUGHT.finditer(text)}
    for found in SHAPES.finditer(text):
        if not any(name in found[0] for name in taught):
            yield found.start(), found[0]
    for found in _DESCRIBED.finditer(text):
        if _may_be_place(found["name"], lists, is_in=False):
            yield found.start(), found[0]
    for found in _PLACED.finditer(text):
        if found["name"] in taught:
            continue
        name = _listed(found["name"], lists.places)
        if found["by"] == "on" and " " not in name and not (name and _is_lived(text, found.start())):
            continue
        is_namesake = name in lists.given or name in lists.words or name in lists.family
        is_in = found["by"].lower() in ONLY_IN
        if (name and (not is_namesake or is_in)) or (
            _is_lived(text, found.start()) and (name or _may_be_place(found["name"], lists, is_in))
        ):
            yield found.start(), found[0]
    for found in _OF_PEOPLE.finditer(text):
        if _listed(found["name"], lists.places) == _bare(found["name"]):
            yield found.start(), found[0]


def _bare(name: str) -> str:
    return name.translate({ord(sign): None for sign in "ʻ‘"})


def _listed(name: str, places: frozenset[str]) -> str:
    """The longest beginning of `name` that is in a list of places, without what only says whose it is; "" where there is none."""
    parts = _bare(name).split(" ")
    return next((part for end in range(len(parts), 0, -1) if (part := " ".join(parts[:end])) in places), "")


def _may_be_place(name: str, lists: Lists, is_in: bool) -> bool:
    first = name.split(" ")[0]
    return not (
        name in lists.large
        or first in lists.large
        or first.lower().removesuffix("’s") in NO_NAMES
        or (not is_in and (first in lists.given or first in lists.words))
        or first.isupper()
        or first.endswith("s")
    )


def find(source: Source, lists: Lists | None = None) -> Iterator[Finding]:
    """Each place finer than a state in the text of an unnamed teller, and what may be one by `lists`, or all that is packaged."""
    told = personal_data.Told(source)
    seen = (one for one in words(source) if _LOOK.search(one[1]))
    for line, text in seen if is_unnamed(source) else ():
        sure = [match.span() for match in PLACE.finditer(text)]
        for start, end in sure:
            yield Finding(line + text.count("\n", 0, start), *WORDS, text[start:end], "error")
        for start, found in guessed(text, lists or name_lists.whole()):
            end = start + len(found)
            if not any(first < end and start < last for first, last in sure) and not told.covers(line, text, start, end):
                yield Finding(line + text.count("\n", 0, start), *GUESS, found)


def unnamed_stories_name_no_place(library: Library, today: datetime.date) -> Iterator[Problem]:
    """An unnamed teller's story names no city, county or district."""
    for source in looked_at(library, "place"):
        yield from problems("place", find, source)
