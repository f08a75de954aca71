"""Checks across folders: ids, stages, links between processes, links to files that are not published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.checks.links import is_page, why_missing
from generator.diagnostics import Finding, Related, Span, finding
from generator.markup.targets import parse_target
from generator.model.aliases import Aliases
from generator.model.outline import Outline, PageOutline
from generator.rules.fields.aliases import TAKEN_ALIAS
from generator.rules.fields.names import CIRCULAR_STAGES, DUPLICATE_ID, RESERVED_NAME, UNKNOWN_PROCESS
from generator.rules.links.files import FILE_NOT_PUBLISHED
from generator.rules.links.pages import BROKEN_LINK, MISSING_FILE, MISSING_HEADING
from generator.structure import Structure, nearest


def check_catalogue(
    outlines: Sequence[Outline], structure: Structure, *, others: Iterable[str] = ()
) -> Iterator[Finding]:
    """`others`: files outside processes that are neither pages nor registries."""
    processes = [outline for outline in outlines if outline.id]
    yield from _ids(processes)
    yield from _addresses(outlines)
    yield from _groups(outlines, structure)
    yield from _taken_aliases(outlines, structure)
    aliases = Aliases(outlines)
    yield from _stages(processes, aliases)
    everything = _Everything(outlines, frozenset(others), aliases)
    linked: set[str] = set()
    for outline in outlines:
        yield from everything.check(outline, linked)
    yield from _unpublished(outlines, others, linked)


def _ids(processes: Sequence[Outline]) -> Iterator[Finding]:
    first: dict[str, Outline] = {}
    for outline in processes:
        if outline.id in first:
            related = (Related(_start(first[outline.id]), "first-here"),)
            yield finding(DUPLICATE_ID, _start(outline), {"id": outline.id}, related=related)
        else:
            first[outline.id] = outline


def _addresses(outlines: Sequence[Outline]) -> Iterator[Finding]:
    """An ordinary page must not have the address of a process, a chapter or another page: only one would be published."""
    first = {page.url: page for outline in outlines if outline.id for page in outline.pages}
    for outline in outlines:
        # A page that stands in for another in the site's language has the paths of both, and is one page all the same.
        for page in outline.pages[:1] if not outline.id else ():
            other = first.setdefault(page.url, page)
            if other is page:
                continue
            related = (Related(Span.start_of(other.path), "first-here"),)
            values = {"id": page.url.removesuffix("/")}
            yield finding(DUPLICATE_ID, Span.start_of(page.path), values, hint="rename-file", related=related)


def _groups(outlines: Sequence[Outline], structure: Structure) -> Iterator[Finding]:
    """Folders that group processes, and ordinary pages, must not take a name of the site's own."""
    reported: set[str] = set()
    for outline in outlines:
        top = outline.path.partition("/")[0].removesuffix(".md") if outline.id == "" or "/" in outline.path else ""
        if top in structure.reserved_ids and top not in reported:
            reported.add(top)
            span = _start(outline) if outline.id else Span.start_of(outline.path)
            yield finding(RESERVED_NAME, span, {"value": top})


def _taken_aliases(outlines: Sequence[Outline], structure: Structure) -> Iterator[Finding]:
    """A former id that is some page's address now, or that two processes claim, could lead to one of the two only."""
    taken: dict[str, Related | None] = dict.fromkeys(structure.reserved_ids)
    for outline in outlines:
        for name in (outline.id,) if outline.id else {page.url.partition("/")[0] for page in outline.pages} - {""}:
            taken[name] = Related(_start(outline) if outline.id else Span.start_of(outline.path), "first-here")
    for outline in outlines:
        for alias, span in outline.aliases:
            if alias in taken:
                related = taken[alias]
                yield finding(TAKEN_ALIAS, span, {"id": alias}, related=(related,) if related else ())
            else:
                taken[alias] = Related(span, "first-here")


def _stages(processes: Sequence[Outline], aliases: Aliases) -> Iterator[Finding]:
    known = {outline.id for outline in processes}
    for outline in processes:
        for other, span in (*outline.previous, *outline.next_process):
            if aliases.current(other) not in known:
                near = nearest(other, sorted(known))
                values = {"value": other, "known": near or ""}
                yield finding(UNKNOWN_PROCESS, span, values, hint="did-you-mean" if near else None)
    yield from _circles(processes, aliases)


def _circles(processes: Sequence[Outline], aliases: Aliases) -> Iterator[Finding]:
    """One finding for each circle of stages, at the first of its processes."""
    later: dict[str, set[str]] = defaultdict(set)
    places: dict[tuple[str, str], Span] = {}
    for outline in processes:
        for other, span in ((aliases.current(each), span) for each, span in outline.previous):
            later[other].add(outline.id)
            places.setdefault((other, outline.id), span)
        for other, span in ((aliases.current(each), span) for each, span in outline.next_process):
            later[outline.id].add(other)
            places.setdefault((outline.id, other), span)
    done: set[str] = set()
    for start in sorted(later):
        path: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = []
        if start not in done:
            stack.append((start, iter(sorted(later[start]))))
            path.append(start)
        while stack:
            current, following = stack[-1]
            step = next(following, None)
            if step is None:
                stack.pop()
                path.pop()
                done.add(current)
            elif step in path:
                yield finding(CIRCULAR_STAGES, places[current, step], {"id": step})
            elif step not in done:
                stack.append((step, iter(sorted(later.get(step, ())))))
                path.append(step)


class _Everything:
    """All pages and files of the catalogue by source path."""

    def __init__(self, outlines: Sequence[Outline], others: frozenset[str], aliases: Aliases) -> None:
        self._aliases = aliases
        self._pages: dict[str, PageOutline] = {page.path: page for outline in outlines for page in outline.pages}
        files = {path for outline in outlines for path in (*outline.files, *outline.unpublished)}
        self._files = files | others

    def check(self, outline: Outline, linked: set[str]) -> Iterator[Finding]:
        """Links of one process or ordinary page that lead out of it; adds every file that is linked to `linked`."""
        for link in outline.links_out:
            target = parse_target(link.span.path, link.target)
            if not target.path or target.is_absolute or target.path.startswith(".."):
                if outline.id == "" and (target.is_absolute or target.path):
                    yield finding(BROKEN_LINK, link.span, {"value": link.target})
                continue
            path = self._path(target.path)
            page = self._pages.get(path) or self._pages.get(f"{path}/index.md")
            if path in self._files:
                linked.add(path)
            elif outline.id and f"{target.path}/".startswith(f"{outline.path}/"):
                continue  # its own folder: `check_links` has seen to it
            elif page is None:
                rule = BROKEN_LINK if is_page(target.path) else MISSING_FILE
                if is_page(target.path) or not outline.id:
                    hint = None if rule is BROKEN_LINK else why_missing(target.path)
                    yield finding(rule, link.span, {"value": link.target}, hint=hint)
            elif target.fragment and target.fragment not in page.anchors:
                yield finding(MISSING_HEADING, link.span, {"value": link.target})

    def _path(self, path: str) -> str:
        """The path of today, for one that is written with a former id."""
        there = path in self._pages or path in self._files or f"{path}/index.md" in self._pages
        return path if there else self._aliases.path(path)


def _unpublished(outlines: Sequence[Outline], others: Iterable[str], linked: set[str]) -> Iterator[Finding]:
    for path in (*(path for outline in outlines for path in outline.unpublished), *others):
        if path not in linked:
            # What nobody publishes may be a list of people: its first line is not shown either.
            yield replace(finding(FILE_NOT_PUBLISHED, Span.start_of(path), {"path": path}), is_private=True)


def _start(outline: Outline) -> Span:
    return Span.start_of(f"{outline.path}/index.md")
