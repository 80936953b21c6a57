"""Says what the W3C's feed validator would warn of in an RSS feed, by its own names of its rules.

They are those which such a feed could break: https://validator.w3.org/feed/docs/. What they look for was read in its source,
https://github.com/w3c/feedvalidator, which no package index has.
"""

import email.utils
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as xml

ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
OF_CHANNEL = ["title", "link", "description", "language", ATOM_LINK]
OF_ITEM = ["title", "link", "guid", "pubDate", "description"]
WHOLE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?/[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*")
DAY = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT"
)
ENDS = re.compile(r"</\w+>")  # what the validator takes for markup in a title


class Html(HTMLParser):
    """Collects what a reader that takes a description for HTML finds in it beside words."""

    def __init__(self, description: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.values: dict[str, str] = {}
        self.feed(description)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values |= {name: value or "" for name, value in attrs}


def warnings(feed: bytes, address: str) -> set[str]:
    """The rules that the feed at `address` breaks."""
    return {rule for rule, is_kept in _looked_at(feed, address) if not is_kept}


def _looked_at(feed: bytes, address: str) -> Iterator[tuple[str, bool]]:
    yield "EncodingMismatch", feed.lower().startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    text = feed.decode("utf-8", errors="replace")
    yield "NotUTF8", text.encode() == feed
    yield "BadCharacters", not re.search("[\x7f-\x9f\ufffd]", text)
    yield "NonstdPrefix", re.findall(r"xmlns:(\w+)=", text) == ["atom"]
    root = xml.fromstring(text.partition("?>")[2])
    yield "UndefinedElement", (root.tag, root.attrib, [part.tag for part in root]) == ("rss", {"version": "2.0"}, ["channel"])
    items = root[0].findall("item")
    yield from _of_channel(root[0], address)
    yield "DuplicateValue", len({item.findtext("guid") for item in items}) == len(items)
    for item in items:
        yield from _of_item(item)


def _of_channel(channel: xml.Element, address: str) -> Iterator[tuple[str, bool]]:
    tags = [part.tag for part in channel]
    own = [tag for tag in tags if tag != "item"]
    yield "MissingElement", set(OF_CHANNEL) <= {part.tag for part in channel if part.text or part.attrib}
    yield "DuplicateElement", len(set(own)) == len(own)
    yield "UndefinedElement", set(own) <= set(OF_CHANNEL)
    yield "MisplacedItem", tags[: len(own)] == own
    here = [link.get("href") for link in channel.findall(ATOM_LINK) if link.get("rel") == "self"]
    yield "MissingAtomSelfLink", len(here) == 1
    yield "SelfDoesntMatchLocation", here == [address]
    yield "InvalidLanguage", re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", channel.findtext("language") or "") is not None
    yield "InvalidFullLink", WHOLE.fullmatch(channel.findtext("link") or "") is not None
    yield "ContainsHTML", not any(ENDS.search(channel.findtext(name) or "") for name in ("title", "description"))


def _of_item(item: xml.Element) -> Iterator[tuple[str, bool]]:
    own = [part.tag for part in item if part.tag != "category"]
    yield "MissingGuid", bool(item.findtext("guid"))
    yield "NotBlank", all((part.text or "").strip() for part in item)
    yield "DuplicateElement", len(set(own)) == len(own)
    yield "UndefinedElement", set(own) <= set(OF_ITEM) and not any(len(part) for part in item)
    yield "InvalidFullLink", WHOLE.fullmatch(item.findtext("link") or "") is not None
    guid = item.find("guid")
    says = {} if guid is None else guid.attrib
    yield "InvalidBooleanAttribute", says in ({}, {"isPermaLink": "true"}, {"isPermaLink": "false"})
    no_address = says.get("isPermaLink") == "false"
    yield "InvalidHttpGUID", no_address or WHOLE.fullmatch(item.findtext("guid") or "") is not None
    yield from _of_day(item.findtext("pubDate") or "")
    yield "ContainsHTML", not ENDS.search(item.findtext("title") or "")
    html = Html(item.findtext("description") or "")
    yield "SecurityRisk", not {"script", "style", "iframe", "object", "embed", "meta", "link", "base"} & set(html.tags)
    yield "SecurityRiskAttr", not any(name.startswith("on") for name in html.values)
    yield "DangerousStyleAttr", "style" not in html.values
    yield "ContainsRelRef", all(WHOLE.fullmatch(html.values.get(name, "https://a/")) for name in ("href", "src", "cite"))


def _of_day(day: str) -> Iterator[tuple[str, bool]]:
    yield "InvalidRFC2822Date", DAY.fullmatch(day) is not None
    if DAY.fullmatch(day):
        moment = email.utils.parsedate_to_datetime(day)
        yield "IncorrectDOW", email.utils.format_datetime(moment, usegmt=True) == day
        yield "ImplausibleDate", 2000 < moment.year < 2100
