"""Race is named where race is meant: on each participant's sheet, in one of its steps, in a sentence that no other sheet has."""

import re
from collections import Counter

import tinyhtml5

from press.handouts.sheets import rendering
from press.library.edition import prepare
from press.library.load import load
from press.publishing import publish
from projects import ROOT
from sheets import SITE

NAMED = re.compile(r"\b(?:[Rr]ac(?:e|es|ial|ially|ism|ist)|[Ww]hite|Black|of color)\b")


def named(html: str) -> set[str]:
    """The sentences in the steps of a sheet that name race."""
    found = set()
    for step in tinyhtml5.parse(html, namespace_html_elements=False).iter("li"):
        if "step" in (step.get("class") or "").split():
            for block in step.iter():
                if block.tag in ("p", "li", "label", "td", "th"):
                    text = " ".join("".join(block.itertext()).split())
                    found |= {part for part in re.split(r"(?<=[.?!])\s+", text) if NAMED.search(part)}
    return found


def test_each_participants_sheet_names_race_in_a_sentence_of_its_own() -> None:
    edition = prepare(load(ROOT), "print", publish.today())
    sheets = rendering.sheets(edition, ("letter",), SITE, only=("participant",))
    found = {sheet.stem: named(sheet.html) for sheet in sheets}
    assert len(found) > 10
    often = Counter(sentence for own in found.values() for sentence in own)
    assert [stem for stem, own in found.items() if not any(often[sentence] == 1 for sentence in own)] == []
