"""Messages in the place of a page that has something to mend, and the list of all of it."""

from pathlib import Path

import pytest

from press.publishing import intake
from press.web import pages, to_mend
from press.web.book import Book, Page
from press.web.to_mend import ToMend
from projects import REAL, TODAY, Project, small, story

BAD = story("## What I saw\n\nCall the office at Marker School: 615-555-0134.\n", title="Marker title")
UNREADABLE = story("## What I saw\n\nMarker text.\n", grades="muddle", title="Marker title")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(small(tmp_path))


def book(project: Project) -> Book:
    sound = intake.sound(project.root, TODAY)
    return to_mend.put_in(pages.bind(sound.editions.web), sound.to_mend)


def page(found: Book, uri: str) -> Page:
    (one,) = [page for page in found.pages if page.uri == uri]
    return one


@pytest.mark.parametrize("text", [BAD, UNREADABLE])
def test_a_story_with_a_fault_shows_its_messages_in_its_place_and_nothing_of_its_text(project: Project, text: str) -> None:
    project.write("stories/faulty.md", text)
    project.write("stories/sound.md", story(title="Sound title"))
    found = book(project)
    (problem,) = intake.sound(project.root, TODAY).to_mend.every
    shown = page(found, "stories/faulty.md")
    assert f"<strong>Line {problem.line}:</strong> " in shown.before and problem.rule not in shown.before
    assert not shown.searchable
    everything = "".join(page.markdown for page in found.pages)
    assert "Marker" not in everything and "615-555" not in everything
    assert "Sound title" in page(found, "stories/sound.md").before and "Sound title" in page(found, "stories/index.md").before


@pytest.mark.parametrize(
    ("why", "consent"),
    [
        ("ended", "\n  granted: 2020-01-01\n  channels: [web]\n  review_by: 2021-01-01\n  evidence: C-0001"),
        ("for print", "\n  granted: 2026-01-01\n  channels: [print]\n  review_by: 2027-01-01\n  evidence: C-0001"),
    ],
)
def test_a_story_that_may_not_appear_has_no_page_whatever_its_faults(project: Project, why: str, consent: str) -> None:
    project.write("stories/hidden.md", story("[x](nowhere.md)\n", **{**REAL, "consent": consent, "title": "Marker"}))
    found = book(project)
    assert "stories/hidden.md" not in {page.uri for page in found.pages}
    assert "Marker" not in "".join(page.markdown for page in found.pages)


def test_a_story_with_a_fault_is_printed_nowhere(project: Project) -> None:
    project.write("stories/faulty.md", BAD)
    project.write("stories/sound.md", story())
    assert [entry.name for entry in intake.sound(project.root, TODAY).editions.printed.stories] == ["sound"]


def test_pictures_of_a_story_with_a_fault_stay_away_too(project: Project) -> None:
    pictures = "\n  - file: seen.png\n    people: no"
    text = story("![Squares](seen.png)\n\n[x](nowhere.md)\n", pictures=pictures)
    project.write("stories/faulty/index.md", text)
    project.paint("plain", "stories/faulty/seen.png")
    assert not [asset for asset in book(project).assets if asset.is_picture]
    project.write("stories/faulty/index.md", text.replace("[x](nowhere.md)", ""))
    assert [asset.uri for asset in book(project).assets if asset.is_picture] == ["stories/faulty/seen.png"]


def test_a_fault_in_a_picture_is_told_on_the_page_that_shows_it(project: Project) -> None:
    pictures = "\n  - file: seen.png\n    people: no"
    project.write("stories/faulty/index.md", story("![Squares](seen.png)\n", pictures=pictures))
    project.write("stories/faulty/seen.png", b"no picture")
    assert "<strong>stories/faulty/seen.png, line 1:</strong>" in page(book(project), "stories/faulty/index.md").before


def test_a_home_page_with_a_fault_is_replaced_and_the_rest_is_there(project: Project) -> None:
    project.change("docs/index.md", "Test data.\n\n<!--", "[x](nowhere.md)\n\n<!--")
    found = book(project)
    assert page(found, "index.md").view == "to-mend" and page(found, "toolkits/inquiry/look.md").view == "activity"


def test_the_activities_of_a_toolkit_that_cannot_be_read_say_what_keeps_them_away(project: Project) -> None:
    project.change("toolkits/inquiry/index.md", "letter: A", "letter: AAA")
    found = book(project)
    assert "<strong>Line 3:</strong>" in page(found, "toolkits/inquiry/index.md").before
    assert "<strong>toolkits/inquiry/index.md, line 3:</strong>" in page(found, "toolkits/inquiry/look.md").before


def test_a_notice_stays_a_notice(project: Project) -> None:
    project.write("stories/gone.md", "---\nwithdrawn: 2026-01-01\n---\nCall 615-555-0134.\n")
    found = book(project)
    assert page(found, "stories/gone.md").view == "notice" and "stories/gone.md" in page(found, to_mend.LIST).before


def test_the_list_of_stories_is_not_replaced_by_a_file_of_its_name(project: Project) -> None:
    project.write("stories/index.md", BAD)
    assert page(book(project), "stories/index.md").view == "list"


@pytest.mark.parametrize("name", ["<b>@all", "a:b", "what?", 'q"q', "back\\slash"])
def test_a_name_that_an_archive_cannot_hold_stands_in_the_list_alone(project: Project, name: str) -> None:
    project.write(f"stories/{name}.md", BAD)
    found = book(project)
    assert [page.uri for page in found.pages if page.view == "to-mend"] == [to_mend.LIST]
    assert "<b>" not in page(found, to_mend.LIST).before


def test_the_list_has_every_file_and_leads_to_the_pages(project: Project) -> None:
    project.write("stories/faulty.md", BAD)
    project.write("stories/notes.docx", b"test data")
    shown = page(book(project), to_mend.LIST).before
    assert "## stories/faulty.md" in shown and "## stories/notes.docx" in shown
    assert shown.count("Its page</a>") == 1 and 'href="../stories/faulty/"' in shown
    assert "2 things keep this site from being published." in shown


def test_what_is_to_be_typed_is_shown_as_code_and_nothing_in_a_message_acts(project: Project) -> None:
    project.write("stories/near.md", story())
    project.write("stories/faulty.md", story("[x](neer.md)\n\n[y](<b>.md)\n"))
    shown = page(book(project), "stories/faulty.md").before
    assert "<code>near.md</code>" in shown and "`" not in shown and "<b>" not in shown


def test_where_nothing_is_to_mend_the_list_says_so(project: Project) -> None:
    shown = page(book(project), to_mend.LIST).before
    assert "Nothing: this site can be published." in shown


def test_without_faults_no_page_is_replaced(project: Project) -> None:
    bound = pages.bind(intake.sound(project.root, TODAY).editions.web)
    assert to_mend.put_in(bound, ToMend({}, ())).pages[:-1] == bound.pages
