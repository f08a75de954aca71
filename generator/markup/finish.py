"""Last touches on the tree of a page: tables that scroll, figures, pictures that load when they are seen, notes that are called."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor


class Finish(Treeprocessor):
    """A tree processor of Python-Markdown. A note that nothing calls is an editor's own, as a comment is, and goes."""

    table_label = ""

    def __init__(self, md: markdown.Markdown, footnotes: FootnoteExtension) -> None:
        super().__init__(md)
        self._footnotes = footnotes

    def run(self, root: Element) -> None:
        if self._footnotes.footnotes:
            self._take_out_unused_notes(root)
        if _holds(root, "table") or _holds(root, "img"):
            self._put_in_boxes(root)
        for image in root.iter("img"):
            image.set("loading", "lazy")
            image.set("decoding", "async")
        for link in root.iter("a"):
            if link.get("class") == "footnote-backref":
                link.set("aria-label", link.attrib.pop("title", ""))
                link.set("role", "doc-backlink")
            elif link.get("class") == "footnote-ref":
                link.set("role", "doc-noteref")
        for notes in root.iter("div"):
            if notes.get("class") == "footnote":
                notes.set("role", "doc-endnotes")

    def _put_in_boxes(self, root: Element) -> None:
        """Tables scroll; a picture with a title is a figure."""
        for parent in list(root.iter()):
            for position, child in enumerate(parent):
                if child.tag == "table":
                    parent[position] = self._scrolling(child)
                elif child.tag == "p" and (figure := _figure(child)) is not None:
                    parent[position] = figure

    def _take_out_unused_notes(self, root: Element) -> None:
        called = {self._footnotes.makeFootnoteId(name) for name in self._footnotes.footnote_order}
        for parent in list(root.iter()):
            for notes in [child for child in parent if child.tag == "div" and child.get("class") == "footnote"]:
                items = notes.find("ol")
                for item in list(items) if items is not None else ():
                    if item.get("id") not in called:
                        items.remove(item)  # type: ignore[union-attr]
                if items is not None and not len(items):
                    parent.remove(notes)

    def _scrolling(self, table: Element) -> Element:
        for cell in table.iter():
            if cell.tag == "th":
                cell.set("scope", "col")
            if side := cell.attrib.pop("align", ""):
                cell.set("class", {"left": "align-start", "right": "align-end"}.get(side, "align-center"))
        region = Element(
            "div", {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": self.table_label}
        )
        region.append(table)
        region.tail, table.tail = table.tail, None
        return region


def _holds(root: Element, tag: str) -> bool:
    return next(root.iter(tag), None) is not None


def _figure(paragraph: Element) -> Element | None:
    """A figure for a paragraph that is one picture with a title, else None."""
    if len(paragraph) != 1 or (paragraph.text or "").strip():
        return None
    image = paragraph[0]
    if image.tag != "img" or not image.get("title") or (image.tail or "").strip():
        return None
    figure = Element("figure")
    image.tail = None
    figure.append(image)
    SubElement(figure, "figcaption").text = image.attrib.pop("title")
    figure.tail = paragraph.tail
    return figure
