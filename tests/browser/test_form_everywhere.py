"""Pictures, pasted lists and the buttons of the form for stories, in each engine: what they do hangs on the browser."""

import base64
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import Base

import forms
from engines.chromium import Chromium
from engines.engine import Engine
from engines.firefox import Firefox
from engines.webkit import WebKit
from showing import shown

pytestmark = pytest.mark.browser

CHOOSE = """
const bytes = Uint8Array.from(atob(arguments[0]), (sign) => sign.charCodeAt(0));
const given = new DataTransfer();
given.items.add(new File([bytes], "IMG_1.jpg", { type: "image/jpeg" }));
const chooser = document.querySelector("[data-files]");
chooser.files = given.files;
chooser.dispatchEvent(new Event("change", { bubbles: true }));
"""
PASTE = """
const given = new DataTransfer();
given.setData("text/html", arguments[0]);
const event = new Event("paste", { bubbles: true, cancelable: true });
Object.defineProperty(event, "clipboardData", { value: given });
const area = document.querySelector("#_text");
area.focus();
area.dispatchEvent(event);
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a small project with the form."""
    with shown(forms.sound(tmp_path_factory.mktemp("everywhere"))) as url:
        yield url


@pytest.fixture(scope="module", params=[Chromium, Firefox, WebKit], ids=lambda engine: engine.name)
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    start: Callable[[Path], Engine] = request.param
    engine = start(tmp_path_factory.mktemp("engine"))
    yield engine
    engine.close()


@pytest.fixture
def go(browser: Engine, site: str) -> Iterator[Engine]:
    """The form, with the kind of story chosen; the console must have no complaint at the end."""
    browser.complaints()
    browser.width(1280)
    browser.open(site + "contribute/write/")
    browser.click("[name=kind][value=illustrative]")
    yield browser
    assert browser.complaints() == []
    browser.ask("localStorage.clear(); sessionStorage.clear()")
    browser.driver.get("about:blank")


def text(go: Engine) -> str:
    return str(go.ask("return document.querySelector('#_text').value"))


def undo(go: Engine) -> None:
    """As the browser's menu does: WebKit's window here has no menu, and no key for it."""
    go.ask("document.querySelector('#_text').focus(); document.execCommand('undo')")


def test_a_large_photograph_on_its_side_is_packed_upright_and_smaller(go: Engine) -> None:
    picture = Image.new("RGB", (2400, 1200), "blue")
    picture.paste("red", (0, 0, 2400, 600))
    exif, out = Image.Exif(), io.BytesIO()
    exif[Base.Orientation], exif[Base.Artist] = 6, "Test owner"
    picture.save(out, "JPEG", exif=exif)
    go.ask(CHOOSE, base64.b64encode(out.getvalue()).decode())
    go.says("[data-about]", "Made smaller for the story: 1,000\u00a0×\u00a02,000 pixels")
    assert text(go) == "![](picture-1.jpg)"
    go.type("[data-part=words]", "A wall, half of it red")
    go.click("[data-check]")
    go.click("[data-download]")
    with zipfile.ZipFile(go.downloaded()) as packed:
        index, shot = packed.namelist()
        assert "![A wall, half of it red](picture-1.jpg)" in packed.read(index).decode()
        with Image.open(io.BytesIO(packed.read(shot))) as made:
            assert made.size == (1000, 2000)
            assert not made.getexif()
            color = made.convert("RGB").getpixel((990, 10))
            assert isinstance(color, tuple) and color[0] > 200 > 60 > color[2]


def test_a_pasted_list_and_a_button_can_be_undone(go: Engine) -> None:
    go.type("#_text", "Words")
    go.ask(PASTE, "<ol><li>One</li><li>Two</li></ol>")
    assert text(go) == "Words\n1. One\n2. Two"
    undo(go)
    assert text(go) == "Words"
    go.click("[data-format=strong]")
    assert text(go) == "**Words**"
    undo(go)
    assert text(go) == "Words"
