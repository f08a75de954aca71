"""Other documents inside a document (`w:altChunk`): web pages, web archives, rich text, plain text, and .docx."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from generator.expressions import expression
from generator.importing.word.chunk_html import lines_of_html
from generator.importing.word.chunk_line import ChunkLine, Piece, filled
from generator.importing.word.package import Package, UnreadableDocument
from generator.importing.word.rtf import is_rich_text, lines_of_rich_text

MAX_DEPTH = 3
"""Documents within documents that are read; what is deeper is left out, and said."""
_DECLARED = expression(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 2048
"""Bytes of a web page in which its encoding is looked for."""


def chunk_package(package: Package, path: str) -> Package | None:
    """The .docx that a part is; None for any other part."""
    content = package.bytes_of(path) or b""
    if content[:2] != b"PK":
        return None
    try:
        return Package(content)
    except UnreadableDocument:
        return None


def chunk_lines(package: Package, path: str) -> tuple[ChunkLine, ...]:
    """The lines of a part that is HTML, rich text, plain text or a web archive; none for what cannot be read."""
    content = package.bytes_of(path) or b""
    if content[:2] == b"PK":
        return ()
    if is_rich_text(content):
        return lines_of_rich_text(content)
    if path.lower().endswith((".mht", ".mhtml")) or content[:5].lower() == b"mime-":
        return _of_archive(content)
    text = _decoded(content)
    return lines_of_html(text) if "<" in text and ">" in text else _of_text(text)


def _of_archive(content: bytes) -> tuple[ChunkLine, ...]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    try:
        body = message.get_body(("html", "plain"))
        text = str(body.get_content()) if body is not None else ""
    except (LookupError, ValueError, AttributeError):  # an encoding that nobody knows, or parts that are none
        return ()
    is_page = body is not None and body.get_content_subtype() == "html"
    return lines_of_html(text) if is_page else _of_text(text)


def _of_text(text: str) -> tuple[ChunkLine, ...]:
    return filled(ChunkLine(pieces=[Piece(text=line)]) for line in text.splitlines())


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    declared = _DECLARED.search(content[:_HEAD])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return content.decode(declared[1].decode() if declared else "cp1255", "replace")
        except LookupError:
            return content.decode("cp1255", "replace")
