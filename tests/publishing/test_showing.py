"""What a browser gets while the site is shown anew after every change, and how a change is noticed."""

import os
import shutil
import socket
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest

from press.commands import main
from press.publishing import serving, showing, watch
from press.publishing.showing import Shown
from projects import ROOT, small

PAGE = "<html><head><meta content=\"script-src 'self'\"></head><body>Test data</body></html>"


def site(folder: Path, words: str = "Test data") -> Path:
    folder.mkdir()
    (folder / "stories").mkdir()
    for name in ("index.html", "stories/index.html", "404.html"):
        (folder / name).write_text(PAGE.replace("Test data", f"{words} of {name}"), encoding="utf-8")
    (folder / "moved.html").write_text("<body>Test data</body>", encoding="utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    return folder


def no_search(_: Path) -> None:
    pytest.fail("nobody asked for the search")


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    shown = Shown(no_search)
    shown.show(site(tmp_path / "site"), "/books/")
    return shown


def text(shown: Shown, address: str) -> str:
    return shown.answer(address).content.decode()


def test_a_page_gets_the_script_as_a_file_of_the_site_and_no_inline_script(shown: Shown) -> None:
    given = text(shown, "/books/stories/")
    assert "of stories/index.html" in given
    script = f'<script type="module" src="/books/assets/press/reload.js?{shown.number}"></script>'
    assert given.count("<script") == 1 and script in given
    assert shown.answer("/books/assets/press/reload.js?1").kind == "text/javascript"


def test_a_page_whose_policy_allows_no_script_gets_none(shown: Shown) -> None:
    assert text(shown, "/books/moved.html") == "<body>Test data</body>"


def test_addresses_lead_to_pages_as_on_the_web(shown: Shown) -> None:
    assert shown.answer("/").goal == "/books/"
    assert shown.answer("/books/stories").goal == "/books/stories/"
    assert shown.answer("/books/style.css").kind == "text/css"
    missing = shown.answer("/books/nowhere/")
    assert missing.status == HTTPStatus.NOT_FOUND and b"of 404.html" in missing.content
    assert shown.answer("/elsewhere").status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("way", ["../secret", "%2e%2e/secret", "stories/../../secret", "//secret", "..%2fsecret"])
def test_no_address_leads_out_of_the_site(shown: Shown, tmp_path: Path, way: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    assert shown.answer(f"/books/{way}").status == HTTPStatus.NOT_FOUND


def test_a_fault_stands_in_the_place_of_each_page_and_goes_with_the_next_site(shown: Shown, tmp_path: Path) -> None:
    shown.fail("mkdocs.yml:3: <b> can’t be used.\nAnother fault.")
    for address in ("/books/", "/books/stories/", "/books/404.html"):
        answer = shown.answer(address)
        assert answer.status == HTTPStatus.SERVICE_UNAVAILABLE
        assert "<li>mkdocs.yml:3: &lt;b&gt; can’t be used.</li>\n<li>Another fault.</li>" in answer.content.decode()
        assert f"reload.js?{shown.number}" in answer.content.decode()
    assert text(shown, "/books/style.css") == "p {}"
    shown.show(site(tmp_path / "next", "Mended"), "/books/")
    assert "Mended of index.html" in text(shown, "/books/")


def test_a_fault_is_shown_where_there_never_was_a_site() -> None:
    shown = Shown(no_search)
    assert shown.answer("/").status == HTTPStatus.NOT_FOUND
    shown.fail("Test data of a fault.")
    assert "Test data of a fault." in text(shown, "/any/page.css")


def test_a_browser_that_waits_hears_of_the_next_site(shown: Shown, tmp_path: Path) -> None:
    before, heard = shown.number, []
    waiting = threading.Thread(target=lambda: heard.append(text(shown, f"/books/assets/press/reload.txt?{before}")))
    waiting.start()
    shown.show(site(tmp_path / "next"), "/books/")
    waiting.join()
    assert heard == [shown.number] != [before]
    assert text(shown, f"/books/assets/press/reload.txt?{before}") == shown.number  # one that comes late need not wait


def test_a_browser_that_waits_for_long_is_told_to_ask_again(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "_WAIT", 0.01)
    assert text(shown, f"/books/assets/press/reload.txt?{shown.number}") == shown.number


def test_after_a_new_start_the_number_is_another_one() -> None:
    assert Shown(no_search).number != Shown(no_search).number


def test_a_sites_search_is_made_once_and_when_it_is_asked_for(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "pagefind").mkdir()

    shown = Shown(make)
    shown.show(site(tmp_path / "site"), "/")
    shown.answer("/stories/")
    assert made == []
    shown.answer("/search/words.json")
    shown.answer("/pagefind/pagefind.js")
    assert made == [tmp_path / "site"]


def test_a_port_that_is_taken_is_answered_with_a_sentence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--root", str(project), "serve", "--port", str(port)]) == 1
    said = f"Port {port} is taken, or not yours to use. Stop what uses it, or name another: make serve PORT={port + 1}\n"
    assert capsys.readouterr().err == said
    assert main(["--root", str(project), "serve", "--port", "99999"]) == 1


class Ended(Exception):
    """The run was ended."""


def test_the_site_is_shown_before_its_handouts_are_made_and_again_after(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def change(*_: object) -> watch.Marks:
        done.append("waits")
        if done.count("waits") == 2:
            raise Ended
        return {}

    monkeypatch.setattr(serving._Renewal, "renew", lambda self: done.append("shown"))
    monkeypatch.setattr(serving, "_print", lambda root: done.append("handouts"))
    monkeypatch.setattr(watch, "changed", change)
    with pytest.raises(Ended):
        serving.serve(project, 0)
    assert done == ["shown", "handouts", "shown", "waits", "shown", "waits"]
    done.clear()
    with pytest.raises(Ended):
        serving.serve(project, 0, with_handouts=False)
    assert done == ["shown", "waits", "shown", "waits"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small(tmp_path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "an edit": lambda root: (root / "docs/index.md").write_text("other", encoding="utf-8"),
    "a file more": lambda root: (root / "stories/new.md").write_text("new", encoding="utf-8"),
    "a folder more": lambda root: shutil.copytree(root / "toolkits/inquiry", root / "stories/new"),
    "a file less": lambda root: (root / "toolkits/inquiry/look.md").unlink(),
    "another name": lambda root: (root / "docs/index.md").rename(root / "docs/other.md"),
    "another file of its size and time": lambda root: alike(root / "docs/index.md"),
    "the settings": lambda root: (root / "mkdocs.yml").write_text("site_name: x", encoding="utf-8"),
    "other words": lambda root: (root / "synonyms.txt").write_text("a: b", encoding="utf-8"),
    "the theme": lambda root: (root / "press/theme/main.html").write_text("x", encoding="utf-8"),
    "a template": lambda root: (root / "press/templates/x.md").write_text("x", encoding="utf-8"),
}


def alike(path: Path) -> None:
    """Put another file in the place of one, as editors do."""
    facts, other = path.stat(), path.with_name("other")
    other.write_bytes(b"x" * facts.st_size)
    os.utime(other, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_is_noticed(project: Path, what: str) -> None:
    before = watch.marks(watch.watched(project))
    CHANGES[what](project)
    now = watch.changed(watch.watched(project), before)
    assert now != before and now == watch.marks(watch.watched(project))


@pytest.mark.parametrize("name", ["stories/.story.md.swp", "stories/story.md~", "stories/.git/index", "site/index.html"])
def test_what_an_editor_or_a_build_leaves_is_no_change(project: Path, name: str) -> None:
    before = watch.marks(watch.watched(project))
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("test data", encoding="utf-8")
    assert watch.marks(watch.watched(project)) == before


def test_a_link_that_leads_nowhere_stops_nothing(project: Path) -> None:
    (project / "stories" / "link.md").symlink_to("nowhere.md")
    assert watch.marks(watch.watched(project))


def test_the_templates_that_pages_are_made_with_are_watched() -> None:
    assert any(name.endswith("templates/story.md") for name in watch.marks(watch.watched(ROOT)))
