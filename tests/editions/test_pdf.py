"""The PDF: what a reader finds in it, in whose letters, and that it is the same on any day."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.editions.availability import PdfUnavailable
from generator.editions.pdf import media_of, pdf_html, pdf_job, pdf_uri, render_pdf
from generator.markup import scan_body
from generator.model.content import AttachedFile
from generator.model.published import PublishedProcess
from generator.model.record import Output
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.asked_editions import needs_pdf

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u00ad"))


def media(path: str) -> bytes:
    """The picture of the process made by hand."""
    assert path == "examples/safe-routes/media/map.png"
    return PICTURE


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, as a reader copies it, with blanks joined."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(page.translate(MARKS).split()) for page in text.split("\f")[:-1]]


def about(pdf: Path, tool: str) -> str:
    """What `pdfinfo` or `pdffonts` says."""
    return subprocess.run([tool, pdf], check=True, capture_output=True, text=True).stdout


def _unpacked(pdf: Path) -> Iterator[bytes]:
    """The compressed parts of the file that can be read as they are."""
    for stream in re.findall(rb"stream\n(.*?)\nendstream", pdf.read_bytes(), re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(stream)


@pytest.fixture(scope="module")
def crowded(process: PublishedProcess) -> PublishedProcess:
    """With a list of participants that goes over several pages."""
    people = process.participants
    assert people
    return replace(process, participants=replace(people, listed=people.listed * 40))


@pytest.fixture(scope="module")
def pdf(
    crowded: PublishedProcess,
    cross_references: CrossReferences,
    context: SiteContext,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The PDF on disk."""
    path = tmp_path_factory.mktemp("pdf") / "safe-routes.pdf"
    files = list(pdf_job(crowded, cross_references, context, "key", media, lambda _: b"{}").build())
    assert [file.uri for file in files] == ["safe-routes/safe-routes.pdf"]
    content = files[0].content
    assert isinstance(content, bytes)
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def pages(pdf: Path) -> list[str]:
    """Its text by page."""
    return pages_of(pdf)


def test_the_cover_says_what_it_is(pages: list[str]) -> None:
    """A decision maker picks it from a pile: title, body, partners, dates, state and where to find it."""
    for words in (
        "תהליך לדוגמה",
        "משרד לדוגמה",
        "עיריית לדוגמה",
        "שלב בדרך",
        "86",
        "https://sikum.example.org/safe-routes/",
    ):
        assert words in pages[0]
    assert "עמוד" not in pages[0]


def test_every_other_page_says_where_the_reader_is(pages: list[str]) -> None:
    """Loose sheets: page n of m in the foot, the title and the chapter at the head."""
    for number, page in enumerate(pages[1:], start=2):
        assert re.search(rf"עמוד ?{number} ?מתוך ?{len(pages)}\b", page), page
        assert "Safe Routes" in page
    assert any(page.count("משתתפי התהליך") and "השם לא פורסם" in page for page in pages)


def test_the_contents_name_the_page_of_each_chapter(pages: list[str]) -> None:
    """On paper the contents are of no use without the page."""
    where = {
        title: next(number for number, page in enumerate(pages, start=1) if number > 2 and mark in page)
        for title, mark in (
            ("הקדמה", "יצאנו לדרך"),
            ("מבט לאחור", "הביצוע הלך אחרי התכנון"),
            ("מה נעשה עם מה שאמרתם", "לתקן קודם את המעבר"),
            ("מכתב ההזמנה", "לבוא ולדבר"),
        )
    }
    for title, number in where.items():
        assert re.search(rf"{title} {number}\b|\b{number} {title}", pages[1]), (title, number, pages[1])
    assert "....." not in pages[1], "a voice would read every dot"


def test_the_head_of_the_participants_comes_back_on_every_page(pages: list[str]) -> None:
    """The third page of a list is read without the first."""
    listed = [page for page in pages if page.count("ועד הורים לדוגמה") > 3]
    assert len(listed) >= 3
    assert all("תפקיד" in page and "ארגון" in page for page in listed)


def test_notes_stand_on_the_page_that_calls_them(pages: list[str]) -> None:
    """A note at the end of a chapter is not found again on paper."""
    called = [number for number, page in enumerate(pages) if "יצאנו לדרך" in page]
    assert called == [number for number, page in enumerate(pages) if "השאלה נוסחה" in page]


def test_addresses_are_written_out(pages: list[str]) -> None:
    """A link cannot be followed on paper."""
    text = " ".join(pages)
    assert "https://example.org/a?b=1&c=2" in text
    assert "https://sikum.example.org/safe-routes/appendices/summary.pdf" in text


def test_where_an_address_is_left_out_no_blank_stands_before_the_comma(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Facts have links without their addresses; a list of them read "workshop , round table"."""
    document = BeautifulSoup(pdf_html(process, cross_references, context), "html.parser")
    hidden = document.select(".facts .beside")  # as the style sheet has it
    assert hidden
    for each in hidden:
        each.decompose()
    facts = " ".join(each.get_text() for each in document.select(".facts"))
    assert re.findall(r"\w [,;]", facts) == []


def test_only_fonts_of_the_package_are_in_it(pdf: Path) -> None:
    """A font of the machine that built it would make another PDF elsewhere, and may not be there for Hebrew."""
    rows = about(pdf, "pdffonts").splitlines()[2:]
    names = {row.split()[0].partition("+")[2] for row in rows}
    assert len(names) >= 6
    assert all(name.startswith(("Text-", "Title-")) for name in names), names
    assert all(row.split()[-5] == "yes" for row in rows), "every font is embedded"


def test_it_is_tagged_and_says_its_language_and_title(pdf: Path) -> None:
    """A screen reader reads a PDF by its tags, in the voice of its language."""
    info = about(pdf, "pdfinfo")
    assert re.search(r"Tagged:\s+yes", info)
    assert re.search(r"Page size:.*A4", info)
    assert "Title:           תהליך לדוגמה" in info.translate(MARKS)
    assert "2023" in next(line for line in info.splitlines() if line.startswith("CreationDate"))
    objects = pdf.read_bytes() + b"".join(_unpacked(pdf))
    assert b'pdfuaid:part="1"' in objects
    assert b"/Lang (he)" in objects
    assert objects.count(b"/S /TH") + objects.count(b"/S/TH") > 3


def test_the_same_text_gives_the_same_bytes(
    pdf: Path, crowded: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """A warm build has to equal a cold one; and a PDF in git would change every day."""
    html = tmp_path / "document.html"
    html.write_text(pdf_html(crowded, cross_references, context), encoding="utf-8")
    program = (
        "import sys, base64, pathlib; from generator.editions.pdf import render_pdf;"
        "html = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8');"
        "sys.stdout.buffer.write(render_pdf(html, lambda uri: base64.b64decode(sys.argv[2]), b'{}'))"
    )
    arguments = [sys.executable, "-c", program, html, base64.b64encode(PICTURE)]
    again = subprocess.run(
        arguments, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}
    )
    assert again.stdout == pdf.read_bytes()
    assert "SOURCE_DATE_EPOCH" not in os.environ or os.environ["SOURCE_DATE_EPOCH"] != "0"


def test_nothing_is_fetched_but_the_pictures_of_the_process(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """A build that opens files or hosts an editor names would tell them who builds, and could publish a secret."""
    asked: list[str] = []
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>secret</text></svg>", encoding="utf-8")

    def watched(path: str) -> bytes:
        asked.append(path)
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='{secret.as_uri()}'/>"
            "<image href='http://127.0.0.1:9/x.png'/><text y='8' font-family='DejaVu Sans'>א</text></svg>"
        ).encode()

    drawing = AttachedFile(
        path="examples/safe-routes/media/d.svg", uri="safe-routes/media/d.svg", size=1, title="d", in_appendices=False
    )
    text = "![א](media/d.svg) ![ב](https://example.org/b.png) ![ג](../../other/c.png)"
    drawn = replace(
        process, brief=scan_body("examples/safe-routes/index.md", text, 1, ()), chapters=(), files=(drawing,)
    )
    urls = {**cross_references.urls, drawing.path: drawing.uri}
    html = pdf_html(drawn, replace(cross_references, urls=urls), context)
    out = tmp_path / "drawn.pdf"
    out.write_bytes(render_pdf(html, media_of(drawn, watched)))
    assert set(asked) == {"examples/safe-routes/media/d.svg"}
    assert "secret" not in "".join(pages_of(out))
    assert "DejaVu" not in about(out, "pdffonts")


def test_the_profile_decides_who_gets_one(process: PublishedProcess, context: SiteContext) -> None:
    """Decision makers who were not there, or a written document: then it has to stand alone."""
    assert needs_pdf(process, context.structure)
    small = Output(audience=("participants",), purpose="bottom-lines", distribution=("meeting",), continuation="final")
    assert not needs_pdf(replace(process, record=replace(process.record, output=small)), context.structure)
    assert pdf_uri(process) == "safe-routes/safe-routes.pdf"


@pytest.mark.parametrize(
    ("language", "words", "font"), [("ar", "المحتويات", "Text-Arabic"), ("en", "Page 2 of", "Text-Latin")]
)
def test_it_speaks_the_process_s_language(
    process: PublishedProcess,
    cross_references: CrossReferences,
    context: SiteContext,
    tmp_path: Path,
    language: str,
    words: str,
    font: str,
) -> None:
    """An Arabic process in a Hebrew catalogue is an Arabic document."""
    foreign = replace(process, record=replace(process.record, language=language))
    html = pdf_html(foreign, cross_references, context)
    out = tmp_path / "out.pdf"
    out.write_bytes(render_pdf(html, media_of(foreign, media)))
    assert font in about(out, "pdffonts")
    assert "DejaVu" not in about(out, "pdffonts")
    assert words in (html if language == "ar" else pages_of(out)[1])


def test_who_lacks_weasyprint_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ministry's server may not have it; a traceback about a missing module helps nobody."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable, match=r"sikum\[pdf\]"):
        render_pdf("<p>x", media)


def test_the_licence_stands_where_programs_look_for_it(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """A copy of the document that goes around without the site still says on what terms it may be used."""
    licensed = replace(process, record=replace(process.record, license="CC BY 4.0"))
    path = tmp_path / "document.pdf"
    path.write_bytes(render_pdf(pdf_html(licensed, cross_references, context), lambda _: PICTURE))
    objects = path.read_bytes() + b"".join(_unpacked(path))
    address = b"https://creativecommons.org/licenses/by/4.0/"
    assert b"<xmpRights:WebStatement>" + address + b"</xmpRights:WebStatement>" in objects
    assert objects.count(b"<rdf:RDF") == 1
    plain = pdf_html(replace(process, record=replace(process.record, license=None)), cross_references, context)
    assert "dcterms.license" not in plain
