"""Names that a text may not say, and the places that somebody looked at."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.checks.authored import PATH, PROSE, Authored, texts_of_process
from generator.checks.contacts import check_contacts
from generator.checks.withheld import Person, check_withheld_names, matcher_of, withheld_in
from generator.model.content import Body, Heading
from generator.model.record import Closing, NextStep, Privacy, Waiver
from generator.reading import Folder, read_process
from tests.checks.talks import PROCESS, REGISTRIES, STRUCTURE, at
from tests.rules.conftest import SMALLEST


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


@pytest.mark.parametrize("reviewed", ["closing.next_steps[0].text", "closing", "closing.next_steps", "outcomes"])
def test_a_place_that_somebody_looked_at_is_a_field_or_all_that_stands_in_its_part(reviewed: str) -> None:
    """A reason for the whole closing holds for each of its steps, and a reason for another part for none of them."""
    step = NextStep(id="call", text="טלפון 050-5550123")
    privacy = Privacy(reviewed=(Waiver(subject=reviewed, reason="מספר של מוקד"),))
    process = replace(PROCESS, record=replace(PROCESS.record, closing=Closing(next_steps=(step,)), privacy=privacy))
    found = list(check_contacts(process, tuple(texts_of_process(process))))
    assert bool(found) is (reviewed not in ("closing.next_steps[0].text", "closing"))


@pytest.mark.parametrize(("kind", "text"), [(PATH, "אנה-רותי-כהן"), (PROSE, "פתחה רותי כהן.")])
def test_a_name_that_was_judged_with_its_own_process_is_not_anothers_as_well(kind: str, text: str) -> None:
    """Two people of one name: she agreed in this process, and a folder that is named for her would be an error of another."""
    withheld = matcher_of([Person("רותי כהן", is_shown=False, row="other/participants.csv:4")])
    own = matcher_of([Person("רותי כהן", is_shown=True, row="2")])
    authored = Authored(text=text, kind=kind, span=at(3))
    assert len(list(withheld_in(authored, withheld))) == 1
    assert list(withheld_in(authored, withheld, own=own)) == []
