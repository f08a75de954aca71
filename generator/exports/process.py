"""The open data of one process: `process.json`, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.exports.citations import bibtex, cff, ris
from generator.exports.record import process_data
from generator.model.published import PublishedProcess
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext


def process_job(process: PublishedProcess, context: SiteContext, key: str) -> Job:
    """`process.json` and the citations of one process. `key` covers the process and the context."""

    def build() -> Iterator[SiteFile]:
        yield SiteFile(uri=process.urls.data, content=process_json(process, context))
        yield SiteFile(uri=f"{process.url}citation.bib", content=bibtex(process, context))
        yield SiteFile(uri=f"{process.url}citation.ris", content=ris(process, context))
        yield SiteFile(uri=f"{process.url}citation.cff", content=cff(process, context))

    return Job(f"data/{process.id}", key, build)


def process_json(process: PublishedProcess, context: SiteContext) -> bytes:
    """`process.json`, as it is published and as the process's PDF carries it."""
    return json_bytes(process_data(process, context))


def json_bytes(value: object) -> bytes:
    """JSON in UTF-8, indented so that two versions can be compared line by line."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
