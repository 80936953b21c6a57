"""Pictures keep their depth and colors. What each pixel should be is worked out in tests/colors.py, without Pillow or lcms."""

import io
import struct
from collections.abc import Sequence

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

import colors
from colors import ADOBE_RGB, DISPLAY_P3, INKS, Color
from press.manuscript import images

PATCHES = ((200, 60, 60), (60, 180, 75), (70, 90, 200), (128, 128, 128), (250, 250, 250), (30, 20, 10))
GRAYS = (0, 1000, 20_000, 32_896, 50_000, 65_535)
TURN = Image.Transpose
BACK = {2: TURN.FLIP_LEFT_RIGHT, 3: TURN.ROTATE_180, 4: TURN.FLIP_TOP_BOTTOM, 5: TURN.TRANSPOSE, 6: TURN.ROTATE_90}
BACK |= {7: TURN.TRANSVERSE, 8: TURN.ROTATE_270}  # what undoes each way in which a camera can be held
RAINBOW = (10, 60, 128, 200, 255)


def published(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(images.encoded(data)))


def row(picture: Image.Image, count: int, mode: str = "RGB") -> list[tuple[int, ...]]:
    """What stands in the middle of each of `count` patches of a picture."""
    step, seen = picture.width / count, picture.convert(mode)
    return [seen.getpixel((int((n + 0.5) * step), picture.height // 2)) for n in range(count)]  # type: ignore[misc]


def patches(kind: str, found: Sequence[object], mode: str = "RGB", **options: object) -> bytes:
    """A picture of patches, each 16 pixels wide, so that no encoding blurs their middles."""
    picture = Image.new(mode, (16 * len(found), 16))
    for n, color in enumerate(found):
        picture.paste(color, (16 * n, 0, 16 * n + 16, 16))  # type: ignore[arg-type]
    out = io.BytesIO()
    picture.save(
        out,
        kind,
        **({} if kind == "PNG" else {"quality": 100, "subsampling": 0} if kind == "JPEG" else {"lossless": True}),
        **options,
    )
    return out.getvalue()


def near(found: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]], off: int) -> None:
    far = [
        (one, other)
        for one, other in zip(found, wanted, strict=True)
        if max(abs(a - b) for a, b in zip(one, other, strict=True)) > off
    ]
    assert not far


def test_a_16_bit_grey_png_as_scanners_write_keeps_its_grays() -> None:
    found = published(colors.png(16, 0, [struct.pack(">6H", *GRAYS)], 6))
    near(row(found, 6), [(round(level / 257),) * 3 for level in GRAYS], 0)


def test_a_large_16_bit_scan_is_made_smaller_without_a_step_in_its_grays() -> None:
    line = struct.pack(">2000H", *(n * 65_535 // 1999 for n in range(2000)))
    found = published(colors.png(16, 0, [line] * 20, 2000)).convert("L")
    assert found.width == images.MAX_EDGE
    levels = [found.getpixel((x, 8)) for x in range(found.width)]
    assert levels == sorted(levels)  # type: ignore[type-var]
    assert len(set(levels)) > 250


def test_16_bit_gray_with_one_clear_gray_is_clear_there_alone() -> None:
    found = published(colors.png(16, 0, [struct.pack(">4H", 30_000, 30_001, 0, 65_535)], 4, tRNS=struct.pack(">H", 30_000)))
    assert [pixel[3] for pixel in row(found, 4, "RGBA")] == [0, 255, 255, 255]


@pytest.mark.parametrize(("kind", "band"), [(2, 3), (4, 2), (6, 4)], ids=["RGB", "gray and alpha", "RGBA"])
def test_16_bit_colors_and_alpha_keep_their_shades(kind: int, band: int) -> None:
    levels = [5_000, 30_000, 60_000, 40_000][:band]
    found = published(colors.png(16, kind, [struct.pack(f">{band}H", *levels)], 1))
    bare = [round(level / 257) for level in levels]
    wanted = {3: (*bare, 255), 2: (bare[0],) * 3 + (bare[-1],), 4: tuple(bare)}[band]
    near([found.convert("RGBA").getpixel((0, 0))], [wanted], 1)  # type: ignore[list-item]


def test_16_bit_rgb_with_one_clear_color_is_clear_there_alone() -> None:
    data = colors.png(
        16, 2, [struct.pack(">6H", 1000, 30_000, 65_535, 9, 9, 9)], 2, tRNS=struct.pack(">3H", 1000, 30_000, 65_535)
    )
    assert [pixel[3] for pixel in row(published(data), 2, "RGBA")] == [0, 255]


@pytest.mark.parametrize(("depth", "packed", "wanted"), [(1, 0b10100000, (255, 0, 255, 0)), (2, 0b00011011, (0, 85, 170, 255))])
def test_a_scan_of_one_or_two_bits_keeps_black_and_white(depth: int, packed: int, wanted: tuple[int, ...]) -> None:
    assert [pixel[0] for pixel in row(published(colors.png(depth, 0, [bytes([packed])], 4)), 4)] == list(wanted)


def test_a_large_drawing_of_one_bit_is_made_smaller_with_grays_at_its_edges() -> None:
    found = published(colors.png(1, 0, [bytes([0b10010110] * 400)] * 40, 3200)).convert("L")
    assert len(set(found.get_flattened_data())) > 2


def test_a_palette_keeps_its_colors_and_its_transparency() -> None:
    data = colors.png(8, 3, [bytes((0, 1, 2))], 3, PLTE=bytes((200, 10, 10, 10, 200, 10, 10, 10, 200)), tRNS=bytes((255, 128, 0)))
    assert row(published(data), 3, "RGBA")[:2] == [(200, 10, 10, 255), (10, 200, 10, 128)]
    assert row(published(data), 3, "RGBA")[2][3] == 0


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize(("name", "primaries"), [("Adobe RGB", ADOBE_RGB), ("Display P3", DISPLAY_P3)])
def test_a_png_or_jpeg_with_a_colour_profile_that_isnt_srgb_is_converted(kind: str, name: str, primaries: Color) -> None:
    data = patches(kind, PATCHES, icc_profile=colors.profile(primaries, 2.2))  # type: ignore[arg-type]
    wanted = [colors.shown(primaries, 2.2, patch) for patch in PATCHES]  # type: ignore[arg-type]
    assert any(abs(a - b) > 10 for patch, right in zip(PATCHES, wanted, strict=True) for a, b in zip(patch, right, strict=True))
    near(row(published(data), len(PATCHES)), wanted, {"PNG": 2, "JPEG": 5, "WEBP": 9}[kind])


def test_converted_back_by_its_own_profile_a_picture_has_its_first_numbers() -> None:
    given = colors.profile(DISPLAY_P3, 2.2)
    found = published(patches("PNG", PATCHES[3:], icc_profile=given)).convert("RGB")
    back = ImageCms.profileToProfile(found, ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(given)))
    assert back is not None
    near(row(back, 3), PATCHES[3:], 2)


@pytest.mark.parametrize(("mode", "kind"), [("L", "PNG"), ("L", "JPEG"), ("LA", "PNG")])
def test_a_gray_profile_is_converted(mode: str, kind: str) -> None:
    given = [(level, 255) for level in RAINBOW] if mode == "LA" else RAINBOW
    found = published(patches(kind, given, mode, icc_profile=colors.gray_profile(1.0)))
    near(row(found, len(RAINBOW)), [colors.shown_gray(1.0, level) for level in RAINBOW], 3)


def test_grays_with_a_profile_for_colors_are_converted_too() -> None:
    found = published(patches("PNG", RAINBOW, "L", icc_profile=colors.profile(ADOBE_RGB, 1.8)))
    near(row(found, len(RAINBOW)), [colors.shown_gray(1.8, level) for level in RAINBOW], 3)


def test_transparency_stays_where_colors_are_converted() -> None:
    given = [(*patch, alpha) for patch, alpha in zip(PATCHES, (255, 200, 128, 255, 64, 255), strict=True)]
    found = row(published(patches("PNG", given, "RGBA", icc_profile=colors.profile(ADOBE_RGB, 2.2))), 6, "RGBA")
    assert [pixel[3] for pixel in found] == [255, 200, 128, 255, 64, 255]
    near([pixel[:3] for pixel in found], [colors.shown(ADOBE_RGB, 2.2, patch) for patch in PATCHES], 2)


def test_a_printers_jpeg_in_cmyk_is_converted_by_its_profile() -> None:
    inks = [(0, 0, 0, 0), (255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0)]
    found = published(patches("JPEG", inks, "CMYK", icc_profile=colors.ink_profile()))
    assert found.mode == "RGB"
    near(row(found, 4), [colors.shown_lab(lab) for lab in INKS.values()], 8)


def test_a_cmyk_jpeg_without_a_profile_is_not_turned_inside_out() -> None:
    data = patches("JPEG", [(0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 0)], "CMYK")
    assert b"Adobe" in data[:200]  # whose numbers are written the other way round
    near(row(published(data), 3), [(255, 255, 255), (0, 0, 0), (0, 255, 255)], 6)


@pytest.mark.parametrize("gamma", [1.0, 0.55])
def test_a_png_that_says_its_gamma_alone_is_shown_as_browsers_show_it(gamma: float) -> None:
    data = colors.png(8, 0, [bytes(RAINBOW)], len(RAINBOW), gAMA=struct.pack(">I", round(gamma * 100_000)))
    near(row(published(data), len(RAINBOW)), [colors.shown_gray(1 / gamma, level) for level in RAINBOW], 1)


def test_the_usual_gamma_changes_nothing() -> None:
    data = colors.png(8, 0, [bytes(RAINBOW)], len(RAINBOW), gAMA=struct.pack(">I", 45_455))
    assert [pixel[0] for pixel in row(published(data), len(RAINBOW))] == list(RAINBOW)


@pytest.mark.parametrize(
    "broken",
    [
        b"no profile",
        b"",
        b"\0" * 16 + b"RG\xff " + bytes(200),
        colors.profile(ADOBE_RGB, 2.2)[:200],
        bytes(5000),
        colors.gray_profile(1.0),
        colors.ink_profile(),
    ],
    ids=["words", "nothing", "a space that is none", "cut short", "zeros", "for grays", "for inks"],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_broken_profile_stops_nothing_and_the_colors_stay(kind: str, broken: bytes) -> None:
    found = published(patches(kind, PATCHES, icc_profile=broken))
    near(row(found, len(PATCHES)), PATCHES, {"PNG": 0, "JPEG": 5, "WEBP": 9}[kind])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_no_profile_and_no_other_word_is_left_in_what_is_published(kind: str) -> None:
    found = published(patches(kind, PATCHES, icc_profile=colors.profile(DISPLAY_P3, 2.2)))
    assert not {"icc_profile", "exif", "xmp", "gamma", "comment"} & set(found.info)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("turned", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(kind: str, turned: int) -> None:
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste((200, 0, 0), (0, 0, 20, 20))  # upper left
    if turned in BACK:
        picture = picture.transpose(BACK[turned])
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = turned
    picture.save(out, kind, exif=exif, **({} if kind == "PNG" else {"quality": 95}))
    found = published(out.getvalue())
    assert found.size == (60, 40)
    near([found.convert("RGB").getpixel((8, 8))], [(200, 0, 0)], 12)  # type: ignore[list-item]
    near([found.convert("RGB").getpixel((50, 30))], [(255, 255, 255)], 12)  # type: ignore[list-item]


def test_a_phones_jpeg_with_a_second_view_inside_shows_its_first() -> None:
    out = io.BytesIO()
    Image.new("RGB", (32, 16), (200, 0, 0)).save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (32, 16), "blue")])
    found = published(out.getvalue())
    assert found.format == "JPEG"
    near(row(found, 1), [(200, 0, 0)], 5)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_image_is_published(kind: str) -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (32, 16), color) for color in ("blue", "green")]
    Image.new("RGB", (32, 16), (200, 0, 0)).save(out, kind, save_all=True, append_images=frames, duration=100)
    found = published(out.getvalue())
    assert getattr(found, "n_frames", 1) == 1
    near(row(found, 1), [(200, 0, 0)], 9)


@settings(deadline=None, max_examples=150)
@examples(
    kind=st.sampled_from(
        [("RGB", colors.profile(ADOBE_RGB, 2.2)), ("L", colors.gray_profile(1.8)), ("CMYK", colors.ink_profile())]
    ),
    faults=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=12),
    end=st.none() | st.integers(1, 700),
)
def test_no_fault_in_a_profile_stops_a_build(kind: tuple[str, bytes], faults: list[tuple[int, int]], end: int | None) -> None:
    mode, sound = kind
    profile = bytearray(sound)
    for place, value in faults:
        profile[place % len(profile)] = value
    found = published(patches("JPEG", [0], mode, icc_profile=bytes(profile[:end])))
    assert found.size == (16, 16)
