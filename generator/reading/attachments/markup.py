"""XML of office files, pictures, maps and feeds -> the text that it shows and that its attributes hold."""

from __future__ import annotations

import re

from generator.expressions import expression

_NOTHING = expression(r"<\?.*?(?:\?>|\Z)|<!DOCTYPE[^>]*>", re.DOTALL)
_COMMENT = expression(r"<!--(.*?)(?:-->|\Z)|<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_CELLS = expression(r"<sheetData\b.*?(?:</sheetData>|\Z)", re.DOTALL)
"""A sheet's own cells, which are read as a table."""
_CELL, _ROW = "\ue000", "\ue001"
_ENDS = (
    (expression(r"</(?:w:tc|a:tc|table:table-cell|table:covered-table-cell|td|th)>"), _CELL),
    (expression(r"</(?:w:tr|a:tr|table:table-row|tr)>"), _ROW),
    (expression(r"<(?:w:tab|w:ptab|text:tab)\b[^<>]*>|</tspan>\s*(?=<tspan)"), "\t"),
    (expression(r"<text:s\b[^<>]*>|<w:noBreakHyphen\b[^<>]*>"), " "),
    (expression(r"<(?:w:br|w:cr|a:br|text:line-break|br)\b[^<>]*>|</text>"), "\n"),
    (expression(r"</(?:w:p|a:p|text:p|text:h|p|div|li|h\d|title|desc|name|item|entry|metadata)>"), "\n\n"),
)
_TAG = expression(r"<[^<>]*>")
_ATTRIBUTE = expression(r"""(?<=[\w:.-])\s*=\s*(?:"([^"<>]{3,300})"|'([^'<>]{3,300})')""")
_SIBLINGS = expression(
    r"</([\w:.-]+)>(?=(?:<[\w:.-]+[^<>]*/>)*+<(?!/|\1\b)[\w:.-]+[^<>]*>[^<>\s])|(?:</[\w:.-]+>\s*+){2,}+(?=<[\w:])"
)
"""Between two elements of different names that hold text, or of different parents: `<first>דנה</first><last>כהן</last>`."""
_LETTER = expression(r"[^\W\d_]")


def said_in_xml(text: str) -> str:
    """Text by paragraphs, rows of tables as lines, then comments and attributes; what is set in parts stands together."""
    text = _CELLS.sub("", _NOTHING.sub("", text))
    comments = [said for found in _COMMENT.findall(text) for said in found if said]
    attributes = dict.fromkeys(said for found in _ATTRIBUTE.findall(text) for said in found if _LETTER.search(said))
    shown = _COMMENT.sub("", text)
    if "<w:" not in shown and "<a:" not in shown and "<text:" not in shown:
        shown = _SIBLINGS.sub(r"\g<0> ", shown)
    for ends, between in _ENDS:
        shown = ends.sub(between, shown)
    cells = " | ".join(cell.strip() for cell in _TAG.sub("", shown).split(_CELL))
    return "\n\n".join((cells.replace(_ROW, "\n\n"), *comments, *attributes))
