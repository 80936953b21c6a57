"""Turns sensitive words that no content note announces into notes: rule 10 of "A story"."""

import codecs
import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from press.checks.findings import Finding, problems
from press.checks.reading import looked_at, words
from press.library.load import Library
from press.manuscript.problem import Problem
from press.manuscript.source import Source

# The words for each content note; an ending "*" stands for any letters, a hyphen within for a space too.
_WORDS = {
    "racism": "racis* white-supremac* klan noose lynch* segregat* xenophob* antisemit* islamophob*",
    "racial slurs": "slur slurs n-word epithet epithets",
    "discipline": "suspended suspension* expelled expulsion* detention* referral referrals restrained seclusion",
    "police": "police arrest* handcuff* sheriff resource-officer*",
    "bullying": "bully* bullied harass* taunt* teased",
    "violence": "violen* shooting* shot gun guns knife stabb* assault* murder* killed beaten abuse* weapon* rape*",
    "loss": "died death* funeral* grief griev* mourn* passed-away",
    "self-harm": "suicid* self-harm* self-injur*",
    "immigration": "immigra* undocumented deport* border-patrol asylum refugee*",
    "poverty": "poverty homeless* evict* food-stamps food-bank food-pantry hungry",
    "disability": "disabilit* disabled wheelchair autis* dyslexi* adhd special-education iep ieps deaf blind-student*",
}
# Slurs that stand in a text as such, turned by 13 letters so that nobody meets them here.
_SLURS = codecs.decode("avttre* avttn* fcvp xvxr puvax jrgonpx* orna-re ervqfxva* entunq* tbbx*", "rot13")


def _pattern(listed: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(listed.split())})\b")


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form).replace(r"\*", r"\w*").replace(r"\-", "[- ]") for form in forms)


NOTES = {note: _pattern(f"{listed} {_SLURS}" if note == "racial slurs" else listed) for note, listed in _WORDS.items()}


def _any(forms: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all forms: a quick look. Grouped by their first letter, it takes a quarter of the time."""
    groups = (
        f"{letter}(?:{_either(form[1:] for form in group)})" for letter, group in groupby(sorted(forms), lambda form: form[0])
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})\b")


_ANY = _any([*" ".join(_WORDS.values()).split(), *_SLURS.split()])

WHAT = "This may touch on {note}, and no content note says so."
MEND = "If readers may want to know first, add `{note}` to `content_notes`."


def find(source: Source) -> Iterator[Finding]:
    """The first word for each content note that the front matter does not give."""
    given = source.front.get("content_notes")
    told = set(map(str, given)) if isinstance(given, list) else set()
    for line, text in words(source):
        small = text.lower()
        for note, pattern in NOTES.items() if _ANY.search(small) else ():
            if note not in told and (found := pattern.search(small)):
                told.add(note)
                below = small.count("\n", 0, found.start())
                yield Finding(line + below, WHAT.format(note=note), MEND.format(note=note), found[0])


def sensitive_stories_say_so_first(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A story that touches on what may hurt a reader has a content note, which stands before its text."""
    for source in looked_at(library, "content-notes"):
        yield from problems("content-notes", find, source)
