"""Which editions a process has: its output profile asks for them."""

from __future__ import annotations

from generator.model.published import PublishedProcess
from generator.structure import Structure, answers_of, editions_of


def asked_editions(process: PublishedProcess, structure: Structure) -> frozenset[str]:
    """The editions that the process's output profile asks for: `pdf`, `brief`, `handout`."""
    answers = answers_of(
        process.record,
        promises_unkept=any(each.promise.status == "not-kept" for each in process.promises),
        participants_listed=process.participants is not None,
    )
    return frozenset(edition.id for edition in editions_of(structure, answers))


def needs_pdf(process: PublishedProcess, structure: Structure) -> bool:
    """Whether the output profile asks for a document that stands alone."""
    return "pdf" in asked_editions(process, structure)
