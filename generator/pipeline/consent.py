"""Consent, applied once: private participants in, what may be published out (spec 3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.model.consent import COUNTED, FULL, ROLE, consent_of, folded
from generator.model.private import Participant, Process
from generator.model.published import (
    OrganisationFigure,
    PublishedParticipant,
    PublishedParticipants,
    SectorFigure,
)
from generator.model.small_figures import without_small
from generator.wording import Wording
from generator.wording.collation import CollationKey


def publish_participants(process: Process, wording: Wording) -> PublishedParticipants | None:
    """The appendix of participants; None when the process lists no one."""
    if not process.participants:
        return None
    policy = process.record.consent
    listed: list[PublishedParticipant] = []
    unlisted = 0
    organisations: Counter[str] = Counter()
    sectors: Counter[str] = Counter()
    for participant in process.participants:
        level = consent_of(participant, policy)
        if participant.sector:
            sectors[participant.sector] += participant.count
        if level == COUNTED:
            unlisted += participant.count
            continue
        shown = _published(participant, level)
        listed.append(shown)
        if shown.organisation:
            organisations[folded(shown.organisation)] += 1
    return PublishedParticipants(
        listed=tuple(sorted(listed, key=_order(wording))),
        unlisted_count=unlisted,
        organisations=tuple(
            OrganisationFigure(organisation=name, count=count)
            for name, count in sorted(organisations.items(), key=lambda item: (-item[1], wording.sort_key(item[0])))
        ),
        sectors=suppress_small_figures(sectors.items()),
        basis=policy.basis,
    )


def suppress_small_figures(figures: Iterable[tuple[str, int]]) -> tuple[SectorFigure, ...]:
    """Figures by sector, without those that `without_small` withholds; sorted by sector."""
    shown = without_small(dict(sorted(figures)))
    return tuple(SectorFigure(sector=sector, count=count) for sector, count in shown.items())


def _published(participant: Participant, level: str) -> PublishedParticipant:
    return PublishedParticipant(
        name=folded(participant.name) if level == FULL and participant.name else None,
        role=folded(participant.role) if level in (FULL, ROLE) and participant.role else None,
        organisation=folded(participant.organisation) if participant.organisation else None,
    )


def _order(wording: Wording) -> Callable[[PublishedParticipant], tuple[tuple[bool, CollationKey], ...]]:
    """By name; those without one after the others, by organisation and role."""

    def key(participant: PublishedParticipant) -> tuple[tuple[bool, CollationKey], ...]:
        fields = (participant.name, participant.organisation, participant.role)
        return tuple((value is None, wording.sort_key(value or "")) for value in fields)

    return key
