"""Whether bytes are a whole package as Word and Excel write them, of a size that a person can have made."""

from __future__ import annotations

import io
import zipfile

MAX_UNPACKED = 400_000_000
"""Bytes. A report with photographs stays far below; what unpacks to more is there to fill a disk."""


def is_package(content: bytes) -> bool:
    """True for a .docx or .xlsx, whatever is in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except zipfile.BadZipFile:
        return False
    is_office = any(entry.filename == "[Content_Types].xml" for entry in entries)
    return is_office and sum(entry.file_size for entry in entries) <= MAX_UNPACKED
