"""Pictures on paper have the grays and colors that were given: read back from the PDF, and compared with what was worked out."""

import io
import struct
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image

import colors
from press import handouts
from projects import activity, small
from sheets import SITE, prepared

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here")]

PATCH = (200, 60, 60)
GRAY = 20_000  # of 65,535
SHOWN = {
    "gray.png": (round(GRAY / 257),) * 3,
    "wide.png": colors.shown(colors.DISPLAY_P3, 2.2, PATCH),
    "wide.jpg": colors.shown(colors.ADOBE_RGB, 2.2, PATCH),
    "inks.jpg": colors.shown_lab(colors.INKS["cyan"]),
    "wide.webp": colors.shown(colors.DISPLAY_P3, 2.2, PATCH),
}
LAYOUTS = {"activity": "inquiry-look-activity", "booklet": "inquiry-booklet"}


def near(one: Any, other: Any) -> bool:
    """Whether two colors are the same but for what JPEG and lcms round."""
    return all(abs(a - b) <= 9 for a, b in zip(one, other, strict=True))


def given() -> dict[str, bytes]:
    """The files as a scanner, a phone, a camera and a printer write them."""

    def saved(kind: str, mode: str, color: tuple[int, ...], profile: bytes) -> bytes:
        out = io.BytesIO()
        Image.new(mode, (48, 32), color).save(out, kind, icc_profile=profile, quality=100)
        return out.getvalue()

    return {
        "gray.png": colors.png(16, 0, [struct.pack(">48H", *[GRAY] * 48)] * 32, 48),
        "wide.png": saved("PNG", "RGB", PATCH, colors.profile(colors.DISPLAY_P3, 2.2)),
        "wide.jpg": saved("JPEG", "RGB", PATCH, colors.profile(colors.ADOBE_RGB, 2.2)),
        "inks.jpg": saved("JPEG", "CMYK", (255, 0, 0, 0), colors.ink_profile()),
        "wide.webp": saved("WEBP", "RGB", PATCH, colors.profile(colors.DISPLAY_P3, 2.2)),
    }


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sheets of an activity that shows them all."""
    root = small(tmp_path_factory.mktemp("pictures"))
    folder = root / "toolkits" / "inquiry"
    listed = "".join(f"\n  - file: {name}\n    people: no\n    credit: Made by a tester of {name}" for name in SHOWN)
    shown = "\n\n".join(f"![A patch, {name.replace('.', ' as ')}]({name})" for name in SHOWN)
    text = activity().replace("themes:", f"pictures:{listed}\nthemes:").replace("## Debrief\n\n", f"## Debrief\n\n{shown}\n\n")
    (folder / "look.md").write_text(text, encoding="utf-8")
    for name, data in given().items():
        (folder / name).write_bytes(data)
    handouts.make(prepared(root), handouts.Request(("letter",), layouts=tuple(LAYOUTS)), SITE, root / "out")
    return root / "out"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_pdf_has_the_grays_and_colors_that_were_given(printed: Path, layout: str) -> None:
    reader = pypdf.PdfReader(printed / f"{LAYOUTS[layout]}-letter.pdf")
    found = []
    for page in reader.pages:
        for image in page.images:
            assert image.image is not None
            if image.image.size == (48, 32):
                found.append(image.image.convert("RGB").getpixel((24, 16)))
                assert image.indirect_reference is not None
                assert image.indirect_reference.get_object()["/ColorSpace"] == "/DeviceRGB"  # type: ignore[index]
    for name, wanted in SHOWN.items():
        assert any(near(color, wanted) for color in found), name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_is_painted_with_them(printed: Path, layout: str) -> None:
    seen: set[tuple[int, ...]] = set()
    for page in pypdfium2.PdfDocument(printed / f"{LAYOUTS[layout]}-letter.pdf"):
        picture = page.render(scale=1).to_pil().convert("RGB")
        seen |= {color for count, color in picture.getcolors(1 << 24) if count > 200}
    for wanted in SHOWN.values():
        assert any(near(color, wanted) for color in seen), wanted


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_made_a_picture_stands_below_it(printed: Path, layout: str) -> None:
    text = " ".join(
        "".join(page.extract_text() for page in pypdf.PdfReader(printed / f"{LAYOUTS[layout]}-letter.pdf").pages).split()
    )
    assert [name for name in SHOWN if text.count(f"Made by a tester of {name}") != 1] == []
