"""Addresses in the open data: absolute when the site's own is configured, else relative to its root."""

from __future__ import annotations

from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext
from generator.views.references import Reference, References


def references_of(process: PublishedProcess, context: SiteContext) -> References:
    """The resolver of the references of a process."""
    return References(process, context.structure, process.record.language)


def address_of(reference: Reference | None, context: SiteContext) -> str | None:
    """Where a reference leads; None when it leads nowhere."""
    if reference is None or reference.url is None:
        return reference.address if reference else None
    return context.absolute(reference.url)


def evidence_of(written: str | None, references: References, context: SiteContext) -> str | None:
    """What the evidence of a promise, an outcome or a next step leads to, else the text as written."""
    return (address_of(references.resolve(written), context) or written) if written else written
