"""`<id>/archive.zip`: everything published of each process as a bag, where the site wants it (`archive: true`).

A document that stands alone is made by a job of its own; the bag is packed from the files that the build has made anyway,
and only when one of them changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import msgspec

from generator.editions.bag import bag, facts_of
from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.model.site import Job, SiteFile
from generator.pipeline.build import INTERNAL, Batch, content_reader, file_facts, job_of, site_context
from generator.pipeline.cache import FORMAT, Cache, Store
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.units import Unit
from generator.pipeline.workers import parallel_map
from generator.rendering.context import CrossReferences, SiteContext

_ENTRY = "archives"
_INDEX = "index.html"
_Known = dict[str, tuple[str, str]]
"""id -> hash of what the bag was packed from, and of the bag."""


def archive_batches(checked: CheckedCatalogue) -> Iterator[Batch]:
    """The document that stands alone of each process, one batch each; none where the site wants no archives."""
    if not checked.options.with_archives:
        return
    context, around, files = site_context(checked), checked.cross_references, file_facts(checked)
    for unit in _archived(checked):
        pictures = tuple(files.get(path, (0, 0)) for path in unit.outline.files)
        key = digest("archive", context.key, unit.state, around[unit.id], pictures)
        make = partial(_document_job, cross_references=around[unit.id], context=context, key=key, checked=checked)
        yield Batch(f"archive/{unit.id}", key, partial(job_of, make, checked, unit))


def archive_files(
    made: Mapping[str, str], checked: CheckedCatalogue, cache: Cache, store: Store, workers: int | None
) -> dict[str, str]:
    """uri -> hash of the bag of each process, packed from the files in `made` (uri -> hash, all of them stored)."""
    if not checked.options.with_archives:
        return {}
    context, known = site_context(checked), _known(cache)
    payloads = _payloads(made, checked)
    wanted = [
        (unit, digest("bag", context.key, unit.state, sorted(payloads[unit.id].items()))) for unit in _archived(checked)
    ]
    missing = [
        (unit, key)
        for unit, key in wanted
        if known.get(unit.id, ("", ""))[0] != key or not store.has(known[unit.id][1])
    ]

    def pack(item: tuple[Unit, str]) -> bytes:
        unit, _ = item
        payload = {path: store.read(content_hash) for path, content_hash in payloads[unit.id].items()}
        facts = facts_of(checked.records.light(unit), context)
        return store.put(bag(unit.id, payload, facts)).encode()

    packed = parallel_map(pack, missing, workers)
    now = {unit.id: known[unit.id] for unit, _ in wanted if unit.id in known}
    now |= {unit.id: (key, made_of.decode()) for (unit, key), made_of in zip(missing, packed, strict=True)}
    store.register(content_hash for _, content_hash in now.values())
    if missing or now.keys() != known.keys():
        cache.put(_ENTRY, str(FORMAT), msgspec.msgpack.encode(now))
    return {f"{process_id}/archive.zip": content_hash for process_id, (_, content_hash) in now.items()}


def _archived(checked: CheckedCatalogue) -> Iterator[Unit]:
    """All that are published as they are now: of one whose last version is shown again there is no bag."""
    held = {each.path for each in checked.held if each.day}
    return (unit for unit in checked.published if unit.path not in held)


def _payloads(made: Mapping[str, str], checked: CheckedCatalogue) -> dict[str, dict[str, str]]:
    """For each process path -> hash of what its bag holds: its files that are no pages, and the whole document."""
    found: dict[str, dict[str, str]] = {unit.id: {} for unit in _archived(checked)}
    for uri, content_hash in made.items():
        owner, _, rest = uri.partition("/")
        if owner in found and rest and not rest.endswith(_INDEX):
            found[owner][rest] = content_hash
    for process_id, payload in found.items():
        payload["document.html"] = made[_document_uri(process_id)]
    return found


def _document_uri(process_id: str) -> str:
    return f"{INTERNAL}archive/{process_id}.html"


def _document_job(
    process: PublishedProcess,
    *,
    cross_references: CrossReferences,
    context: SiteContext,
    key: str,
    checked: CheckedCatalogue,
) -> Job:
    def build() -> Iterator[SiteFile]:
        from generator.editions.pdf import media_of  # with a dozen modules, and most sites have no archives
        from generator.editions.standing_alone import standing_alone

        media = media_of(process, content_reader(checked.options.content_dir))
        yield SiteFile(uri=_document_uri(process.id), content=standing_alone(process, cross_references, context, media))

    return Job(f"archive/{process.id}", key, build)


def _known(cache: Cache) -> _Known:
    payload = cache.get(_ENTRY, str(FORMAT))
    try:
        return msgspec.msgpack.decode(payload, type=_Known) if payload else {}
    except msgspec.DecodeError:
        return {}
