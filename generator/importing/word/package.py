"""A .docx package: its parts as trees, and what they refer to."""

from __future__ import annotations

import io
import posixpath
import zipfile
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, XMLParser

from msgspec import Struct

from generator.importing.package import is_package
from generator.importing.word.names import STRICT, W

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class UnreadableDocument(ValueError):
    """Nothing can be read from a file. The message is the id of the reason, one of `REASONS`."""


REASONS = ("old-word", "no-word", "open-document", "rich-text", "pdf", "no-document", "broken")


class Relation(Struct, frozen=True, kw_only=True):
    """Where an id in a part leads."""

    target: str
    """Path of a part, or an address when it is external."""
    kind: str
    """The last word of its type: `image`, `footnotes`, `chart` …"""
    is_external: bool


class Package:
    """Reads parts when they are asked for. Raises UnreadableDocument for what is no Word document at all."""

    def __init__(self, content: bytes) -> None:
        if reason := _other_format(content):
            raise UnreadableDocument(reason)
        if not is_package(content):
            raise UnreadableDocument("no-word")
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._names = {name.lstrip("/").casefold(): name for name in self._zip.namelist()}
        self._trees: dict[str, Element | None] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self.document, self.root = self._main_part()

    def bytes_of(self, path: str) -> bytes | None:
        """A part as it is; None when it is not there or is damaged."""
        name = self._names.get(path.casefold())
        if name is None:
            return None
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
            return None

    def tree(self, path: str) -> Element | None:
        """The root of an XML part; None when it is not there, is not whole, or has a document type (no office writes one)."""
        if path not in self._trees:
            self._trees[path] = _parsed(self.bytes_of(path))
        return self._trees[path]

    def relations(self, path: str) -> dict[str, Relation]:
        """The relations of a part, by id."""
        if path not in self._relations:
            folder, name = posixpath.split(path)
            root = self.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
            found = {}
            for each in root.iter(_RELATION) if root is not None else ():
                is_external = each.get("TargetMode") == "External"
                target = each.get("Target", "")
                found[each.get("Id", "")] = Relation(
                    target=target if is_external else _resolved(folder, target),
                    kind=each.get("Type", "").rpartition("/")[2],
                    is_external=is_external,
                )
            self._relations[path] = found
        return self._relations[path]

    def related(self, kind: str) -> str | None:
        """The first part of a kind that the document refers to."""
        return next((each.target for each in self.relations(self.document).values() if each.kind == kind), None)

    def _main_part(self) -> tuple[str, Element]:
        """The part with the text, by its path and as a tree: the one that the package names, else where Word has it."""
        named = (each.target for each in self.relations("").values() if each.kind == "officeDocument")
        for path in (*named, "word/document.xml"):
            if (root := self.tree(path)) is not None and root.tag == f"{W}document":
                return path, root
        raise UnreadableDocument("no-document")


def _other_format(content: bytes) -> str | None:
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "old-word"
    if content[:5] == b"{\\rtf":
        return "rich-text"
    if content[:5] == b"%PDF-":
        return "pdf"
    return "open-document" if b"mimetypeapplication/vnd.oasis" in content[:120] else None


def _parsed(content: bytes | None) -> Element | None:
    if content is None or b"<!DOCTYPE" in content[:4096]:
        return None
    if b"http://purl.oclc.org/ooxml/" in content[:8192]:
        for strict, usual in STRICT:
            content = content.replace(b'"%b"' % strict, b'"%b"' % usual.strip("{}").encode())
    parser = XMLParser()  # noqa: S314 - no document type, so no entities; the size of the whole is bounded
    try:
        parser.feed(content)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        return None
    return root


def _resolved(folder: str, target: str) -> str:
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
