"""Other documents inside a document (`w:altChunk`): web pages, plain text, web archives."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable
from email.message import EmailMessage

from msgspec import Struct, structs

from generator.importing.html_tree import Element, parse_html
from generator.importing.word.package import Package, UnreadableDocument

_BLOCKS = frozenset(
    (
        "address article blockquote body dd div dl dt h1 h2 h3 h4 h5 h6 html li ol p pre section table td th tr ul"
    ).split()
)
MAX_DEPTH = 3
"""Documents within documents that are read; what is deeper is left out, and said."""


class ChunkLine(Struct):
    """A paragraph of a chunk."""

    text: str = ""
    level: int = 0
    """1–6 for a heading."""
    is_item: bool = False
    number: int = 0
    """Of an item of a numbered list; 0 for any other."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table: its cells; all its words are the text."""


def chunk_package(package: Package, path: str) -> Package | None:
    """The .docx that a part is; None for any other part."""
    content = package.bytes_of(path) or b""
    if content[:2] != b"PK":
        return None
    try:
        return Package(content)
    except UnreadableDocument:
        return None


def chunk_lines(package: Package, path: str) -> tuple[ChunkLine, ...]:
    """The paragraphs of a part that is HTML, plain text or a web archive; none for what cannot be read."""
    content = package.bytes_of(path) or b""
    if content[:2] == b"PK" or content[:5] == b"{\\rtf":
        return ()
    if path.lower().endswith((".mht", ".mhtml")) or content[:5].lower() == b"mime-":
        return _of_archive(content)
    text = _decoded(content)
    return _of_html(text) if "<" in text and ">" in text else _of_text(text)


def _of_archive(content: bytes) -> tuple[ChunkLine, ...]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    if body is None:
        return ()
    text = str(body.get_content())
    return _of_html(text) if body.get_content_subtype() == "html" else _of_text(text)


def _of_text(text: str) -> tuple[ChunkLine, ...]:
    return _filled(ChunkLine(text=line) for line in text.split("\n"))


def _of_html(text: str) -> tuple[ChunkLine, ...]:
    found = [ChunkLine()]

    def walk(element: Element) -> None:
        following = int(start) if (start := element.attributes.get("start", "1")).isdigit() else 1
        for child in element.children:
            if isinstance(child, str):
                found[-1].text += child
            elif child.tag == "table" and (rows := _rows(child)):
                found.extend((ChunkLine(text=child.text, rows=rows), ChunkLine()))
            elif child.tag not in ("script", "style", "head", "title"):
                is_block = child.tag in _BLOCKS
                if is_block:
                    level = int(child.tag[1]) if len(child.tag) == 2 and child.tag[1] in "123456" else 0
                    is_item = child.tag == "li"
                    number = following if is_item and element.tag == "ol" else 0
                    following += is_item
                    found.append(ChunkLine(level=level, is_item=is_item, number=number))
                elif child.tag == "br":
                    found[-1].text += " "
                walk(child)
                if is_block:
                    found.append(ChunkLine())

    walk(parse_html(text))
    return _filled(found)


def _rows(table: Element) -> tuple[tuple[str, ...], ...]:
    """The cells of a table; none of one with a table in it, whose words are taken one after another."""
    if next(table.all("table"), None) is not None:
        return ()
    return tuple(tuple(cell.text for cell in row.all("td", "th")) for row in table.all("tr"))


def _filled(lines: Iterable[ChunkLine]) -> tuple[ChunkLine, ...]:
    whole = (structs.replace(line, text=" ".join(line.text.split())) for line in lines)
    return tuple(line for line in whole if line.text)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1255", "replace")
