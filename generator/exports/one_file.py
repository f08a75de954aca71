"""`catalogue.zip`: all of the open data with what describes it, to be kept as one file; the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import MAX_WBITS, compressobj, crc32

from msgspec import Struct

from generator.diagnostics import Text
from generator.exports.file_facts import Facts, facts_of
from generator.model.licences import Licence
from generator.rendering.context import SiteContext
from generator.rendering.datasets import TYPES
from generator.rendering.datasets.added import tables_for

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold: no clock is asked."""
LANGUAGES = ("he", "ar", "en")

_INTRODUCTION = Text(
    he=(
        "כל הנתונים הפתוחים של האתר בקובץ אחד. בכל טבלה: UTF-8 עם סימן סדר בתים, פסיק בין תאים, רשימה מופרדת ב־|."
        " תא ריק: לא ידוע או לא פורסם. מה שמשתתפים לא הסכימו לפרסם אינו בשום קובץ."
        " datapackage.json מתאר את הטבלאות לתוכנות, ו־SHA256SUMS מאפשר לבדוק שהקבצים שלמים."
    ),
    ar=(
        "كل البيانات المفتوحة للموقع في ملف واحد."
        " في كل جدول: UTF-8 مع علامة ترتيب البايتات، وفاصلة بين الخلايا، والقائمة مفصولة بـ |."
        " الخلية الفارغة: غير معروف أو لم يُنشر. ما لم يوافق المشاركون على نشره ليس في أي ملف."
        " datapackage.json يصف الجداول للبرامج، وSHA256SUMS يتيح التحقق من سلامة الملفات."
    ),
    en=(
        "All of the site's open data in one file. Every table: UTF-8 with a byte order mark, a comma between cells, lists joined"
        " by |. An empty cell is a value that is not known or not published. What participants did not agree to publish is in"
        " no file. datapackage.json describes the tables to programs, and by SHA256SUMS a copy is known to be whole."
    ),
)
_LICENCE = Text(he="רישיון", ar="الترخيص", en="Licence")
_CITED = Text(he="לציטוט", ar="للاقتباس", en="How to cite")
_OWN = Text(
    he="לתהליך שיש לו רישיון משלו – העמודה license בטבלה processes.csv.",
    ar="للعملية التي لها ترخيصها: العمود license في الجدول processes.csv.",
    en="A process with a licence of its own has it in the column license of processes.csv.",
)
_NONE = Text(
    he="לא נקבע באילו תנאים מותר להשתמש בנתונים.",
    ar="لم يُحدد بأي شروط يجوز استعمال البيانات.",
    en="It is not settled on what terms the data may be reused.",
)


class Member(Struct, frozen=True):
    """A file as it lies in the archive, and what is said of it: all that is asked of most files of the data."""

    facts: Facts
    crc: int
    deflated: bytes


def member_of(content: bytes) -> Member:
    """A file's content, compressed."""
    packing = compressobj(wbits=-MAX_WBITS)  # without a head: the archive has its own
    return Member(facts_of(content), crc32(content), packing.compress(content) + packing.flush())


def one_file(files: Mapping[str, Member], citations: Mapping[str, str], context: SiteContext) -> bytes:
    """`files` by name, and beside them the licence, a README in each language, and the hash of everything.

    `citations`: how the data is cited, by language.
    """
    whole = dict(files)
    whole["LICENSE.txt"] = member_of(_terms(context))
    for language in LANGUAGES:
        whole[f"README.{language}.md"] = member_of(_readme(context, citations[language], language).encode())
    sums = "".join(f"{whole[name].facts.sha256}  {name}\n" for name in sorted(whole))
    whole["SHA256SUMS"] = member_of(sums.encode())
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name in sorted(whole):
            _add(archive, packed, name, whole[name])
    return packed.getvalue()


def _add(archive: ZipFile, packed: BytesIO, name: str, member: Member) -> None:
    """What `ZipFile.writestr` does, of a content that is compressed already."""
    entry = ZipInfo(name, _BEGINNING)
    entry.create_system = 3  # of another system than the one that builds would differ by a byte
    entry.external_attr = 0o644 << 16
    entry.compress_type = ZIP_DEFLATED
    entry.CRC, entry.file_size, entry.compress_size = member.crc, member.facts.size, len(member.deflated)
    entry.header_offset = packed.tell()
    packed.write(entry.FileHeader())
    packed.write(member.deflated)
    archive.filelist.append(entry)
    archive.start_dir = packed.tell()


def licence_line(licence: Licence | None, language: str) -> str:
    """Name and address of the licence, else that none is settled."""
    if licence is None:
        return _NONE.in_language(language)
    name = licence.name.in_language(language)
    return f"{name} – {licence.url}" if licence.url and licence.url != name else name


def _terms(context: SiteContext) -> bytes:
    lines = [f"{licence_line(context.licence, each)}\n{_OWN.in_language(each)}\n" for each in LANGUAGES]
    return "\n".join(lines).encode()


def _readme(context: SiteContext, citation: str, language: str) -> str:
    return "".join(f"{line}\n" for line in _readme_lines(context, citation, language))


def _readme_lines(context: SiteContext, citation: str, language: str) -> Iterator[str]:
    yield f"# {context.site_name}"
    yield ""
    if context.site_url:
        yield f"<{context.site_url}>"
        yield ""
    yield _INTRODUCTION.in_language(language)
    yield ""
    yield f"{_LICENCE.in_language(language)}: {licence_line(context.licence, language)}"
    yield _OWN.in_language(language)
    yield ""
    yield f"{_CITED.in_language(language)}: {citation}"
    for table in tables_for(context.structure):
        yield ""
        yield f"## {table.file}"
        yield ""
        yield table.title.in_language(language)
        yield ""
        for column in table.columns:
            kind = TYPES[column.type].in_language(language)
            yield f"- `{column.name}` ({kind}): {column.meaning.in_language(language)}"
