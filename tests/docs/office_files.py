"""The report in Word and the list in Excel that an office has when it begins: as small as they can be, and real."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

_NAMESPACE = "http://schemas.openxmlformats.org"
_TYPES = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="{_NAMESPACE}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>"""
_RELATIONS = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">
<Relationship Id="rId1" Type="{_NAMESPACE}/officeDocument/2006/relationships/{{kind}}" Target="{{target}}"/>
</Relationships>"""
_STYLES = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="{_NAMESPACE}/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
</w:styles>"""

REPORT = (
    (1, "הקדמה"),
    (2, "עיקרי התהליך"),
    (0, "נפגשנו שלוש פעמים, וכל מפגש התחיל במה שנשאר פתוח בקודמו."),
    (2, "תודות"),
    (0, "תודה לכל מי שבאו."),
    (1, "תוכן"),
    (0, "מה שעלה במפגשים, לפי נושא."),
    (1, "לוח הזמנים"),
    (0, "שלושה מפגשים בינואר ובפברואר."),
)
"""Level of the heading, 0 for text; the last heading is no element's, and has to be placed all the same."""

PEOPLE = (
    ("שם מלא", "תפקיד", "ארגון", "הסכמה", "טלפון"),
    ("דוגמה ראשונה", "רופאה", "מרפאה לדוגמה", "הסכמה מלאה", "לא נמסר"),
    ("דוגמה שנייה", "אח", "בית חולים לדוגמה", "תפקיד וארגון", "לא נמסר"),
    ("דוגמה שלישית", "מטופלת", "", "נספר בלבד", "לא נמסר"),
)


def write_document(path: Path) -> None:
    """`REPORT` as a Word document with headings."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", target="word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", _RELATIONS.format(kind="styles", target="styles.xml"))
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr("word/document.xml", _document())


def write_list(path: Path) -> None:
    """`PEOPLE` as a workbook."""
    book = Workbook()
    for row in PEOPLE:
        book.active.append(row)
    book.save(path)


def _document() -> str:
    paragraphs = "".join(map(_paragraph, *zip(*REPORT, strict=True)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_NAMESPACE}/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>"
    )


def _paragraph(level: int, text: str) -> str:
    style = f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>' if level else ""
    return f"<w:p>{style}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
