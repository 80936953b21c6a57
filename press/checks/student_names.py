"""Finds in a story's texts what may be the name of a student."""

import re
from collections.abc import Iterator, Sequence

from press.manuscript import sentences

STUDENT = r"(?:students?|pupils?|child|children|kids?|boys?|girls?|sons?|daughters?|classmates?|(?:\w+-)?graders?|teenagers?)"

# Words with a capital that name no person: of the calendar, peoples, languages, faiths, subjects, schools and tools.
NO_NAMES = frozenset(
    "i i'm i'd i've i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december black white brown asian asians african american americans latino latina latinx "
    "latine latinos latinas hispanic native indigenous pacific islander european arab muslim muslims christian jewish hindu "
    "buddhist sikh catholic haitian somali mexican chinese vietnamese korean indian english spanish french arabic creole "
    "portuguese cape verdean hmong math science history algebra geometry biology chemistry advanced placement ap iep ell us usa "
    "america thanksgiving christmas ramadan eid easter halloween grade school high middle elementary ms mr mrs dr google zoom "
    "chromebook chromebooks pdf".split()
)
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_][\w’'-]*")
# A capital that no sentence's start explains. What stands before it is looked at last: capitals are few, and soon found.
_WITHIN = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[\w,;)”’] .)[\w’'-]*")
_NEAR = re.compile(rf"\b{STUDENT}\b", re.I)
REACH = 4  # words to either side of a name in which a student is looked for
# What the form for stories needs to find the same (press/theme/assets/press/write/noted.js).
PATTERNS = {"word": _WORD, "within": _WITHIN, "near": _NEAR}


def names_in(texts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Words that look like a name and stand near “student”, each with its line. `texts` come with theirs."""
    names = _names(texts)
    for line, text in texts if names else ():
        if any(name in text for name in names) and _NEAR.search(text):
            for below, sentence in sentences.sentences(text):
                yield from ((line + below, name) for name in _near_students(sentence, names))


def _names(texts: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Words that stand within a sentence with a capital, and nowhere in the story without one."""
    found = {_bare(word) for _, text in texts for word in _WITHIN.findall(text.replace("\n", " "))}
    return frozenset(word for word in found if word.lower() not in NO_NAMES and not _stands_small(word, texts))


def _stands_small(word: str, texts: Sequence[tuple[int, str]]) -> bool:
    pattern = re.compile(rf"(?<![\w’'-]){re.escape(word.lower())}(?![\w’'-])")
    return any(pattern.search(text) for _, text in texts)


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").rstrip("'")


def _near_students(sentence: str, names: frozenset[str]) -> Iterator[str]:
    for found in _WORD.finditer(sentence):
        if _bare(found[0]) in names:
            around = (*sentence[: found.start()].split()[-REACH:], "|", *sentence[found.end() :].split()[:REACH])
            if _NEAR.search(" ".join(around)):
                yield found[0]
