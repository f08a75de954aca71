"""Fields that the structure has and no struct of the model has a place for -> text under their path.

This is what makes a field of `structure.yml` need no code, whether the package's own file names it or a site's
extension: whatever was read and has no place in the model is kept here, and shown and exported by its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.record import OWN_NOTES, ExtraField
from generator.reading.fields import Value, Values
from generator.structure import FieldSpec, FieldType

_UNCHANGED: Mapping[str, str] = MappingProxyType({})


def extra_fields(
    values: Values, specs: Sequence[FieldSpec], model: type[Struct], renamed: Mapping[str, str] = _UNCHANGED
) -> tuple[ExtraField, ...]:
    """What `values` holds besides what `model` can hold, also within maps and lists, in the structure's order.

    `renamed`: fields of the structure that the model holds under another name (`type` of an appendix in `appendix_type`).
    """
    return tuple(_extra(values, specs, model, renamed, ""))


def _extra(
    values: Values, specs: Sequence[FieldSpec], model: type[Struct], renamed: Mapping[str, str], prefix: str
) -> Iterator[ExtraField]:
    places = places_of(model)
    for spec in specs:
        if (value := values.get(spec.id)) is None:
            continue
        name = renamed.get(spec.id, spec.id)
        if name not in places:
            yield ExtraField(id=f"{prefix}{spec.id}", values=tuple(_words(value)))
        elif (inner := places[name]) is not None:
            if spec.type is FieldType.MAP and isinstance(value, dict):
                yield from _extra(value, spec.fields, inner, _UNCHANGED, f"{prefix}{spec.id}.")
            elif spec.of is not None and isinstance(value, tuple):
                maps = (item for item in value if isinstance(item, dict))
                for number, item in enumerate(maps):
                    yield from _extra(item, spec.of.fields, inner, _UNCHANGED, f"{prefix}{spec.id}[{number}].")


@cache
def places_of(model: type[Struct]) -> Mapping[str, type[Struct] | None]:
    """Field names of `model` -> the struct type of the field, alone or in a tuple; None for plain values."""
    names = frozenset(model.__struct_fields__) - OWN_NOTES
    return {name: _struct_in(hint) for name, hint in get_type_hints(model).items() if name in names}


def _struct_in(hint: Any) -> type[Struct] | None:
    if isinstance(hint, type) and issubclass(hint, Struct) and hint is not PartialDate:
        return hint
    return next((found for each in get_args(hint) if (found := _struct_in(each)) is not None), None)


def _words(value: Value) -> Iterable[str]:
    """A value as text; a map is one text."""
    if isinstance(value, tuple):
        for item in value:
            yield " · ".join(_words(item))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _words(item)
    elif isinstance(value, PartialDate):
        yield value.iso
    elif isinstance(value, bool):
        yield "true" if value else "false"
    else:
        yield str(value)
