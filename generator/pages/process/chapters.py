"""A page for each chapter, in the process's language or a translation's."""

from __future__ import annotations

from msgspec import Struct

from generator.model.content import Author, Chapter
from generator.model.site import ROOT, Page
from generator.pages.process.layout import make_page
from generator.pages.process.markdown_copy import resolved_markdown
from generator.rendering.links import Link, inside
from generator.rendering.templates import render
from generator.structure import fields_of
from generator.views.lessons import lesson_views
from generator.views.process import ProcessView
from generator.views.process_page import ProcessPage


def chapter_page(chapter: Chapter, view: ProcessView) -> Page:
    """`/<id>/<stem>/`. In a translation that lacks the chapter: a note that leads to the original."""
    entry = view.entry(f"{view.url}{chapter.stem}/")
    if view.translation and chapter.stem not in view.translated:
        return _untranslated(chapter, entry, view)
    shown = view.translated.get(chapter.stem, chapter)
    body = view.body(shown.body, shown.title)
    around: dict[str, object] = {
        "author": shown.author if _has_author(shown.author) else None,
        "anchors": _anchors(shown),
        "kind": view.term("appendix-type", chapter.appendix_type) if chapter.appendix_type else "",
        "insights": shown.insights,
        "extra": view.further(shown.extra, fields_of(view.structure, chapter.element)),
        "lessons": lesson_views(shown.lessons or chapter.lessons, view),
        "unmet": _unmet(chapter, view),
        "made_here": promises_made_at(entry.url, view),
    }
    return make_page(
        view,
        entry,
        "process/chapter.html",
        {**around, "html": body.html},
        description=view.description,
        toc=body.toc,
        source=shown.body.path,
        markdown=_Markdown(shown, around, view),
    )


def promises_made_at(url: str, view: ProcessView) -> tuple[Link, ...]:
    """The promises whose `source` names the page at `url`."""
    return tuple(
        inside(view.promise_url(each.promise.id), each.promise.text)
        for each, source in zip(view.process.promises, view.promise_sources, strict=True)
        if source == f"{ROOT}{url}"
    )


def _unmet(chapter: Chapter, view: ProcessView) -> tuple[Link, ...]:
    """The promises that were not kept, where the part `unmet` says what was missed."""
    if "unmet" not in chapter.parts:
        return ()
    return tuple(
        inside(view.promise_url(each.promise.id), each.promise.text)
        for each in view.process.promises
        if each.promise.status == "not-kept"
    )


def _anchors(chapter: Chapter) -> tuple[str, ...]:
    """Parts that the prose covers without a heading: links to them arrive at its beginning."""
    headed = {heading.id for heading in chapter.body.headings}
    return tuple(part for part in dict.fromkeys(chapter.covers) if part not in headed)


def _has_author(author: Author | None) -> bool:
    return author is not None and bool(author.name or author.role or author.organisation)


class _Markdown(Struct, frozen=True):
    """The chapter for other engines: what stands around its text as HTML, the text as it was written."""

    chapter: Chapter
    around: dict[str, object]
    view: ProcessView

    def __call__(self) -> str:
        title, language = self.chapter.title, self.view.language
        text = resolved_markdown(self.chapter.body, self.view.cross_references.urls, title)
        before = render("process/chapter-before.html", language, self.around)
        after = render("process/chapter-after.html", language, self.around)
        return "\n\n".join(part for part in (f"# {title}", before.strip(), text, after.strip()) if part) + "\n"


def _untranslated(chapter: Chapter, entry: ProcessPage, view: ProcessView) -> Page:
    record = view.process.record
    values = {
        "original": inside(f"{view.process.url}{chapter.stem}/", chapter.title),
        "original_language": record.language,
        "language_name": view.term("language", record.language),
    }
    return make_page(view, entry, "process/chapter-untranslated.html", values, title=entry.title, is_listed=False)
