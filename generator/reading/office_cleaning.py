"""Word and Excel files without authors, properties and marks of editing; their text, comments and changes stay."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from generator.expressions import expression

_LARGEST = 200_000_000
_TAG = expression(rb"<[^<>]*>")
_RSID = expression(rb"""\s\w+:rsid\w*=(?:"[^"]*"|'[^']*')""")
_NAMES = expression(rb"""(\s(?:\w+:)?(?:author|initials|userName)=)("(?!Author")[^"]+"|'(?!Author')[^']+')""")
_DISPLAYED = expression(rb"""(\sdisplayName=)("(?!Author")[^"]+")""")
_USER = expression(rb"""(\s(?:\w+:)?(?:userId|providerId)=)("[^"]+"|'[^']+')""")
_RSIDS = expression(rb"<w:rsids>.*?</w:rsids>", re.DOTALL)
_PERSON = expression(rb"<w15:person\b.*?</w15:person>|<w15:person\b[^>]*/>", re.DOTALL)
_AUTHOR = expression(rb"(<(?:\w+:)?author>)(?!Author<)[^<]+(?=</)")
_FOLDER = expression(rb"<x15ac:absPath\b[^>]*/>")
_CORE_KEPT = expression(rb"<dc:(?:title|language)\b[^>]*>[^<]*</dc:(?:title|language)>")
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/%s-properties"/>'
)


def clean_office(content: bytes, removed: set[str], picture: Callable[[bytes, set[str]], bytes]) -> bytes:
    """The package with the same parts in the same order; kinds of what was taken out are added to `removed`.

    Raises ValueError: "signed" where a signature would break, "password", or without words for what is no package.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(written, "w") as cleaned:
        infos = package.infolist()
        if any(info.filename.startswith("_xmlsignatures/") for info in infos):
            raise ValueError("signed")
        if any(info.flag_bits & 1 for info in infos):
            raise ValueError("password")
        if sum(info.file_size for info in infos) > _LARGEST:
            raise ValueError
        for info in infos:
            part = package.read(info)
            entry = zipfile.ZipInfo(info.filename)  # its day is 1980: when a part was written is nobody's business
            entry.compress_type = (
                zipfile.ZIP_STORED if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
            )
            cleaned.writestr(entry, _part(info.filename, part, removed, picture))
    return written.getvalue()


def _part(name: str, part: bytes, removed: set[str], picture: Callable[[bytes, set[str]], bytes]) -> bytes:
    if name == "docProps/core.xml":
        return _replaced(part, _CORE + b"".join(_CORE_KEPT.findall(part)) + b"</cp:coreProperties>", removed)
    if name == "docProps/app.xml":
        return _replaced(part, _PROPERTIES % b"extended", removed)
    if name == "docProps/custom.xml":
        return _replaced(part, _PROPERTIES % b"custom", removed)
    if not name.endswith(".xml"):
        return picture(part, removed)
    if not name.startswith(("word/", "xl/")) or "/worksheets/" in name or name == "xl/sharedStrings.xml":
        return part
    for pattern, kind in ((_RSIDS, "marks of editing"), (_PERSON, "people"), (_FOLDER, "folder")):
        part, count = pattern.subn(b"", part)
        if count:
            removed.add(kind)
    if "/comments" in name:
        part, count = _AUTHOR.subn(rb"\1Author", part)
        if count:
            removed.add("people")
    if "/persons/" in name:
        part, count = _DISPLAYED.subn(rb'\1"Author"', part)
        if count:
            removed.add("people")
    return _TAG.sub(lambda tag: _attributes(tag[0], removed), part)


def _replaced(part: bytes, new: bytes, removed: set[str]) -> bytes:
    if part != new:
        removed.add("document properties")
    return new


def _attributes(tag: bytes, removed: set[str]) -> bytes:
    tag, marks = _RSID.subn(b"", tag)
    tag, names = _NAMES.subn(rb'\1"Author"', tag)
    tag, users = _USER.subn(rb'\1""', tag)
    if marks:
        removed.add("marks of editing")
    if names or users:
        removed.add("people")
    return tag
