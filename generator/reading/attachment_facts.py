"""Lists the metadata of an attached file: authors, places, comments, tracked changes, hidden sheets."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from generator.expressions import expression

_AUTHORS = {"creator": "author", "lastModifiedBy": "last changed by", "Manager": "manager", "Company": "company"}
_LARGEST_PART = 50_000_000
_EXIF_NAMES = {0x010E: "description", 0x013B: "author", 0x8298: "copyright", 0x9C9D: "author", 0x9C9C: "comment"}
_GPS = 0x8825
_PDF_NAMES = expression(rb"/(Author|Creator)\s*(\((?:[^()\\]|\\.){1,200}\)|<[0-9A-Fa-f\s]{2,400}>)")
_OFFICE = frozenset({"docx", "xlsx", "pptx"})
_PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})


def attachment_facts(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Pairs (kind, value), such as ("author", "…"); empty for other kinds of files and for broken ones.

    Pictures are read where Pillow is installed, as it is with the extra `[pdf]`. Of PDFs only the uncompressed part
    is read.
    """
    ending = path.rpartition(".")[2].lower()
    if ending in _OFFICE:
        yield from _office(content)
    elif ending in _PICTURES:
        yield from _picture(content)
    elif ending == "pdf":
        for name, value in _PDF_NAMES.findall(content):
            if text := _pdf_text(value):
                yield ("author" if name == b"Author" else "made with"), text


def _office(content: bytes) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {info.filename: info for info in package.infolist() if info.file_size <= _LARGEST_PART}
            for name in ("docProps/core.xml", "docProps/app.xml"):
                if name in parts:
                    found = _texts(package.read(name))
                    yield from ((words, found[tag]) for tag, words in _AUTHORS.items() if found.get(tag))
            for name in parts:
                if re.search(r"/comments(?:/comment)?\d*\.xml\Z|/threadedComments?/", name):
                    yield "comments", name
            for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
                if name in parts and (
                    count := len(re.findall(rb"<w:(?:ins|del|moveFrom|moveTo) ", package.read(name)))
                ):
                    yield "changes not accepted", str(count)
            if "xl/workbook.xml" in parts:
                sheets = re.findall(rb"<sheet [^>]*>", package.read("xl/workbook.xml"))
                yield from (
                    ("hidden sheet", named[1].decode("utf-8", "replace"))
                    for sheet in sheets
                    if b'state="hidden"' in sheet or b'state="veryHidden"' in sheet
                    if (named := re.search(rb'name="([^"]*)"', sheet))
                )
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, expat.ExpatError):
        return


def _texts(xml: bytes) -> dict[str, str]:
    """Local name of each element -> its text."""
    found: dict[str, str] = {}
    open_names: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, _: object) -> None:
        open_names.append(name.rpartition(":")[2])

    def text(words: str) -> None:
        if open_names and words.strip():
            found[open_names[-1]] = found.get(open_names[-1], "") + words

    def refuse(*_: object) -> None:
        raise ValueError

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_names.pop()
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = refuse
    parser.Parse(xml, True)
    return found


def _picture(content: bytes) -> Iterator[tuple[str, str]]:
    try:
        from PIL import Image
    except ImportError:
        return
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content)) as picture:
            exif = picture.getexif()
            yield from ((words, _plain(exif[tag])) for tag, words in _EXIF_NAMES.items() if exif.get(tag))
            if exif.get_ifd(_GPS):
                yield "place (GPS)", "yes"
            for name in ("Author", "comment", "Comment", "Description"):
                if picture.info.get(name):
                    yield name.lower(), _plain(picture.info[name])
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return


def _plain(value: object) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return " ".join(text.replace("\0", "").split())


def _pdf_text(value: bytes) -> str:
    if value.startswith(b"<"):
        digits = re.sub(rb"\s", b"", value[1:-1]).decode()
        raw = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        raw = re.sub(rb"\\([0-7]{3})", lambda octal: bytes([int(octal[1], 8) & 255]), value[1:-1])
        raw = re.sub(rb"\\(.)", rb"\1", raw)
    return " ".join(raw.decode("utf-16" if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "replace").split())
