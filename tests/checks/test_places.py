"""Where findings point: at the field, else at its item, else where the record opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from generator.checks import check_process
from generator.checks.authored import PROSE, Authored, texts_of_process
from generator.checks.commitments import check_commitments
from generator.checks.contacts import check_contacts, contacts_in
from generator.checks.placeholders import check_placeholders
from generator.diagnostics import Span
from generator.model.content import Promise, Response
from generator.model.private import Participant, Process
from generator.model.registry import Ministry, Registries
from generator.reading import Folder, read_process
from tests.checks.talks import CLOCK, PROCESS, REGISTRIES, STRUCTURE, at
from tests.rules.conftest import SMALLEST
from tests.rules.test_cases import every_case


def places(spans: dict[str, Span]) -> set[tuple[str, str, int]]:
    """Rule, file and line of each finding about promises, outcomes and next steps."""
    process = replace(PROCESS, record=replace(PROCESS.record, spans=spans))
    return {(each.rule, each.span.path, each.span.line) for each in check_commitments(process, CLOCK)}


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
