"""Tables: their rows and cells, whatever wraps them, without those that are hidden or that a tracked change took away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.importing.word import make
from generator.importing.word.context import Context
from generator.importing.word.names import W, is_on

_PROPERTIES = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr", "sdtEndPr"))
_MARKS = {"ins": "inserted", "cellIns": "inserted", "del": "deleted", "cellDel": "deleted"}
"""What a row or a cell is marked with, and what the change is then called."""
_MOST_COLUMNS = 200


class Row(Struct, frozen=True, kw_only=True):
    element: Element
    cells: tuple[Element, ...]
    before: int
    """Columns of the grid that are empty before its first cell."""


class Tables:
    """Reads the tables of one part. `blocks_of` reads what is in a cell."""

    def __init__(self, context: Context, blocks_of: Callable[[Iterable[Element]], list[Element]]) -> None:
        self._context = context
        self._blocks_of = blocks_of

    def is_frame(self, table: Element) -> bool:
        """Whether one cell is all that is shown of it: a frame around text, and no table."""
        shown = [row for row in rows_of(table) if not self._why_gone(row.element, "trPr")]
        return len(shown) == 1 and len(self._shown(shown[0])) == 1

    def framed(self, table: Element) -> list[Element]:
        """The blocks in a frame."""
        blocks: list[Element] = []
        for row in self._told_rows(table):
            for cell in self._told_cells(row):
                with self._as_one_change(cell, "tcPr"):
                    blocks += self._blocks_of(cell)
        return blocks

    def rows(self, table: Element) -> list[list[Element]]:
        """Its rows as cells for mammoth."""
        made = []
        for row in self._told_rows(table):
            before = [make.cell(span=row.before)] if row.before else []
            made.append(before)
            for cell in self._told_cells(row):
                if not self._is_widening(cell, made[-1]):
                    made[-1].append(self._cell(cell))
        return made

    def _told_rows(self, table: Element) -> Iterator[Row]:
        """The rows that are shown; the others are left out. Whoever asks for the next one has read the last."""
        for row in rows_of(table):
            if reason := self._why_gone(row.element, "trPr"):
                self._go(row.element, reason)
            else:
                with self._as_one_change(row.element, "trPr"):
                    yield row

    def _told_cells(self, row: Row) -> Iterator[Element]:
        for cell in row.cells:
            if reason := self._why_gone(cell, "tcPr"):
                self._go(cell, reason)
            else:
                yield cell

    def _shown(self, row: Row) -> list[Element]:
        return [cell for cell in row.cells if not self._why_gone(cell, "tcPr")]

    def _cell(self, cell: Element) -> Element:
        properties = cell.find(f"{W}tcPr")
        span, merge = _number(properties, "gridSpan", 1), self._merge(properties)
        if merge == "continue" and self._context.text_in(cell).strip():
            self._leave_out("covered", cell)
            return make.cell(span=span, merge=merge)
        with self._as_one_change(cell, "tcPr"):
            return make.cell(self._blocks_of(cell), span=span, merge=merge)

    def _is_widening(self, cell: Element, row: list[Element]) -> bool:
        """Whether a cell only makes the one before it wider, as old files say it; what is under it is not shown."""
        merge = cell.find(f"{W}tcPr/{W}hMerge")
        if merge is None or merge.get(f"{W}val") == "restart" or not row:
            return False
        if self._context.text_in(cell).strip():
            self._leave_out("covered", cell)
        make.widen(row[-1])
        return True

    def _merge(self, properties: Element | None) -> str:
        """Whether a cell begins or continues one over several rows, also where a tracked change merged or parted it."""
        vertical = properties.find(f"{W}vMerge") if properties is not None else None
        merge = vertical.get(f"{W}val", "continue") if vertical is not None else ""
        changed = properties.find(f"{W}cellMerge") if properties is not None else None
        if changed is None:
            return merge
        name = "vMerge" if self._context.is_accepting else "vMergeOrig"
        return {"rest": "restart", "cont": "continue"}.get(changed.get(f"{W}{name}", ""), "")

    def _why_gone(self, element: Element, properties: str) -> str:
        """`hidden`, or `tracked` for a row or a cell that a tracked change took away; empty for what is shown."""
        found = element.find(f"{W}{properties}")
        hidden = found.find(f"{W}hidden") if found is not None else None
        if hidden is not None and is_on(hidden.get(f"{W}val")):
            return "hidden"
        return "tracked" if ("deleted" if self._context.is_accepting else "inserted") in _marks(found) else ""

    def _go(self, element: Element, reason: str) -> None:
        if reason == "tracked":
            change = self._context.change("deleted" if self._context.is_accepting else "inserted", element)
            reason = "moved" if change.kind == "moved" else reason
        self._leave_out(reason, element)

    @contextmanager
    def _as_one_change(self, element: Element, properties: str) -> Iterator[None]:
        """While a row or cell is read that a tracked change brought: it is one change, whatever is marked in it."""
        brought = "inserted" if self._context.is_accepting else "deleted"
        changes = self._context.changes
        start = len(changes)
        yield
        if brought in _marks(element.find(f"{W}{properties}")):
            within = [each for each in changes[start:] if each.kind not in (brought, "moved")]
            del changes[start:]
            self._context.change(brought, element)
            changes += within

    def _leave_out(self, reason: str, element: Element) -> None:
        self._context.leave_out_apart(reason, self._context.text_in(element))


def rows_of(table: Element) -> Iterator[Row]:
    """All rows of a table, those of tables in its cells not among them."""
    for row in _within(table, f"{W}tr"):
        before = _number(row.find(f"{W}trPr"), "gridBefore", 0)
        yield Row(element=row, cells=tuple(_within(row, f"{W}tc")), before=before)


def _marks(properties: Element | None) -> frozenset[str]:
    """`inserted`, `deleted`, both or neither."""
    found = properties if properties is not None else ()
    return frozenset(kind for name, kind in _MARKS.items() if any(each.tag == f"{W}{name}" for each in found))


def _number(properties: Element | None, name: str, usual: int) -> int:
    found = properties.find(f"{W}{name}") if properties is not None else None
    value = found.get(f"{W}val", "") if found is not None else ""
    return int(value) if value.isdecimal() and int(value) < _MOST_COLUMNS else usual


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Children with a tag, also where a content control, a change or another wrapper is between."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _PROPERTIES and child.tag not in (f"{W}tc", f"{W}p"):
            yield from _within(child, tag)
