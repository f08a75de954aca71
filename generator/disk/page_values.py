"""Pages kept as values, for those who render them elsewhere and one by one: the store holds them as it holds files."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.model.site import Page
from generator.pipeline.running import PageRenderer

_BEGIN = b"\x00sikum-page\x00"
"""Begins a page that is kept as a value."""


def is_page(path: Path) -> bool:
    """Whether a stored content is a page as a value. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_BEGIN)) == _BEGIN


def page_in(path: Path) -> Page:
    """The page in a stored content. Raises OSError."""
    return msgspec.msgpack.decode(path.read_bytes()[len(_BEGIN) :], type=Page)


def _as_value(page: Page) -> bytes:
    return _BEGIN + msgspec.msgpack.encode(replace(page, markdown=None))


PAGES_AS_VALUES = PageRenderer("pages as values", _as_value)
"""A renderer that leaves a page as it is."""
