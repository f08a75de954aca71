"""Tracked changes of one paragraph, each with both of its wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import structs

from generator.importing.word.account import Change


class Tracked:
    """Follows a paragraph: unchanged text, inserted text, deleted text."""

    def __init__(self) -> None:
        self._depth = 0
        self._is_move = False
        self._taken = ""
        self._left = ""
        self._done: list[tuple[str, str, bool]] = []

    @contextmanager
    def inserting(self, *, is_move: bool) -> Iterator[None]:
        """What is read within belongs to a change."""
        self._depth += 1
        self._is_move = self._is_move or is_move
        yield
        self._depth -= 1

    def text(self, text: str, *, is_blank: bool) -> None:
        if self._depth:
            self._taken += text
        elif not is_blank:
            self._close()

    def left(self, text: str, *, is_move: bool) -> None:
        """Text that is not taken over."""
        self._is_move = self._is_move or is_move
        self._left += text

    def changes(self, place: str, *, is_accepting: bool) -> list[Change]:
        """All changes since the last call. `is_accepting`: whether what was taken over is the new wording."""
        self._close()
        found = []
        for taken, left, is_move in self._done:
            before, after = (left, taken) if is_accepting else (taken, left)
            kind = "moved" if is_move else "replaced" if before and after else "inserted" if after else "deleted"
            found.append(Change(kind=kind, before=before, after=after, place=place))
        self._done = []
        return found

    def _close(self) -> None:
        taken, left = self._taken.strip(), self._left.strip()
        if taken or left:
            self._done.append((taken, left, self._is_move))
        self._taken, self._left, self._is_move = "", "", False


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
