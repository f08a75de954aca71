"""What WeasyPrint leaves out of a PDF's tags, or puts there without need.

WeasyPrint 70.0 tags elements by their HTML name alone. Its tree of tags is made by one function that yields each tag
beside its box; here it is wrapped, and the tag takes over the box's `lang`, `scope` and `class="note"`. A link with an
element inside is two annotations there, of which one belongs to no link: here both belong to it. Running heads and numbers
of pages are content there, in tags that hang nowhere: here they are what they are, artifacts that nobody hears.

Leans on: `weasyprint.pdf.tags._build_box_tree`, a generator whose arguments are a box with `element`, the tag above, the
PDF, the page, its marks, the annotations and the tags, and `weasyprint.draw.draw_stacking_context`, both called by their
module's name. A version without them makes the same document without these, and `tests/editions/test_pdf_structure.py`
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
    from weasyprint import draw
    from weasyprint.formatting_structure.boxes import MarginBox
    from weasyprint.pdf import tags

    make, paint = getattr(tags, "_build_box_tree", None), getattr(draw, "draw_stacking_context", None)
    if make is None or paint is None or getattr(make, "is_sikums", False):
        return

    def build(box: Any, above: Any, pdf: Any, page: int, marks: Any, annotations: Any, texts: Any) -> Iterator[Any]:
        if isinstance(box, MarginBox):
            return
        element, first = getattr(getattr(box, "_box", box), "element", None), len(annotations)
        for number, tag in enumerate(make(box, above, pdf, page, marks, annotations, texts)):
            # The root and the body have no tag of their own: what they yield is their children's.
            if number == 0 and element is not None:
                _complete(tag, element, getattr(box, "element_tag", None) or "", pydyf)
            if tag["S"] == "/Link":
                _take_over(tag, annotations[first:], pdf)
                annotations[first:] = [(tag.reference, annotation) for _, annotation in annotations[first:]]
            yield tag

    def draw_context(stream: Any, context: Any) -> None:
        texts = stream._tags  # noqa: SLF001 - where a text that is drawn is noted for its tag
        if texts is None or not isinstance(context.box, MarginBox):
            paint(stream, context)
            return
        stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
        stream._tags = None  # noqa: SLF001
        paint(stream, context)
        stream._tags = texts  # noqa: SLF001
        stream.end_marked_content()

    build.is_sikums = True  # type: ignore[attr-defined]
    tags._build_box_tree = build  # noqa: SLF001 - see above
    draw.draw_stacking_context = draw_context


def _take_over(link: Any, annotations: list[tuple[bytes, Any]], pdf: Any) -> None:
    """Hang the annotations of elements within a link on the link's own tag."""
    for reference, _ in annotations:
        inner = pdf.objects[int(reference.split()[0])]
        if inner is not link:
            own = [each for each in inner["K"] if _is_annotation(each, pdf)]
            inner["K"][:] = [each for each in inner["K"] if each not in own]
            link["K"].extend(own)


def _is_annotation(kid: Any, pdf: Any) -> bool:
    return isinstance(kid, bytes) and pdf.objects[int(kid.split()[0])].get("Type") == "/OBJR"


def _complete(tag: Any, element: Any, name: str, pydyf: Any) -> None:
    """Give a tag what its element says. `name`: of the element, or of a part of it (`span::footnote-marker`).

    Anonymous boxes, which say the same again, do no harm; parts belong to another element's tag.
    """
    if "::" in name:
        if name.endswith("::footnote-marker"):
            tag["S"] = "/Lbl"
        return
    if name in ("html", "body"):
        return
    if language := element.get("lang"):
        tag["Lang"] = pydyf.String(language)
        if tag["S"] == "/NonStruct" and element.tag in _INLINE:
            tag["S"] = "/Span"
    if tag["S"] == "/TH":
        tag["A"]["Scope"] = "/Row" if element.get("scope") == "row" else "/Column"
    if element.get("class") == NOTE and tag["S"] == "/Span":
        tag["S"] = "/Note"
        # Unique as PDF/UA-1 wants it (7.9): a note that goes on over a page has two tags, told apart by their number.
        tag["ID"] = pydyf.String(f"{element.get('id', '')}-{tag.number}")
