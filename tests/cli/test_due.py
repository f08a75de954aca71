"""`sikum due` and the calendars: what falls due, as a list to work by and as entries of a calendar."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from generator.cli import sikum

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"
PROMISES = "- {id: p1, text: לפרסם את הנתונים, date: 2024-02, due: 2024-09, status: pending}\n"
CONFIGURATION = """\
site_name: אתר ניסיון
site_url: https://x.example.org/
docs_dir: processes
theme: {name: material, language: he}
plugins:
  - sikum:
      search: false
      pdf: false
      data_license: CC-BY-4.0
      closing_target: {days: 84, remind: [28, 7]}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A process that is closing, with a promise that is pending until the end of September."""
    shutil.copytree(SMALLEST, tmp_path / "processes")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder,) = (path.parent for path in (tmp_path / "processes").rglob("index.md") if path.parent.name == "example")
    index = folder / "index.md"
    text = index.read_text(encoding="utf-8").replace("status: closed", "status: closing")
    text = "".join(line for line in text.splitlines(keepends=True) if "output_sent" not in line)
    index.write_text(text, encoding="utf-8")
    (folder / "promises.yml").write_text(PROMISES, encoding="utf-8")
    return tmp_path


def due(site: Path, *options: str) -> Result:
    """Run the command, which must succeed."""
    result = CliRunner().invoke(sikum, ["due", "--site", str(site), *options])
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.parametrize(("passed", "left"), [(55, 29), (56, 28), (77, 7), (84, 0), (85, -1)])
def test_the_output_is_due_on_the_last_day_of_the_target(site: Path, passed: int, left: int) -> None:
    """An office would be told too late, or called late on the very last day."""
    today = date(2024, 3, 10) + timedelta(days=passed)
    found = json.loads(due(site, "--format", "json", "--today", today.isoformat()).output)
    assert [(each["kind"], each["due"], each["days_left"]) for each in found] == [("output", "2024-06-02", left)]


def test_what_is_far_off_is_not_listed_and_what_is_overdue_always_is(site: Path) -> None:
    """A list that holds everything is not read; one that forgets what is late is no use."""
    assert due(site, "--today", "2024-04-01").output == "אין דבר שמועדו מתקרב או עבר.\n"
    late = json.loads(due(site, "--within", "0", "--today", "2025-01-01", "--format", "json").output)
    assert [each["kind"] for each in late] == ["output", "promise"]
    own = json.loads(due(site, "--for", "health", "--today", "2025-01-01", "--format", "json").output)
    assert own == late


def test_an_issue_has_a_task_for_each_with_its_link(site: Path) -> None:
    """Whoever opens the week's issue goes from the line to the promise."""
    text = due(site, "--today", "2025-01-01", "--format", "md").output
    assert text.startswith("## ")
    assert "- [ ] 2024-09-30 (באיחור של 93 ימים): [" in text
    assert "(https://x.example.org/example/promises/#p1)" in text


def test_annotations_of_a_workflow_are_one_line_each(site: Path) -> None:
    """A line break inside would end the annotation and print the rest as a command."""
    lines = due(site, "--today", "2025-01-01", "--format", "github").output.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::warning"]


def test_the_calendar_is_read_by_a_standard_parser_and_stays_the_same_from_day_to_day(site: Path) -> None:
    """A calendar that is fetched again would hold everything twice, or be refused."""
    first, later = (
        due(site, "--format", "ics", "--within", "400", "--today", day).stdout_bytes
        for day in ("2024-03-20", "2024-08-01")
    )
    assert first == later
    calendar = Calendar.from_ical(first)
    assert not calendar.errors
    events = list(calendar.walk("VEVENT"))
    assert [event["DTSTART"].dt for event in events] == [date(2024, 6, 2), date(2024, 9, 30)]
    assert [event["DTEND"].dt - event["DTSTART"].dt for event in events] == [timedelta(days=1)] * 2
    assert len({str(event["UID"]) for event in events}) == 2
    alarms = [[alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] for event in events]
    assert alarms == [[timedelta(days=-28), timedelta(days=-7)]] * 2
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))


KHAL = """\
[calendars]
[[due]]
path = {folder}/calendar
[default]
default_calendar = due
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Jerusalem
default_timezone = Asia/Jerusalem
[sqlite]
path = {folder}/khal.db
"""


def test_a_calendar_program_shows_it_and_has_nothing_twice_after_a_second_fetch(site: Path) -> None:
    """What a library reads, a program on somebody's desk may still show a day early, twice, or not at all."""
    (site / "calendar").mkdir()
    (site / "khal.conf").write_text(KHAL.format(folder=site), encoding="utf-8")
    khal = ["khal", "-c", str(site / "khal.conf")]
    shown = []
    for day, moved in (("2024-03-20", "2024-09"), ("2024-08-01", "2024-10")):
        (promises,) = (site / "processes").rglob("promises.yml")
        promises.write_text(PROMISES.replace("due: 2024-09", f"due: {moved}"), encoding="utf-8")
        (site / "due.ics").write_bytes(due(site, "--format", "ics", "--within", "400", "--today", day).stdout_bytes)
        form = "{start-date}|{end-date}|{title}|{alarm-symbol}"
        for words in (
            ["import", "--batch", "-a", "due", str(site / "due.ics")],
            ["list", "--format", form, "--day-format", "", "2024-05-01", "400d"],
        ):
            environment = {"LC_ALL": "C.UTF-8", "HOME": str(site), "PATH": "/usr/bin:/bin"}
            done = subprocess.run([*khal, *words], check=True, capture_output=True, encoding="utf-8", env=environment)
        shown.append([line.strip().split("|") for line in done.stdout.splitlines() if line.strip()])
    first, second = shown
    assert [(start, end) for start, end, *_ in first] == [("2024-06-02", "2024-06-02"), ("2024-09-30", "2024-09-30")]
    assert [(start, end) for start, end, *_ in second] == [("2024-06-02", "2024-06-02"), ("2024-10-31", "2024-10-31")]
    assert first[1][2] == "מועד יעד להבטחה: לפרסם את הנתונים – שולחן עגול לדוגמה"
    assert all(alarm.strip() for *_, alarm in first)


def test_a_body_that_is_not_there_is_said(site: Path) -> None:
    """An empty list would look like nothing to do."""
    result = CliRunner().invoke(sikum, ["due", "--site", str(site), "--for", "nobody"])
    assert result.exit_code == 2
    assert "nobody" in result.output
