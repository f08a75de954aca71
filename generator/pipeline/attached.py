"""What a process's folder says beside its texts and fields, for the search for names: attached files, comments, unknown fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.authored import Authored
from generator.diagnostics import Finding, Span
from generator.model.private import Process
from generator.pipeline.unread_texts import unread_of_process
from generator.reading import Folder, attachment_text


def texts_beside(process: Process, read: Iterable[Finding], folder: Folder) -> Iterator[Authored]:
    """All of it. `read`: the findings of reading the folder."""
    yield from attached_texts(process, folder)
    yield from unread_of_process(folder, read)


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
