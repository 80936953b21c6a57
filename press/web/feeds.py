"""Turns an edition into what other programs read: a feed of stories as RSS and as JSON Feed, and the site's web manifest."""

import datetime
import email.utils
import json
from collections.abc import Iterator
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


def _url(story: Manuscript[Story], site_url: str) -> str:
    return f"{site_url}{address(links.uri(story.path))}/"


# By hand: the best kept library for this, feedgenerator, writes no JSON Feed, and its RSS stands on a single line.
def _rss(edition: Edition, site_url: str, name: str) -> bytes:
    """RSS 2.0, as https://www.rssboard.org/rss-specification has it."""
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
        day = datetime.datetime.combine(fields.published, datetime.time(), datetime.UTC)
        told = email.utils.format_datetime(day, usegmt=True)
        for tag, text in (
            ("title", fields.title),
            ("link", url),
            ("guid", url),
            ("pubDate", told),
            ("description", says(fields)),
        ):
            xml.SubElement(item, tag).text = text
        for theme in fields.themes:
            xml.SubElement(item, "category").text = theme
    xml.indent(root)
    return bytes(xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


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
                "id": _url(story, site_url),
                "url": _url(story, site_url),
                "title": story.fields.title,
                "content_text": says(story.fields),
                "date_published": f"{story.fields.published.isoformat()}T00:00:00Z",
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
