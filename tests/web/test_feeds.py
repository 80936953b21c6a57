"""What other programs read of the site: feeds, cards, schema.org data, the manifest, and the pages' own policy."""

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from PIL import Image

from press.library.model import Story
from press.publishing import mkdocs_plugin
from press.web import json_ld, social_cards
from projects import REAL, editions, small, story

HOSTILE = "'</script><script>alert(1)</script> & b'"
URL = "https://test.example/books/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an illustrative, a real, a withheld and a withdrawn story. All words are test data."""
    root = small(tmp_path_factory.mktemp("known"))
    told = {
        "old": story(title="Test data, old", published="2025-01-01", content_notes="[racism, loss]"),
        "new": story(title=HOSTILE, published="2026-02-03", **REAL),
        "withheld": story(title="Withheldword", **{**REAL, "consent": REAL["consent"].replace("2030-01-01", "2026-01-02")}),
        "gone": "---\nwithdrawn: 2026-01-01\n---\n",
    }
    for name, text in told.items():
        (root / "stories" / f"{name}.md").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", URL)
        mkdocs_plugin.build(root, root / "site", editions(root))
    return root / "site"


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def data(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    return dict(json.loads(found[1]))


def test_the_feeds_tell_the_newest_story_first_with_label_and_content_notes(site: Path) -> None:
    items = xml.fromstring(read(site, "stories.xml")).findall("channel/item")
    assert [item.findtext("link") for item in items] == [URL + "stories/new/", URL + "stories/old/"]
    assert items[0].findtext("title") == HOSTILE.strip("'")
    told = json.loads(read(site, "stories.json"))["items"]
    assert [item["url"] for item in told] == [URL + "stories/new/", URL + "stories/old/"]
    for text in (items[1].findtext("description"), told[1]["content_text"]):
        assert text == (
            "Illustrative story: written as an example. No real person told it. "
            "Content note: this story touches on racism, loss. Test data for a summary."
        )


def test_what_is_withheld_or_withdrawn_is_in_no_feed(site: Path) -> None:
    for name in ("stories.xml", "stories.json"):
        assert "ithheldword" not in read(site, name)
        assert "stories/gone" not in read(site, name)
        assert "stories/withheld" not in read(site, name)


def test_each_page_leads_to_both_feeds_and_the_manifest(site: Path) -> None:
    html = read(site, "stories/new/index.html")
    for there in ("stories.xml", "stories.json", "site.webmanifest"):
        assert f'href="../../{there}"' in html
    for icon in json.loads(read(site, "site.webmanifest"))["icons"]:
        with Image.open(site / icon["src"]) as picture:
            assert "{}x{}".format(*picture.size) == icon["sizes"]


def test_a_story_says_that_it_is_an_article_by_whom_its_teller_agreed_to(site: Path) -> None:
    about = data(read(site, "stories/new/index.html"))
    assert (about["@type"], about["headline"]) == ("Article", HOSTILE.strip("'"))
    assert about["author"] == {"@type": "Person", "name": "Test Data"}
    assert about["url"] == URL + "stories/new/"
    assert "license" not in about  # a real person's story stays theirs
    assert "author" not in data(read(site, "stories/old/index.html"))


def test_an_activity_says_what_it_teaches_and_how_long_it_takes(site: Path) -> None:
    about = data(read(site, "toolkits/inquiry/look/index.html"))
    assert (about["@type"], about["timeRequired"], about["learningResourceType"]) == ("LearningResource", "PT20M", "Activity")
    assert data(read(site, "toolkits/inquiry/index.html"))["@type"] == "LearningResource"


def test_a_school_and_a_state_are_in_no_data_of_a_story() -> None:
    fields = Story.model_validate(
        {
            "title": "Test data", "kind": "first-person", "summary": "Test data.", "role": "teacher", "state": "Tennessee",
            "grades": "middle", "themes": ["beliefs"], "activities": ["inquiry/look"], "published": "2026-01-02",
            "student_details": "removed", "attribution": "named", "author": "Test Data", "school": "Test School",
        },
        strict=False,
    )  # fmt: skip
    text = json.dumps(json_ld.story(fields))
    assert "Test School" not in text
    assert "Tennessee" not in text


@pytest.mark.parametrize(
    "end", ["</script>", "</SCRIPT>", "</script ", "</script\t", "</script/", "<!--<script>", "<!--", "]]>", "&lt;"]
)
def test_no_title_ends_the_script_that_holds_a_pages_data(end: str) -> None:
    text = json_ld.script({"name": f"a{end}b", "keywords": [end]}, URL, end)
    assert not set(text) & set("<>&")
    about = json.loads(text)
    assert (about["name"], about["keywords"], about["publisher"]["name"]) == (f"a{end}b", [end], end)


class Metas(HTMLParser):
    """Collects the meta elements, and what stands before the policy."""

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, str] = {}
        self.before: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "Content-Security-Policy" not in self.named and tag in ("script", "link", "style", "img"):
            self.before.append(tag)
        name = values.get("http-equiv") or values.get("property") or values.get("name")
        if tag == "meta" and name:
            self.named[name] = values.get("content") or ""


def metas(html: str) -> Metas:
    found = Metas()
    found.feed(html)
    return found


def test_every_page_states_a_strict_policy_before_it_loads_anything(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        found = metas(page.read_text(encoding="utf-8"))
        policy = found.named["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'"), page
        assert found.before == [], page
        assert "unsafe-inline" not in policy
        assert "http" not in policy
    assert "referrer" in metas(read(site, "404.html")).named


def test_a_shared_link_shows_our_own_picture_and_the_storys_label(site: Path) -> None:
    found = metas(read(site, "stories/old/index.html")).named
    assert found["og:description"].startswith("Illustrative story: written as an example.")
    assert metas(read(site, "stories/new/index.html")).named["og:title"] == HOSTILE.strip("'")
    for page in ("index.html", "toolkits/inquiry/look/index.html"):
        address = metas(read(site, page)).named["og:image"]
        with Image.open(site / address.removeprefix(URL)) as picture:
            assert picture.size == (1200, 630)
    assert "og:title" not in metas(read(site, "stories/gone/index.html")).named


def test_cards_are_small_and_the_same_each_time_however_long_the_words() -> None:
    long = "Test data, " * 40
    card = social_cards.draw("tn-a", long, long, "Test data")
    assert card == social_cards.draw("tn-a", long, long, "Test data")
    assert len(card) < 60_000
    assert Image.open(io.BytesIO(card)).size == (1200, 630)
