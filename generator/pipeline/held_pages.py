"""`on_error: hold` for the pages of the site that belong to no process: one with an error keeps its last published version.

A version is looked through again with its files, for the names that are withheld today, each time it is shown; one that
says any of them is taken down, and a notice stands at its address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.checks.authored import Authored, texts_of_page
from generator.diagnostics import Finding, Span
from generator.markup.targets import parse_target
from generator.model.content import Body
from generator.model.outline import Outline
from generator.model.published import OrdinaryPage
from generator.pipeline.across import Lists, find_in_files, find_in_texts
from generator.pipeline.cache import Cache
from generator.pipeline.holding import Stored
from generator.pipeline.ordinary_pages import page_outline
from generator.pipeline.shown_texts import shown_body
from generator.reading import attachment_text
from generator.wording import Wording

_NAME, _KEY = "last-pages", "1"


class LastPage(Struct, frozen=True, kw_only=True):
    """A page as it was last published."""

    page: OrdinaryPage
    files: dict[str, str]
    """Files that it links to: path, which is the address too -> hash of the content in the store."""
    day: date
    """When it was published."""


class HeldPage(Struct, frozen=True, kw_only=True):
    """A page whose newer version waits for corrections."""

    path: str
    """Its file."""
    url: str = ""
    page: OrdinaryPage | None
    """What stands in its place: its last version, or a notice; None where its address is another's, or the front page's."""
    files: Mapping[str, str] = {}
    day: date | None = None
    """When the version that is shown was published; None where there is none to show."""
    is_new: bool = False
    """Whether nothing is known of it that was published."""


_encoder = msgspec.json.Encoder()


def hold_pages(
    paths: Iterable[str],
    outlines: Iterable[Outline],
    findings: Iterable[Finding],
    *,
    cache: Cache,
    lists: Lists,
    stored: Stored,
    wording: Wording,
) -> tuple[HeldPage, ...]:
    """Every ordinary page with an error.

    `paths`: of all files that are such pages; `outlines`: of everything; `findings`: with paths relative to the content
    folder; `stored`: contents of files that were published.
    """
    outlines = tuple(outlines)
    errors = {finding.span.path for finding in findings if finding.is_error}
    faulty = [path for path in paths if path in errors]
    wrong = [outline for outline in outlines if not outline.id and outline.path in faulty]
    taken = {page.url for outline in outlines if outline not in wrong for page in outline.pages}
    last = _remembered(cache) if wrong else {}
    without = {outline.path for outline in wrong}  # the address of all others is the site's own
    held = [HeldPage(path=path, page=None) for path in faulty if path not in without]
    for outline in wrong:
        url = outline.pages[0].url
        before = last.get(url)
        if url in taken:
            held.append(HeldPage(path=outline.path, url=url, page=None))
        elif before is None or _names_somebody(before, lists, stored):
            notice = _notice(outline.path, url, wording) if url else None
            held.append(HeldPage(path=outline.path, url=url, page=notice, is_new=before is None))
        else:
            page = replace(before.page, version_of=before.day)
            held.append(HeldPage(path=outline.path, url=url, page=page, files=before.files, day=before.day))
        taken.add(url)
    return tuple(held)


def with_held_pages(
    pages: Iterable[OrdinaryPage], outlines: Iterable[Outline], held: Iterable[HeldPage]
) -> tuple[tuple[OrdinaryPage, ...], tuple[Outline, ...]]:
    """Pages and outlines of everything, with the held versions in place of pages that wait."""
    by_path = {each.path: each for each in held}
    if not by_path:
        return tuple(pages), tuple(outlines)
    places = {path: replace(each.page, path=path) for path, each in by_path.items() if each.page is not None}
    kept = [page for page in pages if page.path not in by_path]
    shown: list[Outline] = []
    for outline in outlines:
        if outline.id or outline.path not in by_path:
            shown.append(outline)
        elif (page := places.get(outline.path)) is not None:
            shown.append(page_outline(page, *(each.path for each in outline.pages)))
    return tuple(sorted((*kept, *places.values()), key=lambda page: page.path)), tuple(shown)


def remember_pages(
    pages: Iterable[OrdinaryPage], held: Iterable[HeldPage], shared: Mapping[str, str], today: date, cache: Cache
) -> bytes:
    """Keep what is now published of every page as its last version, and forget all others.

    `shared`: path -> hash of the files outside processes that are published. Returns the versions, for those who keep no
    cache between builds: they are published, so they hold no editor's notes.
    """
    before = _remembered(cache)
    again = {each.path: each for each in held}
    versions: dict[str, LastPage] = {}
    for page in pages:
        if page.is_waiting:
            continue  # a version that may not be shown is kept no longer
        if waiting := again.get(page.path):
            assert waiting.day is not None
            bare = replace(page, version_of=None)
            versions[page.url] = LastPage(page=bare, files=dict(waiting.files), day=waiting.day)
            continue
        body = shown_body(page.body)
        version = LastPage(page=replace(page, body=body), files=_files(body, shared), day=today)
        known = before.get(page.url)
        is_same = known is not None and replace(version, day=known.day) == known
        versions[page.url] = known if is_same and known is not None else version
    payload = _encoder.encode(versions)
    if versions != before:
        cache.put(_NAME, _KEY, payload)
    return payload


def restore_pages(payload: bytes, urls: Iterable[str], cache: Cache) -> tuple[bool, dict[str, str]]:
    """Take over versions that were published, for pages that have none in the cache. Raises ValueError for anything else.

    Returns whether there were any, and their files, uri -> hash, which the store has to be given.
    """
    try:
        found = msgspec.json.decode(payload, type=dict[str, LastPage])
    except msgspec.DecodeError as error:
        raise ValueError(f"no versions of pages: {error}") from error
    before = _remembered(cache)
    new = {url: found[url] for url in urls if url in found and url not in before and found[url].page.url == url}
    if new:
        cache.put(_NAME, _KEY, _encoder.encode(before | new))
    return bool(new), {uri: content_hash for version in new.values() for uri, content_hash in version.files.items()}


def _names_somebody(version: LastPage, lists: Lists, stored: Stored) -> bool:
    """Whether a version says what nobody may say any more, in its texts or in its files."""
    found = find_in_texts(tuple(texts_of_page(version.page)), lists)
    return any(each.is_error for each in (*found, *find_in_files(tuple(_attached(version, stored)), lists)))


def _attached(version: LastPage, stored: Stored) -> Iterator[Authored]:
    """The texts of a version's files; one that is kept no longer says nothing, and is not shown either."""
    for path, content_hash in version.files.items():
        with suppress(OSError):
            yield Authored(text=attachment_text(path, stored(content_hash)), span=Span.start_of(path))


def _files(body: Body, shared: Mapping[str, str]) -> dict[str, str]:
    """The files outside processes that a page links to, as they are published."""
    paths = (parse_target(link.span.path, link.target).path for link in body.links)
    return {path: shared[path] for path in paths if path and path in shared}


def _notice(path: str, url: str, wording: Wording) -> OrdinaryPage:
    return OrdinaryPage(
        path=path,
        url=url,
        title=wording.gettext("This page is not shown for now"),
        description="",
        is_hidden=True,
        body=Body(path=path, text="", first_line=1),
        is_waiting=True,
    )


def _remembered(cache: Cache) -> dict[str, LastPage]:
    payload = cache.get(_NAME, _KEY)
    with suppress(msgspec.DecodeError):
        if payload:
            return msgspec.json.decode(payload, type=dict[str, LastPage])
    return {}
