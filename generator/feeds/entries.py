"""What there is to tell: publications, changes, and updates of promises, outcomes and next steps, each with an address that stays.

Dates come from the data, never from the clock; a partial date counts as its first day. What has no date is in no feed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.model.record import Update
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext
from generator.wording import Wording

NEWEST = 50
"""Entries of a feed: a reader that looks once a month misses nothing, and the file stays small."""


class FeedEntry(Struct, frozen=True, kw_only=True):
    id: str
    """The same at every build, so that no reader sees news twice."""
    url: str
    title: str
    summary: str
    """Plain text."""
    day: date
    author: str
    """Who wrote the text: the convening body, unless somebody else is named."""
    language: str


def newest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """The last `NEWEST` entries, the latest first; of one day, by id."""
    ordered = sorted(entries, key=lambda entry: (-entry.day.toordinal(), entry.id))
    return tuple(ordered[:NEWEST])


def entries_of(process: PublishedProcess, context: SiteContext) -> Iterator[FeedEntry]:
    """Everything one process has to tell, in the process's own language."""
    wording = context.wording_for(process.record.language)
    record, page = process.record, context.absolute(process.url)
    first = context.absolute(urls.process((*record.aliases, process.id)[0]))  # a new address is no news
    author = authorship_of(process, context, record.language).writer

    def entry(name: str, url: str, title: str, summary: str, on: PartialDate) -> FeedEntry:
        return FeedEntry(
            id=f"{first}{name}",
            url=url,
            title=title,
            summary=summary,
            day=on.first_day,
            author=author,
            language=wording.language,
        )

    if published := _published_on(process):
        yield entry("", page, record.title, record.short_description, published)
    names = _Names()
    for change in record.changes:
        if change.date:
            title = wording.gettext("Changed: %(title)s") % {"title": record.title}
            yield entry(names.of(f"#change-{change.date.iso}"), f"{page}#changes", title, change.note, change.date)
    for place, item, text, words, updates in _followed(process, wording):
        for update in updates:
            if update.date:
                title = words % {"title": record.title}
                name = names.of(f"{place}#{item}-{update.date.iso}")
                yield entry(name, f"{page}{place}#{item}", title, f"{text}: {update.note}", update.date)


def _followed(process: PublishedProcess, wording: Wording) -> Iterator[tuple[str, str, str, str, tuple[Update, ...]]]:
    """What is told about as it moves: page below the process's, id, text, words for a title, and the updates."""
    words = wording.gettext("A promise, updated: %(title)s")
    for promise in (each.promise for each in process.promises):
        yield "promises/", promise.id, promise.text, words, promise.updates
    words = wording.gettext("An outcome, updated: %(title)s")
    for outcome in process.record.outcomes:
        yield "", outcome.id, outcome.title or outcome.note or "", words, outcome.updates
    words = wording.gettext("A next step, updated: %(title)s")
    for step in process.record.closing.next_steps:
        yield "", step.id, step.text, words, step.updates


class _Names:
    """Tells apart what happened on one day: the second has `-2`. Mending a note or adding another day's changes no name."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, name: str) -> str:
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"


def _published_on(process: PublishedProcess) -> PartialDate | None:
    """The day of the news: the output was sent, else participation ended, or began while it is still open."""
    record = process.record
    if record.status == "open":
        return record.start_date
    return record.closing.output_sent or record.end_date or record.start_date
