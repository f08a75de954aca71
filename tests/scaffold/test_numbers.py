"""What is written for people to go on editing means the same to every program that reads YAML."""

from __future__ import annotations

import pytest

from generator.scaffold.yaml_text import lines_of, scalar
from generator.source.yaml_scalars import other_number


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
