"""From a checked catalogue to the jobs that make the site."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator import blanks, editions, exports, feeds, pages
from generator.editions.availability import weasyprint_version
from generator.markup.svg import clean_svg
from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.model.site import Job, Page, SiteFile
from generator.pipeline.assets import asset_job
from generator.pipeline.cache import versions
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.holding import Held
from generator.pipeline.kept_parts import KeptParts
from generator.pipeline.text_words import words_of
from generator.pipeline.units import Unit
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.panel import held_notice, panel
from generator.rendering.templates import templates_key
from generator.views.shared import view_of
from generator.wording import Wording

INTERNAL = ".sikum/"
"""Files under this name are for later steps of the build (search documents) and are never published."""
OF_A_PROCESS = "process/"
"""How the name of a batch begins that makes the pages of one process."""


def site_context(checked: CheckedCatalogue) -> SiteContext:
    """The site's settings and registries as the builders get them."""
    options, catalogue = checked.options, checked.catalogue_without_processes
    return SiteContext(
        site_name=options.site_name,
        site_url=options.site_url,
        wording=Wording(options.language),
        structure=checked.structure,
        ministries=catalogue.ministries,
        topics=catalogue.topics,
        localities=catalogue.localities,
        licence=options.data_license,
        per_page=options.per_page,
        edit_url=options.edit_url,
        toolbox=options.toolbox,
        written_by=options.written_by,
        yardsticks=options.yardsticks,
        has_feeds=options.site_url is not None,
        has_accessibility=bool(catalogue.accessibility),
        has_pdf=options.with_pdf,
        has_parquet=options.with_parquet,
        has_archives=options.with_archives,
        pages=tuple((page.title, page.url) for page in catalogue.pages if not page.is_hidden),
        code_key=digest(versions(), templates_key()),
    )


class Batch(Struct, frozen=True):
    """Lazily listed jobs: skipped whole when `key`, the hash of everything they depend on, is unchanged."""

    id: str
    key: str
    jobs: Callable[[], Iterable[Job]]
    is_of_all: bool = False
    """Whether its jobs need all processes at once."""


def site_batches(checked: CheckedCatalogue, with_pdf: Container[str] | None = None) -> Iterator[Batch]:
    """Every batch of the site: one for each process, one for each PDF, one for all lists, one for the tables of data,
    one for the assets.

    `with_pdf`: the processes, by id, whose PDF is part of the site; all that ask for one where it is not given.
    """
    context = site_context(checked)
    site_key = context.key
    yield from (batch for name, batch in pdf_batches(checked).items() if with_pdf is None or name in with_pdf)
    yield from process_batches(checked, with_pdf)
    all_references = checked.cross_references
    parts = [unit.record_digest for unit in checked.published]
    key = digest(site_key, parts, checked.catalogue_without_processes, all_references[""], checked.options.remind)
    yield Batch("lists", key, partial(_list_jobs, checked, all_references[""], context), is_of_all=True)
    key = digest(site_key, parts, checked.catalogue_without_processes)
    # All are listed before the first is run: they hold rows, and the processes are forgotten by then.
    yield Batch("data", key, lambda: [*_data_jobs(checked, context)], is_of_all=True)
    if named := _named_files(checked):
        yield Batch(named.id, named.key, lambda: [named])
    assets = asset_job()
    yield Batch(assets.id, assets.key, lambda: [assets])


def pdf_batches(checked: CheckedCatalogue) -> dict[str, Batch]:
    """The PDF of each process that asks for one, by its id; none where the site has no PDFs."""
    options = checked.options
    if not options.with_pdf:
        return {}
    from generator.editions.pdf import pdf_job  # a dozen modules that only PDFs need

    context = site_context(checked)
    site_key = context.key
    all_references = checked.cross_references
    held = {each.path for each in checked.held if each.day}
    read = content_reader(options.content_dir)
    data = partial(exports.process_json, context=context)
    facts = file_facts(checked)
    found: dict[str, Batch] = {}
    for unit in checked.published:
        if unit.path in held or not unit.needs_pdf:
            continue
        pictures = tuple(facts.get(path, (0, 0)) for path in unit.outline.files)
        key = digest(site_key, unit.state, all_references[unit.id], pictures)
        around = all_references[unit.id]
        make = partial(pdf_job, cross_references=around, context=context, key=key, media=read, data=data)
        jobs = partial(job_of, make, checked, unit)
        found[unit.id] = Batch(f"pdf/{unit.id}", digest("pdf", weasyprint_version(), key), jobs)
    return found


def process_batches(checked: CheckedCatalogue, with_pdf: Container[str] | None = None) -> Iterator[Batch]:
    """The pages and data of each process; `with_pdf` as in `site_batches`, for their links."""
    with_link = site_context(checked)
    without_link = replace(with_link, has_pdf=False)
    all_references = checked.cross_references
    held = {each.path: each for each in checked.held if each.day}
    facts = file_facts(checked)
    for unit in checked.published:
        cross_references = all_references[unit.id]
        if waiting := held.get(unit.path):
            key = digest(with_link.key, unit.state, cross_references, waiting.day)
            shown = replace(with_link, has_archives=False)
            jobs = partial(_held_jobs, checked, unit, waiting, cross_references, shown, key)
            yield Batch(f"{OF_A_PROCESS}{unit.id}", key, jobs)
            continue
        copies = _Copies(
            checked.options.content_dir, unit, tuple(facts.get(path, (0, 0)) for path in unit.outline.files)
        )
        context = with_link if with_pdf is None or unit.id in with_pdf else without_link
        key = digest(context.key, unit.state, cross_references)
        jobs = partial(_process_jobs, checked, unit, cross_references, context, key, copies)
        yield Batch(f"{OF_A_PROCESS}{unit.id}", digest(key, copies.facts), jobs)


def file_facts(checked: CheckedCatalogue) -> dict[str, tuple[int, int]]:
    """Size and time of each file of a process, by its path."""
    return {
        entry.path: (entry.size, entry.modified_ns) for folder in checked.tree.processes for entry in folder.entries
    }


def job_of(make: Callable[[PublishedProcess], Job], checked: CheckedCatalogue, unit: Unit) -> list[Job]:
    """The one job of a batch, of a process with its texts."""
    return [make(checked.records.whole(unit))]


def site_jobs(checked: CheckedCatalogue) -> Iterator[Job]:
    """Every job there is."""
    return (job for batch in site_batches(checked) for job in batch.jobs())


def _process_jobs(
    checked: CheckedCatalogue,
    unit: Unit,
    cross_references: CrossReferences,
    context: SiteContext,
    key: str,
    copies: _Copies,
) -> Iterator[Job]:
    """The jobs of one process, with its files."""
    yield from _shown_jobs(checked.records.whole(unit), cross_references, context, key)
    if unit.outline.files:
        yield copies.job()


def _shown_jobs(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, key: str
) -> Iterator[Job]:
    view = view_of(process, cross_references, context)
    yield pages.process_job(view, key)
    yield editions.process_job(view, key)
    yield exports.process_job(process, context, key)
    yield feeds.process_job(process, context)


def _held_jobs(
    checked: CheckedCatalogue, unit: Unit, held: Held, cross_references: CrossReferences, context: SiteContext, key: str
) -> Iterator[Job]:
    """The last version of a process, each page with the line that a newer one waits. Its other files lie in the store."""
    process = checked.records.whole(unit)
    assert held.day is not None
    notice = held_notice(held.day, context.wording_for(process.record.language))
    for job in _shown_jobs(process, cross_references, context, key):
        yield _with_notice(job, notice)


def _with_notice(job: Job, notice: str) -> Job:
    def build() -> Iterator[SiteFile]:
        for file in job.build():
            if isinstance(file.content, Page):
                yield replace(file, content=replace(file.content, body=notice + file.content.body))
            else:
                yield file

    return replace(job, key=digest(job.key, notice), build=build)


def _list_jobs(checked: CheckedCatalogue, cross_references: CrossReferences, context: SiteContext) -> Iterator[Job]:
    """The jobs of the whole catalogue, which need no texts of processes."""
    from generator.pages.catalogue import catalogue_jobs  # forty modules that an edit of a text does without

    listed = catalogue_jobs(checked.catalogue, cross_references, context)
    yield from (_with_panel(job, cross_references.findings, context.language) for job in listed)
    yield blanks.blanks_job(context)
    yield from feeds.catalogue_jobs(checked.catalogue, context)
    kept = KeptParts(checked.records.cache)
    yield from feeds.calendar_jobs(checked.catalogue, context, checked.options.remind, kept)


def _data_jobs(checked: CheckedCatalogue, context: SiteContext) -> Iterator[Job]:
    """The tables of data, in all their forms."""
    from generator.exports.jobs import catalogue_jobs  # as the lists

    kept = KeptParts(checked.records.cache)
    yield from catalogue_jobs(checked.catalogue, context, partial(words_of, kept=kept), kept)
    if not checked.options.is_preview:
        checked.forget_catalogue()


class _Copies(Struct, frozen=True):
    """The files of a process that are copied unchanged."""

    root: Path
    unit: Unit
    facts: tuple[tuple[int, int], ...]
    """Size and time of each, in the outline's order."""

    def job(self) -> Job:
        files = self.unit.outline.files
        return Job(f"files/{self.unit.id}", digest(versions(), files, self.facts), self._build)

    def _build(self) -> Iterator[SiteFile]:
        for path, uri in self.unit.outline.files.items():
            yield SiteFile(uri=uri, content=_as_published(self.root / path), source=path)


def _as_published(path: Path) -> bytes | Path:
    """The file itself; a drawing is written anew, so that it holds nothing but what was checked."""
    return clean_svg(path.read_bytes()) or b"" if path.suffix.lower() == ".svg" else path


def _named_files(checked: CheckedCatalogue) -> Job | None:
    """Files outside processes that the configuration names or a page links to; None where there is none."""
    options = checked.options
    named = [entry for entry in checked.tree.others if entry.path in options.assets]
    linked = [entry for entry in checked.shared if entry.path not in options.assets]
    found = [*named, *linked]
    if not found:
        return None

    def build() -> Iterator[SiteFile]:
        for entry in found:
            path = options.content_dir / entry.path
            content = path if entry.path in options.assets else _as_published(path)
            yield SiteFile(uri=entry.path, content=content, source=entry.path)

    return Job("named-files", digest(versions(), [(each.path, each.size, each.modified_ns) for each in found]), build)


def _with_panel(job: Job, findings: tuple[str, ...], language: str) -> Job:
    """In a preview, the job with the findings on top of its page, if that is the front page or an ordinary one."""
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
    """A function from source path to the file's bytes, for pictures in a PDF. It raises OSError."""
    return lambda path: (content_dir / path).read_bytes()
