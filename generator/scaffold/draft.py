"""A process that is not finished: what is known of it, before it becomes a folder with marked gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from generator.scaffold.yaml_text import Value

Files: TypeAlias = tuple[tuple[str, str | bytes], ...]
"""Paths with `/`, relative to the folder that is made, and contents."""


class DraftChapter(Struct, frozen=True, kw_only=True):
    """A chapter that somebody wrote already, or a part of one."""

    element: str
    title: str | None = None
    """Its own title; None when the element's title says it."""
    fields: Mapping[str, Value] = field(default_factory=dict)
    """Front matter besides `element` and `title`."""
    body: str = ""
    """Markdown. Pictures are named from the process folder: `media/…`."""


class Draft(Struct, frozen=True, kw_only=True):
    """What is known of a process. `process_files` marks what is missing."""

    id: str
    record: Mapping[str, Value]
    """By id of the field, as YAML would hold them; `language` is the process's own."""
    assumed: frozenset[str] = frozenset()
    """Dotted paths of values that only stand in, such as `kind`: they are marked for somebody to look at."""
    brief: str = ""
    chapters: tuple[DraftChapter, ...] = ()
    files: Files = ()
    """Pictures and other files, by path in the process folder."""

    @property
    def language(self) -> str:
        language = self.record.get("language")
        return language if isinstance(language, str) else "he"
