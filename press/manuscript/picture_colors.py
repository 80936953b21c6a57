"""Turns a picture's pixels, in whatever depth and colors they were saved, into 8 bits of sRGB: what browsers and PDFs show."""

import io
from contextlib import suppress
from functools import lru_cache

from PIL import Image, ImageCms

_SPACES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}  # what a profile's head calls them (ICC.1, 7.2), and Pillow
_EIGHT_BITS = tuple((level + 128) // 257 for level in range(65536))
_USUAL_GAMMA = 1 / 2.2


class UnfitProfile(Exception):
    """A color profile that can't be read, or that is not for such a picture."""


def eight_bits(picture: Image.Image) -> Image.Image:
    """`picture` as gray (L or LA), RGB, RGBA or CMYK, with 8 bits a channel: so it can be made smaller without loss of shades."""
    if picture.mode.startswith("I"):  # 16-bit grays, as scanners write them; Pillow's own conversion cuts them off at 255
        return _from_sixteen(picture)
    clear = picture.info.get("transparency")
    if picture.mode == "RGB" and isinstance(clear, tuple) and max(clear) > 255:  # Pillow has scaled the colors, but not this one
        picture = picture.copy()
        picture.info["transparency"] = tuple(level >> 8 for level in clear)
    if picture.mode in ("1", "L", "LA"):
        return picture.convert("LA" if picture.has_transparency_data else "L")
    return picture if picture.mode == "CMYK" else picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def in_srgb(picture: Image.Image) -> Image.Image:
    """`picture` as RGB, or as RGBA where some of it is transparent. Where its profile is unfit, its colors stay as they stand."""
    whole = eight_bits(picture)
    alpha = whole.getchannel("A") if whole.mode in ("LA", "RGBA") else None
    colors, profile = _opaque(whole), picture.info.get("icc_profile")
    with suppress(UnfitProfile):
        colors = _by_profile(colors, profile) if profile else _by_gamma(colors, picture)
    colors = colors.convert("RGB")
    if alpha:
        colors.putalpha(alpha)
    return colors


def has_unfit_profile(picture: Image.Image) -> bool:
    """Whether `picture` says how its colors are meant, in a way that can't be used."""
    profile = picture.info.get("icc_profile")
    try:
        if profile:
            _by_profile(_opaque(eight_bits(picture.crop((0, 0, 1, 1)))), profile)
    except UnfitProfile:
        return True
    return False


def _opaque(picture: Image.Image) -> Image.Image:
    return picture.convert({"LA": "L", "RGBA": "RGB"}.get(picture.mode, picture.mode))


def _from_sixteen(picture: Image.Image) -> Image.Image:
    levels = picture.convert("I")
    gray = levels.point(_EIGHT_BITS, "L")
    clear = gray.info.pop("transparency", None)
    if isinstance(clear, int):
        gray.putalpha(levels.point([0 if level == clear else 255 for level in range(65536)], "L"))
    return gray


def _by_profile(colors: Image.Image, profile: bytes) -> Image.Image:
    """`colors` in sRGB as the ICC `profile` says they are meant. Raises UnfitProfile."""
    mode = _SPACES.get(profile[16:20])
    if (colors.mode, mode) == ("L", "RGB"):  # scanners give grays a profile for colors
        colors = colors.convert("RGB")
    if colors.mode != mode:
        raise UnfitProfile("for another kind of picture")
    return _transform(profile, mode).apply(colors)


@lru_cache(maxsize=8)  # most pictures of a project come from one or two cameras
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    try:
        given, wanted = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(given, wanted, mode, "RGB")
    except (OSError, ValueError, ImageCms.PyCMSError) as error:
        raise UnfitProfile("not usable") from error


def _by_gamma(colors: Image.Image, picture: Image.Image) -> Image.Image:
    """`colors` in sRGB where a PNG says its gamma alone, as old programs and renderers write it."""
    gamma = picture.info.get("gamma")
    if not gamma or "srgb" in picture.info or abs(gamma - _USUAL_GAMMA) < 0.01:
        return colors
    curve = [_encoded((level / 255) ** (1 / gamma)) for level in range(256)]
    return colors.point(curve * len(colors.getbands()))


def _encoded(light: float) -> int:
    """A share of light as sRGB has it, from 0 to 255 (IEC 61966-2-1)."""
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
