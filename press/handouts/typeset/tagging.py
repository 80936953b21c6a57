"""Mends what WeasyPrint 70 leaves open in a tagged PDF, for people who read with assistive technology or fill it in.

Each step says what the standard (ISO 14289-1, PDF/UA-1) or a viewer asks for. `pydyf` objects are plain dictionaries.
"""

import re
from typing import Any

import pydyf

from press.handouts.typeset import text_layer

_PRINT = 4  # the annotation flag "Print"


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Change `pdf` in place, right before it is written."""
    for item in list(pdf.objects):
        if isinstance(item, pydyf.Dictionary):
            _name_header_cells(item)
            _print_annotations(item)
            _give_fields_a_look(pdf, item)
            _give_list_items_a_body(pdf, item)
    if "AcroForm" in pdf.catalog:
        pdf.catalog["AcroForm"]["NeedAppearances"] = "false"  # the looks are there; some viewers else draw their own
    _describe_links(document)
    _describe_fields(document)
    _set_running_text_aside(pdf)
    text_layer.mend(document, pdf)


def _name_header_cells(item: Any) -> None:
    """A header cell says whether it heads a column or a row (7.5)."""
    if item.get("S") == "/TH":
        row = int(item["ID"].string.split("-")[1]) if "ID" in item else 0
        item.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Row" if row else "/Column"


def _print_annotations(item: Any) -> None:
    """Links are printed too (7.18.5)."""
    if item.get("Type") == "/Annot":
        item.setdefault("F", _PRINT)


def _give_fields_a_look(pdf: pydyf.PDF, item: Any) -> None:
    """An empty text field is clear, so that its ruled lines print, and white once typed in; a checkbox gets its Off state."""
    if item.get("Subtype") != "/Widget":
        return
    if item.get("FT") == "/Tx" and "AP" not in item:
        item["AP"] = pydyf.Dictionary({"N": _blank(pdf, item["Rect"], "/Tx BMC EMC")})
        item["MK"] = pydyf.Dictionary({"BG": pydyf.Array((1, 1, 1))})
    elif item.get("FT") == "/Btn" and "AP" in item and "Off" not in item["AP"]["N"]:
        item["AP"]["N"]["Off"] = _blank(pdf, item["Rect"], "")


def _give_list_items_a_body(pdf: pydyf.PDF, item: Any) -> None:
    """What stands in a list item beside its number is its body (7.6)."""
    if item.get("S") != "/LI":
        return
    kids = [(kid, pdf.objects[_number(kid)]) for kid in item["K"]]
    if any(kid.get("S") == "/LBody" for _, kid in kids):
        return
    inner = [(reference, kid) for reference, kid in kids if kid.get("S") != "/Lbl"]
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item.reference, "Pg": item["Pg"]})
    pdf.add_object(body)
    body["K"] = pydyf.Array([reference for reference, _ in inner])
    for _, kid in inner:
        kid["P"] = body.reference
    item["K"] = pydyf.Array([*(reference for reference, kid in kids if kid.get("S") == "/Lbl"), body.reference])


def _blank(pdf: pydyf.PDF, rectangle: Any, content: str) -> Any:
    x0, y0, x1, y1 = rectangle
    box = pydyf.Array((0, 0, abs(x1 - x0), abs(y1 - y0)))
    look = pydyf.Stream([content.encode()], pydyf.Dictionary({"Type": "/XObject", "Subtype": "/Form", "BBox": box}))
    pdf.add_object(look)
    return look.reference


def _describe_links(document: Any) -> None:
    """A link is described by its words, not by its address (7.18.5)."""
    for page in document.pages:
        for kind, _target, _rectangle, box in page.links:
            words = " ".join("".join(box.element.itertext()).split()) if box.element is not None else ""
            if kind in ("internal", "external") and words and box.link_annotation is not None:
                box.link_annotation["Contents"] = pydyf.String(words)


def _describe_fields(document: Any) -> None:
    """A field's name says what it is for even out of its place: its `title`, or else its label, which WeasyPrint takes."""
    for page in document.pages:
        for box, _rectangle in (entry for inputs in page.forms.values() for entry in inputs):
            name = box.element.get("title") or box.widget_annotation["TU"].string
            box.widget_annotation["TU"] = pydyf.String(name.replace("\u00a0", " "))


def _set_running_text_aside(pdf: pydyf.PDF) -> None:
    """Footers are artifacts (7.8). WeasyPrint marks their text but hangs it on no branch of the structure tree."""
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    numbers = pdf.objects[_number(root["ParentTree"])]["Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    living = _living(pdf, _number(root["K"][0]))
    for page in (item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"):
        owners = parents[page["StructParents"]]
        loose = {mark for mark, owner in enumerate(owners) if _number(owner) not in living}
        operators = pdf.objects[_number(page["Contents"])].stream
        for index, operator in enumerate(operators):
            if operator == b"BDC" and _mark(operators[index - 1]) in loose:
                operators[index - 2], operators[index - 1] = "/Artifact", b"<</Type /Pagination>>"
        for mark in loose:
            owners[mark] = "null"


def _living(pdf: pydyf.PDF, start: int) -> set[int]:
    """The numbers of the structure elements that the tree reaches."""
    found, waiting = set(), [start]
    while waiting:
        number = waiting.pop()
        found.add(number)
        for kid in pdf.objects[number].get("K", ()):
            if isinstance(kid, bytes) and "S" in pdf.objects[_number(kid)]:
                waiting.append(_number(kid))
    return found


def _mark(operand: Any) -> int | None:
    found = re.search(rb"/MCID (\d+)", bytes(getattr(operand, "data", operand)))
    return int(found[1]) if found else None


def _number(reference: Any) -> int:
    return int(bytes(reference).split()[0])
