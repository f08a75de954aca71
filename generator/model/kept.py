"""What builders keep from build to build besides whole files: parts of what is made of all processes, few of which an edit
changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Value = TypeVar("Value")
"""Something that msgspec can encode: text, or a frozen struct."""


class Kept(Protocol):
    """What was kept has to be what would be made now: its key, or its key and its value, are all that it is made from."""

    def part(self, name: str, key: str, make: Callable[[], bytes], /) -> bytes:
        """The part of this name: the last build's where the key is the same, else a new one."""
        ...

    def each(self, name: str, key: str, values: Iterable[Value], make: Callable[[Value], str], /) -> Iterator[str]:
        """What is made of each value, in their order: the last build's where the key and the value are the same."""
        ...


class _KeptNowhere:
    """Every part is made when it is asked for."""

    def part(self, _name: str, _key: str, make: Callable[[], bytes], /) -> bytes:
        return make()

    def each(self, _name: str, _key: str, values: Iterable[Value], make: Callable[[Value], str], /) -> Iterator[str]:
        return map(make, values)


KEPT_NOWHERE: Kept = _KeptNowhere()
