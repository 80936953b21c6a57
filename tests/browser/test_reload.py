"""`make serve` in a real browser: each change is seen by itself, under the pages' own policy, and each fault in its place."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from projects import ROOT, Project, hearing_ctrl_c, site_file, small, story

pytestmark = pytest.mark.browser

MENDED = "Test data that is sound."


@dataclass(frozen=True)
class Served(Project):
    """A project, and the address where `press serve` shows it."""

    address: str

    def restore(self, path: str) -> "Restored":
        return Restored(self.root / path, (self.root / path).read_bytes())


@dataclass(frozen=True)
class Restored:
    """A file, with what it held before: that is written back."""

    path: Path
    content: bytes

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self.path.write_bytes(self.content)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small project with a copy of the press, which templates may be broken in, served until Ctrl-C."""
    root = small(tmp_path_factory.mktemp("served"))
    shutil.copytree(ROOT / "press", root / "press", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "stories/lasting.md").write_text(story(f"{MENDED}\n", title="A lasting story"), encoding="utf-8")
    command = [sys.executable, "-m", "press", "serve", "--no-handouts", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(root), "SITE_URL": "https://site.example/books/"}
    log = root / "serve.log"
    with hearing_ctrl_c(), log.open("w") as said, subprocess.Popen(command, cwd=root, env=environment, stderr=said) as running:
        while not (found := re.search(r"http\S+", log.read_text(encoding="utf-8"))):
            assert running.poll() is None, log.read_text(encoding="utf-8")
        yield Served(root, found[0])
        running.send_signal(signal.SIGINT)
        running.wait()
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert not list((root / ".press").glob("scratch*"))


@pytest.fixture(autouse=True)
def calm(page: Page) -> Iterator[None]:
    """A page's policy refuses nothing, and no script fails."""
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield
    assert [fault for fault in faults if not re.search(r"status of (404|503)", fault)] == []


def go(page: Page, served: Served, address: str) -> None:
    page.goto("about:blank")  # which does not load itself anew in the middle of the next step
    page.goto(served.address + address)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_an_edit_is_seen_by_itself_and_so_is_the_next_one(page: Page, served: Served) -> None:
    served.write("stories/edited.md", story("First words.\n"))
    go(page, served, "stories/edited/")
    for words in ("First words.", "Second words.", "Third words."):
        served.write("stories/edited.md", story(f"{words}\n"))
        expect(page.get_by_text(words)).to_be_visible()
    assert page.evaluate("document.querySelector('meta[http-equiv]').content").startswith("default-src 'none'; script-src 'self'")


def test_a_new_story_comes_a_renamed_one_moves_and_a_removed_one_goes(page: Page, served: Served) -> None:
    go(page, served, "stories/new/")
    heading(page, "This page is not here")
    file = served.write("stories/new.md", story(title="A new story"))
    heading(page, "A new story")
    go(page, served, "stories/")
    file = file.rename(file.with_name("moved.md"))
    expect(page.get_by_role("link", name="A new story")).to_have_attribute("href", re.compile("moved/$"))
    go(page, served, "stories/moved/")
    file.unlink()
    heading(page, "This page is not here")


def test_a_story_with_a_fault_shows_its_messages_and_heals(page: Page, served: Served) -> None:
    go(page, served, "stories/lasting/")
    with served.restore("stories/lasting.md"):
        served.change("stories/lasting.md", "grades: middle", "grades: muddle")
        heading(page, "To mend: stories/lasting.md")
        expect(page.locator(".text li")).to_contain_text("Line 7:")
        expect(page.get_by_text(MENDED)).to_have_count(0)
        page.get_by_role("link", name="All that is to mend").click()
        expect(page.get_by_role("heading", name="stories/lasting.md")).to_be_visible()
        page.get_by_role("link", name="Its page").click()
        heading(page, "To mend: stories/lasting.md")
    expect(page.get_by_text(MENDED)).to_be_visible()


FAULTS = {  # a file, what stands there, what is written in its place, and what is said
    "a template of the theme": ("press/theme/main.html", "{% block libs %}", "{% block %}", "press/theme/main.html:"),
    "a value of the theme": (
        "press/theme/partials/after.html",
        "{#-",
        "{{ not.here }}{#-",
        "press/theme/partials/after.html:1: ",
    ),
    "a template of a page": ("press/templates/story.md", "{{ body }}", "{{ body", "press/templates/story.md:"),
    "a setting": ("mkdocs.yml", "site_name:", "site_name: [", "mkdocs.yml:"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_in_a_template_or_a_setting_shows_itself_and_heals(page: Page, served: Served, what: str) -> None:
    file, old, new, said = FAULTS[what]
    go(page, served, "stories/lasting/")
    with served.restore(file):
        served.change(file, old, new)
        heading(page, "The site can’t be shown until this is mended")
        expect(page.get_by_text(said)).to_be_visible()
        assert page.request.get(served.address).status == 503  # and no answer is kept waiting
    expect(page.get_by_text(MENDED)).to_be_visible()


def test_a_page_of_docs_comes_with_its_place_in_the_menu_and_goes(page: Page, served: Served) -> None:
    go(page, served, "")
    with served.restore("mkdocs.yml"):
        more = served.write("docs/more.md", "---\ntitle: More to read\ndescription: Test data.\n---\nTest data.\n")
        served.write("mkdocs.yml", site_file("more.md"))
        link = page.get_by_label("Main").get_by_role("link", name="More to read")
        expect(link).to_be_visible()
        more.unlink()
    expect(link).to_have_count(0)


def test_a_picture_comes_and_is_replaced(page: Page, served: Served) -> None:
    pictures = "\n  - file: seen.png\n    people: no"
    served.write("stories/shown/index.md", story("![Squares](seen.png)\n", pictures=pictures, title="Shown"))
    go(page, served, "stories/shown/")
    heading(page, "To mend: stories/shown/index.md")
    for width in (40, 80):
        Image.new("RGB", (width, 20), "teal").save(served.root / "stories/shown/seen.png")
        page.wait_for_function("width => document.querySelector('.text img')?.naturalWidth === width", arg=width)


def test_a_file_of_the_theme_comes_changes_and_goes(page: Page, served: Served) -> None:
    go(page, served, "stories/lasting/")
    head = page.get_by_role("heading", level=1)
    with served.restore("press/theme/main.html"):
        link = "<link rel=stylesheet href=/books/assets/press/own.css>"
        served.change("press/theme/main.html", "{% block libs %}", f"{{% block libs %}}{link}")
        own = served.write("press/theme/assets/press/own.css", "h1 { letter-spacing: 7px !important }")
        expect(head).to_have_css("letter-spacing", "7px")
        served.write("press/theme/assets/press/own.css", "h1 { letter-spacing: 9px !important }")
        expect(head).to_have_css("letter-spacing", "9px")
        own.unlink()
        expect(head).not_to_have_css("letter-spacing", "9px")


def test_the_search_finds_what_was_written_just_now(page: Page, served: Served) -> None:
    served.write("stories/found.md", story("The zebra crosses.\n", title="A story to be found"))
    go(page, served, "stories/found/")
    heading(page, "A story to be found")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.get_by_label("Words to look for").fill("zebra")
    expect(page.get_by_role("dialog").get_by_role("link", name="A story to be found")).to_be_visible()
