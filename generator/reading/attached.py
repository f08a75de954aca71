"""What looks into attached files; loaded with the first of them, since it knows archives, office files, tables and names."""

from __future__ import annotations

from generator.structure import Structure


def attachment_text(name: str, content: bytes) -> str:
    """What a file says, with the names of what is packed in it; empty when it cannot be read, or is no text."""
    from generator.reading.attachments import attachment_text as text_of

    return text_of(name, content)


def reads_like_people(path: str, content: bytes, structure: Structure) -> bool:
    """Whether the file is a table, a text, a document or data that lists people; False when it cannot be read.

    `path`: only its ending is asked for, as the way to read the bytes.
    """
    from generator.reading.raw_lists import reads_like_people as lists_people

    return lists_people(path, content, structure)
