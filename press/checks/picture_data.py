"""Turns picture files into problems: those that can't be opened safely, tell a place or an owner, or would look otherwise."""

import datetime
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageFile, IptcImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from press.library.load import Library
from press.manuscript import images, picture_colors
from press.manuscript.images import MAX_PIXELS
from press.manuscript.problem import Level, Problem

_FORMATS = ("JPEG", "PNG", "WEBP")
_CLEAN = "Save it again without its properties (a screenshot of it has none), and put that file here."
_OWNER_TAGS = (Base.Artist, Base.Copyright, Base.HostComputer, Base.XPAuthor)
_CAMERA_TAGS = (Base.CameraOwnerName, Base.BodySerialNumber, Base.LensSerialNumber)
_OWNER_IPTC = ((2, 80), (2, 116), (2, 118), (2, 122))  # by-line, copyright, contact, writer
_PLACE_IPTC = ((2, 90), (2, 92), (2, 95))  # city, part of it, state
_OWNER_XMP = re.compile(rb"dc:creator|dc:rights|photoshop:Credit|CreatorContactInfo|OwnerName|SerialNumber|xmpRights:Owner", re.I)
_PLACE_XMP = re.compile(rb"exif:GPS|photoshop:City|LocationCreated|LocationShown|Iptc4xmpCore:Location", re.I)
_OWNER_TEXT = {"author", "copyright", "artist", "creator"}

_Told: TypeAlias = tuple[str, str, Level]  # what is wrong, and how to mend it


def pictures_hold_no_place_or_owner(library: Library, today: datetime.date) -> Iterator[Problem]:
    """A picture opens, has no more pixels than can be handled, and tells neither where it was taken nor by whom.

    What would look otherwise on a page than in its file is noted.
    """
    for path in library.pictures:
        for what, mend, level in _faults(library.root / path):
            yield Problem(path, 1, "picture-data", what, mend, level)


def _faults(path: Path) -> list[_Told]:
    try:
        with warnings.catch_warnings(), images.whole():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMATS) as picture:
                return list(_told(picture))
    except Image.DecompressionBombError:
        return [_too_large()]
    except Exception:  # Pillow names no common class: a broken file raises whatever its reader stumbled over
        if _is_phones(path):
            what = "This is a photograph in a phone's own format, whatever its name says."
            return [(what, "Save or share it as JPEG, and add that.", "error")]
        return [("This picture can't be opened.", "Save it again as JPEG, PNG or WebP, and put that file here.", "error")]


def _is_phones(path: Path) -> bool:
    """Whether this is HEIC, by the mark that its container starts with (ISO/IEC 23008-12)."""
    with path.open("rb") as file:
        start = file.read(12)
    return start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def _too_large() -> _Told:
    what = f"This picture has more than {MAX_PIXELS // 1_000_000} million pixels."
    return what, "Save it smaller; 2,000 pixels across are plenty.", "error"


def _told(picture: ImageFile.ImageFile) -> Iterator[_Told]:
    if picture.width * picture.height > MAX_PIXELS:
        yield _too_large()
        return
    if picture.format != "MPO" and getattr(picture, "is_animated", False):  # MPO is a phone's JPEG with a second view inside
        mend = "Where another of its images says more, save that one as JPEG or PNG, and put it here."
        yield "This picture moves. It will stand still at its first image, on the page and on paper.", mend, "review"
    picture.draft("RGB", (64, 64))  # a JPEG is then decoded at an eighth of its size; one cut short is still noticed
    picture.load()
    if _tells_place(picture):
        yield "This picture tells where it was taken.", _CLEAN, "error"
    if _tells_owner(picture):
        yield "This picture tells who made it, or with which camera.", _CLEAN, "error"
    if picture_colors.has_unfit_profile(picture):
        mend = "Open it, look whether its colors are right, and save it again as JPEG or PNG, in sRGB if you are asked."
        yield "This picture's color profile can't be read, so its colors may be shown wrong.", mend, "review"


def _tells_place(picture: ImageFile.ImageFile) -> bool:
    position = [tag for tag in picture.getexif().get_ifd(IFD.GPSInfo) if tag != GPS.GPSVersionID]
    return bool(position) or _in_iptc(picture, _PLACE_IPTC) or bool(_PLACE_XMP.search(_xmp(picture)))


def _tells_owner(picture: ImageFile.ImageFile) -> bool:
    exif = picture.getexif()
    camera = exif.get_ifd(IFD.Exif)
    values = [exif.get(tag) for tag in _OWNER_TAGS] + [camera.get(tag) for tag in _CAMERA_TAGS]
    texts = [value for key, value in picture.info.items() if str(key).lower() in _OWNER_TEXT]
    return any(map(_says, values + texts)) or _in_iptc(picture, _OWNER_IPTC) or bool(_OWNER_XMP.search(_xmp(picture)))


def _says(value: object) -> bool:
    """Whether a field holds more than the blanks that cameras fill it with."""
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value or "")
    return bool(text.strip(" \0\t\r\n"))


def _in_iptc(picture: ImageFile.ImageFile, keys: tuple[tuple[int, int], ...]) -> bool:
    found = IptcImagePlugin.getiptcinfo(picture) or {}
    return any(found.get(key) for key in keys)


def _xmp(picture: ImageFile.ImageFile) -> bytes:
    found = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return found.encode(errors="replace") if isinstance(found, str) else bytes(found)
