"""Writes what the form's script is given for the small sound project, and samples with what the program makes of them, for Node.

Usage: python tests/form_rules.py FILE
"""

import json
import random
import sys
from collections.abc import Iterator
from itertools import cycle, pairwise, product
from pathlib import Path
from typing import Any, get_args

from press.checks import name_lists, person_names, personal_data, places, recognition
from press.library import edition, kinds, stems, vocabulary, wording
from press.library.load import load
from press.library.model import Story, StoryKind
from press.manuscript import markdown, sentences, typographer
from press.web.form import rules
from projects import CASES, ROOT, TODAY

# For each of the typographer's signs, by its pattern, a text that has it.
SIGNS = {
    typographer.SIGNS[0][0].pattern: "Wait... and wait.... on.. What?...",
    typographer.SIGNS[1][0].pattern: "this---that ---- five ----- A--->B",
    typographer.SIGNS[2][0].pattern: "this -- that -- 1--2 a--b --x y--\n--z A-->B",
}
_QUOTED = (
    "The '90s, rock 'n' roll, 'tis 'em and 'Em' and the 1960's",
    "\"I like 'rock 'n' roll' a lot,\" she said. 'Hi' (\"ho\")",
    "5'10\" tall, a 6\" ruler, the teachers' list, ' and \" alone",
    "“Năm” 'été' 🙂'x' '🙂' $'5'$",
)
_ADDRESSES = (
    "See https://example.org/a, www.example.org. (https://example.org/b_(c)) and http://x.",
    'www.example.org/a?b=c&amp; x@example.org <https://example.org> *www.a.example* "https://a.example"',
    "https://a_b.example https://a.b_c www. www.a https:// xwww.a.example nhttps://a.example https://é.example/é;",
    "[https://example.org] HTTPS://EXAMPLE.ORG ftp://example.org WWW.example.org “https://example.org” https://-a https://x",
    "(www.example.org/x)) https://example.org/a*b*, https://example.org/a~, https://example.org/a]: https://example.org/'",
)
_AROUND = (
    "It was {}. The next came.",
    "It was {}. Testa came.",
    "See {}. 7 of them.",
    "{}. Then we went.",
    "She said “{}.” (The next) came.",
    "It was {}… Then “It” went on! And {}? No. 3",
    "It was {} … The next came. {}.",
)
_LAST = ("word", "X", "I", "U.S", "a.m", "p.m", "Ph.D", "Ed.D", "etc", "al", "Inc", "Jr", "12", "(3", "é", "Ω", "x-y")

# For the search: parts of English words, and words as nobody expects them.
_BEGINNINGS = (
    "y cry dy ty say boy by even out inn herr succ proc exc past gener commun univers inter organ later emerg arsen hop hopp tap "
    "fluff educat disabl nation happi relat logic gent id ugl sk ne bia atla microaggress suspen referr restor tard racis repair"
).split()
_ENDINGS = (
    "s es ed ing edly ingly eed eedly y ly li e l ll us ss sses ies ied ies ational fulness iveness ization ousness biliti "
    "lessli tional alism aliti ation entli fulli iviti ogist ousli abli alli anci ator enci izer bli ogi ative icate alize "
    "iciti ical ness ful ement ance ence able ible ment ant ate ent ion ism iti ive ize ous al er ic"
).split()
_ODD = (
    "Hawaiʻi Hawai'i Hawai`i ﬁrst ﬃx café CAFÉ naïve Straße ΣΊΣΥΦΟΣ m² CO₂ ½ pre-K self-harm 501(c)(3) AT&T and/or one—two "
    "A-->B wait...what U.S. e.g. D. doesn’t doesn't teachers’ “work” ‘90s the The (the) who’s to-do 504 K–12 हिन्दी 東京 "
    "constructor __proto__ toString ... - —"
).split()


_UNNAMED = "---\ntitle: Test data\nkind: first-person\nattribution: anonymous\n---"
# Made up, like all test data: what may be a name or a place, and what is none.
_PEOPLE = (
    "I asked Jayden why he was late.",
    "A seventh grader called Testo walked out.",
    "Later Hope raised her hand.",
    "Hope is a plan.",
    "Will raised his hand.",
    "Will it matter?",
    "May came.",
    "José said so.",
    "O'Brien and Anne-Marie left.",
    "DESHAWN sat.",
    "My principal, Mrs. Lee, said no.",
    "Coach Williams benched him.",
    "Dr. King had a dream.",
    "Ms. B. said we could.",
    "Beloved by Toni Morrison, and then Morrison again.",
    "A poem by Jayden Smith.",
    "Smith and Jones (2019) found it.",
    "“The Great Gatsby” bored Daniel.",
    "The Jackson Street bridge.",
    "We met Destiny—and Testa told us.",
    "J.T. was in my room.",
    "The kid (Jayden) laughed. Testa and the kids.",
    "Our mentor, Testa Testo, left.",
    "“Jayden left,” said Noah’s mom.",
    "Many of our children speak Navajo.",
    "Chromebooks were new. GitHub asks much.",
    "Roster: Washington, D.” and so on",
    "I teach in Chicago.",
    "I teach in Madison.",
    "In Compton it was hot.",
    "We drove to Testville.",
    "I taught in Testville.",
    "Wai‘anae kids came.",
    "On the Test Reservation.",
    "Our town, Testville, has one light.",
    "Boston kids from Boston.",
    "They moved from Somalia to Texas.",
    "Chinatown is near Route 9.",
    "He came from Jacksonville in March.",
    "Santa Ana families",
)


def _some(count: int) -> list[str]:
    """Random short texts of all that the typographer looks at; the same ones each time."""
    draw = random.Random(17)
    return [
        "".join(draw.choices(["'", '"', "--", "-", "...", ".", " ", "a", "n", "9", "s", "(", "—", "\n", "tis", "<"], k=9))
        for _ in range(count)
    ]


def _addresses(text: str) -> list[str]:
    """The addresses that are links by themselves in a text, as the parser finds them."""
    children = [child for block in markdown.parse(text.replace("<", "\\<")) for child in block.children or ()]
    links = pairwise(children)
    found = [after.content for child, after in links if child.type == "link_open"]
    return [address for address in found if not address.startswith("ftp:") and "@" not in address]


def _names(text: str) -> list[bool]:
    """Whether `text` may have a name, one with a title, and a strange word, by the lists that the form has."""
    told = set(recognition.told_words(text))
    found = list(person_names.names_in([(1, text)], name_lists.in_form(), told=told))
    sure = any(not name.is_titled and not name.is_guess for name in found)
    return [sure, any(name.is_titled for name in found), any(name.is_guess for name in found)]


def _places(text: str) -> list[tuple[int, str]]:
    """What may be a place in `text` and stands beside none that is sure."""
    sure = [found.span() for found in places.PLACE.finditer(text)]
    found = places.guessed(text, name_lists.in_form())
    return [one for one in found if not any(start < one[0] + len(one[1]) and one[0] < end for start, end in sure)]


def _told() -> Iterator[tuple[str, list[str]]]:
    """The sentences by which the notes are measured, each with what the form should say of it."""
    lists = name_lists.in_form()
    for path in sorted((ROOT / "benchmarks" / "data").glob("recognition-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.partition("\t")[2]
            if text.strip():
                story = kinds.parse(f"{_UNNAMED}\n\n{text}\n".encode(), "stories/test.md")
                found = {finding.what for finding in (*recognition.find(story, lists), *places.find(story, lists))}
                yield text, sorted(found | {personal_data.WHAT.format(sort=sort) for _, sort in personal_data.found(story)})


def _alike() -> Iterator[tuple[str, Any]]:
    lists = sorted(set().union(*sentences.LISTS.values()))
    texts = [around.replace("{}", word) for around, word in product(_AROUND, (*lists, *_LAST))]
    yield "sentences", [(text, [found for _, found in sentences.sentences(text)]) for text in texts]
    yield "signs", [(text, typographer.line(text)) for text in (*SIGNS.values(), *_QUOTED, *_some(500))]
    yield "addresses", [(text, _addresses(text)) for text in _ADDRESSES]
    kinds = product(get_args(StoryKind), ("", *wording.TELLER), ("", "Test Data"), ("", "Test School"))
    places = cycle(zip(vocabulary.ROLES, vocabulary.GRADES, vocabulary.STATES, strict=False))
    stories = [
        {"kind": kind, "attribution": how, "author": author, "school": school, "role": role, "grades": band, "state": state}
        for (kind, how, author, school), (role, (band, _), (state, _)) in zip(kinds, places, strict=False)
    ]
    words = [*_ODD, *("".join(pair) for pair in product(_BEGINNINGS, ("", *_ENDINGS)))]
    yield "words", [(word, stems.of_word(word)) for word in words]
    yield "small", [(word, stems.of_word(word)) for word in sorted(stems.SMALL)]
    helpers = [dict(zip(wording.HELPED, given, strict=True)) for given in product(("", "Test Data", "Test O'Data"), repeat=3)]
    told: list[dict[str, Any]] = [{field: typographer.line(name) for field, name in values.items()} for values in helpers]
    helped = [list(wording.helpers_in_parts(Story.model_construct(**values))) for values in told]
    yield "helpers", list(zip(helpers, helped, strict=True))
    yield "names", [(text, _names(text)) for text in _PEOPLE]
    yield "places", [(text, bool(_places(text))) for text in _PEOPLE]
    yield "told", list(_told())
    yield "tellers", [(values, list(wording.line_in_parts(Story.model_construct(**values)))) for values in stories]


def write(path: Path) -> Path:
    """Put the rules, and pairs of a sample with what the program makes of it, into `path` as JSON."""
    given = rules.gathered(edition.prepare(load(CASES / "_sound"), "web", TODAY))
    given["lists"] = rules.lists()
    path.write_text(json.dumps({"rules": given, "alike": dict(_alike())}, ensure_ascii=False), encoding="utf-8")
    return path


if __name__ == "__main__":
    write(Path(sys.argv[1]))
