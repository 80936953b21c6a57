from pathlib import Path

import pytest
from weasyprint import HTML

from press import fonts
from press.handouts.sheets import layouts
from press.handouts.typeset.pdf import Fetcher
from press.handouts.typeset.resource_allowlist import Shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the press's own, with one drawing, and beside it a secret."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "rule.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    (tmp_path / "secret.css").write_text("secret")
    return own


def test_a_file_of_the_press_is_read(folder: Path) -> None:
    answer = Fetcher(Shelf([folder])).fetch((folder / "rule.svg").as_uri())
    assert answer.read().startswith(b"<svg")
    assert answer.content_type == "image/svg+xml"


def test_every_font_and_style_sheet_of_the_press_may_be_read() -> None:
    fetcher = Fetcher(Shelf([fonts.FOLDER, layouts.FOLDER]))
    for path in (*fonts.FOLDER.glob("*.ttf"), fonts.FOLDER / "print.css", *layouts.FOLDER.glob("*/sheet.css")):
        assert fetcher.fetch(path.as_uri()).read() == path.read_bytes()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "file://elsewhere.example/share/rule.svg",
        "http://127.0.0.1:9/rule.svg",
        "https://example.org/rule.svg",
        "ftp://example.org/rule.svg",
        "data:text/html,<script>",
        "data:text/css,p{}",
        "data:,plain",
        "rule.svg",
    ],
)
def test_other_addresses_are_refused(folder: Path, url: str) -> None:
    with pytest.raises((ValueError, OSError)):
        Fetcher(Shelf([folder])).fetch(url)


def test_a_way_up_out_of_the_folder_is_refused(folder: Path) -> None:
    for way in ("../secret.css", "%2e%2e/secret.css", "../own/../secret.css"):
        with pytest.raises(ValueError, match="does not belong"):
            Fetcher(Shelf([folder])).fetch(f"{folder.as_uri()}/{way}")


def test_a_link_that_leads_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder / "inside.css").symlink_to(folder.parent / "secret.css")
    with pytest.raises(ValueError, match="does not belong"):
        Fetcher(Shelf([folder])).fetch((folder / "inside.css").as_uri())


def test_a_file_of_another_type_is_refused(folder: Path) -> None:
    (folder / "notes.txt").write_text("notes")
    with pytest.raises(ValueError, match="another type"):
        Fetcher(Shelf([folder])).fetch((folder / "notes.txt").as_uri())


def test_a_file_that_is_too_large_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.handouts.typeset.resource_allowlist.MAX_BYTES", 10)
    with pytest.raises(ValueError, match="too large"):
        Fetcher(Shelf([folder])).fetch((folder / "rule.svg").as_uri())


def test_a_picture_is_read_only_where_the_edition_has_it(folder: Path) -> None:
    shown, withheld = folder.parent / "shown.png", folder.parent / "withheld.png"
    shown.write_bytes(b"picture")
    withheld.write_bytes(b"picture")
    fetcher = Fetcher(Shelf([folder], [shown]))
    assert fetcher.fetch(shown.as_uri()).read() == b"picture"
    with pytest.raises(ValueError, match="does not belong"):
        fetcher.fetch(withheld.as_uri())


def test_a_picture_that_is_a_link_is_refused(folder: Path) -> None:
    picture = folder.parent / "shown.png"
    picture.symlink_to(folder.parent / "secret.css")
    with pytest.raises(ValueError, match="does not belong"):
        Fetcher(Shelf([folder], [picture])).fetch(picture.as_uri())


def test_an_inline_picture_is_read(folder: Path) -> None:
    assert Fetcher(Shelf([folder])).fetch("data:image/svg+xml;base64,PHN2Zy8+").read() == b"<svg/>"


@pytest.mark.pdf
@pytest.mark.parametrize(
    "html",
    [
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<link rel="attachment" href="file:///etc/passwd"><p>x</p>',
        '<link rel="stylesheet" href="file:///etc/passwd"><p>x</p>',
        '<img alt="x" src="file:///etc/passwd">',
        '<p style="background: url(file:///etc/passwd)">x</p>',
        '<object data="file:///etc/passwd">x</object>',
    ],
)
def test_no_kind_of_html_brings_a_file_of_the_machine_into_a_pdf(
    folder: Path, html: str, caplog: pytest.LogCaptureFixture
) -> None:
    data = HTML(string=html, base_url=folder.as_uri(), url_fetcher=Fetcher(Shelf([folder]))).write_pdf(uncompressed_pdf=True)
    first_line = Path("/etc/passwd").read_bytes().splitlines()[0]
    assert first_line not in data
    assert b"/EmbeddedFile" not in data
    assert "/etc/passwd" in caplog.text, "the refusal is logged, and a log record is a failure"
