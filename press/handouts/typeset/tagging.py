"""Mends what WeasyPrint 70 leaves open in a tagged PDF, for people who read with assistive technology.

Each step says what the standard (ISO 14289-1, PDF/UA-1) or a viewer asks for. `pydyf` objects are plain dictionaries.
"""

from typing import Any

import pydyf

from press.handouts.typeset import archive, fields, set_aside, text_layer
from press.handouts.typeset.objects import number

_PRINT = 4  # the annotation flag "Print"


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Change `pdf` in place, right before it is written."""
    for item in list(pdf.objects):
        if isinstance(item, pydyf.Dictionary):
            _name_header_cells(item)
            _print_annotations(item)
            _give_list_items_a_body(pdf, item)
    _describe_links(document)
    fields.finish(document, pdf)
    set_aside.finish(document, pdf)
    text_layer.mend(document, pdf)
    archive.finish(pdf)


def _name_header_cells(item: Any) -> None:
    """A header cell says whether it heads a column or a row (7.5)."""
    if item.get("S") == "/TH":
        row = int(item["ID"].string.split("-")[1]) if "ID" in item else 0
        item.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = "/Row" if row else "/Column"


def _print_annotations(item: Any) -> None:
    """Links are printed too (7.18.5)."""
    if item.get("Type") == "/Annot":
        item.setdefault("F", _PRINT)


def _give_list_items_a_body(pdf: pydyf.PDF, item: Any) -> None:
    """What stands in a list item beside its number is its body (7.6)."""
    if item.get("S") != "/LI":
        return
    kids = [(kid, pdf.objects[number(kid)]) for kid in item["K"]]
    if any(kid.get("S") == "/LBody" for _, kid in kids):
        return
    inner = [(reference, kid) for reference, kid in kids if kid.get("S") != "/Lbl"]
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item.reference, "Pg": item["Pg"]})
    pdf.add_object(body)
    body["K"] = pydyf.Array([reference for reference, _ in inner])
    for _, kid in inner:
        kid["P"] = body.reference
    item["K"] = pydyf.Array([*(reference for reference, kid in kids if kid.get("S") == "/Lbl"), body.reference])


def _describe_links(document: Any) -> None:
    """A link is described by its words, not by its address (7.18.5)."""
    for page in document.pages:
        for kind, _target, _rectangle, box in page.links:
            words = " ".join("".join(box.element.itertext()).split()) if box.element is not None else ""
            if kind in ("internal", "external") and words and box.link_annotation is not None:
                box.link_annotation["Contents"] = pydyf.String(words)
