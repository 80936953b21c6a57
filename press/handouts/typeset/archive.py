"""Makes a PDF fit for archives too (ISO 19005-3, PDF/A-3a), which libraries and district records ask for, beside PDF/UA-1.

What it needs is there already: fonts inside, tags, no script, a look for each field. It has to say so, and which red it means.
"""

from typing import Any

import pydyf

from press.handouts.typeset.objects import number

INTENT = "srgb"  # the colours of screens; WeasyPrint has their profile
_END = b"</rdf:RDF>"
_CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>"""
# PDF/A knows no words of PDF/UA: they are described where they are used (6.6.2.3).
_WORDS = b"""<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Which part of PDF/UA the file keeps to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def finish(pdf: pydyf.PDF) -> None:
    """Change `pdf` in place, right before it is written."""
    pdf.catalog["OutputIntents"][0]["S"] = "/GTS_PDFA1"
    words: Any = pdf.objects[number(pdf.catalog["Metadata"])]
    words.compress = False  # a reader that knows no PDF finds them
    words.stream = [bytes(part).replace(_END, _CLAIM + _WORDS + _END) for part in words.stream]
