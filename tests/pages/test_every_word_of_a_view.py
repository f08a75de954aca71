"""All that a view says of one process, in whole: what pages, print, PDF, brief and letters have their words and places from.

`every_word/<language>.yml` holds it; `SNAPSHOTS=overwrite` writes it anew: read the difference as a reader of the page would.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.model.commitments import ClosingTarget
from generator.model.content import Promise, Response, Update
from generator.model.coverage import Coverage
from generator.model.published import PublishedOutcome, PublishedProcess, PublishedPromise, PublishedStep
from generator.model.record import ExtraField, NextStep, Outcome, Waiver
from generator.rendering.context import CrossReferences, SiteContext, Stage
from generator.views.coverage import coverage_sentences
from generator.views.evidence import sheets
from generator.views.facts import facts, profile
from generator.views.graphs import response_graph, sector_graph, timescale
from generator.views.outcomes import (
    chain,
    outcome_in_words,
    outcome_view_in,
    outcome_views,
    step_in_words,
    step_views,
    timeliness_text,
)  # fmt: skip
from generator.views.packs import packs
from generator.views.participants import base_sentence, participants_sentences, sector_lines, sectors_sentence
from generator.views.process import ProcessView
from generator.views.promises import (
    promise_tallies,
    promise_views,
    promises_sentence,
    response_tallies,
    response_views,
)  # fmt: skip
from generator.views.summary import banners, citation, continuation, dots, goal_view, lag_text, stages
from generator.views.translated import in_language
from generator.wording import Wording
from tests.pages.conftest import day
from tests.snapshots import assert_as_written

SAID = Path(__file__).parent / "every_word"


@pytest.fixture
def full(process: PublishedProcess) -> PublishedProcess:
    """The process with news, coverage, a target of its closing, and what is late or lacks a state."""
    news = (
        Update(date=day("2024-03"), note="נדון"),
        Update(date=None, note="בלי יום"),
        Update(date=day("2023-12-01"), note="נשלח"),
    )
    outcomes = (
        *(replace(each, id=f"outcome-{number}") for number, each in enumerate(process.record.outcomes)),
        Outcome(
            id="plan", type="publication", state="partly", title="תכנית", due=day("2025"), note="בחלקו", evidence="policy.md#rules",
            url="https://example.org/plan", updates=news,
        ),
        Outcome(id="else", type="other", state="unknown", title="אחר", evidence="appendices/table.csv"),
        Outcome(id="untitled", type="legislation", state="adopted"),
        Outcome(id="nothing", type="none", note="אין מה להחליט"),
    )  # fmt: skip
    steps = (
        NextStep(id="late", text="לתקן מעבר", who="עירייה", due=day("2023-09-10"), state="open", updates=news, evidence="foreword"),
        NextStep(id="done", text="לסמן", state="done", evidence="https://example.org/done"),
        NextStep(id="left", text="לסגור", state="dropped", explanation="אין סמכות"),
    )  # fmt: skip
    closing = replace(
        process.record.closing, next_steps=steps, waived=(*process.record.closing.waived, Waiver(subject="in-time", reason="חופש"))
    )  # fmt: skip
    extra = (
        ExtraField(id="invited", values=("open-with-outreach",)), ExtraField(id="spectrum", values=("involve",)),
        ExtraField(id="districts", values=("il-ha",)), ExtraField(id="budget", values=("3.5",)),
    )  # fmt: skip
    stateless = Promise(
        id="bare", text="להחזיר תשובה", evidence="appendices/summary.pdf#page=2", source="foreword.md#nowhere"
    )
    return replace(
        process,
        record=replace(process.record, outcomes=outcomes, closing=closing, extra=extra),
        outcomes=tuple(PublishedOutcome(outcome=each, is_stale=each.id == "plan") for each in outcomes),
        steps=tuple(PublishedStep(step=each, is_overdue=each.id == "late") for each in steps),
        promises=(*process.promises, PublishedPromise(promise=stateless, is_overdue=True)),
        responses=(
            *(replace(each, id=f"response-{number}") for number, each in enumerate(process.responses)),
            Response(id="noted", heard="להוסיף תאורה", response="noted", chapter="2023-02-05-opening"),
            Response(id="part", heard="להאט", voices=1, response="partly", explanation="ברחוב אחד"),
            Response(id="silent", heard="לצבוע"),
        ),
        coverage=Coverage(
            total=1340,
            answered=1312,
            waiting=28,
            responses={"noted": 1200, "part": 1, "silent": None},
            codes={"part": ("A-1", "A-2")},
        ),
        closing_lag_days=114,
        closing_target=ClosingTarget(due=date(2023, 9, 22), timeliness="late", days_late=30, reason="חופש"),
    )  # fmt: skip


def everything(view: ProcessView) -> dict[str, object]:
    """Each function of the views under its name, with what it says."""
    process = view.process
    return {
        "pages": [(view.title, view.description, view.url, view.unmet_url), view.entries, view.promise_sources],
        "facts": [facts(view), profile(process.record.output, view)],
        "record": [
            dots(view), lag_text(view), banners(view), stages(view), continuation(view), citation(view),
            [goal_view(goal, view) for goal in process.record.goals],
        ],
        "participants": [sector_lines(view), sectors_sentence(view), base_sentence(view), participants_sentences(view)],
        "promises": [promise_views(view), promise_tallies(view), promises_sentence(view)],
        "responses": [response_views(view), response_tallies(view), coverage_sentences(view)],
        "outcomes": [
            outcome_views(view), [outcome_in_words(each) for each in outcome_views(view)], chain(view),
            [outcome_view_in(each, view.structure, view.wording).date for each in process.outcomes],
            timeliness_text(process.closing_target, view.wording),
        ],
        "steps": [step_views(view), [step_in_words(each) for each in step_views(view)]],
        "graphs": [sector_graph(view), response_graph(view), str(timescale(view)).split("\n")],
        "standards": sheets(process, view.context, view.language),
    }  # fmt: skip


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_word_and_place_of_a_view(
    full: PublishedProcess, context: SiteContext, cross_references: CrossReferences, language: str
) -> None:
    """A word that is left out, in another order or with another link is wrong on every page and in every edition at once."""
    later = Stage(
        id="next", url="next/", title="השלב הבא", status="draft", language="he", start_date=day("2024-09"), end_date=None
    )  # fmt: skip
    wording = Wording(language)
    translation = full.translations[0] if language == "en" else None
    view = ProcessView(
        process=in_language(full, translation) if translation else full,
        cross_references=replace(cross_references, following=(later,)),
        context=replace(context, wording=Wording("he"), yardsticks=tuple(packs())),
        wording=wording,
        translation=translation,
    )
    assert_as_written(SAID / f"{language}.yml", everything(view))


@pytest.mark.parametrize(
    ("days", "sent", "sentence"),
    [
        (None, "2023-07-22", ""),
        (0, "2023-07-22", "0 days from the end of participation to the output"),
        (1, "2023-07-22", "1 day from the end of participation to the output"),
        (1200, "2023-07-22", "1,200 days from the end of participation to the output"),
        (-1, "2023-07-22", "The output was sent 1 day before participation ended"),
        (-5, "2023-07-22", "The output was sent 5 days before participation ended"),
        (1, None, "1 day since participation ended, and the output was not sent"),
        (40, None, "40 days since participation ended, and the output was not sent"),
    ],
)
def test_how_long_the_output_took_is_one_sentence(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences,
    days: int | None, sent: str | None, sentence: str,
) -> None:  # fmt: skip
    """What is still waited for is no output that came; and a day is no days."""
    closing = replace(process.record.closing, output_sent=day(sent) if sent else None)
    record = replace(process.record, closing=closing, language="en")
    view = ProcessView(
        process=replace(process, record=record, closing_lag_days=days),
        cross_references=cross_references,
        context=context,
        wording=Wording("en"),
    )
    assert lag_text(view) == sentence


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (None, ""),
        (ClosingTarget(due=date(2023, 9, 22), timeliness="in-time"), "in time"),
        (ClosingTarget(due=date(2023, 9, 22), timeliness="late", days_late=1), "1 day late"),
        (ClosingTarget(due=date(2023, 9, 22), timeliness="late", days_late=30), "30 days late"),
        (ClosingTarget(due=date(2023, 9, 22), timeliness="late", days_late=2, reason="b"), "2 days late, explained: b"),
    ],
)
def test_a_site_with_a_target_says_how_each_closing_stands_to_it(target: ClosingTarget | None, words: str) -> None:
    """Somebody reads in time where it was late, or the explanation that was given goes unread."""
    assert timeliness_text(target, Wording("en")) == words
