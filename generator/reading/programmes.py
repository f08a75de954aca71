"""Recognises programmes of events, minutes of meetings and lists of works: rows that name people because of what they speak or
write of, and not because they took part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.expressions import expression
from generator.reading.attachments import Rows
from generator.structure import normal, unmarked

_TIME = expression(r"\(?([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*[-–—]\s*\d{1,2}[:.]\d\d)?\)?")
_CONTACT = expression(r"\S@\S|\d[\d\s().-]{6,}\d")
_OF_A_PROGRAMME = expression(
    unmarked(
        r"\A(?:ה?(?:דובר|דוברת|דוברים|מרצה|מרצים|מנחה|מנחים|מציג|מציגה|מציגים|נושא|הרצאה|פעילות|תוכן|מחבר|מחברים|כותרת|יושב ראש)"
        r"|(?:the )?(?:speakers?|presenters?|chairs?|lecturers?|moderators?|facilitators?|topics?|subjects?|sessions?|titles?"
        r"|lectures?|activity|authors?|panel)"
        r"|(?:ال)?(?:متحدث(?:ون|ين)?|محاضر(?:ون|ين)?|موضوع|جلسة|عنوان الجلسة|نشاط|مؤلف|ميسر))\Z"
    )
)
"""A header of who speaks, or of what about."""
_FEWEST = 3
_GRID, _SHORTEST = 5, 10
"""Minutes: programmes begin on the grid, and what is said takes its time; people arrive at any minute."""
_SHARE = 0.6


def is_programme(rows: Rows) -> bool:
    """Whether rows are a programme: by a header for speakers or subjects, or by times that go up in steps, with a subject
    beside each. Never where ways to reach a person stand in them."""
    if any(_CONTACT.search(cell) for row in rows for cell in row if not _TIME.match(cell) and not _is_date(cell)):
        return False
    heads = [normal(cell) for cell in rows[0]] if rows else []
    if len(heads) > 1 and any(_OF_A_PROGRAMME.match(head) for head in heads):
        return True
    timed = [(minutes, row) for row in rows if (minutes := _begins_at(row)) is not None]
    if len(timed) < _FEWEST or len(timed) < _SHARE * len(rows):
        return False
    steps = [later - sooner for (sooner, _), (later, _) in pairwise(timed)]
    on_grid = all(minutes % _GRID == 0 for minutes, _ in timed) and all(step >= _SHORTEST for step in steps)
    return on_grid and sum(len(_texts(row)) > 1 for _, row in timed) >= _SHARE * len(timed)


def _begins_at(row: Sequence[str]) -> int | None:
    """The minute of the day at which a row begins; None for a row without a time."""
    found = next((match for cell in row if (match := _TIME.match(cell.strip()))), None)
    return int(found[1]) * 60 + int(found[2]) if found else None


def _texts(row: Sequence[str]) -> list[str]:
    """The cells of a row, without times."""
    return [text for cell in row if (text := _TIME.sub("", cell).strip(" -–—:.")) and not text.isdigit()]


def _is_date(cell: str) -> bool:
    return re.fullmatch(r"[\d\s./-]{6,12}", cell.strip()) is not None and not cell.strip().startswith("0")
