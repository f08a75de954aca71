"""Directions that an element's own words decide: `dir="auto"` and `<bdi>`, of which WeasyPrint 70.0 knows nothing."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional
from xml.etree.ElementTree import Comment, Element

_DIRECTION = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_PASSED_OVER: frozenset[object] = frozenset((Comment, "bdi", "script", "style", "textarea"))


def say_directions(root: Element) -> None:
    """Say for each such element, by a style, which direction browsers find in it: that of its first strong letter, else `ltr`.

    A style and no `dir`: rules of the style sheet that ask for `dir="ltr"` mean what was isolated by hand.
    """
    for element in root.iter():
        if element.get("dir", "auto" if element.tag == "bdi" else "").lower() == "auto":
            found = next(
                (_DIRECTION[kind] for kind in map(bidirectional, _letters(element)) if kind in _DIRECTION), "ltr"
            )
            element.set("style", f"direction: {found}; {element.get('style', '')}")


def _letters(element: Element) -> Iterator[str]:
    """What an element says, but for parts that have a direction of their own (HTML, "auto directionality")."""
    yield from element.text or ""
    for child in element:
        if child.tag not in _PASSED_OVER and "dir" not in child.attrib:
            yield from _letters(child)
        yield from child.tail or ""
