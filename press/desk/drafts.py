"""Turns answers into a new manuscript: its name, its front matter with gaps for what is not known yet, its marked parts."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping

from press.checks.names import STORY_PAGES
from press.checks.unfinished import TO_WRITE
from press.library.model import Activity, Consent, Story
from press.manuscript import letters, normalize
from press.manuscript.outline import ACTIVITY_SECTIONS, EXCERPT
from press.manuscript.source import Value

Answers = Mapping[str, Value]
CONSENT = tuple(Consent.model_fields)
_ALWAYS = [field for field, info in Consent.model_fields.items() if info.is_required()]
MOST = 60  # characters of a file's name

_PLAIN = re.compile(r"[^\W_][\w ,.!?’“”()/&;+–—'-]*")
_ODD = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}  # other YAML readers take these for something else

_STORY = f"""
{TO_WRITE} How it began: what you saw, did or wondered, told from where you stood.

{EXCERPT[0]}

{TO_WRITE} One telling passage of 80 to 130 words that can stand alone.

{EXCERPT[1]}

{TO_WRITE} What you changed, what came of it, and what is still open.
"""
_GUIDES = {
    "Before you start": "What must be ready, and what the person who leads should know.",
    "What the facilitator says and does": "Short scripts as quotations (`>`), with what to do between them.",
    "How anyone may pass or opt out": "How a person can leave out a step without giving a reason.",
    "Debrief": "Three to five questions, each an item of this list.",
    "What could go wrong": "One trouble an item, in bold, then what to do.",
    "For teacher leaders": "What a teacher leader does before, during and after.",
    "For principals": "What a principal does, and what a principal leaves alone.",
    "Short version": "What to keep where time is short.",
    "Remote version": "How to do it at a distance.",
    "What to read next": "The next activity, another one, and a page of this site.",
    "Sources": "Titles that are used here, and what was taken from each.",
}
_LISTS = ("Debrief", "What could go wrong", "Sources")
_STEPS = ("First", "Second", "Third", "Fourth")


def name(title: str, kind: str, today: datetime.date) -> str:
    """A file's name made from `title`; from `kind` and the day where the title has no letter of a plain address."""
    bare = letters.plain(title).replace("'", "")
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if len(words) > MOST:
        words = words[:MOST].rpartition("-")[0] or words[:MOST]
    return words if words and words not in STORY_PAGES else f"{kind}-{today.isoformat()}"


def story(answers: Answers) -> str:
    """A story's manuscript. Fields that it needs and `answers` don't have are left empty, for the check to name."""
    asked = dict(answers)
    consent = {field: asked.pop(field, "") for field in CONSENT}
    needed = [field for field, info in Story.model_fields.items() if info.is_required()]
    if asked.get("kind") not in ("", None, "illustrative"):
        needed += ["attribution", *(["author"] if asked.get("attribution") != "anonymous" else [])]
    lines = [_line(field, asked.get(field, "")) for field in Story.model_fields if field in needed or asked.get(field)]
    if asked.get("kind") not in ("", None, "illustrative") or any(consent.values()):
        lines += ["consent:", *(f"  {_line(field, value)}" for field, value in consent.items() if value or field in _ALWAYS)]
    return "\n".join(["---", *lines, "---", _STORY])


def activity(answers: Answers) -> str:
    """An activity's manuscript, with all its sections; the steps share its minutes."""
    needed = [field for field, info in Activity.model_fields.items() if info.is_required()]
    if answers.get("group") == "small group":
        needed += ["smallest", "largest"]
    lines = [_line(field, answers.get(field, "")) for field in Activity.model_fields if field in needed or answers.get(field)]
    return "\n".join(["---", *lines, "---", "", "\n\n".join(_sections(answers)), ""])


def _line(field: str, value: Value) -> str:
    if isinstance(value, list):
        return f"{field}: [{', '.join(_scalar(str(part), in_list=True) for part in value)}]"
    return f"{field}: {_scalar(str(value))}" if value else f"{field}:"


def _scalar(text: str, in_list: bool = False) -> str:
    """`text` as YAML takes it, in quotes where anything in it could mean something else."""
    text = normalize.plain(text)  # what a phone or a word processor left in an answer
    sound = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _ODD and not (in_list and "," in text)
    return text if sound else json.dumps(text, ensure_ascii=False)


def _sections(answers: Answers) -> Iterator[str]:
    for title in ACTIVITY_SECTIONS:
        if title == "Steps":
            yield "## Steps"
            yield from _steps(str(answers.get("minutes") or ""))
        else:
            yield f"## {title}\n\n{'- ' if title in _LISTS else ''}{TO_WRITE} {_GUIDES[title]}"


def _steps(minutes: str) -> Iterator[str]:
    total = int(minutes) if minutes.isascii() and minutes.isdecimal() else 20
    count = max(1, min(len(_STEPS), total))
    for number, title in enumerate(_STEPS[:count]):
        share = total // count + (number < total % count)
        yield (
            f"### {title} step ({share} minute{'' if share == 1 else 's'})\n\n"
            f"{TO_WRITE} Name this step in its heading, and say to the participants what they do, in 12 to 24 words."
        )


def with_activity(text: str, added: str) -> str | None:
    """A toolkit's manuscript with the activity `added` at the end of its list; None where the list is not found."""
    found = re.search(r"^activities:[ \t]*\[([^\]\n]*)\][ \t]*$", text, re.M)
    if found:
        inner = f"{found[1].strip()}, {added}" if found[1].strip() else added
        return f"{text[: found.start()]}activities: [{inner}]{text[found.end() :]}"
    found = re.search(r"^activities:[ \t]*\n((?:[ \t]*-[ \t]+\S.*\n)+)", text, re.M)
    if not found:
        return None
    indent = found[1][: found[1].index("-")]
    return f"{text[: found.end()]}{indent}- {added}\n{text[found.end() :]}"
