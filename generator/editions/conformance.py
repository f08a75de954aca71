"""What a PDF says of itself: PDF/A-3 for archives, PDF/UA-1 for readers who hear it, its licence, and its data inside.

WeasyPrint makes one variant of PDF at a time. PDF/A-3a is asked of it, and what PDF/UA-1 wants besides, its mark in the
XMP, is added here; the tags are made for both.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from itertools import pairwise
from typing import Any

from generator.editions.faces import says_what_it_shows
from generator.expressions import expression

DATA_NAME = "process.json"
_DATA_SAYS = "The data that this document was made of (JSON)"
_UA = b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
_UA_SCHEMA = (
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    b'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>"
    b"</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""PDF/A lets XMP hold only what it knows, or what the file describes: the mark of PDF/UA is described (ISO 19005-3, 6.6.2.3)."""
_HEADING = expression(r"<h([1-6])\b")


def options_for(html: str) -> dict[str, object]:
    """WeasyPrint's options: the whole claim where all letters come out of the file as they went in, else PDF/A-3b alone."""
    variant = "pdf/a-3a" if says_what_it_shows(html) else "pdf/a-3b"
    return {"pdf_variant": variant, "pdf_tags": True}


def complete_metadata(document: Any, html: str) -> None:
    """Add to the document's XMP: the mark of PDF/UA-1 where it is claimed, and the licence that its head names.

    What WeasyPrint itself can be given to add gets an `rdf:RDF` of its own, and a reader of XMP looks at the first alone.
    """
    more = (_UA + _UA_SCHEMA if _is_accessible(html) else b"") + _rights(document.metadata.custom)
    plain = document.metadata.generate_rdf_metadata
    document.metadata.generate_rdf_metadata = lambda *of: plain(*of).replace(b"</rdf:RDF>", more + b"</rdf:RDF>")


def _is_accessible(html: str) -> bool:
    """Whether PDF/UA-1 can be claimed: its letters are right, and no heading leaps a level, as an author's may (7.4.2)."""
    levels = [1, *map(int, _HEADING.findall(html))]
    return says_what_it_shows(html) and all(after <= before + 1 for before, after in pairwise(levels))


def attachments_of(weasyprint: Any, data: bytes) -> list[object]:
    """`process.json` as the data that the document was made of; empty without data. Its dates are the epoch's: no clock."""
    if not data:
        return []
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return [
        weasyprint.Attachment(
            string=data, name=DATA_NAME, description=_DATA_SAYS, created=epoch, modified=epoch, relationship="Source"
        ),
    ]


def finish(_document: Any, pdf: Any) -> None:
    """Before the file is written: the index of tags that have an id, each attached file once, and its kind."""
    import pydyf

    objects: list[Any] = [each for each in pdf.objects if isinstance(each, dict)]
    named = sorted((each for each in objects if each.get("S") == "/Note"), key=lambda each: each["ID"].string)
    if named:
        names = pydyf.Array(each for tag in named for each in (tag["ID"], tag.reference))
        root = next(each for each in objects if each.get("Type") == "/StructTreeRoot")
        root["IDTree"] = pydyf.Dictionary({"Names": names})
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _rights(metadata: Mapping[str, str]) -> bytes:
    """The licence as XMP has it; empty where the document's head names none."""
    name, address = metadata.get("dcterms.rights"), metadata.get("dcterms.license")
    if not name:
        return b""
    web = f"<xmpRights:WebStatement>{escape(address)}</xmpRights:WebStatement>" if address else ""
    return (
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">'
        f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{escape(name)}</rdf:li></rdf:Alt></dc:rights>{web}'
        "</rdf:Description>"
    ).encode()
