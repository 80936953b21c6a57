"""Types and clicks into the fields of a PDF as people do in Chromium's viewer, whose engine is PDFium; saved as it saves them."""

import ctypes
import io
from collections.abc import Callable
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.generic import DictionaryObject


def widgets(reader: pypdf.PdfReader) -> dict[str, tuple[int, DictionaryObject]]:
    """The fields by what they ask, each with the number of its page."""
    found = {}
    for number, page in enumerate(reader.pages):
        for note in page.get("/Annots", ()):
            widget = note.get_object()
            if widget["/Subtype"] == "/Widget":
                found[str(widget["/TU"])] = (number, widget)
    return found


def clicked(data: bytes, name: str) -> bytes:
    """The PDF after a click into the field that asks `name`."""
    return _used(data, name, lambda form, page: None)


def typed(data: bytes, name: str, text: str) -> bytes:
    """The PDF with `text` typed into that field, key by key."""

    def type_it(form: Any, page: Any) -> None:
        keys = text.encode("utf-16-le")
        for place in range(0, len(keys), 2):
            pdfium.FORM_OnChar(form, page, int.from_bytes(keys[place : place + 2], "little"), 0)

    return _used(data, name, type_it)


def pasted(data: bytes, name: str, text: str) -> bytes:
    """The PDF with `text` pasted into that field at once."""

    def paste(form: Any, page: Any) -> None:
        keys = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
        pdfium.FORM_ReplaceSelection(form, page, ctypes.cast(keys, ctypes.POINTER(ctypes.c_ushort)))

    return _used(data, name, paste)


def _used(data: bytes, name: str, use: Callable[[Any, Any], None]) -> bytes:
    number, widget = widgets(pypdf.PdfReader(io.BytesIO(data)))[name]
    x0, y0, x1, y1 = map(float, widget["/Rect"])  # type: ignore[call-overload]
    place = (x0 + x1) / 2, (y0 + y1) / 2
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        form, page = document.formenv.raw, document[number]
        pdfium.FORM_OnMouseMove(form, page, 0, *place)
        pdfium.FORM_OnLButtonDown(form, page, 0, *place)
        pdfium.FORM_OnLButtonUp(form, page, 0, *place)
        use(form, page)
        pdfium.FORM_ForceToKillFocus(form)
        document.save(stream := io.BytesIO())
    return stream.getvalue()
