"""Who is to be written to about which points: the private list by its people."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.expressions import expression
from generator.model.private import Contribution

_ADDRESS = expression(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class Writer(Struct, frozen=True, kw_only=True):
    """A person with an address, and their points in the order of the list."""

    address: str
    points: tuple[Contribution, ...]

    @property
    def language(self) -> str | None:
        """Of the first point that has one."""
        return next((point.language for point in self.points if point.language), None)


class People(Struct, frozen=True, kw_only=True):
    """The points of a process by the people who made them; every point is in exactly one of the three."""

    writers: tuple[Writer, ...]
    refused: int
    """People who said, at any of their points, that they are not to be written to."""
    without_address: int
    """Points with no address that a mail could go to."""


def people_who_wrote(points: Iterable[Contribution]) -> People:
    """One person for each address, in any case."""
    by_address: dict[str, list[tuple[str, Contribution]]] = {}
    without_address = refused_without = 0
    for point in points:
        if point.contact and _ADDRESS.fullmatch(address := point.contact.strip()):
            by_address.setdefault(address.casefold(), []).append((address, point))
        elif point.may_write:
            without_address += 1
        else:
            refused_without += 1
    willing = [each for each in by_address.values() if all(point.may_write for _, point in each)]
    return People(
        writers=tuple(Writer(address=each[0][0], points=tuple(point for _, point in each)) for each in willing),
        refused=len(by_address) - len(willing) + refused_without,
        without_address=without_address,
    )
