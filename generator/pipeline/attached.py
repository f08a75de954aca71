"""The text of a process's attached files, for the search for names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.authored import Authored
from generator.diagnostics import Span
from generator.model.private import Process
from generator.reading import Folder, attachment_text


def attached_texts(process: Process, folder: Folder) -> Iterator[Authored]:
    """The text of each file that is published and can be read as text. A file that vanished says nothing."""
    for file in process.files:
        inner = file.path.removeprefix(f"{folder.path}/")
        try:
            content = folder.read(inner) if file.size else b""
        except OSError:
            continue
        text = attachment_text(inner, content)
        if text.strip():
            yield Authored(text=text, span=Span.start_of(file.path), places=("files", inner))
