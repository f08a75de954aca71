"""What WeasyPrint leaves out of a PDF's tags: the language of parts, and which texts are notes.

WeasyPrint 70.0 tags elements by their HTML name alone. Its tree of tags is made by one function that yields each tag
beside its box; here it is wrapped, and the tag takes over the box's `lang` and `class="note"`.

Leans on: `weasyprint.pdf.tags._build_box_tree`, a generator whose first argument is a box with `element`, called by its
module's name. A version without it makes the same document without these, and `tests/editions/test_pdf_structure.py`
fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NOTE = "note"
"""The class of a footnote in `pdf.html`."""
_INLINE = frozenset("abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var".split())
"""Elements within a line. WeasyPrint tags most of them as without meaning, and readers may skip the language of such."""


def tag_parts() -> None:
    """Make all later PDFs say the language of their parts and mark their notes. Called again it does nothing more.

    Raises what `import weasyprint` raises.
    """
    import pydyf
    from weasyprint.pdf import tags

    make = getattr(tags, "_build_box_tree", None)
    if make is None or getattr(make, "is_sikums", False):
        return

    def build(box: Any, *rest: Any) -> Iterator[Any]:
        element = getattr(getattr(box, "_box", box), "element", None)
        for number, tag in enumerate(make(box, *rest)):
            # The root and the body have no tag of their own: what they yield is their children's.
            if number == 0 and element is not None and _is_tagged(box):
                _complete(tag, element, pydyf)
            yield tag

    build.is_sikums = True  # type: ignore[attr-defined]
    tags._build_box_tree = build  # noqa: SLF001 - see above


def _is_tagged(box: Any) -> bool:
    """Whether a box has a tag of its own element: pseudo-elements (`li::marker`) belong to another's."""
    name = getattr(getattr(box, "_box", box), "element_tag", None) or ""
    return name not in ("html", "body") and "::" not in name


def _complete(tag: Any, element: Any, pydyf: Any) -> None:
    """Give a tag its element's language, and a note its kind. Anonymous boxes, which say the same again, do no harm."""
    if language := element.get("lang"):
        tag["Lang"] = pydyf.String(language)
        if tag["S"] == "/NonStruct" and element.tag in _INLINE:
            tag["S"] = "/Span"
    if element.get("class") == NOTE and tag["S"] == "/Span":
        tag["S"] = "/Note"
        # Unique as PDF/UA-1 wants it (7.9): a note that goes on over a page has two tags, told apart by their number.
        tag["ID"] = pydyf.String(f"{element.get('id', '')}-{tag.number}")
