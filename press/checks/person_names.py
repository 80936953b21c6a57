"""Finds in a story's texts what may be the name of a student, a colleague or anybody else who is not known to all.

Each word with a capital gets a sign before it that says what it may be, by lists of names and by where it stands. Patterns then
find the words that are used as a name (name_patterns). A form for stories does the same with shorter lists (people.js).
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from press.checks.name_lists import Lists, forms, plain, read, whole
from press.checks.name_patterns import ACTS, AUTHORS, KNOWN, NAMES, THINGS, TITLED, TITLES

# A given name; a family name; a name that is also a word; any other word. The latter three at the start of a sentence.
SIGNS = {"given": "◆", "family": "◇", "also": "○", "other": "□", "family first": "◈", "also first": "●", "other first": "■"}
# Words with a capital that name no person: of the calendar, peoples, languages, faiths, subjects, schools, tools and firms.
NO_NAMES = frozenset(read("no-names"))
# Words that begin many sentences; none of them is a name there.
STARTERS = frozenset(
    "a about after again all almost also although always among an and another any anybody anyone anything as ask asked at "
    "attendance back be because before being behind besides between both but by class classmates colleagues could day days did "
    "do does doing don’t during each early either else even eventually every everybody everyone everything few finally first "
    "for from get getting girls give given go going had half hardly has have having he he’d he’ll he’s her here hers herself "
    "his how however i i’d i’ll i’m i’ve if in inside instead is it it’s its just kids last later leadership let let’s like "
    "listening look looking lots maybe me men mine more most mostly mothers my myself near neither never next no nobody none "
    "not nothing now of off often on once one only or other others otherwise our ours outside over parents part people perhaps "
    "please quiet quietly rather reading really say school second see several she she’d she’ll she’s should silence since "
    "slowly so some somebody somehow someone something sometimes somewhere soon staff still students such suddenly sure talk "
    "teachers that that’s the their theirs them then there there’s therefore these they they’d they’ll they’re they’ve this "
    "those though three through thus to today together tomorrow tonight too toward two under until up usually very was we we’d "
    "we’ll we’re we’ve well were what what’s whatever when whenever where wherever whether which while who whoever whom whose "
    "why with within without women words would year years yes yesterday yet you you’d you’ll you’re your yours families "
    "fathers boys".split()
)
# Names that are words with a capital: of the calendar, faiths, courts and banks.
CAPITAL_WORDS = frozenset("april may june august summer autumn christian jesus noel justice chase christmas trinity".split())
# What else begins a sentence and is no name: plurals, and what people do and how.
_STARTS = re.compile(rf"(?:{'|'.join(sorted(STARTERS))})|\w+(?:s|ing|ly|ed|tion|ment|ness|ity)")
# What is in no list and is made as names are, and as hardly any other word: Ja'Test, DeTest, Test-woo.
_SHAPED = re.compile(
    r"^(?:(?:D[aeu]|L[ae]|J[aeo]|K[aei]|T[ay]|R[aeo]|Sh[aei]|Mc|Mac|Van(?:D[ae]r)?|Von|Fitz|Di|Del|Qua|Mar)'?[A-Z][a-z]+"
    r"|[A-Z][a-z]{0,3}'[A-Z][a-z]+"
    r"|[A-Z][a-z]+-(?:woo|ah|min|jin|hee|ho|soo|su|jun|joon|yo?u?ng|hyun|seok|won|yeon|mi|ja|eun|bin|hwan|seo|rin|ji|sung"
    r"|hye|kyung"
    r"|cheol|chul|ki|wei|ming|ling|hua|ying|xin|fang|hao|jie|lan|li|mei|ping|ting|yan|yun|sook|suk|rae|tae))$"
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w’'.ʻ‘-].)[\w’'ʻ‘-]+")
# What stands before a capital that no sentence's start explains.
_WITHIN = re.compile(r"(?:[\w,;)”’]\s|[—–/]|\w\s\()$")
_SIGN = re.compile("[◆◇○□◈●■]")
# Words in no list: they count for a name only where the story never has them in small letters.
_GUESSED = re.compile(r"(?<=[□■])[\w’'ʻ‘-]+")
# A name by which somebody was called once counts everywhere in the story.
_LEARNED = re.compile(r"(?<=[□■◇◈])[\w’'ʻ‘-]+")
# What stands within a sentence, or begins one and is no word that is usual there.
_STRANGE = re.compile(r"(?<=[□◇■◈])(?:[^\W\d_]|[’'ʻ‘-]){3,40}(?!\w)")
# Languages, peoples and what is called after somebody or some place.
_OF_PEOPLES = re.compile(r"(?:ese|ean|eans|ian|ians|ish|ics|tion|ment|ness|ism|ive)$")
_SMALL = re.compile(r"(?<![\w’'-])[\w’'-]+")
_SIGNED = re.compile(r"(?<=[◆◇○□◈●■])[\w’'ʻ‘-]+")
_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]\.|,\s[A-Z]\.|(?<!\w)[A-Z]\.(?:\s[a-z]|,)|\bm(?:rs?|s|x)\b")
# A capital within a sentence, which is looked at from behind: capitals are few, and soon found.
_INNER = re.compile(r"[A-ZÀ-ÖØ-Þ](?:(?<=[\w,;)”’]\s.)|(?<=[—–/].)|(?<=\w\s\(.))[\w’'ʻ‘-]+")
# What the form for stories needs to find the same (press/theme/assets/press/write/people.js).
PATTERNS = {
    "capital": _CAPITAL, "before": _WITHIN, "sign": _SIGN, "guessed": _GUESSED, "learned": _LEARNED, "starts": _STARTS,
    "shaped": _SHAPED, "titled": TITLED, "small": _SMALL, "strange": _STRANGE, "peoples": _OF_PEOPLES,
    "signed": _SIGNED, "inner": _INNER, "acts": ACTS, "initials": _INITIALS,
}  # fmt: skip
TABLES = {"authors": AUTHORS, "things": THINGS, "names": NAMES}


class Name(NamedTuple):
    """What may be somebody's name: its line, the words, whether it comes with a title, and whether it is no more than a guess."""

    line: int
    words: str
    is_titled: bool
    is_guess: bool = False


def names_in(
    texts: Sequence[tuple[int, str]], lists: Lists | None = None, teller: str = "", told: Container[str] = ()
) -> Iterator[Name]:
    """What may be a name in `texts`, which come with the line of their first word; by `lists`, or all that is packaged.

    Of the words that are `told` already for something else no guess is made. The name by which the `teller` is shown stands
    below the title, so it tells nothing more in the text.
    """
    lists = lists or whole()
    public = set(map(_bare, _CAPITAL.findall(teller)))
    near = [(line, text) for line, text in texts if _may_name(text, lists)]
    masked = [(line, _masked(text, public)) for line, text in near]
    found: list[Name] = []
    signed: list[tuple[int, str]] = []
    for line, text in masked:
        found += [Name(line + text.count("\n", 0, one.start()), one[0], True) for one in TITLED.finditer(text)]
        signed.append((line, _signed(TITLED.sub(_hidden, text), lists, public)))
    used = [
        (line + text.count("\n", 0, one.start()), one[0])
        for line, text in signed
        for name in NAMES
        for one in name.finditer(text)
    ]
    guesses = {guess for _, words in used for guess in _GUESSED.findall(words)}
    small = {word for _, text in texts for word in _SMALL.findall(text)} if guesses else set()
    ordinary = {guess for guess in guesses if _bare(guess).lower() in small}
    used = [(line, words) for line, words in used if ordinary.isdisjoint(_GUESSED.findall(words))]
    learned = {_bare(word) for _, words in used for word in _LEARNED.findall(words)}
    found += [Name(line, " ".join(_SIGNED.findall(words)) or words, False) for line, words in used]
    looked_at = set(near)
    rest = [one for one in texts if one not in looked_at and any(word in one[1] for word in learned)] if learned else []
    signed += [(line, _signed(_masked(text, public), lists, public)) for line, text in rest]
    for line, text in signed if learned else ():
        for one in _LEARNED.finditer(text):
            if _bare(one[0]) in learned:
                found.append(Name(line + text.count("\n", 0, one.start()), one[0], False))
    known = {word for name in found for word in name.words.split()}
    found += [one for one in _strange(signed, lists, texts) if one.words not in known and one.words not in told]
    yield from dict.fromkeys(found)


def _strange(signed: Iterable[tuple[int, str]], lists: Lists, texts: Sequence[tuple[int, str]]) -> Iterator[Name]:
    """Words with a capital that no list knows: names of people, places or schools, most of them."""
    found = [
        (line + text.count("\n", 0, one.start()), one[0])
        for line, text in signed
        for one in _STRANGE.finditer(text)
        if not _is_usual(_bare(one[0]), lists)
    ]
    small = {word for _, text in texts for word in _SMALL.findall(text)} if found else set()
    yield from (Name(line, word, False, True) for line, word in found if _bare(word).lower() not in small)


def _is_usual(word: str, lists: Lists) -> bool:
    """Whether a word with a capital is one of the language, or of the calendar, of peoples, subjects, firms."""
    small = plain(word).lower()
    if len(small) < 3 or small in STARTERS or _OF_PEOPLES.search(small):
        return True
    return any(form in lists.common or form in NO_NAMES for form in forms(small))


def _may_name(text: str, lists: Lists) -> bool:
    """Whether a closer look is worth its time: most texts have capitals where sentences start, and no others."""
    found = _CAPITAL.findall(text)
    if any(_bare(word).lower() not in NO_NAMES for word in _INNER.findall(text)) or not TITLES.isdisjoint(found):
        return True
    first = {word for word in map(_bare, found) if word.lower() not in STARTERS}
    if first and (
        any(name in words for name in map(plain, first) for words in lists[:3])
        or not all(_is_usual(word, lists) for word in first)
        or not first.isdisjoint(map(_bare, ACTS.findall(text)))
    ):
        return True
    return _INITIALS.search(text) is not None


def _masked(text: str, public: set[str]) -> str:
    """`text` without the names that everybody may say, of the same length; the last word of each person's goes to `public`."""

    def hide(found: re.Match[str]) -> str:
        public.update(_bare(word) for word in _CAPITAL.findall(found[0])[-1:])
        return _hidden(found)

    for pattern in (KNOWN, *AUTHORS):
        text = pattern.sub(hide, text)
    for pattern in THINGS:
        text = pattern.sub(_hidden, text)
    return text


def _hidden(found: re.Match[str]) -> str:
    return "".join(sign if sign.isspace() else "·" for sign in found[0])


def _signed(text: str, lists: Lists, public: set[str]) -> str:
    """`text` with a sign before each word that may be a name."""

    def sign(found: re.Match[str]) -> str:
        word = _bare(found[0])
        if word in public or word.lower() in NO_NAMES or word.isupper():
            return found[0]
        name = plain(word)
        if name in lists.given:
            return SIGNS["given"] + found[0]
        is_within = _WITHIN.search(text[max(0, found.start() - 3) : found.start()])
        kind = "also" if name in lists.words else "other"
        if name in lists.family or _SHAPED.search(word) or (kind == "also" and is_within and not _is_other(name, lists)):
            kind = "family"
        if kind == "other" and (
            "'" in word
            or word in lists.large
            or word[1:] != word[1:].lower()
            or (not is_within and _STARTS.fullmatch(word.lower()))
        ):
            return found[0]
        return SIGNS[kind if is_within else f"{kind} first"] + found[0]

    return _CAPITAL.sub(sign, _SIGN.sub(" ", text))


def _is_other(name: str, lists: Lists) -> bool:
    """Whether a name that is also a word may have its capital for another reason: a place, a month, a faith."""
    return name in lists.places or name in lists.large or name.lower() in CAPITAL_WORDS


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").rstrip("'")
