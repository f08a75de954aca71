"""YAML nodes + fields of the structure -> typed values, the place of each, and what is wrong with them.

The one walker for records, chapters, promises, responses, meetings, registries and rows of participants. What is broken is
dropped and reported once: it is not also missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from generator.diagnostics import Finding, Rule, Span, finding
from generator.reading import scalars
from generator.reading.scalars import Context, Fault
from generator.rules import RULES_BY_CODE
from generator.rules.fields.record import UNFILLED_GAP, WRONG_ITEM_COUNT
from generator.rules.fields.values import MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE
from generator.source.nodes import Entry, ListNode, MapNode, Node, Scalar
from generator.source.placeholders import is_placeholder, wanted_by
from generator.source.text import shows_nothing
from generator.source.yaml_scalars import quoted
from generator.structure import Answers, FieldSpec, FieldType, beside, is_required, nearest

Value: TypeAlias = "scalars.Scalar | tuple[Value, ...] | dict[str, Value]"
Values: TypeAlias = dict[str, Value]


class _Absent(Struct, frozen=True, gc=False):
    """A field that is not there, and by what it may turn out to be required."""

    spec: FieldSpec
    path: str
    anchor: Span
    beside: Mapping[str, str | None]
    values: Mapping[str, str]


_WORDS = (FieldType.TEXT, FieldType.LONG_TEXT)


class FieldReader:
    """Reads the fields of one file. Collects `findings` and `spans` as it goes.

    `spans` names every field that is written, also when its value is broken; see `Record.spans`.
    """

    def __init__(self, context: Context, start: Span, element: str = "") -> None:
        self.context = context
        self.element = element
        """The element whose chapter is read; empty for the record and all else."""
        self.start = start
        """Where a missing field is reported: the opening `---`, or the file's first character."""
        self.findings: list[Finding] = []
        self.spans: dict[str, Span] = {"": start}
        self._absent: list[_Absent] = []

    def read(self, node: MapNode, specs: Sequence[FieldSpec], prefix: str = "", anchor: Span | None = None) -> Values:
        """The fields of a mapping. `prefix` is its dotted path with a final dot; `anchor` its list item's first key."""
        by_id = {spec.id: spec for spec in specs}
        values: Values = {}
        written: set[str] = set()
        for entry in node.entries:
            spec = by_id.get(entry.key.text)
            if spec is None:
                self._unknown(entry.key, prefix, tuple(by_id))
                continue
            if _is_nothing(entry.value) or _is_left_by_a_form(entry.value):
                continue
            written.add(spec.id)
            value = self._value(spec, entry.value, prefix + spec.id, entry.key.span, anchor)
            if value is not None:
                values[spec.id] = value
        self._note_absent(specs, written, values, prefix, anchor)
        return values

    def missing(self, answers: Answers) -> None:
        """Report what is required and not there, now that the record's answers are known.

        A field of family C can be waived by its own name or its element's (spec 3.5).
        """
        for absent in self._absent:
            if is_required(absent.spec, beside(answers, absent.beside)) is not True:
                continue
            rule = RULES_BY_CODE[absent.spec.required_rule] if absent.spec.required_rule else MISSING_FIELD
            values = {"field": _shown(absent.path), **absent.values}
            subject = ""
            if rule.code.startswith("C"):
                names = (*(part for part in absent.path.split(".") if "[" not in part), self.element)
                subject = "|".join(name for name in names if name)
                values["element"] = self.element or absent.spec.id
            self.report(rule, absent.anchor, values, subject=subject)
        self._absent.clear()

    def forget_missing(self) -> None:
        """What could not be read may hold it: nothing in this file is called missing."""
        self._absent.clear()

    def items(self, node: ListNode, specs: Sequence[FieldSpec], known: str) -> list[tuple[Values, dict[str, Span]]]:
        """The entries of a file that is one list of mappings (promises, responses): values and spans of each."""
        found: list[tuple[Values, dict[str, Span]]] = []
        for item in node.items:
            if not isinstance(item, MapNode):
                self.report(WRONG_TYPE, item.span, {"field": known, "known": _ids(specs)}, "want-fields")
                continue
            self.spans = {"": first_key(item)}
            found.append((self.read(item, specs, anchor=first_key(item)), self.spans))
        return found

    def report(
        self, rule: Rule, span: Span, values: Mapping[str, str], hint: str | None = None, subject: str = ""
    ) -> None:
        """Add a finding with its rule's own severity."""
        self.findings.append(finding(rule, span, values, hint=hint, subject=subject))

    def _unknown(self, key: Scalar, prefix: str, known: Sequence[str]) -> None:
        near = nearest(key.text, known)
        values = {"field": _shown(prefix + key.text), **({"known": near} if near else {})}
        self.report(UNKNOWN_FIELD, key.span, values, "did-you-mean" if near else None)

    def _note_absent(
        self, specs: Iterable[FieldSpec], written: set[str], values: Values, prefix: str, anchor: Span | None
    ) -> None:
        absent = [spec for spec in specs if spec.required is not None and spec.id not in written]
        if not absent:
            return
        texts = {name: value for name, value in values.items() if isinstance(value, str)}
        own = {spec.id: texts.get(spec.id) for spec in specs}
        shown = {"id": texts["id"]} if "id" in texts else {}
        for spec in absent:
            self._absent.append(_Absent(spec, prefix + spec.id, anchor or self.start, own, shown))

    def _value(self, spec: FieldSpec, node: Node, path: str, key: Span, anchor: Span | None) -> Value | None:
        self.spans[path] = node.span if isinstance(node, Scalar) and node.text else key
        if spec.type is FieldType.LIST:
            return self._list(spec, node, path, key)
        if spec.type is FieldType.MAP:
            return self._map(spec, node, path, anchor)
        if spec.type is FieldType.REASONS:
            return self._reasons(node, path)
        if not isinstance(node, Scalar):
            self._wrong(path, first_key(node), "want-text")
            return None
        text = node.text.strip()
        if not text:
            return None
        if spec.type not in _WORDS and is_placeholder(text):
            self.report(UNFILLED_GAP, node.span, {"value": wanted_by(text)})
            del self.spans[path]  # nobody answered: the closing gate must not take it for an answer
            return None
        value, fault = scalars.read_scalar(spec, text, self.context)
        if fault is not None:
            self._fault(fault, path, node.span)
        return value

    def _fault(self, fault: Fault, path: str, span: Span) -> None:
        self.report(fault.rule, span, {"field": _shown(path), **fault.values}, fault.hint)

    def _wrong(self, path: str, span: Span, hint: str, known: str = "") -> None:
        self.report(WRONG_TYPE, span, {"field": _shown(path), **({"known": known} if known else {})}, hint)

    def _list(self, spec: FieldSpec, node: Node, path: str, key: Span) -> Value | None:
        if not isinstance(node, ListNode):
            self._wrong(path, first_key(node), "want-list")
            return None
        of = spec.of
        if of is None:
            return None
        if of.fields and _same_names(of.fields, self.context.structure.participant):
            return None  # people are read by `participants`, which repeats nothing of what is written
        found: list[Value] = []
        count = 0
        for item in node.items:
            if _is_no_item(of, item):
                continue
            count += 1
            if mended := _mended(of, item):
                values = {"field": _shown(path), "known": mended if node.is_flow else f"- {mended}"}
                self.report(WRONG_TYPE, first_key(item), values, "write-instead")
                continue
            place = f"{path}[{len(found)}]"
            value = self._value(of, item, place, item.span, first_key(item))
            if value is None:
                for known in [known for known in self.spans if known.startswith(place)]:
                    del self.spans[known]
            elif isinstance(value, dict) or value not in found:
                found.append(value)
        if count and not found and all(isinstance(item, Scalar) and is_placeholder(item.text) for item in node.items):
            self.spans.pop(path, None)
        elif count and not (spec.min_items or 0) <= count <= (spec.max_items or count):
            limit = f"{spec.min_items or 0}–{spec.max_items}" if spec.max_items else f"≥{spec.min_items}"
            self.report(WRONG_ITEM_COUNT, key, {"field": _shown(path), "count": str(count), "limit": limit})
        return tuple(found)

    def _map(self, spec: FieldSpec, node: Node, path: str, anchor: Span | None) -> Value | None:
        if isinstance(node, Scalar) and spec.shorthand:
            inner = next(field for field in spec.fields if field.id == spec.shorthand)
            value = self._value(inner, node, f"{path}.{inner.id}", node.span, anchor)
            self.spans[path] = node.span
            return {inner.id: value} if value is not None else None
        if not isinstance(node, MapNode):
            self._wrong(path, first_key(node), "want-fields", _ids(spec.fields))
            return None
        self.spans[path] = first_key(node)
        count = len(self.spans)
        values = self.read(node, spec.fields, f"{path}.", anchor or first_key(node))
        if len(self.spans) == count and not path.endswith("]"):
            del self.spans[path]  # every field of it is blank or unknown: it is not given
        return values

    def _reasons(self, node: Node, path: str) -> Value | None:
        if not isinstance(node, MapNode):
            self._wrong(path, first_key(node), "want-fields", "…")
            return None
        self.spans[path] = first_key(node)
        reasons: Values = {}
        for entry in (each for each in node.entries if not _is_left_by_a_form(each.value)):
            if reason := self._reason(entry, f"{path}.{entry.key.text}"):
                reasons[entry.key.text] = reason
        return reasons

    def _reason(self, entry: Entry, path: str) -> str | None:
        self.spans[path] = entry.key.span
        node = entry.value
        if _is_nothing(node):
            self.report(MISSING_FIELD, entry.key.span, {"field": _shown(path)}, "give-reason")
        elif isinstance(node, Scalar):
            self.spans[f"{path}.reason"] = node.span
            return node.text.strip()
        else:
            self._wrong(path, entry.key.span, "give-reason")
        return None


def _same_names(specs: Sequence[FieldSpec], others: Sequence[FieldSpec]) -> bool:
    """Whether two sections have the same fields, however a site words them."""
    return [spec.id for spec in specs] == [spec.id for spec in others]


def _is_nothing(node: Node) -> bool:
    """Whether an editor has written the field and left it empty, be it as text, list or fields: it is not given then."""
    if isinstance(node, Scalar):
        return node.is_empty or shows_nothing(node.text)
    if isinstance(node, ListNode):
        return all(isinstance(item, Scalar) and _is_nothing(item) for item in node.items)
    return not node.entries


def _is_no_item(of: FieldSpec, node: Node) -> bool:
    """Whether an item is left out as not given. An item without required fields is kept: a check reports what it lacks."""
    if isinstance(node, Scalar):
        return _is_nothing(node)
    return any(field.required for field in of.fields) and _is_left_by_a_form(node)


def _is_left_by_a_form(node: Node) -> bool:
    """Whether it is an empty quoted text, or a mapping of nothing but such: the output of a form, not written by hand."""
    if isinstance(node, MapNode):
        values = [entry.value for entry in node.entries]
        return any(map(_is_left_by_a_form, values)) and all(
            _is_nothing(each) or _is_left_by_a_form(each) for each in values
        )
    return isinstance(node, Scalar) and not node.is_plain and not node.text.strip()


def _mended(spec: FieldSpec, item: Node) -> str | None:
    """A text with a colon in it, which YAML took for a field, as it should have been written; None when it is none."""
    if not isinstance(item, MapNode) or len(item.entries) != 1:
        return None
    (entry,) = item.entries
    known = tuple(field.id for field in spec.fields)
    if not isinstance(entry.value, Scalar) or entry.key.text in known or nearest(entry.key.text, known):
        return None
    whole = quoted(f"{entry.key.text}: {entry.value.text}".strip())
    if spec.type in _WORDS:
        return whole
    asked = [field for field in spec.fields if (field.id == spec.shorthand if spec.shorthand else field.required)]
    if len(asked) != 1 or asked[0].type not in _WORDS:
        return None
    return whole if spec.shorthand else f"{asked[0].id}: {whole}"


def first_key(node: Node) -> Span:
    """Where a list item or mapping is shown: its first key, or itself when it has none."""
    if isinstance(node, MapNode) and node.entries:
        return node.entries[0].key.span
    if isinstance(node, ListNode) and node.items:
        return first_key(node.items[0])
    span = node.span
    return span if isinstance(node, Scalar) else Span(span.path, span.line, span.column, span.line, span.column + 1)


def _ids(specs: Iterable[FieldSpec]) -> str:
    return ", ".join(spec.id for spec in specs)


def _shown(path: str) -> str:
    """A dotted path as an editor reads it: without the numbers of list items."""
    return "".join(part.partition("]")[2] if index else part for index, part in enumerate(path.split("[")))
