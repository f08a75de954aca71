"""Names of elements and attributes in the parts of a .docx package, as ElementTree spells them: `{namespace}name`."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"

UNSEEN = "unseen"
"""Value of a `w:vanish` made here, for letters that are there and that nobody sees."""
PALE = "pale"
"""The same for letters that are white upon what is not known here, such as a picture: they are shown."""

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", C),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DGM),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC),
)
"""The namespaces of "Strict Open XML", and those that all other files use for the same things."""


def local(tag: object) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_on(value: str | None) -> bool:
    """What a toggle such as `<w:b/>` says: on, unless its value denies it."""
    return value not in ("0", "false", "off", "none")
