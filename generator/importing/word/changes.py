"""Tracked changes as values: which marks they have in a document, and both ends of a move as one."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import structs

from generator.importing.word.account import Change
from generator.importing.word.names import W

CHANGES = {
    f"{W}ins": "inserted",
    f"{W}moveTo": "inserted",
    f"{W}del": "deleted",
    f"{W}moveFrom": "deleted",
}
"""What a tracked change around text, or the mark of one in properties, does."""


def is_moved(element: Element) -> bool:
    """Whether all text in a row or a cell is moved: Word has no mark for a moved row itself."""
    texts = [each for each in element.iter() if each.tag in (f"{W}t", f"{W}delText") and (each.text or "").strip()]
    moved = {id(t) for each in element.iter() if each.tag in (f"{W}moveFrom", f"{W}moveTo") for t in each.iter()}
    return bool(texts) and all(id(each) in moved for each in texts)


def merged_moves(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, with both ends of a move as one: its place is the one to which the text is moved."""
    sources = [each for each in changes if each.kind == "moved" and not each.after]
    source_of: dict[int, Change] = {}
    for each in changes:
        source = next((s for s in sources if each.kind == "moved" and not each.before and s.before == each.after), None)
        if source is not None:
            sources.remove(source)
            source_of[id(each)] = source
    merged = {id(source) for source in source_of.values()}
    return tuple(
        structs.replace(each, before=source_of[id(each)].before) if id(each) in source_of else each
        for each in changes
        if id(each) not in merged
    )
