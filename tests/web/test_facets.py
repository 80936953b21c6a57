"""What the lists are filtered by, the map's tiles, a toolkit's arc, and which stories are read next. All is test data."""

import datetime
import json
from pathlib import Path

import pytest

import publication
from press.library import edition, vocabulary
from press.library.edition import Edition
from press.library.load import load
from press.web import excerpts, facets, pages, tile_map, timeline_chart
from press.web.related import MOST, Related
from projects import small, story

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small(tmp_path)


def add(project: Path, name: str, body: str = "## A\n\nTest data.\n", **fields: str) -> None:
    (project / "stories" / f"{name}.md").write_text(story(body, **fields), encoding="utf-8")


def web(project: Path) -> Edition:
    books = load(project)
    assert not books.problems
    return edition.prepare(books, "web", TODAY)


def test_a_list_offers_the_values_that_it_has_in_the_models_order_and_no_facet_of_one(project: Path) -> None:
    add(project, "one", themes="[policy, beliefs]")
    add(project, "two", themes="[grading, beliefs]")
    offered = facets.choices([entry.fields for entry in web(project).stories], facets.STORIES)
    assert [(choice.name, choice.options) for choice in offered] == [("theme", (("beliefs", 2), ("grading", 1), ("policy", 1)))]


def test_the_index_says_of_each_entry_which_values_it_has(project: Path) -> None:
    add(project, "one", themes="[policy, beliefs]", published="2026-02-01", state="Ohio")
    add(project, "two", published="2026-01-01", state="Utah")
    found = json.loads(facets.index([entry.fields for entry in web(project).stories], facets.STORIES))
    assert found == {
        "entries": 2,
        "facets": {
            "theme": {"values": ["beliefs", "policy"], "of": [[1, 0], [0]]},
            "state": {"values": ["Ohio", "Utah"], "of": [[0], [1]]},
        },
    }


def test_search_offers_what_the_pages_have_in_the_models_order_and_the_rest_in_the_alphabets() -> None:
    found = facets.offered([{"kind": ("Story",), "grade": ("Middle",)}, {"kind": ("Page",), "grade": ("Elementary", "Middle")}])
    assert [(one.title, one.values) for one in found if one.values] == [
        ("Kind", ("Page", "Story")),
        ("Grades", ("Elementary", "Middle")),
    ]


@pytest.mark.parametrize(("minutes", "band"), [(1, 0), (30, 0), (31, 1), (45, 1), (46, 2), (60, 2), (61, 3), (600, 3)])
def test_every_number_of_minutes_falls_into_one_band(minutes: int, band: int) -> None:
    assert facets.time(minutes) == facets.MINUTES[band]


def test_the_index_is_a_file_of_the_book_and_holds_no_story_that_may_not_appear(project: Path) -> None:
    add(project, "gone", state="Utah", withdrawn="2026-01-01")
    add(project, "here", state="Ohio")
    files = {asset.uri: asset.content for asset in pages.bind(web(project)).assets}
    assert json.loads(files["stories/find.json"] or b"")["entries"] == 1
    assert b"Utah" not in (files["stories/find.json"] or b"")


def test_each_state_has_one_square_on_the_map_and_no_two_share_one() -> None:
    laid = tile_map.lay({"Ohio": 3})
    assert sorted(tile.name for tile in laid) == sorted(state for state, _ in vocabulary.STATES)
    assert len({(tile.x, tile.y) for tile in laid}) == len(laid)
    assert {tile.name: tile.count for tile in laid if tile.count} == {"Ohio": 3}


def test_a_state_has_a_page_of_its_stories_alone(project: Path) -> None:
    add(project, "one", title="Test data, one", state="New York")
    add(project, "two", title="Test data, two", state="Ohio")
    found = {page.uri: page for page in pages.bind(web(project)).pages}
    assert "Test data, one" in found["stories/states/new-york.md"].before
    assert "Test data, two" not in found["stories/states/new-york.md"].before
    assert 'aria-label="Ohio: 1 story"' in found["stories/index.md"].drawn["map"]


def test_a_plain_export_has_no_trace_of_what_is_drawn(project: Path) -> None:
    add(project, "one")
    for page in pages.bind(web(project)).pages:
        assert "drawn-" not in page.markdown


def test_the_arc_is_as_long_as_the_minutes_and_its_words_name_each_activity(tmp_path: Path) -> None:
    ready = web(publication.write(tmp_path))
    (volume,) = ready.volumes
    arches = timeline_chart.arches(volume)
    assert len(arches) == len(volume.activities) > 1
    assert [arch.start for arch in arches[1:]] == [arch.start + arch.minutes for arch in arches[:-1]]
    assert arches[-1].start + arches[-1].minutes == timeline_chart.minutes(volume)
    assert all(0 < arch.height <= timeline_chart.HIGHEST for arch in arches)
    found = {page.uri: page for page in pages.bind(ready).pages}
    assert "A1 Look closely, 20 minutes, pairs; A2" in found["toolkits/inquiry/index.md"].drawn["arc"]


def test_every_way_to_sit_has_its_picture() -> None:
    assert set(timeline_chart.PEOPLE) == {group for group, _ in vocabulary.GROUPS}


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 minutes"), (1, "1 minute"), (60, "1 hour"), (260, "4 hours 20 minutes")])
def test_minutes_are_said_in_hours(minutes: int, words: str) -> None:
    assert timeline_chart.in_words(minutes) == words


def test_stories_that_share_an_activity_come_before_those_that_share_a_theme_and_none_is_its_own(project: Path) -> None:
    first, second = "[inquiry/look]", "[inquiry/see]"
    text = (project / "toolkits/inquiry/look.md").read_text(encoding="utf-8")
    (project / "toolkits/inquiry/see.md").write_text(text, encoding="utf-8")
    index = project / "toolkits/inquiry/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("[look]", "[look, see]"), encoding="utf-8")
    add(project, "this", themes="[beliefs]", activities=first)
    add(project, "far", themes="[policy]", activities=second)
    add(project, "theme", themes="[beliefs]", activities=second, published="2026-03-01")
    add(project, "both", themes="[beliefs, policy]", activities=first)
    add(project, "older", themes="[policy]", activities=first, published="2025-01-01")
    told = web(project)
    this = next(entry for entry in told.stories if entry.name == "this")
    assert [entry.name for entry in Related(told).to(this)] == ["both", "older", "theme"]
    assert len(Related(told).to(this)) == MOST


def test_the_featured_passage_is_the_one_between_the_marks_in_plain_words(project: Path) -> None:
    body = "## A\n\nNot this.\n\n<!-- excerpt -->\n\nThe **first**\nline.\n\nA [second](x.md).\n\n<!-- end of excerpt -->\n"
    add(project, "one", body)
    assert excerpts.passage(web(project).stories[0].source) == ("The first line.", "A second.")


def test_who_a_toolkit_is_for_is_its_sections_first_sentence(project: Path) -> None:
    index = project / "toolkits/inquiry/index.md"
    text = index.read_text(encoding="utf-8").replace("Test data.", "It is for **nobody** at all. It has a second sentence.")
    index.write_text(text, encoding="utf-8")
    toolkit = web(project).volumes[0].toolkit
    assert excerpts.opening(toolkit.source, "Who it is for") == "It is for nobody at all."
    assert excerpts.opening(toolkit.source, "No such section") == ""
