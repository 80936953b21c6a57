"""Naughty strings, and attacks, as a story's title, summary, author and school: said to be a problem, or shown as they stand.

Every string is a story of its own in one project, so that one build shows them all. All else is test data.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from press import checks, handouts
from press.handouts.pipeline import Unprintable
from press.library.load import load
from press.library.model import LABELS
from press.manuscript.problem import Problem
from press.web import feeds, listings
from projects import REAL, TODAY, small, story
from sheets import SITE, prepared
from showing import shown
from soaking import is_soaking, some
from suites import data, deviations, reading
from suites.listening import listen, without_policy
from suites.markup import straight

LISTED = deviations("naughty-strings-deviations")
SUITES = ("naughty-strings", "dompurify", "xss-filters")
LINES = {"title": 2, "summary": 4, "author": 13, "school": 20}
BODY = "## What I saw\n\n<!-- excerpt -->\n\nTest data for a passage.\n\n<!-- end of excerpt -->\n"
# A problem as it is printed: no word of Python's, and never the string itself.
SAID = re.compile(r"[^:\n]+:\d+: (?:To review: )?(?:`[a-z_]+` |[A-Z“])[^\n]*[.?”] \[[a-z-]+\]")
PYTHON = re.compile(r"Traceback|Error|NoneType|\bNone\b|\bstr\b|\bdict\b|<class|object at|pydantic|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}")


@dataclass(frozen=True)
class Case:
    """A string of a suite; `name` is what its story is called."""

    suite: str
    number: int
    text: str

    @property
    def name(self) -> str:
        return f"{self.suite}-{self.number}"

    @property
    def path(self) -> str:
        return f"stories/{self.name}.md"

    def fields(self, taken: frozenset[str] = frozenset(LINES)) -> dict[str, str]:
        """The front matter of its story: the string in the fields that are `taken`, in YAML's double quotes."""
        theirs = {field: json.dumps(self.text, ensure_ascii=False) for field in taken}
        ours = {"title": "Test data", "author": "Test Data", "school": "Test School"}
        return {**REAL, "kind": "composite", "attribution": "named", **ours, **theirs}


ALL = [Case(suite, number, text) for suite in SUITES for number, text in enumerate(data(suite))]


def folded(text: str) -> str:
    """`text` with a keyboard's signs and single spaces."""
    return " ".join(typed(text).split())


def typed(text: str) -> str:
    """`text` with the quotes, dashes and dots that a keyboard has."""
    return straight(text).replace("…", "...").replace("—", "---").replace("–", "--")


def seen(case: Case) -> str:
    """What is to be read of a case: the string, but for the characters that nobody sees and that are listed."""
    unseen = case.suite == "naughty-strings" and LISTED.get(case.number, ("",))[0] == "unseen"
    return folded(re.sub("[\u200b\u2060\u202a-\u202c\u2066-\u2069\ufeff]", "", case.text) if unseen else case.text)


def write(root: Path, stories: Mapping[Case, Mapping[str, str]]) -> Path:
    """A small project with a story for each case."""
    root.mkdir(exist_ok=True)
    small(root)
    for case, fields in stories.items():
        (root / case.path).write_bytes(story(BODY, **fields).encode("utf-8", "surrogatepass"))
    return root


def problems_of(root: Path) -> dict[str, list[Problem]]:
    """All problems of a project's stories, by file; each is one that a teacher can read."""
    found: dict[str, list[Problem]] = {}
    for problem in checks.run(load(root), TODAY):
        assert SAID.fullmatch(str(problem)) and not PYTHON.search(str(problem)), problem
        found.setdefault(problem.path, []).append(problem)
    return found


@pytest.mark.slow
def test_what_can_not_be_taken_is_said_with_its_line_and_the_rest_is_taken_whole(tmp_path: Path) -> None:
    found = problems_of(write(tmp_path, {case: case.fields() for case in ALL}))
    entries = {entry.path: entry.fields for entry in load(tmp_path).stories}
    for case in ALL:
        lines = {problem.line for problem in found.get(case.path, []) if problem.rule in ("front-matter", "file")}
        if case.path in entries:
            assert not lines
            for field in LINES:
                assert folded(getattr(entries[case.path], field)) == seen(case), (case, field)
        else:
            assert lines and lines <= set(LINES.values()), (case, found.get(case.path))
    print(f"{len(ALL)} strings: {len(entries)} taken in all four fields, {len(ALL) - len(entries)} said to be a problem")


@pytest.mark.slow
def test_a_title_that_is_typed_without_quotes_is_taken_whole_or_said_to_be_a_problem(tmp_path: Path) -> None:
    cases = [case for case in ALL if case.suite == "naughty-strings"]
    found = problems_of(write(tmp_path, {case: {"title": case.text} for case in cases}))
    entries = {entry.path: entry.fields for entry in load(tmp_path).stories}
    differ = set()
    for case in cases:
        if case.path not in entries:
            assert found[case.path], case
        elif folded(entries[case.path].title) != seen(case):
            assert folded(entries[case.path].title) == folded(case.text)[1:-1], case
            differ.add(case.number)
    assert differ == {number for number, (sort, _) in LISTED.items() if sort == "typed"}


def test_each_string_that_is_listed_for_what_nobody_sees_has_something_that_nobody_sees() -> None:
    for case in ALL[: len(data("naughty-strings"))]:
        if LISTED.get(case.number, ("",))[0] == "unseen":
            assert seen(case) != folded(case.text)
    assert {sort for sort, _ in LISTED.values()} <= {"unseen", "typed"}


@pytest.fixture(scope="module")
def chosen() -> list[Case]:
    """Some cases, other ones each time, by a seed that is printed; all of them in `make soak`."""
    return some(ALL, 200)


@pytest.fixture(scope="module")
def taken(chosen: list[Case], tmp_path_factory: pytest.TempPathFactory) -> dict[Case, frozenset[str]]:
    """The fields that each of them may stand in; a case that may in none is not here."""
    root = write(tmp_path_factory.mktemp("tried"), {case: case.fields() for case in chosen})
    at = {line: field for field, line in LINES.items()}
    refused = {path: {at[one.line] for one in found if one.rule == "front-matter"} for path, found in problems_of(root).items()}
    unread = {one.path for one in load(root).problems if "hidden character" in one.what}
    may = {case: frozenset(set(LINES) - refused.get(case.path, set())) for case in chosen if case.path not in unread}
    return {case: fields for case, fields in may.items() if fields}


@pytest.fixture(scope="module")
def root(taken: dict[Case, frozenset[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with their stories."""
    return write(tmp_path_factory.mktemp("told"), {case: case.fields(fields) for case, fields in taken.items()})


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    """Where its site stands; the feeds tell of every story."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeds, "NEWEST", len(ALL))
        with shown(root) as url:
            yield url


@pytest.mark.slow
@pytest.mark.soak
def test_a_page_shows_a_string_as_it_stands(site: str, root: Path, taken: dict[Case, frozenset[str]]) -> None:
    count = 0
    for case, fields in taken.items():
        html = (root / "site" / "stories" / case.name / "index.html").read_text(encoding="utf-8")
        said, about = reading.said(html), reading.linked(html)
        label = LABELS["composite"]
        places = {
            "title": [*said["h1"], *(text.rpartition(" · ")[0] for text in said["title"]), *said["og:title"], about["headline"]],
            "summary": [
                *said["lead"], *said["description"], about["description"].removeprefix(label),
                *(text.removeprefix(label) for text in said["og:description"]),
            ],
            "author": [said["name"][0], about["author"]["name"]],
            "school": [said["name"][1]],
        }  # fmt: skip
        for field in fields:
            assert {folded(text) for text in places[field]} == {seen(case)}, (case, field)
            count += 1
    print(f"{count} fields of {len(taken)} stories stand as they were written")


@pytest.mark.slow
@pytest.mark.soak
def test_the_feeds_tell_a_string_as_it_stands(site: str, root: Path, taken: dict[Case, frozenset[str]]) -> None:
    label = LABELS["composite"]
    items: list[dict[str, Any]] = json.loads((root / "site" / feeds.JSON).read_text(encoding="utf-8"))["items"]
    told = [(item["url"], item["title"], item["content_text"]) for item in items]
    for item in xml.parse(root / "site" / feeds.RSS).iter("item"):
        link, title, as_html = (item.findtext(tag) or "" for tag in ("link", "title", "description"))
        assert "<" not in as_html
        told.append((link, title, unescape(as_html)))
    assert len(told) == 2 * len(taken)
    by_name = {case.name: (case, fields) for case, fields in taken.items()}
    for url, title, content in told:
        case, fields = by_name[url.rstrip("/").rpartition("/")[2]]
        assert "title" not in fields or folded(title) == seen(case)
        assert "summary" not in fields or folded(content.removeprefix(label)) == seen(case)


@pytest.mark.browser
@pytest.mark.soak
def test_no_string_runs_anything_on_a_list_in_the_references_or_in_search(
    context: BrowserContext, site: str, taken: dict[Case, frozenset[str]]
) -> None:
    """Without the site's policy, so that nothing helps."""
    page = context.new_page()
    heard = listen(page, site)
    page.route(re.compile(r"/$"), lambda route: route.fulfill(response=(got := route.fetch()), body=without_policy(got.text())))
    page.goto(site)
    assert page.locator("meta[http-equiv]").count() == 0
    lists = 1 + (len(taken) - 1) // listings.PER_PAGE
    for number in range(1, lists + 1):
        page.goto(f"{site}stories/" if number == 1 else f"{site}stories/page/{number}/")
    some = [case for case, fields in taken.items() if "title" in fields and re.search("script|on[a-z]+=", case.text)][:12]
    assert some
    for case in some:
        page.goto(f"{site}stories/{case.name}/")
        page.get_by_role("button", name="Cite", exact=True).click()
        expect(page.get_by_role("dialog", name="Cite this page")).to_be_visible()
    _search(page, ("script", "alert", "test data"))
    assert heard == []


def _search(page: Page, queries: tuple[str, ...]) -> None:
    """Ask for each, and wait until something is found."""
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    for words in queries:
        page.locator("#_search-words").fill(words)
        expect(page.locator("#_search .hit").first).to_be_visible()
        page.wait_for_timeout(300)


@pytest.mark.pdf
@pytest.mark.soak
@pytest.mark.usefixtures("here")
def test_the_stories_sheet_has_a_string_as_it_stands(chosen: list[Case], tmp_path: Path) -> None:
    """A string that is too wide for its panel is said to be, and the others are printed without it."""
    fields = frozenset(("title", "author"))
    cases = {case: case.fields(fields) for case in (chosen if is_soaking() else chosen[:70])}
    found = problems_of(write(tmp_path / "all", cases))
    fit = {entry.path for entry in load(tmp_path / "all").stories} - {
        path for path, problems in found.items() if any(problem.rule == "signs" for problem in problems)
    }
    told = {case: theirs for case, theirs in cases.items() if case.path in fit}
    wide = _set(write(tmp_path / "one", told), tmp_path / "out")
    if wide:
        told = {case: theirs for case, theirs in told.items() if case.path not in wide}
        assert not _set(write(tmp_path / "two", told), tmp_path / "out")
    read = _read(tmp_path / "out" / "stories-3-up-letter.pdf")
    print(f"{len(cases)} strings: {len(fit)} can be printed, {len(wide)} of them too wide, {len(told)} looked for")
    assert [case for case in told if read.count(_bare(seen(case))) < len(fields)] == []


def _set(root: Path, out: Path) -> set[str]:
    """Set the stories' sheet; the stories that are too wide for it, each of which is said in words."""
    try:
        handouts.make(prepared(root), handouts.Request(("letter",), layouts=("stories",)), SITE, out)
    except Unprintable as error:
        lines = str(error).splitlines()
        assert lines and all(SAID.fullmatch(line) and line.endswith("[fit]") for line in lines), lines
        return {line.partition(":")[0] for line in lines}
    return set()


def _read(path: Path) -> str:
    """All that a PDF says, without spaces: a line may end anywhere. PDFium has a sign of its own for a hyphen that ends one."""
    found = "".join(_bare(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(path))
    return found.replace("\x02", "-")


def _bare(text: str) -> str:
    return "".join(typed(text).split())
