"""How to cite a process: BibTeX, RIS and a `CITATION.cff`-like file.

The author is whoever wrote the text; a convening body that did not write it is named as the organiser.
"""

from __future__ import annotations

from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.rendering.authorship import authorship_of
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


def bibtex(process: PublishedProcess, context: SiteContext) -> str:
    """One BibTeX entry, UTF-8, whose key is the process's id."""
    authorship = authorship_of(process, context, context.language)
    date, author = authorship.date, _line(authorship.writer).translate(_BIBTEX_SPECIAL)
    note = _line(authorship.note(context.wording)).translate(_BIBTEX_SPECIAL)
    entries = {
        # Double braces: a name of a body is not a first and a last name.
        "author": f"{{{author}}}",
        "title": f"{{{_line(process.record.title).translate(_BIBTEX_SPECIAL)}}}",
        "institution": author,
        "year": str(date.year) if date else None,
        "month": str(date.month) if date and date.month else None,
        "note": note,
        "url": _url(process, context),
        "copyright": _licence(process, context).translate(_BIBTEX_SPECIAL),
        "langid": _BIBTEX_LANGUAGES.get(process.record.language),
        "abstract": _line(process.record.short_description).translate(_BIBTEX_SPECIAL),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value]
    return "\n".join([f"@techreport{{{process.id},", *lines, "}", ""])


def ris(process: PublishedProcess, context: SiteContext) -> str:
    """One RIS record: CRLF lines, UTF-8."""
    record, authorship = process.record, authorship_of(process, context, context.language)
    date = authorship.date
    entries = (
        ("TY", "RPRT"),
        ("ID", process.id),
        ("TI", record.title),
        ("AU", authorship.writer),
        ("PB", authorship.writer),
        ("PY", f"{date.year:04}" if date else ""),
        ("DA", _ris_date(date) if date else ""),
        ("LA", record.language),
        ("AB", record.short_description),
        ("N1", authorship.note(context.wording)),
        ("UR", _url(process, context) or ""),
        ("N1", _licence(process, context)),
    )
    lines = [f"{tag}  - {_line(value)}" for tag, value in entries if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def cff(process: PublishedProcess, context: SiteContext) -> str:
    """A Citation File Format 1.2.0 file whose `preferred-citation` is the closing output."""
    record, url = process.record, _url(process, context)
    authorship = authorship_of(process, context, context.language)
    date, author, title = authorship.date, _quoted(authorship.writer), _quoted(record.title)
    notes = authorship.note(context.wording)
    message = context.wording.gettext("Please cite this process as follows.")
    day = date.full_day if date else None
    licence = context.licence_of(record)
    # CFF 1.2.0 has a list of ids of its own, made in 2021; these are in it.
    is_known = licence is not None and licence.id.startswith(("CC-BY", "CC0-", "ODbL-", "OGL-"))
    lines = (
        "cff-version: 1.2.0",
        f"message: {_quoted(message)}",
        "type: dataset",
        f"title: {title}",
        f"authors: [{{name: {author}}}]",
        f"abstract: {_quoted(record.short_description)}",
        f"url: {_quoted(url)}" if url else None,
        f"license: {licence.id}" if licence and is_known else None,
        f"license-url: {_quoted(licence.url)}" if licence and licence.url else None,
        f"date-released: {day.isoformat()}" if day else None,
        "preferred-citation:",
        "  type: report",
        f"  title: {title}",
        f"  authors: [{{name: {author}}}]",
        f"  institution: {{name: {author}}}",
        f"  year: {date.year}" if date else None,
        f"  month: {date.month}" if date and date.month else None,
        f"  url: {_quoted(url)}" if url else None,
        f"  notes: {_quoted(notes)}" if notes else None,
        f"  languages: [{record.language}]",
        "",
    )
    return "\n".join(line for line in lines if line is not None)


def _quoted(text: str) -> str:
    """The text as a YAML scalar: a string of JSON is one."""
    return escaped(_line(text))


def _licence(process: PublishedProcess, context: SiteContext) -> str:
    """Name and address of the licence in one line; empty where nobody said."""
    licence = context.licence_of(process.record)
    if licence is None:
        return ""
    name = _line(licence.name.in_language(process.record.language))
    return f"{name}, {licence.url}" if licence.url and licence.url != name else name


def _ris_date(date: PartialDate) -> str:
    """`2016/06/12/`: four slots, the last for words."""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"


def _url(process: PublishedProcess, context: SiteContext) -> str | None:
    """An address only where it can be followed from anywhere."""
    return context.absolute(process.url) if context.site_url else None


def _line(text: str) -> str:
    return " ".join(text.split())
