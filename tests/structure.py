"""Reads HTML as words and structure, so that the press's page and GitHub's reading of one text can be compared."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from suites.markup import straight

Parts = list[str]
# Tags that a text's structure is made of; all others are looks.
_TOLD = frozenset("h1 h2 h3 h4 h5 h6 ol ul li table tr th td blockquote pre code em strong del hr br img a".split())
_VOID = frozenset("br hr img input wbr link meta".split())
# What the press puts into a manuscript's text, by its class: it is passed over.
_NOT_WRITTEN = frozenset(("tn-box", "tn-back"))

_MINUTES = re.compile(r"-\d{1,3}-minutes?(?=(?:-\d+)?$)")  # a step's address goes without them


class _Reader(HTMLParser):
    """Gathers words and structure, of all, or of what stands in an `article` alone."""

    def __init__(self, address: str, within: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.address, self.within = address, within
        self.found: Parts = []
        self.depth = 0 if within else 1
        self.passed_over = 0
        self.open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        over = bool(_NOT_WRITTEN & set(have.get("class", "").split())) or "data-footnote-backref" in have
        if tag not in _VOID:
            self.open.append((tag, over))
            self.passed_over += over
        self.depth += tag == self.within
        if not self.depth or self.passed_over or tag not in _TOLD:
            return
        more = ""
        if tag == "a":
            more = " " + self._goal(have.get("href", ""))
        elif tag == "ol":
            more = " " + have.get("start", "1")
        elif tag == "img":
            more = " " + have.get("alt", "")
        self.found.append(f"<{tag}{more}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.depth and not self.passed_over and tag in _TOLD and tag not in _VOID:
            self.found.append(f"</{tag}>")
        self.depth -= tag == self.within
        while self.open and self.open[-1][0] != tag:
            self.passed_over -= self.open.pop()[1]
        if self.open:
            self.passed_over -= self.open.pop()[1]

    def handle_comment(self, data: str) -> None:
        if not self.within:
            self.found.append("<!>")

    def handle_data(self, data: str) -> None:
        if self.depth and not self.passed_over:
            typed = straight(data).replace("…", "...").replace("—", "---").replace("–", "--")
            self.found += re.sub(r"-{2,3}", " -- ", typed).split()

    def _goal(self, href: str) -> str:
        goal = urlsplit(urljoin(self.address, href))
        anchor = unquote(goal.fragment)
        note = re.fullmatch(r"(?:Note-|fn-|fnref-).*", anchor)
        return "note" if note else f"{goal.netloc}{unquote(goal.path)}{goal.query}#{_MINUTES.sub('', anchor)}"


def read(html: str, address: str, within: str = "") -> Parts:
    """The words and the structure of `html`, which stands at `address`."""
    reader = _Reader(address, within)
    reader.feed(html)
    reader.close()
    return reader.found
