"""What a view says of one process, looked at by itself: words, sides, order and places (found by putting faults in)."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from generator.diagnostics import Text
from generator.model.content import Promise, Update
from generator.model.coverage import Coverage
from generator.model.published import PublishedOutcome, PublishedProcess, PublishedPromise, PublishedStep
from generator.model.record import Change, Closing, ExtraField, NextStep, Outcome, Output, Record, Writing
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.terms import State
from generator.structure import FieldSpec, FieldType, Structure
from generator.views.coverage import coverage_sentences, points_in_words
from generator.views.facts import facts
from generator.views.graphs import timescale
from generator.views.outcomes import outcome_in_words, outcome_view_in, outcome_views, step_in_words, step_views
from generator.views.participants import base_sentence
from generator.views.process import ProcessView
from generator.views.promises import promise_views
from generator.views.span_of_data import SpanOfData, span_of_data
from generator.views.summary import banners, citation, dots
from generator.views.translated import whole_translations
from generator.views.updates import update_views
from generator.wording import Wording
from tests.pages.conftest import FOLDER, day


@pytest.fixture
def view(process: PublishedProcess, context: SiteContext, cross_references: CrossReferences) -> ProcessView:
    """The process in its own language, Hebrew."""
    return view_of(process, context, cross_references)


def view_of(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences, language: str = "he"
) -> ProcessView:
    """A process in a language; its site is in the same."""
    wording = Wording(language)
    process = replace(process, record=replace(process.record, language=language))
    return ProcessView(
        process=process,
        cross_references=cross_references,
        context=replace(context, wording=wording),
        wording=wording,
    )


@pytest.mark.parametrize(
    ("language", "began", "sent", "start", "end"),
    [("he", "תחילת השיתוף", "התוצר נשלח", "100%", "0"), ("en", "Participation began", "Output sent", "0", "100%")],
)
def test_time_runs_with_the_language_from_the_beginning_to_the_output(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences,
    language: str, began: str, sent: str, start: str, end: str,
) -> None:  # fmt: skip
    """Drawn the other way round, the wait for the output would be read as the participation."""
    drawn = str(timescale(view_of(process, context, cross_references, language)))
    assert re.findall(r'<text x="(\S+)" y="14"[^>]*>([^<]+)<', drawn) == [(start, began), (end, sent)]
    bars = re.findall(r'class="(c-bar\S*)" x="([\d.]+)%" y="24" width="([\d.]+)%"', drawn)
    assert [name for name, _, _ in bars] == ["c-bar", "c-bar--soft"]
    (_, took_at, took), (_, late_at, late) = ((name, float(at), float(width)) for name, at, width in bars)
    assert took + late == pytest.approx(100)
    assert (took_at, late_at) == ((pytest.approx(late), 0) if language == "he" else (0, pytest.approx(took)))
    assert took > late, "162 days of participation, 22 of waiting"


def test_news_stand_in_the_order_of_their_dates(structure: Structure) -> None:
    """The latest news of an outcome is what a reader takes for its state today."""
    news = [
        Update(date=day("2024-03"), note="b"),
        Update(date=None, note="none"),
        Update(date=day("2023-12-01"), note="a"),
    ]
    assert [each.note for each in update_views(news, "outcome-state", structure, "he")] == ["a", "b", "none"]


@pytest.mark.parametrize(
    ("date", "law", "kept", "dots"),
    [
        ("2024-08-11", "il-decision:2034:2024-08-11", None, ()),
        ("2024-09-01", "il-decision:2034:2024-08-11", "2024-09-01", ()),
        ("2024-08-11", "il-decision:2034:gov-37", "2024-08-11", ()),
        ("2024-08-11", "urn:lex:il:2034", "2024-08-11", ("Government decision",)),
    ],
)
def test_a_decision_of_the_government_says_once_what_it_is_and_of_which_day(
    structure: Structure, date: str, law: str, kept: str | None, dots: tuple[str, ...]
) -> None:
    """ "Government decision · Government decision 2034 of 11 August 2024 · 11 August 2024" reads as three facts."""
    outcome = Outcome(type="government-decision", title="Wider pavements", date=day(date), law=law)
    said = outcome_view_in(PublishedOutcome(outcome=outcome, is_stale=False), structure, Wording("en"))
    assert (said.date, said.dots) == (day(kept) if kept else None, dots)
    assert said.law is not None


def test_what_nobody_heard_of_for_long_is_said_before_its_news(view: ProcessView) -> None:
    """On paper there is no colour: a line without the word would read as if all were well."""
    news = update_views([Update(date=None, note="נשלח")], "outcome-state", view.structure, "he")
    outcome = replace(outcome_views(view)[0], stale=State("stale", "אין חדש"), updates=news)
    assert outcome_in_words(outcome) == "אין חדש, נשלח"
    assert outcome_in_words(replace(outcome, stale=None)) == "נשלח"
    assert outcome_in_words(replace(outcome, stale=None, updates=())) == ""


def test_a_step_whose_day_has_passed_says_so(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences
) -> None:
    """The word is the page's, the print's and the letter's: an empty mark would be a mark of nothing."""
    late, early = NextStep(id="late", text="לתקן"), NextStep(id="early", text="לבדוק")
    record = replace(process.record, closing=replace(process.record.closing, next_steps=(late, early)))
    steps = (PublishedStep(step=late, is_overdue=True), PublishedStep(step=early, is_overdue=False))
    view = view_of(replace(process, record=record, steps=steps), context, cross_references, "en")
    assert [step.overdue and step.overdue.title for step in step_views(view)] == ["Overdue", None]


def test_both_figures_of_answered_points_are_in_the_sentence(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences
) -> None:
    """Half of the sentence is no account of what was done with what people said."""
    counted = replace(process, coverage=Coverage(total=1340, answered=1312, waiting=28))
    sentences = coverage_sentences(view_of(counted, context, cross_references, "en"))
    assert sentences == ("1,312 of 1,340 points were answered; 28 await an answer.",)


def test_a_meeting_is_referred_to_at_its_own_address(view: ProcessView) -> None:
    """A promise "made at the opening meeting" leads to what was said there."""
    found = view.references.file("meetings/2023-02-05-opening.md")
    assert found is not None
    assert found.url == "safe-routes/meetings/2023-02-05-opening/"
    assert view.process.meetings[0].body.path == f"{FOLDER}/meetings/2023-02-05-opening.md"


def test_what_is_not_known_leaves_no_gap_among_the_facts(view: ProcessView) -> None:
    """Two dots in a row, or one at the end, stand for something that nobody wrote."""
    record = replace(view.process.record, start_date=None, end_date=None, methods=(), participants_count=None)
    assert dots(replace(view, process=replace(view.process, record=record))) == ()


def test_the_body_and_the_licence_are_among_the_facts_with_their_places(view: ProcessView) -> None:
    """Who answers for the process, and on what terms it may be used, are what is looked for first."""
    items = {str(fact.title): fact.items for fact in facts(view)}
    assert [link.text for link in items[view.field("ministry")]] == ["משרד התחבורה בשמו דאז"]
    assert [link.url for link in items[view.field("license")]] == ["https://creativecommons.org/licenses/by/4.0/"]


def test_points_that_a_response_answers_are_counted_where_anybody_named_it(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences
) -> None:
    """A figure that is withheld is said to be so; a response that answers nobody's point claims none."""
    coverage = Coverage(total=1340, answered=1312, waiting=28, responses={"many": 1200, "none": 0, "few": None})
    view = view_of(replace(process, coverage=coverage), context, cross_references, "en")
    assert points_in_words("many", view) == "Answers 1,200 points."
    assert points_in_words("none", view) == ""
    assert points_in_words("few", view).startswith("How many points it answers is not published")
    assert points_in_words("another", view) == ""


@pytest.mark.parametrize(("output", "details"), [("policy", ("Policy paper",)), ("other", ()), (None, ())])
def test_a_citation_says_what_the_output_is_where_that_says_anything(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences,
    output: str | None, details: tuple[str, ...],
) -> None:  # fmt: skip
    """`[Other]` after a title in somebody's bibliography helps nobody to find it."""
    record = replace(process.record, output=replace(process.record.output, type=output))
    assert citation(view_of(replace(process, record=record), context, cross_references, "en")).details == details


def test_a_promise_that_was_not_kept_leads_to_what_the_office_says_of_it(view: ProcessView) -> None:
    """The reflection has a part for expectations that were not met; a kept promise has no business there."""
    shown = {promise.id: promise.unmet for promise in promise_views(view)}
    assert shown["one-desk"] is not None
    assert shown["one-desk"].url is not None
    assert shown["one-desk"].url.endswith("safe-routes/reflection/#unmet")
    assert shown["summary"] is None


def test_a_whole_translation_has_its_own_bottom_lines_or_the_originals(process: PublishedProcess) -> None:
    """A one-page edition without its bottom lines is a title with an address."""
    translation = replace(process.translations[0], has_record=True)
    own = whole_translation(
        replace(
            process, translations=(translation,), chapters=process.chapters[2:3], meetings=(), promises=(), responses=()
        )
    )
    assert [line.text for line in own.record.bottom_lines] == list(translation.bottom_lines)
    assert [line.decision for line in own.record.bottom_lines] == [False, False, True]
    without = replace(process, translations=(replace(translation, bottom_lines=()),))
    kept = whole_translation(replace(without, chapters=process.chapters[2:3], meetings=(), promises=(), responses=()))
    assert kept.record.bottom_lines == process.record.bottom_lines


def test_a_whole_translation_stands_at_its_own_address_with_every_text_in_its_words(process: PublishedProcess) -> None:
    """The Arabic document would lead to the Hebrew page, or tell what was promised in Hebrew."""
    outcomes = tuple(replace(each, id=f"o-{at}") for at, each in enumerate(process.record.outcomes))
    process = replace(process, record=replace(process.record, outcomes=outcomes))
    promises = tuple(replace(each.promise, text=f"ar: {each.promise.id}") for each in process.promises)
    translation = replace(
        process.translations[0],
        has_record=True,
        chapters=tuple(replace(each, title=f"ar: {each.stem}") for each in process.chapters),
        meetings=tuple(replace(each, title=f"ar: {each.stem}") for each in process.meetings),
        promises=promises[:-1],
        responses=tuple(replace(each, heard=f"ar: {each.id}") for each in process.responses),
        outcomes=tuple(replace(each, title=f"ar: {each.id}", note=None) for each in outcomes[:1]),
    )
    own = whole_translation(replace(process, translations=(translation,)))
    assert own.url == f"{process.url}{translation.language}/"
    assert (own.brief, own.translated_from) == (translation.brief, process.record.language)
    assert own.translations == ()  # it is no translation of itself
    assert [each.promise for each in own.promises] == [*promises[:-1], process.promises[-1].promise]
    assert [each.heard for each in own.responses] == [f"ar: {each.id}" for each in process.responses]
    assert [each.title for each in (*own.chapters, *own.meetings)] == [
        f"ar: {each.stem}" for each in (*process.chapters, *process.meetings)
    ]
    first, *others = own.record.outcomes
    assert (first.title, first.note) == ("ar: o-0", None)
    assert others == list(outcomes[1:])


def whole_translation(process: PublishedProcess) -> PublishedProcess:
    """The process as if it had been written in the one language it is translated to."""
    [found] = whole_translations(process)
    return found


@pytest.mark.parametrize(
    ("total", "answered", "waiting", "sentence"),
    [
        (None, None, None, "The figures of the points that were answered are too small to be published."),
        (1340, 1340, 0, "All of 1,340 points were answered."),
    ],
)
def test_a_figure_that_is_whole_or_withheld_has_a_sentence_of_its_own(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences,
    total: int | None, answered: int | None, waiting: int | None, sentence: str,
) -> None:  # fmt: skip
    """`1340 of 1340; 0 await an answer` is how a machine says it; and silence about a small figure looks like a gap."""
    counted = replace(process, coverage=Coverage(total=total, answered=answered, waiting=waiting))
    assert coverage_sentences(view_of(counted, context, cross_references, "en")) == (sentence,)


def test_what_became_of_a_step_is_one_line_in_a_fixed_order(view: ProcessView) -> None:
    """On paper the state, the latest news and the reason are read as one sentence; what is on its way needs no word."""
    news = (Update(date=None, note="נדחה לסתיו"),)
    step = step_views(view)[0]
    done, still = State("done", "בוצע"), State("open", "בדרך")
    assert step_in_words(replace(step, state=still, overdue=None, updates=(), explanation="")) == ""
    assert step_in_words(replace(step, state=done, overdue=None, updates=news, explanation="")) == "בוצע, נדחה לסתיו"
    assert step_in_words(
        replace(step, state=still, overdue=State("overdue", "באיחור"), updates=(), explanation="כי")
    ) == ("באיחור: כי")


@pytest.mark.parametrize(
    ("kind", "written", "shown"),
    [
        ("boolean", "True", "Yes"),
        ("boolean", "no", "No"),
        ("text", "True", "True"),
        ("text", "roads", "roads"),
        ("topic", "roads", "דרכים"),
        ("topic", "gone", "gone"),
    ],
)
def test_an_added_field_is_shown_as_its_type_is_read(
    process: PublishedProcess,
    context: SiteContext,
    cross_references: CrossReferences,
    kind: str,
    written: str,
    shown: str,
) -> None:
    """`True` on a page is a word of a program; a long text squeezed into a narrow column is read by nobody."""
    view = view_of(process, context, cross_references, "en")
    spec = FieldSpec(id="own", type=FieldType(kind), title=Text(he="שדה", en="Own field", ar="حقل"))
    [fact] = view.further((ExtraField(id="own", values=(written,)),), (spec,))
    assert (str(fact.title), [link.text for link in fact.items], fact.is_wide) == ("Own field", [shown], False)
    [wide] = view.further((ExtraField(id="own", values=("a",)),), (replace(spec, type=FieldType.LONG_TEXT),))
    assert wide.is_wide


def test_figures_by_sector_say_of_whom_they_are(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences
) -> None:
    """Shares of a list of fourteen are no shares of the 86 who took part."""
    assert base_sentence(view_of(process, context, cross_references, "en")) == "Of 14 in the list; 86 took part."
    whole = replace(process, record=replace(process.record, participants_count=14))
    assert base_sentence(view_of(whole, context, cross_references, "en")) == ""
    unlisted = replace(process, participants=None)
    assert base_sentence(view_of(unlisted, context, cross_references, "en")) == "", "there is no list to be a part of"


def test_a_process_that_is_being_closed_says_so_in_the_words_of_its_language(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences
) -> None:
    """A reader would take what is still missing for what was never there."""
    closing = replace(process, record=replace(process.record, status="closing", output=Output()))
    shown = {
        language: [(each.kind, each.text) for each in banners(view_of(closing, context, cross_references, language))]
        for language in ("he", "en")
    }
    assert shown == {
        "he": [("closing", "התהליך בסגירה. מה שעוד חסר מפורט בהמשך.")],
        "en": [("closing", "This process is being closed. What is still missing is listed below.")],
    }


def test_the_scope_of_a_process_is_told_by_its_name(view: ProcessView) -> None:
    """A reader sees `national` among Hebrew facts, and takes it for a fault of the page."""
    record = replace(view.process.record, scope="national")
    items = {str(each.title): each.items for each in facts(replace(view, process=replace(view.process, record=record)))}
    assert [(link.text, link.url) for link in items[view.field("scope")]] == [("ארצי", None)]


@pytest.mark.parametrize(
    ("began", "lag", "widths"), [("2013-07-01", 1, (98.5, 1.5)), ("2023-06-30", 3650, (1.5, 98.5))]
)
def test_a_day_beside_ten_years_is_still_seen(
    process: PublishedProcess, context: SiteContext, cross_references: CrossReferences,
    began: str, lag: int, widths: tuple[float, float],
) -> None:  # fmt: skip
    """A bar of no width says that there was no wait, or no participation."""
    record = replace(process.record, start_date=day(began))
    drawn = str(timescale(view_of(replace(process, record=record, closing_lag_days=lag), context, cross_references)))
    assert (
        tuple(float(each) for each in re.findall(r'class="c-bar\S*" x="[\d.]+%" y="24" width="([\d.]+)%"', drawn))
        == widths
    )


def test_the_data_is_as_new_as_the_last_thing_that_any_process_tells(process: PublishedProcess) -> None:
    """A portal that is told an older day does not fetch the data anew; one that is told the day of printing always does."""
    begun = Record(status="open", start_date=day("2020-03"), end_date=day("2020-09"))
    plain = replace(process, record=begun, promises=(), outcomes=(), steps=())
    sent = replace(
        plain, record=Record(status="closed", end_date=day("2021-02"), closing=Closing(output_sent=day("2021-05")))
    )
    assert span_of_data(()) == SpanOfData()
    assert span_of_data((plain,)) == SpanOfData(begins=begun.start_date, ends=begun.end_date)
    spans = SpanOfData(begins=begun.start_date, ends=day("2021-02"), issued=day("2021-05"), modified=day("2021-05"))
    assert span_of_data((sent, plain)) == spans
    news = (Update(date=day("2022-01"), note="נדון"),)
    step, outcome = (
        NextStep(id="call", text="לצלצל", updates=news),
        Outcome(id="law", type="law", state="expected", updates=news),
    )
    promise = Promise(id="send", text="לשלוח", updates=news)
    for newer in (
        replace(plain, record=replace(begun, changes=(Change(date=day("2022-01"), note="תוקן"),))),
        replace(plain, record=replace(begun, written_by=Writing(name="מכון", date=day("2022-01")))),
        replace(plain, promises=(PublishedPromise(promise=promise, is_overdue=False),)),
        replace(plain, outcomes=(PublishedOutcome(outcome=outcome, is_stale=False),)),
        replace(plain, steps=(PublishedStep(step=step, is_overdue=False),)),
    ):
        assert span_of_data((newer, sent)) == replace(spans, modified=day("2022-01"))
