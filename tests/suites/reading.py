"""Reads a story's page as a program would: what stands in its title, its heading, its byline and its data."""

import json
from html.parser import HTMLParser
from typing import Any

_EMPTY = frozenset("br circle hr img input link meta path rect use".split())
_CLASSES = {"tn-lead": "lead", "tn-teller": "teller"}
_METAS = ("og:title", "og:description", "description")


def said(html: str) -> dict[str, list[str]]:
    """The texts of `html` by the place where they stand: title, h1, lead, name, linked, and the pairs in its head."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return {place: [part for part in parts if part] for place, parts in reader.found.items()}


def linked(html: str) -> dict[str, Any]:
    """What the page says of itself in schema.org's words."""
    (text,) = said(html)["linked"]
    found: dict[str, Any] = json.loads(text)
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {}
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = dict(attrs)
        pair = have.get("property") or have.get("name") or ""
        if tag == "meta" and pair in _METAS:
            self.found.setdefault(pair, []).append(have.get("content") or "")
        if tag not in _EMPTY:
            place = self._place(tag, have)
            self.open.append((tag, place))
            if place:
                self.found.setdefault(place, []).append("")

    def _place(self, tag: str, have: dict[str, str | None]) -> str:
        if tag in ("title", "h1"):
            return tag
        if tag == "script":
            return "linked" if have.get("type") == "application/ld+json" else ""
        if tag == "span" and have.get("dir") == "auto" and any(place == "teller" for _, place in self.open):
            return "name"
        return _CLASSES.get(have.get("class") or "", "")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, place in self.open:
            if place:
                self.found[place][-1] += data
