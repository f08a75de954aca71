"""What a picture or a PDF says about itself in plain letters: XMP, the heads of a JPEG, the text of a PNG, a PDF's properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.expressions import expression
from generator.reading.attachment_facts import attachment_facts
from generator.reading.attachments.markup import said_in_xml

_XMP = expression(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_LETTERS = expression(r"[^\x00-\x1f\x7f\ufffd]{3,}")
_MOST_PARTS = 200


def said_about_itself(content: bytes) -> Iterator[str]:
    """What is said; nothing of other files."""
    for packet in _XMP.findall(content):
        yield said_in_xml(packet.decode("utf-8", "replace"))
    if content.startswith(b"%PDF"):
        yield from (said for _, said in attachment_facts("a.pdf", content))
    parts = _jpeg(content) if content.startswith(_JPEG) else _png(content) if content.startswith(_PNG) else ()
    for part in parts:
        yield "\n".join(_LETTERS.findall(part.decode("utf-8", "replace")))


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Comments and application segments, up to the picture itself."""
    place = 2
    for _ in range(_MOST_PARTS):
        kind, size = content[place : place + 2], int.from_bytes(content[place + 2 : place + 4], "big")
        if kind[:1] != b"\xff" or kind[1:] in (b"\xda", b"") or size < 2:
            return
        if 0xE0 <= kind[1] <= 0xEF or kind[1] == 0xFE:
            yield content[place + 4 : place + 2 + size]
        place += 2 + size


def _png(content: bytes) -> Iterator[bytes]:
    """Chunks of text that is not compressed."""
    place = 8
    for _ in range(_MOST_PARTS):
        size, kind = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        if not kind:
            return
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            yield content[place + 8 : place + 8 + size]
        place += 12 + size
