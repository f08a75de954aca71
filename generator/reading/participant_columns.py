"""Which column of a list of participants is which: by the structure's names, by two halves of a name, by what asks for consent."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.reading.consent_words import consent_columns
from generator.structure import FieldSpec, Vocabulary, match_name, normal

FIRST_NAMES = frozenset(
    map(
        normal,
        (
            "שם פרטי",
            "השם הפרטי",
            "פרטי",
            "الاسم الشخصي",
            "الاسم الأول",
            "First name",
            "First",
            "Given name",
            "Forename",
        ),
    )
)
FAMILY_NAMES = frozenset(
    map(
        normal,
        ("שם משפחה", "שם המשפחה", "משפחה", "اسم العائلة", "العائلة", "Family name", "Last name", "Last", "Surname"),
    )
)
"""Lists often have a name in two columns; the structure knows one."""


class Columns(Struct, frozen=True, kw_only=True):
    """The columns of a table, by index from 0."""

    fields: dict[int, FieldSpec]
    """Those with a name of the structure, but for consent."""
    names: tuple[int, ...]
    """Those that together are the name: one, or the first and the family name."""
    asking: tuple[int, ...]
    """Those that say what a person agreed to, under whatever header."""
    guessed: tuple[int, ...]
    """Those of `asking` that have another header than the structure's."""
    unknown: tuple[int, ...]
    repeated: tuple[tuple[int, int], ...]
    """Columns of a field that has one already, with the first."""


def find_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], specs: Sequence[FieldSpec], vocabulary: Vocabulary
) -> Columns | None:
    """The columns of a table; None when its header names none. `vocabulary`: the levels of consent."""
    fields: dict[int, FieldSpec] = {}
    first_of: dict[str, int] = {}
    repeated: list[tuple[int, int]] = []
    asking: list[int] = []
    halves: dict[bool, int] = {}
    unknown: list[int] = []
    for index, words in enumerate(headers):
        spec = match_name(specs, words)
        if spec is not None:
            if spec.id in first_of:
                repeated.append((index, first_of[spec.id]))
            if spec.id == "consent":
                asking.append(index)
            elif spec.id not in first_of:
                fields[index] = spec
            first_of.setdefault(spec.id, index)
        elif (is_family := normal(words) in FAMILY_NAMES) or normal(words) in FIRST_NAMES:
            halves.setdefault(is_family, index)
        else:
            unknown.append(index)
    if not fields and not asking and not halves:
        return None
    names = (first_of["name"],) if "name" in first_of else tuple(halves[key] for key in sorted(halves))
    unknown += [index for index in halves.values() if index not in names]
    taken = [index for index in range(len(headers)) if index not in unknown]
    guessed = consent_columns(headers, rows, vocabulary, taken=taken, has_column=bool(asking))
    return Columns(
        fields=fields,
        names=names,
        asking=(*asking, *guessed),
        guessed=guessed,
        unknown=tuple(index for index in sorted(unknown) if index not in guessed),
        repeated=tuple(repeated),
    )
