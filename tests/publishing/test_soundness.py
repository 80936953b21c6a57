"""The look over a built site: what may be published, and what may not."""

import re
from pathlib import Path

import pytest

from press.__main__ import main
from press.publishing import soundness
from projects import small, story


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<a href="gone/">x</a>', "gone/ leads nowhere"),
        ('<img alt="" src="../x.png">', "../x.png leads nowhere"),
        ('<script src="https://cdn.example/x.js"></script>', "loads https://cdn.example/x.js from another host"),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', "loads //cdn.example/x.css from another host"),
    ],
)
def test_a_page_that_is_not_sound_is_not_published(tmp_path: Path, html: str, why: str) -> None:
    (tmp_path / "index.html").write_text(html)
    with pytest.raises(soundness.NotSound, match=why.replace(".", r"\.")):
        soundness.look_over(tmp_path, ())


def test_a_site_without_its_search_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(soundness.NotSound, match=r"pagefind/pagefind\.js is missing"):
        soundness.look_over(tmp_path, ("pagefind/pagefind.js",))


def test_links_out_and_to_pages_that_exist_are_sound(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/#x">a</a> <a href="https://other.example/">b</a> <a href="#c">c</a>')
    (tmp_path / "a" / "index.html").write_text(
        '<a href="..">up</a> <a href="./">here</a> <link rel="canonical" href="https://me.example/a/">'
    )
    soundness.look_over(tmp_path, ("index.html",))


def test_a_page_may_show_a_link_as_text(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p>Write <code>&lt;a href="gone/"&gt;</code> or src=gone.png.</p>')
    soundness.look_over(tmp_path, ("index.html",))


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<a title="1 > 0" href="gone/">x</a>', "gone/"),
        ('<p>src="</p><img alt="" src="gone.png">', "gone.png"),
        ('<p>src="#</p><img alt="" src="gone.png">', "gone.png"),
        ("<p>href='https://</p><img alt='' src='gone.png'>", "gone.png"),
        ('<img alt="" src="index.html" srcset="index.html 1x, gone.png 2x">', "gone.png"),
        ('<video poster="gone.png"></video>', "gone.png"),
        ('<p style="background: url(gone.png)">x</p>', "gone.png"),
        ("<style>p { background: url('gone.png') }</style>", "gone.png"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "gone/"),
        ('<form action="gone/"></form>', "gone/"),
        ('<object data="gone.pdf"></object>', "gone.pdf"),
        ('<svg><image xlink:href="gone.png"/></svg>', "gone.png"),
        ("<A HREF=gone/>x</A>", "gone/"),
        ("<a href = gone/ >x</a>", "gone/"),
        ('<a href="//[">x</a>', "//["),
    ],
)
def test_a_dead_address_is_found_wherever_a_tag_has_one(tmp_path: Path, html: str, address: str) -> None:
    (tmp_path / "index.html").write_text(html)
    with pytest.raises(soundness.NotSound, match=f"^index.html: {re.escape(address)} leads nowhere$"):
        soundness.look_over(tmp_path, ())


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="" srcset="https://cdn.example/x.png 2x">',
        '<link title="a > b" rel="stylesheet" href="https://cdn.example/x.png">',
        '<link rel="preload" href=//cdn.example/x.png>',
        '<style>@import "https://cdn.example/x.png";</style>',
        '<video poster="HTTPS://cdn.example/x.png"></video>',
        '<iframe src="https://cdn.example/x.png"></iframe>',
    ],
)
def test_what_is_loaded_from_another_host_is_found_wherever_a_tag_has_it(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(html)
    with pytest.raises(soundness.NotSound, match=r"from another host$"):
        soundness.look_over(tmp_path, ())


@pytest.mark.parametrize(
    "html",
    [
        "<title>My src=cat.png and href=about</title>",
        '<meta name="description" content="Write src=cat.png or href=&quot;about&quot;">',
        '<td data-label="A href=about and src=cat.png">x</td>',
        '<p title="<img src=gone.png>">src = gone.png, url(gone.png), srcset="gone.png"</p>',
        "<script>const image = 'src=\"gone.png\"';</script>",
        "<!-- <img src=gone.png> -->",
        '<link rel="canonical" href="https://me.example/"><link rel="alternate" href="https://me.example/feed.xml">',
        '<a href="a%20%23b.txt">x</a><a href="?q#x">x</a><a href="#">x</a><a href="">x</a><a href="./">x</a>',
        '<form><button>x</button></form><a href="https://other.example/">x</a>',
    ],
)
def test_words_that_look_like_an_address_are_none(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(html)
    (tmp_path / "a #b.txt").write_text("")
    soundness.look_over(tmp_path, ())


@pytest.mark.slow
def test_point_4_a_title_a_summary_and_a_header_cell_may_hold_what_looks_like_an_address(tmp_path: Path) -> None:
    project = small(tmp_path)
    words = "Test data src=cat.png or href=about"
    table = f"| {words} | B | C |\n|---|---|---|\n| a | b | c |\n"
    told = story(f"## Test\n\nTest data.\n\n{table}", title=words, summary=words)
    (project / "stories" / "odd.md").write_text(told, encoding="utf-8")
    assert main(["--root", str(project), "site", "--no-handouts"]) == 0
