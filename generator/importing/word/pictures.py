"""Pictures of a document in a format that browsers show."""

from __future__ import annotations

import io

from msgspec import Struct

_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)
_PIXELS = (b"II*\x00", b"MM\x00*", b"BM")
"""How TIFF and BMP begin: they hold pixels, as PNG does. EMF and WMF hold drawings, which only Windows draws."""
_WEB_MODES = frozenset(("1", "L", "LA", "P", "RGB", "RGBA", "I;16"))


class Picture(Struct, frozen=True, kw_only=True):
    content: bytes
    kind: str
    """Media type."""
    pages: int = 1
    """Pictures in the file, of which this is the first."""

    @property
    def ending(self) -> str:
        """Of its name in a package."""
        return self.kind.partition("/")[2]


def shown_picture(content: bytes) -> Picture | None:
    """The picture, by its first bytes; TIFF and BMP as PNG, where Pillow is installed. None for what no browser shows."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Picture(content=content, kind="image/webp")
    for start, kind in _FORMATS:
        if content.startswith(start):
            return Picture(content=content, kind=kind)
    return _as_png(content) if content.startswith(_PIXELS) else None


def _as_png(content: bytes) -> Picture | None:
    """Of several pictures in one file the first, as Word shows it."""
    try:
        from PIL import Image
    except ImportError:
        return None
    made = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content), formats=("TIFF", "BMP")) as picture:
            pages = getattr(picture, "n_frames", 1)
            (picture if picture.mode in _WEB_MODES else picture.convert("RGB")).save(made, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return Picture(content=made.getvalue(), kind="image/png", pages=pages)
