"""Writes a small publication with the form for stories, and does in it what a writer does."""

import functools
import io
from pathlib import Path

from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from playwright.sync_api import Page, expect

import publication
from projects import site_file, small

PAGE = "contribute/write/"


def written(folder: Path) -> Path:
    """The small publication in a folder of its own, with the page that has the form."""
    return _added(publication.write(folder), "Glossary: glossary.md")


def sound(folder: Path) -> Path:
    """The small project that the checks have nothing to say against, in `folder`, with that page."""
    small(folder)
    return _added(folder)


def _added(root: Path, *menu: str) -> Path:
    (root / "mkdocs.yml").write_text(site_file(*menu, "Write a story: contribute/write.md"), encoding="utf-8")
    (root / "docs" / "contribute").mkdir()
    form = "---\ntitle: Write a story\ndescription: Test data.\n---\nTest data.\n"
    (root / "docs" / "contribute" / "write.md").write_text(form, encoding="utf-8")
    return root


def opened(page: Page, site: str) -> Page:
    """The page with the form, once it is ready to be filled in."""
    page.goto(site + PAGE)
    page.wait_for_selector("[data-ready]")
    return page


def look(page: Page) -> None:
    """Press the button that checks the story."""
    page.get_by_role("button", name="Check and show").click()
    expect(page.locator("[data-summary]")).to_be_focused()


@functools.cache  # a profile says when it was made: two would differ
def photograph(size: tuple[int, int] = (300, 200), turned: int = 6) -> bytes:
    """A JPEG on its side with all that a phone and a program may write into it. Upright, its right half is red."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0], size[1] // 2))
    exif = Image.Exif()
    exif[Base.Orientation], exif[Base.Artist], exif[Base.Make] = turned, "Test owner", "Test camera"
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (36.0, 9.0, 0.0)})
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Test owner</dc:creator></x:xmpmeta>'
    picture.save(out, "JPEG", exif=exif, xmp=xmp, comment=b"Test remark", icc_profile=profile, quality=95)
    return out.getvalue() + b"Test film behind the picture"


def told_beside(data: bytes) -> set[str]:
    """What a picture's file says beside its pixels, but for their colors."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        known = {*map(str, picture.info), *map(str, picture.getexif())}
    return known - {"icc_profile", "srgb", "gamma", "chromaticity", "dpi"}
