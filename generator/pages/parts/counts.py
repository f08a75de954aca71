"""Counts in words, in the language of the page."""

from __future__ import annotations

from generator.wording import Wording


def processes_text(count: int, wording: Wording) -> str:
    """`37 processes`."""
    return wording.ngettext("%(count)s process", "%(count)s processes", count) % {"count": wording.number(count)}


def ministries_text(count: int, wording: Wording) -> str:
    """`24 bodies`."""
    return wording.ngettext("%(count)s body", "%(count)s bodies", count) % {"count": wording.number(count)}


def promises_text(count: int, wording: Wording) -> str:
    """`14 promises`."""
    return wording.ngettext("%(count)s promise", "%(count)s promises", count) % {"count": wording.number(count)}


def lessons_text(count: int, wording: Wording) -> str:
    """`14 lessons`."""
    return wording.ngettext("%(count)s lesson", "%(count)s lessons", count) % {"count": wording.number(count)}
