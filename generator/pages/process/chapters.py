"""A page for each chapter, in the process's language or a translation's."""

from __future__ import annotations

from msgspec import Struct

from generator.model.content import Author, Chapter, Lesson
from generator.model.site import ROOT, Page
from generator.pages.process.layout import make_page
from generator.pages.process.markdown_copy import resolved_markdown
from generator.rendering.links import Link, inside
from generator.rendering.templates import render
from generator.rendering.terms import State
from generator.structure import fields_of
from generator.views.process import Dossier, Entry


class LessonView(Struct, frozen=True, kw_only=True):
    state: State | None
    text: str
    dots: tuple[str, ...]


def chapter_page(chapter: Chapter, dossier: Dossier) -> Page:
    """`/<id>/<stem>/`. In a translation that lacks the chapter: a note that leads to the original."""
    entry = dossier.entry(f"{dossier.url}{chapter.stem}/")
    if dossier.translation and chapter.stem not in dossier.translated:
        return _untranslated(chapter, entry, dossier)
    shown = dossier.translated.get(chapter.stem, chapter)
    body = dossier.body(shown.body, shown.title)
    around: dict[str, object] = {
        "author": shown.author if _has_author(shown.author) else None,
        "anchors": _anchors(shown),
        "kind": dossier.term("appendix-type", chapter.appendix_type) if chapter.appendix_type else "",
        "insights": shown.insights,
        "extra": dossier.further(shown.extra, fields_of(dossier.structure, chapter.element)),
        "lessons": tuple(_lesson(lesson, dossier) for lesson in shown.lessons or chapter.lessons),
        "unmet": _unmet(chapter, dossier),
        "made_here": promises_made_at(entry.url, dossier),
    }
    return make_page(
        dossier,
        entry,
        "process/chapter.html",
        {**around, "html": body.html},
        description=dossier.process.record.short_description,
        toc=body.toc,
        source=shown.body.path,
        markdown=_Markdown(shown, around, dossier),
    )


def promises_made_at(url: str, dossier: Dossier) -> tuple[Link, ...]:
    """The promises whose `source` names the page at `url`."""
    return tuple(
        inside(f"{dossier.process.url}promises/#{each.promise.id}", each.promise.text)
        for each, source in zip(dossier.process.promises, dossier.promise_sources, strict=True)
        if source == f"{ROOT}{url}"
    )


def _unmet(chapter: Chapter, dossier: Dossier) -> tuple[Link, ...]:
    """The promises that were not kept, where the part `unmet` says what was missed."""
    if "unmet" not in chapter.parts:
        return ()
    return tuple(
        inside(f"{dossier.process.url}promises/#{each.promise.id}", each.promise.text)
        for each in dossier.process.promises
        if each.promise.status == "not-kept"
    )


def _anchors(chapter: Chapter) -> tuple[str, ...]:
    """Parts that the prose covers without a heading: links to them arrive at its beginning."""
    headed = {heading.id for heading in chapter.body.headings}
    return tuple(part for part in dict.fromkeys(chapter.covers) if part not in headed)


def _has_author(author: Author | None) -> bool:
    return author is not None and bool(author.name or author.role or author.organisation)


def _lesson(lesson: Lesson, dossier: Dossier) -> LessonView:
    about = dossier.term("lesson-about", lesson.about) if lesson.about else ""
    return LessonView(
        state=dossier.state("lesson-verdict", lesson.verdict) if lesson.verdict else None,
        text=lesson.text,
        dots=tuple(text for text in (about, lesson.theme or "") if text),
    )


class _Markdown(Struct, frozen=True):
    """The chapter for other engines: what stands around its text as HTML, the text as it was written."""

    chapter: Chapter
    around: dict[str, object]
    dossier: Dossier

    def __call__(self) -> str:
        title, language = self.chapter.title, self.dossier.language
        text = resolved_markdown(self.chapter.body, self.dossier.surroundings.urls, title)
        before = render("process/chapter-before.html", language, self.around)
        after = render("process/chapter-after.html", language, self.around)
        return "\n\n".join(part for part in (f"# {title}", before.strip(), text, after.strip()) if part) + "\n"


def _untranslated(chapter: Chapter, entry: Entry, dossier: Dossier) -> Page:
    record = dossier.process.record
    values = {
        "original": inside(f"{dossier.process.url}{chapter.stem}/", chapter.title),
        "original_language": record.language,
        "language_name": dossier.term("language", record.language),
    }
    return make_page(dossier, entry, "process/chapter-untranslated.html", values, title=entry.title, is_listed=False)
