"""Makes the fields of a PDF serve in the viewers that people have: Chromium's (PDFium), Firefox's (pdf.js), those of Poppler.

What is typed is set smaller, down to 9 points, and then typing stops with the field full. Every Latin letter shows, with its
marks. The ruled lines are the page's own, and a field has no ground, so they stay whoever fills it in.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

from press.handouts.typeset import field_font
from press.handouts.typeset.objects import number

# PDFium writes only Western letters with a font of its form, and takes the system's for the rest, which its sandbox hides: then
# they vanish. It makes an exception for a font of this name (`CPDF_BAFontMap` in core/fpdfdoc/cpdf_bafontmap.cpp).
FONT = "Wingdings"
LEAST = 9.0  # points: nothing is set smaller
_LINE = 1.35  # of the size: the distance of lines in pdf.js, the most of all viewers
_SIGN = 0.52  # of the size: what a sign of English takes, spaces included, and a little more
_FILLED = 0.92  # of a line: words that go on to the next leave the rest free
_EDGE = 2.0  # points on each side
_MULTILINE, _RADIO, _STAYS = 1 << 12, 1 << 15, 1 << 23  # the field flags "Multiline", "Radio", "DoNotScroll"
_TICK, _DOT = "4", "l"  # in the font of signs that a viewer takes which draws boxes itself


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Change `pdf` in place, right before it is written."""
    if "AcroForm" not in pdf.catalog:
        return
    form = pdf.catalog["AcroForm"]
    form["NeedAppearances"] = "false"  # the looks are there; some viewers else draw their own
    boxes = [box for page in document.pages for inputs in page.forms.values() for box, _ in inputs]
    fields = [(box.element, box.widget_annotation) for box in boxes]
    for element, field in fields:
        _describe(element, field)
        if field["FT"] == "/Tx":
            _fill(field)
        _give_look(pdf, field)
    _gather_choices(pdf, form, [field for _, field in fields if "Parent" in field])
    _name([pdf.objects[number(reference)] for reference in form["Fields"]])
    _give_font(pdf, form, [field for _, field in fields])


def capacity(width: float, height: float, *, multiline: bool) -> int:
    """How many signs of English a field of that size in points holds at the least size."""
    columns = (width - 2 * _EDGE) / (LEAST * _SIGN)
    rows = int((height - _EDGE) / (LEAST * _LINE) + 0.05) if multiline else 1
    return max(1, int(columns if rows < 2 else rows * columns * _FILLED))


def _describe(element: Any, field: Any) -> None:
    """A field's name says what it is for even out of its place: its `title`, or else its label, which WeasyPrint takes."""
    field["TU"] = pydyf.String((element.get("title") or field["TU"].string).replace("\u00a0", " "))


def _fill(field: Any) -> None:
    """What is typed stays in sight. A viewer that knows no least size has a number of signs at which it stops."""
    x0, y0, x1, y1 = field["Rect"]
    flags = int(field.get("Ff", 0))
    field["Ff"] = flags | _STAYS
    field["MaxLen"] = capacity(abs(x1 - x0), abs(y1 - y0), multiline=bool(flags & _MULTILINE))


def _give_look(pdf: pydyf.PDF, field: Any) -> None:
    """An empty text field is clear; a box has a look for when it is not ticked, and a sign for viewers that draw their own."""
    if field["FT"] == "/Tx":
        field.setdefault("AP", pydyf.Dictionary({"N": _blank(pdf, field["Rect"], "/Tx BMC EMC")}))
    elif "AP" in field:
        field["AP"]["N"].setdefault("Off", _blank(pdf, field["Rect"], ""))
        field["MK"]["CA"] = pydyf.String(_DOT if "Parent" in field else _TICK)


def _gather_choices(pdf: pydyf.PDF, form: Any, buttons: list[Any]) -> None:
    """Of the buttons of a group one is chosen, and none again with a second press. WeasyPrint lists each as a field too."""
    own = {button.reference for button in buttons}
    form["Fields"] = pydyf.Array([reference for reference in form["Fields"] if reference not in own])
    for button in buttons:
        group = pdf.objects[number(button["Parent"])]
        group["Ff"] = _RADIO
        group["TU"] = pydyf.String(group["T"].string)
        button.pop("T", None)


def _name(fields: list[Any]) -> None:
    """Whoever reads out a filled form sees what each value answers. No two have one name: they would be filled in at once."""
    taken: set[str] = set()
    for field in fields:
        plain = " ".join(field["TU"].string.replace(".", " ").split())
        name = next(name for name in _numbered(plain) if name not in taken)
        taken.add(name)
        field["T"] = pydyf.String(name)


def _numbered(name: str) -> Iterator[str]:
    yield name
    count = 1
    while True:
        count += 1
        yield f"{name} ({count})"


def _give_font(pdf: pydyf.PDF, form: Any, fields: list[Any]) -> None:
    """One font for all fields and no other, in the size that fits (0). Boxes name it for viewers that draw them anew."""
    found = next((field["DA"].string for field in fields if "DA" in field), None)
    if found is None:
        form.pop("DR")
        return
    words = found.split()
    known = pdf.objects[number(pdf.objects[number(form["DR"])]["Font"])]
    font = pdf.objects[number(known[words[words.index(b"Tf") - 2].decode().lstrip("/")])]
    field_font.recode(pdf, font)
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({FONT: font.reference})})
    form["DA"] = pydyf.String(f"/{FONT} 0 Tf 0.067 g")
    for field in fields:
        field["DA"] = form["DA"]


def _blank(pdf: pydyf.PDF, rectangle: Any, content: str) -> Any:
    x0, y0, x1, y1 = rectangle
    box = pydyf.Array((0, 0, abs(x1 - x0), abs(y1 - y0)))
    look = pydyf.Stream([content.encode()], pydyf.Dictionary({"Type": "/XObject", "Subtype": "/Form", "BBox": box}))
    pdf.add_object(look)
    return look.reference
