"""Turns prose that is hard to read into notes: sentences that are too long, and words that nobody explains."""

import datetime
import posixpath
import re
from collections.abc import Iterator

from press import prose
from press.checks import vocabulary
from press.checks.reading import live
from press.checks.vocabulary import GLOSSARY, SHORT_FORMS, WELL_KNOWN, Meaning, Vocabulary
from press.library import Library
from press.problem import Problem
from press.prose import Block
from press.source import Source

MOST_WORDS = 30

_LINKED = re.compile(r"glossary\.md#([\w-]+)")
_CAPITALS = re.compile(r"[A-Z][A-Z][A-Z]")
_SHORT_FORM = re.compile(r"(?<![\w/.#-])([A-Z]{3,})s?(?![\w/-]|\.\w)")
_ROMAN = re.compile(r"[IVXLC]+")


def sentences_are_short(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No sentence of prose has more than 30 words; an item of a list is a sentence of its own."""
    for source in live(library):
        for line, count in _long_sentences(source):
            mend = f"Split it, or cut it to {MOST_WORDS} or fewer."
            yield Problem(source.path, line, "sentences", f"This sentence has {count} words.", mend, "review")


def _long_sentences(source: Source) -> Iterator[tuple[int, int]]:
    for block in prose.blocks(source):
        if not block.in_table and len(block.token.content) > 2 * MOST_WORDS:
            text = prose.text(block.token)
            for below, sentence in prose.sentences(text) if prose.may_be_longer(text, MOST_WORDS) else ():
                count = len(prose.words(sentence))
                if count > MOST_WORDS:
                    yield block.line + below, count


def words_are_explained(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A word of the glossary is linked on the page that uses it; no jargon or unexplained short form stands in a text."""
    words = vocabulary.read(library)
    for source in live(library):
        if source.path == GLOSSARY:
            continue
        for line, what, mend in (*_terms(source, words), *_short_forms(source)):
            yield Problem(source.path, line, "jargon", what, mend, "review")


def _terms(source: Source, words: Vocabulary) -> Iterator[tuple[int, str, str]]:
    said = set(_LINKED.findall(source.body))
    candidates = words.candidates(source.body, said)
    for block in _explainable(source, candidates):
        text = prose.text(block.token, linked=False)
        for meaning, place, found in words.find(text):
            if (meaning.anchor or meaning.plainer) not in said:
                said.add(meaning.anchor or meaning.plainer)
                yield block.line + text.count("\n", 0, place), *_message(source, meaning, " ".join(found.split()))


def _message(source: Source, meaning: Meaning, found: str) -> tuple[str, str]:
    if not meaning.anchor:
        return f"“{found}” is jargon.", f"Write a plainer word, such as “{meaning.plainer}”."
    link = f"{posixpath.relpath(GLOSSARY, posixpath.dirname(source.path))}#{meaning.anchor}"
    return f"“{found}” is explained in the glossary, but not linked here.", f"Link its first use: `[{found}]({link})`."


def _explainable(source: Source, candidates: set[str]) -> Iterator[Block]:
    """The blocks with one of these words in which a link may stand; a prompt to write below is printed letter by letter."""
    for block in prose.blocks(source) if candidates else ():
        content = block.token.content
        small = content.lower()
        if any(word in small or word in content for word in candidates) and not content.startswith("**Write ("):
            yield block


def _short_forms(source: Source) -> Iterator[tuple[int, str, str]]:
    if not _CAPITALS.search(source.body):
        return
    wanted = {form for form in _SHORT_FORM.findall(source.body) if _unexplained(form, source.body)}
    for block in _explainable(source, wanted):
        text = prose.text(block.token, linked=False)
        for found in _SHORT_FORM.finditer(text):
            if found[1] in wanted:
                wanted.remove(found[1])
                meant = SHORT_FORMS.get(found[1])
                what = f"“{found[1]}”" if meant else "A short form in capital letters stands here, and"
                mend = f"Write “{meant}”" if meant else "Write it in full at its first use, with the letters in brackets"
                yield block.line + text.count("\n", 0, found.start()), f"{what} is not spelled out on this page.", f"{mend}."


def _unexplained(form: str, body: str) -> bool:
    """Whether the page leaves a short form unexplained; a word that also stands there in small letters is one said loudly."""
    if form in WELL_KNOWN or _ROMAN.fullmatch(form) or re.search(rf"\b{form.lower()}\b", body):
        return False
    return not re.search(rf"\({form}s?\)|\b{form}s? \(", body)
