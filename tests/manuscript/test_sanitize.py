"""What a stranger's text may not bring into a page."""

import re

import pytest

from press.manuscript import markdown, sanitize


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<iframe src='https://evil.example'></iframe>",
        "<svg onload=alert(1)></svg>",
        "<style>body{display:none}</style>",
        "<form action='https://evil.example'><input name=q></form>",
        "<p style='position:fixed' onclick='x()'>x</p>",
        "<base href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<object data='x.swf'></object><embed src='x'>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    ],
)
def test_nothing_that_acts_is_left(text: str) -> None:
    html = sanitize.clean(markdown.render(markdown.parse(text)))
    tags = "".join(re.findall(r"<[^>]*>", html))
    assert not re.search(
        r"<(script|iframe|svg|style|form|input|base|meta|object|embed)|on\w+=|javascript:|data:|style=|evil", tags
    )


@pytest.mark.parametrize("address", ["https://evil.example/y.png", "//evil.example/y.png", "http://evil.example/y.png"])
def test_a_picture_of_another_host_is_not_loaded(address: str) -> None:
    html = sanitize.clean(markdown.render(markdown.parse(f'![y]({address})\n\n<img alt="z" src="{address}">\n')))
    assert html.count("<img") == 2
    assert "evil.example" not in html


def test_a_text_can_not_take_an_address_of_the_theme() -> None:
    assert 'id="x-search"' in sanitize.clean('<p id="__search">x</p>')


@pytest.mark.parametrize(
    "html",
    [
        '<a href="_x">y</a>',
        '<a href="https://elsewhere.example/x">y</a>',
        '<a href="//elsewhere.example/x">y</a>',
        '<p title="_x" lang="_x">y</p>',
        '<p title="//x" id="//x">y</p>',
        '<time datetime="//x">y</time>',
        '<img alt="_x" title="//x" src="p.png">',
        '<img src="stories/_x//y.png">',
        '<img src="./x.png?https://elsewhere.example">',
    ],
)
def test_what_only_looks_like_a_theme_s_address_or_a_remote_picture_stays(html: str) -> None:
    assert sanitize.clean(html) == html


@pytest.mark.parametrize(("given", "kept"), [("_", "x-"), ("__config", "x-config"), ("a_b", "a_b"), ("a", "a")])
def test_an_anchor_keeps_all_but_the_theme_s_sign_before_it(given: str, kept: str) -> None:
    assert sanitize.clean(f'<p id="{given}">x</p>') == f'<p id="{kept}">x</p>'


@pytest.mark.parametrize("line", ["1", "999999"])
def test_a_block_keeps_its_line_in_the_manuscript(line: str) -> None:
    assert sanitize.clean(f'<p data-line="{line}">x</p>') == f'<p data-line="{line}">x</p>'


@pytest.mark.parametrize("line", ["", "x", "1x", "-1", "1.5", "²", "\u0663", "1000000", "10000000"])
def test_what_is_no_line_of_a_manuscript_is_taken_out(line: str) -> None:
    assert sanitize.clean(f'<p data-line="{line}">x</p>') == "<p>x</p>"


def test_the_lists_are_put_together_once() -> None:
    assert sanitize._cleaner() is sanitize._cleaner()


def test_a_text_can_not_dress_up_with_a_class_of_its_own() -> None:
    assert sanitize.clean('<p class="md-overlay tn-lead">x</p>') == '<p class="tn-lead">x</p>'


def test_what_manuscripts_need_is_kept() -> None:
    text = "## Head\n\n> quote\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n**b** *i* `c` [l](x.md) ![alt](p.png)\n"
    html = sanitize.clean(markdown.render(markdown.parse(text)))
    tags = ('<h2 id="head">', "<blockquote>", "<ol>", "<ul>", ">a</th>", "<strong>", "<em>", "<code>")
    for part in (*tags, 'href="x.md"', 'alt="alt"'):
        assert part in html


def test_a_table_keeps_its_roles_and_columns_names_and_a_text_can_give_it_no_other_role() -> None:
    theirs = "<table role='alert'><tr role='link'><td role='button'>x</td></tr></table>"
    html = sanitize.clean(markdown.render(markdown.parse(f"| A | `b` & **c** |\n|---|:-:|\n| 1 | |\n\n{theirs}\n")))
    assert re.findall(r'role="(\w+)"', html) == "table rowgroup row columnheader columnheader rowgroup row cell cell".split()
    assert re.findall(r'data-label="([^"]*)"', html) == ["A", "b &amp; c"]


def test_a_table_of_three_columns_can_be_read_row_by_row() -> None:
    two, three = (markdown.render(markdown.parse(text)) for text in ("|a|b|\n|-|-|\n", "|a|b|c|\n|-|-|-|\n"))
    assert 'class="tn-table"' in two
    assert 'class="tn-table tn-table--rows"' in three
