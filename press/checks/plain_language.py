"""Turns prose that is hard to read into notes: sentences that are too long, and words that nobody explains."""

import datetime
import posixpath
import re
from collections.abc import Iterator

from press.checks import terms
from press.checks.reading import CITED, live
from press.checks.terms import SHORT_FORMS, WELL_KNOWN, Meaning, Vocabulary
from press.library.load import Library
from press.manuscript import anchors, glossary, sentences
from press.manuscript.problem import Problem
from press.manuscript.sentences import Block
from press.manuscript.source import Source

MOST_WORDS = 30

_LINKED = re.compile(r"glossary\.md#([^\s)>]+)")
_CAPITALS = re.compile(r"[A-Z][A-Z][A-Z]")
_SHORT_FORM = re.compile(r"(?<![\w/.#-])([A-Z]{3,})s?(?![\w/-]|\.\w)")
_SPELLED_OUT = re.compile(r"\(([A-Z]{3,})s?\)|\b([A-Z]{3,})s? \(")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_ROMAN = re.compile(r"[IVXLC]+")
# What the form for stories needs to say the same (press/theme/assets/press/write/prose.js).
PATTERNS = {"cited": CITED, "linked": _LINKED, "short": _SHORT_FORM, "spelled": _SPELLED_OUT, "small": _SMALL, "roman": _ROMAN}
LONG = "This sentence has {count} words.", f"Split it, or cut it to {MOST_WORDS} or fewer."
JARGON = "“{found}” is jargon.", "Write a plainer word, such as “{plainer}”."
UNLINKED = "“{found}” is explained in the glossary, but not linked here.", "Link its first use: `[{found}]({link})`."
KNOWN_SHORT = "“{found}” is not spelled out on this page.", "Write “{meant}”."
SHORT = (
    "A short form in capital letters stands here, and it is not spelled out on this page.",
    "Write it in full at its first use, with the letters in brackets.",
)


def sentences_are_short(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No sentence of prose has more than 30 words; an item of a list is a sentence of its own."""
    for source in live(library):
        for line, count in _long_sentences(source):
            yield Problem(source.path, line, "sentences", LONG[0].format(count=count), LONG[1], "review")


def _long_sentences(source: Source) -> Iterator[tuple[int, int]]:
    for block in sentences.blocks(source):
        if not block.in_table and len(block.token.content) > 2 * MOST_WORDS:
            text = sentences.text(block.token)
            for below, sentence in sentences.sentences(text) if sentences.may_be_longer(text, MOST_WORDS) else ():
                count = len(sentences.words(CITED.sub("", sentence)))
                if count > MOST_WORDS:
                    yield block.line + below, count


def words_are_explained(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A word of the glossary is linked on the page that uses it; no jargon or unexplained short form stands in a text."""
    words = terms.read(library)
    for source in live(library):
        if source.path == glossary.PATH:
            continue
        for line, what, mend in (*_terms(source, words), *_short_forms(source)):
            yield Problem(source.path, line, "jargon", what, mend, "review")


def _terms(source: Source, words: Vocabulary) -> Iterator[tuple[int, str, str]]:
    said = set(map(anchors.key, _LINKED.findall(source.body)))
    candidates = words.candidates(source.body, said)
    for block in _explainable(source) if candidates else ():
        small = block.token.content.lower()
        text = sentences.text(block.token, linked=False) if any(word in small for word in candidates) else ""
        for meaning, place, found in words.uses_in(text) if text else ():
            if (meaning.anchor or meaning.plainer) not in said:
                said.add(meaning.anchor or meaning.plainer)
                candidates = words.unsaid(candidates, said)  # most texts need no look after their first few terms
                yield block.line + text.count("\n", 0, place), *_message(source, meaning, " ".join(found.split()))


def _message(source: Source, meaning: Meaning, found: str) -> tuple[str, str]:
    if not meaning.anchor:
        return JARGON[0].format(found=found), JARGON[1].format(plainer=meaning.plainer)
    link = f"{posixpath.relpath(glossary.PATH, posixpath.dirname(source.path))}#{meaning.anchor}"
    return UNLINKED[0].format(found=found), UNLINKED[1].format(found=found, link=link)


def _explainable(source: Source) -> Iterator[Block]:
    """The blocks in which a link may stand; a prompt to write below is printed letter by letter."""
    return (block for block in sentences.blocks(source) if not block.token.content.startswith("**Write ("))


def _short_forms(source: Source) -> Iterator[tuple[int, str, str]]:
    if not _CAPITALS.search(source.body):
        return
    known = {*WELL_KNOWN, *(first or second for first, second in _SPELLED_OUT.findall(source.body))}
    loud = {word.upper() for word in _SMALL.findall(source.body)}  # a word that also stands here in small letters
    for block in _explainable(source):
        text = sentences.text(block.token, linked=False) if _CAPITALS.search(block.token.content) else ""
        for found in _SHORT_FORM.finditer(text):
            if not (found[1] in known or found[1] in loud or _ROMAN.fullmatch(found[1])):
                known.add(found[1])
                meant = SHORT_FORMS.get(found[1])
                words = (KNOWN_SHORT[0].format(found=found[1]), KNOWN_SHORT[1].format(meant=meant)) if meant else SHORT
                yield block.line + text.count("\n", 0, found.start()), *words
