"""When something is required: conditions judged in three values.

True, False, or None for "nobody can say yet": a question that was not answered has its own finding (G009, F001, F004),
so what depends on it stays silent. One cause, one code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from generator.model.record import Record
from generator.structure.specs import Condition, FieldSpec, Structure

Tristate: TypeAlias = bool | None
Answers: TypeAlias = Mapping[str, frozenset[str] | None]
"""Question -> the ids it was answered with; None or absent when it was not. An empty set is an answer: none of them."""

FACTS = ("expectations-unmet", "participants-listed", "bottom-lines")
"""Questions that no field asks: the files answer them with yes or no."""

SIBLING = "this."
"""Before the name of a field of the same mapping: `this.status` of a promise."""


def evaluate(condition: Condition | None, answers: Answers) -> Tristate:
    """Whether a condition holds; None when that hangs on a question without an answer. No condition never holds."""
    if condition is None:
        return False
    if condition.question is not None:
        given = answers.get(condition.question)
        if given is None:
            return None
        return given == condition.answers if condition.only else bool(given & condition.answers)
    if condition.any:
        truths = [evaluate(branch, answers) for branch in condition.any]
        return True if True in truths else None if None in truths else False
    truths = [evaluate(branch, answers) for branch in condition.all]
    return False if False in truths else None if None in truths else True


def answers_of(record: Record, *, promises_unkept: bool, participants_listed: bool) -> dict[str, frozenset[str] | None]:
    """What a record answers.

    `promises_unkept`: a promise of the process is `not-kept`; `participants_listed`: it has rows of participants.
    A value that was written but is not known (F004) counts as unanswered.
    """
    output, written = record.output, record.spans

    def required(value: str) -> frozenset[str] | None:
        return frozenset((value,)) if value else None

    def optional(name: str, value: str | None) -> frozenset[str] | None:
        # Nothing else reports its absence, so to leave it out is to answer "none of them".
        return frozenset((value,)) if value else None if name in written else frozenset()

    def several(values: Iterable[str]) -> frozenset[str] | None:
        return frozenset(values) or None

    unmet = promises_unkept or any(goal.met == "no" for goal in record.goals)
    answers: dict[str, frozenset[str] | None] = {
        "kind": required(record.kind),
        "status": required(record.status),
        "language": required(record.language),
        "scope": optional("scope", record.scope),
        "methods": several(record.methods),
        "output.type": optional("output.type", output.type),
        "output.audience": several(output.audience),
        "output.purpose": required(output.purpose or ""),
        "output.detail": optional("output.detail", output.detail),
        "output.distribution": several(output.distribution),
        "output.continuation": required(output.continuation or ""),
        "expectations-unmet": _yes_or_no(unmet),
        "participants-listed": _yes_or_no(participants_listed),
        "bottom-lines": _yes_or_no(bool(record.bottom_lines)),
    }
    for extra in record.extra:
        answers.setdefault(extra.id, frozenset(extra.values))
    return answers


def beside(answers: Answers, values: Mapping[str, str | None]) -> Answers:
    """`answers` with those of a mapping's own fields (`this.status`), for what is required within that mapping."""
    own = {SIBLING + name: frozenset((value,)) if value else None for name, value in values.items()}
    return {**answers, **own}


def is_required(spec: FieldSpec, answers: Answers) -> Tristate:
    """Whether a field must be there. What the closing gate asks for is not the structure's to require (spec 3.5)."""
    return evaluate(spec.required, answers)


def questions_of(structure: Structure) -> dict[str, frozenset[str]]:
    """Every question that a condition may ask -> the answers it can get."""
    found = {fact: frozenset(("yes", "no")) for fact in FACTS}
    for spec, path in _flat(structure.record, ""):
        vocabulary = spec.vocabulary or (spec.of.vocabulary if spec.of and not spec.of.fields else None)
        if vocabulary and vocabulary in structure.vocabularies:
            found[path] = frozenset(term.id for term in structure.vocabularies[vocabulary].terms)
    return found


def _flat(fields: Iterable[FieldSpec], prefix: str) -> Iterable[tuple[FieldSpec, str]]:
    for spec in fields:
        yield spec, prefix + spec.id
        if not prefix and spec.id == "output":
            yield from _flat(spec.fields, f"{spec.id}.")


def _yes_or_no(fact: bool) -> frozenset[str]:
    return frozenset(("yes" if fact else "no",))
