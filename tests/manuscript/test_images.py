"""Pictures on their way to the site."""

import io
from pathlib import Path

import pytest
from PIL import Image

from paint import photograph
from press.manuscript import images, markdown, sanitize


def test_place_and_owner_are_left_behind(tmp_path: Path) -> None:
    data = images.publishable(photograph(tmp_path / "a.jpg"), tmp_path / "kept")
    assert b"Test Data Owner" not in data
    assert not Image.open(io.BytesIO(data)).getexif()


def test_a_turned_photograph_is_set_upright(tmp_path: Path) -> None:
    assert Image.open(io.BytesIO(images.publishable(photograph(tmp_path / "a.jpg"), tmp_path / "kept"))).size == (20, 40)


def test_a_large_picture_is_made_as_large_as_a_page_needs(tmp_path: Path) -> None:
    data = images.publishable(photograph(tmp_path / "a.jpg", (4000, 2000)), tmp_path / "kept")
    assert max(Image.open(io.BytesIO(data)).size) == images.MAX_EDGE


def test_the_same_picture_is_encoded_once(tmp_path: Path) -> None:
    path = photograph(tmp_path / "a.jpg")
    first = images.publishable(path, tmp_path / "kept")
    kept = next((tmp_path / "kept").iterdir())
    kept.write_bytes(first + b"kept")
    assert images.publishable(path, tmp_path / "kept") == first + b"kept"


@pytest.mark.parametrize("data", [b"no picture", b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + b"\0" * 50, b"<svg onload='x()'/>"])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(images.BadPicture):
        images.publishable(tmp_path / "a.png", tmp_path / "kept")


def test_a_picture_too_large_to_open_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    header = io.BytesIO()
    Image.new("1", (8000, 8000)).save(header, "PNG")
    (tmp_path / "bomb.png").write_bytes(header.getvalue())
    with pytest.raises(images.BadPicture, match="too many pixels"):
        images.publishable(tmp_path / "bomb.png", tmp_path / "kept")


def test_transparency_is_kept(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "a.png")
    data = images.publishable(tmp_path / "a.png", tmp_path / "kept")
    assert Image.open(io.BytesIO(data)).convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


@pytest.mark.parametrize("size", [(40, 20), (4000, 2000), (1601, 7)])
def test_the_size_that_a_page_names_is_that_of_the_picture_it_gets(tmp_path: Path, size: tuple[int, int]) -> None:
    data = images.publishable(photograph(tmp_path / "a.jpg", size), tmp_path / "kept")
    assert images.size(data) == Image.open(io.BytesIO(data)).size
    html = markdown.render(markdown.parse("![Red](a.jpg)"), look=lambda address: markdown.Shown(*images.size(data)))
    wide, high = images.size(data)
    assert f'width="{wide}" height="{high}"' in sanitize.clean(html)


def test_a_picture_of_unknown_size_names_none() -> None:
    assert "width" not in markdown.render(markdown.parse("![Red](a.jpg)"))


def test_who_made_a_picture_stands_below_it_and_is_taken_for_no_html() -> None:
    look = {"a.jpg": markdown.Shown(credit="<b>Test</b> & Data")}
    html = sanitize.clean(markdown.render(markdown.parse("![Red](a.jpg)"), look=look.__getitem__))
    assert html.endswith('<small class="tn-credit">&lt;b&gt;Test&lt;/b&gt; &amp; Data</small></p>\n')
