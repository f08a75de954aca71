"""Dates as people know them: a year, a month of a year, or a day (`2016`, `2016-06`, `2016-06-12`)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from generator.expressions import expression

_ISO = expression(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


class PartialDate(Struct, frozen=True, gc=False):
    """A date that knows its own precision. `month` and `day` are None when they are not known, never guessed."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate | None:
        """The date written in ISO form, or None when `text` is no such date or no day of the calendar."""
        match = _ISO.match(text)
        if match is None:
            return None
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            return None
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can mean."""
        from calendar import monthrange

        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def full_day(self) -> date | None:
        """The day itself when it is known in full, else None."""
        return self.first_day if self.day is not None else None

    @property
    def iso(self) -> str:
        if not self.month:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.day else f"{self.year:04}-{self.month:02}"

    def is_before(self, other: PartialDate) -> bool:
        """Surely earlier, compared at the coarser of the two precisions (spec 3.5): `2016` is not before `2016-06`."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        for a, b in zip(mine, theirs, strict=True):
            if a is None or b is None:
                return False
            if a != b:
                return a < b
        return False

    def __lt__(self, other: PartialDate) -> bool:
        """A total order for lists: by the first day it can mean, the coarser date first."""
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)
