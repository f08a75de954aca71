"""`/closing/due.ics`: a program that subscribes to the calendar reads what is due, whatever is in its words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from generator.feeds.calendar import calendar, event_of
from generator.rendering.context import SiteContext
from generator.rendering.deadlines import Deadline

WORDS = {
    "marks": "נייר, טיוטה; C:\\Users, \\n אינו שורה",
    "lines": "שורה\nושנייה\r\nושלישית",
    "long": "ריכוז כל הפניות של הציבור והמענה להן " * 8,
    "backslashes at the end of a piece": "\\" * 200,
    "letters of four bytes": "😀" * 60,
}


@pytest.mark.parametrize("name", WORDS)
def test_a_calendar_s_reader_gets_the_words_that_were_written(name: str, context: SiteContext) -> None:
    """A comma ends a value and a long line is cut: unmarked, a promise would lose its end in somebody's calendar."""
    due = Deadline(
        kind="promise", id="draft", process="tables", title="שולחנות", text=WORDS[name], ministry="health",
        due=date(2031, 12, 31), url="tables/#promise-draft", language="he",
    )  # fmt: skip
    written = calendar([due], "קטלוג, דוגמה", context, lambda each: event_of(each, context, (7,)))
    assert written.endswith(b"\r\n")
    lines = written.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() for line in lines)
    (event,) = (found := Calendar.from_ical(written)).walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert [*found.errors, *event.errors, *alarm.errors] == []
    told = "\n".join(WORDS[name].splitlines())
    assert told in event["SUMMARY"]
    assert told in alarm["DESCRIPTION"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2031, 12, 31), date(2032, 1, 1))
    assert alarm["TRIGGER"].dt == timedelta(days=-7)
    assert event["URL"] == context.absolute("tables/#promise-draft")
