"""Links to what is gone: no consent that ends, and nobody who takes a story back, stops the site or leaves a dead link."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from paint import paint
from press import checks
from press.__main__ import main
from press.handouts.sheets.sections import Reader
from press.library import edition
from press.library.kinds import STORIES
from press.library.load import load
from press.manuscript import links, markdown
from press.manuscript.source import Source
from press.publishing import publish
from press.web import pages
from press.web.book import Page
from projects import REAL, activity, small, story

PICTURES = "\n  - file: board.png\n    people: no"
BODY = """\
## What I saw

![Squares](board.png)

Test data for a body.
"""
LINKS = {
    "the story": "../../stories/told/index.md",
    "a heading": "../../stories/told/index.md#what-i-saw",
    "a picture": "../../stories/told/board.png",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A real story with a picture, and an activity and a story that link to it, to its heading and to its picture."""
    folder = small(tmp_path)
    told(folder)
    look = activity().replace("Look at the page.", "Look at " + ", ".join(f"[{name}]({to})" for name, to in LINKS.items()) + ".")
    (folder / "toolkits" / "inquiry" / "look.md").write_text(look, encoding="utf-8")
    body = "[the heading][h], [their board][p] and [the board][p].\n\n[h]: told/index.md#what-i-saw\n[p]: told/board.png\n"
    (folder / "stories" / "other.md").write_text(story(f"## Later\n\nSee {body}"), encoding="utf-8")
    return folder


def told(folder: Path, consent: str = REAL["consent"], **more: str) -> None:
    (folder / "stories" / "told").mkdir(exist_ok=True)
    fields = {**REAL, "consent": consent, "pictures": PICTURES, **more}
    (folder / "stories" / "told" / "index.md").write_text(story(BODY, **fields), encoding="utf-8")
    paint("plain", folder / "stories" / "told" / "board.png")


def withdrawn_by_hand(folder: Path) -> None:
    told(folder, withdrawn="2026-11-20")


def withdrawn_by_the_command(folder: Path) -> None:
    assert main(["--root", str(folder), "withdraw", "told", "--yes"]) == 0


def expired(folder: Path) -> None:
    told(folder, REAL["consent"].replace("2030-01-01", "2026-01-02"))


def for_print_alone(folder: Path) -> None:
    told(folder, REAL["consent"].replace("[web, print]", "[print]"))


WAYS = (withdrawn_by_hand, withdrawn_by_the_command, expired, for_print_alone)
NOTICES = (withdrawn_by_hand, withdrawn_by_the_command)


def errors(folder: Path) -> list[str]:
    found = checks.run(load(folder), publish.today())
    return [str(problem) for problem in found if problem.level == "error"]


def page(folder: Path, source: str) -> Page:
    book = pages.bind(edition.prepare(load(folder), "web", publish.today()))
    return next(page for page in book.pages if page.source == source)


def addresses(text: str) -> dict[str, str]:
    """The links of a Markdown text, by their words."""
    tokens = [child for block in markdown.parse(text) for child in block.children or ()]
    return {tokens[n + 1].content: str(token.attrGet("href")) for n, token in enumerate(tokens) if token.type == "link_open"}


@pytest.mark.parametrize("way", WAYS)
def test_a_link_to_what_is_gone_is_a_note_and_never_an_error(project: Path, way: Callable[[Path], None]) -> None:
    assert errors(project) == []
    way(project)
    assert errors(project) == []
    found = [problem for problem in checks.run(load(project), publish.today()) if problem.rule == "links"]
    assert {problem.path for problem in found} == {"toolkits/inquiry/look.md", "stories/other.md"}


@pytest.mark.slow
@pytest.mark.parametrize("way", NOTICES)
def test_point_1_a_heading_link_to_a_withdrawn_story_leads_to_its_notice(project: Path, way: Callable[[Path], None]) -> None:
    way(project)
    assert main(["--root", str(project), "site", "--no-handouts"]) == 0
    html = (project / "site" / "toolkits" / "inquiry" / "look" / "index.html").read_text(encoding="utf-8")
    assert html.count('<a href="../../../stories/told/">') == 2 and "what-i-saw" not in html and "board.png" not in html
    assert "a picture." in html
    other = (project / "site" / "stories" / "other" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../told/">the heading</a>, their board and the board.' in other


@pytest.mark.slow
def test_point_2_the_day_after_review_by_a_link_to_a_storys_picture_stops_nothing(project: Path) -> None:
    expired(project)
    assert main(["--root", str(project), "site", "--no-handouts"]) == 0
    html = (project / "site" / "stories" / "other" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../">the heading</a>, their board and the board.' in html
    assert not list((project / "site").rglob("board.png"))


@pytest.mark.parametrize("way", WAYS)
def test_an_export_has_no_link_to_what_is_gone(project: Path, way: Callable[[Path], None]) -> None:
    way(project)
    to = "../../stories/told/index.md" if way in NOTICES else "../../stories/index.md"
    found = addresses(page(project, "toolkits/inquiry/look.md").markdown)
    assert (found["the story"], found["a heading"]) == (to, to) and "a picture" not in found
    text = page(project, "stories/other.md").markdown
    assert "board.png" not in text and "their board and the board." in text


@pytest.mark.parametrize("way", WAYS)
def test_a_handout_has_no_link_to_what_is_gone(project: Path, way: Callable[[Path], None]) -> None:
    way(project)
    ready = edition.prepare(load(project), "print", publish.today())
    (entry,) = ready.volumes[0].activities
    reader = Reader(ready, entry, "https://site.example/")
    html = str(reader.parts())
    to = "stories/told/" if way in NOTICES else "stories/"
    assert html.count(f'href="https://site.example/{to}"') == 2 and "what-i-saw" not in html and "board.png" not in html
    assert not reader.problems


def test_a_heading_that_is_wrong_is_told_whatever_the_consent(project: Path) -> None:
    text = (project / "stories" / "other.md").read_text(encoding="utf-8").replace("#what-i-saw", "#what-i-never-saw")
    (project / "stories" / "other.md").write_text(text, encoding="utf-8")
    before = errors(project)
    expired(project)
    assert len(before) == 1 and errors(project) == before


def test_a_story_for_print_alone_that_is_given_out_by_hand_has_no_page_to_link_to(project: Path) -> None:
    for_print_alone(project)
    ready = edition.prepare(load(project), "print", publish.today(), by_hand=True)
    assert "stories/told/index.md" in ready.paths
    assert links.goal_of("told/index.md", "stories/other.md", ready.goals).uri == STORIES


def test_a_link_to_a_story_that_was_deleted_leads_to_the_list(project: Path) -> None:
    (project / "stories" / "told" / "index.md").unlink()
    found = addresses(page(project, "toolkits/inquiry/look.md").markdown)
    assert found["the story"] == found["a heading"] == "../../stories/index.md" and "a picture" not in found


def test_the_picture_of_a_story_that_was_withdrawn_can_be_claimed_by_no_other(project: Path) -> None:
    withdrawn = story(BODY, **{**REAL, "pictures": PICTURES, "withdrawn": "2026-11-20"})
    (project / "stories" / "flat.md").write_text(withdrawn, encoding="utf-8")
    (project / "stories" / "mine.md").write_text(story(BODY, pictures=PICTURES), encoding="utf-8")
    paint("plain", project / "stories" / "board.png")
    assert any("This picture belongs to stories/flat.md already." in line for line in errors(project))


MARKS = [
    "[a](told.md)", "[a](told.md#h)", "![a](board.png)", "[b](other.md)", "[b](other.md#h 'T')", "[c][r]", "[r]", "![r][]",
    "\n\n[r]: board.png\n\n", "\n\n[s]: <other.md> 'T'\n\n", "[s]", "`[a](board.png)`", "`", "[", "]", "!", "\\", "(", ")", "*",
    "\n```\n[a](told.md)\n```\n", "\n> ", "\n- ", "<b>", "<", "[a](https://a.example/(b))", "<https://a.example>", "\n", "\n\n",
]  # fmt: skip
GOALS = links.Goals({"stories/other.md": Source("stories/other.md")}, frozenset({"stories/told.md"}), frozenset())


def seen(text: str, resolve: bool) -> str:
    """The text as HTML; with each link led on by `goal_of`, or as it stands."""

    def goal(address: str) -> str:
        if not links.is_relative(address):
            return address
        found = links.goal_of(address, "stories/here.md", GOALS)
        return found.uri.removeprefix("stories/") + links.place(address, found.source) if found.uri else ""

    html = markdown.render(markdown.parse(text), goal if resolve else str)
    html = re.sub(r'<(h\d) id="[^"]*">', r"<\1>", html)  # a heading that lost its picture has words to be named by
    return re.sub(r"\s+", " ", html)


@given(st.lists(st.sampled_from(MARKS), max_size=12).map(" ".join))
@example("` \n```\n[a](told.md)\n```\n `[a](board.png)`")  # a fence ends the paragraph that a lone tick stands in
@example("` \n# A\n `[a](board.png)`")
@example("[c][r] ` \n>  `[a](board.png)`")
@settings(derandomize=True, max_examples=300)
def test_an_exported_text_shows_what_the_page_shows(body: str) -> None:
    assume(not any(token.type == "html_block" for token in markdown.parse(body)))  # no manuscript with HTML is published
    assert seen(links.on_site(body, "stories/here.md", GOALS), resolve=False) == seen(body, resolve=True)
