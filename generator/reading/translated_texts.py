"""The words of a translation that stand in fields: what is a fact there is told (F030) and left to the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from generator.diagnostics import Finding, finding
from generator.model.content import Promise, Response
from generator.model.record import Goal, Outcome, Record
from generator.reading.documents import read_list
from generator.reading.fields import FieldReader, Values, first_key
from generator.reading.folder import Folder
from generator.reading.scalars import Context
from generator.reading.typed import maps, text
from generator.rules.chapters.translations import ORPHAN_TRANSLATION
from generator.rules.fields.record import FACT_IN_TRANSLATION
from generator.source.nodes import Entry, ListNode, MapNode, Node
from generator.structure import ALWAYS, FieldSpec

Texts = Mapping[str, frozenset[str] | None]
"""Names of the fields that hold words; for a list of maps, those of its items."""

RECORD_TEXTS: Texts = {
    "title": None,
    "short_description": None,
    "bottom_lines": None,
    "goals": frozenset({"text", "note"}),
    "outcomes": frozenset({"id", "title", "note"}),
}
_LIST_TEXTS = {
    "promises": frozenset({"id", "text", "planned", "done", "explanation"}),
    "responses": frozenset({"id", "heard", "explanation"}),
}
_Item = TypeVar("_Item", Promise, Response)


class Found(Struct):
    """What reading the translations of a process has come upon so far."""

    readers: list[FieldReader] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def texts_alone(node: MapNode, texts: Texts, every: Sequence[FieldSpec], reader: FieldReader) -> MapNode:
    """The fields of a translation without facts, each of which is reported. What is no field at all stays, to be reported."""
    known = {spec.id: spec for spec in every}
    kept = []
    for entry in node.entries:
        name = entry.key.text
        if name in known and name not in texts:
            reader.report(FACT_IN_TRANSLATION, entry.key.span, {"field": name})
        elif (inner := texts.get(name)) is not None and known[name].of is not None:
            kept.append(Entry(entry.key, _items_alone(entry.value, inner, known[name].of, reader)))
        else:
            kept.append(entry)
    return MapNode(tuple(kept), node.span)


def _items_alone(node: Node, texts: frozenset[str], item: FieldSpec | None, reader: FieldReader) -> Node:
    if not isinstance(node, ListNode) or item is None:
        return node
    inner = dict.fromkeys(texts)
    items = (
        texts_alone(each, inner, item.fields, reader) if isinstance(each, MapNode) else each for each in node.items
    )
    return ListNode(tuple(items), node.span)


def as_translated(spec: FieldSpec) -> FieldSpec:
    """A field as a translation has it: what is asked of some originals only, and how many items, is asked of those."""
    if spec.of is not None:
        words = RECORD_TEXTS.get(spec.id)
        fields = tuple(
            each if words is None or each.id in words else replace(each, required=None) for each in spec.of.fields
        )
        return replace(spec, required=None, min_items=None, max_items=None, of=replace(spec.of, fields=fields))
    return spec if spec.required == ALWAYS else replace(spec, required=None)


def read_goals(items: Sequence[Values], record: Record) -> tuple[Goal, ...]:
    """The goals in other words, one for each of the record, in its order; none where their numbers differ."""
    if len(items) != len(record.goals):
        return ()
    return tuple(
        replace(goal, text=text(item, "text") or goal.text, note=text(item, "note") or goal.note)
        for goal, item in zip(record.goals, items, strict=True)
    )


def read_outcome_texts(values: Values, record: Record, reader: FieldReader, found: Found) -> tuple[Outcome, ...]:
    """The outcomes in other words, by their ids."""
    known = {outcome.id: outcome for outcome in record.outcomes}
    made = []
    for index, item in enumerate(maps(values, "outcomes")):
        original = known.get(text(item, "id") or "")
        if original is None:
            span = reader.spans.get(f"outcomes[{index}].id", reader.spans.get("outcomes", reader.start))
            found.findings.append(finding(ORPHAN_TRANSLATION, span, {"path": f"outcomes: {text(item, 'id') or '–'}"}))
            continue
        made.append(
            replace(original, title=text(item, "title") or original.title, note=text(item, "note") or original.note)
        )
    return tuple(made)


def read_list_texts(
    folder: Folder, path: str, name: str, originals: Iterable[_Item], context: Context, found: Found
) -> tuple[_Item, ...]:
    """The promises or responses in other words, by their ids, in the order of the originals."""
    reader = FieldReader(context, folder.start_of(path))
    found.readers.append(reader)
    node, faults = read_list(folder, path, name)
    reader.findings += faults
    if node is None:
        return ()
    every = context.structure.promise if name == "promises" else context.structure.response
    texts = _LIST_TEXTS[name]
    specs = tuple(replace(spec, required=None) for spec in every if spec.id in texts)
    alone = ListNode(
        tuple(
            texts_alone(item, dict.fromkeys(texts), every, reader) if isinstance(item, MapNode) else item
            for item in node.items
        ),
        node.span,
    )
    words: dict[str, tuple[Values, Mapping[str, object]]] = {}
    known = {each.id for each in originals}
    for (values, spans), item in zip(reader.items(alone, specs, name), _maps(alone), strict=True):
        given = text(values, "id") or ""
        if given in known:
            words.setdefault(given, (values, spans))
        else:
            span = spans.get("id", first_key(item))
            found.findings.append(finding(ORPHAN_TRANSLATION, span, {"path": f"{name}: {given or '–'}"}))
    return tuple(_in_words(each, words[each.id][0], texts) for each in originals if each.id in words)


def _maps(node: ListNode) -> tuple[MapNode, ...]:
    return tuple(item for item in node.items if isinstance(item, MapNode))


def _in_words(original: _Item, values: Values, texts: frozenset[str]) -> _Item:
    said = {name: words for name in texts - {"id"} if (words := text(values, name))}
    return replace(original, **said)
