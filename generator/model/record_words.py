"""The words of a record that a translation may say in other words, apart from those that `Translation` has fields for.

Each has a place: `reference`, `output.expected`, `sources[0].title`, `closing.waived.contact`, `outcomes#law.updates[0].note`.
Items that have ids are known by these, all others by their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.model.content import Promise
from generator.model.record import Closing, ExtraField, NextStep, Outcome, Output, Record, Update

Words = Mapping[str, str]
"""Place -> text."""

_Item = TypeVar("_Item", bound=Struct)
_Updated = TypeVar("_Updated", Outcome, NextStep, Promise)


def words_of(record: Record) -> dict[str, str]:
    """Everything of the kind that the record says."""
    return {place: text for place, text in _written(record) if text}


def lists_of(record: Record) -> dict[str, int]:
    """The lists whose items are known by their number, with how many there are: a translation has as many, or none."""
    found = {
        "goals": len(record.goals),
        "bottom_lines": len(record.bottom_lines),
        "partners": len(record.partners),
        "sources": len(record.sources),
        "changes": len(record.changes),
        "approvals": len(record.approvals),
        "output.files": len(record.output.files),
    }
    found |= {f"outcomes#{each.id}.updates": len(each.updates) for each in record.outcomes}
    return found | {f"closing.next_steps#{each.id}.updates": len(each.updates) for each in record.closing.next_steps}


def _written(record: Record) -> Iterator[tuple[str, str | None]]:
    output, closing = record.output, record.closing
    yield "reference", record.reference
    yield "output.expected", output.expected
    yield "output.next_stage.description", output.next_stage.description if output.next_stage else None
    yield from _of_items("output.files", output.files, ("title",))
    yield "picture.alt", record.picture.alt if record.picture else None
    yield "picture.credit", record.picture.credit if record.picture else None
    yield "participants.basis", record.consent.basis
    yield "closing.why_now", closing.why_now
    yield "closing.contact.role", closing.contact.role if closing.contact else None
    yield from ((f"closing.waived.{each.subject}", each.reason) for each in closing.waived)
    for step in closing.next_steps:
        place = f"closing.next_steps#{step.id}"
        yield from ((f"{place}.{name}", getattr(step, name)) for name in ("text", "who", "explanation"))
        yield from _of_items(f"{place}.updates", step.updates, ("note",))
    for outcome in record.outcomes:
        yield f"outcomes#{outcome.id}.reference", outcome.reference
        yield from _of_items(f"outcomes#{outcome.id}.updates", outcome.updates, ("note",))
    yield from _of_items("partners", record.partners, ("name", "role", "organisation"))
    yield from _of_items("sources", record.sources, ("title",))
    yield from _of_items("approvals", record.approvals, ("role",))
    yield from _of_items("changes", record.changes, ("note",))
    yield "withdrawn.explanation", record.withdrawn.explanation if record.withdrawn else None
    yield from ((each.id, each.values[0]) for each in record.extra if _is_said(each) and each.values)


def _is_said(field: ExtraField) -> bool:
    """Whether a field of a site's own holds words, and stands where a translation can name it."""
    return field.is_text and "[" not in field.id


def _of_items(place: str, items: Iterable[Struct], names: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    for index, item in enumerate(items):
        yield from ((f"{place}[{index}].{name}", getattr(item, name)) for name in names)


def in_other_words(record: Record, words: Words) -> Record:
    """The record with `words` in the place of its own; what is not among them stays as it was written."""
    if not words:
        return record
    contact, withdrawn = record.closing.contact, record.withdrawn
    return replace(
        record,
        reference=words.get("reference", record.reference),
        output=_output(record.output, words),
        picture=_in_words(record.picture, "picture", words) if record.picture else None,
        consent=_in_words(record.consent, "participants", words),
        closing=replace(
            _closing(record.closing, words), contact=_in_words(contact, "closing.contact", words) if contact else None
        ),
        outcomes=tuple(_updated(each, f"outcomes#{each.id}", words) for each in record.outcomes),
        partners=_items(record.partners, "partners", words),
        sources=_items(record.sources, "sources", words),
        approvals=_items(record.approvals, "approvals", words),
        changes=_items(record.changes, "changes", words),
        withdrawn=_in_words(withdrawn, "withdrawn", words) if withdrawn else None,
        extra=tuple(
            replace(each, values=(words[each.id],)) if each.id in words and _is_said(each) else each
            for each in record.extra
        ),
    )


def _output(output: Output, words: Words) -> Output:
    stage = output.next_stage
    return replace(
        output,
        expected=words.get("output.expected", output.expected),
        next_stage=_in_words(stage, "output.next_stage", words) if stage else None,
        files=_items(output.files, "output.files", words),
    )


def _closing(closing: Closing, words: Words) -> Closing:
    return replace(
        closing,
        why_now=words.get("closing.why_now", closing.why_now),
        waived=tuple(
            replace(each, reason=words.get(f"closing.waived.{each.subject}", each.reason)) for each in closing.waived
        ),
        next_steps=tuple(_updated(each, f"closing.next_steps#{each.id}", words) for each in closing.next_steps),
    )


def _updated(item: _Updated, place: str, words: Words) -> _Updated:
    updates: tuple[Update, ...] = _items(item.updates, f"{place}.updates", words)
    return replace(_in_words(item, place, words), updates=updates)


def _items(items: tuple[_Item, ...], place: str, words: Words) -> tuple[_Item, ...]:
    return tuple(_in_words(each, f"{place}[{index}]", words) for index, each in enumerate(items))


def _in_words(item: _Item, place: str, words: Words) -> _Item:
    """The item with each of its texts that has other words."""
    said = {name: text for name in item.__struct_fields__ if (text := words.get(f"{place}.{name}"))}
    return replace(item, **said) if said else item
