"""`process.json`: one process as data, after consent.

Names are those of the YAML that authors write. Every name is always there: what is absent is null, a list without items is `[]`.
The texts of chapters and meetings are not in it, only where they stand: their Markdown may hold what pages never show (comments).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from generator.exports.addresses import address_of, evidence_of, references_of
from generator.model.content import Chapter, Meeting, Response
from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess, PublishedPromise
from generator.model.record import OWN_NOTES, ExtraField
from generator.rendering.context import SiteContext
from generator.structure import FieldSpec, FieldType, fields_of, parts_of, spec_in

Data = dict[str, object]

VERSION = 1
"""Raised when a name of `process.json` goes or changes its meaning."""

NOT_DATA = frozenset({"participants", "privacy", "publish_lists", "withdrawn", "order", "covers"})
"""Fields of the YAML that are not repeated: consent has done its work, withdrawn processes have no data at all,
the order is that of the list, and `parts` says what is covered."""

CHAPTER_NAMES = ("url", "stem", "parts")
PROMISE_NAMES = ("url", "overdue")
RESPONSE_NAMES = ("chapter_url", "points")
MEETING_NAMES = ("url", "stem")
"""What objects of each kind have besides the fields of the YAML."""


def process_data(process: PublishedProcess, context: SiteContext) -> Data:
    """Everything public of a process, ready for JSON."""
    people = process.participants
    record = _record(process, context)
    return {
        "version": VERSION,
        "id": process.id,
        "url": context.absolute(process.url),
        **record,
        "ministry_name": ministry_name(process, context),
        "closing_lag_days": process.closing_lag_days,
        "closing_target": _target(process),
        "stale_outcomes": [each.outcome.id for each in process.outcomes if each.is_stale],
        "overdue_steps": [each.step.id for each in process.steps if each.is_overdue],
        "chapters": [_chapter(chapter, process, context) for chapter in process.chapters],
        "promises": _promises(process, context),
        "responses": _responses(process, context),
        "coverage": _coverage(process),
        "meetings": [_meeting(meeting, process, context) for meeting in process.meetings],
        "participants": plain(people.listed) if people else [],
        "participants_by_sector": {figure.sector: figure.count for figure in people.sectors} if people else {},
        "participants_basis": people.basis if people else None,
        "files": [
            {"url": context.absolute(file.uri), "title": file.title, "size": file.size} for file in process.files
        ],
        "translations": [
            {
                "language": translation.language,
                "url": context.absolute(f"{process.url}{translation.language}/"),
                "title": translation.title,
                "short_description": translation.short_description,
                "bottom_lines": plain(translation.bottom_lines),
                "words": dict(translation.words),
            }
            for translation in process.translations
        ],
    }


def ministry_name(process: PublishedProcess, context: SiteContext) -> str:
    """The lead ministry's name in the site's language, of the process's own time; its id where it has no name."""
    names = process.ministry_name
    return names.get(context.language) or names.get("he") or process.record.ministry


def plain(value: object) -> object:
    """A value of the model as JSON knows values: dates in ISO form, tuples as lists, structs by their fields."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__ if name != "spans"}
    return value


def _fields(value: object, extra: Iterable[ExtraField], specs: Iterable[FieldSpec]) -> Data:
    """What the structure knows of `value`, by the names of the YAML and in its order; added fields are in `extra`.

    Asking the structure, and not the model, keeps what the model notes for itself out of the data.
    """
    specs = tuple(spec for spec in specs if spec.id not in NOT_DATA)
    data: Data = {
        spec.id: plain(getattr(value, spec.id)) if hasattr(value, spec.id) and spec.id not in OWN_NOTES else None
        for spec in specs
    }
    _fill(data, specs)
    for each in extra:
        if spec := spec_in(specs, each.id):
            _put(data, each.id, _extra_value(each.values, spec))
    return data


def _fill(data: Data, specs: Iterable[FieldSpec]) -> None:
    """Give every field a name, also within maps and lists of maps: null where nothing is known, `[]` for a list."""
    for spec in specs:
        if data.get(spec.id) is None:
            data[spec.id] = [] if spec.type is FieldType.LIST else None
        value, fields = data[spec.id], spec.of.fields if spec.of else spec.fields
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, dict):
                _fill(each, fields)


def _put(data: Data, path: str, value: object) -> None:
    """Write an added field where it stands in the YAML: `budget`, `output.budget`, `outcomes[2].budget`."""
    *above, name = path.split(".")
    within: Any = data
    for each in above:
        key, _, number = each.partition("[")
        within = within[key][int(number[:-1])] if number else within[key]
    within[name] = value


def _extra_value(values: Sequence[str], spec: FieldSpec) -> object:
    """An added field's text as JSON knows its type."""
    if spec.type is FieldType.LIST:
        return [_typed(value, spec.of) for value in values]
    return _typed("\n".join(values), spec)


def _typed(value: str, spec: FieldSpec | None) -> object:
    if spec is not None and spec.type is FieldType.INTEGER:
        return int(value)
    if spec is not None and spec.type is FieldType.BOOLEAN:
        return value == "true"
    return value


def _record(process: PublishedProcess, context: SiteContext) -> Data:
    record = process.record
    data: dict[str, Any] = _fields(record, record.extra, context.structure.record)
    closing, output = data["closing"], data["output"]
    data["partners"] = [_partner(partner, context) for partner in data["partners"]]
    closing["thanked"] = closing["thanked"] or closing["output_sent"]
    closing["waived"] = {waiver.subject: waiver.reason for waiver in record.closing.waived}
    references = references_of(process, context)
    for file in output["files"]:
        file["url"] = file["url"] or (address_of(references.file(file["path"]), context) if file["path"] else None)
    for each in (*data["outcomes"], *closing["next_steps"]):
        each["evidence"] = evidence_of(each["evidence"], references, context)
    return data


def _partner(partner: dict[str, Any], context: SiteContext) -> Data:
    body = context.ministries.get(partner["ministry"] or "")
    return partner | {"name": partner["name"] or (body.name_in(context.language) if body else None)}


def _chapter(chapter: Chapter, process: PublishedProcess, context: SiteContext) -> Data:
    parts = parts_of(context.structure, chapter.element)
    own: Data = {
        "url": context.absolute(process.urls.chapter(chapter.stem)),
        "stem": chapter.stem,
        "parts": [part.id for part in parts if part.id in chapter.parts],
    }
    # Every chapter has these names, whatever its element asks for.
    always: Data = {
        "author": plain(chapter.author),
        "lessons": plain(chapter.lessons),
        "type": chapter.appendix_type,
    }
    fields = _fields(chapter, chapter.extra, fields_of(context.structure, chapter.element))
    return own | {name: value for name, value in fields.items() if name not in always} | always


def _promises(process: PublishedProcess, context: SiteContext) -> list[Data]:
    references = references_of(process, context)

    def one(published: PublishedPromise) -> Data:
        promise = published.promise
        data = _fields(promise, promise.extra, context.structure.promise)
        data["evidence"] = evidence_of(promise.evidence, references, context)
        url = context.absolute(process.urls.promise(promise.id))
        return {"url": url, "overdue": published.is_overdue, **data}

    return [one(published) for published in process.promises]


def _responses(process: PublishedProcess, context: SiteContext) -> list[Data]:
    references = references_of(process, context)

    def one(response: Response) -> Data:
        place = references.place(response.chapter) if response.chapter else None
        fields = _fields(response, response.extra, context.structure.response)
        points = process.coverage.responses.get(response.id) if process.coverage else None
        return {"chapter_url": address_of(place, context), "points": points, **fields}

    return [one(response) for response in process.responses]


def _target(process: PublishedProcess) -> Data | None:
    target = process.closing_target
    if target is None:
        return None
    return {"due": target.due.isoformat(), "timeliness": target.timeliness, "days_late": target.days_late}


def _coverage(process: PublishedProcess) -> Data | None:
    coverage = process.coverage
    if coverage is None:
        return None
    return {"total": coverage.total, "answered": coverage.answered, "waiting": coverage.waiting}


def _meeting(meeting: Meeting, process: PublishedProcess, context: SiteContext) -> Data:
    url = context.absolute(process.urls.meeting(meeting.stem))
    return {"url": url, "stem": meeting.stem, **_fields(meeting, meeting.extra, context.structure.meeting)}
