"""Attached files are published without what they say of their makers, and show what they showed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.cli import sikum
from generator.reading.attachment_cleaning import Uncleanable, clean_attachment
from generator.reading.attachment_facts import attachment_facts
from generator.wording.cleaning import _WORDS
from tests.plugin.small import small_site

NAME = "Dana Zk"


def picture(form: str, orientation: int = 6, *, progressive: bool = False) -> bytes:
    """A photograph with its maker, place, a comment and an orientation, and more after its end."""
    image = Image.effect_noise((40, 30), 80).convert("RGB")
    exif = image.getexif()
    exif[0x013B], exif[0x0112] = NAME, orientation
    exif.get_ifd(0x8825)[1] = "N"
    note = PngInfo()
    note.add_text("Author", NAME)
    note.add_itxt("XML:com.adobe.xmp", f"<x>{NAME}</x>")
    content = io.BytesIO()
    if form == "png":
        image.save(content, "png", pnginfo=note, exif=exif)
    else:
        image.save(content, "jpeg", exif=exif, comment=NAME, xmp=NAME.encode(), progressive=progressive)
    return content.getvalue() + NAME.encode()


def pixels(content: bytes) -> tuple[int, bytes]:
    """How a picture is turned, and each of its pixels."""
    with Image.open(io.BytesIO(content)) as image:
        return image.getexif().get(0x0112, 1), image.tobytes()


def word() -> bytes:
    """A report with an author, marks of editing and a change of somebody's."""
    document = Document()
    document.core_properties.author = document.core_properties.last_modified_by = NAME
    document.core_properties.title = "סיכום"
    document.add_paragraph("שלום, עולם")
    content = io.BytesIO()
    document.save(content)
    change = (
        f'<w:p w:rsidR="00AB12CD"><w:ins w:id="1" w:author="{NAME}"><w:r><w:t>נוסף</w:t></w:r></w:ins></w:p><w:sectPr'
    )
    return rezipped(
        content.getvalue(), "word/document.xml", lambda part: part.replace(b"<w:sectPr", change.encode(), 1)
    )


def sheet() -> bytes:
    """A table of Excel with an author and somebody's comment."""
    book = Workbook()
    book.properties.creator = NAME
    page = book.active
    page.append(["נושא", "author"])
    page.append(["מים", 3])
    page["A1"].comment = Comment("לבדוק", NAME)
    page.add_table(Table(displayName="Topics", ref="A1:B2"))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def report() -> bytes:
    """A PDF of one page with an author, XMP, a photograph and a comment."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    page = pdf.pages[0]
    image = pdf.make_stream(
        picture("jpeg"),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=40,
        Height=30,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
    page.Contents = pdf.make_stream(b"q 100 0 0 100 0 0 cm /Im Do Q")
    pdf.docinfo["/Author"] = NAME
    pdf.docinfo["/Title"] = "Report"
    with pdf.open_metadata() as meta:
        meta["dc:creator"] = [NAME]
        meta["dc:title"] = "Report"
        meta["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
    page.Annots = pdf.make_indirect(
        pikepdf.Array(
            [
                pdf.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot,
                        Subtype=pikepdf.Name.Text,
                        Rect=[0, 0, 9, 9],
                        T="reviewer",
                        Contents="?",
                    )
                )
            ]
        )
    )
    content = io.BytesIO()
    pdf.save(content)
    return content.getvalue()


def drawn(content: bytes) -> bytes:
    """The page's picture."""
    document = pypdfium2.PdfDocument(content)
    try:
        return bytes(document[0].render().to_pil().tobytes())
    finally:
        document.close()


def rezipped(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part changed or added."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return written.getvalue()


def inside(content: bytes) -> bytes:
    """All parts of a package, one after another."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(package.read(name) for name in package.namelist())


@pytest.mark.parametrize("form", ["jpg", "progressive.jpeg", "png"])
def test_a_picture_stays_as_it_is_and_says_nothing_of_who_took_it(form: str) -> None:
    """A photograph of a meeting in somebody's home would tell where it is."""
    before = picture(form.rpartition(".")[2], progressive="progressive" in form)
    cleaned = clean_attachment(f"a.{form}", before)
    assert NAME.encode() in before
    assert NAME.encode() not in cleaned.content
    assert {"EXIF", "author", "place (GPS)", "data after the picture"} <= set(cleaned.removed)
    assert pixels(cleaned.content) == pixels(before)
    assert pixels(cleaned.content)[0] == 6
    assert list(attachment_facts(f"a.{form}", cleaned.content)) == []
    assert clean_attachment(f"a.{form}", cleaned.content).removed == ()


def test_a_word_file_keeps_its_text_title_and_changes_and_loses_its_people() -> None:
    """Who drafted a report is an official's business; an open change is for a person to accept, so it is told."""
    before = word()
    cleaned = clean_attachment("a.docx", before)
    assert NAME.encode() not in inside(cleaned.content)
    assert b"rsidR=" not in inside(cleaned.content)
    old, new = Document(io.BytesIO(before)), Document(io.BytesIO(cleaned.content))
    assert [each.text for each in new.paragraphs] == [each.text for each in old.paragraphs]
    assert "נוסף" in inside(cleaned.content).decode("utf-8", "replace")
    assert new.core_properties.title == "סיכום"
    assert cleaned.left == ("changes not accepted",)
    assert clean_attachment("a.docx", cleaned.content).removed == ()


def test_an_excel_file_keeps_cells_tables_and_comments_and_loses_its_people() -> None:
    """A table whose name was taken for a person's would not open in Excel any more."""
    before = sheet()
    cleaned = clean_attachment("a.xlsx", before)
    assert NAME.encode() not in inside(cleaned.content)
    page = load_workbook(io.BytesIO(cleaned.content)).active
    assert list(page.values) == [("נושא", "author"), ("מים", 3)]
    assert list(page.tables) == ["Topics"]
    assert page["A1"].comment.text == "לבדוק"
    assert cleaned.left == ("comments",)


def test_a_pdf_keeps_its_page_title_and_mark_of_accessibility() -> None:
    """A reader with a screen reader needs the title; the author and the place in its photograph nobody needs."""
    before = report()
    cleaned = clean_attachment("a.pdf", before)
    with pikepdf.open(io.BytesIO(cleaned.content)) as pdf:
        assert list(pdf.docinfo) == ["/Title"]
        everything = b"".join(
            each.read_raw_bytes() if isinstance(each, pikepdf.Stream) else b"" for each in pdf.objects
        )
        assert NAME.encode() not in everything + cleaned.content
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == "Report"
            assert meta["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert cleaned.left == ("comments",)
    assert {"author", "XMP", "EXIF"} <= set(cleaned.removed)
    assert drawn(cleaned.content) == drawn(before)


def test_what_is_broken_signed_or_locked_stays_and_is_told() -> None:
    """A signature that a cleaning breaks cannot be had again."""
    signed = rezipped(word(), "_xmlsignatures/sig1.xml", lambda _: b"<x/>")
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(report())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    files = {"a.docx": (signed, "signed"), "a.pdf": (locked.getvalue(), "password")}
    files |= {f"b.{ending}": (b"nothing", "broken") for ending in ("jpg", "png", "pdf", "docx", "xlsx")}
    files["c.jpg"] = (picture("jpeg")[:400], "broken")
    for path, (content, reason) in files.items():
        with pytest.raises(Uncleanable, match=reason):
            clean_attachment(path, content)


def test_the_command_says_what_it_took_out_and_never_whose(tmp_path: Path) -> None:
    """An editor tries it with `--dry-run`, then runs it, and a second run has nothing to do."""
    site = small_site(tmp_path)
    folder = next((site / "processes").rglob("index.md")).parent
    (folder / "media").mkdir(exist_ok=True)
    (folder / "appendices").mkdir(exist_ok=True)
    files = {folder / "media/a.jpg": picture("jpeg"), folder / "appendices/b.docx": word()}
    for path, content in files.items():
        path.write_bytes(content)
    call = ["clean-attachments", folder.name, "--site", str(site)]
    tried = CliRunner().invoke(sikum, [*call, "--dry-run"])
    assert tried.exit_code == 0, tried.output
    assert {path: path.read_bytes() for path in files} == files
    done = CliRunner().invoke(sikum, call)
    assert done.exit_code == 0, done.output
    assert "media/a.jpg: הוסר: EXIF" in done.stdout
    assert "שינויים שלא אושרו" in done.stdout
    assert NAME not in done.output
    assert all(path.read_bytes() != content for path, content in files.items())
    assert "הוסר" not in CliRunner().invoke(sikum, call).stdout
    (folder / "media/a.jpg").write_bytes(b"nothing")
    assert CliRunner().invoke(sikum, call).exit_code == 1
    assert CliRunner().invoke(sikum, ["clean-attachments", "no-such", "--site", str(site)]).exit_code == 2


def test_hebrew_and_arabic_say_the_same_things() -> None:
    """A kind that is told in English in the middle of a Hebrew line is not understood."""
    assert set(_WORDS["he"]) == set(_WORDS["ar"])
    assert set(_WORDS["en"]) <= set(_WORDS["he"])
