"""`/sitemap.xml`: every page that should be found, for search engines. Only where the site knows its own address."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from urllib.parse import quote

from generator.expressions import expression
from generator.model import urls
from generator.model.digest import digest
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext
from generator.views.translated import translated_pages

LIMIT = 5000
"""URLs of one file: well under the 50,000 and 50 MB of the protocol, so that an edit rewrites little."""
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_PLAIN = expression(r"[\w./-]*", re.ASCII).fullmatch
"""Matches what needs no quoting, as nearly every URL does."""
_TOP = (
    "",
    urls.MINISTRIES,
    urls.PROMISES,
    urls.LESSONS,
    urls.CLOSING,
    urls.GUIDE,
    urls.RULES,
    urls.DATA,
    urls.ACCESSIBILITY,
)


def sitemap_jobs(catalogue: PublishedCatalogue, lists: Iterable[str], context: SiteContext) -> Iterator[Job]:
    """`lists`: URLs of the first pages of lists. One file, or an index of several when there are many URLs."""
    if context.site_url is None:
        return
    found = [*_TOP, *(page.url for page in catalogue.pages if not page.is_hidden), *lists]
    found += (url for process in sorted(catalogue.processes, key=lambda each: each.id) for url in process_urls(process))
    site = html.escape(context.site_url, quote=False)
    addresses = [site + (url if _PLAIN(url) else html.escape(quote(url), quote=False)) for url in dict.fromkeys(found)]
    parts = [addresses[start : start + LIMIT] for start in range(0, len(addresses), LIMIT)]
    if len(parts) == 1:
        yield _job("sitemap.xml", _urlset(parts[0]))
        return
    names = [f"sitemap/{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _job(name, _urlset(part))
    yield _job("sitemap.xml", _index(html.escape(context.site_url + name, quote=False) for name in names))


def process_urls(process: PublishedProcess) -> Iterator[str]:
    """The process's pages, its editions for print left out: they repeat what these say."""
    yield process.url
    yield from (process.urls.chapter(chapter.stem) for chapter in process.chapters)
    for url, things in (
        (process.urls.participants, process.participants),
        (process.urls.promises, process.promises),
        (process.urls.responses, process.responses),
    ):
        if things:
            yield url
    yield from (process.urls.meeting(meeting.stem) for meeting in process.meetings)
    for translation in process.translations:
        base = process.urls.in_language(translation.language).base
        yield from (f"{base}{page}" for page in sorted(translated_pages(translation)))


def _urlset(addresses: Sequence[str]) -> str:
    lines = "\n".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMESPACE}>\n{lines}\n</urlset>\n'


def _index(addresses: Iterable[str]) -> str:
    lines = "\n".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_NAMESPACE}>\n{lines}\n</sitemapindex>\n'


def _job(uri: str, text: str) -> Job:
    return Job(f"file/{uri}", digest("sitemap", uri, text), partial(_file, uri, text))


def _file(uri: str, text: str) -> tuple[SiteFile, ...]:
    return (SiteFile(uri=uri, content=text),)
