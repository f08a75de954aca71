"""Where words of a PDF stand: between its margins, in all three languages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from generator.editions.pdf import pdf_html, render_pdf
from generator.markup import scan_body
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from tests.editions.paper_fonts import FOLDER

MARGIN = 24 / 25.4 * 72
"""Points of the margins at the sides: `@page` in pdf-style.html."""
WIDTH = 210 / 25.4 * 72
TITLES = {
    "ar": "الخطة الوطنية لتطبيق اتفاقية CRPD 2019–2024: حوار مفتوح حول المادة 12 (الأهلية القانونية) ومعيار WCAG 2.1 AA في gov.il",
    "he": 'יישום אמנת האו"ם CRPD בשנים 2019–2024: דיאלוג פתוח על סעיף 12 (כשרות משפטית) ועל WCAG 2.1 AA בכל שירותי gov.il לציבור',
    "en": "The CRPD, 2019–2024: an open dialogue on Article 12, legal capacity and WCAG 2.1 AA across all gov.il services",
}
HEADINGS = {
    "ar": "## المضمون\n\n**الوعود**\n\n## ما وُعد به، وما آل إليه بعد سنتين\n\n**وزارة الصحة والتطوير الإقليمي والتعاون**\n",
    "he": "## התוכן\n\n**הבטחות**\n\n## מה הובטח למשתתפים, ומה יצא מזה אחרי שנתיים\n\n**משרד הבריאות והפיתוח האזורי**\n",
    "en": "## Content\n\n**Promises**\n\n## What was promised to participants, and what came of it\n\n**Ministry of Health**\n",
}


def test_each_face_has_a_space_of_its_own() -> None:
    """In place of a space that it has not Pango draws a blank as wide as a box, and measures one that is not there.

    So Arabic words stood too far apart, and lines in bold type ran over the margin and off the sheet.
    """
    without = [font.name for font in FOLDER.glob("*.ttf") if not {0x20, 0xA0} <= set(TTFont(font).getBestCmap())]
    assert [name for name in without if "latin-ext" not in name] == [], "a face that is asked for before another"


@pytest.mark.parametrize("language", ["ar", "he", "en"])
def test_no_word_stands_outside_the_margins(
    language: str, process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """What runs off the sheet is not on paper at all; a title of three lines was cut by the upper edge of each page."""
    record = replace(process.record, language=language, title=TITLES[language])
    brief = scan_body("examples/safe-routes/index.md", HEADINGS[language], 1, ())
    html = pdf_html(replace(process, record=record, brief=brief), cross_references, context)
    made = tmp_path / "made.pdf"
    made.write_bytes(render_pdf(html, lambda _: b""))
    boxes = subprocess.run(["pdftotext", "-bbox", made, "-"], check=True, capture_output=True, text=True).stdout
    words = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', boxes)
    assert len(words) > 300
    outside = [
        word for left, top, right, _, word in words
        if float(left) < MARGIN - 2 or float(right) > WIDTH - MARGIN + 2 or float(top) < 18
    ]  # fmt: skip
    assert outside == []
