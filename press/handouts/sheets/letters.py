"""Turns a sheet's words into those that its fonts set well: whole letters, and marks in the font of their letter."""

import re
import unicodedata

_TEXT = re.compile(r"(<(?:title|style)\b.*?</(?:title|style)>|<[^>]*>)", re.S)  # what stands between is text
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f]")  # joiners and selectors, for which our fonts have no other look
# Signs that a program would take from a computer's font of emoji; ours has them as letters.
_PICTURED = re.compile("([⌚⌛☔♿⚓⚡⚪⚫⚽⚾⛔✋❓❗⬛⬜⭐])")
_AS_LETTER = "\\1\ufe0e"
_NEEDY = re.compile(f"[{_MARKS}\u200c\u200d\ufe0e\ufe0f]|{_PICTURED.pattern}")
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*[{_MARKS}](?:[^\W_]|[{_MARKS}])*")


def well_set(html: str) -> str:
    """`html` whose letters with marks are one sign where there is one, else in a word of the class `marked`.

    Without it, a letter would come from one font and its mark from another, and stand apart.
    """
    if not _NEEDY.search(html):
        return html
    parts = _TEXT.split(html)
    parts[::2] = (_PICTURED.sub(_AS_LETTER, _marked(part)) for part in parts[::2])
    return "".join(parts)


def _marked(text: str) -> str:
    return _WORD.sub(r'<span class="marked">\g<0></span>', unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
