"""Real files of the kinds that offices have, made here: Word packages by hand, Excel books by openpyxl."""

import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import sikum
from generator.structure import Structure, load_structure

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8ffff3f0005fe02fea7d605890000000049454e44ae426082"
)


def heading(text: str, level: int) -> str:
    """A paragraph in one of Word's heading styles."""
    return f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/><w:bidi/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


def paragraph(text: str, *, bold: bool = False, note: int | None = None) -> str:
    """A right-to-left paragraph, perhaps with a footnote at its end."""
    run = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t>{escape(text)}</w:t></w:r>"
    mark = f'<w:r><w:footnoteReference w:id="{note}"/></w:r>' if note else ""
    return f"<w:p><w:pPr><w:bidi/></w:pPr>{run}{mark}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table, right to left as Word writes it."""
    body = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>{body}</w:tbl>"


def picture(alt: str) -> str:
    """The one picture of the package, with its alternative text."""
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f'<wp:docPr id="1" name="p" descr="{escape(alt)}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{_RELATION}" r:embed="rId9"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def word(*parts: str, notes: Sequence[str] = ()) -> bytes:
    """A .docx package."""
    relations = f'<Relationship Id="rId9" Type="{_RELATION}/image" Target="media/image1.png"/>'
    if notes:
        relations += f'<Relationship Id="rId8" Type="{_RELATION}/footnotes" Target="footnotes.xml"/>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
    )
    relations += f'<Relationship Id="rId7" Type="{_RELATION}/styles" Target="styles.xml"/>'
    footnotes = "".join(f'<w:footnote w:id="{n}">{paragraph(text)}</w:footnote>' for n, text in enumerate(notes, 1))
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_RELATION}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", f"<w:document {_W}><w:body>{''.join(parts)}</w:body></w:document>")
        file.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>')
        file.writestr("word/styles.xml", f"<w:styles {_W}>{styles}</w:styles>")
        file.writestr("word/footnotes.xml", f"<w:footnotes {_W}>{footnotes}</w:footnotes>")
        file.writestr("word/media/image1.png", PIXEL)
    return package.getvalue()


def excel(*rows: Sequence[object], merged: Sequence[str] = (), first_sheet: str | None = None) -> bytes:
    """An .xlsx book; `first_sheet` names an empty sheet before the one with the rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if first_sheet:
        sheet.title = first_sheet
        sheet = book.create_sheet("משתתפים")
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.fixture(scope="session")
def structure() -> Structure:
    return load_structure()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with the smallest closed process, `example`."""
    shutil.copytree(SMALLEST, tmp_path / "site" / "processes")
    (tmp_path / "site" / "mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: processes\nplugins: [sikum]\n", encoding="utf-8"
    )
    return tmp_path / "site"


@pytest.fixture
def run(site: Path) -> Callable[..., Result]:
    """`sikum` with arguments, on that site."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(sikum, [*arguments, "--site", str(site)])

    return call


def findings_of(site: Path) -> list[str]:
    """Codes that `sikum check` reports."""
    result = CliRunner().invoke(sikum, ["check", str(site), "--format", "concise", "--today", "2026-01-01"])
    return [line.split(": ")[1].split()[1] for line in result.stdout.splitlines()]
