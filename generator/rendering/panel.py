"""The panel of findings that a preview shows on top of a process's pages."""

from __future__ import annotations

from collections.abc import Iterable

from generator.rendering.templates import render
from generator.wording.findings import WordedFinding


def panel(findings: tuple[str, ...], language: str) -> str:
    """The panel itself, for a page that is no process's."""
    return render("parts/panel.html", language, {"findings": findings})


def findings_panel(findings: Iterable[WordedFinding], language: str) -> tuple[str, ...]:
    """Ready HTML, one piece per finding: where, what, how to mend it, and the rule (`CrossReferences.findings`)."""
    return tuple(render("parts/finding.html", language, {"worded": worded}) for worded in findings)
