"""Atom feeds: one of everything, one of each body. Only where the site has an address: a feed's links are read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.feeds.entries import FeedEntry, entries_of, newest
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue
from generator.model.registry import Ministry
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext

__all__ = ["catalogue_jobs"]


def catalogue_jobs(catalogue: PublishedCatalogue, context: SiteContext) -> Iterator[Job]:
    """`/feeds/all.xml`, and `/feeds/<id>.xml` for every body of the registry, also one that has nothing to tell yet.

    A body's feed goes on with what the bodies before it left behind: their promises are its own now.
    """
    if not context.site_url:
        return
    by_body: dict[str, list[FeedEntry]] = {body: [] for body in catalogue.ministries}
    everything: list[FeedEntry] = []
    for process in catalogue.processes:
        entries = tuple(entries_of(process, context))
        everything += entries
        for body in _with_successors(process.record.ministry, catalogue.ministries):
            by_body[body] += entries
    yield _job("all", newest(everything), context.site_name, context.site_name, "", context)
    for body, told in by_body.items():
        name = catalogue.ministries[body].name_in(context.language)
        yield _job(body, newest(told), f"{name} – {context.site_name}", name, f"ministries/{body}/", context)


def _with_successors(body: str, ministries: Mapping[str, Ministry]) -> Iterator[str]:
    """The body and those that came after it; a circle, which is a finding of its own, is gone around once."""
    seen: set[str] = set()
    current: Ministry | None = ministries.get(body)
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current.id
        current = ministries.get(current.successor or "")


def _job(name: str, entries: tuple[FeedEntry, ...], title: str, author: str, page: str, context: SiteContext) -> Job:
    uri = f"feeds/{name}.xml"

    def build() -> Iterator[SiteFile]:
        from generator.feeds.atom import atom  # brings an XML library, and few builds have a feed to write

        yield SiteFile(
            uri=uri,
            content=atom(
                entries,
                title=title,
                author=author,
                language=context.language,
                url=context.absolute(page),
                feed_url=context.absolute(uri),
            ),
        )

    return Job(f"feed/{name}", digest(context.key, title, entries), build)
