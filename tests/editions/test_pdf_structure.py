"""What a machine can judge of PDF/UA-1, asked of PDFs in three languages: see `matterhorn`."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from generator.editions.pdf import media_of, pdf_html, render_pdf
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from tests.editions.matterhorn import archive_faults, elements, faults
from tests.editions.test_pdf import media


def made(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, language: str, folder: Path
) -> Path:
    """The PDF of the process in a language."""
    said = replace(process, record=replace(process.record, language=language))
    path = folder / "said.pdf"
    path.write_bytes(render_pdf(pdf_html(said, cross_references, context), media_of(said, media)))
    return path


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_it_is_what_it_claims_to_be(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path, language: str
) -> None:
    """A file that says PDF/UA-1 is handed to a blind official as one that can be read."""
    assert faults(made(process, cross_references, context, language, tmp_path)) == []


def test_a_line_of_the_contents_is_one_link(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """A voice read each line three times, and every dot of its leader."""
    html = pdf_html(process, cross_references, context)
    nav = re.search(r'<nav class="toc">(.*?)</nav>', html, re.DOTALL)
    assert nav
    lines = nav[1].count("<li>")
    (tmp_path / "contents.pdf").write_bytes(
        render_pdf(re.sub(r"</nav>.*</body>", "</nav></body>", html, flags=re.DOTALL), media)
    )
    with pikepdf.open(tmp_path / "contents.pdf") as pdf:
        assert sum(str(element.S) == "/Link" for element, _ in elements(pdf)) == lines > 3


def test_the_judge_finds_faults(tmp_path: Path) -> None:
    """A check that cannot fail would say nothing: a plain file has most of what can be wrong."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructTreeRoot,
            ParentTree=pikepdf.Dictionary(Nums=pikepdf.Array()),
            K=pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.Figure), pikepdf.Dictionary(S=pikepdf.Name("/H2"))]),
        )
    )
    pdf.pages[0].Contents = pdf.make_stream(b"BT (x) Tj ET")
    pdf.save(tmp_path / "plain.pdf")
    found = {fault.split()[0] for fault in faults(tmp_path / "plain.pdf")}
    assert found == {"06-002", "06-003", "07-001", "01-007", "11-006", "13-004", "14-003", "01-005"}


def test_a_part_in_another_language_says_so(tmp_path: Path) -> None:
    """An Arabic quotation in a Hebrew document is read by an Arabic voice; WeasyPrint itself tags the document alone."""
    said = '<p lang="ar">سلام</p><p>שלום <em lang="en">peace</em> לכולם</p>'
    tags = _tags_of(_document(said), tmp_path)
    assert ("/P", "ar") in tags
    assert ("/Span", "en") in tags
    assert ("/P", "") in tags


def test_a_note_is_tagged_as_one_and_can_be_found(tmp_path: Path) -> None:
    """A reader that follows tags says that a note begins; without an id in the index none can lead to it."""
    said = '<p>מילה<span class="note" id="fn:a">הערה</span> ועוד<span class="note" id="fn:b">אחרת</span></p>'
    (tmp_path / "note.pdf").write_bytes(render_pdf(_document(said), media))
    with pikepdf.open(tmp_path / "note.pdf") as pdf:
        notes = [element for element, _ in elements(pdf) if str(element.S) == "/Note"]
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert len(notes) == 2
        assert {str(note.ID) for note in notes} == {str(names[0]), str(names[2])}
        assert {note.objgen for note in notes} == {names[1].objgen, names[3].objgen}


def test_the_archive_has_the_data_in_the_document(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """PDF/A-3: a researcher in forty years opens one file and has the text and the figures it was made of."""
    path = tmp_path / "archive.pdf"
    path.write_bytes(render_pdf(pdf_html(process, cross_references, context), media_of(process, media), b'{"id": "a"}'))
    assert archive_faults(path) == []
    with pikepdf.open(path) as pdf:
        assert pdf.attachments["process.json"].get_file().read_bytes() == b'{"id": "a"}'
        (file,) = pdf.Root.AF
        assert (file.AFRelationship, file.EF.F.Subtype) == ("/Source", "/application/json")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root.OutputIntents, pdf.Root.AF
        pdf.save(tmp_path / "spoilt.pdf")
    assert {fault.split()[0] for fault in archive_faults(tmp_path / "spoilt.pdf")} == {"6.2.3", "6.8"}


def _document(body: str) -> str:
    return (
        '<html lang="he" dir="rtl"><head><title>א</title><style>.note { float: footnote }'
        f"@font-face {{ font-family: T; src: url(sikum:font/assistant-hebrew) }}</style></head><body>{body}</body></html>"
    )


def _tags_of(html: str, folder: Path) -> set[tuple[str, str]]:
    """The tags of a document with their own languages."""
    (folder / "tags.pdf").write_bytes(render_pdf(html, media))
    with pikepdf.open(folder / "tags.pdf") as pdf:
        return {(str(element.S), str(element.get("/Lang", ""))) for element, _ in elements(pdf)}
