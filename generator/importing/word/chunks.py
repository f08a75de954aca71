"""Other documents inside a document (`w:altChunk`): their paragraphs as plain text."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable
from email.message import EmailMessage

from generator.importing.html_tree import Element, parse_html
from generator.importing.word.names import W
from generator.importing.word.package import Package, UnreadableDocument

_BLOCKS = frozenset(
    (
        "address article blockquote body dd div dl dt h1 h2 h3 h4 h5 h6 html li ol p pre section table td th tr ul"
    ).split()
)


def chunk_paragraphs(package: Package, path: str) -> tuple[str, ...]:
    """The paragraphs of a part that is HTML, plain text, a web archive or another .docx; none for what cannot be read."""
    content = package.bytes_of(path) or b""
    if content[:2] == b"PK":
        return _of_package(content)
    if path.lower().endswith((".mht", ".mhtml")) or content[:5].lower() == b"mime-":
        return _of_archive(content)
    if content[:5] == b"{\\rtf":
        return ()
    text = _decoded(content)
    return _of_html(text) if "<" in text and ">" in text else tuple(_lines(text.split("\n")))


def _of_package(content: bytes) -> tuple[str, ...]:
    try:
        package = Package(content)
    except UnreadableDocument:
        return ()
    root = package.tree(package.document)
    paragraphs = root.iter(f"{W}p") if root is not None else ()
    return tuple(_lines("".join(each.text or "" for each in p.iter(f"{W}t")) for p in paragraphs))


def _of_archive(content: bytes) -> tuple[str, ...]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    if body is None:
        return ()
    text = str(body.get_content())
    return _of_html(text) if body.get_content_subtype() == "html" else tuple(_lines(text.split("\n")))


def _of_html(text: str) -> tuple[str, ...]:
    found: list[str] = [""]

    def walk(element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                found[-1] += child
            elif child.tag not in ("script", "style", "head", "title"):
                if child.tag in _BLOCKS:
                    found.append("")
                elif child.tag == "br":
                    found[-1] += " "
                walk(child)
                if child.tag in _BLOCKS:
                    found.append("")

    walk(parse_html(text))
    return tuple(_lines(found))


def _lines(texts: Iterable[str]) -> list[str]:
    return [line for text in texts if (line := " ".join(text.split()))]


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1255", "replace")
