"""What feed readers make of the feeds: each word as it was written, the right day, and no story twice. All is test data.

feedparser reads them, as many readers do; it reports any fault of form as "bozo".
"""

import calendar
import datetime
import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import feedparser
import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

import feed_rules
from press.library import edition
from press.library.edition import Edition
from press.library.load import load
from press.web import feeds
from projects import REAL, TODAY, small, story

URL = "https://test.example/books/"
WORDS = (
    "A summary with <b>bold</b> in words",
    "An &lt; and an &amp; as they were typed",
    "Tom & Jerry, AT&T, R&D; &copy; &#8212; &#x26;",
    "1 < 2 and 3 > 2",
    "<script>alert(1)</script> and <!-- a remark -->",
    "<img src=x onerror=alert(1)>",
    "]]> ends nothing, <![CDATA[ begins nothing",
    "&lt;b&gt; is not <b>",
    "A \"quoted\" word, an 'inner' one, the '90s",
    "m² is CO₂, 1½ hours, 5 °C",
    "Nguyễn Thị Đặng, Hawaiʻi, हिन्दी, 漢字",
    "A lone & sign &",
    "%3Cb%3E and + and %20",
    '<p>Not</p> <a href="https://x.example">a</a> link',
    "Ends in </description></item>",
    "\\ and ` and * and _ and {braces}",
)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def told(folder: Path, **stories: str) -> Edition:
    root = small(folder)
    for name, text in stories.items():
        (root / "stories" / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    books = load(root)
    assert not books.problems
    return edition.prepare(books, "web", TODAY)


def made(given: Edition, name: str = "Test <i>books</i> & more") -> dict[str, bytes]:
    return {asset.uri: asset.content or b"" for asset in feeds.assets(given, URL, name)}


def read(given: Edition) -> Any:
    """The RSS feed as feedparser has it."""
    found = feedparser.parse(made(given)[feeds.RSS])
    assert not found.bozo, found.bozo_exception
    assert found.version == "rss20"
    return found


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A story for each of `WORDS`: as its title in one half, as its summary in the other."""
    titled = {f"title_{n}": story(title=quoted(words)) for n, words in enumerate(WORDS)}
    summed = {f"summary_{n}": story(summary=quoted(words)) for n, words in enumerate(WORDS)}
    return told(tmp_path_factory.mktemp("worded"), **titled, **summed)


def test_rss_description_is_escaped_for_html_then_for_xml(worded: Edition) -> None:
    for item, entry in zip(xml.fromstring(made(worded)[feeds.RSS]).iter("item"), worded.stories, strict=True):
        as_html = item.findtext("description") or ""
        assert "<" not in as_html  # a reader that takes it for HTML finds no markup
        assert html.unescape(as_html) == feeds.says(entry.fields)


def test_a_reader_gets_each_word_of_a_summary_back(worded: Edition) -> None:
    for item, entry in zip(read(worded).entries, worded.stories, strict=True):
        assert html.unescape(item.summary) == feeds.says(entry.fields)


def test_a_reader_gets_each_word_of_a_title_back(worded: Edition) -> None:
    titles = [item.findtext("title") for item in xml.fromstring(made(worded)[feeds.RSS]).iter("item")]
    assert titles == [entry.fields.title for entry in worded.stories]


def test_no_sign_of_a_title_is_written_in_a_way_that_readers_take_for_html(worded: Edition) -> None:
    for title in re.findall(rb"<title>(.*?)</title>", made(worded)[feeds.RSS]):
        assert b"&amp;" not in title
        assert b"&lt;" not in title


def test_both_feeds_tell_the_same(worded: Edition) -> None:
    assets = made(worded)
    there = json.loads(assets[feeds.JSON])
    for item, other, entry in zip(xml.fromstring(assets[feeds.RSS]).iter("item"), there["items"], worded.stories, strict=True):
        assert other["title"] == item.findtext("title") == entry.fields.title
        assert other["content_text"] == feeds.says(entry.fields)
        assert (other["id"], other["url"]) == (item.findtext("guid"), item.findtext("link"))
        day = datetime.datetime.fromisoformat(other["date_published"])
        assert day == datetime.datetime.strptime(item.findtext("pubDate") or "", "%a, %d %b %Y %H:%M:%S %Z").replace(
            tzinfo=datetime.UTC
        )


def test_the_sites_own_name_comes_back_too(worded: Edition) -> None:
    assert xml.fromstring(made(worded)[feeds.RSS]).findtext("channel/title") == "Test <i>books</i> & more: stories"
    assert json.loads(made(worded)[feeds.JSON])["title"] == "Test <i>books</i> & more: stories"


@pytest.mark.parametrize("hours", [-10, -8, -5, 0, 9, 10], ids=["Honolulu", "Seattle", "Boston", "London", "Okinawa", "Guam"])
@pytest.mark.parametrize("day", ["2026-11-22", "2026-03-08", "2026-07-04", "2026-01-01"])
def test_the_day_of_publication_is_the_same_from_hawaii_to_guam(tmp_path: Path, hours: int, day: str) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=hours))
    given = told(tmp_path, one=story(published=day))
    parts = read(given).entries[0].published_parsed
    rss = datetime.datetime.fromtimestamp(calendar.timegm(parts), datetime.UTC)
    there = datetime.datetime.fromisoformat(json.loads(made(given)[feeds.JSON])["items"][0]["date_published"])
    assert {moment.astimezone(zone).date().isoformat() for moment in (rss, there)} == {day}


def known(given: Edition) -> list[tuple[str, bool, str]]:
    """The guid of each entry, whether it says that it is the address, and the address."""
    items = [
        (item.findtext("guid") or "", item.find("guid").get("isPermaLink") != "false", item.findtext("link") or "")  # type: ignore[union-attr]
        for item in xml.fromstring(made(given)[feeds.RSS]).iter("item")
    ]
    assert [item["id"] for item in json.loads(made(given)[feeds.JSON])["items"]] == [guid for guid, _, _ in items]
    assert [item.id for item in read(given).entries] == [guid for guid, _, _ in items]
    return items


def test_a_story_renamed_with_aliases_keeps_its_guid(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("before", "after", "later")]
    for path in paths:
        path.mkdir()
    ((first, _, _),) = known(told(paths[0], the_list=story()))
    assert known(told(paths[1], a_list=story(aliases="[stories/the-list]"))) == [(first, False, URL + "stories/a-list/")]
    assert known(told(paths[2], my_list=story(aliases="[stories/the-list, stories/a-list]"))) == [
        (first, False, URL + "stories/my-list/")
    ]


def test_a_story_in_a_folder_that_was_renamed_keeps_its_guid(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / "stories" / "new").mkdir()
    (root / "stories" / "new" / "index.md").write_text(story(aliases="[stories/old]"), encoding="utf-8")
    given = edition.prepare(load(root), "web", TODAY)
    assert known(given) == [(URL + "stories/old/", False, URL + "stories/new/")]


def test_a_story_that_was_never_renamed_is_known_by_its_address(tmp_path: Path) -> None:
    assert known(told(tmp_path, one=story())) == [(URL + "stories/one/", True, URL + "stories/one/")]


def test_every_guid_of_a_feed_is_another(worded: Edition) -> None:
    found = [guid for guid, _, _ in known(worded)]
    assert len(set(found)) == len(found) == len(worded.stories)


def test_what_was_withdrawn_is_gone_from_both_feeds_under_its_old_name_too(tmp_path: Path) -> None:
    gone = "---\nwithdrawn: 2026-01-01\naliases: [stories/older]\n---\n"
    assets = made(told(tmp_path, gone=gone, here=story(**REAL)))
    for name in (feeds.RSS, feeds.JSON):
        assert b"stories/here/" in assets[name]
        assert b"stories/gone" not in assets[name]
        assert b"stories/older" not in assets[name]


# Pieces that mean something to HTML, to XML or to a feed reader, with words between.
PIECES = st.sampled_from(
    ["<", ">", "&", '"', "'", ";", "&lt;", "&gt;", "&amp;", "&amp;lt;", "&#60;", "&#x3C;", "&copy;", "<b>", "</b>", "<br/>",
     "<!--", "-->", "]]>", "<![CDATA[", "<?x?>", "</title>", "</item>", " ", "a", "½", "²", "₂", "ʻ", "é", "漢", "😀", "%",
     "\\", "#", "=", "/"]
)  # fmt: skip
SAID = st.lists(PIECES, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool)


@settings(deadline=None, max_examples=60)
@examples(title=SAID, summary=SAID)
def test_whatever_is_written_comes_back_from_both_feeds(worded: Edition, title: str, summary: str) -> None:
    first = worded.stories[0]
    fields = first.fields.model_copy(update={"title": title, "summary": summary})
    given = replace(worded, stories=(replace(first, fields=fields),))
    (item,) = xml.fromstring(made(given, title)[feeds.RSS]).iter("item")
    as_html = item.findtext("description") or ""
    (other,) = json.loads(made(given, title)[feeds.JSON])["items"]
    assert item.findtext("title") == other["title"] == title
    assert "<" not in as_html
    assert html.unescape(as_html) == other["content_text"] == feeds.says(fields)
    assert not feedparser.parse(made(given, title)[feeds.RSS]).bozo


def test_the_rss_feed_has_what_the_specification_asks_for(worded: Edition) -> None:
    """RSS 2.0 and the profile of its board: each element once, addresses whole, days as RFC 822 has them."""
    channel = xml.fromstring(made(worded)[feeds.RSS]).find("channel")
    assert channel is not None
    own = {"title", "link", "description", "language"}
    tags = [part.tag for part in channel if part.tag != "item"]
    assert sorted(tags) == sorted([*own, "{http://www.w3.org/2005/Atom}link"])
    assert channel[tags.index("{http://www.w3.org/2005/Atom}link")].get("href") == URL + feeds.RSS
    for item in channel.iter("item"):
        found = [part.tag for part in item if part.tag != "category"]
        assert sorted(found) == ["description", "guid", "link", "pubDate", "title"]
        assert all((item.findtext(tag) or "").startswith(URL) for tag in ("guid", "link"))
        assert re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} 12:00:00 GMT", item.findtext("pubDate") or "")
        assert all(part.text for part in item)


@pytest.fixture(scope="module")
def summed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An RSS feed with each of `WORDS` as a summary, and a story that was renamed."""
    summaries = {f"summary_{n}": story(summary=quoted(words), published="2026-10-02") for n, words in enumerate(WORDS)}
    renamed = story(title=quoted("Once & now"), aliases="[stories/an-old-name]")
    return made(told(tmp_path_factory.mktemp("summed"), **summaries, renamed=renamed), "Test books & more")[feeds.RSS]


def test_a_feed_validator_would_have_no_warning(summed: bytes) -> None:
    """The rules of the W3C's feed validator that such a feed could break; `feed_rules` has how each is looked at.

    The file: NotUTF8, EncodingMismatch, BadCharacters, NonstdPrefix. What stands in it: MissingElement, DuplicateElement,
    UndefinedElement, NotBlank, MisplacedItem (the channel's own elements come before its items), InvalidLanguage,
    InvalidFullLink. Where it lies: MissingAtomSelfLink (atom:link with rel=self), SelfDoesntMatchLocation. Of guids: MissingGuid,
    DuplicateValue (none twice), InvalidBooleanAttribute, InvalidHttpGUID (one that is an address is whole). Days as RFC 822 has
    them: InvalidRFC2822Date, IncorrectDOW, ImplausibleDate. No markup in titles: ContainsHTML. Nothing in descriptions that does
    harm or leads nowhere: SecurityRisk (script and style), SecurityRiskAttr, DangerousStyleAttr, ContainsRelRef.
    """
    assert feed_rules.warnings(summed, URL + feeds.RSS) == set()


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("NotUTF8", b"Test data", b"Test\xff data"),
        ("EncodingMismatch", b"encoding='utf-8'", b"encoding='us-ascii'"),
        ("BadCharacters", b"Test data", b"Test \xc2\x92 data"),
        ("NonstdPrefix", b"atom", b"a"),
        ("MissingElement", b"<language>en-US</language>", b""),
        ("MisplacedItem", b"<language>", b"<item><guid>a</guid></item><language>"),
        ("DuplicateElement", b"</guid>", b"</guid><guid>a</guid>"),
        ("UndefinedElement", b"</guid>", b"</guid><note>a</note>"),
        ("NotBlank", b"<category>beliefs<", b"<category><"),
        ("InvalidLanguage", b"en-US", b"American"),
        ("InvalidFullLink", b"<link>https://test.example", b"<link>"),
        ("MissingAtomSelfLink", b' rel="self"', b""),
        ("SelfDoesntMatchLocation", b'.xml" />', b'.rss" />'),
        ("MissingGuid", b"<guid>", b"<guid /><guid>"),
        ("DuplicateValue", b"summary-1/</guid>", b"summary-0/</guid>"),
        ("InvalidBooleanAttribute", b'"false"', b'"no"'),
        ("InvalidHttpGUID", b"<guid>https://test.example", b"<guid>"),
        ("InvalidRFC2822Date", b"02 Oct 2026", b"2 October 2026"),
        ("IncorrectDOW", b"Fri, ", b"Sat, "),
        ("ImplausibleDate", b"Fri, 02 Oct 2026", b"Mon, 02 Oct 1826"),
        ("ContainsHTML", b"Once &#x26; now", b"&lt;i>Once&lt;/i>"),
        ("SecurityRisk", b"&amp;lt;script&amp;gt;", b"&lt;script&gt;"),
        ("SecurityRiskAttr", b"&amp;lt;img src=x onerror=alert(1)&amp;gt;", b"&lt;img src=x onerror=alert(1)&gt;"),
        ("DangerousStyleAttr", b"A summary", b"&lt;b style='position: fixed'&gt;A summary"),
        ("ContainsRelRef", b"&amp;lt;img src=x onerror=alert(1)&amp;gt;", b"&lt;img src=x&gt;"),
    ],
)  # fmt: skip
def test_each_rule_of_a_feed_validator_is_seen_broken(summed: bytes, rule: str, old: bytes, new: bytes) -> None:
    assert old in summed
    assert rule in feed_rules.warnings(summed.replace(old, new), URL + feeds.RSS)


def test_the_json_feed_has_what_the_specification_asks_for(worded: Edition) -> None:
    found = json.loads(made(worded)[feeds.JSON])
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert all(isinstance(found[name], str) and found[name] for name in ("title", "home_page_url", "feed_url", "language"))
    for item in found["items"]:
        assert set(item) == {"id", "url", "title", "content_text", "date_published", "tags"}
        assert all(item[name].startswith(URL) for name in ("id", "url"))
        assert isinstance(item["tags"], list) and all(isinstance(tag, str) for tag in item["tags"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT12:00:00Z", item["date_published"])
