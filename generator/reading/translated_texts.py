"""The words of a translation that stand in fields: what is a fact there is told (F030) and left to the original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from generator.diagnostics import Finding, Span, finding
from generator.model.content import Promise, Response
from generator.model.record import Goal, Outcome, Record
from generator.model.record_words import lists_of, words_of
from generator.reading.documents import read_list
from generator.reading.fields import FieldReader, Values, first_key
from generator.reading.folder import Folder
from generator.reading.scalars import Context
from generator.reading.typed import inner, maps, text
from generator.rules.chapters.translations import ORPHAN_TRANSLATION, UNEVEN_TRANSLATION
from generator.rules.fields.record import FACT_IN_TRANSLATION
from generator.source.nodes import Entry, ListNode, MapNode, Node
from generator.structure import FieldSpec
from generator.structure.translated import Texts, list_in_translation, list_texts, record_texts

_OWN_FIELDS = frozenset({"title", "short_description", "bottom_lines", "goals"})
"""What `Translation` has fields for."""
_IDS = frozenset({"id", "ministry"})

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
        elif (inner := texts.get(name)) is not None:
            kept.append(Entry(entry.key, _within(entry.value, inner, known[name], reader)))
        else:
            kept.append(entry)
    return MapNode(tuple(kept), node.span)


def _within(node: Node, texts: Texts, spec: FieldSpec, reader: FieldReader) -> Node:
    """A map, or the maps of a list, without facts; anything else as it is, for the reader to report."""
    if isinstance(node, MapNode):
        return texts_alone(node, texts, spec.fields, reader)
    if not isinstance(node, ListNode) or spec.of is None:
        return node
    fields = spec.of.fields
    items = (texts_alone(each, texts, fields, reader) if isinstance(each, MapNode) else each for each in node.items)
    return ListNode(tuple(items), node.span)


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


def read_words(
    values: Values, record: Record, reader: FieldReader, found: Found
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The other words of the record, by their places there (`model.record_words`), and the lists that are uneven.

    A text that the record has not is told (C013). Of a list that is not as long as the record's nothing is taken, since
    nobody knows which item means which, and that is told as well (C016).
    """
    uneven = tuple(_uneven(values, record, reader, found))
    known = words_of(record)
    said: dict[str, str] = {}
    texts = record_texts(reader.context.structure)
    for place, words in _flat(values, {name: each for name, each in texts.items() if name not in _OWN_FIELDS}):
        if any(place.startswith(f"{name}[") for name in uneven):
            continue
        if place in known:
            said[place] = words
        elif not place.startswith("outcomes#"):  # an outcome without an original is told by its id
            span = reader.spans.get(place, reader.spans.get(re.split(r"[#\[]", place)[0], reader.start))
            found.findings.append(finding(ORPHAN_TRANSLATION, span, {"path": place}))
    return said, uneven


def _uneven(values: Values, record: Record, reader: FieldReader, found: Found) -> Iterator[str]:
    for place, wanted in lists_of(record).items():
        given = _length(values, place)
        if given and given != wanted:
            top = re.split(r"[#.]", place)[0]
            span = reader.spans.get(place, reader.spans.get(top, reader.start))
            values_said = {"value": f"{place} ({given}/{wanted})"}
            found.findings.append(finding(UNEVEN_TRANSLATION, span, values_said))
            yield place


def _length(values: Values, place: str) -> int:
    """How many items the translation has in the list at `place`; none where it has no such list."""
    *path, name = place.split(".")
    for step in path:
        name_of, _, item_id = step.partition("#")
        items = maps(values, name_of)
        values = next((each for each in items if text(each, "id") == item_id), {}) if item_id else inner(values, step)
    found = values.get(name)
    return len(found) if isinstance(found, tuple) else 0


def _flat(values: Values, texts: Texts | None, before: str = "") -> Iterator[tuple[str, str]]:
    """Places and texts of all that is written; ids name items and are no texts themselves."""
    for name, value in values.items():
        if texts is not None and (name not in texts or (name in _IDS)):
            continue
        place = f"{before}{name}"
        within = texts.get(name) if texts else None
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, dict):
            yield from _flat(value, within, f"{place}.")
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    own = text(item, "id")
                    yield from _flat(item, within, f"{place}#{own}." if own else f"{place}[{index}].")


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
    texts = list_texts(context.structure, name)
    specs = tuple(replace(spec, required=None) for spec in list_in_translation(context.structure, name))
    alone = ListNode(
        tuple(texts_alone(item, texts, every, reader) if isinstance(item, MapNode) else item for item in node.items),
        node.span,
    )
    words: dict[str, tuple[Values, Mapping[str, Span]]] = {}
    known = {each.id for each in originals}
    for (values, spans), item in zip(reader.items(alone, specs, name), _maps(alone), strict=True):
        given = text(values, "id") or ""
        if given in known:
            words.setdefault(given, (values, spans))
        else:
            span = spans.get("id", first_key(item))
            found.findings.append(finding(ORPHAN_TRANSLATION, span, {"path": f"{name}: {given or '–'}"}))
    return tuple(_in_words(each, *words[each.id], found) for each in originals if each.id in words)


def _maps(node: ListNode) -> tuple[MapNode, ...]:
    return tuple(item for item in node.items if isinstance(item, MapNode))


def _in_words(original: _Item, values: Values, spans: Mapping[str, Span], found: Found) -> _Item:
    said: dict[str, object] = {
        name: words for name in ("text", "planned", "done", "heard", "explanation") if (words := text(values, name))
    }
    own = {each.id: words for each in original.extra if each.is_text and (words := text(values, each.id))}
    if own:
        said["extra"] = tuple(
            replace(each, values=(own[each.id],)) if each.id in own else each for each in original.extra
        )
    notes = [text(each, "note") for each in maps(values, "updates")]
    if notes and isinstance(original, Promise):
        if len(notes) == len(original.updates):
            pairs = zip(original.updates, notes, strict=True)
            said["updates"] = tuple(replace(each, note=note or each.note) for each, note in pairs)
        else:
            place = f"promises#{original.id}.updates"
            counts = {"value": f"{place} ({len(notes)}/{len(original.updates)})"}
            found.findings.append(finding(UNEVEN_TRANSLATION, spans.get("updates", spans.get("", spans["id"])), counts))
    return replace(original, **said)
