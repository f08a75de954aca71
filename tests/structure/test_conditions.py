"""Conditions in three values."""

import itertools

import pytest

from generator.structure import ALWAYS, Condition, evaluate

YES = Condition(question="a", answers=frozenset(("yes",)))
GIVEN = {True: frozenset(("yes",)), False: frozenset(("no",)), None: None}


def of(name: str) -> Condition:
    """That the question is answered with yes."""
    return Condition(question=name, answers=frozenset(("yes",)))


@pytest.mark.parametrize("truths", list(itertools.product((True, False, None), repeat=2)))
def test_all_and_any_wait_only_for_answers_that_matter(truths):
    """One false answer settles `all` and one true answer `any`, whatever else is still open."""
    answers = dict(zip("ab", (GIVEN[truth] for truth in truths), strict=True))
    both, either = Condition(all=(of("a"), of("b"))), Condition(any=(of("a"), of("b")))
    assert evaluate(both, answers) is (False if False in truths else None if None in truths else True)
    assert evaluate(either, answers) is (True if True in truths else None if None in truths else False)


def test_always_and_never_ask_nothing():
    """A field without a condition is never required, and one that is always required needs no answers."""
    assert evaluate(ALWAYS, {}) is True
    assert evaluate(None, {}) is False


def test_a_question_that_nobody_knows_is_unanswered():
    """So a structure that asks more than the record answers stays silent and does not break a build."""
    assert evaluate(YES, {}) is None


def test_only_means_this_and_nothing_else():
    """An audience of participants and the public is not an audience of participants."""
    only = Condition(question="audience", answers=frozenset(("participants",)), only=True)
    assert evaluate(only, {"audience": frozenset(("participants",))}) is True
    assert evaluate(only, {"audience": frozenset(("participants", "public"))}) is False
    assert evaluate(only, {"audience": None}) is None


def test_an_empty_answer_is_an_answer():
    """None of them: the condition is false, where an absent answer leaves it open."""
    assert evaluate(YES, {"a": frozenset()}) is False
