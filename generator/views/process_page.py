"""An entry of the list of a process's pages, beside every one of them."""

from __future__ import annotations

from msgspec import Struct


class ProcessPage(Struct, frozen=True, kw_only=True):
    """What the list says of one page of the process, and where it leads."""

    kind: str
    """The value of `data-sikum-page`."""
    title: str
    url: str
    """Relative to the root."""
    language: str = ""
    """Set when the page is in another language than the list."""
    count: int | None = None
