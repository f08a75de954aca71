"""Where findings point when the place itself is not known, and what is said of a process that has hardly begun."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.checks import check_catalogue, check_process
from generator.checks.authored import PATH, PROSE, Authored, texts_of_process
from generator.checks.chapters import check_chapters
from generator.checks.commitments import check_commitments
from generator.checks.contacts import check_contacts, contacts_in
from generator.checks.contributions import check_contributions
from generator.checks.expectations import check_expectations
from generator.checks.gate import check_gate, gate_steps
from generator.checks.participants import check_participants
from generator.checks.placeholders import check_placeholders
from generator.checks.record import check_record
from generator.checks.withheld import Person, check_withheld_names, matcher_of, withheld_in
from generator.diagnostics import Span
from generator.model.commitments import Clock
from generator.model.content import Body, Chapter, Heading, Link, Promise, Response, Update
from generator.model.coverage import Coverage
from generator.model.dates import PartialDate
from generator.model.outline import Outline, PageOutline
from generator.model.private import Contribution, Participant, Process
from generator.model.record import Closing, NextStep, Outcome, Output, Partner, Privacy, Record, Waiver
from generator.model.registry import Ministry, Registries
from generator.reading import Folder, read_process
from generator.rules.fields.commitments import UNSIGNED_OUTPUT, UPDATE_BEFORE_OUTCOME
from generator.rules.fields.contributions import NO_RESPONSES, STALE_COVERAGE
from generator.rules.fields.expectations import NO_EXPECTED_OUTPUT, NO_GOALS
from generator.rules.fields.names import RESERVED_NAME
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.rules.participants.privacy import NO_CONSENT
from generator.structure import load_structure
from tests.rules.conftest import SMALLEST
from tests.rules.test_cases import every_case

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


def places(spans: dict[str, Span]) -> set[tuple[str, str, int]]:
    """Rule, file and line of each finding about promises, outcomes and next steps."""
    process = replace(PROCESS, record=replace(PROCESS.record, spans=spans))
    return {(each.rule, each.span.path, each.span.line) for each in check_commitments(process, CLOCK)}


def at(line: int) -> Span:
    """The beginning of a line of the record."""
    return replace(Span.start_of("health/talks/index.md"), line=line)


def test_a_finding_stands_at_its_field_else_at_its_item_else_where_the_record_opens() -> None:
    """An editor is sent to a line of another outcome, or the whole check ends in an error."""
    found = places({})
    assert len({rule for rule, *_ in found}) == 4
    assert {(path, line) for _, path, line in found} == {("health/talks/index.md", 1)}
    items = places({"": at(2), "outcomes[0]": at(7), "closing.next_steps[0]": at(9)})
    assert {line for *_, line in items} == {1, 7, 9}  # the promise has a file of its own, and no span here
    fields = {"outcomes[0].due": at(8), "outcomes[0].state": at(11), "closing.next_steps[0].due": at(10)}
    assert {line for *_, line in places({"": at(2), "outcomes[0]": at(7), "closing.next_steps[0]": at(9), **fields})} == {
        1, 8, 9, 10, 11,
    }  # fmt: skip


def test_a_chapter_whose_head_cannot_be_read_may_be_the_one_that_is_asked_for() -> None:
    """One broken line of YAML would be ten findings of chapters that are all there, or end the check."""
    unreadable = Chapter(
        stem="preface",
        element="",
        is_readable=False,
        title="",
        body=Body(path="health/talks/preface.md", text="", first_line=1),
    )
    findings = list(check_chapters(replace(PROCESS, chapters=(unreadable,)), load_structure()))
    assert "C001" not in {each.rule for each in findings}
    assert {each.rule for each in check_chapters(PROCESS, load_structure())} >= {"C001"}


def states(closing: Closing) -> dict[str, str]:
    """The state of each step of the gate, without findings."""
    process = replace(PROCESS, record=replace(PROCESS.record, closing=closing))
    return {step.id: step.state for step in gate_steps(process, load_structure(), ())}


def test_there_are_no_thanks_to_wait_for_before_the_output_is_sent() -> None:
    """A checklist that says "done" of thanks that nobody said sends the office home."""
    assert states(Closing())["thanked"] == "not-applicable"
    assert states(Closing())["partners-aligned"] == "not-applicable"
    assert states(Closing(waived=(Waiver(subject="thanked", reason="אין"),)))["thanked"] == "waived"
    sent = Closing(output_sent=PartialDate(2025, 3))
    assert states(sent)["thanked"] == "done"
    process = replace(PROCESS, record=replace(PROCESS.record, closing=sent))
    dates = {step.id: step.date for step in gate_steps(process, load_structure(), ())}
    assert (dates["thanked"], dates["output-sent"], dates["participants-told"]) == (
        sent.output_sent,
        sent.output_sent,
        None,
    )


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("partners_aligned", "G001"),
        ("expectations_revisited", "G002"),
        ("participants_told", "G003"),
        ("output_sent", "G004"),
        ("contact", "G006"),
    ],
)
def test_a_date_that_is_there_and_cannot_be_read_is_not_called_missing_too(name: str, rule: str) -> None:
    """Two findings about one slip, of which the second says that nothing was written."""
    record = replace(PROCESS.record, partners=(Partner(name="אגף"),), spans={"": at(1)})
    process = replace(PROCESS, record=record)
    told = {(each.rule, each.span) for each in check_gate(process, CLOCK.today)}
    assert (rule, at(1)) in told
    written = replace(process, record=replace(record, spans={"": at(1), f"closing.{name}": at(5)}))
    assert {(each.rule, each.span) for each in check_gate(written, CLOCK.today)} == told - {(rule, at(1))}


@pytest.mark.parametrize(
    "name", ["partners_aligned", "expectations_revisited", "participants_told", "output_sent", "thanked"]
)
def test_a_step_of_the_closing_before_the_process_began_is_one_finding_with_both_places(name: str) -> None:
    """A year that is mistyped makes a process that was closed before it was opened."""
    spans = {"": at(1), "start_date": at(4), "end_date": at(5), f"closing.{name}": at(6), "closing.output_sent": at(6)}
    closing = Closing(**{"output_sent": None, name: PartialDate(2019)})
    record = replace(
        PROCESS.record, start_date=PartialDate(2024, 1), end_date=PartialDate(2024, 2), closing=closing, spans=spans
    )
    found = [
        (each.values, each.span, [related.span for related in each.related])
        for each in check_record(replace(PROCESS, record=record), load_structure(), CLOCK.today)
        if each.rule == "F029"
    ]
    assert found == [({"field": f"closing.{name}", "date": "2019", "other": "2024-01"}, at(6), [at(4)])]


@pytest.mark.parametrize(("status", "is_told"), [("closing", False), ("closed", True)])
def test_an_output_that_is_sent_before_the_last_day_is_out_of_order_once_the_process_is_closed(
    status: str, is_told: bool
) -> None:
    """While a process is closing its last day is still a plan."""
    spans = {"": at(1), "start_date": at(4), "end_date": at(5), "closing.output_sent": at(6)}
    closing = Closing(output_sent=PartialDate(2024, 3))
    record = replace(
        PROCESS.record,
        status=status,
        start_date=PartialDate(2024, 1),
        end_date=PartialDate(2024, 6),
        closing=closing,
        spans=spans,
    )
    found = [
        (each.values, each.span, [related.span for related in each.related])
        for each in check_record(replace(PROCESS, record=record), STRUCTURE, CLOCK.today)
        if each.rule == "F029"
    ]
    told = ({"field": "closing.output_sent", "date": "2024-03", "other": "2024-06"}, at(6), [at(5)])
    assert found == ([told] if is_told else [])


def without_places(value: object) -> object:
    """The same as if it had been made by a program, and not read from files: nothing is known of where values stand."""
    if isinstance(value, tuple):
        return tuple(without_places(each) for each in value)
    if isinstance(value, Struct) and not isinstance(value, Span):
        inner = {name: without_places(getattr(value, name)) for name in value.__struct_fields__}
        return replace(value, **(inner | ({"spans": {}} if "spans" in inner else {})))
    return value


def files_in(case: Path) -> dict[str, bytes]:
    """The smallest process with the files of a case over it, by their paths in its folder."""
    folders = (SMALLEST / "example", case / "processes" / "example")
    return {
        path.relative_to(each).as_posix(): path.read_bytes()
        for each in folders
        for path in sorted(each.rglob("*"))
        if path.is_file()
    }


@every_case
def test_what_is_found_has_a_place_even_where_no_value_has_one(case: Path) -> None:
    """A field that was left out has no place, and neither has its item: the check would end in an error, or point at nothing."""
    process = without_places(read_process(Folder.of("example", files_in(case)), STRUCTURE, REGISTRIES)[0])
    assert isinstance(process, Process)
    for each in check_process(process, STRUCTURE, CLOCK, REGISTRIES):
        for span in (each.span, *(related.span for related in each.related)):
            assert isinstance(span, Span), each
            assert span.path.startswith("example/"), each


def contact(text: str, row: int, kind: str = PROSE) -> list[tuple[object, bool]]:
    """Values and privacy of what is found in a text."""
    found = contacts_in(Authored(text=text, kind=kind, span=at(3), row=row))
    return [(each.values, each.is_private) for each in found]


def test_a_number_in_a_list_is_told_by_its_row_and_never_shown() -> None:
    """A list of two hundred people is read through for one number."""
    assert contact("123456782", 17, "list") == [({"row": "17"}, True)]
    assert contact("123456782", 0) == [({}, True)]
    person = Participant(name="דנה לוי", role="מנהלת 050-5550123", consent="full", span=at(9))
    listed = replace(PROCESS, participants=(person,))
    found = check_contacts(listed, tuple(texts_of_process(listed)), ())
    assert [(each.values, each.span) for each in found] == [({"row": "9"}, at(9))]


@pytest.mark.parametrize(
    ("target", "rule", "hint"),
    [
        ("/x.md", "L001", None),
        ("../../x.md", "L001", None),
        ("gone.md", "L001", None),
        ("files/map.pdf", "L002", None),
        ("talks/participants.csv", "L002", "never-published"),
        ("about.md#gone", "L012", None),
        ("#here", None, None),
        ("about.md", None, None),
    ],
)
def test_a_page_of_the_site_that_leads_nowhere_is_broken_and_a_process_was_seen_to(
    target: str, rule: str | None, hint: str | None
) -> None:
    """A link that leads nowhere on the site's first page; of a list of people it is said that it is never published."""
    link = Link(target=target, text="כאן", is_image=False, span=Span.start_of("about.md"))
    page = PageOutline(path="about.md", url="about/")
    outline = Outline(id="", path="about.md", status="", pages=(page,), links_out=(link,))
    found = [(each.rule, each.span, each.values, each.hint) for each in check_catalogue((outline,), load_structure())]
    assert found == ([(rule, link.span, {"value": target}, hint)] if rule else [])
    inner = replace(link, span=Span.start_of("talks/index.md"))
    if target.startswith(("/", "..")):
        assert (
            list(check_catalogue((replace(outline, id="talks", path="talks", links_out=(inner,)),), load_structure()))
            == []
        )


@pytest.mark.parametrize(
    ("target", "is_broken"),
    [
        ("old/index.md#now", False),
        ("old/index.md#then", True),
        ("old/notes.md", False),
        ("old/map.pdf", False),
        ("old/x.md", True),
    ],
)
def test_a_former_id_leads_to_the_process_of_today_unless_something_stands_there(target: str, is_broken: bool) -> None:
    """A folder that was named like a former id would lose its pages to the process that had it."""
    link = Link(target=target, text="כאן", is_image=False, span=Span.start_of("about.md"))
    outlines = (
        Outline(
            id="", path="about.md", status="", pages=(PageOutline(path="about.md", url="about/"),), links_out=(link,)
        ),
        Outline(id="", path="old/notes.md", status="", pages=(PageOutline(path="old/notes.md", url="old/notes/"),)),
        Outline(
            id="talks",
            path="health/talks",
            status="open",
            pages=(PageOutline(path="health/talks/index.md", url="talks/", anchors=frozenset(("now",))),),
            aliases=(("old", at(2)),),
        ),
    )
    found = check_catalogue(outlines, STRUCTURE, others=("old/map.pdf",))
    assert any(each.span == link.span for each in found) is is_broken


@pytest.mark.parametrize(("subject", "is_told"), [("approvals", False), ("thanked", True)])
def test_who_approved_what_goes_to_decision_makers_is_asked_unless_it_was_explained(
    subject: str, is_told: bool
) -> None:
    """A reason for another gap would silence this one."""
    record = Record(
        status="closed",
        output=Output(audience=("decision-makers",)),
        closing=Closing(waived=(Waiver(subject=subject, reason="אין"),)),
    )
    rules = {each.rule for each in check_record(replace(PROCESS, record=record), load_structure(), CLOCK.today)}
    assert (UNSIGNED_OUTPUT.code in rules) is is_told


@pytest.mark.parametrize(
    ("expected", "spans", "waived", "is_told"),
    [
        (None, {}, (), True),
        ("שביל", {}, (), False),
        (None, {"output.expected": at(5)}, (), False),
        (None, {}, ("expected",), False),
        (None, {}, ("goals",), True),
    ],
)
def test_what_was_expected_of_the_output_is_asked_of_decision_makers_papers_alone(
    expected: str | None, spans: dict[str, Span], waived: tuple[str, ...], is_told: bool
) -> None:
    """Whoever wrote it so that it cannot be read, or said why nobody knows, would be asked once more."""
    record = Record(
        status="closed",
        output=Output(audience=("decision-makers",), expected=expected),
        closing=Closing(waived=tuple(Waiver(subject=each, reason="אין") for each in waived)),
        spans=spans,
    )
    told = {each.rule for each in check_expectations(replace(PROCESS, record=record))}
    assert told == ({NO_EXPECTED_OUTPUT.code} if is_told else set())
    others = replace(record, output=Output())
    assert not list(check_expectations(replace(PROCESS, record=others)))


def test_thanks_are_missing_where_the_output_was_explained_away_unless_their_date_cannot_be_read() -> None:
    """Whoever sends nothing can say thanks all the same; a slip in the date has a finding of its own."""
    closing = Closing(waived=(Waiver(subject="output-sent", reason="אין"),))
    record = replace(PROCESS.record, closing=closing, spans={"": at(1)})
    assert "G005" in {each.rule for each in check_gate(replace(PROCESS, record=record), CLOCK.today)}
    written = replace(record, spans={"": at(1), "closing.thanked": at(6)})
    assert "G005" not in {each.rule for each in check_gate(replace(PROCESS, record=written), CLOCK.today)}


def test_the_first_line_of_a_file_that_nothing_publishes_is_not_shown() -> None:
    """It may be a list of people, and a log of checks is read by many."""
    outline = Outline(id="talks", path="talks", status="open", unpublished=("talks/people.csv",))
    found = list(check_catalogue((outline,), STRUCTURE, others=("more.csv",)))
    assert [(each.span.path, each.values, each.is_private) for each in found] == [
        ("talks/people.csv", {"path": "talks/people.csv"}, True), ("more.csv", {"path": "more.csv"}, True),
    ]  # fmt: skip


def test_a_private_number_in_a_promise_or_an_answer_is_shown_at_its_field_else_in_its_file() -> None:
    """A finding without a place is one that nobody can mend."""
    number = "050-5550123"
    process = replace(
        PROCESS,
        promises=(Promise(id="send", text=f"טלפון {number}"),),
        responses=(Response(heard=f"טלפון {number}", response="noted"),),
    )
    found = list(check_contacts(process, tuple(texts_of_process(process)), ()))
    assert len(found) == 2
    assert {each.span.path.partition("/talks/")[0] for each in found} == {"health"}
    item = {"": at(7)}
    placed = replace(
        process,
        promises=(replace(process.promises[0], spans=item),),
        responses=(replace(process.responses[0], spans=item),),
    )
    assert {each.span for each in check_contacts(placed, tuple(texts_of_process(placed)), ())} == {at(7)}


def test_an_update_before_its_outcome_is_told_with_the_day_of_the_outcome() -> None:
    """Of two days one is wrong, and the editor has to see both."""
    early = (Update(date=PartialDate(2021), note="נדון"),)
    outcome = Outcome(id="law", type="legislation", state="adopted", date=PartialDate(2022), updates=early)
    for spans, places in (
        ({"outcomes[0]": at(7), "outcomes[0].date": at(8), "outcomes[0].updates[0].date": at(9)}, (9, 8)),
        ({"outcomes[0]": at(7)}, (7, 7)),
    ):
        record = Record(status="closed", outcomes=(outcome,), spans=spans)
        (found,) = check_commitments(replace(PROCESS, record=record, promises=()), CLOCK)
        assert found.values == {"date": "2021", "other": "2022"}
        assert (found.span.line, *(related.span.line for related in found.related)) == places


@pytest.mark.parametrize("state", ["expected", "submitted", "unknown"])
def test_what_was_known_before_a_day_that_is_waited_for_is_no_slip(state: str) -> None:
    """Of a law that is still to come news are always older than its day."""
    early = (Update(date=PartialDate(2021), note="נדון"),)
    outcome = Outcome(id="law", type="legislation", state=state, date=PartialDate(2022), updates=early)
    process = replace(PROCESS, record=Record(status="closed", outcomes=(outcome,)), promises=())
    assert UPDATE_BEFORE_OUTCOME.code not in {each.rule for each in check_commitments(process, CLOCK)}


@pytest.mark.parametrize(
    ("subject", "is_known"),
    [
        *((each, True) for each in ("author", "bottom_lines", "next_stage", "in-time", "responses", "approvals")),
        *((each, True) for each in ("expected", "translation", "goals", "thanked", "use")),
        ("bottom-lines", False),
    ],
)
def test_what_an_office_is_asked_to_explain_it_may_name(subject: str, is_known: bool) -> None:
    """A hint says what to write, and who writes it would be told that there is no such thing."""
    closing = Closing(waived=(Waiver(subject=subject, reason="אין"),))
    process = replace(PROCESS, record=replace(PROCESS.record, closing=closing))
    found = [each.values for each in check_record(process, STRUCTURE, CLOCK.today) if each.rule == UNKNOWN_FIELD.code]
    assert found == ([] if is_known else [{"field": f"closing.waived.{subject}", "known": "bottom_lines"}])


@pytest.mark.parametrize("name", ["[להשלים: שם הגוף]", "משרד התחבורה"])
def test_a_body_whose_name_is_still_a_mark_is_told_where_the_process_names_it(name: str) -> None:
    """The page would say that "[to be completed]" convened it, and the registry has nothing of the process."""
    registries = Registries(
        ministries={"roads": Ministry(id="roads", name={"he": name}, span=Span.start_of("ministries.yml"))}
    )
    record = replace(PROCESS.record, ministry="roads", spans={"ministry": at(6)})
    found = check_placeholders(replace(PROCESS, record=record), (), registries)
    told = [(at(6), {"value": "ministries.yml: שם הגוף"})] if name.startswith("[") else []
    assert [(each.span, each.values) for each in found] == told


def test_a_page_or_a_group_may_not_take_a_name_of_the_sites_own() -> None:
    """The page of the open data would be overwritten by an ordinary one."""
    taken = min(STRUCTURE.reserved_ids)
    outlines = (
        Outline(id="", path=f"{taken}.md", status=""),
        Outline(id="talks", path=f"{taken}/talks", status="open"),
        Outline(id="", path="about.md", status=""),
    )
    for some in (outlines, outlines[1:]):
        found = [(each.rule, each.values, each.span.path) for each in check_catalogue(some, STRUCTURE)]
        path = some[0].path if some[0].id == "" else f"{taken}/talks/index.md"
        assert found == [(RESERVED_NAME.code, {"value": taken}, path)]


def test_a_withheld_name_is_found_after_one_that_may_be_named() -> None:
    """She asked not to be named, and stood in the text behind a colleague who had agreed."""
    files = {
        "index.md": (SMALLEST / "example" / "index.md").read_bytes(),
        "participants.csv": "name,role,consent\nדנה לוי,מנהלת,full\nרותי כהן,יועצת,anonymous\nיוסי אברהם,יועץ,anonymous\n".encode(),
        "content.md": "פתחה דנה לוי, ואחריה דיברו רותי כהן ויוסי אברהם.\n".encode(),
    }
    process, _ = read_process(Folder.of("example", files), STRUCTURE, REGISTRIES)
    found = check_withheld_names(process, tuple(texts_of_process(process)), ())
    assert [(each.span.path, each.values["row"]) for each in found] == [
        ("example/content.md", "3"),
        ("example/content.md", "4"),
    ]


def test_only_the_heading_right_above_a_text_is_a_name_for_its_place() -> None:
    """One paragraph that somebody looked at would silence all that stand above and below it."""
    text = "\n".join(f"## {name}\n{name} text" for name in ("one", "two", "three"))
    headings = tuple(
        Heading(level=2, text=name, id=name, part=f"part-{name}", has_text=True, span=at(line))
        for name, line in (("one", 3), ("two", 5), ("three", 7))
    )
    body = Body(path="health/talks/content.md", text=text, first_line=3, headings=headings)
    authored = Authored(text=text, span=at(3), body=body, places=("content",))
    for name in ("one", "two", "three"):
        assert set(authored.places_of(text.index(f"{name} text"))) == {
            "content", f"content#{name}", f"content#part-{name}",
        }  # fmt: skip


@pytest.mark.parametrize(("spans", "is_told"), [({}, True), ({"participants.default_consent": at(5)}, False)])
def test_a_default_consent_that_cannot_be_read_is_not_called_missing_too(spans: dict[str, Span], is_told: bool) -> None:
    """A misspelt word would be one finding at its line, and one more for the whole list of people."""
    listed = replace(PROCESS, participants=(Participant(name="דנה לוי", role="מנהלת", consent=None, span=at(9)),))
    found = check_participants(replace(listed, record=replace(PROCESS.record, spans=spans)))
    assert [each.rule for each in found] == [NO_CONSENT.code] * is_told


@pytest.mark.parametrize(("count", "is_told"), [(40, True), (0, False), (None, False)])
def test_people_who_were_only_counted_are_owed_an_answer_as_well(count: int | None, is_told: bool) -> None:
    """An office that keeps no list would close without a word of what was done with what forty people said."""
    found = check_contributions(replace(PROCESS, record=replace(PROCESS.record, participants_count=count)))
    assert [each.rule for each in found] == [NO_RESPONSES.code] * is_told


@pytest.mark.parametrize("reviewed", ["closing.next_steps[0].text", "closing", "closing.next_steps", "outcomes"])
def test_a_place_that_somebody_looked_at_is_a_field_or_all_that_stands_in_its_part(reviewed: str) -> None:
    """A reason for the whole closing holds for each of its steps, and a reason for another part for none of them."""
    step = NextStep(id="call", text="טלפון 050-5550123")
    privacy = Privacy(reviewed=(Waiver(subject=reviewed, reason="מספר של מוקד"),))
    process = replace(PROCESS, record=replace(PROCESS.record, closing=Closing(next_steps=(step,)), privacy=privacy))
    found = list(check_contacts(process, tuple(texts_of_process(process))))
    assert bool(found) is (reviewed not in ("closing.next_steps[0].text", "closing"))


@pytest.mark.parametrize(("total", "responses", "is_told"), [(40, {"yes": 40}, False), (39, {"yes": 39}, True)])
def test_figures_that_are_others_than_those_of_the_list_are_old(
    total: int, responses: dict[str, int], is_told: bool
) -> None:
    """One more person was answered, and the page goes on telling the figures of last month."""
    points = tuple(Contribution(ref=str(row), responses=("yes",), span=at(row), row=row) for row in range(2, 42))
    process = replace(
        PROCESS,
        contributions=points,
        responses=(Response(id="yes", heard="תאורה", response="accepted"),),
        coverage=Coverage(total=total, answered=total, waiting=0, responses=responses),
    )
    assert (STALE_COVERAGE.code in {each.rule for each in check_contributions(process)}) is is_told


@pytest.mark.parametrize(("covers", "is_told"), [(("goals",), False), (("method",), True), ((), True)])
def test_goals_that_a_chapter_tells_are_not_asked_for_once_more(covers: tuple[str, ...], is_told: bool) -> None:
    """An office that wrote them out at length would be told that nobody knows what was agreed."""
    chapter = Chapter(
        stem="preface",
        element="",
        title="",
        covers=covers,
        body=Body(path="health/talks/preface.md", text="", first_line=1),
    )
    record = Record(status="closed", closing=Closing(expectations_revisited=PartialDate(2025, 2)))
    found = {each.rule for each in check_expectations(replace(PROCESS, record=record, chapters=(chapter,)))}
    assert (NO_GOALS.code in found) is is_told


@pytest.mark.parametrize(("kind", "text"), [(PATH, "אנה-רותי-כהן"), (PROSE, "פתחה רותי כהן.")])
def test_a_name_that_was_judged_with_its_own_process_is_not_anothers_as_well(kind: str, text: str) -> None:
    """Two people of one name: she agreed in this process, and a folder that is named for her would be an error of another."""
    withheld = matcher_of([Person("רותי כהן", is_shown=False, row="other/participants.csv:4")])
    own = matcher_of([Person("רותי כהן", is_shown=True, row="2")])
    authored = Authored(text=text, kind=kind, span=at(3))
    assert len(list(withheld_in(authored, withheld))) == 1
    assert list(withheld_in(authored, withheld, own=own)) == []
