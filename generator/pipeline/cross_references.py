"""What the pages of a process need from outside its folder: other stages, and the targets of links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.markup.targets import parse_target
from generator.model.aliases import Aliases
from generator.model.outline import Outline
from generator.model.published import PublishedProcess
from generator.pipeline.catalogue import CheckedCatalogue
from generator.rendering.context import CrossReferences, Stage
from generator.rendering.panel import findings_panel
from generator.wording.findings import word

MOST_FINDINGS = 100
"""In one panel; the terminal shows them all."""


def cross_references_of(checked: CheckedCatalogue) -> dict[str, CrossReferences]:
    """By process id; under the empty id, what ordinary pages need."""
    everywhere = {path: url for each in checked.held for path, url in each.waiting.items()}
    places = [dict(_places(outline)) for outline in checked.outlines]
    for own in places:
        everywhere |= own
    everywhere |= {path: path for each in checked.held_pages for path in each.files}
    everywhere |= {entry.path: entry.path for entry in checked.shared}
    aliases = Aliases(checked.outlines)
    stages = _Stages(checked, aliases)
    found: dict[str, CrossReferences] = {}
    ordinary: dict[str, str] = {}
    for outline, own in zip(checked.outlines, places, strict=True):
        urls = own | _linked(outline, everywhere, aliases)
        if not outline.id:
            ordinary |= urls
            continue
        found[outline.id] = CrossReferences(
            urls=urls,
            previous=stages.before(outline.id),
            following=stages.after(outline.id),
            findings=_panel(checked, f"{outline.path}/"),
            since_sent=checked.since_sent.get(outline.path),
        )
    found[""] = CrossReferences(urls=ordinary, findings=_panel(checked, ""))
    return found


def _panel(checked: CheckedCatalogue, folder: str) -> tuple[str, ...]:
    """HTML of the findings that the preview shows on the pages of a folder; empty in a published build."""
    options = checked.options
    if not options.is_preview or not checked.findings:
        return ()
    shown = [each for each in checked.findings if each.span.path.startswith(options.prefix + folder) or not folder]
    return findings_panel((word(each, options.language) for each in shown[:MOST_FINDINGS]), options.language)


def _places(outline: Outline) -> Iterator[tuple[str, str]]:
    for page in outline.pages:
        yield page.path, page.url
    yield from outline.files.items()


def _linked(outline: Outline, everywhere: Mapping[str, str], aliases: Aliases) -> dict[str, str]:
    """Source path -> URL of the linked files outside the folder; a path that names a former id is one of its own."""
    linked: dict[str, str] = {}
    for page_path, link in ((link.span.path, link) for link in outline.links_out):
        path = parse_target(page_path, link.target).path
        if not path:
            continue
        for candidate in (path, f"{path}/index.md"):
            if url := everywhere.get(candidate) or everywhere.get(aliases.path(candidate)):
                linked[candidate] = url
                break
    return linked


class _Stages:
    """The chains of stages, joined from both sides: `previous` and `output.next_stage.process`."""

    def __init__(self, checked: CheckedCatalogue, aliases: Aliases) -> None:
        self._units = {unit.id: unit for unit in checked.published}
        self._records = checked.records
        self._earlier: dict[str, set[str]] = {}
        self._later: dict[str, set[str]] = {}
        for outline in checked.outlines:
            for earlier, _ in outline.previous:
                self._join(aliases.current(earlier), outline.id)
            for following, _ in outline.next_process:
                self._join(outline.id, aliases.current(following))

    def before(self, process_id: str) -> tuple[Stage, ...]:
        return tuple(reversed(tuple(self._walk(process_id, self._earlier))))

    def after(self, process_id: str) -> tuple[Stage, ...]:
        return tuple(self._walk(process_id, self._later))

    def _join(self, earlier: str, later: str) -> None:
        if earlier in self._units and later in self._units:
            self._later.setdefault(earlier, set()).add(later)
            self._earlier.setdefault(later, set()).add(earlier)

    def _walk(self, start: str, steps: Mapping[str, set[str]]) -> Iterator[Stage]:
        """All stages in one direction, the nearest first; a circle, which a check reports, is walked once."""
        if start not in steps:
            return
        seen = {start}
        ring = [start]
        while ring:
            ring = sorted({other for each in ring for other in steps.get(each, ())} - seen)
            seen.update(ring)
            yield from (_stage(self._records.light(self._units[each])) for each in ring)


def _stage(process: PublishedProcess) -> Stage:
    record = process.record
    lessons = tuple(
        (lesson.text, f"{process.url}{chapter.stem}/") for chapter in process.chapters for lesson in chapter.lessons
    )
    return Stage(
        id=process.id,
        url=process.url,
        title=record.title,
        status=record.status,
        language=record.language,
        start_date=record.start_date,
        end_date=record.end_date,
        lessons=lessons,
    )
