"""The lines of text that findings point at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from generator.diagnostics import Span
from generator.expressions import expression

_ENDS = expression(r"\r\n?|\n")


class Lines:
    """The lines of files, each of which is read once."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """`read`: the bytes of a file by the path of its findings; raises OSError or ValueError where there is none."""
        self._read = read
        self._lines: dict[str, list[str]] = {}

    def at(self, span: Span) -> str:
        """The line of a span; empty when there is none."""
        if span.path not in self._lines:
            content = b""
            with suppress(OSError, ValueError):
                content = self._read(span.path)
            self._lines[span.path] = _ENDS.split(content.decode(errors="replace"))
        lines = self._lines[span.path]
        return lines[span.line - 1] if span.line <= len(lines) else ""
