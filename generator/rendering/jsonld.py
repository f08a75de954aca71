"""Metadata of a process for search engines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.licences import Licence
from generator.model.published import PublishedProcess
from generator.model.record import Record
from generator.rendering.authorship import authorship_of
from generator.rendering.context import SiteContext
from generator.rendering.laws import law_link
from generator.rendering.links import outside
from generator.rendering.picture import picture_of


def json_ld(value: Mapping[str, Any]) -> str:
    """A `<script>` element that holds the value: no text in it can end the element or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def process_data(process: PublishedProcess, context: SiteContext) -> dict[str, Any]:
    """The process as a graph: the report, the body that published it, the participation it sums up, and its data."""
    record = process.record
    url = context.absolute(process.url)
    body = f"{context.absolute(urls.ministry(record.ministry))}#body"
    authorship = authorship_of(process, context, record.language)
    writer: dict[str, Any] = (
        {"@id": body} if authorship.is_body else {"@type": "Organization", "name": authorship.writer}
    )
    licence = _licence(context.licence_of(record), record.language)
    ministry = context.ministries.get(record.ministry)
    organisation = {
        "@type": "GovernmentOrganization",
        "@id": body,
        "name": authorship.body,
        "url": outside(ministry.url) if ministry else None,
        "sameAs": [each for url in ministry.same_as if (each := outside(url))] if ministry else None,
    }
    report = _report(process, context, authorship.date, writer, licence)
    graph = (report, organisation, _event(record, url, body), _dataset(record, url, writer, licence))
    return {"@context": "https://schema.org", "@graph": [_known(each) for each in graph]}


def _report(
    process: PublishedProcess,
    context: SiteContext,
    published: PartialDate | None,
    writer: Mapping[str, Any],
    licence: Mapping[str, Any] | None,
) -> dict[str, Any]:
    record, url = process.record, context.absolute(process.url)
    changed = max((change.date for change in record.changes if change.date), default=None)
    languages = (record.language, *(translation.language for translation in process.translations))
    topics = [context.topics[topic].title_in(record.language) for topic in record.topics if topic in context.topics]
    return {
        "@type": "Report",
        "@id": f"{url}#report",
        "url": url,
        "name": record.title,
        "description": record.short_description,
        "inLanguage": list(languages) if len(languages) > 1 else record.language,
        "image": context.absolute(picture.url) if (picture := picture_of(process)) else None,
        "datePublished": _iso(published),
        "dateModified": _iso(changed or published),
        "author": writer,
        "publisher": writer,
        "creativeWorkStatus": context.wording_for(record.language).gettext("Made-up example")
        if record.example
        else None,
        "about": {"@id": f"{url}#participation"},
        "reportNumber": record.reference,
        "license": licence,
        "keywords": topics,
        "citation": [
            each
            for source in record.sources
            if (each := _legislation(source.law, context, record.language) if source.law else outside(source.url))
        ],
        "mentions": [_legislation(law, context, record.language) for law in _laws(process)],
        "isBasedOn": [{"@type": "Report", "url": context.absolute(f"{each}/")} for each in record.previous],
    }


def _laws(process: PublishedProcess) -> Iterator[str]:
    """The laws and decisions that the process led to, or in which a promise was put down; each once."""
    decided = [outcome.law for outcome in process.record.outcomes if outcome.law]
    promised = [each.promise.law for each in process.promises if each.promise.law]
    yield from dict.fromkeys((*decided, *promised))


def _legislation(identifier: str, context: SiteContext, language: str) -> dict[str, Any]:
    """A law or a decision of the government: what has an address is known by it, all by what identifies it."""
    link = law_link(identifier, context.wording_for(language))
    return _known(
        {
            "@type": "Legislation",
            "@id": link.url,
            "url": link.url,
            "name": link.text,
            "legislationIdentifier": identifier,
        }
    )


def _event(record: Record, url: str, body: str) -> dict[str, Any]:
    return {
        "@type": "Event",
        "@id": f"{url}#participation",
        "name": record.title,
        "startDate": _iso(record.start_date),
        "endDate": _iso(record.end_date),
        "organizer": {"@id": body},
        "inLanguage": record.language,
    }


def _dataset(record: Record, url: str, writer: Mapping[str, Any], licence: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": f"{url}#data",
        "name": record.title,
        "description": record.short_description,
        "url": f"{url}process.json",
        "creator": writer,
        "license": licence,
        "isAccessibleForFree": True,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{url}process.json",
        },
    }


def _licence(licence: Licence | None, language: str) -> dict[str, Any] | None:
    if licence is None:
        return None
    name = licence.name.in_language(language)
    return _known({"@type": "CreativeWork", "@id": licence.url, "url": licence.url, "name": name})


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what nobody has said."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}
