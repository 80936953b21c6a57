"""The patterns by which a word is taken for somebody's name, and those of names that everybody may say.

They look at a text in which each word with a capital has a sign before it: what it may be (see `SIGNS` in person_names). The
phrases stand in tables: phrases/people.txt and phrases/public.txt.
"""

import re

from press.checks import name_lists
from press.checks.phrase_tables import Table

_PEOPLE, _PUBLIC = Table("people"), Table("public")

NAMES = _PEOPLE.patterns("names")
# What begins a sentence and does what people do.
ACTS = _PEOPLE.look("acts")
# Somebody is addressed by a title: a colleague, mostly.
TITLED = _PUBLIC.look("titled")
# These words, each as it may be written.
TITLES = frozenset(re.findall(r"[A-Z]\w+", f"{_PUBLIC.words('address')} {_PUBLIC.words('office')}")) | frozenset(
    "Señora Señorita Maestra Maestro Tia Tía Tio Tío Abuela Abuelo".split()
)


def _known() -> str:
    """The known people by their first letter, the longest first, which spares most of the time that their number would take."""
    groups: dict[str, list[str]] = {}
    for name in sorted(name_lists.read("known"), key=len, reverse=True):
        groups.setdefault(name[0], []).append(re.escape(name[1:]).replace("\\ ", r"\s").replace("’", "[’']"))
    return "|".join(f"{first}(?:{'|'.join(group)})" for first, group in sorted(groups.items()))


# The first finds people by name. What they are called by alone is no news either, in the rest of the story.
KNOWN = re.compile(rf"(?<!\w)(?:{_known()})(?!\w)")
AUTHORS = _PUBLIC.patterns("authors")
# Places and things called after somebody, and titles.
THINGS = _PUBLIC.patterns("things")
