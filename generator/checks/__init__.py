"""Model → findings. A check takes values, never a file: it yields findings with the rule's own severity and never raises.

`check_process` makes every check within one folder, `check_catalogue` those across folders;
`apply_status_and_waivers` then applies the process's status and its waivers to all findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.checks.authored import Authored, texts_of_process
from generator.checks.catalogue import check_catalogue
from generator.checks.chapters import check_chapters
from generator.checks.commitments import check_commitments
from generator.checks.contacts import check_contacts
from generator.checks.contributions import check_contributions
from generator.checks.expectations import check_expectations
from generator.checks.gate import check_gate, gate_steps
from generator.checks.links import check_links
from generator.checks.participants import check_participants
from generator.checks.placeholders import check_placeholders
from generator.checks.promises_and_responses import check_promises_and_responses
from generator.checks.record import check_record
from generator.checks.status_and_waivers import apply_status_and_waivers
from generator.checks.withheld import check_withheld_names
from generator.diagnostics import Finding
from generator.model.commitments import Clock
from generator.model.private import Process
from generator.model.registry import Registries
from generator.structure import Structure

__all__ = ["apply_status_and_waivers", "check_catalogue", "check_process", "gate_steps"]


def check_process(
    process: Process,
    structure: Structure,
    clock: Clock,
    registries: Registries | None = None,
    attached: Iterable[Authored] = (),
    texts: Sequence[Authored] | None = None,
) -> Iterator[Finding]:
    """All findings within one process folder, before its status and waivers are applied.

    `attached`: what the files say that are attached to it. `texts`: those of the process, where they are known already.
    """
    texts = tuple(texts_of_process(process)) if texts is None else texts
    yield from check_record(process, structure, clock.today)
    yield from check_chapters(process, structure)
    yield from check_participants(process)
    yield from check_withheld_names(process, texts, attached)
    yield from check_contacts(process, texts, attached)
    yield from check_promises_and_responses(process, structure)
    yield from check_commitments(process, clock)
    yield from check_contributions(process)
    yield from check_expectations(process)
    yield from check_links(process)
    yield from check_placeholders(process, texts, registries)
    yield from check_gate(process, clock.today)
