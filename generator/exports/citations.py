"""How to cite a process: BibTeX, RIS and a `CITATION.cff`-like file. The convening body is the author."""

from __future__ import annotations

from generator.exports.tables import ministry_name
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext
from generator.source.yaml_scalars import escaped

_BIBTEX_LANGUAGES = {"he": "hebrew", "ar": "arabic", "en": "english"}
_BIBTEX_SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}",
    # Not `\{`: BibTeX counts it as an open brace.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "$": r"\$",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
})  # fmt: skip


def publication_date(process: PublishedProcess) -> PartialDate | None:
    """The date to cite: when the output was sent, else when participation ended; None while nobody knows."""
    return process.record.closing.output_sent or process.record.end_date


def bibtex(process: PublishedProcess, context: SiteContext) -> str:
    """One BibTeX entry, UTF-8, whose key is the process's id."""
    date = publication_date(process)
    body = _line(ministry_name(process, context)).translate(_BIBTEX_SPECIAL)
    entries = {
        # Double braces: a name of a body is not a first and a last name.
        "author": f"{{{body}}}",
        "title": f"{{{_line(process.record.title).translate(_BIBTEX_SPECIAL)}}}",
        "institution": body,
        "year": str(date.year) if date else None,
        "month": str(date.month) if date and date.month else None,
        "url": _url(process, context),
        "langid": _BIBTEX_LANGUAGES.get(process.record.language),
        "abstract": _line(process.record.short_description).translate(_BIBTEX_SPECIAL),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value]
    return "\n".join([f"@techreport{{{process.id},", *lines, "}", ""])


def ris(process: PublishedProcess, context: SiteContext) -> str:
    """One RIS record: CRLF lines, UTF-8."""
    record, date = process.record, publication_date(process)
    body = ministry_name(process, context)
    entries = (
        ("TY", "RPRT"),
        ("ID", process.id),
        ("TI", record.title),
        ("AU", body),
        ("PB", body),
        ("PY", f"{date.year:04}" if date else ""),
        ("DA", _ris_date(date) if date else ""),
        ("LA", record.language),
        ("AB", record.short_description),
        ("UR", _url(process, context) or ""),
    )
    lines = [f"{tag}  - {_line(value)}" for tag, value in entries if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def cff(process: PublishedProcess, context: SiteContext) -> str:
    """A Citation File Format 1.2.0 file whose `preferred-citation` is the closing output."""
    record, date, url = process.record, publication_date(process), _url(process, context)
    body, title = _quoted(ministry_name(process, context)), _quoted(record.title)
    message = context.wording.gettext("Please cite this process as follows.")
    day = date.full_day if date else None
    lines = (
        "cff-version: 1.2.0",
        f"message: {_quoted(message)}",
        "type: dataset",
        f"title: {title}",
        f"authors: [{{name: {body}}}]",
        f"abstract: {_quoted(record.short_description)}",
        f"url: {_quoted(url)}" if url else None,
        f"date-released: {day.isoformat()}" if day else None,
        "preferred-citation:",
        "  type: report",
        f"  title: {title}",
        f"  authors: [{{name: {body}}}]",
        f"  institution: {{name: {body}}}",
        f"  year: {date.year}" if date else None,
        f"  month: {date.month}" if date and date.month else None,
        f"  url: {_quoted(url)}" if url else None,
        f"  languages: [{record.language}]",
        "",
    )
    return "\n".join(line for line in lines if line is not None)


def _quoted(text: str) -> str:
    """The text as a YAML scalar: a string of JSON is one."""
    return escaped(_line(text))


def _ris_date(date: PartialDate) -> str:
    """`2016/06/12/`: four slots, the last for words."""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"


def _url(process: PublishedProcess, context: SiteContext) -> str | None:
    """An address only where it can be followed from anywhere."""
    return context.absolute(process.url) if context.site_url else None


def _line(text: str) -> str:
    return " ".join(text.split())
