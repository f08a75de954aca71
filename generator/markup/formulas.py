"""Formulas: TeX in a page's HTML -> MathML, which browsers draw and screen readers read.

They are written as code hosts write them: ``$`a^2`$`` in a line, and a fence ```` ```math ```` on lines of their own.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from generator.expressions import expression

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_LENGTH = 2000
"""Characters of TeX. What is longer stays as it was written."""

_INLINE = expression(rf"(<p>)?\$<code>([^<>]{{1,{MAX_LENGTH}}})</code>\$(</p>)?")
_BLOCK = expression(rf'<pre><code class="language-math">([^<>]{{1,{MAX_LENGTH}}})</code></pre>')
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_MACRO = expression(r"\\(?:(?:re)?new|provide)command|\\[gex]?def\b|\\let\b")
"""Of a few letters they make as many as they like, and a formula in a report has none."""
_TAGS = frozenset(
    (
        "menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub"
        " msubsup msup mtable mtd mtext mtr munder munderover none"
    ).split()
)
_ATTRIBUTES = frozenset(
    (
        "accent columnalign displaystyle fence form linethickness mathvariant maxsize minsize notation separator stretchy"
        " width"
    ).split()
)


def with_formulas(page: str) -> str:
    """Cleaned HTML with its formulas as MathML. TeX that cannot be read stays as it was written."""
    if "$<code>" in page:
        page = _INLINE.sub(_in_line, page)
    return _BLOCK.sub(_on_its_own, page) if "language-math" in page else page


def mathml(tex: str, *, is_block: bool) -> str | None:
    """The MathML of a formula, of elements and attributes that draw and do nothing else; None where it cannot be read."""
    from xml.etree.ElementTree import fromstring

    from latex2mathml.converter import convert  # only formulas need it

    if _MACRO.search(tex):
        return None
    try:
        root = fromstring(convert(tex))  # noqa: S314 - what the converter writes: no document type, no entities of its own
    except Exception:  # noqa: BLE001 - half-written TeX makes it fail in every way that there is
        return None
    inner = "".join(_written(child) for child in root)
    if not inner:
        return None
    display = ' display="block"' if is_block else ""
    return f'<math dir="ltr"{display} alttext="{html.escape(tex)}">{inner}</math>'


def _in_line(match: re.Match[str]) -> str:
    is_whole = bool(match[1] and match[3])
    formula = mathml(html.unescape(match[2]).strip(), is_block=is_whole)
    return f"{match[1] or ''}{formula}{match[3] or ''}" if formula else match[0]


def _on_its_own(match: re.Match[str]) -> str:
    formula = mathml(html.unescape(match[1]).strip(), is_block=True)
    return f"<p>{formula}</p>" if formula else match[0]


def _written(element: Element) -> str:
    tag = element.tag.removeprefix(_NAMESPACE)
    inner = html.escape(element.text or "", quote=False) + "".join(_written(child) for child in element)
    if tag not in _TAGS:
        return inner
    if tag == "mi" and len(inner) > 1 and "&" not in inner:
        element.set(
            "mathvariant", "normal"
        )  # as it is by default for names of functions; a style sheet sees it only so
    kept = "".join(f' {name}="{html.escape(value)}"' for name, value in element.attrib.items() if name in _ATTRIBUTES)
    return f"<{tag}{kept}>{inner}</{tag}>"
