"""The list of downloads: the output's own files, the editions, the data, attached files."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.model.record import OutputFile
from generator.model.site import ROOT
from generator.rendering.links import outside
from generator.views.asked_editions import asked_editions
from generator.views.process import ProcessView
from generator.views.shared import once_a_view
from generator.views.translated import is_whole
from generator.wording import Wording

_UNITS = (("MB", 1_000_000), ("KB", 1_000))


class Download(Struct, frozen=True, kw_only=True):
    title: str
    url: str
    meta: str = ""
    """Type and size: `PDF, 1.2 MB`."""
    is_file: bool = True
    """A file to save; else a page to open."""
    is_edition: bool = False
    """The whole document in one piece: offered under the title, too."""


@once_a_view
def downloads(view: ProcessView) -> tuple[Download, ...]:
    """All downloads in the order shown."""
    return tuple(_downloads(view))


def size_text(size: int, wording: Wording) -> str:
    """`1.2 MB`, `340 KB`, `12 B`."""
    for unit, factor in _UNITS:
        if size >= factor:
            shown = size / factor
            return f"{wording.number(round(shown, 1) if shown < 10 else round(shown))} {unit}"
    return f"{size} B"


def _downloads(view: ProcessView) -> Iterator[Download]:
    _, process = view.wording.gettext, view.process
    # a translation of the whole has its own editions; of a part of it, the original's are all there are
    own = view.urls if view.translation and is_whole(process, view.translation) else process.urls
    taken: set[str] = set()
    for file in process.record.output.files:
        if (found := _output_file(file, view, taken)) is not None:
            yield found
    asked = asked_editions(process, view.structure)
    if "pdf" in asked and view.context.has_pdf:
        yield Download(title=_("The whole document"), url=f"{ROOT}{own.pdf}", meta="PDF", is_edition=True)
    if "brief" in asked:
        yield Download(title=_("On one page"), url=f"{ROOT}{own.brief}", is_file=False, is_edition=True)
    if "handout" in asked:
        yield Download(title=_("A hand-out"), url=f"{ROOT}{own.handout}", is_file=False)
    yield Download(title=_("For printing"), url=f"{ROOT}{own.print}", is_file=False, is_edition=True)
    yield Download(title=_("Data of this process"), url=f"{ROOT}{process.urls.data}", meta="JSON")
    if view.context.has_archives:
        yield Download(title=_("Everything in one file, for archives"), url=f"{ROOT}{process.urls.archive}", meta="ZIP")
    for attached in process.files:
        if attached.in_appendices and attached.path not in taken:
            meta = f"{_kind(attached.uri)}, {size_text(attached.size, view.wording)}"
            yield Download(title=attached.title, url=f"{ROOT}{attached.uri}", meta=meta.lstrip(", "))


def _output_file(file: OutputFile, view: ProcessView, taken: set[str]) -> Download | None:
    title = file.title or view.field("output")
    if file.path:
        path = f"{view.process.path}/{file.path}"
        attached = next((each for each in view.process.files if each.path == path), None)
        if attached is None:
            return None
        taken.add(path)
        meta = f"{file.format or _kind(attached.uri)}, {size_text(attached.size, view.wording)}"
        return Download(title=title, url=f"{ROOT}{attached.uri}", meta=meta)
    url = outside(file.url)
    return Download(title=title, url=url, meta=file.format or "", is_file=False) if url else None


def _kind(uri: str) -> str:
    """`PDF` for `a/b.pdf`; empty for a file without an ending."""
    name = uri.rpartition("/")[2]
    return name.rpartition(".")[2].upper() if "." in name else ""
