"""What is said of a picture file: one sentence with its mend where it can't be shown, a note where it would look otherwise."""

import io

import pytest
from PIL import Image

import colors
from projects import Project

FOLDER = "stories/shown"


def said(project: Project, name: str, data: bytes) -> list[str]:
    """What the checks say of the file `name`, which a story shows."""
    front = (project.root / "stories/an-example.md").read_text(encoding="utf-8").split("\n---\n")[0]
    project.write(
        f"{FOLDER}/index.md", f"{front}\npictures:\n  - file: {name}\n    people: no\n---\n\n![A patch of red]({name})\n"
    )
    project.write(f"{FOLDER}/{name}", data)
    return [line for line in project.problems() if line.startswith(f"{FOLDER}/{name}:")]


def saved(kind: str, mode: str = "RGB", frames: int = 1, **options: object) -> bytes:
    out = io.BytesIO()
    more = [Image.new(mode, (8, 8), 40 * n + 40) for n in range(frames - 1)]
    Image.new(mode, (8, 8)).save(out, kind, **({"save_all": True, "append_images": more} if more else {}), **options)
    return out.getvalue()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8"/></svg>'


@pytest.mark.parametrize("name", ["a.heic", "a.HEIF", "a.avif", "a.svg", "a.tif", "a.tiff", "a.gif", "a.bmp", "a.jfif", "a.jxl"])
def test_a_picture_of_another_format_is_told_by_its_ending_with_the_mend(project: Project, name: str) -> None:
    (line,) = said(project, name, b"test data")
    assert line.endswith(("as JPEG or PNG, and add that file. [file]", "as JPEG, and add that file. [file]"))


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize(
    "data",
    [saved("GIF", "P"), saved("GIF", "P", 3), saved("TIFF"), saved("BMP"), SVG, b"%PDF-1.7 test data", b"<!doctype html>", b""],
    ids=["GIF", "moving GIF", "TIFF", "BMP", "SVG", "PDF", "page", "nothing"],
)
def test_a_picture_of_another_format_is_told_whatever_its_name_says(project: Project, ending: str, data: bytes) -> None:
    (line,) = said(project, f"a.{ending}", data)
    assert line.endswith("can't be opened. Save it again as JPEG, PNG or WebP, and put that file here. [picture-data]")


def test_a_phones_own_format_is_told_as_that_whatever_its_name_says(project: Project) -> None:
    (line,) = said(project, "a.jpg", HEIC)
    assert line.endswith("Save or share it as JPEG, and add that. [picture-data]")


@pytest.mark.parametrize(("ending", "kind"), [("png", "PNG"), ("webp", "WEBP")], ids=["APNG", "WebP"])
@pytest.mark.parametrize("frames", [2, 5])
def test_an_animated_webp_or_apng_is_noted_to_stand_still(project: Project, ending: str, kind: str, frames: int) -> None:
    (line,) = said(project, f"a.{ending}", saved(kind, frames=frames))
    assert "To review: This picture moves. It will stand still" in line


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        ("webp", saved("WEBP")),
        ("png", saved("PNG", "P")),
        ("png", saved("PNG", "I;16")),
        ("png", saved("PNG", "1")),
        ("png", saved("PNG", "LA", icc_profile=colors.gray_profile(1.8))),
        ("png", saved("PNG", "L", icc_profile=colors.profile(colors.ADOBE_RGB, 2.2))),
        ("png", saved("PNG", "RGBA", icc_profile=colors.profile(colors.DISPLAY_P3, 2.2))),
        ("jpg", saved("JPEG", "L", icc_profile=colors.gray_profile(2.2))),
        ("jpg", saved("JPEG", "CMYK", icc_profile=colors.ink_profile())),
        ("jpg", saved("JPEG", "CMYK")),
        ("jpg", saved("MPO", frames=2)),
    ],
)
def test_of_a_picture_that_is_shown_as_it_was_given_nothing_is_said(project: Project, ending: str, data: bytes) -> None:
    assert said(project, f"a.{ending}", data) == []


@pytest.mark.parametrize(
    "profile", [b"no profile", bytes(200), colors.profile(colors.ADOBE_RGB, 2.2)[:300], colors.ink_profile()]
)
@pytest.mark.parametrize(("ending", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_profile_that_can_not_be_used_is_noted_and_stops_nothing(
    project: Project, ending: str, kind: str, profile: bytes
) -> None:
    (line,) = said(project, f"a.{ending}", saved(kind, icc_profile=profile))
    assert "To review: This picture's color profile can't be read" in line
