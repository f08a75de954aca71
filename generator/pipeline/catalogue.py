"""Reads and checks a content folder: the catalogue, its findings, and what may be published of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from posixpath import normpath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.checks import check_catalogue
from generator.diagnostics import Finding, Span, finding
from generator.model.order import catalogue_order
from generator.model.outline import Outline
from generator.model.published import OrdinaryPage, PublishedCatalogue
from generator.model.since_sent import SinceSent
from generator.model.unpublished import is_contributions
from generator.pipeline.across import find_across, lists_of
from generator.pipeline.cache import Cache
from generator.pipeline.central_files import CentralFiles, read_central_files
from generator.pipeline.discovery import FileEntry, ProcessFolder, Reader, Tree, discover
from generator.pipeline.held_pages import HeldPage, hold_pages, with_held_pages
from generator.pipeline.holding import Held, Holder, Stored, nothing_stored, with_held
from generator.pipeline.kept_names import KeptNames, read_kept_names
from generator.pipeline.lost_folders import without_lost
from generator.pipeline.old_wordings import old_wordings
from generator.pipeline.options import SiteOptions
from generator.pipeline.ordinary_pages import ordinary_pages
from generator.pipeline.own_texts import own_texts
from generator.pipeline.privacy import beside_names, without_unquotable
from generator.pipeline.quiet import without_withheld_names
from generator.pipeline.quoting import HIDDEN
from generator.pipeline.records import Records
from generator.pipeline.shared_files import shared_files
from generator.pipeline.since_sent import History
from generator.pipeline.site_structure import site_structure
from generator.pipeline.units import Unit, UnitContext, make_units
from generator.rules.links.files import UNSAFE_FILE_NAME
from generator.rules.participants.attached import TRACKED_CONTRIBUTIONS
from generator.rules.participants.privacy import NAMES_NOT_SEARCHED
from generator.structure import Structure
from generator.wording import Wording

if TYPE_CHECKING:
    from generator.rendering.context import CrossReferences


class CheckedCatalogue(Struct, frozen=True, kw_only=True, dict=True):
    """A content folder after reading and checking."""

    options: SiteOptions
    structure: Structure
    tree: Tree
    units: tuple[Unit, ...]
    """By path of the folder."""
    catalogue_without_processes: PublishedCatalogue
    """The catalogue with `processes` empty."""
    outlines: tuple[Outline, ...]
    """Of processes and ordinary pages; links are resolved with them."""
    findings: tuple[Finding, ...]
    """All findings, sorted by path, line, column, code."""
    records: Records
    """Loads the process of a unit."""
    held: tuple[Held, ...] = ()
    """Processes whose newer version waits for corrections: `units` and `outlines` have what stands in their place."""
    held_pages: tuple[HeldPage, ...] = ()
    """The same of pages that belong to no process."""
    shared: tuple[FileEntry, ...] = ()
    """Files outside processes that pages link to: they are published at their own paths."""
    refused: tuple[str, ...] = ()
    """Files that pages link to and that wait: nothing of them is published."""
    since_sent: Mapping[str, SinceSent] = {}
    """What reads otherwise than when it was sent, by the folder of each process of which anything does."""
    unchanged: CheckedCatalogue | None = None
    """The same before something beside Sikum changed its texts: what is kept as the last version is of this."""

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error, held or not."""
        return any(finding.is_error for finding in self.findings)

    @property
    def must_stop(self) -> bool:
        """Whether there is an error that no process, page or file can wait with."""
        prefix = self.options.prefix
        folders = tuple(f"{prefix}{each.path}/" for each in self.held)
        files = {f"{prefix}{path}" for path in (*(each.path for each in self.held_pages), *self.refused)}
        errors = (finding.span.path for finding in self.findings if finding.is_error)
        return any(not path.startswith(folders) and path not in files for path in errors)

    @property
    def waiting(self) -> tuple[str, ...]:
        """What is held back, as reports name it: folders of processes, pages and files."""
        paths = (*(each.path for each in self.held), *(each.path for each in self.held_pages), *self.refused)
        return tuple(f"{self.options.prefix}{path}" for path in paths)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the processes, as reports name them: one that holds a withheld name is `…`."""
        hidden = {unit.path for unit in self.units if unit.path in unit.unquotable}
        return tuple(
            f"{self.options.prefix}{HIDDEN if each.path in hidden else each.path}" for each in self.tree.processes
        )

    @property
    def published(self) -> Iterator[Unit]:
        """The units that have a process to show, by path."""
        return (unit for unit in self.units if unit.is_published)

    @property
    def pages(self) -> tuple[OrdinaryPage, ...]:
        """The pages that belong to no process; the one without an address stands on the front page."""
        catalogue = self.catalogue_without_processes
        front = (catalogue.introduction,) if catalogue.introduction else ()
        return (*front, *catalogue.pages)

    @cached_property
    def catalogue(self) -> PublishedCatalogue:
        """The whole catalogue, its processes without their texts. Expensive: only for lists that have to be made anew."""
        processes = self.records.all_light(self.published)
        ordered = sorted(processes, key=lambda each: catalogue_order(each.record.end_date, each.id))
        return replace(self.catalogue_without_processes, processes=tuple(ordered))

    def forget_catalogue(self) -> None:
        """Give back the memory that it takes."""
        self.__dict__.pop("catalogue", None)
        self.records.forget()

    @cached_property
    def cross_references(self) -> Mapping[str, CrossReferences]:
        """What pages need from outside their folder: by process id, and of ordinary pages under the empty id."""
        from generator.pipeline.cross_references import cross_references_of  # with what draws pages: not for a check

        return cross_references_of(self)


def check_site(
    options: SiteOptions,
    reader: Reader,
    cache: Cache,
    *,
    last: CheckedCatalogue | None = None,
    workers: int | None = None,
    tracked: Callable[[Iterable[str]], Iterable[str]] | None = None,
    stored: Stored = nothing_stored,
    history: History | None = None,
) -> CheckedCatalogue:
    """Read and check a content folder. Faults become findings; OSError is raised only when the disk fails.

    `last`: the result of the build before, if it is still in memory. `tracked`: which of some files, by their paths in
    the content folder, a repository keeps. `stored`: contents of files that were published, for versions that are held.
    `history`: earlier versions of the folder, for what was reworded since it was sent.
    """
    structure, findings = site_structure(options, cache)
    tree = discover(options.content_dir, reader, structure, options.held_back)
    tree, lost, lost_folders = without_lost(tree, reader, structure, cache)
    central = read_central_files(tree, options, reader, structure)
    kept = read_kept_names(options.content_dir)
    wording = Wording(options.language)
    context = UnitContext(
        structure=structure, registries=central.registries, wording=wording, clock=options.clock, reader=reader
    )
    known = {unit.path: unit for unit in last.units} if last else {}
    units, unsaved = make_units(tree.processes, context, cache, known=known, workers=workers)
    pages, page_outlines, page_findings = ordinary_pages(tree, reader, structure, options.language)
    outlines = (*(unit.outline for unit in units), *page_outlines)
    shared = shared_files(outlines, tree.others, reader, structure, cache)
    beside = tuple(own_texts(tree, reader, options, structure, (*central.findings, *page_findings)))
    lists = lists_of(tree.processes, units, context, kept, options.reviewed)
    found = find_across(
        tree.processes, units, lists, context, cache,
        pages=pages, registries=central.registries, facts=central.statements, shared=shared, own=beside,
    )  # fmt: skip
    across = (*_unsearched(kept), *found)
    rest = (
        *central.findings,
        *page_findings,
        *shared.findings,
        *lost,
        *(finding(UNSAFE_FILE_NAME, Span.start_of(path), {"path": path}) for path in tree.unnamed),
        *_crossing(units, outlines, tree, options, structure),
    )
    of_units, of_rest = without_withheld_names(units, rest, lists, cache, reader)
    quotable = (*beside_names(of_units, across), *beside_names(of_rest, across))
    inside = (*quotable, *across, *_tracked_lists(tree, options, tracked))
    holder = Holder(context=context, cache=cache, lists=lists, stored=stored) if options.is_holding else None
    held, held_pages = _hold(holder, tree, units, outlines, inside, lost_folders)
    published = shared.without_faulty(inside)
    units, outlines = with_held(units, outlines, held)
    pages, outlines = with_held_pages(pages, outlines, held_pages)
    remembered = last.records.known(units) if last else {}
    packed = {each.path: each.packed for each in held if each.packed is not None}
    records = Records(tree.processes, context, cache, remembered, packed, unsaved)
    # Of a version that is shown again nobody asks what it said before.
    waiting = {each.path for each in held}
    own = [unit for unit in units if unit.is_published and unit.path not in waiting]
    everything = (*findings, *central.outside, *(_from_project(finding, options.prefix) for finding in inside))
    return CheckedCatalogue(
        options=options,
        structure=structure,
        tree=tree,
        units=units,
        catalogue_without_processes=_catalogue_without_processes(units, central, pages),
        outlines=outlines,
        findings=tuple(sorted(everything, key=lambda finding: finding.order)),
        records=records,
        held=held,
        held_pages=held_pages,
        shared=published,
        refused=tuple(entry.path for entry in shared.entries if entry not in published) if options.is_holding else (),
        since_sent=old_wordings(own, records, history, kept, lists, cache, workers) if history else {},
    )


def _crossing(
    units: tuple[Unit, ...], outlines: tuple[Outline, ...], tree: Tree, options: SiteOptions, structure: Structure
) -> Iterator[Finding]:
    """What is wrong between folders, without words that no finding may quote."""
    others = tuple(entry.path for entry in tree.others if entry.path not in options.assets)
    unquotable = {text: shown for unit in units for text, shown in unit.unquotable.items()}
    return (without_unquotable(each, unquotable) for each in check_catalogue(outlines, structure, others=others))


def _hold(
    holder: Holder | None,
    tree: Tree,
    units: tuple[Unit, ...],
    outlines: tuple[Outline, ...],
    findings: tuple[Finding, ...],
    lost: Iterable[ProcessFolder],
) -> tuple[tuple[Held, ...], tuple[HeldPage, ...]]:
    """Processes and ordinary pages that wait for corrections; none without a holder."""
    if holder is None:
        return (), ()
    pages = hold_pages(
        (entry.path for entry in tree.pages),
        outlines,
        findings,
        cache=holder.cache,
        lists=holder.lists,
        stored=holder.stored,
        wording=holder.context.wording,
    )
    return holder.hold(tree.processes, units, findings, lost), pages


def _unsearched(kept: KeptNames) -> Iterator[Finding]:
    """That there are names to look for, and no key to them: a check that is silent about it would seem to have looked."""
    if kept.text and not kept.is_open:
        yield finding(NAMES_NOT_SEARCHED, Span.start_of(kept.path), {"path": kept.path}, is_private=True)


def _tracked_lists(
    tree: Tree, options: SiteOptions, tracked: Callable[[Iterable[str]], Iterable[str]] | None
) -> Iterator[Finding]:
    """P016 for every private list of points that a repository keeps, unless the site allows it."""
    if tracked is None or options.tracked_contributions:
        return
    lists = [entry.path for folder in tree.processes for entry in folder.entries if is_contributions(entry.path)]
    for path in sorted(tracked(lists)) if lists else ():
        yield finding(TRACKED_CONTRIBUTIONS, Span.start_of(path), {"path": path})


def _from_project(finding: Finding, prefix: str) -> Finding:
    """The finding with its paths relative to the checked folder, which may contain the content folder."""
    if not prefix:
        return finding
    related = tuple(replace(each, span=_span_from_project(each.span, prefix)) for each in finding.related)
    return replace(finding, span=_span_from_project(finding.span, prefix), related=related)


def _span_from_project(span: Span, prefix: str) -> Span:
    path = prefix + span.path
    return replace(span, path=normpath(path) if span.path.startswith("../") else path)


def _catalogue_without_processes(
    units: Iterable[Unit], central: CentralFiles, pages: tuple[OrdinaryPage, ...]
) -> PublishedCatalogue:
    withdrawn = (unit.withdrawn for unit in units if unit.withdrawn is not None)
    return PublishedCatalogue(
        processes=(),
        withdrawn=tuple(sorted(withdrawn, key=lambda notice: notice.id)),
        ministries=central.registries.ministries,
        topics=central.registries.topics,
        localities=central.localities,
        pages=tuple(page for page in pages if page.url),
        introduction=next((page for page in pages if not page.url), None),
        accessibility=central.accessibility,
        remote=central.remote,
    )
