"""Clean HTML -> its text, for search, descriptions and data."""

from __future__ import annotations

import html as entities

from generator.expressions import expression

_REST = r"(?:[^<>\"]|\"[^\"]*+\")*+>"
_FOOTNOTE_LINK = expression(
    r'<a\b[^<>]*\bclass="footnote-backref"[^<>]*+>[^<]*+</a>'
    r'|<sup\b[^<>]*+>\s*+<a\b[^<>]*\bclass="footnote-ref"[^<>]*+>[^<]*+</a>\s*+</sup>'
)
_FORMULA = expression(r'<math\b[^<>]*\balttext="([^"]*)">(?:[^<]|<(?!/math>))*+</math>')
"""Its letters without its signs would say another thing: `x=1/2` is not `x=12`."""
_BLOCKS = (
    "address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section"
    "|summary|table|tbody|tfoot|thead|tr|ul"
)
_BLOCK = expression(rf"</?(?:{_BLOCKS})(?=[\s/>]){_REST}")
_CELL = expression(r"</t[dh]>")
_TAG = expression(rf"</?[a-z]{_REST}")


def plain_text(html: str) -> str:
    """The words of cleaned HTML: a line for each block, no marks of footnotes, formulas as TeX, entities resolved."""
    text = _FOOTNOTE_LINK.sub("", html) if "footnote-" in html else html
    text = _FORMULA.sub(r" \1 ", text) if "<math" in text else text
    text = text.replace("\n", " ")
    if "<" in text:
        text = _BLOCK.sub("\n", text)
        text = _CELL.sub(" ", text) if "</t" in text else text
        text = _TAG.sub("", text)
    return "\n".join(filter(None, map(_single_spaced, entities.unescape(text).split("\n"))))


def _single_spaced(line: str) -> str:
    """The words of a line with one blank between them; most lines are so already. The only blank that prints is a space."""
    line = line.strip()
    return line if "  " not in line and line.isprintable() else " ".join(line.split())
