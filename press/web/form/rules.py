"""Turns the program's own rules into data for the form for stories: words, patterns and limits, each from where it is kept.

Nothing is said here a second time. A test puts every case through the checks and through the form and compares the words.
"""

import codecs
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from press.checks import (
    consent,
    dates,
    headings,
    html,
    images,
    links,
    marks,
    name_lists,
    name_patterns,
    names,
    pasted,
    person_names,
    personal_data,
    places,
    plain_language,
    program_marks,
    quotations,
    recognition,
    sensitive,
    telltales,
    terms,
    traits,
    unfinished,
)
from press.checks.telltales import Telltale
from press.library import json_schema, misplaced_files, wording
from press.library.edition import Edition, Volume
from press.library.model import LABELS
from press.library.vocabulary import GRADES
from press.manuscript import glossary, letters, outline, sentences, typographer
from press.manuscript.images import MAX_PIXELS
from press.web.book import Asset
from press.web.form import faults, js_regex, questions

URI = "contribute/form.json"
LISTS_URI = "contribute/names.json"
SCHEMA_URI = "contribute/story.schema.json"
# Rules that a story written in the form can break.
RULES = (
    "front-matter", "file", "consent", "dates", "attribution", "illustrative", "personal-data", "place", "recognition",
    "traits", "content-notes", "quotations", "links", "headings", "excerpt", "sentences", "jargon", "left-behind", "marks",
    "alt-text", "pictures", "people", "unfinished",
)  # fmt: skip
# The others, and why it can't: each check stands in one of these two.
NOT_IN_FORM = {
    "picture-data": "the form takes out of a picture what it tells beside itself",
    "unused-picture": "the form shows each picture that was chosen",
    "minutes": "of activities",
    "group": "of activities",
    "sections": "of toolkits and activities",
    "write-lines": "of toolkits and activities",
    "sheet": "of activities",
    "kit": "of activities",
    "tools": "of activities",
    "listed": "of toolkits and activities",
    "letters": "of toolkits",
    "html": "the form marks what would be HTML, so that it stays as it was typed",
    "activities": "the form offers those that there are",
    "names": "the form names the file",
    "addresses": "the form knows which names are taken",
    "aliases": "the form writes none",
    "moved": "a story that the form writes is new",
    "site-file": "of mkdocs.yml",
    "synonyms": "of synonyms.txt",
    "signs": "a note on the handouts' fonts, which the form does not know",
    "detours": "a note for an editor, who gets the straight address with it",
    "pasted": "the form makes lists and headings of what was meant so",
}

Words = tuple[str, str]
Json = dict[str, Any]


def assets(edition: Edition) -> tuple[Asset, ...]:
    """The files that the form's script and editors' programs fetch; none where no page has the form."""
    if not any(doc.path == questions.PATH for doc in edition.docs):
        return ()
    data = json.dumps(gathered(edition), ensure_ascii=False, separators=(",", ":")).encode()
    listed = json.dumps(lists(), ensure_ascii=False, separators=(",", ":")).encode()
    return (
        Asset(URI, Path(), False, data),
        Asset(LISTS_URI, Path(), False, listed),
        Asset(SCHEMA_URI, Path(), False, json_schema.text().encode()),
    )


def gathered(edition: Edition) -> Json:
    """All that the form's script is given, as JSON takes it."""
    page = next((doc.source for doc in edition.docs if doc.path == glossary.PATH), None)
    entries = glossary.terms(page) if page else ()
    titles = [title for volume in edition.volumes for title in _titles(volume)]
    return {
        "schema": json_schema.story(),
        "labels": LABELS,
        "bands": dict(GRADES),
        "line": {"teller": wording.TELLER, "standpoint": wording.STANDPOINT, "helped": wording.HELPED, "dot": wording.DOT},
        "noteFirst": (wording.CONTENT_NOTE, wording.TOUCHES_ON),
        "faults": faults.of_fields(),
        "pictures": _pictures(),
        "requests": questions.REQUESTS,
        "rules": [rule._asdict() for rule in (*consent.CONSENT, *dates.DATES, *consent.ATTRIBUTION, *consent.ILLUSTRATIVE)],
        "personal": _personal(),
        "text": _text(),
        "file": faults.of_files(),
        "letters": letters.NEAREST,
        "signs": [(*js_regex.pattern(found), sign) for found, sign in typographer.SIGNS],
        "elided": js_regex.pattern(typographer.ELIDED),
        "untaken": {"pattern": js_regex.pattern(links.UNTAKEN), "disk": links.OWN_DISK[:2], "other": links.NO_PAGE[:2]},
        "prose": _prose(),
        "hints": {
            "words": js_regex.pattern(recognition.HINT),
            "word": js_regex.pattern(recognition.WORD),
            "long": js_regex.pattern(recognition.LONG),
        },
        "noted": list(_noted()),
        "names": _names(),
        "places": _places(),
        "vocabulary": _vocabulary(terms.made(page, titles)),
        "targets": sorted(f"../{glossary.PATH}#{term.anchor}" for term in entries),
        "taken": sorted(entry.name for entry in edition.stories) + list(names.STORY_PAGES),
    }


def _text() -> Json:
    unpaired = html.UNPAIRED, html.HOLLOW, html.PAIR
    quoted = {
        "source": js_regex.pattern(quotations.SOURCE),
        "ground": js_regex.pattern(quotations.GROUND),
        "none": (quotations.NO_SOURCE, quotations.MEND),
        "groundless": (quotations.NO_GROUND, quotations.MEND),
    }
    return {
        "none": headings.NO_TEXT,
        "marks": outline.EXCERPT,
        "bullets": pasted.BULLETS,
        "excerpt": unpaired,
        "quoted": quoted,
        "toWrite": (unfinished.TO_WRITE, unfinished.SAID),
    }


def _pictures() -> Json:
    return {
        "faults": faults.of_pictures(),
        "unspoken": js_regex.pattern(images.SAYS_NOTHING),
        "noWords": images.NO_WORDS,
        "noSense": images.NO_SENSE,
        "gone": images.NOT_THERE,
        "people": images.PEOPLE,
        "seen": consent.SEEN,
        "credited": consent.CREDITED,
        "mostBytes": misplaced_files.MAX_PICTURE_BYTES,
        "mostPixels": MAX_PIXELS,
    }


def _titles(volume: Volume) -> Iterable[str]:
    yield volume.toolkit.fields.title
    yield from (activity.fields.title for activity in volume.activities)


def _personal() -> Json:
    return {
        "public": js_regex.pattern(personal_data.PUBLIC),
        "kinds": [(sort, js_regex.pattern(found), js_regex.pattern(hint)) for sort, found, hint in personal_data.SORTS],
        "words": (personal_data.WHAT, personal_data.MEND),
    }


def _noted() -> Iterable[Json]:
    """What is looked for in each text that readers see; `unnamed` holds where the teller is not named in full."""
    unnamed = {"unnamed": True}
    yield _note("place", places.WORDS, places.PLACE, level="error", **unnamed)
    for telltale in recognition.TELLTALES:
        said = recognition.WHAT.format(telltale=telltale.what), telltale.mend
        yield _note("recognition", said, telltale.pattern, **_of_telltale(telltale))
    for trait, found in traits.TRAITS.items():
        yield _note("traits", (traits.WHAT.format(trait=trait), traits.MEND), found, once=True, **unnamed)
    for note, found in sensitive.NOTES.items():
        said = sensitive.WHAT.format(note=note), sensitive.MEND.format(note=note)
        yield _note("content-notes", said, found, once=True, unless=note)
    for mark in program_marks.MARKS:
        where = {"fieldsOnly": True} if mark.fields_only else {"sourcesToo": True}
        yield _note("left-behind", (mark.what, mark.mend), mark.pattern, level=mark.level, once=True, **where)
    # In its text the form marks what would be a mark, so that it stays as it was typed.
    yield _note("marks", marks.IN_FIELD, marks.OF_FIELDS, level="error", fieldsOnly=True, sourcesToo=True, once=False)
    yield _note("quotations", quotations.LONG_QUOTE, quotations.QUOTED, words=quotations.LONG)


def _of_telltale(telltale: Telltale) -> Json:
    """What spares most texts the search for it, and what must stand near it."""
    more: Json = {"hints": [sorted(hints) for hints in telltale.hints]}
    if telltale.look:
        more["look"] = js_regex.pattern(telltale.look)
    if telltale.near:
        more["near"] = js_regex.pattern(telltale.near), telltales.BEFORE, telltales.AFTER
    if telltale.may_be_data:
        more["mayBeData"] = True
    return more


def _note(rule: str, said: Words, found: re.Pattern[str], **more: Any) -> Json:
    """One that is told `once`, of front matter alone (`fieldsOnly`) or of a text's sources too, and so on: see noted.js."""
    what, flags = js_regex.pattern(found)
    # Slurs are among what is looked for: turned by 13 letters, so that nobody meets them in the file.
    turned = codecs.encode(what, "rot13")
    return {"rule": rule, "level": "review", "said": said, "pattern": [turned, flags], **more}


def lists() -> Json:
    """The lists of names and places, packed and no longer than a browser may be sent: a file of their own, fetched on use."""
    given = {name: name_lists.packed(words) for name, words in name_lists.in_form()._asdict().items()}
    return {**given, "known": js_regex.pattern(name_patterns.KNOWN)}


def _names() -> Json:
    return {
        "said": recognition.NAME,
        "titled": recognition.TITLED,
        "guess": recognition.GUESS,
        "patterns": {name: js_regex.pattern(found) for name, found in person_names.PATTERNS.items()},
        "tables": {name: [js_regex.pattern(found) for found in table] for name, table in person_names.TABLES.items()},
        "signs": person_names.SIGNS,
        "none": sorted(person_names.NO_NAMES),
        "endings": name_lists.ENDINGS,
        "starters": sorted(person_names.STARTERS),
        "titles": sorted(name_patterns.TITLES),
        "capitals": sorted(person_names.CAPITAL_WORDS),
        "lists": Path(LISTS_URI).name,
    }


def _places() -> Json:
    found = {"sure": places.PLACE, **places.PATTERNS}
    return {
        "said": places.GUESS,
        "patterns": {name: js_regex.pattern(pattern) for name, pattern in found.items()},
        "only_in": sorted(places.ONLY_IN),
        "most": places.MOST_BEFORE,
    }


def _prose() -> Json:
    tables = {**sentences.PATTERNS, **plain_language.PATTERNS}
    return {
        "patterns": {name: js_regex.pattern(found) for name, found in tables.items()},
        "lists": {name: sorted(words) for name, words in sentences.LISTS.items()},
        "most": plain_language.MOST_WORDS,
        "long": plain_language.LONG,
        "jargon": plain_language.JARGON,
        "unlinked": plain_language.UNLINKED,
        "known_short": plain_language.KNOWN_SHORT,
        "short": plain_language.SHORT,
    }


def _vocabulary(words: terms.Vocabulary) -> Json:
    return {
        "meanings": {form: [meaning.anchor, meaning.plainer] for form, meaning in words.meanings.items()},
        "pattern": js_regex.pattern(words.pattern),
        "titles": js_regex.pattern(words.titles),
        "forms": terms.SHORT_FORMS,
        "well_known": sorted(terms.WELL_KNOWN),
        "glossary": f"../{glossary.PATH}",
    }
