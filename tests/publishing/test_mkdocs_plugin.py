"""The site as MkDocs builds it from the press's pages."""

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from press.publishing import mkdocs_plugin
from projects import ROOT, editions, small, story

pytestmark = pytest.mark.slow

HOSTILE = (
    """## <b>Head</b> { #__config }

<script>alert(1)</script><div class="md-overlay">

[x](javascript:alert(1)) ![y](https://evil.example/y.png) {{ config }} {% raw %}

"""
    + "[" * 30
)


class Acting(HTMLParser):
    """Collects what would run in a browser, or call another host."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.script = tag == "script" and ("type", "application/ld+json") not in attrs  # that is data
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().startswith(("javascript:", "https://evil.example")):
                self.acting.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self.script and "alert" in data:
            self.acting.append(data)


def build(project: Path, name: str, strict: bool = False) -> Path:
    site = project / name
    mkdocs_plugin.build(project, site, editions(project), strict=strict)
    return site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = small(tmp_path)
    for name in ("one", "two"):
        (project / "stories" / f"{name}.md").write_text(story(title=f"Test data {name}"), encoding="utf-8")
    return project


def write(project: Path, name: str, text: str) -> None:
    (project / "stories" / name).write_text(text, encoding="utf-8")


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


@pytest.mark.slow
def test_one_bad_story_does_not_change_the_other_pages(project: Path) -> None:
    good = pages(build(project, "good"))
    write(project, "bad.md", "---\ntitle: [\n---\n" + HOSTILE)
    write(project, "empty.md", "")
    assert pages(build(project, "bad")) == good


@pytest.mark.slow
def test_a_hostile_text_acts_on_nothing(project: Path) -> None:
    write(
        project,
        "hostile.md",
        story(HOSTILE, title="'</title><script>alert(2)</script>'", summary="'\"><img src=x onerror=alert(3)>'"),
    )
    html = pages(build(project, "site"))
    for name in ("stories/hostile/index.html", "stories/index.html", "index.html"):
        found = Acting()
        found.feed(html[name])
        assert found.acting == []
    assert 'id="__config"' not in html["stories/hostile/index.html"].partition("<article")[2].partition("</article>")[0]


@pytest.mark.slow
def test_nothing_reaches_the_site_that_the_press_has_not_read(project: Path) -> None:
    (project / "docs" / "assets" / "javascripts").mkdir(parents=True)
    (project / "docs" / "assets" / "javascripts" / "bundle.js").write_text("alert(1)")
    (project / "docs" / "page.html").write_text("<script>alert(1)</script>")
    (project / "stories" / "drawing.svg").write_text("<svg onload='alert(1)'/>")
    (project / "stories" / "linked.md").symlink_to(ROOT / "README.md")
    site = build(project, "site")
    for path in site.rglob("*"):
        if path.is_file():
            assert b"alert(1)" not in path.read_bytes(), path
    assert not (site / "stories" / "linked").exists()


@pytest.mark.slow
def test_an_edit_link_leads_to_the_manuscript_and_made_pages_have_none(project: Path) -> None:
    html = pages(build(project, "site"))
    base = "https://code.example/teacher-networks/edit/main/"
    assert f'href="{base}stories/one.md"' in html["stories/one/index.html"]
    assert f'href="{base}toolkits/inquiry/look.md"' in html["toolkits/inquiry/look/index.html"]
    assert "/edit/main/" not in html["stories/index.html"]


@pytest.mark.slow
def test_a_dead_link_or_anchor_fails_a_strict_build(project: Path) -> None:
    write(project, "dead.md", story("[x](../toolkits/inquiry/look.md#no-such-heading)\n"))
    with pytest.raises(mkdocs_plugin.BuildFailed):
        build(project, "site", strict=True)


@pytest.mark.slow
def test_the_sites_address_can_be_set_from_outside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://district.example/equity")
    site = build(project, "site")
    assert "https://district.example/equity/stories/one/" in (site / "sitemap.xml").read_text()
    assert 'rel="canonical" href="https://district.example/equity/stories/one/"' in pages(site)["stories/one/index.html"]


@pytest.mark.slow
def test_a_withdrawn_story_is_in_no_file_of_the_site_but_its_notice(project: Path) -> None:
    write(project, "gone.md", story("## Secretword\n\nsecretword\n", title="Secretword", withdrawn="2026-01-01"))
    site = build(project, "site")
    for path in site.rglob("*"):
        if path.is_file():
            assert b"ecretword" not in path.read_bytes(), path
    assert "This story was taken down." in pages(site)["stories/gone/index.html"]
    assert '<meta name="robots" content="noindex">' in pages(site)["stories/gone/index.html"]
    for name in ("sitemap.xml", "stories/index.html", "index.html"):
        assert "stories/gone" not in (site / name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_same_manuscripts_give_the_same_pages(project: Path) -> None:
    assert pages(build(project, "first")) == pages(build(project, "second"))


@pytest.mark.slow
def test_what_mkdocs_builds_by_itself_is_a_preview_of_what_is_sound(project: Path) -> None:
    write(project, "faulty.md", story("[x](nowhere.md)\n\nMarker.\n"))
    write(project, "later.md", story("Marker.\n", published="2999-01-01"))
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(project / "out")]
    subprocess.run(command, cwd=project, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    html = pages(project / "out")
    assert "To mend: stories/faulty.md" in html["stories/faulty/index.html"]
    assert "A preview, not for publishing." in html["stories/one/index.html"]
    assert "stories/later/index.html" not in html and "Marker" not in "".join(html.values())
