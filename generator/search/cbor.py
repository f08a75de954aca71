"""The few forms of CBOR (RFC 8949) that a Pagefind index is written in."""

from __future__ import annotations

from functools import cache


def _head(major: int, value: int) -> bytes:
    if value < 24:
        return bytes((major << 5 | value,))
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 1 << 8 * size:
            return bytes((major << 5 | code,)) + value.to_bytes(size)
    raise OverflowError(value)


@cache
def integer(value: int) -> bytes:
    """An integer of up to 64 bits."""
    return _head(0, value) if value >= 0 else _head(1, -1 - value)


@cache
def array(length: int) -> bytes:
    """The beginning of an array; its items follow."""
    return _head(4, length)


def text(value: str) -> bytes:
    """A string."""
    content = value.encode()
    return _head(3, len(content)) + content


@cache
def page_step(step: int) -> bytes:
    """The beginning of a page's entry under a term: how many pages after the last one that has it; two arrays follow."""
    return array(3) + integer(step)
