"""What attached files say besides what they show, for a person to look at before they are published."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.cli import sikum
from generator.reading.attachment_facts import attachment_facts
from tests.plugin.small import small_site

CORE = """<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>דנה זקאדם</dc:creator>
<cp:lastModifiedBy>רון זקאדם</cp:lastModifiedBy></cp:coreProperties>"""


def word() -> bytes:
    """A Word file with an author, comments and an open change."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("docProps/core.xml", CORE)
        package.writestr("word/comments.xml", "<x/>")
        package.writestr("word/document.xml", '<w:p><w:ins w:id="1"/><w:del w:id="2"/></w:p>')
    return content.getvalue()


def sheet() -> bytes:
    """An Excel file with a hidden sheet."""
    book = Workbook()
    book.create_sheet("נסתר").sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def photograph() -> bytes:
    """A JPEG with its maker's name and the place it was taken at."""
    picture = Image.new("RGB", (2, 2))
    exif = picture.getexif()
    exif[0x013B] = "Dana Zk"
    exif.get_ifd(0x8825)[1] = "N"
    content = io.BytesIO()
    picture.save(content, "jpeg", exif=exif)
    return content.getvalue()


def drawing() -> bytes:
    """A PNG with an author."""
    note = PngInfo()
    note.add_text("Author", "Dana Zk")
    content = io.BytesIO()
    Image.new("RGB", (2, 2)).save(content, "png", pnginfo=note)
    return content.getvalue()


def test_authors_comments_changes_places_and_hidden_sheets_are_told() -> None:
    """A name that was withheld in the list stood in the properties of the report beside it."""
    assert list(attachment_facts("a.docx", word())) == [
        ("author", "דנה זקאדם"), ("last changed by", "רון זקאדם"), ("comments", "word/comments.xml"),
        ("changes not accepted", "2"),
    ]  # fmt: skip
    assert ("hidden sheet", "נסתר") in list(attachment_facts("a.xlsx", sheet()))
    assert set(attachment_facts("a.JPG", photograph())) == {("author", "Dana Zk"), ("place (GPS)", "yes")}
    assert list(attachment_facts("a.png", drawing())) == [("author", "Dana Zk")]
    assert list(attachment_facts("a.pdf", b"%PDF-1.7\n<< /Author (Dana \\(Zk\\)) >>")) == [("author", "Dana (Zk)")]
    assert list(attachment_facts("a.pdf", b"<< /Author <FEFF05D305E0> >>")) == [("author", "דנ")]


def test_broken_files_say_nothing() -> None:
    """A list for a person is no place to stop."""
    for path in ("a.docx", "a.xlsx", "a.jpg", "a.png", "a.pdf", "a.txt"):
        assert list(attachment_facts(path, b"PK\x03\x04 broken")) == []


def test_the_check_lists_them_on_demand(tmp_path: Path) -> None:
    """Nobody opens the properties of forty attachments by hand."""
    small_site(tmp_path)
    (tmp_path / "processes/example/appendices").mkdir()
    (tmp_path / "processes/example/appendices/report.docx").write_bytes(word())
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--attachments"])
    assert "processes/example/appendices/report.docx: author: דנה זקאדם\n" in checked.stderr
    assert checked.stdout == CliRunner().invoke(sikum, ["check", str(tmp_path)]).stdout


@pytest.mark.filterwarnings("error")
def test_a_picture_whose_facts_are_cut_off_is_read_without_a_word_of_the_library() -> None:
    """A warning with a path into the program's own files reached the editor."""
    picture = io.BytesIO()
    Image.new("RGB", (1, 1)).save(picture, "PNG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x09\x01")
    assert list(attachment_facts("a.png", picture.getvalue())) == []
