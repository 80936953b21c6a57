"""What else may tell who is meant: dates, ages, small counts, ways to reach somebody, and the names of schools.

Each row says what it is, what to do about it, its pattern, and sets of words of which a text that has it has one each. The words
are as they stand in the text or in small letters, and spare most texts the pattern.
"""

import re
from typing import NamedTuple

from press.checks.name_patterns import STUDENT


class Telltale(NamedTuple):
    """What is looked for."""

    what: str
    mend: str
    pattern: re.Pattern[str]
    hints: tuple[frozenset[str], ...]
    look: re.Pattern[str] | None = None
    """What is in all that the pattern finds, and is found sooner."""


def any_of(words: str) -> frozenset[str]:
    """The words of a list as one set of hints."""
    return frozenset(re.split(r"[\s|]+", words.strip()))


# Numbers in words.
_UNITS = "two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty"
_FEW = rf"(?:[2-9]|{_UNITS})"

# Dates, in figures and in words, and days that can be looked up.
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_MONTHS = any_of("January February March April May June July August September October November December Jan Feb Mar Apr Aug Sep "
                 "Sept Oct Nov Dec")  # fmt: skip
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_HOLIDAY = (
    r"(?:Halloween|Thanksgiving|Christmas(?: Eve| Day)?|Easter|Valentine’s Day|New Year’s(?: Eve| Day)?|Labor Day|Memorial Day"
    r"|Columbus Day|Indigenous Peoples[’'] Day|Presidents[’'] Day|Veterans Day|St\. Patrick’s Day|Mother’s Day|Father’s Day"
    r"|Earth Day|Independence Day|Cinco de Mayo|Passover|Ramadan|Yom Kippur|Rosh Hashanah|Lunar New Year|Mardi Gras|Black Friday"
    r"|Election (?:Day|Night)|Inauguration Day|MLK Day|Juneteenth|Eid|Diwali|Hanukkah|Pi Day|Super Bowl(?: Sunday)?"
    r"|Back to School Night)"
)
_DATE = re.compile(
    r"\b(?:"
    rf"\b{_MONTH},? {_DAY}(?<!May \d)(?<!May \d\d)|\bMay {_DAY}(?! [a-z-]+s\b)|\b{_DAY},? (?:of )?{_MONTH}"
    rf"|\b{_MONTH},? (?:the )?(?:{_ORDINAL})\b|\b(?:{_ORDINAL})(?: day)? of {_MONTH}|\b{_MONTH},? (?:of )?(?:19|20)\d\d\b"
    r"|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b\d{1,2}[-.]\d{1,2}[-.](?:(?:19|20)\d\d|\d\d)\b(?!-|\.?\d)|\b(?:19|20)\d\d-\d\d-\d\d\b"
    rf"|\b{_HOLIDAY},?(?: (?:of|in|break|week|night|morning|weekend|party))*,? (?:19|20)\d\d\b"
    r"|\b[Oo]n (?:the (?:night|morning|day) of )?(?:Election|Inauguration|Christmas|New Year’s|Valentine’s|Halloween) ?"
    r"(?:Day|Night|Eve|night|morning|evening)\b"
    rf"|\b(?:day|night|morning|evening|weekend|week|{_WEEKDAY})\b[^.?!\d]{{0,40}}? (?:of|in|,)? ?(?:19|20)\d\d\b"
    rf"|\b[Cc]lass of (?:19|20)\d\d\b"
    rf"|\b{_WEEKDAY} (?:in|of) {_MONTH}|\b[Ff]riday the (?:13th|thirteenth)\b|\b9/11\b"
    r"|\b[Oo]n the (?:[12]?\d|3[01])(?:st|nd|rd|th)\b(?! (?:floor|page|grade|try|street|day|attempt|time|question))"
    r")"
)
_EVENT = (
    r"(?:elections?|inauguration|hurricane|storm|tornado|flood|earthquake|wildfire|shooting|attacks?|insurrection|verdict|ruling"
    r"|eclipse|riots?|bombing|massacre|coup|lockdown|blackout|acquittal|indictment|impeachment|Super Bowl|World Series|pandemic"
    r"|Capitol|Dobbs|Roe)"
)
_HAPPENED = (
    r"(?:(?:was|were|got) (?:killed|shot|murdered|acquitted|convicted|elected|re-elected|inaugurated|sworn in|indicted|impeached"
    r"|assassinated|overturned|declared|arrested)|died|won|lost the election|resigned|hit|struck|made landfall|exploded"
    r"|crashed)\b"
)
_PASSING = r"(?:death|murder|killer|funeral|election|trial|assassination|inauguration)\b"
_BY_EVENT = re.compile(
    r"\b(?:"
    r"\b(?:(?:the|that|one|two|three|a|\w+) (?:days?|mornings?|nights?|evenings?|weeks?|weekend|" + _WEEKDAY + r")"
    r"(?: right| just| that)? ?(?:after|before|of|following|past|since|when|that)?|[Oo]n the (?:day|night|morning) (?:that|when)"
    r"|[Ww]hen|[Aa]fter) "
    rf"(?:[\w’'-]+ ){{0,5}}?(?:[A-Z][\w’'-]*?(?: [\w’'-]+){{0,3}}?(?: {_EVENT}\b| {_HAPPENED}|[’']s {_PASSING})"
    r"|(?:(?:(?:19|20)\d\d|presidential|general|midterm|total|solar|mass) )?"
    r"(?:elections?|inauguration|eclipse|insurrection|verdict|hurricane|tornado|Super Bowl)\b)"
    rf"|\b(?:day|morning|night|evening|week|weekend|{_WEEKDAY}) (?:after|before|of|following|that|when) (?:the|that)"
    r" (?:[\w’'-]+ ){0,3}?(?:shootings?|trial|attacks?|bombing|riots?|storm|flood|earthquake|wildfires?|blackout|acquittal"
    r"|impeachment|massacre|walkout|protests?|strike|verdict|ruling|elections?|inauguration)\b"
    rf"|\b[Tt]he (?:day|morning|night|week) (?:that )?(?:[A-Z][\w’'-]+ ){{1,3}}{_HAPPENED}"
    r"|\b[Tt]he (?:Super Bowl|total eclipse|solar eclipse) (?:of|in) \w+|\bHurricane [A-Z][a-z]+|\b(?:19"
    r"|20)\d\d (?:presidential |general )?(?:elections?|midterms|census|Olympics|strike|walkout|inauguration|World Cup)\b"
    r"|\b[Tt]he (?:day|week|Friday|morning|spring) (?:that )?(?:the )?schools? (?:was |were )?(?:closed|shut down)\b"
    r"|\b[Tt]he (?:towers|planes|levees) (?:fell|hit|broke)\b|\b[Jj]anuary 6th\b"
    r")"
)

# Ages, in figures and in words.
_YEARS = rf"(?:{_UNITS}|{_TEENS}|(?:{_TENS})(?:[- ](?:one|{_UNITS}))?|[1-9]\d?)"
_THINGS = (
    r"(?:polic(?:y|ies)|building|curricul\w+|program|computers?|laptops?|books?|textbooks?|rules?|systems?|school|desks?|bus"
    r"|tradition"
    r"|debts?|handbook|maps?|study|plan|contract|car|van|truck|tests?|projector|carpet)\b"
)
_WHO = (
    r"(?:[Hh]e|[Ss]he|I|[Ww]ho|[Tt]hey|[Nn]ot|[Ss]tudent|assistant|aide|teacher|principal|colleague|boy|girl|kid|child|son"
    r"|daughter"
    r"|grand\w+|niece|nephew|cousin|uncle|aunt|baby|neighbor|friend|mentor|coach|husband|wife|[Tt]wo|[Oo]thers?"
    r"|brother|sister|mother|father|mom|dad|twins?|oldest|youngest|one|(?!(?:There|Here|It|This|That|These|Those|Which|What"
    r"|Number|Grade|Class|School|Step)\b)[A-Z][a-z]+)"
)
_OPENS = "(?:Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen)"
_ROLES = (
    r"(?:co-teacher|teacher|colleague|principal|mentor|aide|assistant"
    r"|coach|mother|father|grandmother|sister|brother|twins?)"
)
_JUST = (
    r"(?:(?:only|just|barely|nearly|almost|about|already|still|all of|maybe|probably|not yet|not even|now|both|a|over|under) )*"
)
_ENDS = (
    r"(?= (?:and|or|when|at|then|but|in|with|years|because|by|so|that|the|now|going|before|who|if|as|last|this|next|yesterday"
    r"|was|is|had|has|could|can|would|should|does|did|over|this|after|he|she|they|I|my|his|her|we|it|by)\b"
    r"|[.,;:!?)”—]|$)"
)
_AGE = re.compile(
    r"\b(?:"
    rf"(?<!was )(?<!is )(?<!were )(?<!are )\b(?:one|{_YEARS})(?: and a half)?[- ](?:years?|yrs?)[- ]olds?\b(?![- ]{_THINGS})"
    rf"|\ba {_YEARS}[- ]year[- ]old\b(?![- ]{_THINGS})|\b{_YEARS} ?(?:y/o|yo|yrs?\.? old)\b"
    rf"|\b(?:[Aa]ged|[Aa]t age|[Aa]t the age of|age|[Aa]ges) {_YEARS}\b"
    rf"|\b(?:turned|turning|turns|turn) {_JUST}{_YEARS}{_ENDS}"
    rf"|\b{_WHO} (?:was|is|were|am|are|had been|has been|wasn’t|isn’t|looked|seemed|would be|will be|must be|must have been"
    rf"|could have been) {_JUST}{_YEARS}(?: and a half)?{_ENDS}"
    rf"|\b{_WHO}(?:’s|’m|’d been|’re|’d be|’ll be) {_JUST}{_YEARS}(?: and a half)?{_ENDS}"
    rf"|\b(?:[Aa]t|[Bb]eing|[Ss]ince|[Bb]y) {_JUST}(?:{_YEARS}),? (?:I|he|she|they|my|his|her|and (?:in|still|already))\b"
    rf"|\b(?:retired|graduated|died|married|pregnant|arrived|mother|father|out) at {_JUST}{_YEARS}{_ENDS}"
    rf"|\b(?:older|younger) than {_YEARS}{_ENDS}|\b{_YEARS} years of age\b|\b(?:shy|short) of (?:{_TEENS}|{_TENS}){_ENDS}"
    rf"|\b{_YEARS} going on {_YEARS}\b"
    rf"|(?:[Ss]he|[Hh]e|they) (?:was|is|were) {_JUST}{_YEARS}\)"
    rf"|\b(?:{STUDENT}|{_ROLES})\b[^.?!,(]{{0,40}}[,(] ?(?:at )?{_JUST}(?:{_YEARS})(?=[,)])"
    rf"|\b(?:big|small|tall|little|old|young|short|mature|tiny) for (?:{_YEARS}){_ENDS}|\bage of {_YEARS}\b"
    rf"|\b(?:[Pp]ushing|[Nn]earing|[Aa]pproaching) {_YEARS}{_ENDS}|\bas (?:young|old) as {_YEARS}\b"
    rf"|\b(?:teaching|teacher|career|alone|home|parent|gone) at (?:{_TEENS}|{_TENS}|[2-9]\d){_ENDS}"
    rf"|(?<!was )\b(?:almost|nearly|barely|not yet) (?:six|seven|eight|nine|{_TEENS})(?= and|,|\.| in \w+ grade| when| but)"
    rf"|\b{_OPENS},? (?:with|and (?:already|still)|years|he|she|they)\b|\b{_YEARS},? at the time\b"
    rf"|\b{_YEARS}[- ]months?[- ]old\b|\b(?:{_TENS})-?something\b"
    rf"|\b(?:a|the|an) (?:{STUDENT}|{_ROLES}|man|woman) of (?:{_YEARS}){_ENDS}"
    r"|\bin (?:his|her|their|my) (?:(?:early|mid|late)[- ]?)?(?:teens|twenties|thirties|forties|fifties|sixties|seventies)\b"
    rf"|\b(?:{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)) birthday\b|\bsweet sixteen\b|\b[Bb]orn in (?:19|20)\d\d\b|\bquinceañera\b"
    r")"
)

_AGE_LOOK = re.compile(
    rf"\b(?:year|yr|y/o|yo\b|{_OPENS}|(?:{_TENS})-?something|(?:{_YEARS})(?:,? at the time|[- ]month)|birthday|[Bb]orn in|sweet"
    rf"|quincea|in (?:his|her|their|my) |going on)"
    r"|(?:\b(?:aged|Aged|age|ages|Ages|turn(?:ed|ing|s)?|was|is|were|am|are|been|wasn’t|isn’t|looked|seemed|be|[Aa]t|[Bb]eing"
    r"|[Ss]ince|[Bb]y|than|of|for|as|[Pp]ushing|[Nn]earing|[Aa]pproaching"
    r"|only|just|barely|nearly|almost|about|already|still|maybe|probably|yet|even|now|both|a|over|under)|’(?:s|m|re)|[,(]) ?"
    rf"(?:[1-9]\d?|one|{_UNITS}|{_TEENS}|{_TENS})\b"
)

# Small counts of people.
_GROUP = (
    rf"(?:{STUDENT}|famil(?:y|ies)|parents?|teachers?|colleagues?|newcomers?|bilinguals?|learners?|m[ae]n|wom[ae]n|sisters?"
    rf"|brothers?"
    r"|twins?|[\w-]+-olds?|educators?|seniors?|juniors?|freshm[ae]n|athletes?|immigrants?|refugees?|administrators?|staff"
    r"|couples?|cousins?"
    r"|(?:African |Asian |Native )?Americans?)"
)
_KIND = (
    r"(?:[A-Z][\w’-]+|black|white|brown|biracial|multiracial|gay|trans|transgender|queer|nonbinary|deaf|blind|autistic|bilingual"
    r"|multilingual|emergent|undocumented|immigrant|refugee|homeless|pregnant|adopted|foster|disabled|undocumented)"
)
# "One" is left out where it stands for anyone.
_COUNT = re.compile(
    r"\b(?:"
    rf"(?<!groups of )(?<!teams of )(?<!pairs of )(?<!sets of )\b(?:[2-9]|{_UNITS}|both|Two|Three|Four|Five|Six|Seven|Eight"
    rf"|Nine|Both)"
    rf" (?:of (?:my|our|the|those|these|her|his) )?(?:[\w-]+ ){{0,2}}?"
    rf"(?:{STUDENT}|famil(?:y|ies)|parents?|teachers?|colleagues?|newcomers?|administrators?|brothers|sisters|siblings|cousins)\b"
    r"(?! (?:read|share|act|stand|come|take|play|sit|pair|each|at a time)\b)"
    rf"|(?:\b(?:[Tt]he|[Mm]y|[Oo]ur|[Aa]|[Hh]is|[Hh]er|[Tt]heir)|’s) (?:only|one|lone"
    rf"|sole) (?:other )?(?:[\w-]+ ){{0,3}}?{_GROUP}\b(?! at a time)"
    rf"|\b(?:[Tt]he|[Mm]y|[Oo]ur) (?:only|lone|sole) (?:\w+ ){{0,2}}?(?:person|people|ones?) (?:in|on|at|from|of)\b"
    rf"|\b(?:[Oo]nly|[Jj]ust|[Ee]xactly) (?:one|a|{_FEW}) (?:other )?(?:[\w-]+ ){{0,3}}?{_GROUP}\b"
    rf"|\b(?:[Oo]ne|1|(?:[Aa]|[Tt]he) single) (?:{_KIND} ){{1,3}}{_GROUP}\b"
    rf"|\b(?:[Oo]ne|[Tt]he single) {_GROUP} (?:in a wheelchair|of color|who (?:wore|spoke|was))"
    rf"|\b[Nn]o one else (?:in|on|at) (?:the|my|our) \w+ (?:was|is|spoke|looked|had)\b"
    rf"|\b(?:one|{_FEW}) out of (?:the |my |our )?(?:\d\d?|{_UNITS}|{_TEENS}|{_TENS}) {_GROUP}\b"
    rf"|\b(?:pair|trio|set) of (?:[\w-]+ ){{0,2}}?(?:sisters|brothers|siblings|twins|cousins|friends|boys|girls)\b"
    rf"|\b[Tt]he twins\b|\btwin (?:brothers|sisters|boys|girls)\b"
    rf"|\b(?:one|One|{_FEW}) of (?:our |my |the )?(?:only |just )?(?:two|three|four|five|six) (?:[\w-]+ ){{0,2}}?{_GROUP}\b"
    r")"
)
_ROOM = r"(?:the|my|our|that|this|a|her|his) (?:whole |entire )?\w+"
# Somebody who stands alone, or nearly so.
_ALONE = re.compile(
    r"\b(?:"
    rf"\b(?:[Nn]ot (?:a|one) single|[Nn]o"
    rf"|[Tt]he) other (?:{_KIND} )?{_GROUP}\b(?<!other student)(?<!other students)(?<!other teachers)"
    rf"(?<!other kids)(?<!other teacher)(?<!other children)(?<!other parents)|\b[Nn]o other {_GROUP} (?:in|on|at) {_ROOM}"
    rf"|\b[Nn](?:o one|obody) else (?:in|on|at) {_ROOM}|\b[Nn]o one else (?:was|spoke|looked)\b"
    rf"|\b(?:[Oo]nly|[Jj]ust) (?:one|{_FEW}) of (?:them|us|these|those|the|my|our)\b|\b(?:was|were|are"
    rf"|is) (?:only )?{_FEW} of (?:us|them)\b"
    r"|(?<!n’t )(?<!not )\b[Tt]he only ones? (?:who|with|left|that|not|without)\b"
    rf"|\b(?:[Tt]he|[Oo]ur|[Mm]y) first (?:and only |openly |ever ){{0,2}}(?:{_KIND} ){{1,2}}{_GROUP}\b"
    r"|\bfirst and only\b|\b(?:only|sole|lone|one) (?:Latin[aox]|Muslim|Jew|Sikh|Christian|Asian|African|woman|man|speaker)\b"
    rf"|\b(?:[Mm]y|[Oo]ur|[Tt]he) (?:one|single) (?:{_KIND} )?(?:speaker|{_GROUP})\b(?! at)"
    rf"|\b[Oo]ne {_GROUP} (?:from [A-Z]|who (?:is|was|wore|spoke|uses|used)|(?:on|in) (?:the|my|our) (?:whole |entire )?(?:team"
    rf"|grade"
    r"|room|school|building|staff|department|program|district|town))"
    rf"|\b(?:one|{_FEW}) of (?:them|whom) (?:{_KIND}|girls|boys|new)\b|\b(?:one|{_FEW}), to be exact\b"
    rf"|\b(?:one|{_FEW}) (?:Muslim|Jew|Sikh|Latin[ao]|Asian|Somali|immigrant|refugee|newcomer)s\b"
    rf"|\b(?:[Aa]ll|every\w*)\b[^.?!]{{0,30}} (?:but|except)(?: for)? (?:one|{_FEW})\b"
    r")"
)
_COUNTS = any_of(
    f"2 3 4 5 6 7 8 9 1 one only both just exactly lone sole single pair trio set twins twin {_UNITS.replace('|', ' ')}"
)

_OF_ALL = re.compile(
    rf"\b(?:[Oo]ut of|[Oo]f) (?:the |my |our )?(?:\d\d?|{_FEW}|{_TEENS}|{_TENS})(?: [\w-]+){{1,5}}, (?:only )?(?:one"
    rf"|{_FEW}) (?:was|were|are|is|went|of)\b"
)
_COUNTED = any_of(
    "student students pupil pupils child children kid kids boy boys girl girls son sons daughter daughters classmate classmates "
    "grader graders teenager teenagers family families parent parents teacher teachers colleague colleagues newcomer newcomers "
    "administrator administrators bilingual bilinguals learner learners man men woman women sister sisters brother brothers twin "
    "twins old olds educator educators senior seniors junior juniors freshman freshmen athlete athletes immigrant immigrants "
    "refugee "
    "refugees staff couple couples cousin cousins american americans person people ones else siblings friends color wheelchair"
)

# Ways to reach somebody that are no address for sure, and numbers by which somebody is filed.
_SITE = (
    r"(?:Instagram|Insta|TikTok|Tiktok|Snapchat|Snap|Twitter|Facebook"
    r"|YouTube|Gmail|Twitch|Signal|Kik|Discord|WhatsApp|Venmo|Cash ?App|Threads|LinkedIn|Bluesky|Telegram|Roblox|Xbox)"
)
REACH = re.compile(
    r"(?<![\w.@/])@[A-Za-z_][\w.]{2,30}"
    r"|\b(?:"
    rf"\b{_SITE}(?: handle| account| name| username| page)?(?: is| was|:| as| at| under)+ [“\"]?[@\w][\w.-]{{2,}}"
    rf"|\b(?:on|at) {_SITE}(?: as|:| at| under) |\b{_SITE} (?:name|handle|account|channel|username)\b"
    rf"|\b{_SITE}(?:,|:| is| was) [“\"]?[\w.#-]*[\d_.#][\w#-]+|\b(?:DM|message) me (?:on|at)\b"
    r"|\b(?![Kk]12|[Cc]ovid)[a-z]{4,}\d{2,}\b(?!\.\w)|\b[a-z]+_[a-z]\w*(?![\w@.])|\b\w{4,} dot (?:com|org|net|edu|us|gov)\b"
    r"|\b\d\d-[A-Z]{2}-\d{3,}|\b[Ll]ocker,? (?:number |no\. |#)?\d+|\b(?:[Ll]ot|[Uu]nit) \d+ (?:of|in|at) the [A-Z]|\b(?:in|at"
    r"|was) [Ll]ot \d+"
    r"|\b(?:gamertag|screen name|screenname|user ?name|license plate|plate number|case number|locker number|room code|meeting ID"
    r"|docket number|badge number|bus number|date of birth|DOB|SSN|Wi-Fi password|area code|lunch code|lunch PIN"
    r"|passport number|caseworker’s number|student email|personal email)\b"
    r"|\b(?:handle|snap|account|login|user|username|insta) (?:is|was|was signed|signed) [“\"@][\w.@-]{3,}"
    r"|\b(?:facebook|instagram|tiktok|twitter|x|snapchat|youtube|threads|venmo|cash|linkedin|linktr)\.(?:com|app|net"
    r"|ee)/[@$\w.-]+|\b[\w-]+\.(?:wordpress|blogspot|substack|weebly|tumblr|medium|wixsite)\.com\b"
    r"|\b(?:number|no\.|PIN|code|ID|extension|ext\.) ?(?:is|was|ends in|ended in|:)? ?#?\d{4,}\b|\bext(?:\.|ension) ?\d{2,5}\b"
    r"|\bLot \d+\b"
    r"|\b(?:on|at|off|down|near|along) (?:[NSEW]\.? |North |South |East |West )?(?!(?:Mango|Sesame|Wall|Main|Jump"
    r"|Fleet)\b)[A-Z]\w+ (?:Street|St\.|Avenue|Ave\b\.?|Road|Drive|Lane|Boulevard)(?!\w)"
    r"|(?<![\w./-])(?<!\d\)\s)(?<!\d\s)[2-9]\d\d[-.] ?\d{4}(?![\w-])|\b(?:number|cell|phone|call|text|desk|at|is|on"
    r"|whiteboard):? [2-9]\d\d \d{4}\b"
    r"|\b[Zz][Ii][Pp](?: code)?:? \d{5}\b|\b[Aa](?:partment|pt\.?) \d+[A-Z]?\b|\b[Rr]oom \d{2,4}[A-Z]?\b"
    r"|\b(?:lives?|lived|living|house|home|apartment|address|corner) (?:\w+ ){0,3}?(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th))"
    r" (?:and [A-Z]\w+|Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Drive|Lane|Boulevard|Blvd\b\.?|Court|Place)"
    r"|(?<![\w.,/–-])(?<!Grant )(?<!grant )(?<!Award )(?<!award )"
    r"(?<!No\. )(?<!no\. )(?<!doi:)(?<!PMID )(?<!PMC)(?<!arXiv:)"
    r"(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\b)\d{7,10}(?![\w-])"
    r")"
)

# "@" and "#" stand for the sign itself and for a number of four digits or more.
_REACHED = any_of(
    "@ # instagram insta tiktok snapchat snap twitter facebook discord whatsapp venmo cash cashapp threads linkedin bluesky "
    "telegram "
    "roblox xbox gamertag screenname screen username user license plate case locker room docket badge bus birth dob ssn "
    "password area "
    "lunch passport caseworker email handle account login com net ee ext extension lot zip apartment apt street st "
    "avenue ave youtube gmail twitch signal kik dm message _ dot "
    "road rd drive lane boulevard blvd corner lives lived living house home address id code"
)

# Names of schools and districts.
_NOT_FIRST = (
    "The|A|An|Our|My|This|That|Every|Each|No|In|At|Middle|High|Elementary|Primary|Public|Charter|Black|White|Native|Many|Most"
    "|Some|Catholic|Private|Title|Sunday|Summer|Freshman|Senior|Junior|Old|New|Grade|Your|Their|His|Her|And|But|When|Because"
    "|Before|After"
)
_SCHOOL = re.compile(
    r"\b(?:"
    rf"\b(?!(?:{_NOT_FIRST}) )[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ ){{0,3}}?(?:Elementary|Middle|High|Charter|Magnet|Primary|Prep"
    r"|Preparatory|Academy|Schools?|ISD|Unified)\b|\b[PIMH]\.?S\.? \d{1,3}\b|\bDistrict \d{1,3}\b"
    r")"
)

TELLTALES = (
    Telltale("An exact date", "Write the season or the school year, such as “one fall”.", _DATE,
             (frozenset(f"{day:{form}}" for day in range(1, 32) for form in ("d", "02d")) | _MONTHS
              | any_of("# Columbus Peoples Presidents Veterans Patrick Mother Father Earth Independence Mayo Passover Ramadan "
                     "Kippur Rosh Mardi Friday Halloween Thanksgiving Christmas Easter Day New Eid Diwali Hanukkah Juneteenth "
                     "Bowl "
                     "Night thirteenth 13th"),)),
    Telltale("A day that can be looked up", "Write the season or the school year, such as “one fall”.", _BY_EVENT,
             (any_of("day days morning mornings night nights evening evenings week weeks weekend monday tuesday "
                     "wednesday thursday "
                     "friday saturday sunday when after hurricane january bowl eclipse"),
              any_of("election elections inauguration hurricane storm tornado flood earthquake wildfire shooting attack attacks "
                     "insurrection verdict ruling eclipse riot riots bombing massacre coup lockdown blackout acquittal "
                     "indictment "
                     "impeachment bowl series pandemic capitol dobbs roe killed shot murdered acquitted convicted elected "
                     "inaugurated sworn indicted impeached assassinated overturned declared arrested died won lost resigned "
                     "hit fell broke shut closed midterms census olympics strike walkout cup exploded crashed "
                     "struck landfall death murder killer funeral january "
                     "shootings trial wildfires protests protest"))),
    Telltale("An age", "Write the grade band, such as “a middle school student”.", _AGE,
             (any_of(f"old olds {_UNITS} {_TEENS} {_TENS} younger older years shy going teens twenties thirties "
                     "forties fifties sixties seventies birthday sweet born "
                     "quinceañera quincea") | frozenset(map(str, range(1, 100))),), _AGE_LOOK),
    Telltale("A small count of people", "For fewer than 10, write “some” or “a few”.", _COUNT, (_COUNTS, _COUNTED)),
    Telltale("A small count of people", "For fewer than 10, write “some” or “a few”.", _OF_ALL,
             (any_of("of Of"), any_of(f"2 3 4 5 6 7 8 9 one {_UNITS}"), any_of("was were are is went of"))),
    Telltale("A small count of people", "For fewer than 10, write “some” or “a few”.", _ALONE,
             (any_of(f"other else only first one ones single sole lone 2 3 4 5 6 7 8 9 {_UNITS}"),
              _COUNTED | any_of("only just else us them whom speaker exact latina latino latinx latinas latinos muslim muslims "
                                "jew jews sikh sikhs christian asian asians african somalis all every everybody everyone "
                                "everything"))),
    Telltale("What may lead to somebody’s account, home or file",
             "Take it out: no number, no name of an account, no street.", REACH, (_REACHED,)),
    Telltale("What may be the name of a school or district", "Write “our school”, unless the teller is named with it.", _SCHOOL,
             (any_of("Elementary Middle High Charter Magnet Primary Prep Preparatory Academy School Schools ISD "
                     "Unified S PS IS MS HS "
                     "District"),)),
)  # fmt: skip
