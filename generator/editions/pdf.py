"""The PDF of a process: the stand-alone document, tagged, in its own fonts, the same bytes from the same text.

It is PDF/A-3a and PDF/UA-1 in one, with the data of the process inside: see `editions.conformance` and `editions.tags`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from typing import Any

from generator.editions import drawings
from generator.editions.availability import PANGO_MISSING, WEASYPRINT_MISSING, PdfUnavailable, weasyprint_version
from generator.editions.conformance import attachments_of, complete_metadata, finish, options_for
from generator.editions.context import EditionContext, edition_of
from generator.editions.directions import say_directions
from generator.editions.document import document_of
from generator.editions.faces import faces_of, font_file, pointed_faces_in
from generator.editions.long_lists import on_paper
from generator.editions.paper import FONT, MEDIA, for_paper
from generator.editions.pointed import say_letters
from generator.editions.spared_work import pack_sooner, spare_work, write_once
from generator.editions.tags import tag_parts
from generator.model.dates import PartialDate
from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.model.site import Job, SiteFile
from generator.rendering.authorship import authorship_of
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.templates import render
from generator.views.translated import whole_translations

Media = Callable[[str], bytes]
"""The bytes of a published file by its source path, relative to the content folder. Raises OSError."""

Data = Callable[[PublishedProcess], bytes]
"""A process -> its `process.json`."""

_EPOCH = "SOURCE_DATE_EPOCH"


def pdf_uri(process: PublishedProcess) -> str:
    """Where the PDF is published, relative to the site's root."""
    return process.urls.pdf


def pdf_job(
    process: PublishedProcess,
    cross_references: CrossReferences,
    context: SiteContext,
    key: str,
    media: Media,
    data: Data,
) -> Job:
    """`<id>/<id>.pdf`, and that of each translation of the whole.

    `key` covers the process, its cross-references, the context and the bytes of its pictures.

    `data` gives the `process.json` of a process. Building raises PdfUnavailable.
    """

    def build() -> Iterator[SiteFile]:
        for each in (process, *whole_translations(process)):
            html = pdf_html(each, cross_references, context)
            yield SiteFile(uri=pdf_uri(each), content=render_pdf(html, media_of(process, media), data(process)))

    return Job(f"pdf/{process.id}", digest("pdf", weasyprint_version(), key), build)


def media_of(process: PublishedProcess, media: Media) -> Media:
    """The process's own published files, by where they are published; any other address raises OSError."""
    paths = {file.uri: file.path for file in process.files}

    def read(uri: str) -> bytes:
        if uri not in paths:
            raise FileNotFoundError(uri)
        return media(paths[uri])

    return read


def pdf_html(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> str:
    """The document as HTML for WeasyPrint: its style sheet inside, its fonts and pictures under `sikum:`."""
    edition = edition_of(process, cross_references, context)
    document = on_paper(document_of(edition), edition.wording)
    start, end = ("right", "left") if document.direction == "rtl" else ("left", "right")
    text = repr(document)
    html = render(
        "editions/pdf.html",
        document.language,
        {
            "doc": document,
            "title": process.record.title,
            "author": authorship_of(process, context, edition.wording.language).writer,
            "created": _created(edition),
            "licence": context.licence_of(process.record),
            "faces": faces_of(text),
            "has_formulas": "<math" in text,
            "font": FONT,
            "start": start,
            "end": end,
            "page_words": _page_words(edition),
        },
    )
    return for_paper(html, context.site_url)


def render_pdf(html: str, media: Media, data: bytes = b"") -> bytes:
    """The PDF. Asks `media` for pictures by their address under `sikum:media/`; nothing else is fetched from anywhere.

    `data`: the `process.json` to carry inside; none when empty. Raises PdfUnavailable when WeasyPrint or Pango is missing.
    """
    weasyprint = _weasyprint()
    with _no_clock():
        try:
            return _drawn(weasyprint, html, media, data)
        except Exception:  # noqa: BLE001 - whatever it stumbled on, one bad picture is no reason to have no document
            return _drawn(weasyprint, html, _no_picture, data)


def _drawn(weasyprint: Any, html: str, media: Media, data: bytes) -> bytes:
    options = {
        **options_for(html),
        "pdf_identifier": digest(html, data).encode(),
        "presentational_hints": True,  # `start` and `value` of lists, the size of pictures
        "attachments": attachments_of(weasyprint, data),
    }
    source = weasyprint.HTML(string=html, base_url=MEDIA, url_fetcher=_fetcher(weasyprint, media))
    say_directions(source.etree_element)
    document = source.render(**options)
    complete_metadata(document, html)

    def finisher(document: Any, pdf: Any) -> None:
        say_letters(pdf, pointed_faces_in(html))
        finish(document, pdf)
        write_once(pdf)

    made: bytes = document.write_pdf(**options, finisher=finisher)
    return made


def _no_picture(uri: str) -> bytes:
    raise FileNotFoundError(uri)


@contextmanager
def _no_clock() -> Iterator[None]:
    """fontTools writes the time into each font it cuts, unless this variable, which reproducible builds use, says one."""
    before = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = before


def prepare() -> None:
    """Load what every PDF needs, once for all worker processes that are forked afterwards. Raises PdfUnavailable."""
    _weasyprint()


def _weasyprint() -> Any:
    try:
        import weasyprint

        tag_parts()
        spare_work()
        pack_sooner()
    except ImportError as error:
        raise PdfUnavailable(WEASYPRINT_MISSING) from error
    except OSError as error:
        raise PdfUnavailable(PANGO_MISSING, name=error) from error
    return weasyprint


def _fetcher(weasyprint: Any, media: Media) -> object:
    """Fonts of the package, pictures of the process, `data:` inside pictures; any other address fails and is left out."""

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url.startswith(FONT):
                content, kind = font_file(url.removeprefix(FONT)), "font/ttf"
            elif url.startswith(MEDIA):
                content = media(url.removeprefix(MEDIA))
                kind = guess_type(url)[0] or "application/octet-stream"
                if kind == "image/svg+xml":
                    content = drawings.for_paper(content)
            else:
                raise ValueError(f"not fetched for a PDF: {url}")
            return weasyprint.urls.URLFetcherResponse(url, content, {"Content-Type": kind})

    return Fetcher(allowed_protocols=("data", "sikum"))


def _created(edition: EditionContext) -> str:
    """The date that the PDF carries: of the last change, else of the output. Never the clock's."""
    record = edition.process.record
    dates = [change.date for change in record.changes if change.date]
    last: PartialDate | None = max(dates) if dates else record.closing.output_sent or record.end_date
    return last.iso if last else ""


def _page_words(edition: EditionContext) -> str:
    """`Page 3 of 12` as the value of CSS `content`."""
    before, _, rest = edition.wording.gettext("Page {page} of {pages}").partition("{page}")
    between, _, after = rest.partition("{pages}")
    return f'"{before}" counter(page) "{between}" counter(pages) "{after}"'
