"""The patterns by which a word is taken for somebody's name, and those of names that everybody may say.

They look at a text in which each word with a capital has a sign before it: what it may be (see `SIGNS` in person_names).
"""

import re

from press.checks import name_lists

STUDENT = r"(?:students?|pupils?|child|children|kids?|boys?|girls?|sons?|daughters?|classmates?|(?:\w+-)?graders?|teenagers?)"
_ONE = (
    r"(?:student|pupil|child|kid|boy|girl|son|daughter|classmate|(?:\w+-)?grader|teenager|senior|junior|freshman|sophomore"
    r"|teacher|colleague|mentor|principal|aide|para|paraprofessional|counselor|coach|chair|rep|secretary|custodian|librarian"
    r"|neighbor|friend|mother|mom|father|dad|sister|brother|cousin|aunt|uncle|grandmother|grandma|grandfather|parent|partner)"
)
# What people do, and what hardly anything else does.
_DID = (
    r"(?:said|asked|told|answered|replied|whispered|shouted|yelled|laughed|cried|smiled|nodded|shrugged|sighed|frowned|walked|sat"
    r"|stood|wanted|knew|wrote|looked|stared|glared|raised|refused|apologized|muttered|mumbled|grinned|blushed|flinched|argued"
    r"|begged|corrected|explained|insisted|interrupted|hugged|waved|slept|sobbed|slammed|grabbed|says|asks|tells|laughs|smiles"
    r"|nods|shrugs|sits|wants|knows|raises|refuses|pulled|threw|tapped|leaned|pointed|rolled|folded|hated|loved|wondered|noticed"
    r"|admitted|complained|joked|gasped|giggled|stormed|ran|spoke|translated|graduated|volunteered|transferred|enrolled)"
)
_NOT = (
    r"(?:had|hadn’t|hadn't|didn’t|didn't|wouldn’t|wouldn't|couldn’t|couldn't|won’t|won't|doesn’t|doesn't|would|could|can’t|can't)"
)
_DO = (
    r"(?:look|talk|speak|say|ask|answer|sit|stand|write|read|listen|come|want|know|raise|smile|laugh|cry|stop|believe|remember"
    r"|said|asked|told|raised|walked|sat|stood|wanted|turned|stopped|started|gone|come|packed|finished|missed|left|been absent)"
)
_MORE = (
    r"(?:was|is|were|has|had|came|went|got|gets|took|put|left|turned|started|began|kept|keeps|tried|tries|needed|needs|moved"
    r"|stopped|missed|failed|passed|stayed|arrived|felt|heard|thought|lived|lives|worked|works|made|makes|gave|gives|called|calls"
    r"|handed|listened|opened|closed|saw|showed|did|does|finished|read|held|pushed|joined|helped|brought|will|would|could)"
)
_ADVERB = r"(?:(?:just|only|never|always|then|still|also|finally|\w+ly|even|once|already|later)\s)?"
_DOES = rf"\s{_ADVERB}(?:{_DID}|{_NOT}\s{_ADVERB}{_DO})\b"
_ANY_DOES = rf"\s{_ADVERB}(?:{_DID}|{_NOT}|{_MORE})\b"
_OWN = (
    r"(?:mother|mom|mama|father|dad|parents?|family|grandmother|grandma|grandfather|aunt|uncle|brothers?|sisters?|cousins?|hand"
    r"|hands|face|eyes|voice|desk|seat|chair|backpack|notebook|essay|paper|homework|grades?|locker|name|work|answer|head|hoodie"
    r"|teacher|counselor|case|story|question|test|project|phone|shoulder|smile|attendance|file|referral|behavior|side|way)"
)
_WORD = r"[^\W\d_][\w’'ʻ‘-]*"
_GIVEN, _FAMILY, _ALSO, _OTHER = rf"◆{_WORD}", rf"◇{_WORD}", rf"○{_WORD}", rf"□{_WORD}"
_ANY, _FIRST, _WITHIN = rf"[◆◇○□◈●■]{_WORD}", rf"[◈●■]{_WORD}", rf"[◆◇○□]{_WORD}"
_ALONE = r"(?!\s(?:[◆◇○□][\w’'-]|[A-Z\d]))"
_NO_ARTICLE = r"(?=[◇○□])(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )(?<!\b[Oo]ur )(?<!\b[Mm]y )"
_CALLS = (
    r"(?:asked|told|tell|ask|called on|call on|nicknamed|helped|hugged|sent|moved|seated|let|invited|reminded|emailed|marked|gave"
    r"|never saw|why|whether|because|that|when|if|until|but|and then|with|for|to|about|like|beside|behind|next to)"
)
NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_GIVEN}(?:\s(?:{_WITHIN}|[A-Z]\.))*",
        rf"[○□●■]{_WORD}\s{_FAMILY}",
        rf"{_NO_ARTICLE}(?<!\bin )(?<!\bat )(?<!\bfrom )(?<!\bnear )(?<!\bof ){_FAMILY}{_ALONE}",
        rf"◈{_WORD}(?:,|{_ANY_DOES})",
        rf"{_NO_ARTICLE}[◇○□]{_WORD}(?:,?\swho\b|\s{_ADVERB}{_DID}\b)",
        rf"{_NO_ARTICLE}[◇○]{_WORD}\s{_ADVERB}{_NOT}\s{_ADVERB}{_DO}\b",
        rf"{_FIRST}{_DOES}",
        rf"\b(?!(?:the|an?|our|my|this|each|every|your|their|his|her|its|of|in|on|at|by|from|for"
        rf"|to)\b)[a-z’']+,?\s□{_WORD}\s{_ADVERB}"
        r"(?:was\s(?:[a-z]+ing|absent|late|out|gone|quiet|new|sick|home|there|back|right|one|who)|had\s[a-z]+ed|got|came|left"
        r"|turned|stopped|moved|stayed|failed|missed|led|sang|danced|won|lost|tried|needed|kept|arrived|helped|found)\b",
        rf"●{_WORD}\s(?:never|always|just|finally|still|already)\s(?:[a-z]+ed|{_DID})\b",
        rf"\b(?:gave|handed|told|asked|sent|showed|let|offered|lent)\s{_ALSO}\s(?:an?|the|my|his|her|to|that|another|it)\b",
        rf"[●■]{_WORD}\s{_ADVERB}(?:{_NOT}|{_MORE})\s[^.?!\n,;]{{0,40}}\b(?:her|his|herself|himself)\b",
        rf"[●■○□◇◈]{_WORD}[’']s\s(?:\w+\s)?{_OWN}\b",
        rf"\b{_CALLS}\s{_ALSO}(?<![’']s)(?:{_ANY_DOES}|\sto\b|[.?!]|\sagain\b|\swhy\b|\sup\b|\sout\b)",
        rf"\b(?:asked|told|called on|nicknamed|named (?:him|her)|calls? (?:him|her)|called (?:him|her|me))\s[○□◇]{_WORD}{_ALONE}",
        rf"\b{_ONE}\s(?:who\swas\s|we\scalled\s|I’ll\scall\s)?(?:named|called|nicknamed)\s{_WITHIN}",
        rf"\b(?:(?:call|named?|nicknamed?) (?:her|him|them|the (?:boy|girl|child|student|kid))"
        rf"|(?:[Hh]er|[Hh]is|[Tt]heir|the (?:boy|girl|child|student|kid)’s) (?:nick)?name (?:is|was)|goes by|went by)\s{_ANY}",
        rf"[○□●■◇◆](?:Lil|Big|Tiny)[’']?\s{_ANY}",
        r"\b(?:call|called|named)\s(?:(?:her|him|them)\s)?[A-Z]\.(?=\s[a-z]|,)",
        rf"(?<![\w.’'])(?<![A-Za-z]\s)[A-Z]\.{_ANY_DOES}",
        rf"\b(?:moved|asked|told|pulled|helped|hugged|seated|paired|thanked|praised|scolded|watched|caught|met|invited|emailed"
        rf"|ignored"
        rf"|sent|noticed|missed)\s□{_WORD}(?<![’']s){_ALONE}\s(?:to|at|aside|out|up|again|when|because|down|back|off"
        rf"|[a-z]+ing)\b",
        rf"{_ANY},\s(?:a|an|one\sof|the|my|our|another)\s(?:[\w-]+\s){{0,4}}?{_ONE}\b",
        rf"\b{_ONE},\s[A-Z]\.,",
        rf"\b{_ONE},\s{_WITHIN}(?:\s{_WITHIN})?(?:,|{_ANY_DOES})",
        rf"(?<![\w.]){_WORD},\s[A-Z]\.(?![\w]|\s?[A-Z]\.|C)(?=[^.?!]*”|\s[a-z])",
        r"(?<![\w.])(?!(?:U\.\s?S|P\.\s?E|P\.\s?S|I\.\s?S|D\.\s?C|A\.\s?P|B\.\s?A|M\.\s?A|I\.\s?D|P\.\s?M|A\.\s?M|L\.\s?A|N\.\s?Y"
        r"|U\.\s?N|P\.\s?A|T\.\s?V|J\.\s?V|Q\.\s?A|G\.\s?T|B\.\s?C|A\.\s?D|B\.\s?S|R\.\s?I)\.)[A-Z]\.\s?[A-Z]\."
        rf"(?=[’']s|,\s(?:which|who|a|my)|{_ANY_DOES})",
    )
)
# What begins a sentence and does what people do.
ACTS = re.compile(
    r"([A-ZÀ-ÖØ-Þ](?<![\w’'.ʻ‘-].)[\w’'ʻ‘-]+?)"
    rf"(?:[’']s\s|,\s(?:a|an|one|the|my|our|another)\s|\s{_ADVERB}(?:{_DID}|{_NOT}|{_MORE})\b)"
)
# Somebody is addressed by a title: a colleague, mostly.
_ADDRESS = r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Sra|Sgt|Mme)\.?|Miss|Madame|Señora?|Señorita)"
_OFFICE = (
    r"(?:Coach|Principal|Professor|Maestr[oa]|Kumu|Imam|Rabbi|Pastor|Elder|Deacon|Chaplain|Sister|Brother|Father|Nurse|Officer"
    r"|Deputy|Sheriff|Sergeant|Dean|Counselor|Superintendent|Director|Aunt|Auntie|Uncle|T[ií]a|T[ií]o|Abuel[ao]|Grandma|Grandpa)"
)
_NO_PERSON = (
    r"(?:Association|Program|Office|Evaluation|Leadership|Academy|Institute|Day|Appreciation|Training|Certification|Advisory"
    r"|Services|Night|Meeting|Council|School|Schools|Education|Instruction|Curriculum|Circle|Hood|Act|Standards|And|Or|Of)"
)
TITLES = frozenset(re.findall(r"[A-Z]\w+", f"{_ADDRESS} {_OFFICE} Señora Señorita Maestra Maestro Tia Tía Tio Tío Abuela Abuelo"))
TITLED = re.compile(
    rf"(?=[A-Z])(?<!\w){_ADDRESS}\s[A-ZÀ-ÖØ-Þ](?:[\w’'ʻ‘-]+|\b\.?)"
    rf"|(?=[A-Z])(?<!\w){_OFFICE}\s(?!{_NO_PERSON}\b)[A-ZÀ-ÖØ-Þ][\w’'ʻ‘-]+(?!\s{_NO_PERSON}\b)"
)

# Names that are no news: of known people and authors, of places and things called after somebody, and in titles.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'.ʻ‘-]*"
_FULL = rf"{_CAPITAL}(?:\s(?:de|la|del|da|van|von|bell|wa|al|and|{_CAPITAL}))+"
_SMALL_WORDS = r"(?:of|the|and|a|an|in|to|for|on|with|at|by|is|from)"
_WORKS = r"(?:read|reading|books?|novels?|poems?|essays?|articles?|chapters?|memoirs?|plays?|songs?|lines?|paintings?|work|words)"
_KNOWN_FOR = (
    r"(?:author|poet|novelist|scholar|researcher|historian|philosopher|playwright|singer|rapper|activist|psychologist|sociologist"
    r"|economist|composer|scientist|astronaut|educator|journalist)"
)
_ABOUT = (
    r"(?:(?:biography|posters?|portrait|mural|statue|speech|quote|poems?|novels?|legacy|assassination|murder|killing"
    r"|death) (?:of|by|from|about|on)"
    r"|(?:quoted|quoting|quotes|assigned|studied|cited|citing|cites|study|memorized|(?:taught|teach|learned|learn) about)"
    r"|(?:unit|lesson|essay|paper|report|chapter|documentary|movie|film|book|books) (?:about|on))"
)
_OF_STATE = (
    r"(?:Senator|President|Presidents|Governor|Representative|Congressman|Congresswoman|Secretary|Mayor|Justice|Saint|St\.|San"
    r"|Santa"
    r"|King|Queen|Pope|Emperor|Pharaoh|General|Chief)"
)
_CALLED_AFTER = (
    r"(?:Street|Avenue|Ave|Road|Lane|Drive|Boulevard|Parkway|Highway|Hall|Park|Center|Centre|Library|University|College|Schools?"
    r"|Elementary|Middle|High|Academy|County|Parish|Township|District|River|Lake|Creek|Bay|Beach|Island|Mountain|Valley|Heights"
    r"|Day|Week|Month|Act|Award|Prize|Foundation|Fund|Institute|Method|Test|Theorem|Effect|Law|Protocol|Hospital|Church|Stadium"
    r"|Bridge|Scholarship|Scholarships|Fellowship|Press|Books|Magazine|Museum|Reservation|Nation|Airport|Mall|Framework|Rubric"
    r"|Taxonomy|Model|Curriculum|Cup|Medal|Laws|era|Crow|Report|Project|Study|Scale|Inventory|System|Company|Group|Clause|Code)"
)
_THINGS = (
    r"(?:rubric|framework|taxonomy|method|protocol|scale|model|curriculum|act|effect|decision|case|amendment|program|poems?)"
)
_KNOWN_WORKS = (
    r"(?:books?|novels?|memoir|research|articles?|podcast|framework|study|studies|biography|album|TED|theory|scholarship)"
)


def _known() -> str:
    """The known people by their first letter, the longest first, which spares most of the time that their number would take."""
    groups: dict[str, list[str]] = {}
    for name in sorted(name_lists.read("known"), key=len, reverse=True):
        groups.setdefault(name[0], []).append(re.escape(name[1:]).replace("\\ ", r"\s").replace("’", "[’']"))
    return "|".join(f"{first}(?:{'|'.join(group)})" for first, group in sorted(groups.items()))


# The first finds people by name. What they are called by alone is no news either, in the rest of the story.
KNOWN = re.compile(rf"(?<!\w)(?:{_known()})(?!\w)")
AUTHORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[”’\"*]|\b[A-Z][\w’'-]+|\b{_WORKS}\b[^.?!]{{0,40}}?),?\s(?:written\s|edited\s|illustrated\s)?by\s{_FULL}",
        rf"\b{_KNOWN_FOR}s?,?\s{_FULL}",
        rf"\b{_OF_STATE}\s{_CAPITAL}(?:\s{_CAPITAL})*",
        rf"{_FULL}[’']s\s(?:new\s|first\s|own\s)?{_KNOWN_WORKS}\b",
        rf"{_FULL}\s(?:argues|writes)\b",
        rf"\b{_ABOUT}\s{_FULL}(?:\sand\s{_FULL})?",
        rf"{_CAPITAL}(?:,?\s(?:and|&)\s{_CAPITAL}|\set\sal\.?|,\s(?:[A-Z]\.\s?)+)*,?\s\((?:19|20)\d\d[a-z]?\)",
        rf"{_CAPITAL}\set\sal\b",
    )
)
THINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[“\"](?!(?:Talk|Ask|Tell|Listen|Look|Go|Come|Sit|Give|Send|Call|Stop|Thank|Thanks|Hi|Hey|Hello|Sorry|Please|Yes|No|Mr"
        r"|Mrs|Ms)\b)"
        rf"[A-Z][\w’'-]+(?:[,:]?\s(?:[A-Z][\w’'-]+|\d+|I|A|{_SMALL_WORDS})){{1,8}}[,.?!]?[”\"]",
        rf"\b(?:[Rr]ead|[Rr]eading|[Rr]eread|[Ww]atched|[Ww]atching)\s[A-Z][\w’'-]*(?:\s(?:{_SMALL_WORDS}|[A-Z][\w’'-]*)){{0,6}}"
        r"\s(?:[A-Z][\w’'-]*)",
        rf"(?:{_CAPITAL}\s){{1,3}}{_CALLED_AFTER}\b",
        rf"\b(?:[Tt]he|[Aa]|[Oo]ur)\s{_CAPITAL}\s{_THINGS}\b",
        r"\b[A-Z][a-z]+\sv\.\s[A-Z][a-z]+",
    )
)
