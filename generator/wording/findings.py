"""A finding in words. The rule's texts are templates over the finding's values; a value may be absent."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.diagnostics import Finding, Rule
from generator.expressions import expression
from generator.rules import PHRASES, PROBLEMS, RULES_BY_CODE

_UNSEEN = expression("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What commands a terminal or a CI system, or turns text around: never part of a report."""


class WordedFinding(Struct, frozen=True):
    """A finding with its rule and its words in one language."""

    finding: Finding
    rule: Rule
    message: str
    hint: str
    related: tuple[str, ...]
    """The phrase of each related span, in the finding's order."""


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def word(finding: Finding, language: str) -> WordedFinding:
    """The finding in `language` (he, ar or en)."""
    rule = RULES_BY_CODE[finding.rule]
    told = {
        name: PROBLEMS[value].in_language(language) if value in PROBLEMS else value
        for name, value in finding.values.items()
    }
    values = _Values({name: visible(" ".join(value.split())) for name, value in told.items()})
    hint = PHRASES[finding.hint] if finding.hint else rule.hint
    return WordedFinding(
        finding,
        rule,
        fill(rule.message.in_language(language), values),
        fill(hint.in_language(language), values),
        tuple(fill(PHRASES[place.message].in_language(language), values) for place in finding.related),
    )


def visible(text: str) -> str:
    """`text` with a replacement character for each one that is not seen but does something."""
    return _UNSEEN.sub("\ufffd", text)


def fill(template: str, values: Mapping[str, str]) -> str:
    """`template` with its `{names}` filled; a value that was taken out, so that it names nobody, is an ellipsis."""
    return template.format_map(_Values(values)).strip()
