"""All processes together, and the ways in which lists group them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from generator.model.published import (
    PublishedCatalogue,
    WithdrawnNotice,
)
from generator.pages.lists.listed import ListedProcess, listed, listed_elsewhere
from generator.rendering.context import SiteContext


class Overview(Struct, frozen=True, kw_only=True):
    """All processes in the catalogue's order, and the ways in which lists group them: examples last, and in no count."""

    context: SiteContext
    entries: tuple[ListedProcess, ...]
    """All that count."""
    examples: tuple[ListedProcess, ...]
    by_ministry: Mapping[str, tuple[ListedProcess, ...]]
    withdrawn: Mapping[str, tuple[WithdrawnNotice, ...]]
    """By body: processes that left the lists."""
    by_topic: Mapping[str, tuple[ListedProcess, ...]]
    by_year: Mapping[str, tuple[ListedProcess, ...]]
    """By year of `end_date`."""
    by_kind: Mapping[str, tuple[ListedProcess, ...]]
    by_method: Mapping[str, tuple[ListedProcess, ...]]
    by_status: Mapping[str, tuple[ListedProcess, ...]]
    by_district: Mapping[str, tuple[ListedProcess, ...]]
    by_locality: Mapping[str, tuple[ListedProcess, ...]]

    def ministry_name(self, ministry: str) -> str:
        """The ministry's name in the site's language; of a ministry that no registry here knows, what its processes call it."""
        known = self.context.ministries.get(ministry)
        if known:
            return known.name_in(self.context.language)
        return next((entry.ministry_name for entry in self.by_ministry.get(ministry, ())), ministry)

    def predecessors(self, ministry: str) -> tuple[str, ...]:
        """Ids of the ministries whose work this one took over, however long ago, the nearest first."""
        found: list[str] = []
        ring = [ministry]
        while ring:
            ring = [
                each.id
                for each in self.context.ministries.values()
                if each.successor in ring and each.id not in found and each.id != ministry
            ]
            found += ring
        return tuple(found)


def overview_of(catalogue: PublishedCatalogue, context: SiteContext) -> Overview:
    """The catalogue's processes and those of other catalogues, as lists see them."""
    entries = [listed(process, context) for process in catalogue.processes]
    entries += (listed_elsewhere(remote, context) for remote in catalogue.remote)
    entries.sort(key=lambda entry: (entry.is_example, entry.order))
    ordered = tuple(entries)
    return Overview(
        context=context,
        entries=counted(ordered),
        examples=tuple(entry for entry in ordered if entry.is_example),
        by_ministry=grouped(ordered, lambda entry: (entry.ministry,)),
        withdrawn=_withdrawn(catalogue),
        by_topic=grouped(ordered, lambda entry: entry.topics),
        by_year=grouped(ordered, lambda entry: (str(entry.year),) if entry.year else ()),
        by_kind=grouped(ordered, lambda entry: (entry.kind,)),
        by_method=grouped(ordered, lambda entry: entry.methods),
        by_status=grouped(ordered, lambda entry: (entry.status,)),
        by_district=grouped(ordered, lambda entry: entry.districts),
        by_locality=grouped(ordered, lambda entry: entry.localities),
    )


def _withdrawn(catalogue: PublishedCatalogue) -> Mapping[str, tuple[WithdrawnNotice, ...]]:
    found: defaultdict[str, list[WithdrawnNotice]] = defaultdict(list)
    for notice in catalogue.withdrawn:
        if not notice.is_waiting:
            found[notice.ministry].append(notice)
    return {ministry: tuple(notices) for ministry, notices in found.items()}


def counted(entries: Iterable[ListedProcess]) -> tuple[ListedProcess, ...]:
    """Those that are no examples."""
    return tuple(entry for entry in entries if not entry.is_example)


def grouped(
    entries: Iterable[ListedProcess], names: Callable[[ListedProcess], Iterable[str]]
) -> Mapping[str, tuple[ListedProcess, ...]]:
    """Name -> the entries that have it, in their order; an entry stands once under each of its names."""
    groups: defaultdict[str, list[ListedProcess]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(names(entry)):
            if name:
                groups[name].append(entry)
    return {name: tuple(group) for name, group in groups.items()}
