"""Atom feeds and calendars. Only where the site has an address: their links are read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.feeds.calendar import calendar_jobs
from generator.feeds.entries import FeedEntry, entries_of, newest
from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.registry import Ministry
from generator.model.site import Job, SiteFile
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext

__all__ = ["calendar_jobs", "catalogue_jobs", "process_job"]


def catalogue_jobs(catalogue: PublishedCatalogue, context: SiteContext) -> Iterator[Job]:
    """`/feeds/all.xml`, and one for every ministry and every topic of the registries, also where there is nothing to tell yet.

    A ministry's is `/feeds/<id>.xml`, a topic's `/feeds/topics/<id>.xml`.

    A ministry's feed goes on with what the ministries before it left behind: their promises are its own now.
    """
    if not context.site_url:
        return
    by_body: dict[str, list[FeedEntry]] = {body: [] for body in catalogue.ministries}
    by_topic: dict[str, list[FeedEntry]] = {topic: [] for topic in catalogue.topics}
    everything: list[FeedEntry] = []
    for process in catalogue.counted:
        entries = tuple(entries_of(process, context))
        everything += entries
        for body in _with_successors(process.record.ministry, catalogue.ministries):
            by_body[body] += entries
        for topic in process.record.topics:
            if topic in by_topic:
                by_topic[topic] += entries
    yield _job("all", newest(everything), context.site_name, context.site_name, "", context)
    for body, told in by_body.items():
        name = catalogue.ministries[body].name_in(context.language)
        yield _job(body, newest(told), f"{name} – {context.site_name}", name, urls.ministry(body), context)
    for topic, told in by_topic.items():
        name = catalogue.topics[topic].title_in(context.language)
        title = f"{name} – {context.site_name}"
        yield _job(f"topics/{topic}", newest(told), title, context.site_name, urls.topic(topic), context)


def process_job(process: PublishedProcess, context: SiteContext) -> Job:
    """`/<id>/feed.xml`: one process, for whoever waits to hear what came of it; of an example there is no news."""
    language, title = process.record.language, process.record.title
    author = authorship_of(process, context, language).writer
    entries = newest(entries_of(process, context))
    is_told = bool(context.site_url) and not process.record.example

    def build() -> Iterator[SiteFile]:
        from generator.feeds.atom import atom  # as in `_job`

        yield SiteFile(
            uri=process.urls.feed,
            content=atom(
                entries,
                title=title,
                author=author,
                language=language,
                url=context.absolute(process.url),
                feed_url=context.absolute(process.urls.feed),
            ),
        )

    key = digest("feed", context.key, language, title, author, entries, is_told)
    return Job(f"feed/{process.id}/", key, build if is_told else lambda: ())


def _with_successors(body: str, ministries: Mapping[str, Ministry]) -> Iterator[str]:
    """The ministry and those that came after it; a circle, which is a finding of its own, is gone around once."""
    seen: set[str] = set()
    current: Ministry | None = ministries.get(body)
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current.id
        current = ministries.get(current.successor or "")


def _job(name: str, entries: tuple[FeedEntry, ...], title: str, author: str, page: str, context: SiteContext) -> Job:
    uri = urls.feed(name)

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
