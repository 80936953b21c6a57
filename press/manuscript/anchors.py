"""Turns headings into addresses within their page: GitHub's, which links in manuscripts name, and the site's.

GitHub makes an address from a heading's words as they are written, minutes and all. On the site a step's minutes are no part of
it, so that a link from elsewhere outlives a change of time; GitHub's stays beside it, and a script leads on from any other.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

MINUTES = re.compile(r"^(?P<title>.+?) ?\((?P<minutes>\d{1,3}) minutes?\)$")
# What GitHub takes out: all but Unicode's Alphabetic (of which these circled and boxed letters are no letters by their category),
# marks, decimal digits, signs that connect, hyphens and spaces.
_CIRCLED = "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
_KEPT = re.compile(f"[- {_CIRCLED}]")
_CATEGORIES = frozenset("Lu Ll Lt Lm Lo Mn Mc Me Nd Nl Pc".split())


@dataclass(frozen=True)
class Anchor:
    """Where a heading is found: by `github` in a manuscript's link, by `id` on the site's page, and by `also`, if it has one."""

    github: str
    id: str
    also: str = ""


def key(anchor: str) -> str:
    """What is compared of the part behind `#`, percent-encoded or not, and however its accents are put together."""
    return unicodedata.normalize("NFC", unquote(anchor))


def slug(words: str, taken: set[str]) -> str:
    """The address that GitHub makes of a heading's `words`; one that is `taken` gets a number."""
    return _free(_bare(words), taken)


@lru_cache(maxsize=10_000)  # a build asks some seven times for each heading
def _bare(words: str) -> str:
    small = "".join(sign.lower() for sign in words)
    return "".join(sign for sign in small if _is_kept(sign)).replace(" ", "-")


def of(headings: Iterable[str], taken: set[str]) -> tuple[Anchor, ...]:
    """The anchors of a text with those `headings`, as written. No id is one of the page's that are `taken`, and all are added.

    A heading without minutes has GitHub's own, whatever stands above it; one with minutes takes a name that is left.
    """
    seen: set[str] = set()
    written = [(words, slug(words, seen)) for words in headings]
    full = {github: _free(_sound(github), taken) for _, github in written}
    found = []
    for words, github in written:
        short = MINUTES.match(words.strip())
        name = _free(_sound(slug(short["title"], set())), taken) if short else full[github]
        found.append(Anchor(github, name, full[github] if short else ""))
    return tuple(found)


def _is_kept(sign: str) -> bool:
    return unicodedata.category(sign) in _CATEGORIES or bool(_KEPT.match(sign))


def _sound(name: str) -> str:
    """A name that can stand on a page: it has letters, and none of the frame's own begins as it does (those have a `_`)."""
    name = unicodedata.normalize("NFC", name) or "section"
    return "x-" + name.lstrip("_") if name.startswith("_") else name


def _free(base: str, taken: set[str]) -> str:
    name, count = base, 0
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return name
