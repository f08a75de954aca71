"""The items of a table beside those that are there: what came, what changed, what is no longer in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

from generator.importing.lists.grid import one_line
from generator.importing.process_tables.content import Item
from generator.importing.process_tables.kinds import TableKind
from generator.scaffold.yaml_text import Value
from generator.structure import normal


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


def merge(kind: TableKind, there: Sequence[Item], found: Sequence[Item], fields: Sequence[str]) -> Merged:
    """`fields`: those that the table has columns for. An item is known by its id, else by its words."""
    left = list(there)
    taken = {str(item.get("id")) for item in (*there, *found)}
    free = (name for number in count(1) if (name := f"{kind.name.rstrip('s')}-{number}") not in taken)
    merged: list[Item] = []
    new = changed = 0
    for item in found:
        before = _same(kind, left, item)
        if before is not None:
            left.remove(before)
        kept: dict[str, Value] = {name: value for name, value in (before or {}).items() if name not in fields}
        whole = {**kept, **item}
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
