"""What the search is told of the site's own pages: their titles, their headings, and words of readers that stand in neither.

In the JSON format of `search.SitePage`, which pages may not import. A list says nothing here of what it lists, so that an
edit of a process changes none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.expressions import expression
from generator.markup import plain_text
from generator.model import urls
from generator.model.digest import digest
from generator.model.site import Job, Page, SiteFile
from generator.rendering.context import SiteContext

_WRITTEN = ("guide", "data", "page", "accessibility")
"""Kinds of pages whose headings are their own, and not those of processes."""
_LISTS = frozenset((urls.MINISTRIES, urls.PROMISES, urls.OUTCOMES, urls.LESSONS, urls.CLOSING, urls.YARDSTICKS))
_HEADING = expression(r'<h([23])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


class PagePart(Struct, frozen=True, kw_only=True):
    anchor: str
    title: str
    words: str


class SearchPage(Struct, frozen=True, kw_only=True):
    """The fields are `search.SitePage`'s."""

    url: str
    title: str
    description: str
    words: str
    parts: tuple[PagePart, ...]


def with_search_page(job: Job, words: Mapping[str, str]) -> Job:
    """The job, with `.sikum/pages/<url>.json` beside each page that the search is to lead to. `words`: as of `reader_words`."""

    def build() -> Iterator[SiteFile]:
        for file in job.build():
            yield file
            if isinstance(file.content, Page) and (found := search_page(file.content, words)):
                yield SiteFile(uri=f".sikum/pages/{found.url}index.json", content=msgspec.json.encode(found))

    return replace(job, key=digest(job.key, words), build=build)


def search_page(page: Page, words: Mapping[str, str]) -> SearchPage | None:
    """A page as the search is told of it; None for one of processes, for parts of lists and for the front page."""
    is_written = page.kind in _WRITTEN and page.url
    if not is_written and page.url not in _LISTS:
        return None
    found = _HEADING.findall(page.body) if is_written else ()
    return SearchPage(
        url=page.url,
        title=page.title,
        description=page.description if is_written else "",
        words=words.get(page.url, ""),
        parts=tuple(
            PagePart(anchor=anchor, title=plain_text(title), words=words.get(f"{page.url}#{anchor}", ""))
            for _, anchor, title in found
        ),
    )


def reader_words(context: SiteContext) -> dict[str, str]:
    """URL of a page, or of a heading in it, -> what readers type who look for it, in the site's language and in English."""

    def _(text: str) -> str:
        own = context.wording.gettext(text)
        return own if own == text else f"{own} {text}"  # some type English words on any site

    states = context.structure.vocabularies["promise-status"].terms
    kept = [text for term in states for text in (context.wording.text(term.title), *term.aliases)]
    return {
        urls.GUIDE: _("guide manual help template form blank letter summary closing write summarise finish begin"),
        urls.RULES: _("rules checks errors warnings"),
        urls.DATA: _("download file table dataset database CSV Excel JSON API"),
        f"{urls.DATA}#cite": _("cite citing citation quote quoting reference bibliography BibTeX RIS CFF"),
        f"{urls.DATA}#licence": _("licence license terms of use copyright reuse permission"),
        urls.PROMISES: " ".join((_("promises commitments promised that were kept and not kept broken"), *kept)),
        urls.OUTCOMES: _("outcomes results decisions impact what came of it, what was done and decided"),
        urls.LESSONS: _("lessons conclusions learned what worked and what failed"),
        urls.CLOSING: _("closing time late delay overdue waiting days how long"),
        urls.MINISTRIES: _("ministries bodies authorities offices municipalities who published"),
        urls.ACCESSIBILITY: _("accessibility accessible disability screen reader coordinator"),
    }
