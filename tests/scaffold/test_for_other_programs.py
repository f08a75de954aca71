"""What is written for people to go on editing means the same to every program that reads YAML, and to forms."""

from __future__ import annotations

import pytest

from generator.scaffold.fields import long_form
from generator.scaffold.yaml_text import lines_of, scalar
from generator.source.yaml_scalars import other_number
from generator.structure import load_structure


@pytest.mark.parametrize(
    "text",
    ["0501234567", "1.10", "007", "1e3", "0x1F", "0o17", "+5", ".5", "5.", "1.0", "12345678901234567890", "1E400"],
)
def test_a_text_that_would_turn_into_another_number_has_quotes(text: str) -> None:
    """A form that saves the file would publish an office's phone without its zero."""
    assert scalar(text) == f"'{text}'"
    assert lines_of("names", [text, "a"]) == ["names:", f"  - '{text}'", "  - a"]


@pytest.mark.parametrize(
    "text", ["2024", "2024-03", "0", "86", "1.5", "10:30", "050-1234567", "1.2.3", "1,250", "0x", "e3"]
)
def test_what_stays_as_it_is_stands_bare(text: str) -> None:
    """Quotes around every year would be noise to those who write by hand."""
    assert other_number(text) is None
    assert scalar(text) == text


def test_items_are_written_as_the_forms_write_them() -> None:
    """A form shows a bare text among partners, goals or bottom lines as empty, and refuses to save the process."""
    record = {spec.id: spec for spec in load_structure().record}
    assert long_form(record["partners"], ["health", {"name": "מכון לדוגמה"}]) == [
        {"ministry": "health"},
        {"name": "מכון לדוגמה"},
    ]
    assert long_form(record["bottom_lines"], ["א"]) == long_form(record["goals"], ["א"]) == [{"text": "א"}]
    assert long_form(record["methods"], ["workshop"]) == ["workshop"]
