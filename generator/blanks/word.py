"""A blank as a Word file, in the direction of its language, with Word's own heading styles."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from generator.blanks.archive import reproducible
from generator.blanks.outline import Line
from generator.wording import Wording

_FONT = "Arial"
"""Every office has it, with Hebrew and Arabic letters."""


def word_file(lines: Sequence[Line], wording: Wording) -> bytes:
    """The bytes of a .docx; the same lines give the same bytes."""
    document = Document()
    for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, 4))):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        _dress(style, is_rtl=wording.direction == "rtl")
    document.core_properties.language = wording.language
    document.core_properties.author = ""
    document.core_properties.comments = ""
    ids = [document.styles[name].style_id for name in ("Title", *(f"Heading {level}" for level in range(1, 7)))]
    for line in lines:
        paragraph = document.add_paragraph(line.text)
        if line.level is not None:
            # As `add_heading` does, which would look through all styles of the document for each heading.
            paragraph._p.style = ids[line.level]  # noqa: SLF001
        if wording.direction == "rtl":
            for run in paragraph.runs:
                run.font.rtl = True
    file = io.BytesIO()
    document.save(file)
    return reproducible(file.getvalue())


def _dress(style: ParagraphStyle, *, is_rtl: bool) -> None:
    """One font for all scripts, and the direction of paragraphs, where every paragraph of the style takes them from."""
    style.font.name = _FONT
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if "Theme" in str(name)]:
        del fonts.attrib[attribute]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), _FONT)
    if style.name == "Normal":
        style.font.size = Pt(12)
    if is_rtl:
        style.element.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
            "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr",
        )  # fmt: skip
