"""`accessibility.yml`, or the same in the site's language, -> the facts of the accessibility statement."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date

from generator.diagnostics import Finding, Rule, Span, finding
from generator.model.dates import PartialDate
from generator.reading.documents import wrong_shape
from generator.reading.fields import FieldReader, Values
from generator.reading.scalars import Context
from generator.reading.typed import day, inner
from generator.rules.registries import EMPTY_ACCESSIBILITY_STATEMENT, OLD_ACCESSIBILITY_STATEMENT
from generator.source.nodes import MapNode, Scalar, parse_yaml
from generator.source.text import decode
from generator.structure import Structure

NAME = "accessibility.yml"
MAX_AGE_DAYS = 366
"""A statement is gone over once a year."""


def statement_file(paths: Container[str], language: str) -> str:
    """The file with the facts: in an Arabic site `accessibility.ar.yml`, where it is there, stands in for the other."""
    own = f"accessibility.{language}.yml"
    return own if own in paths else NAME


def read_accessibility(
    contents: Mapping[str, bytes], structure: Structure, today: date, name: str = NAME
) -> tuple[Values, tuple[Finding, ...]]:
    """The statement's facts by the structure's names; empty when there is no file. M003 and M004 say what it lacks.

    `name`: of the file, which may be that of a language.
    """
    if name not in contents:
        return {}, ()
    source, findings = decode(name, contents[name])
    if source is None:
        return {}, findings
    node, faults = parse_yaml(source.text, name)
    findings = (*findings, *faults)
    start = Span.start_of(name)
    if node is None and faults:
        return {}, findings
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        node = MapNode((), start)
    if not isinstance(node, MapNode):
        return {}, (*findings, wrong_shape(node, "accessibility", "want-fields"))
    reader = FieldReader(Context(structure, None), start)
    values = reader.read(node, structure.accessibility)
    reader.missing({})
    lacking = _lacking(values, reader.spans, today)
    return values, tuple(sorted((*findings, *reader.findings, *lacking), key=lambda finding: finding.order))


def _lacking(values: Values, spans: Mapping[str, Span], today: date) -> list[Finding]:
    found: list[Finding] = []
    updated = day(values, "updated")
    if "updated" not in spans:
        found.append(_fault(EMPTY_ACCESSIBILITY_STATEMENT, spans[""], "updated"))
    elif updated is not None and (today - updated.last_day).days > MAX_AGE_DAYS:
        found.append(_fault(OLD_ACCESSIBILITY_STATEMENT, spans["updated"], "updated", updated))
    coordinator = inner(values, "coordinator")
    if not coordinator.get("name"):
        found.append(_fault(EMPTY_ACCESSIBILITY_STATEMENT, spans.get("coordinator", spans[""]), "coordinator"))
    elif not (coordinator.get("phone") or coordinator.get("email")):
        found.append(_fault(EMPTY_ACCESSIBILITY_STATEMENT, spans["coordinator"], "coordinator.phone"))
    return found


def _fault(rule: Rule, span: Span, field: str, since: PartialDate | None = None) -> Finding:
    values = {"field": field, **({"date": since.iso} if since else {})}
    return finding(rule, span, values)
