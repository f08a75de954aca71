"""A closed process with a promise, an outcome and a next step, which differs from test to test by what it is about."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from generator.diagnostics import Span
from generator.model.commitments import Clock
from generator.model.content import Body, Promise, Update
from generator.model.dates import PartialDate
from generator.model.private import Process
from generator.model.record import Closing, NextStep, Outcome, Record
from generator.model.registry import Registries
from generator.structure import load_structure

STRUCTURE, REGISTRIES = load_structure(), Registries()
CLOCK = Clock(today=date(2026, 1, 1))
LONG_AGO = PartialDate(2020, 5)
SAID = (Update(date=PartialDate(2021), note="נדון", state="adopted"),)
PROCESS = Process(
    id="talks",
    path="health/talks",
    brief=Body(path="health/talks/index.md", text="טקסט", first_line=3),
    record=Record(
        status="closed",
        outcomes=(Outcome(id="law", type="legislation", state="expected", due=LONG_AGO, updates=SAID),),
        closing=Closing(next_steps=(NextStep(id="print", text="להדפיס", due=LONG_AGO, updates=SAID),)),
    ),
    promises=(Promise(id="send", text="לשלוח", status="kept", date=PartialDate(2022), due=LONG_AGO, updates=SAID),),
)


def at(line: int) -> Span:
    """The beginning of a line of the record."""
    return replace(Span.start_of("health/talks/index.md"), line=line)
