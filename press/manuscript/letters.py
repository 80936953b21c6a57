"""Turns words into plain letters, for the names of files: accents go, and a letter of its own gets its nearest."""

import unicodedata

# Letters of the Latin alphabet that Unicode takes for no other letter with a sign added, and so does not take apart.
NEAREST = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ø": "o", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_NEAREST = str.maketrans(NEAREST)


def plain(words: str) -> str:
    """Small letters without accents; what has no plain letter is left out."""
    apart = unicodedata.normalize("NFKD", words.lower().translate(_NEAREST))
    return apart.encode("ascii", "ignore").decode().lower()  # once more, for signs such as 𝔸
