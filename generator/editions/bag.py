"""A bag: files with what proves them whole, in the form that archives take over (BagIt 1.0, RFC 8493), as a ZIP file."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.model.published import PublishedProcess
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold: no clock is asked."""
_PERCENT, _OTHER_PERCENT = "%", "\N{FULLWIDTH PERCENT SIGN}"
"""The standard (2.1.3) has a percent sign in a list of files written `%25`, and the library that archives use takes it as it
stands: a bag with such a name is whole to one of them only, so no name in a bag has one."""


def bag(name: str, payload: Mapping[str, bytes], facts: Mapping[str, str]) -> bytes:
    """The bag `name` (its folder in the ZIP file) with `payload` by path: the same bytes for the same content.

    `facts` are labels and values of `bag-info.txt`; a value is made one line.
    A percent sign in a path becomes a full-width one; no path has a line break.
    """
    files = {f"data/{portable}": payload[path] for path, portable in _portable(payload).items()}
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": _info(facts, payload).encode(),
        "manifest-sha256.txt": _manifest(files),
    }
    tags["tagmanifest-sha256.txt"] = _manifest(tags)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path, content in sorted({**files, **tags}.items()):
            entry = ZipInfo(f"{name}/{path}", _BEGINNING)
            entry.create_system = 3  # of another system than the one that builds would differ by a byte
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def facts_of(process: PublishedProcess, context: SiteContext) -> dict[str, str]:
    """What `bag-info.txt` says of a process."""
    return {
        "Source-Organization": authorship_of(process, context, process.record.language).writer,
        "External-Identifier": context.absolute(process.url),
        "Internal-Sender-Identifier": process.id,
        "Internal-Sender-Description": process.record.title,
        "External-Description": process.record.short_description,
    }


def _info(facts: Mapping[str, str], payload: Mapping[str, bytes]) -> str:
    size = sum(map(len, payload.values()))
    lines = {label: " ".join(value.split()) for label, value in facts.items()}
    lines["Payload-Oxum"] = f"{size}.{len(payload)}"
    return "".join(f"{label}: {value}\n" for label, value in lines.items() if value)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    return "".join(lines).encode()


def _portable(paths: Collection[str]) -> dict[str, str]:
    """path -> path in the bag, all different."""
    found: dict[str, str] = {}
    taken = {path for path in paths if _PERCENT not in path}
    for path in sorted(paths):
        folder, slash, name = path.replace(_PERCENT, _OTHER_PERCENT).rpartition("/")
        while _PERCENT in path and f"{folder}{slash}{name}" in taken:
            name = f"_{name}"
        found[path] = f"{folder}{slash}{name}"
        taken.add(found[path])
    return found
