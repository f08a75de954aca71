"""The closing gate of every process that is `closing`, as a checklist for whoever closes it."""

from __future__ import annotations

from generator.model.published import GateStep, PublishedProcess
from generator.pipeline.catalogue import CheckedCatalogue
from generator.structure import GateSpec
from generator.wording import Wording

MARKS = {"done": "✓", "missing": "✗", "waived": "○"}
"""By word and shape; a step that does not apply to a process is left out."""


def closing_checklists(checked: CheckedCatalogue, language: str) -> str:
    """A block for each such process: what is done, what is missing and who acts, what was explained. Empty without any.

    A process with nothing left to do has one line: nobody is to look for the open steps of one among those of a hundred.
    """
    wording = Wording(language)
    gates = {gate.id: gate for gate in checked.structure.gate}
    closing = [checked.records.light(unit) for unit in checked.units if unit.outline.status == "closing"]
    return "\n".join(_checklist(process, gates, wording) for process in closing)


def _checklist(process: PublishedProcess, gates: dict[str, GateSpec], wording: Wording) -> str:
    steps = [step for step in process.gate if step.state in MARKS]
    done = sum(step.state != "missing" for step in steps)
    head = f"{process.id}: {process.record.title} ({done}/{len(steps)})"
    if done == len(steps):
        return head
    return "\n".join((head, *(_line(step, gates[step.id], wording) for step in steps))) + "\n"


def _line(step: GateStep, gate: GateSpec, wording: Wording) -> str:
    more = ""
    if step.state == "missing":
        more = f" – {wording.text(gate.who)}"
    elif step.reason:
        more = f" – {step.reason}"
    elif step.date:
        more = f" – {wording.date(step.date)}"
    return f"  {MARKS[step.state]} {wording.text(gate.title)}{more}"
