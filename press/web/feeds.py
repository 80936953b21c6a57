"""Turns an edition into what other programs read: a feed of stories as RSS and as JSON Feed, and the site's web manifest."""

import datetime
import email.utils
import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from xml.etree import ElementTree as xml

from press.library import wording
from press.library.edition import Edition
from press.library.manuscript import Manuscript
from press.library.model import Story
from press.manuscript import links
from press.web.book import Asset
from press.web.templating import address

RSS, JSON, MANIFEST = "stories.xml", "stories.json", "site.webmanifest"
NEWEST = 50  # a feed tells what is new; the site has the rest
_ATOM = "http://www.w3.org/2005/Atom"
_ABOUT = "New stories from classrooms and schools."
_TITLES = re.compile(rb"<title>[^<]*</title>")
# At noon in London it is the same day from Hawaii, where it is 2, to Guam, where it is 22: readers show the day where they are.
_NOON = datetime.time(12, tzinfo=datetime.UTC)


def assets(edition: Edition, site_url: str, name: str) -> Iterator[Asset]:
    """The feeds and the manifest of the site called `name` at `site_url`, which ends in "/". Same input, same bytes."""
    for uri, content in (
        (RSS, _rss(edition, site_url, name)),
        (JSON, _dump(_feed(edition, site_url, name))),
        (MANIFEST, _dump(_manifest(name))),
    ):
        yield Asset(uri, Path(), False, content)


def says(story: Story) -> str:
    """What a feed says of a story. Label and content notes come first: some readers show only a line."""
    notes = f"{wording.CONTENT_NOTE} {wording.touches_on(story.content_notes)}" if story.content_notes else ""
    return " ".join(part for part in (story.label, notes, story.summary) if part)


def _known_as(story: Manuscript[Story], site_url: str) -> str:
    """What feed readers know a story by: its first address, so that one that was renamed does not come as new."""
    aliases = story.fields.aliases
    return f"{site_url}{aliases[0]}/" if aliases else _url(story, site_url)


def _told(story: Manuscript[Story]) -> datetime.datetime:
    return datetime.datetime.combine(story.fields.published, _NOON)


def _url(story: Manuscript[Story], site_url: str) -> str:
    return f"{site_url}{address(links.uri(story.path))}/"


# By hand: the best kept library for this, feedgenerator, writes no JSON Feed, and its RSS stands on a single line.
def _rss(edition: Edition, site_url: str, name: str) -> bytes:
    """RSS 2.0, as https://www.rssboard.org/rss-specification has it.

    A description is HTML, so its words are escaped once for that, and once more for XML. A title is plain text.
    """
    xml.register_namespace("atom", _ATOM)
    root = xml.Element("rss", version="2.0")
    channel = xml.SubElement(root, "channel")
    for tag, text in (
        ("title", f"{name}: stories"),
        ("link", f"{site_url}stories/"),
        ("description", _ABOUT),
        ("language", "en-US"),
    ):
        xml.SubElement(channel, tag).text = text
    xml.SubElement(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=site_url + RSS)
    for story in edition.stories[:NEWEST]:
        item, fields, url = xml.SubElement(channel, "item"), story.fields, _url(story, site_url)
        known = _known_as(story, site_url)
        for tag, text in (
            ("title", fields.title),
            ("link", url),
            ("guid", known),
            ("pubDate", email.utils.format_datetime(_told(story), usegmt=True)),
            ("description", escape(says(fields), quote=False)),
        ):
            xml.SubElement(item, tag).text = text
        if known != url:
            item[2].set("isPermaLink", "false")
        for theme in fields.themes:
            xml.SubElement(item, "category").text = theme
    xml.indent(root)
    return _plain_titles(xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _plain_titles(rss: bytes) -> bytes:
    """`rss` with "&" and "<" of titles as numbers: so written, most readers take none of them for HTML.

    The RSS Advisory Board measured it: https://www.rssboard.org/rss-profile#data-types-characterdata.
    """
    return _TITLES.sub(lambda found: found[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;"), rss)


def _feed(edition: Edition, site_url: str, name: str) -> dict[str, object]:
    """JSON Feed 1.1, as https://www.jsonfeed.org/version/1.1/ has it."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{name}: stories",
        "home_page_url": f"{site_url}stories/",
        "feed_url": site_url + JSON,
        "description": _ABOUT,
        "language": "en-US",
        "items": [
            {
                "id": _known_as(story, site_url),
                "url": _url(story, site_url),
                "title": story.fields.title,
                "content_text": says(story.fields),
                "date_published": f"{_told(story):%Y-%m-%dT%H:%M:%SZ}",
                "tags": story.fields.themes,
            }
            for story in edition.stories[:NEWEST]
        ],
    }


def _manifest(name: str) -> dict[str, object]:
    """The web manifest: addresses are relative to the file, so a site under a path works."""
    icons = [("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"), ("icon-maskable.png", "512x512", "maskable")]
    return {
        "name": name,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fffaf2",
        "theme_color": "#fffaf2",
        "icons": [
            {"src": f"assets/press/{file}", "sizes": sizes, "type": "image/png", "purpose": purpose}
            for file, sizes, purpose in icons
        ],
    }


def _dump(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
