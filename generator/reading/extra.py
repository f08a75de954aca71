"""Fields that the structure has and no struct of the model has a place for -> text under their path.

This is what makes a field of `structure.yml` need no code, whether the package's own file names it or a site's
extension: whatever was read and has no place in the model is kept here, and shown and exported by its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.places import places_of
from generator.model.record import ExtraField
from generator.reading.fields import Value, Values
from generator.structure import FieldSpec, FieldType

_TEXTS = (FieldType.TEXT, FieldType.LONG_TEXT)
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
            yield ExtraField(id=f"{prefix}{spec.id}", values=tuple(_words(value)), is_text=spec.type in _TEXTS)
        elif (inner := places[name]) is not None:
            if spec.type is FieldType.MAP and isinstance(value, dict):
                yield from _extra(value, spec.fields, inner, _UNCHANGED, f"{prefix}{spec.id}.")
            elif spec.of is not None and isinstance(value, tuple):
                maps = (item for item in value if isinstance(item, dict))
                for number, item in enumerate(maps):
                    yield from _extra(item, spec.of.fields, inner, _UNCHANGED, f"{prefix}{spec.id}[{number}].")


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
