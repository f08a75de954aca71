"""What stands together on paper, wherever on the page it falls."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.editions.pdf import pdf_html, render_pdf
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from tests.editions.test_pdf import media

HEIGHTS = range(226, 250)
"""Millimetres that are full already, of the 251 of a page."""


def test_what_is_missing_stands_with_its_reason(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """A heading was the last line of a page, and its text the first of the next: whoever prints one page reads half."""
    head = pdf_html(process, cross_references, context).partition("<body>")[0]
    cases = (
        f'<div style="break-before: page; height: {height}mm"></div>'
        f'<p class="waived"><b>item{height}</b> reason{height} {"and more words " * 20}</p>'
        f'<div style="break-before: page; height: {height}mm"></div>'
        f'<ul class="steps"><li><div class="dt">step{height}</div><div class="dd">said{height} {"words " * 60}</div></li></ul>'
        for height in HEIGHTS
    )
    made = tmp_path / "cases.pdf"
    made.write_bytes(render_pdf(f"{head}<body>{''.join(cases)}</body></html>", media))
    text = subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    for height in HEIGHTS:
        for one, other in ((f"item{height}", f"reason{height}"), (f"step{height}", f"said{height}")):
            assert [page for page in pages if one in page] == [page for page in pages if other in page], height
    assert any("item" not in page and "reason" not in page and "words" not in page for page in pages), (
        "none was pushed on"
    )
