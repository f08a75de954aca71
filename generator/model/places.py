"""Which fields of the structure a struct of the model has a place for; what has none is kept as an added field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.record import OWN_NOTES


@cache
def places_of(model: type[Struct]) -> Mapping[str, type[Struct] | None]:
    """Field names of `model` -> the struct type of the field, alone or in a tuple; None for plain values."""
    names = frozenset(model.__struct_fields__) - OWN_NOTES
    return {name: _struct_in(hint) for name, hint in get_type_hints(model).items() if name in names}


def _struct_in(hint: Any) -> type[Struct] | None:
    if isinstance(hint, type) and issubclass(hint, Struct) and hint is not PartialDate:
        return hint
    return next((found for each in get_args(hint) if (found := _struct_in(each)) is not None), None)
