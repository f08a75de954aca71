"""How large a drawing becomes when it is drawn: `use`, patterns and masks draw what they refer to again, each time anew.

So a small file may come to more shapes than a browser or the engine of PDFs can draw.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.expressions import expression

_MAX_DEPTH = 100
_HREF = expression(r"#(?P<id>.+)\Z")
_URL = expression(r"url\(\s*[\"']?#(?P<id>[^\s\"'()]+)", re.IGNORECASE)
_SELECTOR = expression(r"[.#]?[\w-]+|\*")
_LAST_PART = expression(r"[^\s>+~]+\Z")


class DrawnSize:
    """Is told of elements and rules in the order of the file, and counts what they come to."""

    def __init__(self) -> None:
        self._elements: list[tuple[frozenset[str], tuple[str, ...]]] = []
        """Of each element the keys by which rules mean it, and the ids that it refers to itself."""
        self._open: list[tuple[str | None, int]] = []
        self._named: dict[str, tuple[int, int]] = {}
        """Id -> the element and all in it."""
        self._rules: dict[str, set[str]] = defaultdict(set)
        """Key of a rule (`.class`, `#id`, `element`, `*`) -> the ids that its values refer to."""

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins; its attributes as they are written."""
        name = attributes.get("id")
        classes = (f".{each}" for each in attributes.get("class", "").split())
        keys = frozenset({element, "*", *classes, *([f"#{name}"] if name else [])})
        self._open.append((name, len(self._elements)))
        self._elements.append((keys, tuple(_references(attributes))))

    def end(self) -> None:
        """The innermost element ends."""
        name, first = self._open.pop()
        if name:
            self._named.setdefault(name, (first, len(self._elements)))

    def rule(self, selector: str, body: str) -> None:
        """A rule of a style sheet."""
        if targets := {found["id"] for found in _URL.finditer(body)}:
            for each in selector.split(","):
                last = _LAST_PART.search(each.strip())
                key = _SELECTOR.match(last[0]) if last else None
                self._rules[key[0] if key else "*"] |= targets

    def is_above(self, most: int) -> bool:
        """Whether more than so many elements are drawn, or they refer to each other too deeply."""
        return self._sum((0, len(self._elements)), {}, most, 0) > most

    def _sum(self, part: tuple[int, int], known: dict[str, int], most: int, depth: int) -> int:
        if depth > _MAX_DEPTH:
            return most + 1
        count = 0
        for keys, references in self._elements[part[0] : part[1]]:
            count += 1
            by_rule = (target for key in keys & self._rules.keys() for target in self._rules[key])
            for target in (*references, *by_rule):
                if target not in known:
                    known[target] = 0  # what refers to itself is not drawn
                    inside = self._named.get(target)
                    known[target] = self._sum(inside, known, most, depth + 1) if inside else 0
                count += known[target]
            if count > most:
                break
        return count


def _references(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name == "href" and (place := _HREF.match(value)):
            yield place["id"]
        elif "url(" in value.lower():
            yield from (found["id"] for found in _URL.finditer(value))
