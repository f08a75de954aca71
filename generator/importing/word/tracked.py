"""Tracked changes of one paragraph, each with both of its wordings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from generator.importing.word.account import Change
from generator.importing.word.changes import CHANGES
from generator.importing.word.context import Context
from generator.importing.word.fields import Fields
from generator.importing.word.names import W


class Tracked:
    """Follows a paragraph: unchanged text, inserted text, deleted text."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._depth = 0
        self.has_unchanged = False
        """Whether any of the text is outside all changes."""
        self._is_move = False
        self._taken = ""
        self._left = ""
        self._done: list[tuple[str, str, bool]] = []

    @contextmanager
    def taking(self, element: Element) -> Iterator[None]:
        """What is read within is the side of a change that is taken."""
        self._depth += 1
        self._is_move = self._is_move or _is_move(element)
        yield
        self._depth -= 1

    def leave(self, element: Element, fields: Fields) -> None:
        """The side of a change that is not taken. Its fields' marks still count."""
        words = self._context.text_in(element)
        self._context.leave_out("moved" if _is_move(element) else "tracked", words)
        self._is_move = self._is_move or _is_move(element)
        self._left += words
        for each in element.iter():
            if each.tag == f"{W}fldChar":
                fields.read(each)

    def formula(self, equation: Element, tex: str) -> None:
        """The changes within an equation that are taken, and the equation itself."""
        taken = "inserted" if self._context.is_accepting else "deleted"
        for each in equation.iter():
            if CHANGES.get(each.tag) == taken:
                with self.taking(each):
                    self.text(self._context.text_in(each), is_blank=False)
        self.text(f" {tex} ", is_blank=False)

    def text(self, text: str, *, is_blank: bool) -> None:
        if self._depth:
            self._taken += text
        elif not is_blank:
            self.has_unchanged = True
            self._close()

    def block(self, text: str) -> None:
        """The text of a box or a chart that is anchored here."""
        if self._depth and text.strip():
            self._taken += f" {text} "

    def finish(self) -> None:
        """To be called at the paragraph's end: what waits for its other half is told."""
        self._close()
        context = self._context
        for taken, left, is_move in self._done:
            before, after = (left, taken) if context.is_accepting else (taken, left)
            kind = "moved" if is_move else "replaced" if before and after else "inserted" if after else "deleted"
            context.changes.append(Change(kind=kind, before=before, after=after, place=context.place))
        self._done = []

    def _close(self) -> None:
        taken, left = self._taken.strip(), self._left.strip()
        if taken or left:
            self._done.append((taken, left, self._is_move))
        self._taken, self._left, self._is_move = "", "", False


def _is_move(element: Element) -> bool:
    return element.tag in (f"{W}moveFrom", f"{W}moveTo")
