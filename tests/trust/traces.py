"""Looking for a mark in every byte of a folder: packed files unpacked, in every form that text takes in files."""

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

_PACKED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|stream\r?\n")


def unpacked(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes, and what they hold packed: gzip, zip, and zlib streams as PDFs have them."""
    yield content
    if depth > 2:
        return
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from unpacked(archive.read(name), depth + 1)
    for match in _PACKED.finditer(content):
        start = match.end() if match[0].startswith(b"stream") else match.start()
        try:
            inside = zlib.decompressobj(wbits=47).decompress(content[start:])
        except zlib.error:
            continue
        if inside:
            yield from unpacked(inside, depth + 1)


@cache
def forms(mark: str) -> frozenset[bytes]:
    """How a text may stand in a file, letters folded to lower case."""
    lower = mark.lower()
    escaped = "".join(letter if letter.isascii() else f"\\u{ord(letter):04x}" for letter in lower)
    entities = "".join(letter if letter.isascii() else f"&#{ord(letter)};" for letter in lower)
    return frozenset(
        (
            *(lower.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")),
            *((lower.encode("cp1255"),) if not lower.isascii() else ()),
            quote(lower).lower().encode(),
            escaped.encode(),
            entities.encode(),
            lower.encode("utf-16-be").hex().encode(),
        )
    )


def traces(content: bytes, marks: Iterable[str]) -> set[str]:
    """The marks that the bytes hold."""
    wanted = {mark: forms(mark) for mark in marks}
    # Letters of other alphabets have no case here; ASCII is folded bytewise.
    pieces = [piece.lower() for piece in unpacked(content)]
    return {mark for mark, spelled in wanted.items() if any(form in piece for piece in pieces for form in spelled)}


def traces_below(folder: Path, marks: Iterable[str]) -> list[tuple[str, str]]:
    """Every file that holds a mark, or has one in its name."""
    marks = tuple(marks)
    return sorted(
        (path.relative_to(folder).as_posix(), mark)
        for path in folder.rglob("*")
        if path.is_file()
        for mark in traces(path.read_bytes() + path.name.encode(), marks)
    )


def packed(text: str) -> bytes:
    """For showing that the looking works."""
    return gzip.compress(text.encode())
