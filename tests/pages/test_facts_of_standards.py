"""What outside standards ask of a record: each fact of a record that has nothing else, and its place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.model.content import AttachedFile, Body, Chapter, Meeting, Promise, Response, Update
from generator.model.published import PublishedOutcome, PublishedProcess, PublishedPromise, PublishedStep
from generator.model.record import Closing, Contact, ExtraField, Goal, NextStep, Outcome, Record, Waiver
from generator.views.evidence import FACTS
from tests.pages.conftest import day

BODY = Body(path="", text="", first_line=1)
BARE = PublishedProcess(id="bare", url="bare/", path="health/bare", record=Record(status="closed"), brief=BODY)
NEWS = (Update(date=None, note="בלי יום"), Update(date=day("2024"), note="נדון"))
CHAPTER = Chapter(stem="policy", element="policy", title="", body=BODY)
FILE = AttachedFile(path="health/bare/a.pdf", uri="bare/a.pdf", size=1, title="a", in_appendices=True)


def recorded(**given: object) -> PublishedProcess:
    """A process whose record has nothing but this."""
    return replace(BARE, record=replace(BARE.record, **given))


def stated(field: str, value: str) -> PublishedProcess:
    """A process of which a field of the codebook is known."""
    return recorded(extra=(ExtraField(id="districts", values=("il-ha",)), ExtraField(id=field, values=(value,))))


def met(*days: str) -> PublishedProcess:
    """A process with a meeting on each day; one without a day is `?`."""
    return replace(
        BARE,
        meetings=tuple(
            Meeting(stem=f"m{at}", title="מפגש", date=None if each == "?" else day(each), body=BODY)
            for at, each in enumerate(days)
        ),
    )


def promised(*updates: Update) -> PublishedProcess:
    """A process with a promise and its news."""
    promise = Promise(id="send", text="לשלוח", updates=updates)
    return replace(BARE, promises=(PublishedPromise(promise=promise, is_overdue=False),))


def awaited(*updates: Update) -> PublishedProcess:
    """A process with an outcome and its news."""
    outcome = Outcome(id="law", type="legislation", state="expected", title="חוק", updates=updates)
    return replace(BARE, outcomes=(PublishedOutcome(outcome=outcome, is_stale=False),))


def stepped(*updates: Update) -> PublishedProcess:
    """A process with a next step and its news."""
    step = NextStep(id="print", text="להדפיס", updates=updates)
    return replace(BARE, steps=(PublishedStep(step=step, is_overdue=False),))


def answered(response: str, *waived: str, status: str = "closed") -> PublishedProcess:
    """A process with one response, and the reasons that it gave."""
    closing = Closing(waived=tuple(Waiver(subject=each, reason="למה") for each in waived))
    given = recorded(status=status, closing=closing)
    return replace(given, responses=(Response(heard="תאורה", response=response),)) if response else given


@pytest.mark.parametrize(
    ("fact", "process", "shown"),
    [
        ("contact", recorded(closing=Closing(contact=Contact(email="a@example.org"))), "#side-contact"),
        ("dates", recorded(start_date=day("2024"), end_date=day("2025")), "#facts"),
        ("dates", recorded(start_date=day("2024")), None),
        ("dates", recorded(end_date=day("2024")), None),
        ("documents", replace(BARE, files=(FILE,)), "a.pdf"),
        ("documents", replace(BARE, files=(FILE,), chapters=(CHAPTER,)), "policy/"),
        ("engagement", met("2024-01-01"), "#meetings"),
        ("engagement", recorded(previous=("first",)), ""),
        ("goals", recorded(goals=(Goal(text="לשמוע"),)), "#goals"),
        ("invited", stated("invited", "closed"), "#facts"),
        ("invited", stated("spectrum", "consult"), None),
        ("meetings", met("?"), "#meetings"),
        ("meetings-every-six-months", met("2024-07-03", "2024-01-01"), "#meetings"),
        ("meetings-every-six-months", met("2024-01-01", "2024-07-04"), False),
        ("meetings-every-six-months", met("2024-01-01", "2024-02-01", "2025-02-01"), False),
        ("meetings-every-six-months", met("2024-01-01", "2024-02-01", "?"), None),
        ("meetings-every-six-months", met("2024-01-01", "2024-02"), None),
        ("meetings-every-six-months", met("2024-01-01"), None),
        ("methods", recorded(methods=("workshop",)), "#facts"),
        ("outcomes", awaited(), "#outcomes"),
        ("outreach", stated("invited", "open-with-outreach"), "#facts"),
        ("outreach", stated("invited", "open"), None),
        ("participants-count", recorded(participants_count=0), "#facts"),
        ("promises", promised(), "promises/"),
        ("responses", answered("accepted"), "responses/"),
        ("responses", answered("unknown"), False),
        ("responses", answered(""), False),
        ("responses", answered("", "goals"), False),
        ("responses", answered("", "responses"), None),
        ("responses", answered("", status="closing"), None),
        ("spectrum", stated("spectrum", "inform"), "#facts"),
        ("spectrum-of-feedback", stated("spectrum", "inform"), None),
        ("spectrum-of-feedback", stated("spectrum", "collaborate"), "#facts"),
        ("updates", promised(*NEWS), "promises/#send"),
        ("updates", promised(*NEWS[:1]), None),
        ("updates", awaited(*NEWS), "#outcomes"),
        ("updates", awaited(*NEWS[:1]), None),
        ("updates", stepped(*NEWS), "#next-steps"),
        ("updates", stepped(*NEWS[:1]), None),
        ("within-twelve-weeks", replace(BARE, closing_lag_days=84), "#timeline"),
        ("within-twelve-weeks", replace(BARE, closing_lag_days=85), False),
        ("within-twelve-weeks-or-why", replace(BARE, closing_lag_days=84), "#timeline"),
        ("within-twelve-weeks-or-why", replace(answered("", "in-time"), closing_lag_days=85), ""),
        ("within-twelve-weeks-or-why", replace(answered("", "goals"), closing_lag_days=85), False),
    ],
)  # fmt: skip
def test_a_fact_is_shown_at_its_place_or_denied_or_not_known(
    fact: str, process: PublishedProcess, shown: str | bool | None
) -> None:
    """A sheet that calls met what the record does not show, or blames it for what it does not say, is worth nothing."""
    assert FACTS[fact](process) == (f"bare/{shown}" if isinstance(shown, str) else shown)


def test_of_an_empty_record_nothing_is_met() -> None:
    """A process that has hardly begun would fulfil a standard."""
    opened = replace(BARE, record=Record(status="open"))
    assert {fact(opened) for fact in FACTS.values()} == {None}
