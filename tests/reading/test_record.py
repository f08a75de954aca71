"""The record: every value typed by the structure alone, every fault once and in its place."""

import pytest

from generator.model.dates import PartialDate
from generator.reading import Folder, read_process
from generator.structure import load_structure
from tests.reading.told import REGISTRIES, SOUND, STRUCTURE, read, told

LINE = 2 + SOUND.count("\n")
"""The line of the first field after the sound ones."""


def test_values_mean_what_was_written() -> None:
    """YAML would make a time of day a number, a phone lose its zero, and `no` a falsehood."""
    process, findings = read(
        "closing: {contact: {phone: 0501234567}, why_now: no}\n"
        "participants_count: 1,250\nbottom_lines: [{text: א, decision: כן}, ב, ג]\nstart_date: 2024-01\n",
        {
            "promises.yml": "- {id: p1, text: לפרסם, planned: no, due: 2016}\n",
            "meetings/a.md": "---\nstart_time: 10:30\n---\n",
        },
    )
    assert told(findings) == [("S014", "index.md", LINE, 28)]  # read as it stands, and warned of for other programs
    assert process.record.closing.contact
    assert process.record.closing.contact.phone == "0501234567"
    assert process.record.closing.why_now == "no"
    assert process.record.participants_count == 1250
    assert [line.decision for line in process.record.bottom_lines] == [True, False, False]
    assert process.record.start_date == PartialDate(2024, 1)
    assert process.promises[0].planned == "no"
    assert process.meetings[0].start_time == "10:30"


@pytest.mark.parametrize(
    "fields",
    [
        'goals: [{text: "", met: "", note: ""}]',
        "bottom_lines:\n  - text: ''\n    decision:",
        "closing: {waived: {background: '', thanked: \"\"}}",
        "withdrawn: {date: '', explanation: ''}",
        "output: {next_stage: {text: '', date: ''}}",
        "sources: [{title: '', url: ''}]",
    ],
)
def test_what_a_form_left_empty_is_not_given(fields: str) -> None:
    """A form writes empty texts for all that nobody filled in; each would be a missing field to somebody who sees none."""
    process, findings = read(f"{fields}\n")
    assert findings == []
    assert (process.record.goals, process.record.bottom_lines) == ((), ())
    assert not process.record.closing.waived


def test_a_reason_that_somebody_forgot_is_still_asked_for() -> None:
    """Who writes `background:` by hand and leaves it means to explain something."""
    _, findings = read("closing: {waived: {background: }}\n")
    assert [place[0] for place in told(findings)] == ["F001"]


def test_a_vocabularys_words_are_understood_in_three_languages() -> None:
    """An editor writes what the form shows, not what the program calls it."""
    process, findings = read("scope: ארצי\npartners: [בריאות, {name: דנה, sector: حكومة}]\ntopics: [Water]\n")
    assert findings == []
    assert process.record.scope == "national"
    assert [partner.ministry for partner in process.record.partners] == ["health", None]
    assert process.record.partners[1].sector == "government"
    assert process.record.topics == ("water",)


@pytest.mark.parametrize(
    ("field", "rule", "column", "hint"),
    [
        ("licence: MIT", "F002", 1, "did-you-mean"),
        ("goals: א", "F003", 8, "want-list"),
        ("closing: א", "F003", 10, "want-fields"),
        ("participants_count: הרבה", "F003", 21, "want-number"),
        ("scope: natoinal", "F004", 8, "did-you-mean"),
        ("scope: ירח", "F004", 8, None),
        ("start_date: 2016-02-31", "F005", 13, "last-day"),
        ("start_date: 12.6.2016", "F005", 13, None),
        ("sources: [{url: example}]", "F009", 17, None),
        ("bottom_lines: [א]", "F014", 1, None),
        ("topics: [watr]", "F022", 10, "did-you-mean"),
        ("partners: [helth]", "F021", 12, "did-you-mean"),
        ("closing: {contact: {email: office}}", "F025", 28, None),
        ("closing: {waived: {use: }}", "F001", 20, "give-reason"),
        ("title: שוב", "S003", 1, None),
        ("reference: 17 #3", "S005", 12, None),
        ("goals: [{note: א}]", "F001", 10, None),
    ],
)  # fmt: skip
def test_one_fault_is_one_finding_where_it_stands(field: str, rule: str, column: int, hint: str | None) -> None:
    """Two findings for one slip send the editor looking for a second that is not there."""
    _, findings = read(field + "\n")
    assert told(findings) == [(rule, "index.md", LINE, column)]
    assert findings[0].hint == hint


def test_a_missing_field_is_reported_at_the_opening_line() -> None:
    """There is no other place to point at."""
    index = "---\n" + SOUND.replace("kind: knowledge\n", "").replace("title: שולחן עגול\n", "title: ''\n") + "---\n"
    _, findings = read_process(Folder.of("table", {"index.md": index}), STRUCTURE, REGISTRIES)
    missing = {(each.rule, each.span.line, each.values["field"]) for each in findings}
    assert missing == {("F001", 1, "title"), ("F001", 1, "kind")}


def test_yaml_that_cannot_be_read_lacks_nothing() -> None:
    """An editor who forgot a quotation mark would be told that ten fields are missing."""
    index = f"---\n{SOUND}reference: סיכום: חלק א\n---\n"
    process, findings = read_process(Folder.of("table", {"index.md": index}), STRUCTURE, REGISTRIES)
    assert told(list(findings)) == [("S002", "index.md", LINE, 1)]
    assert findings[0].values["known"] == "reference: 'סיכום: חלק א'"
    assert not process.record.is_readable


def test_what_depends_on_an_unanswered_question_is_not_asked() -> None:
    """A misspelt status has its finding; that the end date is missing would be a guess."""
    index = "---\n" + SOUND.replace("status: open", "status: clsed").replace("end_date: 2024-03-10\n", "") + "---\n"
    _, findings = read_process(Folder.of("table", {"index.md": index}), STRUCTURE, REGISTRIES)
    assert [each.rule for each in findings] == ["F004"]


@pytest.mark.parametrize(("folder", "rule"), [("group/Table_1", "F010"), ("ministries", "F012")])
def test_the_folders_name_is_the_address(folder: str, rule: str) -> None:
    """Two pages would overwrite one another, or the address would not work on every machine."""
    _, findings = read(folder=folder)
    assert [each.rule for each in findings] == [rule]


def test_reading_knows_no_field_by_heart() -> None:
    """A field that is taken out of the structure is unknown at once: nothing of it is repeated in code."""
    structure = load_structure()
    assert {spec.id for spec in structure.record} >= {"title", "closing"}
