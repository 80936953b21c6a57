"""What a first search costs a reader, and what follows for 5,000 stories from a site with a tenth of them. All is test data.

Each figure at 5,000 stories is an upper bound: ten times what grows with the stories, and the rest as it is. The parts with the
words of the site grow for frequent words alone, and far less.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks import synthetic
from benchmarks.search import OURS, ask, of, unused
from benchmarks.visits import Served, served
from press.publishing import mkdocs_plugin
from projects import ROOT, editions

pytestmark = pytest.mark.browser

MOST = 300_000  # bytes of a first result at 5,000 stories
COUNT, SCALE = 500, 10


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site with stories of the usual length beside the real toolkits."""
    root = synthetic.project(ROOT, tmp_path_factory.mktemp("light") / "project", COUNT)
    mkdocs_plugin.build(root, root / "site", editions(root))
    with served(root / "site") as found:
        yield found


@pytest.mark.parametrize("words", ["grading", "student voice", "what is good practice"])
def test_a_first_result_takes_at_most_300_kb_at_5000_stories(chromium: Browser, site: Served, words: str) -> None:
    ask(chromium, site, OURS, words)
    growing = [file for file in site.sent if file.path.startswith("search/")]
    assert len(growing) >= 3
    fixed = of(OURS, [file for file in site.sent if file not in growing])
    assert fixed + SCALE * sum(file.size for file in growing) <= MOST, site.sent


def test_near_words_are_loaded_for_a_word_that_stands_nowhere_alone(chromium: Browser, site: Served) -> None:
    """They lie in one file for some thousands of words, and by their first letters from there on."""
    ask(chromium, site, OURS, "grading")
    usual = {file.path for file in site.sent}
    ask(chromium, site, OURS, "gradign practice")
    near = [file for file in site.sent if file.path.startswith("search/") and file.path not in usual and file.size > 5_000]
    assert len(near) == 1
    assert near[0].size <= 30_000


def test_a_first_result_needs_nothing_of_pagefind_but_the_pages_to_show(chromium: Browser, site: Served) -> None:
    ask(chromium, site, OURS, "student voice")
    assert not [file.path for file in site.sent if file.path.startswith("pagefind/") and not file.path.endswith(".pf_fragment")]


def test_every_page_that_may_be_found_is_in_the_index(site: Served) -> None:
    marked = [page for page in site.folder.rglob("*.html") if "data-pagefind-body" in page.read_text(encoding="utf-8")]
    assert len(list((site.folder / "pagefind" / "fragment").iterdir())) == len(marked) > COUNT


def test_before_its_first_use_search_takes_its_button_and_its_address_alone(chromium: Browser, site: Served) -> None:
    assert unused(chromium, site, OURS) <= 1_400


@pytest.mark.parametrize(
    ("files", "most"), [("pagefind/*.pf_meta", 60_000), ("pagefind/filter/*", 90_000), ("stories/find.json", 120_000)]
)
def test_what_a_reader_loads_as_a_whole_stays_small_at_5000_stories(site: Served, files: str, most: int) -> None:
    """The last is counted before it is compressed."""
    sizes = [path.stat().st_size for path in site.folder.glob(files)]
    assert 0 < SCALE * sum(sizes) <= most


def test_parts_with_words_are_small(site: Served) -> None:
    """A browser loads one for each word; only a word of thousands of pages has a larger one."""
    folder = site.folder / "search"
    index = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    sizes = [(folder / name).stat().st_size for _, name in index["parts"]]
    assert len(sizes) > 3
    assert max(sizes) <= 7_000
    packed = [len(gzip.compress((folder / index[name]).read_bytes())) for name in ("names", "filters")]
    assert SCALE * sum(packed) <= 90_000, packed


def test_most_parts_of_pagefinds_index_are_small(site: Served) -> None:
    """Pagefind cuts its index where `search_index.CHUNK` says; it calls that setting unstable, and this sees when it goes."""
    sizes = sorted(path.stat().st_size for path in Path(site.folder / "pagefind" / "index").iterdir())
    assert sizes[len(sizes) // 2] <= 15_000, sizes
