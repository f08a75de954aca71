"""Whether PDFs can be made here, told without loading anything that makes them."""

from __future__ import annotations

import ctypes
from importlib.metadata import PackageNotFoundError, version

from generator.wording.deferred import N_, Deferred, DeferredError

PANGO_NAMES = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0")
WEASYPRINT_MISSING = N_('WeasyPrint is not installed: pip install "sikum[pdf]"')
PANGO_MISSING = N_(
    "WeasyPrint cannot find a library it draws with ({name}). On Debian and Ubuntu:"
    " apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; on macOS: brew install pango"
)


class PdfUnavailable(DeferredError):
    """WeasyPrint or the libraries it draws with are not there. The message says what to install."""


def weasyprint_version() -> str:
    """The version that draws, without loading it; empty when it is not installed. Part of the key of every PDF."""
    try:
        return version("weasyprint")
    except PackageNotFoundError:
        return ""


def pdf_problem() -> Deferred | None:
    """What stands in the way of making PDFs, told without loading the half second's worth of WeasyPrint; else None."""
    if not weasyprint_version():
        return Deferred(WEASYPRINT_MISSING)
    for library in PANGO_NAMES:
        try:
            ctypes.CDLL(library)
        except OSError:
            continue
        return None
    return Deferred(PANGO_MISSING, name="Pango")
