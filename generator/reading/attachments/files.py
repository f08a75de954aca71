"""A file -> what it says, by its bytes: archives and office files are opened, within bounds that hold for all that is in them."""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from generator.expressions import expression
from generator.reading.attachments.letters import letters_within, readings_of
from generator.reading.attachments.metadata import said_about_itself
from generator.reading.attachments.notations import said_in_text
from generator.reading.attachments.tables import lines_of

MAX_BYTES = 20_000_000
"""Of a file, and of all that is unpacked from one."""
_MAX_MEMBERS = 2_000
_DEEPEST = 5
"""Archives within archives."""
_SHEETS = frozenset("xlsx xlsm xltx xltm xlsb xls ods ots fods".split())
_NAMED_IN_UTF8 = 0x800
_OLD_ENCODINGS = ("utf-8", "cp862", "cp1255", "cp720", "cp1256")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IS_TEXT = expression(r"\.(?:xml|rels|xhtml|html?|vml|opf|ncx|txt|json|csv|md)\Z", re.IGNORECASE)
_SAYS_NOTHING = expression(
    r"(?:styles\w*|theme\d*|fontTable|numbering|webSettings|\[Content_Types\]|META-INF/.*)\.xml\Z"
)
_OFFICE_FILES = ("[Content_Types].xml", "mimetype", "META-INF/container.xml", "word/document.xml", "content.xml")
_UNREADABLE = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
)  # fmt: skip


class _Budget:
    """What may still be unpacked."""

    def __init__(self) -> None:
        self.bytes = MAX_BYTES
        self.members = _MAX_MEMBERS

    def allows(self, size: int) -> bool:
        """Whether a file of this size may be unpacked; it is taken off."""
        self.members -= 1
        if size > self.bytes or self.members < 0:
            return False
        self.bytes -= size
        return True


def attachment_text(name: str, content: bytes) -> str:
    """What a file says, with the names of what is packed in it; empty when it cannot be read, or is no text."""
    return "\n".join(_texts_in(name, content, _Budget(), _DEEPEST))


def _texts_in(name: str, content: bytes, budget: _Budget, depth: int) -> Iterator[str]:
    ending = name.rpartition(".")[2].casefold()
    if not content or len(content) > MAX_BYTES:
        return
    if content[:4] == b"PK\x03\x04":
        yield from _in_zip(content, budget, depth, is_sheet=ending in _SHEETS)
    elif content[:2] == b"\x1f\x8b":
        yield from _in_gzip(name, content, budget, depth)
    elif content[257:262] == b"ustar":
        yield from _in_tar(content, budget, depth)
    elif content[:8] == _OLD_OFFICE:
        yield from _rows(content) if ending in _SHEETS else [letters_within(content)]
    elif readings := readings_of(content):
        for text in readings:
            yield from said_in_text(ending, text)
    else:
        yield from said_about_itself(content)


def _in_zip(content: bytes, budget: _Budget, depth: int, *, is_sheet: bool) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()[:_MAX_MEMBERS]
            is_office = any(member.filename in _OFFICE_FILES for member in members)
            if is_sheet and sum(member.file_size for member in members) < 5 * MAX_BYTES:
                yield from _rows(content)
            yield package.comment.decode("utf-8", "replace")
            for member in members:
                if not is_office:
                    yield from (name.replace("/", "\n") for name in _names(member))
                yield member.comment.decode("utf-8", "replace")
                is_packed = (
                    member.is_dir() or member.flag_bits & 1 or (is_office and _SAYS_NOTHING.search(member.filename))
                )
                is_deep = depth == 0 and not (is_office and _IS_TEXT.search(member.filename))
                if not is_packed and not is_deep and budget.allows(member.file_size):
                    yield from _texts_in(member.filename, package.read(member), budget, depth - 1)
    except _UNREADABLE:
        return


def _names(member: zipfile.ZipInfo) -> Iterator[str]:
    """The name of a file in an archive; where none says how it is written, as Windows and its predecessor wrote it."""
    yield member.filename
    if not member.flag_bits & _NAMED_IN_UTF8 and not member.filename.isascii():
        written = member.filename.encode("cp437", "replace")
        yield from (written.decode(encoding, "replace") for encoding in _OLD_ENCODINGS)


def _in_tar(content: bytes, budget: _Budget, depth: int) -> Iterator[str]:
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as package:
            for member in package:
                yield member.name.replace("/", "\n")
                if depth and member.isfile() and budget.allows(member.size) and (file := package.extractfile(member)):
                    yield from _texts_in(member.name, file.read(), budget, depth - 1)
                if budget.members < 0:
                    return
    except _UNREADABLE:
        return


def _in_gzip(name: str, content: bytes, budget: _Budget, depth: int) -> Iterator[str]:
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            unpacked = packed.read(budget.bytes + 1)
    except _UNREADABLE:
        return
    if depth and budget.allows(len(unpacked)):
        yield from _texts_in(re.sub(r"\.(?:gz|tgz)\Z", "", name, flags=re.IGNORECASE), unpacked, budget, depth - 1)


def _rows(content: bytes) -> Iterator[str]:
    from python_calamine import CalamineError, CalamineWorkbook  # few processes attach a sheet

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet in book.sheet_names:
            yield f"{sheet}\n"
            rows = book.get_sheet_by_name(sheet).to_python()
            yield from lines_of([list(map(_shown, row)) for row in rows])
    except (CalamineError, *_UNREADABLE):
        return


def _shown(cell: object) -> str:
    """A cell as its owner sees it: whole numbers without a point."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
