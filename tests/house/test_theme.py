"""The theme and the templates: their classes pass the cleaner, titles are escaped, and no other host is named."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import forms
from press.library.load import load
from press.manuscript import markdown, sanitize
from press.manuscript.outline import INSERTS
from press.publishing import mkdocs_plugin
from press.web import body_blocks
from press.web.book import OF_LISTS
from projects import REAL, ROOT, editions, small, story
from publication import GLOSSARY, MAP, STORY, TOOLKIT

TEMPLATES = sorted(path for path in (ROOT / "press" / "templates").iterdir() if path.is_file())
DRAWN = sorted((ROOT / "press" / "templates" / "drawn").iterdir())  # put in after the cleaner
THEME = sorted(path for path in (ROOT / "press" / "theme").rglob("*") if path.is_file() and path.suffix != ".png")
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onclick='x' & more"


def classes(text: str) -> set[str]:
    """The class names in a template, without those it works out."""
    return {name for found in re.findall(r'class="([^"]*)"', text) for name in re.sub(r"\{[{%].*?[%}]\}", " ", found).split()}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_class_in_a_template_passes_the_cleaner(path: Path) -> None:
    assert classes(path.read_text(encoding="utf-8")) <= sanitize.CLASSES


def test_every_class_that_passes_the_cleaner_is_written_by_the_press() -> None:
    renderers = ("web/pages.py", "web/body_blocks.py", *(f"manuscript/{name}.py" for name in ("markdown", "github", "footnotes")))
    sources = [*TEMPLATES, *(ROOT / "press" / name for name in renderers)]
    written = set().union(*(classes(path.read_text(encoding="utf-8")) for path in sources))
    written |= {name for names in body_blocks.PARTS.values() for name in names.split()} | set(markdown.ROOM)
    assert sanitize.CLASSES - {"tn-a", "tn-b", "tn-c"} <= written


@pytest.mark.parametrize("path", [*TEMPLATES, *DRAWN], ids=lambda path: path.name)
def test_every_class_in_a_template_has_a_style(path: Path) -> None:
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in THEME if sheet.suffix == ".css")
    unstyled = {name for name in classes(path.read_text(encoding="utf-8")) if not re.search(rf"\.{name}(?![\w-])", css)}
    assert unstyled == set()


MADE = [*TEMPLATES, *DRAWN, *(path for path in THEME if path.suffix in (".html", ".js"))]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_no_place_of_the_frame_can_be_a_headings(path: Path) -> None:
    found = set(re.findall(r"""(?:\bid=["'`]|\.id = ["'`]|\bconst id = ["'`])([^"'`]*)""", path.read_text(encoding="utf-8")))
    found -= {"missing", "drawn-arc", "drawn-find", "drawn-map"}  # a page without headings; boxes that are gone once filled
    assert all(name.startswith("_") or name in OF_LISTS for name in found)


def test_what_is_put_into_a_page_has_no_headings_that_take_an_address() -> None:
    inserts = [path for path in TEMPLATES if path.name.startswith("insert-")]
    assert len(inserts) == len(INSERTS)
    assert not any(markdown.headings(markdown.parse(path.read_text(encoding="utf-8"))) for path in inserts)


@pytest.mark.parametrize("path", THEME, ids=lambda path: path.name)
def test_no_theme_file_names_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name_of_a_format in ("http://www.w3.org/2000/svg", "http://www.sitemaps.org/schemas/sitemap/0.9"):
        text = text.replace(name_of_a_format, "")
    assert "://" not in text
    assert not re.search(r"""["'(]//""", text)


@pytest.mark.parametrize("path", [*(path for path in THEME if path.suffix == ".html"), *DRAWN], ids=lambda path: path.name)
def test_no_theme_file_holds_a_script_or_a_style_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]* src=| type=\"application/ld\+json\">)", text)  # which is data
    assert not re.search(r"<style| style=| on[a-z]+=", text)


class Tags(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and not values.get("src") and values.get("type") != "application/ld+json":  # data
            self.found.append("script")
        self.found += [f"{tag} {name}" for name in values if name.startswith("on")]
        if tag == "img" and values.get("src") == "x":
            self.found.append("img")


def swap(path: Path, words: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose titles, names and sentences are hostile wherever a manuscript can set them."""
    root = small(tmp_path_factory.mktemp("hostile"))
    short, long = (f"'{words.replace(chr(39), chr(39) * 2)}'" for words in (HOSTILE[:52], HOSTILE))
    swap(root / "docs/index.md", {"title: Test home": f"title: {short}", "Test data.\n---": f"{long}\n---"})
    (root / "docs/index.md").open("a", encoding="utf-8").write("\n<!-- insert: story -->\n")
    swap(root / "toolkits/inquiry/index.md", {"title: Inquiry": f"title: {short}", "summary: Test data.": f"summary: {long}"})
    fields = {"title: Look closely": f"title: {short}", "purpose: Test data.": f"purpose: {long}"}
    fields |= {"who: Test data.": f"who: {long}", "[Paper]": f"[{long}]", "### Look (": "### <script>alert(1)</script> ("}
    swap(root / "toolkits/inquiry/look.md", fields)
    told = {**REAL, "kind": "composite", "attribution": "named", "title": short, "summary": long}
    (root / "stories/one.md").write_text(story(**{**told, "author": short}, school=short), encoding="utf-8")
    (root / "stories/two.md").write_text("---\nwithdrawn: 2026-01-01\n---\n", encoding="utf-8")
    books = load(root)
    assert [str(problem) for problem in books.problems] == []
    mkdocs_plugin.build(root, root / "site", editions(root))
    return root / "site"


@pytest.mark.slow
def test_hostile_words_are_shown_and_never_run(hostile: Path) -> None:
    pages = sorted(hostile.rglob("*.html"))
    assert {"index.html", "404.html", "stories/one/index.html", "toolkits/inquiry/look/index.html"} <= {
        page.relative_to(hostile).as_posix() for page in pages
    }
    for page in pages:
        text = page.read_text(encoding="utf-8")
        tags = Tags()
        tags.feed(text)
        assert tags.found == [], page
        assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in (hostile / "stories" / "one" / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert" in (hostile / "stories" / "index.html").read_text(encoding="utf-8")


class Links(HTMLParser):
    """Collects what each link element is for."""

    def __init__(self) -> None:
        super().__init__()
        self.rel: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "link":
            self.rel |= set((dict(attrs).get("rel") or "").lower().split())


@pytest.mark.slow
def test_no_head_has_a_link_to_the_next_page(tmp_path: Path) -> None:
    """Firefox would fetch such a page ahead, which the pages' own policy forbids, and complain of it on each of them."""
    root = forms.written(tmp_path)
    (root / "stories/gone.md").write_text("---\nwithdrawn: 2026-01-01\n---\n", encoding="utf-8")
    mkdocs_plugin.build(root, root / "site", editions(root))
    pages = sorted((root / "site").rglob("*.html"))
    places = ("", "toolkits/", TOOLKIT, "activities/", MAP, "stories/", STORY, "stories/gone/", GLOSSARY, forms.PAGE)
    of_each_kind = {root / "site" / f"{place}index.html" for place in places} | {root / "site" / "404.html"}
    assert of_each_kind <= set(pages)
    assert "Next activity" in (root / "site" / MAP / "index.html").read_text(encoding="utf-8")
    for page in pages:
        found = Links()
        found.feed(page.read_text(encoding="utf-8"))
        assert found.rel.isdisjoint({"next", "prev", "prefetch", "prerender"}), page


def test_paper_carries_the_publications_name() -> None:
    sheet = (ROOT / "press" / "theme" / "assets" / "press" / "print.css").read_text(encoding="utf-8")
    name = re.findall(r"^site_name: (.+)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.M)
    assert re.findall(r'@bottom-left { content: "([^"]+)"', sheet) == name
