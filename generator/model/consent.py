"""Which level of consent holds for a person. One function, for the checks and for the publishing."""

from __future__ import annotations

from functools import lru_cache

from generator.model.private import Participant
from generator.model.record import ConsentPolicy

FULL, ROLE, ORGANISATION, COUNTED = "full", "role", "organisation", "counted"
ABOVE_COUNTED = (FULL, ROLE, ORGANISATION)


def consent_of(participant: Participant, policy: ConsentPolicy) -> str:
    """The row's own value, else the record's default when its basis is known, else `counted` (spec 3.3)."""
    if participant.consent:
        return participant.consent
    default = policy.default_consent
    if default in ABOVE_COUNTED and not policy.basis:
        return COUNTED
    return default or COUNTED


@lru_cache(maxsize=4_000)
def folded(text: str | None) -> str:
    """A cell as it is compared and shown: runs of white space are one space. Each check asks again for each name."""
    return " ".join((text or "").split())
