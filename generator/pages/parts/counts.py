"""Counts in words, in the language of the page."""

from __future__ import annotations

from generator.wording import Wording


def processes_text(count: int, wording: Wording) -> str:
    """`37 processes`."""
    return wording.ngettext("%(count)s process", "%(count)s processes", count) % {"count": wording.number(count)}


def examples_text(count: int, wording: Wording, figure: str = "") -> str:
    """`2 made-up examples`, with `figure` in place of the number where it is given."""
    words = wording.ngettext("%(count)s made-up example", "%(count)s made-up examples", count)
    return words % {"count": figure or wording.number(count)}


def listed_text(processes: int, examples: int, wording: Wording) -> str:
    """`37 processes · 2 made-up examples`: all that a list shows; of what there is none, nothing is said."""
    words = [processes_text(processes, wording)] if processes or not examples else []
    words += [examples_text(examples, wording)] if examples else []
    return " · ".join(words)


def ministries_text(count: int, wording: Wording) -> str:
    """`24 bodies`."""
    return wording.ngettext("%(count)s body", "%(count)s bodies", count) % {"count": wording.number(count)}


def promises_text(count: int, wording: Wording) -> str:
    """`14 promises`."""
    return wording.ngettext("%(count)s promise", "%(count)s promises", count) % {"count": wording.number(count)}


def lessons_text(count: int, wording: Wording) -> str:
    """`14 lessons`."""
    return wording.ngettext("%(count)s lesson", "%(count)s lessons", count) % {"count": wording.number(count)}
