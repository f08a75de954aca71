"""How to cite a process, and the open data as a whole: BibTeX, RIS and a `CITATION.cff`-like file.

The author is whoever wrote the text; a convening body that did not write it is named as the organiser.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext
from generator.source.yaml_scalars import escaped
from generator.views.data_citation import DataCitation

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
    record, authorship = process.record, authorship_of(process, context, process.record.language)
    entries = (
        # Double braces: a name of a body is not a first and a last name.
        ("author", f"{{{_bibtex(authorship.writer)}}}"),
        ("title", f"{{{_bibtex(record.title)}}}"),
        ("institution", _bibtex(authorship.writer)),
        *_bibtex_date(authorship.date),
        ("note", _bibtex(authorship.note(context.wording_for(record.language)))),
        ("url", _url(process, context)),
        ("copyright", _bibtex(_licence(process, context))),
        ("langid", _BIBTEX_LANGUAGES.get(record.language)),
        ("abstract", _bibtex(record.short_description)),
    )
    # A report without a year is an error to styles; what is of no kind may lack one.
    kind = "techreport" if authorship.date else "misc"
    return _bibtex_entry(f"@{kind}{{{process.id}", entries)


def bibtex_of_data(data: DataCitation, version: str, context: SiteContext) -> str:
    """The same of the open data, of exactly one version."""
    named = context.wording.gettext("version %(version)s") % {"version": version}
    entries = (
        ("author", f"{{{_bibtex(data.author)}}}"),
        ("title", f"{{{_bibtex(data.title)}}}"),
        ("publisher", f"{{{_bibtex(data.publisher)}}}"),
        *_bibtex_date(data.date),
        ("version", version),
        # Most styles leave out what they do not know: version and licence are said to their readers here.
        ("note", _bibtex(". ".join(filter(None, (named, data.terms))))),
        ("url", data.address),
        ("copyright", _bibtex(data.terms)),
        ("langid", _BIBTEX_LANGUAGES.get(context.language)),
    )
    return _bibtex_entry(f"@misc{{{data.key}", entries)


def ris(process: PublishedProcess, context: SiteContext) -> str:
    """One RIS record: CRLF lines, UTF-8."""
    record, authorship = process.record, authorship_of(process, context, process.record.language)
    return _ris_record(
        ("TY", "RPRT"),
        ("ID", process.id),
        ("TI", record.title),
        ("AU", authorship.writer),
        ("PB", authorship.writer),
        *_ris_date(authorship.date),
        ("LA", record.language),
        ("AB", record.short_description),
        ("N1", authorship.note(context.wording_for(record.language))),
        ("UR", _url(process, context) or ""),
        ("N1", _licence(process, context)),
    )


def ris_of_data(data: DataCitation, version: str, context: SiteContext) -> str:
    """The same of the open data, of exactly one version."""
    return _ris_record(
        ("TY", "DATA"),
        ("ID", data.key),
        ("TI", data.title),
        ("AU", data.author),
        ("PB", data.publisher),
        *_ris_date(data.date),
        ("ET", version),
        ("LA", context.language),
        ("UR", data.address),
        ("N1", data.terms),
    )


def cff(process: PublishedProcess, context: SiteContext) -> str:
    """A Citation File Format 1.2.0 file whose `preferred-citation` is the closing output."""
    record, url = process.record, _url(process, context)
    authorship = authorship_of(process, context, process.record.language)
    date, author, title = authorship.date, _quoted(authorship.writer), _quoted(record.title)
    notes = authorship.note(context.wording_for(record.language))
    licence = context.licence_of(record)
    message = context.wording.gettext("Please cite this process as follows.")
    return _cff_file(
        f"message: {_quoted(message)}",
        f"title: {title}",
        f"authors: [{{name: {author}}}]",
        f"abstract: {_quoted(record.short_description)}",
        f"url: {_quoted(url)}" if url else None,
        *_cff_terms(licence.id if licence else "", licence.url if licence else None, date),
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
    )


def cff_of_data(data: DataCitation, version: str, context: SiteContext) -> str:
    """The same of the open data, of exactly one version."""
    author, title, date = _quoted(data.author), _quoted(data.title), data.date
    message = context.wording.gettext("Please cite the data as follows.")
    return _cff_file(
        f"message: {_quoted(message)}",
        f"title: {title}",
        f"authors: [{{name: {author}}}]",
        f"version: {_quoted(version)}",
        f"url: {_quoted(data.address)}" if data.address else None,
        *_cff_terms(data.licence_id, data.licence_url, date),
        "preferred-citation:",
        "  type: data",
        f"  title: {title}",
        f"  authors: [{{name: {author}}}]",
        f"  publisher: {{name: {_quoted(data.publisher)}}}",
        f"  version: {_quoted(version)}",
        f"  year: {date.year}" if date else None,
        f"  month: {date.month}" if date and date.month else None,
        f"  url: {_quoted(data.address)}" if data.address else None,
        f"  languages: [{context.language}]",
    )


def _bibtex(text: str) -> str:
    return _line(text).translate(_BIBTEX_SPECIAL)


def _bibtex_date(date: PartialDate | None) -> tuple[tuple[str, str | None], ...]:
    return (("year", str(date.year)), ("month", str(date.month or ""))) if date else ()


def _bibtex_entry(head: str, entries: Iterable[tuple[str, str | None]]) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in entries if value]
    return "\n".join([f"{head},", *lines, "}", ""])


def _ris_record(*entries: tuple[str, str]) -> str:
    lines = [f"{tag}  - {_line(value)}" for tag, value in entries if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _ris_date(date: PartialDate | None) -> tuple[tuple[str, str], ...]:
    """The year, and `2016/06/12/`: four slots, the last for words."""
    if date is None:
        return ()
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return (("PY", f"{date.year:04}"), ("DA", f"{date.year:04}/{month}/{day}/"))


def _cff_file(*lines: str | None) -> str:
    return "\n".join(["cff-version: 1.2.0", "type: dataset", *(line for line in lines if line is not None), ""])


def _cff_terms(licence_id: str, licence_url: str | None, date: PartialDate | None) -> tuple[str | None, ...]:
    """Licence and day, as far as the format has words for them."""
    # CFF 1.2.0 has a list of ids of its own, made in 2021; these are in it.
    is_known = licence_id.startswith(("CC-BY", "CC0-", "ODbL-", "OGL-"))
    day = date.full_day if date else None
    return (
        f"license: {licence_id}" if is_known else None,
        f"license-url: {_quoted(licence_url)}" if licence_url else None,
        f"date-released: {day.isoformat()}" if day else None,
    )


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


def _url(process: PublishedProcess, context: SiteContext) -> str | None:
    """An address only where it can be followed from anywhere."""
    return context.absolute(process.url) if context.site_url else None


def _line(text: str) -> str:
    return " ".join(text.split())
