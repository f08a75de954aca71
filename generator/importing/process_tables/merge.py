"""The items of a table beside those that are there: what came, what changed, what is no longer in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from msgspec import Struct

from generator.importing.lists.grid import one_line
from generator.importing.process_tables.content import Item
from generator.importing.process_tables.kinds import TableKind
from generator.importing.register.cells import read_day
from generator.scaffold.yaml_text import Value
from generator.structure import FieldSpec, FieldType, match_term, normal


class Merged(Struct, frozen=True, kw_only=True):
    items: tuple[Item, ...]
    """As they are to be written: in the table's order, with fields that the table has no column for as they were."""
    new: int
    changed: int
    gone: int

    @property
    def is_same(self) -> bool:
        """Whether nothing is to be written."""
        return not (self.new or self.changed or self.gone)


def merge(
    kind: TableKind,
    there: Sequence[Item],
    found: Sequence[Item],
    fields: Sequence[str],
    unsaid: Sequence[frozenset[str]] = (),
) -> Merged:
    """`fields`: those that the table has columns for; `unsaid`: of each item, those of which its row says nothing. An item is
    known by its id, else by its words; one that is not known, and says nothing of its main field, is none."""
    left = list(there)
    taken = {str(item.get("id")) for item in (*there, *found)}
    free = (name for number in count(1) if (name := f"{kind.name.rstrip('s')}-{number}") not in taken)
    merged: list[Item] = []
    new = changed = 0
    for number, written in enumerate(found):
        silent = unsaid[number] if number < len(unsaid) else frozenset()
        before = _same(kind, left, written)
        if before is None and kind.main in silent:
            continue
        item = {name: value for name, value in written.items() if name not in silent}
        if before is not None:
            left.remove(before)
        kept: dict[str, Value] = {
            name: value for name, value in (before or {}).items() if name not in fields or name in silent
        }
        whole = {**kept, **(_as_before(kind, before, item) if before is not None else item)}
        if any(spec.id == "id" and spec.required for spec in kind.specs) and not whole.get("id"):
            whole["id"] = str(before["id"]) if before and before.get("id") else next(free)
        whole = dict(_in_order(kind, whole))
        new += before is None
        changed += before is not None and _plain(before) != _plain(whole)
        merged.append(whole)
    order = [each for each in there if each not in left]
    moved = [_plain(each) for each in order] != [_plain(each) for each in merged]
    return Merged(items=tuple(merged), new=new, changed=changed or int(moved and not new), gone=len(left))


def _same(kind: TableKind, items: Sequence[Item], wanted: Item) -> Item | None:
    if wanted.get("id"):
        return next((item for item in items if item.get("id") == wanted["id"]), None)
    words = [name for name in (kind.main, "title") if wanted.get(name)]
    return next(
        (item for item in items if all(normal(str(item.get(name, ""))) == normal(str(wanted[name])) for name in words)),
        None,
    )


def _as_before(kind: TableKind, before: Item, item: Item) -> Item:
    """The item, in which every field that says what it said before is written as it was: a cell holds less than a file,
    which has paragraphs, spellings of its own, and addresses of updates."""
    specs = {spec.id: spec for spec in kind.specs}
    return {name: _value_as_before(kind, specs.get(name), before.get(name), value) for name, value in item.items()}


def _value_as_before(kind: TableKind, spec: FieldSpec | None, before: Value | None, value: Value) -> Value:
    if before is None or spec is None:
        return value
    if isinstance(value, str) or isinstance(before, str):
        return before if _meaning(kind, spec, before) == _meaning(kind, spec, value) else value
    entries = [each for each in before if isinstance(each, Mapping)] if isinstance(before, Sequence) else []
    return [_entry_as_before(entries, each) for each in value] if isinstance(value, Sequence) else value


def _entry_as_before(entries: Sequence[Mapping[str, Value]], entry: Value) -> Value:
    """An update with what a cell does not show of it; known by its day and words, else by its day if no other has it."""
    if not isinstance(entry, Mapping):
        return entry
    of_day = [each for each in entries if _plain(each.get("date", "")) == _plain(entry.get("date", ""))]
    same = [each for each in of_day if _plain(each.get("note", "")) == _plain(entry.get("note", ""))]
    if same:
        return same[0]
    return {**of_day[0], **entry} if len(of_day) == 1 else entry


def _meaning(kind: TableKind, spec: FieldSpec, value: Value) -> object:
    """What a value says, however it is spelled."""
    if isinstance(value, str) and spec.vocabulary:
        term = match_term(kind.vocabularies[spec.vocabulary], value)
        return term.id if term else one_line(value)
    if isinstance(value, str) and spec.type is FieldType.DATE:
        return read_day(value, "UTC") or one_line(value)
    return _plain(value)


def _in_order(kind: TableKind, item: Item) -> Iterator[tuple[str, Value]]:
    known = [spec.id for spec in kind.specs if spec.id in item]
    for name in (*known, *(name for name in item if name not in known)):
        yield name, item[name]


def _plain(value: Value) -> object:
    """A value without what spelling does to it: white space, and the order of fields."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Sequence):
        return [_plain(each) for each in value]
    return {name: _plain(each) for name, each in value.items()}
