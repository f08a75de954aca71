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
from tests.editions.matterhorn import elements, faults
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
