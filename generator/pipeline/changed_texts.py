"""Published texts as something beside Sikum changes them, such as another plugin of the engine.

What changes a text is handed the published one and nothing else, and what comes back is looked at again: it may bring in
names, or somebody's details, that nobody agreed to publish.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.checks.authored import Authored
from generator.diagnostics import Span
from generator.markup import scan_body
from generator.model.content import Body
from generator.model.digest import digest
from generator.model.published import OrdinaryPage, PublishedProcess
from generator.pipeline.across import find_in_texts, lists_of
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.kept_names import read_kept_names
from generator.pipeline.markdown_bodies import Packed, each_body, pack
from generator.pipeline.shown_texts import parts_by_path
from generator.pipeline.units import Unit
from generator.structure.specs import PartSpec


class PublishedText(Struct, frozen=True, kw_only=True):
    """The Markdown of a page, with what may be said of the page."""

    path: str
    """The file, relative to the content folder."""
    url: str
    title: str
    text: str
    language: str
    description: str = ""
    topics: tuple[str, ...] = ()
    """Titles; those of a process stand at its first page."""


Change = Callable[[PublishedText], str]
"""The text of a page as it is to be published."""
_Note = Callable[..., Body]


class PrivateInText(Exception):
    """What came back says what may not be published. The message is one line and quotes nothing of it."""


def with_changed_texts(checked: CheckedCatalogue, change: Change) -> CheckedCatalogue:
    """The catalogue with every text as `change` gives it back. Raises PrivateInText.

    A process whose texts all come back as they were is as it was, and so is everything that is kept of it.
    """
    changed: dict[str, Packed] = {}
    changes: list[tuple[Body, Body]] = []

    def note(before: Body, text: str, parts: Sequence[PartSpec] = ()) -> Body:
        if text == before.text:
            return before
        after = scan_body(before.path, text, before.first_line, parts)
        changes.append((before, after))
        return after

    units: list[Unit] = []
    for unit in checked.units:
        process = checked.records.whole(unit) if unit.is_published else None
        new = _changed_process(process, unit, checked, change, note) if process else None
        if new is None or new == process:
            units.append(unit)
            continue
        packed = changed[unit.path] = pack(new)
        key = digest("changed", unit.state, packed.record, packed.texts)
        units.append(replace(unit, key=key, record_digest=packed.record_digest))
    catalogue = checked.catalogue_without_processes
    introduction = catalogue.introduction
    made = replace(
        checked,
        unchanged=checked,
        units=tuple(units),
        records=checked.records.with_others(changed),
        catalogue_without_processes=replace(
            catalogue,
            pages=tuple(_changed_page(page, checked, change, note) for page in catalogue.pages),
            introduction=_changed_page(introduction, checked, change, note) if introduction else None,
        ),
    )
    if changes:
        _look_again(changes, checked)
    return made


def _changed_process(
    process: PublishedProcess, unit: Unit, checked: CheckedCatalogue, change: Change, note: _Note
) -> PublishedProcess:
    urls = {page.path: page.url for page in unit.outline.pages}
    record, topics = process.record, checked.catalogue_without_processes.topics
    about = {text.path: text for text in _texts(process, urls)}
    parts = parts_by_path(process, checked.structure)
    names = tuple(topics[each].title_in(record.language) for each in record.topics if each in topics)

    def changed(body: Body) -> Body:
        text = about[body.path]
        given = replace(text, topics=names) if body.path == process.brief.path else text
        return note(body, change(given), parts.get(body.path, ()))

    return each_body(process, changed)


def _texts(process: PublishedProcess, urls: dict[str, str]) -> Iterator[PublishedText]:
    record = process.record
    text = partial(PublishedText, description=record.short_description, language=record.language)
    brief = process.brief
    yield text(path=brief.path, url=urls.get(brief.path, process.url), title=record.title, text=brief.text)
    pages = [(page.body, page.title) for page in process.chapters]
    pages += [(page.body, page.title) for page in process.meetings]
    for body, title in pages:
        yield text(path=body.path, url=urls.get(body.path, ""), title=title, text=body.text)
    for each in process.translations:
        translated = partial(PublishedText, description=each.short_description, language=each.language)
        for body, title in ((each.brief, each.title), *((page.body, page.title) for page in each.pages)):
            yield translated(path=body.path, url=urls.get(body.path, ""), title=title, text=body.text)


def _changed_page(page: OrdinaryPage, checked: CheckedCatalogue, change: Change, note: _Note) -> OrdinaryPage:
    given = PublishedText(
        path=page.path,
        url=page.url,
        title=page.title,
        text=page.body.text,
        language=checked.options.language,
        description=page.description,
    )
    return replace(page, body=note(page.body, change(given)))


def _look_again(changes: Iterable[tuple[Body, Body]], checked: CheckedCatalogue) -> None:
    """Raises PrivateInText where a text, as it came back, says more of what is withheld than it did before."""
    before, after = zip(*changes, strict=True)
    kept = read_kept_names(checked.options.content_dir)
    lists = lists_of(checked.tree.processes, checked.units, checked.records.context, kept, checked.options.reviewed)

    def wrong(bodies: Iterable[Body]) -> Counter[tuple[str, str]]:
        texts = [Authored(text=body.text, span=Span.start_of(body.path)) for body in bodies]
        found = find_in_texts(texts, lists)
        return Counter((each.span.path, each.rule) for each in found if each.is_error)

    for path, rule in wrong(after) - wrong(before):
        raise PrivateInText(f"{path}: what another plugin made of this text may not be published ({rule})")
