"""Faults of a PDF against PDF/UA-1: what a machine can judge of the Matterhorn Protocol 1.1.

No full checker can be had where this is developed, so the conditions are asked here one by one, with pikepdf.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

PAINTS = frozenset("Tj TJ ' \" f F f* B B* b b* S s sh Do EI".split())
CHILDREN = {
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TFoot": {"/TR"},
    "/TR": {"/TH", "/TD"},
}


def faults(path: Path) -> list[str]:
    """One line for each fault: the checkpoint and where it is."""
    with pikepdf.open(path) as pdf:
        return [*_document(pdf), *_tags(pdf), *_pages(pdf), *_fonts(pdf)]


def _document(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    metadata = root.Metadata.read_bytes() if "/Metadata" in root else b""
    if b'pdfuaid:part="1"' not in metadata and b"<pdfuaid:part>1<" not in metadata:
        yield "06-002 no mark of PDF/UA-1"
    if b"dc:title" not in metadata:
        yield "06-003 no title in the metadata"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "07-001 the window would show the name of the file"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "01-007 not tagged"
    if not str(root.get("/Lang", "")):
        yield "11-006 no language"


def elements(pdf: Pdf) -> Iterator[tuple[Object, str]]:
    """Every structure element with the tag of the one around it, in the order of reading."""
    waiting: list[tuple[Object, str]] = [(kid, "") for kid in reversed(_kids(pdf.Root.StructTreeRoot))]
    while waiting:
        element, above = waiting.pop()
        yield element, above
        waiting += [(kid, str(element.S)) for kid in reversed(_kids(element))]


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]


def _tags(pdf: Pdf) -> Iterator[str]:
    level = 0
    for element, above in elements(pdf):
        tag = str(element.S)
        if above in CHILDREN and tag not in CHILDREN[above]:
            yield f"09-004 {tag} in {above}"
        if tag == "/Figure" and not str(element.get("/Alt", "")):
            yield "13-004 a picture without words"
        if len(tag) == 3 and tag.startswith("/H") and tag[2].isdigit():
            if int(tag[2]) > level + 1:
                yield f"14-003 {tag} after level {level}"
            level = int(tag[2])
        if tag == "/TD" and not element.get("/A", Dictionary()).get("/Headers"):
            yield "15-003 a cell without its heads"
        if tag == "/TH" and "/Scope" not in element.get("/A", Dictionary()):
            yield "15-003 a head that does not say of what"
        if tag == "/Link" and above == "/Link":
            yield "28 a link in a link"
        if tag == "/Note" and str(_kids(element)[0].S) != "/Lbl":
            yield "19 a note that does not begin with its number"


def _pages(pdf: Pdf) -> Iterator[str]:
    parents = _numbers(pdf.Root.StructTreeRoot.ParentTree)
    heard = {element.objgen for element, _ in elements(pdf)}
    for number, page in enumerate(pdf.pages, start=1):
        if any(each.objgen not in heard for each in parents.get(int(page.get("/StructParents", -1)), ())):
            yield f"01-006 page {number}: text in a tag that hangs nowhere"
        marked: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else Dictionary()
                is_tagged = isinstance(properties, Dictionary) and "/MCID" in properties
                marked.append("artifact" if operands[0] == Name.Artifact else "tagged" if is_tagged else "")
                if is_tagged and len(parents[int(page.StructParents)]) <= properties.MCID:
                    yield f"01-005 page {number}: a mark that no tag knows"
            elif name == "EMC":
                marked.pop()
            elif name in PAINTS and not any(marked):
                yield f"01-005 page {number}: {name} is neither tagged nor an artifact"
        notes = page.get("/Annots", Array())
        if len(notes) and page.get("/Tabs") != Name.S:
            yield f"28-009 page {number}: the keyboard does not follow the tags"
        for note in notes:
            tag = parents.get(int(note.get("/StructParent", -1)), Dictionary())
            if note.Subtype == Name.Link and tag.get("/S") != Name.Link:
                yield f"28-011 page {number}: a link that no tag of a link knows"
            if note.Subtype == Name.Link and not str(note.get("/Contents", "")):
                yield f"28-012 page {number}: a link without words"


def _numbers(tree: Object) -> dict[int, Object]:
    found = tree.get("/Nums", Array())
    return {int(found[index]): found[index + 1] for index in range(0, len(found), 2)}


def _fonts(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for name, font in page.get("/Resources", Dictionary()).get("/Font", Dictionary()).items():
            if "/ToUnicode" not in font:
                yield f"10-001 {name} does not say its letters"
            inside = font.DescendantFonts[0].FontDescriptor
            if not {"/FontFile2", "/FontFile3"} & set(inside.keys()):
                yield f"31-009 {name} is not embedded"


def archive_faults(path: Path) -> list[str]:
    """One line for each fault against PDF/A-3a (ISO 19005-3) that a look at the objects shows: the clause and what it is."""
    with pikepdf.open(path) as pdf:
        return [*_archive(pdf)]


def _archive(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    metadata = root.Metadata.read_bytes()
    if b'pdfaid:part="3"' not in metadata or b'pdfaid:conformance="A"' not in metadata:
        yield "6.6.4 no mark of PDF/A-3a"
    if b"pdfuaid:part" in metadata and b"pdfaSchema:prefix>pdfuaid<" not in metadata:
        yield "6.6.2 the mark of PDF/UA is in a schema that the file does not describe"
    intents = root.get("/OutputIntents", Array())
    if not any(intent.S == "/GTS_PDFA1" and "/DestOutputProfile" in intent for intent in intents):
        yield "6.2.3 colours without a profile"
    embedded = pdf.attachments
    if embedded and len(root.get("/AF", Array())) != len(embedded):
        yield "6.8 an attached file is not named by the document"
    for file in root.get("/AF", Array()):
        said = {*file.keys(), *file.EF.F.keys(), *file.EF.F.get("/Params", {}).keys()}
        if not {"/AFRelationship", "/Desc", "/Subtype", "/ModDate"} <= said:
            yield "6.8 an attached file without its kind, date, relation or description"
    if "/Encrypt" in pdf.trailer or "/ID" not in pdf.trailer:
        yield "6.1.3 encrypted, or without an identifier"
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == "/Annot" and int(item.get("/F", 0)) & 0b111 != 0b100:
            yield "6.3.2 an annotation that does not print"
        if isinstance(item, Dictionary) and item.get("/S") in ("/JavaScript", "/Launch"):
            yield "6.5.1 an action that runs something"
        if isinstance(item, pikepdf.Stream) and "/LZWDecode" in str(item.get("/Filter", "")):
            yield "6.1.7 LZW"
