"""What stands on top of a process's pages beside its own: findings in a preview, and that a newer version waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.model.published import OrdinaryPage
from generator.rendering.templates import render
from generator.wording import Wording
from generator.wording.findings import WordedFinding


def panel(findings: tuple[str, ...], language: str) -> str:
    """The panel itself, for a page that is no process's."""
    return render("parts/panel.html", language, {"findings": findings})


def findings_panel(findings: Iterable[WordedFinding], language: str) -> tuple[str, ...]:
    """Ready HTML, one piece per finding: where, what, how to mend it, and the rule (`CrossReferences.findings`)."""
    return tuple(render("parts/finding.html", language, {"worded": worded}) for worded in findings)


def held_notice(day: date, wording: Wording) -> str:
    """The line on every page of a version that is shown while a newer one waits for corrections."""
    return render("parts/held.html", wording.language, {"day": wording.date(day)})


def version_day(page: OrdinaryPage, wording: Wording) -> str:
    """The day of the version of a page that belongs to no process, for the same line; empty where no newer one waits."""
    return wording.date(page.version_of) if page.version_of else ""
