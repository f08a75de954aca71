"""Bytes -> text, where they are text: in UTF-8, UTF-16, or the encodings that Hebrew and Arabic had before."""

from __future__ import annotations

import re

from generator.expressions import expression

_SAMPLE = 4_000
_HIGH_BYTES = frozenset((0x00, 0x05, 0x06, 0x20))
"""The second byte of a letter in UTF-16: Latin, Hebrew, Arabic, punctuation."""
_OLD = ("windows-1255", "windows-1256", "cp862")
_CONTROL = expression(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"ID3", b"OggS", b"\x1aE\xdf\xa3")
_RUN_OF_LETTERS = expression("[\u0020-\u024f\u0590-\u06ff\u200e\u200f\u2010-\u201f\t\r\n\x07]{4,}")


def readings_of(content: bytes) -> tuple[str, ...]:
    """The text in each encoding that it may be in: one for UTF-8 and UTF-16, three for older ones, none for what is no text."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return (content.decode("utf-16", "replace"),)
    sample = content[:_SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(high) > 2 and _share(high) > 0.8 and min(high) < 7:
            return (content.decode(encoding, "replace"),)
    if b"\0" in sample or content.startswith(_BINARY):
        return ()
    try:
        return (content.decode("utf-8-sig"),)
    except UnicodeDecodeError:
        if len(_CONTROL.findall(sample)) * 50 > len(sample):
            return ()
        return tuple(content.decode(encoding, "replace") for encoding in _OLD)


def letters_within(content: bytes) -> str:
    """What reads as text in a binary file of an old office program, which keeps its letters in UTF-16."""
    found = _RUN_OF_LETTERS.findall(content.decode("utf-16-le", "replace"))
    return "\n".join(re.sub("[\r\x07]", "\n", run) for run in found)


def _share(high: bytes) -> float:
    return sum(byte in _HIGH_BYTES for byte in high) / len(high)
