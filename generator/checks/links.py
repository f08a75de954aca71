"""Links, pictures and files inside one process folder. Links that lead out of it are `check_catalogue`'s."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import splitext

from generator.checks.chapters import bodies_of
from generator.checks.places import index_start
from generator.diagnostics import Finding, Span, finding
from generator.markup.targets import Target, parse_target
from generator.model.content import Body, Link
from generator.model.private import Process
from generator.model.unpublished import is_never_published
from generator.rules.fields.values import WRONG_TYPE
from generator.rules.links.files import HEAVY_PICTURE
from generator.rules.links.pages import BROKEN_LINK, MISSING_FILE, MISSING_HEADING, OUTSIDE_RESOURCE

PICTURES = ("jpg", "jpeg", "png", "webp", "avif", "gif", "svg")
"""Endings of the files that browsers draw."""
HEAVIEST_PICTURE = 500_000
"""Bytes of a process's picture: every list that has its card loads it."""


def check_links(process: Process) -> Iterator[Finding]:
    """Pages, headings and files that are not there; resources fetched from elsewhere."""
    inside = _Inside(process)
    for body in bodies_of(process):
        for link in body.links:
            yield from inside.check(body, link)
    record = process.record
    for number, file in enumerate(record.output.files):
        if file.path:
            span = record.spans.get(f"output.files[{number}].path", index_start(process))
            yield from inside.check_file(file.path, span)
    if record.picture and record.picture.path:
        yield from _of_picture(record.picture.path, inside, process)
    for promise in process.promises:
        if promise.evidence and _is_path(promise.evidence):
            yield from inside.check_file(promise.evidence, promise.spans.get("evidence", index_start(process)))


def _of_picture(path: str, inside: _Inside, process: Process) -> Iterator[Finding]:
    """The picture of the process: a file of its own, of a type that browsers draw, and no heavier than a list can bear."""
    span = process.record.spans.get("picture.path", index_start(process))
    target = parse_target(f"{process.path}/index.md", path)
    if target.path is None or inside.is_elsewhere(target):
        yield finding(OUTSIDE_RESOURCE, span, {"value": path})
    elif path.rpartition(".")[2].lower() not in PICTURES:
        known = ", ".join(PICTURES)
        yield finding(WRONG_TYPE, span, {"field": "picture.path", "known": known}, hint="want-picture")
    else:
        yield from inside.check_file(path, span)
        size = next((file.size for file in process.files if file.path == target.path), 0)
        if size > HEAVIEST_PICTURE:
            values = {"count": str(size), "limit": str(HEAVIEST_PICTURE)}
            yield finding(HEAVY_PICTURE, span, values)


class _Inside:
    """What one process folder holds."""

    def __init__(self, process: Process) -> None:
        self._folder = process.path
        self._anchors = {body.path: frozenset(h.id for h in body.headings) for body in bodies_of(process)}
        self._files = {file.path for file in process.files} | set(process.refused)

    def check(self, body: Body, link: Link) -> Iterator[Finding]:
        target = parse_target(body.path, link.target)
        if target.path is None:
            if link.is_image:
                yield finding(OUTSIDE_RESOURCE, link.span, {"value": link.target})
        elif target.path == "":
            if target.fragment and not self._has_anchor(body.path, target.fragment):
                yield finding(MISSING_HEADING, link.span, {"value": link.target})
        elif self.is_elsewhere(target):
            if link.is_image or target.is_absolute or target.path.startswith("..") or not is_page(target.path):
                yield finding(OUTSIDE_RESOURCE, link.span, {"value": link.target})
        elif is_page(target.path):
            page = target.path if target.path in self._anchors else f"{target.path}/index.md"
            if page not in self._anchors:
                yield finding(BROKEN_LINK, link.span, {"value": link.target})
            elif target.fragment and not self._has_anchor(page, target.fragment):
                yield finding(MISSING_HEADING, link.span, {"value": link.target})
        elif target.path not in self._files:
            yield self._missing(link.target, target, link.span)

    def check_file(self, path: str, span: Span) -> Iterator[Finding]:
        """A file that the record or a promise names, relative to the process folder."""
        target = parse_target(f"{self._folder}/index.md", path)
        if target.path is None or target.path in self._files or target.path in self._anchors:
            return
        if self.is_elsewhere(target):
            yield finding(OUTSIDE_RESOURCE, span, {"value": path})
        else:
            yield self._missing(path, target, span)

    def is_elsewhere(self, target: Target) -> bool:
        """Whether a source path lies outside the process folder."""
        return target.is_absolute or not f"{target.path}/".startswith(f"{self._folder}/")

    def _missing(self, written: str, target: Target, span: Span) -> Finding:
        inside = (target.path or "").removeprefix(f"{self._folder}/")
        return finding(MISSING_FILE, span, {"value": written}, hint=why_missing(inside))

    def _has_anchor(self, page: str, fragment: str) -> bool:
        return fragment in self._anchors[page] or fragment.startswith(("fn:", "fnref:"))


def why_missing(path: str) -> str | None:
    """The hint for a file that may well be there, and is not where a reader could get it. `path`: in its process's folder."""
    return "never-published" if is_never_published(path) else None


def is_page(path: str) -> bool:
    """Whether a source path names a page, as against a file to fetch: Markdown, or a folder."""
    extension = splitext(path)[1].lower()
    return extension in (".md", "") or not extension[1:].isalnum()


def _is_path(text: str) -> bool:
    """Whether a promise's evidence is a path rather than words or an address."""
    return " " not in text and "://" not in text and bool(splitext(text)[1]) and "@" not in text
