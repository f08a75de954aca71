"""Types of files that may be attached: by their ending, and by whether the content is what the ending says."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.expressions import expression

_ZIP = (b"PK\x03\x04",)
_OLE = (b"\xd0\xcf\x11\xe0",)
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"), _ZIP),
    **dict.fromkeys(("doc", "xls", "ppt"), _OLE),
    "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "webm": (b"\x1aE\xdf\xa3",),
    "ogg": (b"OggS",),
}
_TEXTS = frozenset({"txt", "csv", "ics", "vtt", "srt", "json", "geojson"})
_CONTROLS = expression(rb"[\x00-\x08\x0e-\x1f]")


def is_what_it_says(path: str, content: bytes) -> bool:
    """Whether the ending is one that is published, and the content is of that type."""
    ending = path.rpartition(".")[2].lower() if "." in path else ""
    if ending in _BEGINNINGS:
        return content.startswith(_BEGINNINGS[ending])
    check = _CHECKS.get(ending)
    return check is not None and check(content)


def _is_text(content: bytes) -> bool:
    """UTF-8 without control characters, and not markup that a browser would run."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not _CONTROLS.search(content) and not re.match(r"\s*<(?:!doctype|html|script|svg)", text, re.IGNORECASE)


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_mp4(content: bytes) -> bool:
    return content[4:8] == b"ftyp"


def _is_avif(content: bytes) -> bool:
    return content[4:12] in (b"ftypavif", b"ftypavis")


def _is_still_svg(content: bytes) -> bool:
    """A drawing that runs nothing and fetches nothing: refused rather than mended."""
    from generator.markup.svg import clean_svg  # few files are drawings

    return clean_svg(content) is not None


_CHECKS: dict[str, Callable[[bytes], bool]] = {
    **dict.fromkeys(_TEXTS, _is_text),
    "webp": _is_webp,
    "mp4": _is_mp4,
    "m4a": _is_mp4,
    "avif": _is_avif,
    "svg": _is_still_svg,
}
