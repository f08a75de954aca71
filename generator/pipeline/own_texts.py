"""What a site says beside its content: its configuration, the templates and files of its own theme, and files that it names.

A title, a line of copyright, the labels of a menu stand on every page, and are searched for withheld names as the content is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.checks.authored import PATH, Authored
from generator.diagnostics import Finding, Span
from generator.pipeline.discovery import Reader, Tree, is_utf8
from generator.pipeline.options import SiteOptions
from generator.pipeline.unread_texts import unknown_fields, unread_in
from generator.reading import attachment_text
from generator.reading.localities import NAME as LOCALITIES
from generator.reading.translations import translated
from generator.structure import Structure

_LARGEST = 5_000_000
"""Bytes of a file that is searched."""


def own_texts(
    tree: Tree, reader: Reader, options: SiteOptions, structure: Structure, findings: Iterable[Finding]
) -> Iterator[Authored]:
    """All of them, with pages in other languages than the site's, and what no page shows of its own pages and registries.
    `findings`: of reading these.

    Paths are relative to the content folder, those of files outside it too. A file that vanished says nothing.
    """
    for place, path in options.own_files:
        if not is_utf8(place):
            continue
        yield Authored(text=place, kind=PATH, span=Span.start_of(place))
        with suppress(OSError):
            if path.stat().st_size <= _LARGEST:
                yield from _texts_of(place, path.read_bytes())
    for entry in tree.others:
        if entry.path in options.assets and not entry.is_link and entry.size <= _LARGEST:
            yield Authored(text=entry.path, kind=PATH, span=Span.start_of(entry.path))
            with suppress(OSError):
                yield from _texts_of(entry.path, reader.read(entry.path))
    unknown = unknown_fields(findings)
    for entry in (*tree.pages, *tree.registries.values()):
        if entry.is_link:
            continue
        known = translated(entry.path, structure) if entry.path.endswith(".md") else None
        with suppress(OSError):
            if entry.path == LOCALITIES or (known and known[1] != options.language):
                yield from _texts_of(entry.path, reader.read(entry.path))
            else:
                yield from unread_in(entry.path, reader.read(entry.path), unknown.get(entry.path, ()))


def _texts_of(path: str, content: bytes) -> Iterator[Authored]:
    """A file's text with the places in it; of what is no plain text, what it says when it is opened."""
    start = Span.start_of(path)
    if b"\0" not in content:
        with suppress(UnicodeDecodeError):
            yield Authored(text=content.decode("utf-8-sig"), span=start, is_source=True)
            return
    text = attachment_text(Path(path).name, content)
    if text.strip():
        yield Authored(text=text, span=start)
