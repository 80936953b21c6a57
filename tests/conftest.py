"""Gives tests a small sound project to write faults into, pictures made on the spot, and the finished site in a browser."""

import importlib.resources
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import quick
from browsing import FLAGS, WIDE
from press import checks
from press.handouts import workers
from press.handouts.sheets import layouts
from press.library.load import load
from press.manuscript.problem import errors
from press.publishing import publish
from projects import CASES, Project
from real import Real, real
from sheets import activity, put

PATIENCE = 30_000
"""Milliseconds that a browser may take for a step. Tests promise what is shown, not when: a busy machine is not at fault."""


# A busy machine is no fault of an example either: nothing made up is refused for the time that it took.
hypothesis.settings.register_profile("press", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("press")


@pytest.hookimpl(optionalhook=True)  # where xdist is left out, nobody asks
def pytest_xdist_auto_num_workers() -> int:
    """Two more test runs side by side than there are cores: those with a browser wait half of their time."""
    return len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest and end with what takes no time, so that of several runs none is left alone at the end."""
    place = {name: number for number, name in enumerate(quick.LONGEST)}

    def when(item: pytest.Item) -> tuple[int, bool]:
        name = item.path.relative_to(Path(__file__).parent).as_posix()
        return place.get(name, len(place)), not any(item.get_closest_marker(mark) for mark in quick.MARKS)

    items.sort(key=when)


def pytest_configure() -> None:
    """Let each of several test runs side by side keep to a core of its own, with all that it starts."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker and hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[int(worker.removeprefix("gw")) % len(cores)]})


@pytest.fixture(autouse=True)
def light(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no mark that leaves it out of `make quick` does nothing that takes long, in whichever run."""
    if not any(request.node.get_closest_marker(mark) for mark in quick.MARKS):
        quick.watch(monkeypatch)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(CASES / "_sound", tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Real:
    """The real publication, made once a run: its site, and its handouts on both papers."""
    folder = tmp_path_factory.getbasetemp()
    return real(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="session")
def address(published: Real) -> str:
    """Where its site stands."""
    return published.url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.fail("The tests drive a real browser, and there is none: install Chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A profile of the test's own: for who asks for it, `page` is on its first visit."""
    context = profile(chromium)
    yield context
    context.close()


@pytest.fixture(scope="module")
def visited(chromium: Browser) -> Iterator[BrowserContext]:
    """A profile that the tests of a file share, since one of its own costs each a second; one page keeps its process running."""
    context = profile(chromium)
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a profile that has kept nothing but what it has loaded; with `context`, not even that."""
    if "context" in request.fixturenames:
        yield request.getfixturevalue("context").new_page()
        return
    profile: BrowserContext = request.getfixturevalue("visited")
    yield profile.new_page()
    first, *others = profile.pages
    for other in others:
        other.close()
    profile.new_cdp_session(first).send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    profile.clear_permissions()


def profile(chromium: Browser) -> BrowserContext:
    """A browser's profile that is new."""
    context = chromium.new_context(viewport={"width": WIDE, "height": 900}, color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture(scope="session")
def axe() -> str:
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def here() -> Iterator[None]:
    """Sheets are set in this process: what workers are for has tests of its own, and each takes a second to come up."""

    def run(function: Any, items: Any, pool: Any, started: Any = None) -> list[Any]:
        found = []
        for index, item in enumerate(items):
            if started:
                started(index)
            found.append(function(item))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "run", run)
        yield


@pytest.fixture(scope="module")
def these_layouts() -> Iterator[None]:
    """3-up and leaders alone; each of the other layouts has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layouts, "LAYOUTS", tuple(layout for layout in layouts.LAYOUTS if layout.name in ("3-up", "leaders")))
        yield


@pytest.fixture
def kits(tmp_path: Path) -> Path:
    """A sound project of test data: two toolkits, three activities."""
    (tmp_path / "mkdocs.yml").write_text("site_url: https://site.example/\nextra:\n  repository: https://code.example/press\n")
    put(tmp_path, "alpha", "A", one=activity("First try"), two=activity("Second try"))
    put(tmp_path, "beta", "B", three=activity("Third try"))
    assert not errors(checks.run(load(tmp_path), publish.today()))
    return tmp_path
