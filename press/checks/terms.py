"""Turns the terms of the glossary and two short lists of our own into the words that the jargon check looks for."""

import re
import string
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from press.library.load import Library
from press.manuscript import glossary
from press.manuscript.source import Source

# Terms of the glossary that need no link: the word is also an everyday one, and whoever takes it so is not misled.
# Norm, protocol and facilitator stay out of this list: here they mean something narrower than elsewhere.
EVERYDAY = (
    "belonging",  # being part of a place, as everyone says; also a theme's name
    "consent",  # a yes; the pages on which its rules matter state them, and a trip's consent form is none of ours
    "repair",  # mending, of a promise as of a copier
    "teacher leader",  # a teacher who leads: a story's role, a section of each activity, and often the reader
)

# Words that no glossary explains, with a plainer one. Forms of one word stand together.
PLAINER = (
    ("leverage leverages leveraged leveraging", "use"),
    ("utilize utilizes utilized utilizing", "use"),
    ("stakeholder stakeholders", "the people whom it touches"),
    ("buy-in", "agreement"),
    ("pedagogy pedagogies pedagogical pedagogically", "teaching"),
    ("scaffold scaffolds scaffolded scaffolding", "support, step by step"),
    ("differentiate differentiates differentiated differentiating differentiation", "fit to each student"),
    ("action-step action-steps", "next step"),
    ("unpack unpacks unpacked unpacking", "look closely at"),
    ("deep-dive deep-dives", "close look"),
    ("drill-down drill-downs", "look closer"),
    ("low-hanging-fruit", "the easy part"),
    ("best-practice best-practices", "what has worked, and where"),
    ("capacity-building build-capacity building-capacity", "learning, or time and people"),
    ("operationalize operationalizes operationalized operationalizing", "put to work"),
    ("actionable", "that you can act on"),
    ("impactful", "that changes something"),
    ("data-driven", "from what the numbers show"),
    ("with-fidelity", "as it was planned"),
    ("synergy synergies", "what we can do together"),
    ("metacognition metacognitive", "thinking about your own thinking"),
    ("problematize problematizes problematized problematizing", "question"),
    ("praxis", "practice"),
)
# Short forms that schools use; others in capitals are found too, but never repeated: they may be a person's initials.
SHORT_FORMS = {
    "PLC": "professional learning community",
    "SEL": "social and emotional learning",
    "MTSS": "multi-tiered system of supports",
    "PBIS": "positive behavioral interventions and supports",
    "RTI": "response to intervention",
    "IEP": "individualized education program",
    "ELL": "English language learner",
    "BIPOC": "Black, Indigenous and other people of color",
}
# Known to readers as they stand: formats, and names that are no longer written in full.
WELL_KNOWN = frozenset("USA PDF HTML YAML JPEG PNG DOI ISBN ERIC ASCD CFR MIT WCAG UTF".split())


_PLAIN = re.compile(r"[^\W_]+(?:(?:, |[ '’-])[^\W_]+)*")
_MARKS = str.maketrans(dict.fromkeys(f"{string.punctuation}“”‘’…—–‑•·×«»→", " "))


class Meaning(NamedTuple):
    """What stands behind a form of words: the glossary's entry, or a plainer word where `anchor` is empty."""

    anchor: str
    plainer: str


class Vocabulary(NamedTuple):
    """All forms, in small letters with single spaces; the one pattern that finds them; and titles that hold such words.

    `keys` has the longest word of each form with what it may mean: most texts have few of them, which is soon seen.
    """

    meanings: dict[str, Meaning]
    keys: dict[str, set[Meaning]]
    looked_for: frozenset[str]
    pattern: re.Pattern[str]
    titles: re.Pattern[str]

    def candidates(self, text: str, said: set[str]) -> set[str]:
        """The words of a text that may belong to a term not yet `said`."""
        return self.unsaid(self.looked_for.intersection(text.lower().translate(_MARKS).split()), said)

    def unsaid(self, keys: Iterable[str], said: set[str]) -> set[str]:
        """Those of `keys` that may still mean something new."""
        return {key for key in keys if any((meaning.anchor or meaning.plainer) not in said for meaning in self.keys[key])}

    def uses_in(self, text: str) -> Iterator[tuple[Meaning, int, str]]:
        """Each use in `text`: its meaning, its place and the words as they stand there.

        The activities and toolkits that the text names are no use: "Run Inquiry cycle".
        """
        if not self.pattern.search(text.lower()):
            return
        text = self.titles.sub(lambda found: "|" * len(found[0]), text)
        small = text.lower()
        for found in self.pattern.finditer(small if len(small) == len(text) else text):
            yield self.meanings[_spaced(found[0])], found.start(), text[found.start() : found.end()]


def read(library: Library) -> Vocabulary:
    """The vocabulary of this project; without a glossary only our own list."""
    titles = [entry.fields.title for entry in library.activities] + [entry.fields.title for entry in library.toolkits]
    return made(library.sources.get(glossary.PATH), titles)


def made(source: Source | None, titles: Iterable[str]) -> Vocabulary:
    """The vocabulary of the glossary at `source`, which spares the `titles` of activities and toolkits."""
    meanings = {_spaced(form): Meaning("", plainer) for forms, plainer in PLAINER for form in forms.split()}
    for term in glossary.terms(source) if source else ():
        name = term.name.lower()
        if name not in EVERYDAY and _PLAIN.fullmatch(name):
            meanings |= dict.fromkeys(_forms(name), Meaning(term.anchor, ""))
    keys: dict[str, set[Meaning]] = {}
    for form, meaning in meanings.items():
        keys.setdefault(max(form.translate(_MARKS).split(), key=len), set()).add(meaning)
    known = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
    names = re.compile(rf"(?<!\w)(?:{known or '(?!)'})(?!\w)")
    return Vocabulary(meanings, keys, frozenset(keys), _pattern(frozenset(meanings)), names)


def _spaced(form: str) -> str:
    return " ".join(re.split(r"[\s-]+", form))


def _forms(title: str) -> Iterator[str]:
    """The forms of a term: `a, b and c d` stands for `a d`, `b d` and `c d`, and `a and b` also for `b and a`."""
    parts = re.split(r", | and ", title)
    if len(parts) == 1:
        yield from _numbers(_spaced(title))
        return
    yield from (" and ".join(parts), " and ".join(reversed(parts)))
    head = " ".join(parts[-1].split()[1:])
    yield from (form for part in parts if head for form in _numbers(_spaced(f"{part.removesuffix(head).strip()} {head}")))


def _numbers(term: str) -> Iterator[str]:
    """One and many: `community of practice`, `communities of practice`; and `disaggregate` beside `disaggregation`."""
    first, *rest = term.split(" of ")
    tail = " of ".join(["", *rest])
    yield from (term, _plural(first) + tail)
    if first.endswith("ation") and " " not in first:
        yield from (first.removesuffix("ion") + ending + tail for ending in ("e", "es", "ed", "ing"))


def _plural(term: str) -> str:
    if re.search(r"[^aeiou]y$", term):
        return term[:-1] + "ies"
    return term + ("es" if term.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=8)
def _pattern(forms: frozenset[str]) -> re.Pattern[str]:
    """One pattern for all forms, the longest first; grouped by their first letter, which halves its time."""
    groups = []
    for _, group in groupby(sorted(forms), key=lambda form: form[:1]):
        longest_first = sorted(group, key=len, reverse=True)
        groups.append("|".join(re.escape(form[1:]).replace(r"\ ", r"[\s-]+") for form in longest_first))
    letters = sorted({form[:1] for form in forms})
    parts = (f"{re.escape(letter)}(?:{group})" for letter, group in zip(letters, groups, strict=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
