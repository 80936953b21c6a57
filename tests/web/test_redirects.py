"""An old address leads on to the page's new one, and to nothing that may not appear."""

import datetime
import re
from pathlib import Path

import pytest

from press.library import edition
from press.publishing import export, mkdocs_plugin
from press.web import pages, redirects
from press.web.book import Redirect
from projects import TODAY, Project, editions, small, story

TOLD = "stories/a-told-one.md"
ALIASES = "aliases: [stories/as-it-was, about-it]\n---\n\n"


def found(project: Project, today: datetime.date = TODAY) -> tuple[Redirect, ...]:
    return pages.bind(edition.prepare(project.load(), "web", today)).redirects


def test_old_addresses_lead_to_the_page(project: Project) -> None:
    project.change(TOLD, "---\n\n", ALIASES)
    assert found(project) == (Redirect("about-it", TOLD), Redirect("stories/as-it-was", TOLD))
    assert project.problems() == []


def test_a_page_and_an_activity_and_a_toolkit_keep_theirs(project: Project) -> None:
    project.change("toolkits/test-kit/opening.md", "\n---\n", "\naliases: [toolkits/test-kit/start]\n---\n")
    project.change("toolkits/test-kit/index.md", "\n---\n", "\naliases: [toolkits/first-kit]\n---\n")
    project.change("docs/index.md", "\n---\n", "\naliases: [welcome]\n---\n")
    goals = {redirect.address: redirect.goal for redirect in found(project)}
    assert goals == {
        "toolkits/test-kit/start": "toolkits/test-kit/opening.md",
        "toolkits/first-kit": "toolkits/test-kit/index.md",
        "welcome": "index.md",
    }


def test_a_story_that_may_not_appear_has_no_old_address_either(project: Project) -> None:
    project.change(TOLD, "---\n\n", ALIASES)
    assert found(project, datetime.date(2029, 1, 1)) == ()


def test_a_withdrawn_storys_old_address_leads_to_its_notice(project: Project) -> None:
    project.write(TOLD, "---\nwithdrawn: 2026-11-20\naliases: [stories/as-it-was]\n---\n")
    assert found(project) == (Redirect("stories/as-it-was", TOLD),)


def test_a_page_goes_before_an_old_address(project: Project) -> None:
    project.change(TOLD, "---\n\n", "aliases: [stories/an-example]\n---\n\n")
    assert found(project) == ()


@pytest.mark.parametrize(
    ("redirect", "relative", "absolute"),
    [
        (Redirect("stories/old", "stories/new.md"), "../new/", "https://site.example/a/stories/new/"),
        (Redirect("old", "stories/new/index.md"), "../stories/new/", "https://site.example/a/stories/new/"),
        (Redirect("a/b/c", "index.md"), "../../../", "https://site.example/a/"),
    ],
)
def test_the_page_leads_on_without_a_script(redirect: Redirect, relative: str, absolute: str) -> None:
    html = redirects.html(redirect, "https://site.example/a/")
    assert f'content="0; url={relative}"' in html and f'<a href="{relative}">' in html
    assert f'<link rel="canonical" href="{absolute}">' in html
    assert '<meta name="robots" content="noindex">' in html and "<script" not in html


def test_the_export_has_a_page_at_the_old_address(project: Project, tmp_path: Path) -> None:
    project.change(TOLD, "---\n\n", ALIASES)
    project.write("mkdocs.yml", "site_url: https://site.example\nextra:\n  repository: https://code.example/press\n")
    export.write(project.root, editions(project.root), tmp_path / "out")
    assert "(a-told-one.md)" in (tmp_path / "out/stories/as-it-was.md").read_text(encoding="utf-8")
    assert "(stories/a-told-one.md)" in (tmp_path / "out/about-it.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_site_has_the_old_address_and_lists_it_nowhere_but_as_the_feeds_name_of_a_story(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / "stories/new-name.md").write_text(story(aliases="[stories/former-name]"), encoding="utf-8")
    mkdocs_plugin.build(root, root / "out", editions(root))
    assert 'url=../new-name/"' in (root / "out/stories/former-name/index.html").read_text(encoding="utf-8")
    for path in (root / "out").rglob("*"):
        if path.is_file() and path.parent.name != "former-name":
            named = re.sub(rb"(?:<guid[^>]*>|\"id\": \").*?former-name/", b"", path.read_bytes())
            assert b"former-name" not in named, path
