"""The figures once more, straight from the files: nothing of Sikum is imported here."""

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Counted:
    id: str
    ministry: str
    status: str
    record: dict
    promises: list[dict]
    lessons: list[dict]
    lag: int | None

    @property
    def end(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.record["end_date"].split("-"))


def load(content: Path, today: date) -> list[Counted]:
    """Every process that is not withdrawn."""
    found = []
    for index in sorted(content.glob("*/index.md")):
        record = _front(index)
        if record["status"] == "withdrawn":
            continue
        promises = index.parent / "promises.yml"
        lessons = [
            lesson for chapter in sorted(index.parent.glob("*.md")) for lesson in _front(chapter).get("lessons", [])
        ]
        found.append(
            Counted(
                id=index.parent.name,
                ministry=record["ministry"],
                status=record["status"],
                record=record,
                promises=_yaml(promises.read_text(encoding="utf-8")) if promises.exists() else [],
                lessons=lessons,
                lag=_lag(record, today),
            )
        )
    return found


def median(numbers: list[int]) -> str | None:
    """The middle, or the mean of the middle two, as the pages write it for machines."""
    if not numbers:
        return None
    numbers = sorted(numbers)
    half = len(numbers) // 2
    if len(numbers) % 2:
        return str(numbers[half])
    total = numbers[half - 1] + numbers[half]
    return str(total // 2) if total % 2 == 0 else f"{total // 2}.5"


def figures(processes: list[Counted]) -> dict[str, str]:
    """Of one body: closed with a known lag, their median, those that are closing."""
    lags = [each.lag for each in processes if each.status == "closed" and each.lag is not None]
    found = {"closed": str(len(lags)), "open": str(sum(each.status == "closing" for each in processes))}
    middle = median(lags)
    return found | ({"median": middle} if middle is not None else {})


def oldest(processes: list[Counted]) -> Counted | None:
    """Of those that are closing, the one that ended first."""
    return min(
        (each for each in processes if each.status == "closing"), key=lambda each: (each.end, each.id), default=None
    )


def is_overdue(promise: dict, today: date) -> bool:
    """Pending, and the last day its time can mean is past."""
    if promise.get("status") != "pending" or "due" not in promise:
        return False
    parts = [int(part) for part in promise["due"].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day) < today


def all_promises(processes: list[Counted]) -> Iterator[tuple[Counted, dict]]:
    """Every promise beside its process."""
    for each in processes:
        for promise in each.promises:
            yield each, promise


def lessons_where(processes: list[Counted], wanted: Callable[[Counted, dict], bool]) -> int:
    """How many lessons there are that are wanted."""
    return sum(wanted(each, lesson) for each in processes for lesson in each.lessons)


def _lag(record: dict, today: date) -> int | None:
    if record["status"] == "open":
        return None
    end, sent = record.get("end_date", ""), record["closing"].get("output_sent", "")
    if record["status"] == "closing" and not sent:
        sent = today.isoformat()
    if len(end) != 10 or len(sent) != 10:
        return None
    return (date.fromisoformat(sent) - date.fromisoformat(end)).days


def _front(path: Path) -> dict:
    text = path.read_text(encoding="utf-8")
    return _yaml(text.split("---\n", 2)[1]) if text.startswith("---\n") else {}


def _yaml(text: str):
    return yaml.load(text, yaml.CBaseLoader)


def outcomes_of(each: Counted) -> list[dict]:
    """The outcomes of a process, each with a state: without one it is expected."""
    return [{"state": "expected", **outcome} for outcome in each.record.get("outcomes") or []]


def led_to(processes: list[Counted]) -> tuple[int, int, int, int, int]:
    """Closed processes, and of them: with a government decision, still awaiting, with another outcome, silent."""
    closed = [outcomes_of(each) for each in processes if each.status == "closed"]
    decided, awaited, silent = 0, 0, 0
    for outcomes in closed:
        said = [each for each in outcomes if not (each["state"] == "unknown" and each["type"] != "none")]
        if any(each["type"] == "government-decision" and each["state"] in ("adopted", "partly") for each in outcomes):
            decided += 1
        elif any(each["type"] != "none" and each["state"] in ("expected", "submitted") for each in outcomes):
            awaited += 1
        if not said:
            silent += 1
    return len(closed), decided, awaited, len(closed) - decided - awaited - silent, silent


def last_day(written: str) -> date:
    """The last day that a date can mean: `2024` is the last of December."""
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def steps_of(each: Counted) -> list[dict]:
    """The next steps of a process, each with a state: without one it is open."""
    return [{"state": "open", **step} for step in each.record["closing"].get("next_steps") or []]


def is_late(step: dict, today: date) -> bool:
    """Open, and its last day has passed."""
    return step["state"] == "open" and "due" in step and last_day(step["due"]) < today


def is_forgotten(outcome: dict, today: date) -> bool:
    """Still awaited, its day past, and nothing heard of it for a year."""
    if outcome["type"] == "none" or outcome["state"] not in ("expected", "submitted"):
        return False
    if "due" in outcome:
        day = last_day(outcome["due"])
    elif "date" in outcome:
        day = last_day(outcome["date"])
        if outcome["state"] == "submitted":
            day = date.fromordinal(day.toordinal() + 365)
    else:
        return False
    heard = [last_day(update["date"]) for update in outcome.get("updates") or [] if update.get("date")]
    return day < today and not any((today - each).days <= 365 for each in heard)


def in_time(each: Counted, today: date, days: int) -> tuple[str, int] | None:
    """In time, late, or late and explained, with the days of lateness; None where that cannot be told."""
    end, sent = each.record.get("end_date", ""), each.record["closing"].get("output_sent", "")
    if each.status == "open" or len(end) != 10 or (each.status == "closed" and len(sent) != 10):
        return None
    if each.status == "closing" and not sent:
        sent = today.isoformat()
    if len(sent) != 10:
        return None
    late = (date.fromisoformat(sent) - date.fromisoformat(end)).days - days
    if late <= 0:
        return "in-time", 0
    return ("late-explained" if "in-time" in (each.record["closing"].get("waived") or {}) else "late"), late


def falls_due(processes: list[Counted], days: int) -> Iterator[tuple[str, str, date]]:
    """Everything that waits for a day: kind, process, the last day it can mean."""
    for each in processes:
        end = each.record.get("end_date", "")
        if each.status == "closing" and len(end) == 10 and not each.record["closing"].get("output_sent"):
            yield "output", each.id, date.fromordinal(date.fromisoformat(end).toordinal() + days)
        for promise in each.promises:
            if promise.get("status") == "pending" and "due" in promise:
                yield "promise", each.id, last_day(promise["due"])
        for outcome in outcomes_of(each):
            if outcome["state"] in ("expected", "submitted") and "due" in outcome:
                yield "outcome", each.id, last_day(outcome["due"])
        for step in steps_of(each):
            if step["state"] == "open" and "due" in step:
                yield "step", each.id, last_day(step["due"])
