"""What may not appear slips into no file of a release: not withdrawn, not expired, not for this channel. All is test data.

Everything is published first, and then consents end: so what a first build left behind is found as well.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import readings
from marked import PLACES, STORIES, mark, write
from press.handouts.sheets import layouts
from projects import ROOT, small

pytestmark = pytest.mark.slow


def run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr


def press(root: Path, *arguments: str) -> None:
    run("-m", "press", "--root", str(root), *arguments)


def print_on_letter(root: Path) -> None:
    """Make the handouts anew on one paper, as for a build's next start: those on the other stay old."""
    call = "import sys, pathlib, build_pdfs; sys.exit(build_pdfs.main(sys.argv[2:], pathlib.Path(sys.argv[1])))"
    run("-c", call, str(root), "--paper", "letter", "--out", str(root / ".press" / "handouts"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose stories were all published once, on both papers; then some consents ended, and it was built again."""
    root = small(tmp_path_factory.mktemp("release"))
    paths = {name: write(root, name) for name in STORIES}
    press(root, "site")
    (root / "first").mkdir()
    (root / "site").rename(root / "first" / "site")
    changes = {
        "expired": ("2999-12-31", "2020-12-31"),
        "web-only": ("[web, print]", "[web]"),
        "print-only": ("[web, print]", "[print]"),
        "later": ("granted: 2020-01-01", "granted: 2020-01-02"),
    }
    for name, (old, new) in changes.items():
        paths[name].write_text(paths[name].read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    press(root, "withdraw", mark("withdrawn", "slug"), "--yes")
    print_on_letter(root)
    shutil.copytree(root / ".press" / "handouts", root / "letter")  # as they lie before the site makes all of them anew
    press(root, "site")
    press(root, "export", str(root / "export"))
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> dict[str, str]:
    return dict(readings.of(root / "site"))


@pytest.fixture(scope="module")
def printed(root: Path) -> dict[str, str]:
    """The handouts as they lie on the site, those that the next build starts from, and those after one paper was made anew."""
    folders = ("site/handouts", ".press/handouts", "letter")
    return {f"{folder}/{name}": text for folder in folders for name, text in readings.of(root / folder)}


def places(texts: dict[str, str], name: str) -> list[str]:
    """Where something of a story stands; its address, which notices have, is not counted."""
    return [f"{path}: {place}" for path, text in texts.items() for place in PLACES if mark(name, place) in text]


def test_the_reading_finds_what_is_there(root: Path) -> None:
    before = dict(readings.of(root / "first" / "site"))
    page, index = f"stories/{mark('withdrawn', 'slug')}/index.html", "pagefind/"
    for place in set(PLACES) - {"alias"}:
        assert mark("withdrawn", place) in before[page], place
    assert any(path.startswith(index) and mark("withdrawn", "body") in text for path, text in before.items())
    if any(layout.name == "stories" for layout in layouts.LAYOUTS):
        assert any(path.endswith(".pdf, read") and mark("withdrawn", "excerpt") in text for path, text in before.items())
        assert any(".zip: " in path and mark("withdrawn", "excerpt") in text for path, text in before.items())
    assert any(path.endswith(".pdf, read") and "look closely" in text for path, text in before.items())
    assert any(".zip: " in path and path.endswith(".pdf, read") and "look closely" in text for path, text in before.items())


@pytest.mark.parametrize("name", ["withdrawn", "expired", "print-only"])
def test_nothing_of_a_story_that_may_not_be_on_the_web_is_on_the_site(site: dict[str, str], name: str) -> None:
    allowed = [f"stories/{mark(name, 'alias')}/index.html: alias"] if name == "withdrawn" else []
    assert places(site, name) == allowed


@pytest.mark.parametrize("name", ["withdrawn", "expired", "web-only", "print-only"])
def test_nothing_of_a_story_that_may_not_be_printed_is_in_a_handout(printed: dict[str, str], name: str) -> None:
    assert places(printed, name) == []


@pytest.mark.parametrize("name", ["withdrawn", "expired", "print-only"])
def test_nothing_of_it_is_exported(root: Path, name: str) -> None:
    export = dict(readings.of(root / "export"))
    assert any(mark("stays", "body") in text for text in export.values())
    allowed = [f"stories/{mark(name, 'alias')}.md: alias"] if name == "withdrawn" else []
    assert places(export, name) == allowed


def test_why_a_consent_holds_for_longer_stands_in_no_output(root: Path, site: dict[str, str], printed: dict[str, str]) -> None:
    for texts in (site, printed, dict(readings.of(root / "export"))):
        assert [path for path, text in texts.items() for name in STORIES if mark(name, "reason") in text] == []


@pytest.mark.parametrize("name", ["expired", "print-only"])
def test_not_even_its_address_is_on_the_site(site: dict[str, str], name: str) -> None:
    assert [path for path, text in site.items() if mark(name, "slug") in text] == []


def test_a_withdrawn_storys_address_has_a_notice_that_is_listed_nowhere(site: dict[str, str]) -> None:
    page = site[f"stories/{mark('withdrawn', 'slug')}/index.html"]
    assert "this story was taken down." in page and '<meta name="robots" content="noindex">' in page
    for path, text in site.items():
        if path.endswith((".xml", ".json", ".webmanifest")) or "pagefind" in path:
            assert mark("withdrawn", "slug") not in text, path


@pytest.mark.parametrize("name", ["stays", "later", "web-only"])
def test_what_may_appear_is_there(site: dict[str, str], name: str) -> None:
    page = site[f"stories/{mark(name, 'slug')}/index.html"]
    assert all(mark(name, place) in page for place in set(PLACES) - {"alias"})
    assert f"../{mark(name, 'slug')}/" in site[f"stories/{mark(name, 'alias')}/index.html"]


def test_only_pictures_of_what_appears_are_on_the_site(root: Path) -> None:
    shown = {path.name for path in (root / "site" / "stories").rglob("*.png")}
    assert shown == {f"{mark(name, 'file')}.png" for name in ("stays", "later", "web-only")}


def test_the_list_of_handouts_names_only_what_is_there(root: Path) -> None:
    folder = root / "site" / "handouts"
    rows = json.loads((folder / "handouts.json").read_text(encoding="utf-8"))
    named = {row[key] for row in rows["handouts"] for key in ("file", "thumbnail")} | {row["file"] for row in rows["bundles"]}
    assert {path.name for path in folder.iterdir()} - {"index.html", "handouts.json"} == named
