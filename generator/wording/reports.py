"""Findings as reports: `full` for people, `concise` for one line each, `github` and `json` for machines (spec 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.diagnostics import Finding, Span
from generator.wording.findings import WordedFinding, visible, word

FORMATS = ("full", "concise", "github", "json", "sarif", "junit")
LineOf = Callable[[str, int], str | None]
"""The text of a line of a file, by path and number; None when it cannot be had."""

_RESET, _BOLD, _RED, _YELLOW, _BLUE, _MARKED = "\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[4m"
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def concise(findings: Iterable[Finding], language: str) -> str:
    """`path:line:column: severity CODE name: message`, a line each."""
    return "".join(_headline(word(finding, language)) + "\n" for finding in findings)


def full(findings: Iterable[Finding], language: str, line_of: LineOf, *, is_terminal: bool) -> str:
    """With the line itself, the place marked and what to do. Colour and direction isolates only on a terminal."""
    return "\n".join(_block(word(finding, language), line_of, is_terminal) for finding in findings)


def github(findings: Iterable[Finding], language: str, prefix: str = "") -> str:
    """Workflow commands, which GitHub shows on the lines of a pull request. `prefix` leads from the working directory."""
    lines = []
    for finding in findings:
        worded, span = word(finding, language), finding.span
        place = f"file={_property(prefix + span.path)},line={span.line},endLine={span.end_line}"
        place += f",col={span.column},endColumn={span.end_column}"
        title = _property(f"{worded.rule.code} {worded.rule.name}")
        lines.append(f"::{finding.severity} {place},title={title}::{_data(worded.message)}%0A{_data(worded.hint)}\n")
    return "".join(lines)


def as_json(findings: Sequence[Finding], language: str, *, processes: int) -> str:
    """The machine's form, version 1."""
    import json

    errors = sum(finding.is_error for finding in findings)
    document = {
        "version": 1,
        "findings": [_as_dict(word(finding, language)) for finding in findings],
        "summary": {"processes": processes, "errors": errors, "warnings": len(findings) - errors},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_SUMMARIES = {
    "he": "שגיאות: {errors}, אזהרות: {warnings}",
    "ar": "أخطاء: {errors}، تحذيرات: {warnings}",
    "en": "errors: {errors}, warnings: {warnings}",
}


def summary(errors: int, warnings: int, language: str) -> str:
    """The counts in one line, as labels: Hebrew and Arabic need no plural forms then."""
    return _SUMMARIES.get(language, _SUMMARIES["he"]).format(errors=errors, warnings=warnings)


def _headline(worded: WordedFinding) -> str:
    span, rule = worded.finding.span, worded.rule
    place = f"{span.path}:{span.line}:{span.column}"
    return f"{place}: {worded.finding.severity} {rule.code} {rule.name}: {worded.message}"


def _block(worded: WordedFinding, line_of: LineOf, is_terminal: bool) -> str:
    finding, rule = worded.finding, worded.rule
    colour = _RED if finding.is_error else _YELLOW
    span = finding.span
    if is_terminal:
        head = f"{_BOLD}{span.path}:{span.line}:{span.column}{_RESET}: {colour}{finding.severity}{_RESET} "
        head += f"{_BOLD}{rule.code} {rule.name}{_RESET}: {_isolate(worded.message)}"
    else:
        head = _headline(worded)
    lines = [head]
    text = None if finding.is_private else line_of(span.path, span.line)
    text = None if text and "\ufffd" in text else text  # bytes of another encoding show nothing
    margin = " " * len(str(span.line))
    if text is not None:
        lines += [f"{margin} |", f"{span.line} | {_marked(text, span) if is_terminal else _shown(text)}"]
        lines.append(f"{margin} | {_caret(text, span)}")
    for place, phrase in zip(finding.related, worded.related, strict=True):
        lines.append(f"{margin} = {place.span.path}:{place.span.line}:{place.span.column}: {phrase}")
    hint = _isolate(worded.hint) if is_terminal else worded.hint
    lines.append(f"{margin} = {hint}  (sikum explain {rule.code})")
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """The line, with nothing left in it that would command the terminal or turn the text around."""
    return visible(text.replace("\t", " "))


def _caret(text: str, span: Span) -> str:
    """The mark under the place, in terminal cells: a letter with niqqud is one cell, a wide one two."""
    from wcwidth import wcswidth, wcwidth  # a build without a finding needs none of its tables

    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    before = sum(max(wcwidth(character), 0) for character in _shown(text[:start]))
    width = max(wcswidth(_shown(text[start:end])), 1)
    return " " * before + "^" * width


def _marked(text: str, span: Span) -> str:
    """The line with the place itself underlined: right also where the terminal turns Hebrew around."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    shown = _shown(text)
    return f"{shown[:start]}{_MARKED}{shown[start:end]}{_RESET}{shown[end:]}" if end > start else shown


def _isolate(text: str) -> str:
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def _as_dict(worded: WordedFinding) -> dict[str, object]:
    finding, span = worded.finding, worded.finding.span
    return {
        "code": worded.rule.code,
        "name": worded.rule.name,
        "severity": str(finding.severity),
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": worded.message,
        "hint": worded.hint,
        "related": [
            {"path": place.span.path, "line": place.span.line, "column": place.span.column, "message": phrase}
            for place, phrase in zip(finding.related, worded.related, strict=True)
        ],
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
