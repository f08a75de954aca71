"""The numbers that Word prints before the items of a list, which its converter hands on within their text."""

from __future__ import annotations

from generator.expressions import expression
from generator.importing.html_tree import Element
from generator.importing.private_characters import NUMBER_END, NUMBER_START

_NUMBER = expression(f"{NUMBER_START}(\\d+){NUMBER_END}")


def item_number(item: Element, following: int) -> int:
    """The number of a `li`, taken out of its text; `following` where none is written there."""
    if "value" in item.attributes:
        return int(item.attributes["value"])
    text, holder = _first_text(item)
    match = _NUMBER.match(text)
    if match is None or holder is None:
        return following
    holder.children[0] = text[match.end() :]
    item.attributes["value"] = match[1]
    return int(match[1])


def _first_text(element: Element) -> tuple[str, Element | None]:
    first = element.children[0] if element.children else ""
    return (first, element) if isinstance(first, str) else _first_text(first)
