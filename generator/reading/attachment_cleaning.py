"""Removes metadata from attached files (JPEG, PNG, PDF, DOCX, XLSX); pictures, pages and text stay the same."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from msgspec import Struct

from generator.reading.attachment_facts import attachment_facts
from generator.reading.office_cleaning import clean_office
from generator.reading.pdf_cleaning import clean_pdf

_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments that decide how a JPEG looks; every other one is about the file."""
_PNG_KEPT = frozenset(b"tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST sPLT acTL fcTL fdAT cICP mDCV cLLI".split())
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_REASONS = frozenset({"signed", "password", "needs sikum[pdf]"})
CLEANED = frozenset({"jpg", "jpeg", "png", "pdf", "docx", "xlsx"})
"""Endings of the files that can be cleaned."""


class Uncleanable(Exception):
    """The file stays as it is. Its text is the reason: "broken", "signed", "password", or "needs sikum[pdf]"."""


class Cleaned(Struct, frozen=True):
    """A file without its metadata; `content` is the file as it was where nothing was removed."""

    content: bytes
    removed: tuple[str, ...]
    """Kinds of what was taken out, such as "author"; never the values, which are names of people."""
    left: tuple[str, ...]
    """Kinds of what the file goes on saying, such as "comments": part of what it shows."""


def clean_attachment(path: str, content: bytes) -> Cleaned:
    """A JPEG, PNG, PDF, DOCX or XLSX without metadata. Files of other kinds are returned unchanged.

    Raises Uncleanable where cleaning is not possible or would break a signature.
    """
    ending = path.rpartition(".")[2].lower()
    removed: set[str] = set()
    left: set[str] = set()
    cleaned = content
    try:
        if ending in ("jpg", "jpeg"):
            cleaned = _jpeg(content, removed)
        elif ending == "png":
            cleaned = _png(content, removed)
        elif ending == "pdf":
            cleaned = clean_pdf(content, removed, left, _picture)
        elif ending in ("docx", "xlsx"):
            cleaned = clean_office(content, removed, _picture)
    except (ValueError, IndexError, struct.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Uncleanable(str(error) if str(error) in _REASONS else "broken") from None
    if not removed:
        cleaned = content
    before = {what for what, _ in attachment_facts(path, content)}
    left |= {what for what, _ in attachment_facts(path, cleaned)}
    return Cleaned(cleaned, tuple(sorted(removed | (before - left))), tuple(sorted(left)))


def _picture(content: bytes, removed: set[str]) -> bytes:
    """Cleans a picture embedded in another file; one that cannot be read is returned unchanged."""
    try:
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content, removed)
        if content.startswith(_PNG_SIGNATURE):
            return _png(content, removed)
    except (ValueError, IndexError, struct.error):
        return content
    return content


def _jpeg(content: bytes, removed: set[str]) -> bytes:
    """The same coded picture: only segments are left out, so nothing is compressed again."""
    if content[:2] != b"\xff\xd8":
        raise ValueError
    kept: list[bytes] = []
    orientation, at = 1, 2
    while content[at : at + 2] != b"\xff\xd9":
        if content[at] != 0xFF:
            raise ValueError
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        segment = content[at:end]
        if len(segment) < end - at or end < at + 4:
            raise ValueError
        if marker == 0xFE or (
            0xE0 <= marker <= 0xEF and not segment[4:].startswith(_JPEG_KEPT.get(marker, b"\xff\xff"))
        ):
            if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
                found = _orientation(segment[10:])
                orientation = found if found != 1 else orientation
                if len(segment) == len(_exif_segment(found)) and segment == _exif_segment(found):
                    at = end
                    continue
            removed.add(_jpeg_kind(marker, segment))
        else:
            kept.append(segment)
        if marker == 0xDA:
            start, end = end, _coded_end(content, end)
            kept.append(content[start:end])
        at = end
    if len(content) > at + 2:
        removed.add("data after the picture")
    if orientation != 1:
        kept.insert(1 if kept and kept[0][1] == 0xE0 else 0, _exif_segment(orientation))
    return b"".join((b"\xff\xd8", *kept, b"\xff\xd9"))


def _coded_end(content: bytes, at: int) -> int:
    """Where coded picture data ends: at the next marker that is no restart and no escaped byte."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _jpeg_kind(marker: int, segment: bytes) -> str:
    if marker == 0xFE:
        return "comment"
    if marker == 0xED:
        return "IPTC"
    if marker == 0xE1:
        return "EXIF" if segment[4:8] == b"Exif" else "XMP"
    return "other metadata"


def _orientation(tiff: bytes) -> int:
    """The EXIF orientation (1 to 8); 1 when there is none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        first = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for index in range(struct.unpack_from(f"{order}H", tiff, first)[0]):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * index)
            if tag == 0x0112:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _tiff(orientation: int) -> bytes:
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)


def _exif_segment(orientation: int) -> bytes:
    body = b"Exif\0\0" + _tiff(orientation)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(content: bytes, removed: set[str]) -> bytes:
    """The same chunks of the picture, without those of text, time and EXIF but for how it is turned."""
    import zlib

    if not content.startswith(_PNG_SIGNATURE):
        raise ValueError
    kept = [_PNG_SIGNATURE]
    for name, chunk in _chunks(content):
        is_shown = name[:1].isupper() or name in _PNG_KEPT
        if name == b"eXIf":
            orientation = _orientation(chunk[8:-4])
            body = b"eXIf" + _tiff(orientation)
            small = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
            if orientation != 1:
                kept.append(small)
            if chunk != small:
                removed.add("EXIF")
        elif is_shown:
            kept.append(chunk)
        else:
            removed.add("text" if name in (b"tEXt", b"zTXt", b"iTXt") else "other metadata")
    cleaned = b"".join(kept)
    if not content.endswith(kept[-1]):
        removed.add("data after the picture")
    return cleaned


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(_PNG_SIGNATURE), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise ValueError
        yield name, content[at:end]
        at = end
