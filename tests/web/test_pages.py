"""The book: its pages, lists and what stands on a card."""

import datetime
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from paint import paint
from press.handouts import Handout, Kept
from press.handouts.sheets.layouts import LAYOUTS
from press.library import edition
from press.library.load import load
from press.manuscript import links
from press.web import listings, pages
from press.web.book import Book, Page
from projects import CONSENT, REAL, small, story

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small(tmp_path)


def bind(project: Path) -> Book:
    books = load(project)
    assert not books.problems
    return pages.bind(edition.prepare(books, "web", TODAY))


def page(book: Book, uri: str) -> Page:
    return next(entry for entry in book.pages if entry.uri == uri)


def write(project: Path, name: str, text: str) -> None:
    path = project / "stories" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_cards_of_many_stories_fall_on_several_pages(project: Path) -> None:
    for number in range(listings.PER_PAGE + 1):
        write(project, f"number-{number}.md", story())
    book = bind(project)
    assert page(book, "stories/index.md").before.count('class="tn-card"') == listings.PER_PAGE
    assert page(book, "stories/page/2.md").before.count('class="tn-card"') == 1
    assert page(book, "stories/themes/beliefs/page/2.md").title == "Stories: beliefs, page 2"


def test_without_stories_the_list_says_so(project: Path) -> None:
    assert "No stories yet." in page(bind(project), "stories/index.md").before


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("0..0 -- 1,,2 (c) +-???? or *so* <!-- no", "0..0 – 1,,2 (c) +-???? or *so* <!-- no"),
        ('6" of "rock \'n\' roll"... a-->b ~~x~~ [^1] [ ] y', '6" of “rock ’n’ roll”… a-->b ~~x~~ [^1] [ ] y'),
        ("See www.site.example, https://site.example a@b.example", "See www.site.example, https://site.example a@b.example"),
    ],
)
def test_a_title_has_the_same_signs_in_its_heading_as_in_every_other_place(project: Path, title: str, shown: str) -> None:
    write(project, "odd.md", story(title=json.dumps(title)))
    made = page(bind(project), "stories/odd.md")
    opening, _, headings = made.html(str)
    assert headings[0].title == made.title == shown
    (heading,) = re.findall("<h1.*</h1>", opening)
    assert unescape(re.sub("<[^>]*>", "", heading)) == shown and "<a" not in heading


@pytest.mark.parametrize("words", ["501(c)(3): (a) wait, (c) act.", "Wait.. what????", "A-->B"])
def test_signs_that_mean_something_elsewhere_stand_on_a_page_as_they_were_written(project: Path, words: str) -> None:
    look = project / "toolkits" / "inquiry" / "look.md"
    text = look.read_text(encoding="utf-8").replace("## Before you start\n\nTest data.", f"## Before you start\n\n{words}")
    look.write_text(text.replace("Talk in pairs.", words).replace("What I saw", words), encoding="utf-8")
    write(project, "told.md", story(f"## {words}\n\nSay {words}\n\n- {words}\n"))
    about = f"---\ntitle: A page\ndescription: Test data.\n---\n| Said |\n|---|\n| {words} |\n"
    (project / "docs" / "about.md").write_text(about, encoding="utf-8")
    book = bind(project)
    for uri, count in (("toolkits/inquiry/look.md", 3), ("stories/told.md", 3), ("about.md", 1)):
        made = page(book, uri)
        shown = unescape(re.sub("<[^>]*>", "", made.html(str)[1]))
        assert shown.count(words) == made.markdown.count(words) == count, uri


def test_the_newest_story_comes_first(project: Path) -> None:
    write(project, "old.md", story(title="Test data, old", published="2026-01-01"))
    write(project, "new.md", story(title="Test data, new", published="2026-02-01"))
    cards = page(bind(project), "stories/index.md").before
    assert cards.index("Test data, new") < cards.index("Test data, old")


def test_each_theme_has_a_page_of_its_stories_alone(project: Path) -> None:
    write(project, "one.md", story(title="Test data, one", themes="[policy]"))
    write(project, "two.md", story(title="Test data, two"))
    themed = page(bind(project), "stories/themes/policy.md").before
    assert "Test data, one" in themed
    assert "Test data, two" not in themed


def test_a_theme_offers_the_activities_that_work_on_it_and_a_state_none(project: Path) -> None:
    activity = load(project).activities[0]
    (theme, *_) = activity.fields.themes
    write(project, "one.md", story(themes=f"[{theme}]"))
    write(project, "two.md", story(themes="[policy]"))
    book = bind(project)
    shown = page(book, listings.theme_uri(theme)).before
    assert f">{activity.fields.title}</a>" in shown.partition("## Activities on this theme")[2]
    assert "## Activities" not in page(book, listings.theme_uri("policy")).before
    assert "## Activities" not in page(book, listings.state_uri("Tennessee")).before


@pytest.mark.parametrize("kind", ["illustrative", "composite"])
def test_the_label_stands_on_the_page_and_on_each_card(project: Path, kind: str) -> None:
    fields = {"kind": kind} if kind == "illustrative" else {**REAL, "kind": kind}
    write(project, "labelled.md", story(**fields))
    book = bind(project)
    own = page(book, "stories/labelled.md")
    assert own.label.startswith(f"{kind.capitalize()} story")
    assert own.label in own.before
    for uri in ("stories/index.md", "stories/themes/beliefs.md", "toolkits/inquiry/look.md"):
        assert f"{kind.capitalize()} story" in page(book, uri).markdown


def test_a_content_note_stands_before_the_text_and_on_the_card(project: Path) -> None:
    write(project, "noted.md", story(content_notes="[racism]"))
    book = bind(project)
    assert "touches on racism" in page(book, "stories/noted.md").before
    assert "Content note: racism" in page(book, "stories/index.md").before


def test_an_anonymous_story_shows_no_name(project: Path) -> None:
    write(project, "nameless.md", story(**{**REAL, "attribution": "anonymous", "author": ""}))
    assert "The writer’s name is left out" in page(bind(project), "stories/nameless.md").before


@pytest.mark.parametrize(
    ("fields", "author", "ours"),
    [
        ({}, "", True),
        (REAL, "Test Data", False),
        ({**REAL, "kind": "interview"}, "Test Data", False),
        ({**REAL, "kind": "composite"}, "Test Data", False),
        ({**REAL, "attribution": "anonymous", "author": ""}, "", False),
    ],
    ids=["illustrative", "first-person", "interview", "composite", "anonymous"],
)
def test_a_story_is_its_tellers_and_an_example_is_ours(project: Path, fields: dict[str, str], author: str, ours: bool) -> None:
    write(project, "told.md", story(**fields))
    byline = page(bind(project), "stories/told.md").byline
    assert byline and (byline.author, byline.ours) == (author, ours)
    assert byline.published == datetime.date(2026, 1, 2)


HELPED = {"interviewer": "Test Asker", "translator": "Test Turner", "editor": "Test O'Mender"}


def test_who_helped_to_tell_a_story_stands_below_its_teller(project: Path) -> None:
    write(project, "told.md", story(**{**REAL, **HELPED, "kind": "interview"}))
    write(project, "alone.md", story(**REAL))
    book = bind(project)
    found = page(book, "stories/told.md")
    lines = [re.sub("<[^>]+>", "", line) for line in found.before.split("\n")]
    place = next(number for number, line in enumerate(lines) if line.startswith("Test Data (not the writer"))
    assert lines[place + 1] == ("Interviewed by Test Asker\u00a0· Translated by Test Turner\u00a0· Edited by Test O’Mender")
    assert found.before.count('<span dir="auto">') == 4
    assert found.byline and found.byline.interviewer == "Test Asker"
    named = {part: found.linked[part] for part in ("contributor", "translator", "editor")}
    assert [(part, about["name"]) for part, about in named.items()] == [
        ("contributor", "Test Asker"), ("translator", "Test Turner"), ("editor", "Test O’Mender"),
    ]  # fmt: skip
    bare = page(book, "stories/alone.md")
    assert " by Test" not in bare.before and not {"contributor", "translator", "editor"} & set(bare.linked)


def test_who_helped_is_named_nowhere_where_the_story_is_withheld(project: Path) -> None:
    ended = CONSENT.replace("2030", "2026")
    write(project, "told.md", story(**{**REAL, **HELPED, "kind": "interview", "consent": ended}))
    write(project, "gone.md", story(**{**REAL, **HELPED, "kind": "interview", "withdrawn": "2026-11-01"}))
    book = bind(project)
    said = " ".join(entry.markdown + json.dumps(dict(entry.linked)) for entry in book.pages)
    said += " ".join(str(asset.content) for asset in book.assets)
    assert not [name for name in HELPED.values() if name in said or name.replace("'", "’") in said]


def test_a_withdrawn_story_leaves_a_neutral_notice_and_nothing_else(project: Path) -> None:
    write(project, "gone.md", story(title="Test data, secret", withdrawn="2026-11-01"))
    book = bind(project)
    notice = page(book, "stories/gone.md")
    assert not notice.searchable
    assert all("secret" not in entry.markdown + entry.title + entry.description for entry in book.pages)
    assert "This story was taken down." in notice.markdown


def test_a_story_past_its_review_date_is_nowhere(project: Path) -> None:
    expired = REAL["consent"].replace("2030-01-01", "2026-11-21")
    write(project, "expired.md", story(title="Test data, expired", **{**REAL, "consent": expired}))
    book = bind(project)
    assert all("expired" not in entry.markdown + entry.uri for entry in book.pages)


def test_who_made_a_picture_goes_with_it_wherever_it_is_shown(project: Path) -> None:
    """An activity lists it, and another one and the toolkit's opening page show it too; a listed one that isn't shown is left."""
    folder = project / "toolkits" / "inquiry"
    listed = "".join(f"\n  - file: {name}.png\n    people: no\n    credit: {name} by Test" for name in ("board", "unshown"))
    for name in ("board", "unshown"):
        paint("plain", folder / f"{name}.png")
    shown = "\n\n![Test data](board.png)\n"
    look = (folder / "look.md").read_text(encoding="utf-8")
    (folder / "look.md").write_text(look.replace("themes:", f"pictures:{listed}\nthemes:") + shown, encoding="utf-8")
    (folder / "again.md").write_text(look.replace("Look closely", "Look again") + shown, encoding="utf-8")
    index = (folder / "index.md").read_text(encoding="utf-8").replace("[look]", "[look, again]")
    (folder / "index.md").write_text(index + shown, encoding="utf-8")
    book = bind(project)
    for name in ("look", "again", "index"):
        found = page(book, f"toolkits/inquiry/{name}.md")
        html = "".join(found.html(lambda written: written)[:2])
        assert html.count('<small class="tn-credit">board by Test</small>') == 1, name
        assert "*board.png: board by Test*" in found.markdown and "unshown by" not in found.markdown + html, name


def test_a_notice_names_nobody_who_made_a_picture(project: Path) -> None:
    pictures = "\n  - file: board.png\n    people: no\n    credit: By Test"
    write(project, "shown.md", story("![Test data](board.png)\n", pictures=pictures))
    write(project, "gone.md", story("![Test data](board.png)\n", withdrawn="2026-11-01"))
    paint("plain", project / "stories" / "board.png")
    book = bind(project)
    assert "By Test" in page(book, "stories/shown.md").markdown
    assert "By Test" not in page(book, "stories/gone.md").markdown


def test_a_picture_of_a_withheld_story_is_withheld_too(project: Path) -> None:
    consent = REAL["consent"].replace("[web, print]", "[print]")
    pictures = "\n  - file: board.png\n    people: no"
    write(project, "paper/index.md", story(**{**REAL, "consent": consent, "pictures": pictures}))
    (project / "stories" / "paper" / "board.png").write_bytes(b"test data")
    assert [asset.uri for asset in bind(project).assets if asset.is_picture] == []


def test_a_title_can_hold_anything_without_being_acted_on(project: Path) -> None:
    title = "'<script>alert(1)</script> *stars* [link](x) # {{ 7*7 }} \"quotes\"'"
    write(project, "odd.md", story(title=title))
    book = bind(project)
    opening, rest, headings = page(book, "stories/odd.md").html(str)
    html = opening + rest
    assert "<script>" not in html
    assert "<em>stars" not in html
    assert headings[0].title == "<script>alert(1)</script> *stars* [link](x) # {{ 7*7 }} “quotes”"
    assert "&lt;script&gt;alert(1)" in page(book, "stories/index.md").before


def test_links_lead_to_the_same_pages_on_the_site_as_on_github(project: Path) -> None:
    body = "See [home](../docs/index.md#top), [it](../toolkits/inquiry/look.md) and [me](#a).\n\n[x]: ../docs/index.md\n"
    write(project, "linked.md", story(body))
    text = page(bind(project), "stories/linked.md").markdown
    assert "[home](../index.md#top), [it](../toolkits/inquiry/look.md) and [me](#a)" in text
    assert "[x]: ../index.md" in text


def test_a_link_to_a_withheld_story_leads_to_the_list_of_stories(project: Path) -> None:
    expired = REAL["consent"].replace("2030-01-01", "2026-11-21")
    write(project, "expired.md", story(**{**REAL, "consent": expired}))
    write(project, "linking.md", story("See [this story](expired.md#a) too.\n"))
    assert "See [this story](index.md) too." in page(bind(project), "stories/linking.md").markdown


def test_the_bodys_headings_keep_the_addresses_that_the_checks_know(project: Path) -> None:
    write(project, "same.md", story("## Test data, a story\n\nx\n\n## Try it next\n\ny\n"))
    _, _, headings = page(bind(project), "stories/same.md").html(str)
    anchors = {heading.title: heading.anchor for heading in headings if heading.level == 2}
    assert anchors["Test data, a story"] == "test-data-a-story"
    assert [h.anchor for h in headings if h.title == "Try it next"] == ["try-it-next", "try-it-next-1"]


def test_a_link_by_githubs_address_leads_to_the_place_without_minutes_and_stays_as_it_is_elsewhere(project: Path) -> None:
    write(project, "linking.md", story("## Hear (6 minutes)\n\nSee [it](#hear-6-minutes).\n"))
    made = page(bind(project), "stories/linking.md")
    source = made.goals.pages["stories/linking.md"]
    _, rest, _ = made.html(lambda written: links.place(written, source))
    assert '<h2 id="hear"><span id="hear-6-minutes"></span>' in rest and '<a href="#hear">it</a>' in rest
    assert "[it](#hear-6-minutes)" in made.markdown


def test_the_timetable_leads_to_its_steps_on_the_site_and_elsewhere(project: Path) -> None:
    made = page(bind(project), "toolkits/inquiry/look.md")
    assert '<a href="#look">Look</a>' in made.before
    assert '<a href="#look-15-minutes">Look</a>' in made.markdown


def test_no_title_of_a_list_takes_the_place_of_the_list(project: Path) -> None:
    made = replace(page(bind(project), "stories/index.md"), before="# Cards")
    assert [heading.anchor for heading in made.html(str)[2]][:1] == ["cards-1"]


def test_a_prompt_reads_as_an_invitation_to_write(project: Path) -> None:
    text = page(bind(project), "toolkits/inquiry/look.md").markdown
    assert "**Write:** What I saw" in text
    assert "(2 lines)" not in text


def test_a_prompt_over_several_lines_is_whole_in_its_box(project: Path) -> None:
    path = project / "toolkits" / "inquiry" / "look.md"
    path.write_text(path.read_text(encoding="utf-8").replace("What I saw", "What *I*\n**saw**, and `why`"), encoding="utf-8")
    _, html, _ = page(bind(project), "toolkits/inquiry/look.md").html(str)
    inner = "<strong>Write:</strong> What <em>I</em>\n<strong>saw</strong>, and <code>why</code>"
    assert f'<div class="tn-prompt">\n<p>{inner}</p>\n</div>' in html


@pytest.mark.parametrize("mark", ["**Write (2 lines):** Why", "<!-- insert: toolkits -->"])
def test_what_stands_in_code_is_shown_as_it_stands(project: Path, mark: str) -> None:
    text = f"---\ntitle: A page\ndescription: Test data.\n---\n\nTest data.\n\n```\n{mark}\n```\n"
    (project / "docs" / "code.md").write_text(text, encoding="utf-8")
    assert f"```\n{mark}\n```" in page(bind(project), "code.md").markdown


def test_a_step_in_code_is_no_step(project: Path) -> None:
    path = project / "toolkits" / "inquiry" / "look.md"
    code = "```\n### Talk (5 minutes)\n```"
    path.write_text(path.read_text(encoding="utf-8").replace("Look at the page.", code), encoding="utf-8")
    assert code in page(bind(project), "toolkits/inquiry/look.md").markdown


def test_reading_time_is_given_in_whole_minutes_and_never_none(project: Path) -> None:
    write(project, "long.md", story("## A\n\n" + "word " * 690))
    write(project, "short.md", story())
    book = bind(project)
    assert "3 minutes to read" in page(book, "stories/long.md").before
    assert "1 minute to read" in page(book, "stories/short.md").before


def test_the_sections_for_those_who_lead_stand_in_boxes_that_the_theme_can_hide(project: Path) -> None:
    _, html, _ = page(bind(project), "toolkits/inquiry/look.md").html(str)
    boxes = re.findall(r'<section class="tn-part ([a-z -]+)">\s*<h2 id="([a-z-]+)">', html)
    assert boxes == [
        ("tn-facilitator", "before-you-start"),
        ("tn-facilitator", "what-the-facilitator-says-and-does"),
        ("tn-facilitator", "what-could-go-wrong"),
        ("tn-facilitator tn-teacher-leader", "for-teacher-leaders"),
        ("tn-facilitator tn-principal", "for-principals"),
        ("tn-facilitator", "short-version"),
        ("tn-facilitator", "remote-version"),
    ]
    steps = html[html.index('id="steps"') : html.index('id="what-the-facilitator')]
    assert "</section>" not in steps.partition("<section")[0]


def test_boxes_never_reach_another_generators_markdown(project: Path) -> None:
    text = page(bind(project), "toolkits/inquiry/look.md").markdown
    assert "<section" not in text
    assert "## For principals\n\nTest data." in text


def printed(toolkit: str, layout: str, paper: str = "letter", activity: str = "", size: int = 88_400) -> Handout:
    """A row of the manifest, as if such a handout had been made."""
    stem = f"{toolkit}-{activity}-{layout}-{paper}"
    return Handout(
        f"{stem}.pdf", "Test data", toolkit, layout, paper, 1 if activity else 3, size, "0", f"{stem}.png", "0",
        activity=activity, thumbnail_width=640, thumbnail_height=828,
    )  # fmt: skip


def with_handouts(project: Path, *rows: Handout) -> Book:
    return pages.bind(edition.prepare(load(project), "web", TODAY), Kept(project, rows, ()))


ROWS = (
    printed("inquiry", "3-up", size=1_234_567),
    printed("inquiry", "3-up", "a4"),
    printed("inquiry", "3-up-notes"),
    printed("inquiry", "3-up-cut", activity="look"),
    printed("stories", "stories"),
)


def test_each_link_to_a_handout_says_its_layout_paper_pages_and_size(project: Path) -> None:
    shelf = page(with_handouts(project, *ROWS), "handouts.md").before
    said = re.findall(r'aria-label="([^"]+)"', shelf)
    assert said == [
        "Three panels a page, US Letter PDF, 3 pages, 1.2 MB: Inquiry",
        "Three panels a page, A4 PDF, 3 pages, 88 kB: Inquiry",
        "Notes pages, US Letter PDF, 3 pages, 88 kB: Inquiry",
        "Sheets to cut, US Letter PDF, 1 page, 88 kB: Look closely",
        "Stories, US Letter PDF, 3 pages, 88 kB",
    ]


def test_no_two_links_to_handouts_on_a_page_sound_alike_and_each_says_what_is_seen(project: Path) -> None:
    book = with_handouts(project, *ROWS)
    for uri in ("handouts.md", "toolkits/inquiry/index.md", "toolkits/inquiry/look.md", "index.md"):
        whole = page(book, uri)
        html = whole.before + whole.body + whole.after
        links = re.findall(r'class="tn-download" href="([^"]+)" aria-label="([^"]+)">(.*?)</a>', html)
        assert links, uri
        assert len({said for _, said, _ in links}) == len({goal for goal, _, _ in links}), uri
        for _, said, seen in links:
            assert re.sub(r"<[^>]+>", "", seen) in said, "who speaks to the computer says what is seen"


def test_the_page_of_handouts_says_once_how_to_print_each_kind_that_was_made(project: Path) -> None:
    shelf = page(with_handouts(project, *ROWS), "handouts.md").before
    table = re.findall(r"^\| ([^|-]+) \| ([^|]+) \|$", shelf, re.M)[1:]
    made = {row.layout for row in ROWS}
    assert table == [(layout.offered_as, layout.printing) for layout in LAYOUTS if layout.name in made]


def test_a_thumbnail_has_its_proportions_so_that_nothing_moves_when_it_comes(project: Path) -> None:
    html = page(with_handouts(project, *ROWS), "handouts.md").before
    pictures = re.findall(r"<img [^>]+>", html)
    assert len(pictures) == 3
    assert all('width="640" height="828"' in picture for picture in pictures)
