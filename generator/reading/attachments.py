"""The text inside an attached file, as far as it can be had without guessing: text formats, office files, archives (bounded).

The text is searched for withheld names and is not published. PDFs, pictures and films are not read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

MAX_BYTES = 20_000_000
"""Of a file, and of all that is unpacked from one."""
_MAX_MEMBERS = 2_000
_TEXT = frozenset(
    "txt text md csv tsv json geojson jsonl vtt srt sbv ics vcf svg xml html htm yml yaml tex rtf log".split()
)
_SHEETS = frozenset("xlsx xlsm xls ods".split())
_PACKED = frozenset("docx docm dotx pptx pptm odt odp epub".split())
_ENCODINGS = ("utf-8-sig", "windows-1255")
_BLOCK = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|w:tc|table:table-cell|p|div|td|th|li|tr|h\d|title|text)>|<(?:w:br|w:tab|text:tab|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^<>]*>")
_PARTS = re.compile(r"(?:word|ppt|content|xl|OEBPS|EPUB|docProps)?[^:]*\.(?:xml|xhtml|html|htm)\Z")


def attachment_text(name: str, content: bytes) -> str:
    """What a file says, with the names of what is packed in it; empty when it cannot be read, or is no text."""
    return "\n".join(_texts(name, content, depth=1))


def _texts(name: str, content: bytes, depth: int) -> Iterator[str]:
    ending = name.rpartition(".")[2].casefold()
    if len(content) > MAX_BYTES:
        return
    if ending in _TEXT:
        yield _of_text(ending, content)
    elif ending in _SHEETS:
        yield from _rows(content)
    elif content[:4] == b"PK\x03\x04" and (ending in _PACKED or ending == "zip"):
        yield from _members(content, depth, is_office=ending != "zip")


def _of_text(ending: str, content: bytes) -> str:
    text = _decoded(content)
    if ending in ("csv", "tsv"):
        return re.sub(r'"?[,;\t]"?', " | ", text)
    if ending == "ics":
        return re.sub(r"\r?\n[ \t]", "", text)
    if ending in ("json", "geojson", "jsonl"):
        return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    if ending in ("svg", "xml"):
        return _of_xml(text)
    return text


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _of_xml(text: str) -> str:
    """Text with one line for each paragraph; the runs of a paragraph are joined. Attributes are kept, for titles and names."""
    told = " ".join(re.findall(r'(?:descr|title|alt|name|aria-label|inkscape:label)="([^"]{3,200})"', text))
    return _TAG.sub("", _BLOCK.sub("\n\n", text)) + ("\n\n" + told if told else "")


def _rows(content: bytes) -> Iterator[str]:
    from python_calamine import CalamineError, CalamineWorkbook  # few processes attach a sheet

    try:
        if content[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                if sum(member.file_size for member in package.infolist()) > 5 * MAX_BYTES:
                    return
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet in book.sheet_names:
            for row in book.get_sheet_by_name(sheet).to_python():
                if cells := [str(cell) for cell in row if cell not in ("", None)]:
                    yield " | ".join(cells) + "\n"
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, EOFError):
        return


def _members(content: bytes, depth: int, *, is_office: bool) -> Iterator[str]:
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for member in package.infolist()[:_MAX_MEMBERS]:
                if not is_office:
                    yield member.filename.replace("/", "\n")
                if member.is_dir() or member.file_size > left or member.flag_bits & 1:
                    continue
                left -= member.file_size
                if is_office and _PARTS.match(member.filename):
                    yield _of_xml(_decoded(package.read(member)))
                elif not is_office and depth:
                    yield from _texts(member.filename, package.read(member), depth - 1)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return
