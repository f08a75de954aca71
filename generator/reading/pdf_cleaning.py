"""PDFs without authors, properties and earlier versions; pages, title and what screen readers need stay."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

_PDFUA = "{http://www.aiim.org/pdfua/ns/id/}part"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OF_THE_FORM = frozenset({"/Widget", "/Link"})
"""Annotations that are part of the page and no person's comment."""


def clean_pdf(content: bytes, removed: set[str], left: set[str], picture: Callable[[bytes, set[str]], bytes]) -> bytes:
    """The file written anew; kinds of what was taken out and of what stays are added to `removed` and `left`.

    Raises ValueError: "signed", "password", "needs sikum[pdf]" where pikepdf is missing, or without words when broken.
    """
    try:
        import pikepdf
    except ImportError:
        raise ValueError("needs sikum[pdf]") from None
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise ValueError("password")
            if any(isinstance(each, pikepdf.Dictionary) and "/ByteRange" in each for each in pdf.objects):
                raise ValueError("signed")
            if content.count(b"startxref") > 1 and not pdf.is_linearized:
                removed.add("earlier versions")
            _clean_properties(pdf, removed)
            _clean_objects(pdf, removed, left, picture)
            written = io.BytesIO()
            pdf.save(written, deterministic_id=True)
            return written.getvalue()
    except pikepdf.PasswordError:
        raise ValueError("password") from None
    except pikepdf.PdfError:
        raise ValueError from None


def _clean_properties(pdf: Pdf, removed: set[str]) -> None:
    for key in [str(key) for key in pdf.docinfo if key != "/Title"]:
        removed.add("author" if key == "/Author" else "document properties")
        del pdf.docinfo[key]
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as before:
        kept = {name: before[name] for name in (_TITLE, _PDFUA) if name in before}
        if set(before) - set(kept):
            removed.add("XMP")
    del pdf.Root["/Metadata"]
    if kept:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as after:
            for name, value in kept.items():
                after[name] = value


def _clean_objects(pdf: Pdf, removed: set[str], left: set[str], picture: Callable[[bytes, set[str]], bytes]) -> None:
    """Cleans metadata of pages and pictures, and embedded photographs; comments and attached files are reported."""
    import pikepdf

    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            continue
        for key in ("/Metadata", "/PieceInfo", "/LastModified"):
            if key in each and each.objgen != pdf.Root.objgen:
                removed.add("XMP" if key == "/Metadata" else "other metadata")
                del each[key]
        if "/EF" in each:
            left.add("attached files")
        if "/T" in each and "/Rect" in each and str(each.get("/Subtype")) not in _OF_THE_FORM:
            left.add("comments")
        if (
            isinstance(each, pikepdf.Stream)
            and each.get("/Filter") == pikepdf.Name.DCTDecode
            and "/DecodeParms" not in each
        ):
            raw = each.read_raw_bytes()
            cleaned = picture(raw, removed)
            if cleaned != raw:
                each.write(cleaned, filter=pikepdf.Name.DCTDecode)
