"""What an attached file says is looked through for names, in every format that holds text."""

import base64
import gzip
import io
import zipfile

import openpyxl
import pytest

from generator.names.matcher import Matcher
from generator.reading import attachment_text

NAME = "זקדנה זקאדם"


def sheet() -> bytes:
    """A table with first and family names apart."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["שם פרטי", "שם משפחה"])
    book.active.append(["זקדנה", "זקאדם"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def archive(name: str, text: bytes) -> bytes:
    """A zip with one file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, text)
    return content.getvalue()


def commented(comment: bytes) -> bytes:
    """A zip that says something of itself."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as target:
        target.comment = comment
        target.writestr("a", "b")
    return content.getvalue()


WORD = "<w:p><w:r><w:t>אל </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>זקדנה</w:t></w:r><w:r><w:t> זקאדם</w:t></w:r></w:p>".encode()
SLIDE = "<a:p><a:r><a:t>זקדנה</a:t></a:r><a:r><a:t> זקאדם</a:t></a:r></a:p>".encode()
ODT = "<text:p>תודה ל<text:span>זקדנה</text:span> זקאדם</text:p>".encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"תודה ל{NAME}".encode()),
        ("a.txt", f"תודה ל{NAME}".encode("windows-1255")),
        ("a.txt", f"תודה ל{NAME}".encode("utf-16")),
        ("a.csv", "שם פרטי,שם משפחה\nזקדנה,זקאדם\n".encode()),
        ("a.csv", '"זקאדם, זקדנה";רכזת\n'.encode()),
        ("a.json", f'{{"name": "{NAME}"}}'.encode()),
        ("a.json", f'{{"name": "{NAME}"}}'.encode("unicode-escape")),
        ("a.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {NAME}>שלום".encode()),
        ("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{NAME}: שלום".encode()),
        ("a.ics", "SUMMARY:פגישה עם זקדנה\r\n  זקאדם".encode()),
        ("a.svg", f"<svg><title>{NAME}</title></svg>".encode()),
        ("a.svg", "<svg><text><tspan>זקדנה</tspan> <tspan>זקאדם</tspan></text></svg>".encode()),
        ("a.docx", archive("word/document.xml", WORD)),
        ("a.xlsx", sheet()),
        ("a.pptx", archive("ppt/slides/slide1.xml", SLIDE)),
        ("a.odt", archive("content.xml", ODT)),
        ("a.txt", NAME.encode("utf-16-le")),
        ("a.txt", NAME.encode("cp862")),
        ("NOTES", NAME.encode()),
        ("a.bib", f"@book{{a, author={{{NAME}}}}}".encode()),
        ("a.csv", "id,שם פרטי,מחלקה,שם משפחה\n1,זקדנה,הנדסה,זקאדם\n".encode()),
        ("a.json", '{"firstName": "זקדנה", "role": "x", "lastName": "זקאדם"}'.encode()),
        ("a.json", '[["זקדנה", "זקאדם"]]'.encode()),
        ("a.vcf", "BEGIN:VCARD\nN:זקאדם;זקדנה;;;\nEND:VCARD".encode()),
        ("a.vcf", f"FN;ENCODING=QUOTED-PRINTABLE:{''.join(f'={byte:02X}' for byte in NAME.encode())}".encode()),
        ("a.eml", b"From: =?utf-8?B?" + base64.b64encode(NAME.encode()) + b"?= <x@example.org>\n\nhi"),
        ("a.rtf", ("{\\rtf1 " + "".join(f"\\u{ord(letter)}?" for letter in NAME) + "}").encode()),
        ("a.rtf", ("{\\rtf1 " + "".join(f"\\'{byte:02x}" for byte in NAME.encode("cp1255")) + "}").encode()),
        ("a.kml", f"<kml><name>{NAME}</name></kml>".encode()),
        ("a.xml", "<p><first>זקדנה</first><last>זקאדם</last></p>".encode()),
        ("a.xml", f'<p person="{NAME}"/>'.encode()),
        ("a.svg", f"<svg><!-- {NAME} --></svg>".encode()),
        ("a.svg", "<svg><text>זקדנה</text><text>זקאדם</text></svg>".encode()),
        ("a.docx", archive("word/document.xml", "<w:tc><w:p>זקדנה</w:p></w:tc><w:tc><w:p>זקאדם</w:p></w:tc>".encode())),
        ("a.docx", archive("word/document.xml", "<w:p><w:t>זקדנה</w:t><w:tab/><w:t>זקאדם</w:t></w:p>".encode())),
        ("a.docx", archive("word/comments.xml", f'<w:comment w:author="{NAME}"/>'.encode())),
        ("a.docx", archive("word/embeddings/a.xlsx", sheet())),
        ("a.odt", archive("content.xml", "<text:p>זקדנה<text:tab/>זקאדם</text:p>".encode())),
        ("a.xlsx", archive("xl/comments1.xml", f"<comment><t>{NAME}</t></comment>".encode())),
        ("a.xlsx", archive("xl/workbook.xml", f'<sheet name="{NAME}"/>'.encode())),
        ("a.zip", archive("inner.zip", archive("a.txt", NAME.encode()))),
        ("a.txt.gz", gzip.compress(NAME.encode(), mtime=0)),
        ("a.png", b"\x89PNG\r\n\x1a\n" + len(NAME.encode()).to_bytes(4, "big") + b"tEXt" + NAME.encode() + b"crc_"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(24) + f"תודה ל{NAME}\r".encode("utf-16-le") + bytes(9)),
        ("a.zip", archive(f"{NAME}.pdf", b"%PDF")),
        ("a.zip", archive("list.txt", NAME.encode())),
        ("a.zip", archive("report.docx", archive("word/document.xml", WORD))),
        ("a.zip", archive("b.zip", archive("c.zip", archive("d.zip", archive("e.txt", NAME.encode()))))),
        ("a.zip", commented(NAME.encode())),
        ("a.zip", archive("aaaaaaaaaaa.pdf", b"x").replace(b"aaaaaaaaaaa", NAME.encode("cp862"))),
        ("a.docx", archive("docProps/core.xml", f"<dc:creator>{NAME}</dc:creator><k/><d>made by</d>".encode())),
        ("a.docx", archive("docProps/custom.xml", f"<p><v>{NAME}</v></p><p><v>אבג</v></p>".encode())),
        ("a.csv", "שם פרטי,זקדנה\nשם משפחה,זקאדם\n".encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # an archive holds the time at which it was made
)
def test_a_name_inside_an_attached_file_is_seen(name: str, content: bytes) -> None:
    """A list that is attached is read by more people than the page it hangs on."""
    assert list(Matcher([(NAME, 1)]).find(attachment_text(name, content)))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.zip", "a.ods", "a.json", "a.svg", "a.pdf", "a"])
@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(60), b"\xff\xfe\x00", b"\xd0\xcf\x11\xe0"]
)
def test_what_cannot_be_read_says_nothing_and_stops_nothing(name: str, content: bytes) -> None:
    """Half a file in one folder is no reason for a build to end."""
    assert isinstance(attachment_text(name, content), str)


def test_an_archive_of_archives_is_read_within_one_bound() -> None:
    """A small file that unpacks to many gigabytes would stop every build of the site."""
    inner = archive("a.txt", b"a" * 3_000_000)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as target:
        for number in range(100):
            target.writestr(f"{number}.zip", inner)
    assert len(attachment_text("a.zip", outer.getvalue())) < 21_000_000
