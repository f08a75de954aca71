"""A column that is called a count and only numbers the rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from generator.importing.lists.grid import one_line, people_in
from generator.importing.lists.rows import Kind, ListRow


def is_serial_column(rows: Sequence[ListRow]) -> bool:
    """Whether the column of counts numbers the rows: 1, 2, 3 … beside names."""
    texts = [one_line(each.row.at(index)) for each in rows if (index := each.head.column("count")) is not None]
    named = [each for each in rows if each.name]
    numbers = [number for text in texts if (number := people_in(text)) is not None]
    # A section's numbering may begin anew; what is counted hardly grows by one from row to row.
    pairs = list(pairwise(numbers))
    follow = sum(b - a == 1 for a, b in pairs)
    are_steps = all(b - a == 1 or b == 1 for a, b in pairs) and follow * 2 >= len(pairs)
    return bool(follow) and len(named) >= len(rows) / 2 and are_steps


def recounted(each: ListRow) -> ListRow:
    """A row of a list whose column of counts only numbers the rows: a number alone is not a person."""
    if each.kind is not Kind.COUNT:
        return each
    return msgspec.structs.replace(each, kind=Kind.NUMBERED)
