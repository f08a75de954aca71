"""From a checked catalogue to the files of the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from msgspec import Struct
from msgspec.structs import replace
from functools import partial
from pathlib import Path

from generator import editions, exports, feeds, pages
from generator.editions.pdf import needs_pdf, pdf_job
from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.model.site import Job, Page, SiteFile
from generator.rendering.context import SiteContext
from generator.rendering.panel import panel
from generator.rendering.templates import templates_key
from generator.site.assets import asset_job
from generator.site.cache import Cache, Store, versions
from generator.site.catalogue import Checked
from generator.site.surroundings import surroundings_of
from generator.site.units import Texts
from generator.site.workers import spread
from generator.wording import Wording

JOBS = "jobs"
"""Where the cache keeps what jobs made."""

INTERNAL = ".sikum/"
"""Files under this name are for later steps of the build (search documents) and are never published."""


class Dress(Struct, frozen=True):
    """How a door turns a page into a file, and the hash of everything that turning depends on."""

    key: str
    page: Callable[[Page], bytes]


def site_context(checked: Checked) -> SiteContext:
    """The facts of the site for the builders."""
    options, catalogue = checked.options, checked.catalogue
    return SiteContext(
        site_name=options.site_name,
        site_url=options.site_url,
        wording=Wording(options.language),
        structure=checked.structure,
        ministries=catalogue.ministries,
        topics=catalogue.topics,
        per_page=options.per_page,
        edit_url=options.edit_url,
        has_feeds=options.site_url is not None,
        has_accessibility=bool(catalogue.accessibility),
        has_pdf=options.with_pdf,
        pages=tuple((page.title, page.url) for page in catalogue.pages if not page.is_hidden),
        code_key=digest(versions(), templates_key()),
    )


def site_jobs(checked: Checked) -> Iterator[Job]:
    """Everything the site consists of, each job with the key of what it depends on."""
    options, context = checked.options, site_context(checked)
    around = surroundings_of(checked)
    keys = {unit.id: digest(unit.key, unit.made_on if unit.is_time_bound else None) for unit in checked.units}
    context_key = context.key
    for process in checked.catalogue.processes:
        surroundings = around[process.id]
        key = digest(context_key, keys[process.id], surroundings)
        makers: list[Callable[[PublishedProcess], Job]] = [
            partial(pages.process_job, surroundings=surroundings, context=context, key=key),
            partial(editions.process_job, surroundings=surroundings, context=context, key=key),
            partial(exports.process_job, context=context, key=key),
        ]
        if options.with_pdf and needs_pdf(process, checked.structure):
            read = content_reader(options.content_dir)
            makers.append(partial(pdf_job, surroundings=surroundings, context=context, key=key, media=read))
        yield from (_with_texts(make, process, checked.texts) for make in makers)
    listed = pages.catalogue_jobs(checked.catalogue, around[""], context)
    yield from (_with_panel(job, around[""].findings, context.language) for job in listed)
    yield from exports.catalogue_jobs(checked.catalogue, context)
    yield from feeds.catalogue_jobs(checked.catalogue, context)
    yield from _attached_files(checked)
    yield asset_job()


def _with_texts(make: Callable[[PublishedProcess], Job], process: PublishedProcess, texts: Texts) -> Job:
    """The job of a process whose texts are brought only when it is run."""
    return replace(make(process), build=lambda: make(texts.whole(process)).build())


def _with_panel(job: Job, findings: tuple[str, ...], language: str) -> Job:
    """In a preview, the job of a page that is no process's with the findings on top: the first page, ordinary ones."""
    if not findings or not (job.id in ("list/", "list/ministries/") or job.id.startswith("page/")):
        return job

    def build() -> Iterator[SiteFile]:
        for file in job.build():
            if isinstance(file.content, Page):
                page = replace(file.content, body=panel(findings, language) + file.content.body)
                yield replace(file, content=page)
            else:
                yield file

    return replace(job, key=digest(job.key, findings), build=build)


def content_reader(content_dir: Path) -> Callable[[str], bytes]:
    """The bytes of a file by its source path, for pictures that a PDF holds. Raises OSError."""
    return lambda path: (content_dir / path).read_bytes()


def run_jobs(
    jobs: Iterable[Job],
    dress: Dress,
    cache: Cache,
    store: Store,
    *,
    workers: int | None = None,
    is_everything: bool = True,
) -> dict[str, str]:
    """Build what changed. Returns every file of the jobs: uri -> hash of its content in the store.

    `is_everything`: these are all jobs there are, and what the cache holds of others is forgotten.
    """
    made: dict[str, dict[str, str]] = {}
    missing: list[Job] = []
    names: dict[str, str] = {}
    for job in jobs:
        names[job.id] = _name(job)
        files = _remembered(cache.get(names[job.id], digest(job.key, dress.key)))
        if files is None or not all(map(store.has, files.values())):
            missing.append(job)
        else:
            made[job.id] = files

    def work(job: Job) -> bytes:
        payload = json.dumps({file.uri: store.put(_content(file, dress)) for file in job.build()}).encode()
        cache.put(names[job.id], digest(job.key, dress.key), payload)
        return payload

    for job, payload in zip(missing, spread(work, missing, workers), strict=True):
        made[job.id] = json.loads(payload)
        store.learn(made[job.id].values())
    if is_everything:
        cache.keep(JOBS, names.values())
    return {uri: content_hash for job_id in names for uri, content_hash in made[job_id].items()}


def _remembered(payload: bytes | None) -> dict[str, str] | None:
    return json.loads(payload) if payload else None


def _content(file: SiteFile, dress: Dress) -> bytes:
    content = file.content
    if isinstance(content, Page):
        return dress.page(content)
    if isinstance(content, Path):
        return content.read_bytes()
    return content.encode() if isinstance(content, str) else content


def _attached_files(checked: Checked) -> Iterator[Job]:
    """Files published as they are, by process."""
    hashes = {
        entry.path: (entry.size, entry.modified_ns) for folder in checked.tree.processes for entry in folder.entries
    }
    for process in checked.catalogue.processes:
        if process.files:
            yield _copies(process.id, [(file.path, file.uri) for file in process.files], checked, hashes)


def _copies(name: str, files: list[tuple[str, str]], checked: Checked, facts: Mapping[str, tuple[int, int]]) -> Job:
    root = checked.options.content_dir

    def build() -> Iterator[SiteFile]:
        for path, uri in files:
            yield SiteFile(uri=uri, content=root / path, source=path)

    return Job(f"files/{name}", digest(versions(), [(path, uri, facts.get(path)) for path, uri in files]), build)


def _name(job: Job) -> str:
    return f"{JOBS}/{digest(job.id)}"
