"""Findings by the process they are in: for whoever reads a whole catalogue, a line or a block for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.diagnostics import Finding
from generator.wording.findings import visible, word

MOST_LINES = 15
"""Processes that a build names: with the totals it stays on one screen."""
WIDEST = 160
"""Code points of a line; a longer one would be two or three on a screen."""

_WORDS = {
    "he": {
        "counts": "שגיאות: {errors}, אזהרות: {warnings}",
        "held": "ממתין לתיקון",
        "more": "ועוד {count} תהליכים ודפים",
        "left": "ועוד {count} ממצאים",
        "all": "כל הממצאים: {command}",
        "site": "האתר בתיקייה: {folder}",
        "pdf": "מסמכי PDF: {done} מתוך {count}",
        "ended": "הבנייה הופסקה ({signal}); האתר שפורסם נשאר שלם",
    },
    "ar": {
        "counts": "أخطاء: {errors}، تحذيرات: {warnings}",
        "held": "ينتظر التصحيح",
        "more": "و{count} عمليات وصفحات أخرى",
        "left": "و{count} نتائج أخرى",
        "all": "كل النتائج: {command}",
        "site": "الموقع في المجلد: {folder}",
        "pdf": "ملفات PDF: {done} من {count}",
        "ended": "أوقف البناء ({signal})؛ بقي الموقع المنشور كاملا",
    },
    "en": {
        "counts": "errors: {errors}, warnings: {warnings}",
        "held": "waits for corrections",
        "more": "and {count} more processes and pages",
        "left": "and {count} more findings",
        "all": "all findings: {command}",
        "site": "the site lies in: {folder}",
        "pdf": "PDFs: {done} of {count}",
        "ended": "the build was ended ({signal}); the published site is whole",
    },
}


class Group(Struct, frozen=True):
    """The findings of one process folder, or of one file that belongs to none."""

    path: str
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        return sum(finding.is_error for finding in self.findings)


def words(language: str, name: str, **values: object) -> str:
    """A phrase of these reports."""
    return _WORDS.get(language, _WORDS["he"])[name].format(**values)


def grouped(findings: Iterable[Finding], folders: Iterable[str]) -> tuple[Group, ...]:
    """Findings by process, those with errors first, and then by path. `folders`: of the processes, as findings name them."""
    known = frozenset(folders)
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(_folder_of(finding.span.path, known), []).append(finding)
    groups = [Group(path, tuple(each)) for path, each in found.items()]
    return tuple(sorted(groups, key=lambda group: (not group.errors, group.path)))


def lines(
    groups: Sequence[Group], language: str, *, held: Iterable[str] = (), most: int | None = MOST_LINES, command: str
) -> str:
    """A line for each group, with counts and the first of its findings; then totals, and what shows them all.

    `held`: folders of processes that wait, which are named first.
    """
    waiting = frozenset(held)
    ordered = sorted(groups, key=lambda group: group.path not in waiting)
    shown = ordered if most is None else ordered[:most]
    told = [_line(group, language, is_held=group.path in waiting) for group in shown]
    if len(ordered) > len(shown):
        told.append(f"… {words(language, 'more', count=len(ordered) - len(shown))}")
    errors = sum(group.errors for group in groups)
    count = sum(len(group.findings) for group in groups)
    told.append(
        f"{words(language, 'counts', errors=errors, warnings=count - errors)}. {words(language, 'all', command=command)}"
    )
    return "".join(f"{line}\n" for line in told)


def heading(group: Group, language: str) -> str:
    """The line above a group's findings."""
    counts = words(language, "counts", errors=group.errors, warnings=len(group.findings) - group.errors)
    return f"── {visible(group.path)} · {counts}"


def _line(group: Group, language: str, *, is_held: bool) -> str:
    first = min(group.findings, key=lambda finding: (not finding.is_error, finding.order))
    worded = word(first, language)
    counts = words(language, "counts", errors=group.errors, warnings=len(group.findings) - group.errors)
    state = f" ({words(language, 'held')})" if is_held else ""
    place = f"{first.span.path}:{first.span.line}:{first.span.column}"
    line = f"{visible(group.path)}{state}: {counts}; {visible(place)} {worded.rule.code} {worded.rule.name}: {worded.message}"
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"


def _folder_of(path: str, folders: frozenset[str]) -> str:
    """The process folder that a file lies in, or the file itself."""
    parts = path.split("/")
    return next((each for end in range(len(parts) - 1, 0, -1) if (each := "/".join(parts[:end])) in folders), path)
