"""All that leaves the reading of a folder: what is published of it, what other folders may know, and what findings may say.

`published.yml` holds the published process and its outline; `SNAPSHOTS=overwrite` writes it anew: read the difference
as one would who asks what became public.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from generator.diagnostics import Finding, Related, Severity, Span
from generator.model.commitments import Clock
from generator.model.coverage import Coverage
from generator.model.private import Contribution, Participant
from generator.model.published import GateStep, PublishedProcess, WithdrawnNotice
from generator.pipeline.consent import publish_participants
from generator.pipeline.people import people_who_wrote
from generator.pipeline.privacy import beside_names, redact, without_secrets, without_unquotable
from generator.pipeline.publish import closing_lag, outline_of, publish_process
from generator.pipeline.quoting import HIDDEN, Quoting
from generator.reading import Folder
from generator.rules.fields.record import UNFILLED_GAP
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.rules.source.files import TOO_LARGE
from generator.rules.source.syntax import BAD_YAML
from generator.wording import Wording
from tests.pages.conftest import day
from tests.reading.told import REGISTRIES, read
from tests.snapshots import assert_as_written

NAME = "זקדנה זקאדם"
CLOCK = Clock(today=date(2024, 6, 1), closing_days=30, stale_after_days=60)
FIELDS = """\
start_date: 2024-01-02
aliases: [old-table]
previous: [first]
participants_count: 9
participants: {default_consent: full, basis: טופס}
output: {type: summary, continuation: next-stage, next_stage: {process: second, date: 2024-05}}
outcomes:
  - {id: plan, type: work-plan, state: expected, title: תכנית, date: 2024-03-01}
  - {id: law, type: legislation, state: adopted, title: חוק, date: 2024-03-01}
closing:
  next_steps:
    - {id: late, text: לתקן, due: 2024-04-01}
    - {id: soon, text: לבדוק, due: 2024-09-01}
privacy: {reviewed: [{subject: content, reason: נבדק}]}
"""
FILES: dict[str, str | bytes] = {
    "content.md": "# תוכן\n\nטקסט עם [חוץ](../other/index.md#a) ועם [פנים](promises.yml) ועם [עוד](/group/table2/x.md).\n",
    "meetings/2024-02-03-first.md": "# פתיחה\n\nנפגשנו.\n",
    "promises.yml": "- {id: a, text: לענות, status: pending, due: 2024-04-01}\n- {id: b, text: לפרסם, status: kept}\n",
    "responses.yml": "- {id: r, heard: נאמר, response: accepted}\n",
    "appendices/table.csv": "א\n1\n",
    "participants.csv": (
        f"שם,תפקיד,ארגון,הסכמה,מגזר\n{NAME},רכזת,ארגון ב,counted,public\nבני לדוגמה,רכז, ארגון  א,full,public\n"
        "אבי לדוגמה,,ארגון א,full,public\nגל לדוגמה,מנהל,ארגון ב,role,public\nדן לדוגמה,,,organisation,public\n"
        "הדס לדוגמה,יועצת,ארגון ג,full,government\n"
    ),
    "index.en.md": "---\ntitle: A table\nshort_description: What was learnt.\n---\nIn short.\n",
    "promises.en.yml": "- {id: a, text: To answer}\n",
    "responses.en.yml": "- {id: r, heard: Said}\n",
    "content.en.md": "# Content\n\nWords.\n",
    "meetings/2024-02-03-first.en.md": "# Opening\n\nWe met.\n",
}


def published(fields: str = "", status: str = "closing") -> PublishedProcess | WithdrawnNotice:
    """The process as it leaves, with a step of the gate and findings of two families."""
    process, _ = read(FIELDS + fields, FILES)
    process = replace(process, record=replace(process.record, status=status))
    gate = (GateStep(id="thanked", state="missing", side="participants", rule="G005"),)
    found = [
        Finding(rule=rule, severity=Severity.WARNING, span=Span("x"), values={"element": rule}) for rule in ("C001", "F001", "G005")
    ]  # fmt: skip
    return publish_process(process, REGISTRIES, Wording("he"), CLOCK, gate=gate, findings=found)


def filled(value: object) -> object:
    """The value without what is empty in it."""
    if isinstance(value, dict):
        return {name: inner for name, each in value.items() if (inner := filled(each)) not in (None, "", [], {})}
    return [filled(each) for each in value] if isinstance(value, list | tuple) else value


def test_what_is_published_of_a_process_is_this_and_no_more() -> None:
    """A field that leaves by mistake is public for good; one that is lost is missed on every page."""
    process, _ = read(FIELDS, FILES)
    left = {"published": published(), "outline": outline_of(process)}
    path = Path(__file__).parent / "published.yml"
    assert_as_written(path, filled(msgspec.to_builtins(left, enc_hook=str, str_keys=True, order="sorted")))
    assert NAME not in path.read_text(encoding="utf-8")


def test_what_has_no_place_of_its_own_is_told_of_at_the_beginning_of_the_page() -> None:
    """A finding about a link to another process has to lead somewhere."""
    process, _ = read(FIELDS, FILES)
    outline = outline_of(replace(process, record=replace(process.record, spans={})))
    start = Span.start_of("group/table/index.md")
    assert (outline.previous, outline.next_process, outline.aliases) == (
        (("first", start),),
        (("second", start),),
        (("old-table", start),),
    )


def test_a_body_that_is_in_no_registry_has_no_name_of_its_time() -> None:
    """The record of a body that is not listed yet is published all the same, under the words that it gives."""
    process, _ = read()
    unknown = replace(process, record=replace(process.record, ministry="nobody"))
    made = publish_process(unknown, REGISTRIES, Wording("he"), CLOCK)
    assert isinstance(made, PublishedProcess)
    assert (made.ministry_name, made.gate, made.missing) == ({}, (), ())


def test_of_the_private_list_of_points_the_figures_are_published() -> None:
    """Whoever wrote sees how many were answered; of what they wrote nothing leaves."""
    process, _ = read(FIELDS, FILES)
    points = tuple(
        Contribution(ref=str(number), text="דבר", responses=("r",) if number < 10 else (), span=Span("c"), row=number)
        for number in range(16)
    )

    def coverage(**values: object) -> Coverage | None:
        made = publish_process(replace(process, **values), REGISTRIES, Wording("he"), CLOCK)  # type: ignore[arg-type]
        assert isinstance(made, PublishedProcess)
        return made.coverage

    counted = coverage(contributions=points)
    assert counted is not None
    assert (counted.total, counted.answered, counted.waiting, dict(counted.responses)) == (16, 10, 6, {"r": 10})
    written = Coverage(total=340, answered=312, waiting=28)
    assert coverage(contributions=points, coverage=written) == written
    assert coverage() is None


def test_a_process_that_is_closed_shows_no_list_of_what_is_missing() -> None:
    """The list is for those who are still at work; under a finished process it would read as a complaint."""
    closed = published(status="closed")
    assert isinstance(closed, PublishedProcess)
    assert closed.missing == ()


def test_of_a_withdrawn_process_the_notice_is_left() -> None:
    """What was taken down must not stay up in part."""
    notice = published("withdrawn: {date: 2024-05-02, explanation: נסגר}\n", status="withdrawn")
    assert notice == WithdrawnNotice(
        id="table", url="table/", title="שולחן עגול", language="he", ministry="health", date=day("2024-05-02"),
        explanation="נסגר", promises_count=2,
    )  # fmt: skip
    bare = published(status="withdrawn")
    assert isinstance(bare, WithdrawnNotice)
    assert (bare.date, bare.explanation) == (None, None)


@pytest.mark.parametrize(
    ("status", "end", "sent", "days"),
    [
        ("closed", "2024-03-10", "2024-03-12", 2),
        ("closed", "2024-03-10", "2024-03-08", -2),
        ("closed", "2024-03-10", "2024-04", None),
        ("closed", "2024-03", "2024-03-12", None),
        ("closed", "2024-03-10", None, None),
        ("closing", "2024-03-10", None, 83),
        ("closing", "2024-03-10", "2024-03-12", 2),
        ("closing", None, None, None),
        ("open", "2024-03-10", "2024-03-12", None),
        ("withdrawn", "2024-03-10", "2024-03-12", None),
    ],
)
def test_the_wait_for_the_output_is_reckoned_from_days_alone(
    status: str, end: str | None, sent: str | None, days: int | None
) -> None:
    """Offices are compared by it: a month that was taken for its first day would put one before another."""
    process, _ = read()
    closing = replace(process.record.closing, output_sent=day(sent) if sent else None)
    record = replace(process.record, status=status, end_date=day(end) if end else None, closing=closing)
    assert closing_lag(record, CLOCK.today) == days


def test_people_are_listed_by_name_and_figures_of_few_are_not_given() -> None:
    """The order of a list must say nothing of who refused to stand in it."""
    process, _ = read(FIELDS, FILES)
    people = publish_participants(process, Wording("he"))
    assert people is not None
    assert [(each.name, each.role, each.organisation) for each in people.listed] == [
        ("אבי לדוגמה", None, "ארגון א"),
        ("בני לדוגמה", "רכז", "ארגון א"),
        ("הדס לדוגמה", "יועצת", "ארגון ג"),
        (None, "מנהל", "ארגון ב"),
        (None, None, None),
    ]
    assert people.unlisted_count == 1
    assert [(each.organisation, each.count) for each in people.organisations] == [
        ("ארגון א", 2), ("ארגון ב", 1), ("ארגון ג", 1),
    ]  # fmt: skip
    assert [(each.sector, each.count) for each in people.sectors] == [], "five and one: either would tell the other"
    assert people.basis == "טופס"
    many = replace(
        process,
        participants=tuple(Participant(sector="public", consent="counted", count=7, span=Span("p")) for _ in range(2)),
    )
    counted = publish_participants(many, Wording("he"))
    assert counted is not None
    assert (counted.unlisted_count, [(each.sector, each.count) for each in counted.sectors]) == (14, [("public", 14)])


def test_bodies_are_listed_by_how_many_came_of_each_and_then_by_name() -> None:
    """Whoever looks who took part finds the largest first, and in another language its own alphabet."""
    came = ("Zefat", "ארגון ב", "אגודה", "ארגון ב", "Zefat", "ארגון א", "Zefat")
    process, _ = read(FIELDS, FILES)
    people = tuple(Participant(organisation=each, consent="organisation", span=Span("p")) for each in came)
    listed = publish_participants(replace(process, participants=people), Wording("he"))
    assert listed is not None
    assert [(each.organisation, each.count) for each in listed.organisations] == [
        ("Zefat", 3), ("ארגון ב", 2), ("אגודה", 1), ("ארגון א", 1),
    ]  # fmt: skip
    assert publish_participants(replace(process, participants=()), Wording("he")) is None


def test_who_refused_to_be_written_to_at_one_point_is_not_written_to_at_all() -> None:
    """A letter that somebody said no to is a breach, however many other points they made."""

    def point(contact: str | None, may_write: bool = True, language: str | None = None) -> Contribution:
        return Contribution(ref="1", contact=contact, may_write=may_write, language=language, span=Span("c"), row=2)

    people = people_who_wrote(
        [
            point(" Dana@example.org "), point("dana@EXAMPLE.org", language="ar"), point("avi@example.org"),
            point("avi@example.org", may_write=False), point("05-5550100"), point(None), point(None, may_write=False),
            point("a@b"), point("two@example.org, three@example.org", may_write=False),
        ]
    )  # fmt: skip
    assert [(each.address, len(each.points), each.language) for each in people.writers] == [
        ("Dana@example.org", 2, "ar")
    ]
    assert (people.refused, people.without_address) == (3, 3)


QUOTING = Quoting([NAME])
LIST = f"שם,הסכמה\n{NAME},counted\n"


def made(place: str, rule: str = "X000", line: int = 1, column: int = 1, **values: object) -> Finding:
    """A finding at a line, with a hint of its own."""
    hint, related = values.pop("hint", "did-you-mean"), values.pop("related", ())
    span, texts = Span(place, line, column), {key: str(value) for key, value in values.items()}
    return Finding(rule=rule, severity=Severity.ERROR, span=span, values=texts, hint=hint, related=related)  # type: ignore[arg-type]


def redacted(finding: Finding, *others: Finding, **files: str | bytes) -> Finding:
    """What becomes of a finding in a folder with these files."""
    contents = {
        name.replace("_", "."): each.encode() if isinstance(each, str) else each for name, each in files.items()
    }

    def content(path: str) -> bytes:
        if path not in contents:
            raise FileNotFoundError(path)
        return contents[path]

    folder = Folder(path="table", paths=tuple(contents), read=content)
    return redact((finding, *others), QUOTING, folder)[0]


def test_a_finding_about_the_list_keeps_numbers_and_names_of_columns_alone() -> None:
    """A cell that is quoted in a report is published in the log of whoever builds the site."""
    path = "table/participants.csv"
    found = redacted(made(path, line=2, value="רכזת", count=3, known="שם, תפקיד", row=2), participants_csv=LIST)
    assert found.values == {"count": "3", "known": "שם, תפקיד", "row": "2"}
    assert (found.is_private, found.hint) == (True, "did-you-mean")
    instead = redacted(made(path, value="a", known="b", hint="write-instead"), participants_csv=LIST)
    assert (instead.values, instead.hint) == ({}, None)
    assert redacted(made(path, rule=BAD_YAML.code, known="b", row=1), participants_csv=LIST).values == {"row": "1"}
    quiet = redacted(made(path, rule=TOO_LARGE.code, size="12 MB"), participants_csv=LIST)
    assert (quiet.values, quiet.is_private) == ({"size": "12 MB"}, True)
    beside = redacted(made("table/participants.md", value="רכזת"), participants_md="רכזת\n")
    assert (beside.values, beside.is_private) == ({}, True)
    copy = made("table/participants.old.csv", path="participants.old.csv")
    assert redacted(copy, participants_old_csv=LIST).values == {"path": "participants.old.csv"}, "an attached file"
    other = redacted(made("table/content.md", value="רכזת"), content_md="רכזת\n")
    assert (other.values, other.is_private, other.hint) == ({"value": "רכזת"}, False, "did-you-mean")


def test_a_list_that_is_written_in_the_record_is_a_list_too() -> None:
    """Where the list stands in the head of the page, what is quoted of it is a cell just the same."""
    index = (
        "---\ntitle: שולחן\nparticipants_count: 5\nparticipants:\n  - {name: אחת}\n\n# הערה\n- {name: שתיים}\n\t- שלוש\n"
        "status: open\n\n# הערה\n  המשך\n\tעוד\n- ועוד\nמשתתפות:\n  - אחת\nloads: [אחת]\ntopics: מים\nempty:\n  - אחת\n---\n"
        "participants: בגוף\n"
    )

    def is_private(line: int, *others: Finding) -> bool:
        found = redacted(made("table/index.md", line=line, value="אחת"), *others, index_md=index)
        assert found.values == ({} if found.is_private else {"value": "אחת"})
        return found.is_private

    of_lists = [4, 5, 6, 7, 8, 9, 16, 17]
    assert [line for line in range(1, 24) if is_private(line)] == of_lists
    unknown = [made("table/index.md", rule=UNKNOWN_FIELD.code, line=line) for line in (18, 19, 20)]
    assert [line for line in range(1, 24) if is_private(line, *unknown)] == [*of_lists, 18, 20, 21]
    inner = made("table/index.md", rule=UNKNOWN_FIELD.code, line=18, column=3)
    assert not is_private(18, inner)
    assert not redacted(made("table/index.md", line=4, value="אחת")).is_private, "the page is gone by now"


def test_the_mark_for_the_consent_of_all_says_nothing_of_anybody() -> None:
    """An editor who is not told which mark is left unfilled cannot fill it."""
    index = "---\nparticipants:\n  default_consent: [להשלים]\n  basis: [להשלים]\n---\n"
    for line, is_kept in ((3, True), (4, False)):
        found = redacted(made("table/index.md", rule=UNFILLED_GAP.code, line=line, wanted="הסכמה"), index_md=index)
        assert (found.values, found.is_private) == (({"wanted": "הסכמה"}, False) if is_kept else ({}, True))


def test_names_are_taken_out_of_values_paths_and_lines() -> None:
    """In whichever of them a name stands, a report would say it."""
    slug = NAME.replace(" ", "-")
    other = (Related(Span(f"table/{slug}.md", 3), "first-here"),)
    found = without_secrets(
        made(f"table/{slug}.md", value=NAME, path=f"media/{slug}.png", count=123456782, related=other), QUOTING
    )
    assert found.values == {"path": f"media/{HIDDEN}.png", "count": "123456782"}
    assert found.span == Span(f"table/{HIDDEN}.md", 1, 1)
    assert found.related == (Related(Span(f"table/{HIDDEN}.md", 3), "first-here"),)
    assert (found.is_private, found.hint) == (True, None)
    line = redacted(made("table/content.md", line=2, value="תודה"), content_md=f"א\r\nתודה ל{NAME}\r\n")
    assert (line.is_private, line.values, line.hint) == (True, {"value": "תודה"}, "did-you-mean")
    assert not redacted(made("table/content.md", line=1), content_md=f"א\rתודה ל{NAME}\n").is_private
    assert not redacted(made("table/content.md", line=9), content_md=f"{NAME}\n").is_private, "no such line any more"
    private = without_secrets(replace(made("table/content.md"), is_private=True), QUOTING)
    assert private.is_private


def test_a_finding_of_the_whole_catalogue_hides_paths_and_links_with_a_name() -> None:
    """One folder's link to a file that is called after somebody is told of by another folder."""
    slug = NAME.replace(" ", "-")
    unquotable = {
        f"table/{slug}.md": f"table/{HIDDEN}.md", f"../{slug}": f"../{HIDDEN}", f"table/{slug}/a.md": f"table/{HIDDEN}/a.md",
    }  # fmt: skip
    assert without_unquotable(made("table/a.md", value="b"), unquotable) == made("table/a.md", value="b")
    at = without_unquotable(made(f"table/{slug}.md", value="b"), unquotable)
    assert (at.span.path, at.values, at.hint, at.is_private) == (f"table/{HIDDEN}.md", {"value": "b"}, None, True)
    assert without_unquotable(made(f"table/{slug}/a.md"), unquotable).span.path == f"table/{HIDDEN}/a.md", "a folder"
    of = without_unquotable(made("table/a.md", target=f"../{slug}", value="b"), unquotable)
    assert (of.span.path, of.values, of.hint, of.is_private) == (
        "table/a.md", {"target": HIDDEN, "value": "b"}, None, True,
    )  # fmt: skip
    assert without_unquotable(made("a.md", target=f"../{slug}"), unquotable).span.path == "a.md"
    assert without_unquotable(made(slug), {slug: HIDDEN}).span.path == HIDDEN


def test_what_stands_beside_another_processes_name_is_not_quoted() -> None:
    """The line is known to hold a name; which of its words it is, nobody asks."""
    on_it, below = made("about.md", line=4, value="מילה", row=7, known="א"), made("about.md", line=5, value="מילה")
    elsewhere = made("other.md", line=4, value="מילה")
    hidden, *kept = beside_names((on_it, below, elsewhere), [made("about.md", line=4, column=9)])
    assert (hidden.values, hidden.hint, hidden.is_private) == (
        {"value": HIDDEN, "row": "7", "known": "א"}, None, True,
    )  # fmt: skip
    assert kept == [below, elsewhere]


def test_what_is_in_no_unicode_is_looked_through_all_the_same() -> None:
    """Old files of an office are in Windows' Hebrew: a list in such a one is a list, and a finding about it is needed most."""
    index = "---\ntitle: שולחן\nparticipants:\n  - {name: אחת}\n---\n".encode("windows-1255")
    for line, is_private in ((2, False), (3, True), (4, True)):
        assert redacted(made("table/index.md", line=line, value="אחת"), index_md=index).is_private is is_private
    assert not redacted(made("table/content.md", line=1), content_md="שלום\n".encode("windows-1255")).is_private
