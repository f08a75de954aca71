"""`localities.yml` -> what the localities are called whose codes records have. Its faults are M001, as of every registry."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Finding, Span, finding
from generator.model.localities import locality_code
from generator.reading.fields import first_key
from generator.reading.registries import parse_registry
from generator.rules.fields.record import UNFILLED_GAP
from generator.rules.registries import BAD_REGISTRY
from generator.source.nodes import MapNode, Node, Scalar
from generator.source.placeholders import is_placeholder, wanted_by
from generator.structure import Structure

NAME = "localities.yml"
Names = Mapping[str, str]
"""By language."""


def read_localities(
    contents: Mapping[str, bytes], structure: Structure
) -> tuple[dict[str, Names], tuple[Finding, ...]]:
    """Names by code, without zeros in front; a name that is written alone is Hebrew. Empty when there is no file."""
    node, faults = parse_registry(contents, NAME)
    found = [*faults]
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        return {}, faults
    if not isinstance(node, MapNode):
        return {}, (*found, _fault(first_key(node), NAME))
    names: dict[str, Names] = {}
    for entry in node.entries:
        code, given = locality_code(entry.key.text), _names(entry.value, structure)
        if not code or code in names or "he" not in given:
            found.append(_fault(entry.key.span, entry.key.text))
            continue
        names[code] = given
        found += [
            finding(UNFILLED_GAP, entry.key.span, {"value": wanted_by(name)})
            for name in given.values()
            if is_placeholder(name)
        ]
    return names, tuple(sorted(found, key=lambda each: each.order))


def _names(node: Node, structure: Structure) -> dict[str, str]:
    """Empty for what is neither a name nor names by language."""
    if isinstance(node, Scalar):
        return {} if node.is_empty else {"he": " ".join(node.text.split())}
    if not isinstance(node, MapNode):
        return {}
    texts = {each.key.text: each.value for each in node.entries}
    if not all(name in structure.languages and isinstance(value, Scalar) for name, value in texts.items()):
        return {}
    return {
        name: " ".join(value.text.split())
        for name, value in texts.items()
        if isinstance(value, Scalar) and not value.is_empty
    }


def _fault(span: Span, field: str) -> Finding:
    return finding(BAD_REGISTRY, span, {"field": field})
