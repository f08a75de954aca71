"""The last published version of each process, kept for `on_error: hold`: what was withheld is in none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.model.content import Body
from generator.model.digest import digest
from generator.pipeline.cache import Cache
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.markdown_bodies import Packed, each_body, light, pack, whole
from generator.pipeline.shown_texts import shown
from generator.pipeline.units import Unit
from generator.structure import Structure

LAST = "last-versions"
"""Where the cache keeps them, each process by itself, by its id: a folder may be moved, and its address stays."""
_KEY = "3"

_encoder = msgspec.json.Encoder()


class LastVersion(Struct, frozen=True, kw_only=True):
    """A process as it was last published: enough to publish it again, and nothing that was withheld."""

    unit: Unit
    record: bytes
    texts: bytes
    files: dict[str, str]
    """Published files that are no pages: uri -> hash of the content in the store."""
    day: date
    """When it was published."""


def remember(
    versions: Iterable[tuple[Unit, Packed, Mapping[str, str], date]], cache: Cache, structure: Structure
) -> Iterator[tuple[str, bytes]]:
    """Keep what is now published as the last version of each process, and forget every other.

    Yields id and version, for those who keep no cache between builds: it is published, so it holds no editor's notes.
    """
    names = []
    for unit, packed, files, day in versions:
        names.append(_name(unit.id))
        process = whole(light(packed.record), packed.texts)
        after = shown(process, structure)
        texts = packed if after is process else pack(after)
        version = LastVersion(
            unit=replace(unit, findings=()), record=texts.record, texts=texts.texts, files=dict(files), day=day
        )
        before = last_version(unit.id, unit.path, cache)
        if before is not None and replace(version, day=before.day) == before:
            version = before
        else:
            cache.put(_name(unit.id), _KEY, _encoder.encode(version))
        yield unit.id, _encoder.encode(version)
    cache.prune(LAST, names)


def read_version(payload: bytes, folder: ProcessFolder) -> LastVersion:
    """A version as it was published, of the process in a folder. Raises ValueError when it is none of its own."""
    try:
        version = msgspec.json.decode(payload, type=LastVersion)
        process = whole(light(version.record), version.texts)
    except (msgspec.DecodeError, KeyError) as error:
        raise ValueError(f"no version of a process: {error}") from error
    if version.unit.id != folder.id or process.id != folder.id:
        raise ValueError(f"a version of another process: {version.unit.id}")
    return version


def take_over(version: LastVersion, cache: Cache) -> None:
    """Keep a version that was published as the last one of its process."""
    cache.put(_name(version.unit.id), _KEY, _encoder.encode(version))


def last_version(process_id: str, path: str, cache: Cache) -> LastVersion | None:
    """The last version of a process, as if it had lain in the folder at `path`; None where there is none."""
    payload = cache.get(_name(process_id), _KEY)
    with suppress(msgspec.DecodeError):
        if payload:
            return _moved(msgspec.json.decode(payload, type=LastVersion), path)
    return None


def _moved(last: LastVersion, path: str) -> LastVersion:
    """The version with the paths of another folder."""
    before = last.unit.path
    if before == path:
        return last

    def there(old: str) -> str:
        return f"{path}/{old.removeprefix(f'{before}/')}" if old.startswith(f"{before}/") else old

    def body(each: Body) -> Body:
        links = tuple(replace(link, span=replace(link.span, path=there(link.span.path))) for link in each.links)
        return replace(each, path=there(each.path), links=links)

    process = whole(light(last.record), last.texts)
    moved = replace(
        each_body(process, body),
        path=path,
        files=tuple(replace(file, path=there(file.path)) for file in process.files),
    )
    packed = pack(moved)
    outline = last.unit.outline
    links = (replace(link, span=replace(link.span, path=there(link.span.path))) for link in outline.links_out)
    outline = replace(
        outline,
        path=path,
        pages=tuple(replace(page, path=there(page.path)) for page in outline.pages),
        files={there(file): uri for file, uri in outline.files.items()},
        links_out=tuple(links),
    )
    return replace(last, unit=replace(last.unit, path=path, outline=outline), record=packed.record, texts=packed.texts)


def _name(process_id: str) -> str:
    return f"{LAST}/{digest(process_id)}"
