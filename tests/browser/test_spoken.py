"""What a blind reader hears: all that Orca speaks of a page in Firefox, as kept in tests/spoken for people to read aloud.

They are compared in `make soak`. Where a page is meant to change, RENEW=1 in the environment of this test writes them anew.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import publication
from browsing import RootServer
from engines import screen_reader
from engines.screen_reader import ScreenReader
from projects import site_file
from publication import MAP, STORY, STORY_TITLE
from showing import shown
from soaking import is_soaking

pytestmark = [pytest.mark.browser, pytest.mark.soak]

KEPT = Path(__file__).parents[1] / "spoken"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small publication stands, with the form."""
    root = publication.write(tmp_path_factory.mktemp("spoken"))
    menu = ("Glossary: glossary.md", "Write a story: contribute/write.md")
    (root / "mkdocs.yml").write_text(site_file(*menu), encoding="utf-8")
    (root / "docs" / "contribute").mkdir()
    form = "---\ntitle: Write a story\ndescription: Test data.\n---\nTest data.\n"
    (root / "docs" / "contribute" / "write.md").write_text(form, encoding="utf-8")
    with shown(root, RootServer) as url:
        yield url


@pytest.fixture(scope="module")
def orca(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    lacking = screen_reader.missing()
    if lacking:
        pytest.fail(f"{', '.join(lacking)} missing. Debian: sudo apt install {screen_reader.PACKAGES}")
    found = ScreenReader(tmp_path_factory.mktemp("orca"))
    yield found
    found.close()


def whole(path: str) -> Callable[[ScreenReader, str], Sequence[str]]:
    """All of a page, as it is read once it has loaded."""
    return lambda orca, site: orca.opened(site + path)


def search(orca: ScreenReader, site: str) -> Sequence[str]:
    orca.opened(site)
    said = orca.press("slash")
    said += [words for words in orca.type(STORY_TITLE) if words != "Searching …"]  # said where a machine is slow
    return [*said, *orca.press("Down"), *orca.press("Up"), *orca.press("Escape")]


def timer(orca: ScreenReader, site: str) -> Sequence[str]:
    orca.opened(site + MAP)
    orca.focus("[data-tool=timer]")
    said = orca.press("Return")
    for key in ("Tab", "Return", "Tab", "Tab"):
        said += orca.press(key)
    return [*said, *orca.press("Return")]


def tools(orca: ScreenReader, site: str) -> Sequence[str]:
    orca.opened(site + MAP)
    orca.focus(".view input[name=role]")
    said = [*orca.press("Insert+a"), *orca.press("Down"), *orca.press("Insert+a")]  # its key for arrows that choose, and back
    orca.focus("[data-tool=size]")
    for key in ("Return", "Tab", "Down", "Down", "space", "Escape"):
        said += orca.press(key)
    orca.focus("[data-tool=cite]")
    said += [*orca.press("Return"), *orca.press("Tab"), *orca.press("Return"), *orca.press("Escape")]
    orca.focus("[data-tool=link]")
    return [*said, *orca.press("Return")]


HEARD: dict[str, Callable[[ScreenReader, str], Sequence[str]]] = {
    "home": whole(""),
    "activity": whole(MAP),
    "story": whole(STORY),
    "form": whole("contribute/write/"),
    "search": search,
    "timer": timer,
    "tools": tools,
}


if is_soaking() or os.environ.get("RENEW"):  # it takes minutes, and programs that nothing else needs

    @pytest.mark.parametrize("name", HEARD)
    def test_what_is_heard_is_what_was_read_and_kept(orca: ScreenReader, site: str, name: str) -> None:
        found = re.sub(r"^(?:\d\d|\d{4})$", "(today)", screen_reader.read(HEARD[name](orca, site)), flags=re.MULTILINE)
        kept = KEPT / f"{name}.txt"
        if os.environ.get("RENEW"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(found, encoding="utf-8")
        assert found == kept.read_text(encoding="utf-8")


def test_no_kept_text_is_left_over() -> None:
    assert {path.stem for path in KEPT.glob("*.txt")} == set(HEARD)
