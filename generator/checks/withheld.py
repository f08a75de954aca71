"""Names that people did not agree to publish must not occur in any authored text (spec 3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.checks.authored import LIST, PATH, Authored
from generator.diagnostics import Finding, Related, Span, finding
from generator.model.consent import FULL, consent_of, folded
from generator.model.private import Participant, Process
from generator.names import fold, is_single_word
from generator.rules.participants.privacy import SAME_NAME_IN_TEXT, WITHHELD_NAME_IN_TEXT

if TYPE_CHECKING:
    from generator.names.matcher import Match, Matcher

_NEAR = 120
"""Code points on each side of a name in which a role or an organisation tells whose name it is."""


class Person(Struct, frozen=True):
    """Who has a name: of a list, and whether the name may be published."""

    name: str
    is_shown: bool
    row: str
    """Where the list has it, for a finding: the row's number, with the list's path when it is another process's."""
    span: Span | None = None
    around: tuple[str, ...] = ()
    """Role and organisation, folded: what tells two people of one name apart."""
    is_one_word_searched: bool = False


def people_of(process: Process) -> tuple[Person, ...]:
    """Everybody on the list whose name is known, those who took no part too."""
    policy = process.record.consent
    return tuple(
        Person(
            name=folded(row.name),
            is_shown=consent_of(row, policy) == FULL,
            row=str(row.span.line),
            span=row.span,
            around=_around(row),
            is_one_word_searched=process.record.privacy.one_word_names is not None,
        )
        for row in (*process.participants, *process.absent)
        if folded(row.name)
    )


def count_withheld(process: Process) -> int:
    """How many of them have a name that may not be published."""
    policy = process.record.consent
    people = (*process.participants, *process.absent)
    return sum(consent_of(row, policy) != FULL and bool(folded(row.name)) for row in people)


def matcher_of(people: Iterable[Person], *, are_joined: bool = False) -> Matcher[Person]:
    """A matcher for these people. Those who may be named are included, so that a match can be attributed. `are_joined`: see
    `Matcher`.
    """
    from generator.names.matcher import Matcher  # on most lists every name may be published

    everybody = tuple(people)
    single = [each for each in everybody if each.is_one_word_searched and is_single_word(each.name)]
    return Matcher(((each.name, each) for each in everybody), single=single, are_joined=are_joined)


def check_withheld_names(
    process: Process, texts: Iterable[Authored], attached: Iterable[Authored] = ()
) -> Iterator[Finding]:
    """One finding for each place of a withheld name in the process's `texts`. The finding has the row, never the name.

    `attached`: the text of attached files; called only when there is a name to search for.
    """
    if count_withheld(process):
        matcher = matcher_of(people_of(process))
        reviewed = frozenset(waiver.subject for waiver in process.record.privacy.reviewed)
        for text in chain(texts, attached):
            yield from withheld_in(text, matcher, reviewed)


def withheld_in(
    text: Authored,
    matcher: Matcher[Person],
    reviewed: frozenset[str] = frozenset(),
    own: Matcher[Person] | None = None,
) -> Iterator[Finding]:
    """Findings for the withheld names in one text. `reviewed`: places where somebody has looked and found nothing wrong;
    `own`: the people of the text's own process, where names of others are looked for: theirs were judged with the process.
    """
    is_path = text.kind == PATH
    theirs = {match.end for match in own.find(text.text, is_path=is_path)} if own is not None else frozenset()
    for match in matcher.find(text.text, is_path=is_path):
        withheld = [person for person in match.named if not person.is_shown]
        if not withheld or match.end in theirs or reviewed & frozenset(text.places_of(match.start)):
            continue
        rule = WITHHELD_NAME_IN_TEXT
        if len(withheld) < len(match.named):
            told = _told_apart(text, match)
            if told is True or (told is None and text.kind == LIST):
                continue
            rule = SAME_NAME_IN_TEXT if told is None else rule
        person = withheld[0]
        related = (Related(person.span, "listed-here"),) if person.span and not person.row.isdigit() else ()
        span = text.span_of(match.start, match.end)
        yield finding(rule, span, {"row": person.row}, related=related, is_private=True)


def _told_apart(text: Authored, match: Match[Person]) -> bool | None:
    """For people of one name: True when the context shows one who may be named, False when it shows another."""
    near = fold(text.text[max(0, match.start - _NEAR) : match.start]) + fold(text.text[match.end : match.end + _NEAR])
    shown = any(words in near for person in match.named if person.is_shown for words in person.around)
    withheld = any(words in near for person in match.named if not person.is_shown for words in person.around)
    return None if shown == withheld else shown


def _around(row: Participant) -> tuple[str, ...]:
    return tuple(words for cell in (row.role, row.organisation) if cell and len(words := fold(cell)) > 2)
